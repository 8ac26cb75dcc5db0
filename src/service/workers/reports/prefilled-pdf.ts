import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { PrefilledReport } from "./prefilled-report.ts";

function sectionOf({ title, rows }: PrefilledReport["sections"][number]): object {
  return {
    margin: [0, 10, 0, 0],
    stack: [
      { text: title, bold: true, fontSize: 11, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [150, "*"],
          body: rows.map(([label, value]) => [
            { text: label, color: INK.muted },
            value === "" ? { text: "to be filled in", color: INK.missing, italics: true } : { text: value },
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

/** The report as a PDF with its fonts in it. */
export function prefilledPdf(report: PrefilledReport): Promise<Buffer> {
  const doubt = report.basis === "read" ? "" : " (not read: confirm it before you rely on it)";
  return renderPdf({
    pageSize: "LETTER",
    pageMargins: [56, 54, 56, 54],
    info: {
      title: report.title.en,
      subject: report.caseId,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(report.madeAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.2 },
    content: [
      { text: report.title.en, bold: true, fontSize: 16 },
      { text: report.title.ko, color: INK.muted, margin: [0, 2, 0, 0] },
      { text: `To: ${report.to}`, margin: [0, 5, 0, 0] },
      { text: `Legal basis: ${report.legal}${doubt}`, color: INK.muted },
      {
        text: `Draft of ${report.madeAt.slice(0, 10)} from case ${report.caseId}. Red flags are no proof; a person completes and files this.`,
        color: INK.missing,
        margin: [0, 5, 0, 0],
      },
      ...report.sections.map(sectionOf),
    ],
    footer: (page: number, pages: number) => ({
      text: `${report.caseId}  ·  page ${page} of ${pages}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 8,
      margin: [56, 16, 56, 0],
    }),
  });
}
