import { sayDay } from "../../../engine/day.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import { REPORT_TITLES } from "./report-fields.ts";
import type { LegalReport } from "./report-store.ts";
import { type ReportSection, sectionsOf } from "./report-text.ts";

function tableOf({ title, rows }: ReportSection): object {
  return {
    unbreakable: rows.length <= 10,
    margin: [0, 10, 0, 0],
    stack: [
      { text: title, bold: true, fontSize: 11, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [150, "*"],
          body: rows.map(([label, value]) => [
            { text: label, color: INK.muted },
            value === "" ? { text: "–", color: INK.muted } : { text: value },
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

function headOf(report: LegalReport): object[] {
  const { title, citation } = REPORT_TITLES[report.kind];
  const filed =
    report.filedOn === null
      ? `Due on ${sayDay(report.dueOn)}`
      : `Filed on ${sayDay(report.filedOn)} under ${report.filedReference ?? ""}`;
  return [
    { text: title, bold: true, fontSize: 17 },
    {
      text: `${citation}  ·  ${report.id}  ·  version ${report.version}`,
      color: INK.muted,
      margin: [0, 3, 0, 0],
    },
    { text: filed, margin: [0, 3, 0, 0] },
    ...(report.missing.length === 0
      ? []
      : [
          {
            text: `Draft: it lacks ${report.missing.join(", ")}.`,
            color: INK.missing,
            margin: [0, 6, 0, 0],
          },
        ]),
  ];
}

/** The report as a PDF with its fonts in it; the same report gives the same pages. */
export function reportPdf(report: LegalReport): Promise<Buffer> {
  const { title } = REPORT_TITLES[report.kind];
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
    content: [...headOf(report), ...sectionsOf(report).map(tableOf)],
    footer: (page: number, pages: number) => ({
      text: `${report.id}  ·  page ${page} of ${pages}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 8,
      margin: [56, 16, 56, 0],
    }),
  };
  return renderPdf(definition);
}
