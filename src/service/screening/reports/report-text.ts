import { type DocumentLanguage, labelIn } from "../../../korean/documents.ts";
import { notRequired, REPORT_TITLES, type ReportFields, type ReportKind } from "./report-fields.ts";
import type { LegalReport } from "./report-store.ts";

/** A report as rows of a label and what stands there, in sections: what its CSV and its PDF both print. */
export type ReportSection = {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
};

function sayValue(
  { amount, currency, usd, basis }: ReportFields["value"],
  language: DocumentLanguage,
): string {
  if (amount === "" && usd === "") return "";
  const own = amount === "" ? "" : `${currency} ${amount}`;
  const dollars = usd === "" || currency === "USD" ? "" : `USD ${usd}`;
  return `${[own, dollars].filter((text) => text !== "").join(" = ")} (${labelIn(language, basis)})`;
}

const EVENT_LABELS: Readonly<Record<ReportKind, string>> = {
  "blocked-property": "Date blocked",
  "rejected-transaction": "Date rejected",
  "unblocked-property": "Date unblocked or transferred",
  "annual-blocked-property": "Held on",
};

/**
 * The sections of a report, empty fields among them: what is missing must be seen to be missing. Labels are English; the
 * language is that of the words within values.
 */
export function sectionsOf(
  { kind, fields }: Pick<LegalReport, "kind" | "fields">,
  language: DocumentLanguage = "en",
): readonly ReportSection[] {
  const { filer, target, property } = fields;
  const unasked = notRequired({ kind, fields });
  const filerSection: ReportSection = {
    title: kind === "rejected-transaction" ? "Submitter" : "Filer",
    rows: [
      ["Name", filer.name],
      ["Address", filer.address],
      ["Contact", filer.contactName],
      ["Telephone", filer.contactPhone],
      ["E-mail", filer.contactEmail],
    ],
  };
  if (kind === "annual-blocked-property") return [filerSection, ...annualSections(fields, language)];
  return [
    filerSection,
    {
      title: "Event",
      rows: [
        [EVENT_LABELS[kind], fields.eventOn],
        ["Legal authority or programme", fields.legalAuthority],
        ...(kind === "unblocked-property"
          ? ([
              ["Authority for release", fields.releaseAuthority],
              ["Released or transferred to", fields.releasedTo ?? ""],
              ["Report of the blocking", fields.releaseOf ?? ""],
              ...(unasked === null
                ? []
                : [["Need not be filed, since", labelIn(language, unasked)] as const]),
            ] as const)
          : []),
      ],
    },
    {
      title: "Associated sanctions target",
      rows: [
        ["Name", target.name],
        ["List", target.list],
        ["Entry", target.entry],
        ["Programmes", target.programmes.join(", ")],
      ],
    },
    {
      title: "Property",
      rows: [
        ["Description", property.description],
        ["Location", property.location],
        ["Account and reference numbers", property.references.join(", ")],
        ["Value", sayValue(fields.value, language)],
      ],
    },
    ...fields.parties.map((party, at) => ({
      title: `Party ${at + 1}`,
      rows: [
        ["Role", party.role],
        ["Name", party.name],
        ["Address", party.address],
        ["Country", party.country],
        ["Account", party.account],
      ] as const,
    })),
    {
      title: "Narrative",
      rows: [
        ["What happened", fields.narrative],
        ["Copies enclosed", fields.copies.join(", ")],
      ],
    },
  ];
}

function annualSections(fields: ReportFields, language: DocumentLanguage): readonly ReportSection[] {
  return [
    {
      title: "Blocked property held",
      rows: [
        ["Year", fields.year === null ? "" : String(fields.year)],
        ["As of", fields.eventOn],
        ["Number of properties", String(fields.holdings.length)],
      ],
    },
    ...fields.holdings.map((holding, at) => ({
      title: `Property ${at + 1}`,
      rows: [
        ["Date blocked", holding.blockedOn],
        ["Owner or account party", holding.owner],
        ["Associated sanctions target", holding.target],
        ["Programmes", holding.programmes.join(", ")],
        ["Description", holding.description],
        ["Location", holding.location],
        ["Account and reference numbers", holding.references.join(", ")],
        ["Value", sayValue(holding.value, language)],
        ["Report", holding.report],
      ] as const,
    })),
  ];
}

/** A cell of a CSV; one that a spreadsheet would run as a formula gets an apostrophe before it (CWE-1236). */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The report as CSV: section, field, value; with a byte order mark, as spreadsheets ask for. */
export function reportCsv(report: LegalReport): string {
  const { title, citation } = REPORT_TITLES[report.kind];
  const rows = [
    ["section", "field", "value"],
    ["Report", "Title", title],
    ["Report", "Legal basis", citation],
    ["Report", "Number", report.id],
    ["Report", "Due", report.dueOn],
    ["Report", "Filed", report.filedOn ?? ""],
    ...sectionsOf(report).flatMap((section) =>
      section.rows.map(([label, value]) => [section.title, label, value]),
    ),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
