import { must } from "../../../fault.ts";
import { type DocumentLanguage, dayIn, labelIn } from "../../../korean/documents.ts";
import type { WorkerCase } from "../cases/case-store.ts";
import { PLAYBOOK, type ReportId } from "../cases/playbook.ts";
import type { Hold } from "../holds/hold-store.ts";
import type { AccountFacts } from "./account-facts.ts";

/** A report as far as the case can fill it in: rows of a label and what stands there; empty where a person must write. */
export type PrefilledReport = {
  readonly id: ReportId;
  readonly title: { readonly en: string; readonly ko: string };
  readonly to: string;
  readonly legal: string;
  readonly basis: "read" | "background";
  readonly caseId: string;
  readonly madeAt: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [label: string, value: string])[];
  }[];
};

const NAMED: Readonly<Record<ReportId, string>> = {
  ic3: "Victim and complainant",
  sar: "Filing institution",
  "ofac-blocked": "Filer",
  "ofac-rejected": "Submitter",
  "kr-111": "Reporter (신고자)",
  "uk-ofsi": "Reporting person",
};

const joined = (values: readonly string[]): string => values.join("; ");

/** An amount as a report states it; empty where the hold has none. */
export function sayAmount({ amount }: Hold): string {
  if (amount === null) return "";
  const digits = amount.amount.padStart(amount.scale + 1, "0");
  const whole =
    amount.scale === 0 ? digits : `${digits.slice(0, -amount.scale)}.${digits.slice(-amount.scale)}`;
  return `${amount.currency} ${whole}`;
}

/** What happened, as a report tells it. */
export function narrativeOf(
  { cluster, openedAt, state }: WorkerCase,
  language: DocumentLanguage = "en",
): string {
  const rules = [...new Map(cluster.flags.map((flag) => [flag.rule, flag])).values()];
  const links = [...Map.groupBy(cluster.links, ({ kind }) => kind)].map(
    ([kind, all]) => `${kind} (${all.length})`,
  );
  const told = rules.map(({ rule, words }) => `${rule}: ${words[language]}`);
  const { decision } = state;
  if (language === "ko")
    return [
      `${dayIn("ko", openedAt)}, 서로 연결된 계정 ${cluster.accounts.length}개에 대한 사건을 열었습니다${links.length === 0 ? "" : `(연결: ${links.join(", ")})`}.`,
      ...told,
      decision === null
        ? "아직 담당자가 결정하지 않았습니다."
        : `결정: ${labelIn("ko", decision.outcome)}, ${decision.reason}`,
    ].join("\n");
  return [
    `On ${openedAt.slice(0, 10)} a case was opened on ${cluster.accounts.length} account(s) that hang together${links.length === 0 ? "" : ` by ${links.join(", ")}`}.`,
    ...told,
    decision === null
      ? "No person has decided the case yet."
      : `Decision: ${decision.outcome}, ${decision.reason}`,
  ].join("\n");
}

function subjectRows(
  account: string,
  facts: AccountFacts | undefined,
): readonly (readonly [string, string])[] {
  return [
    ["Account", account],
    ["Names used", joined(facts?.names ?? [])],
    ["E-mail addresses", joined(facts?.emails ?? [])],
    ["Telephone numbers", joined(facts?.phones ?? [])],
    ["Addresses", joined(facts?.addresses ?? [])],
    ["Claimed country", facts?.country ?? ""],
    ["Documents (issuer, number)", joined(facts?.documents ?? [])],
    ["Payment accounts and holders", joined(facts?.payoutAccounts ?? [])],
    ["Wallets", joined(facts?.wallets ?? [])],
    ["Addresses on the network", joined(facts?.ips ?? [])],
    ["Devices", joined(facts?.devices ?? [])],
    ["Companies", joined(facts?.companies ?? [])],
  ];
}

/** A report of a case with what is known filled in; what the law or the form asks for besides stays empty, to be seen. */
export function prefillReport(
  id: ReportId,
  given: {
    readonly one: WorkerCase;
    readonly facts: ReadonlyMap<string, AccountFacts>;
    readonly holds: readonly Hold[];
    readonly organization: string;
    readonly at: Date;
    /** Of the sentences; labels are English and are said by who prints them. */
    readonly language: DocumentLanguage;
  },
): PrefilledReport {
  const { one, facts, holds, organization, at, language } = given;
  const report = must(
    PLAYBOOK.reports.find((known) => known.id === id),
    `there is a report ${id}`,
  );
  const money = id === "ofac-blocked" || id === "ofac-rejected";
  return {
    id,
    title: report.title,
    to: report.to,
    legal: report.legal,
    basis: report.basis,
    caseId: one.id,
    madeAt: at.toISOString(),
    sections: [
      {
        title: NAMED[id],
        rows: [
          ["Name", organization],
          ["Address", ""],
          ["Contact", ""],
          ["Telephone or e-mail", ""],
        ],
      },
      ...(money
        ? [
            {
              title: "Legal authority",
              rows: [
                [
                  "Programme or section",
                  "North Korea Sanctions Regulations, 31 CFR part 510 (to be confirmed)",
                ],
                ["Sanctions target", ""],
                [id === "ofac-blocked" ? "Date blocked" : "Date rejected", ""],
              ] as const,
            },
          ]
        : []),
      ...one.cluster.accounts.map((account, index) => ({
        title: `Subject ${index + 1}`,
        rows: subjectRows(account, facts.get(account)),
      })),
      {
        title: money ? "Property" : "Money",
        rows:
          holds.length === 0
            ? [["Payouts held", ""]]
            : holds.map(
                (hold) =>
                  [
                    language === "ko"
                      ? `${hold.reference}, ${dayIn("ko", hold.heldAt)} 보류`
                      : `${hold.reference}, held ${hold.heldAt.slice(0, 10)}`,
                    joined(
                      [sayAmount(hold), labelIn(language, hold.ending ?? "held")].filter(
                        (text) => text !== "",
                      ),
                    ),
                  ] as const,
              ),
      },
      { title: "What happened", rows: [["Narrative", narrativeOf(one, language)]] },
    ],
  };
}

const cell = (text: string): string => {
  // A cell that a spreadsheet would run as a formula gets an apostrophe before it (CWE-1236).
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The report as CSV: section, field, value. */
export function prefilledCsv(report: PrefilledReport): string {
  const rows = [
    ["section", "field", "value"],
    ["Report", "Title", report.title.en],
    ["Report", "To", report.to],
    ["Report", "Legal basis", report.legal],
    ...report.sections.flatMap(({ title, rows: all }) => all.map(([label, value]) => [title, label, value])),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
