import { type DocumentLanguage, dayIn, labelIn } from "../../../korean/documents.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { PrefilledReport } from "./prefilled-report.ts";

function sectionOf({ title, rows }: PrefilledReport["sections"][number], language: DocumentLanguage): object {
  const empty = language === "ko" ? "직접 작성" : "to be filled in";
  return {
    margin: [0, 10, 0, 0],
    stack: [
      { text: labelIn(language, title), bold: true, fontSize: 11, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [150, "*"],
          body: rows.map(([label, value]) => [
            { text: labelIn(language, label), color: INK.muted },
            value === ""
              ? { text: empty, color: INK.missing, italics: true }
              : { text: labelIn(language, value) },
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

function headOf({ to, legal, basis, madeAt, caseId }: PrefilledReport, language: DocumentLanguage) {
  const day = dayIn(language, madeAt);
  if (language === "ko")
    return {
      to: `제출처: ${labelIn("ko", to)}`,
      legal: `법적 근거: ${labelIn("ko", legal)}${basis === "read" ? "" : " (원문 미확인: 근거로 삼기 전에 확인해야 함)"}`,
      draft: `사건 ${caseId}에서 ${day}에 만든 초안입니다. 위험 징후는 증거가 아니며, 담당자가 완성하여 제출합니다.`,
    };
  return {
    to: `To: ${to}`,
    legal: `Legal basis: ${legal}${basis === "read" ? "" : " (not read: confirm it before you rely on it)"}`,
    draft: `Draft of ${day} from case ${caseId}. Red flags are no proof; a person completes and files this.`,
  };
}

/** The report as a PDF with its fonts in it. */
export function prefilledPdf(report: PrefilledReport, language: DocumentLanguage = "en"): Promise<Buffer> {
  const said = headOf(report, language);
  return renderPdf({
    pageSize: "LETTER",
    pageMargins: [56, 54, 56, 54],
    info: {
      title: report.title[language],
      subject: report.caseId,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(report.madeAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.2 },
    content: [
      { text: report.title[language], bold: true, fontSize: 16 },
      { text: report.title[language === "en" ? "ko" : "en"], color: INK.muted, margin: [0, 2, 0, 0] },
      { text: said.to, margin: [0, 5, 0, 0] },
      { text: said.legal, color: INK.muted },
      {
        text: said.draft,
        color: INK.missing,
        margin: [0, 5, 0, 0],
      },
      ...report.sections.map((section) => sectionOf(section, language)),
    ],
    footer: (page: number, pages: number) => ({
      text: `${report.caseId}  ·  ${language === "ko" ? `${page} / ${pages}` : `page ${page} of ${pages}`}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 8,
      margin: [56, 16, 56, 0],
    }),
  });
}
