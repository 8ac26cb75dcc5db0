import { type DocumentLanguage, dayIn, labelIn } from "../../../korean/documents.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import { REPORT_TITLES } from "./report-fields.ts";
import type { LegalReport } from "./report-store.ts";
import { type ReportSection, sectionsOf } from "./report-text.ts";

/** A value as the document says it: days and parts in its language, whatever a person wrote as it is. */
function valueIn(language: DocumentLanguage, label: string, value: string): string {
  if (language === "en") return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayIn("ko", value);
  return label === "Role" ? labelIn("ko", value) : value;
}

function tableOf({ title, rows }: ReportSection, language: DocumentLanguage): object {
  return {
    unbreakable: rows.length <= 10,
    margin: [0, 10, 0, 0],
    stack: [
      { text: labelIn(language, title), bold: true, fontSize: 11, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [150, "*"],
          body: rows.map(([label, value]) => [
            { text: labelIn(language, label), color: INK.muted },
            value === "" ? { text: "–", color: INK.muted } : { text: valueIn(language, label, value) },
          ]),
        },
        layout: {
          hLineWidth: () => 0.5,
          vLineWidth: () => 0,
          hLineColor: () => INK.line,
          paddingLeft: () => 0,
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
  };
}

/** The authority reads English: what is filed is the English document. */
const READING = "국문 열람본이며, 제출은 영문본으로 합니다.";

function headOf(report: LegalReport, language: DocumentLanguage): object[] {
  const { title, citation } = REPORT_TITLES[report.kind];
  const isKorean = language === "ko";
  const day = dayIn(language, report.filedOn ?? report.dueOn);
  const filed =
    report.filedOn === null
      ? isKorean
        ? `기한: ${day}`
        : `Due on ${day}`
      : isKorean
        ? `${day} 제출, 접수 번호 ${report.filedReference ?? ""}`
        : `Filed on ${day} under ${report.filedReference ?? ""}`;
  const missing = report.missing.map((what) => labelIn(language, what)).join(", ");
  return [
    { text: labelIn(language, title), bold: true, fontSize: 17 },
    ...(isKorean ? [{ text: `${title}. ${READING}`, color: INK.muted, margin: [0, 3, 0, 0] }] : []),
    {
      text: `${citation}  ·  ${report.id}  ·  ${isKorean ? `제${report.version}판` : `version ${report.version}`}`,
      color: INK.muted,
      margin: [0, 3, 0, 0],
    },
    { text: filed, margin: [0, 3, 0, 0] },
    ...(report.missing.length === 0
      ? []
      : [
          {
            text: isKorean ? `초안: 다음이 없습니다. ${missing}` : `Draft: it lacks ${missing}.`,
            color: INK.missing,
            margin: [0, 6, 0, 0],
          },
        ]),
  ];
}

/** The report as a PDF with its fonts in it; the same report gives the same pages. */
export function reportPdf(report: LegalReport, language: DocumentLanguage = "en"): Promise<Buffer> {
  const title = labelIn(language, REPORT_TITLES[report.kind].title);
  const definition = {
    pageSize: "LETTER",
    pageMargins: [56, 54, 56, 54],
    info: {
      title,
      subject: report.id,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(report.updatedAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.2 },
    content: [
      ...headOf(report, language),
      ...sectionsOf(report, language).map((section) => tableOf(section, language)),
    ],
    footer: (page: number, pages: number) => ({
      text: `${report.id}  ·  ${language === "ko" ? `${page} / ${pages}` : `page ${page} of ${pages}`}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 8,
      margin: [56, 16, 56, 0],
    }),
  };
  return renderPdf(definition);
}
