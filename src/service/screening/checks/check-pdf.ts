import { sayDay } from "../../../engine/day.ts";
import type { Receipt } from "../../../engine/receipt.ts";
import type { Citation, Finding } from "../../../engine/verdict.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { StoredCheck } from "./check-store.ts";

const ANSWERS = {
  clear: ["Clear", "해당 없음"],
  permitted: ["Permitted", "허용"],
  refer: ["Refer to a person", "검토 필요"],
  prohibited: ["Prohibited", "금지"],
} as const;

const HEADS = {
  why: ["Why", "사유"],
  changes: ["What would change it", "판정이 달라지는 경우"],
  unseen: ["What this answer cannot see", "이 판정이 보지 못한 것"],
  asOf: ["As of", "기준일"],
  decided: ["Decided", "판정 시각"],
  by: ["Asked by", "질의자"],
  reference: ["Reference", "번호"],
  lists: ["Lists", "명단"],
  receipt: ["Receipt", "판정 기록"],
  place: ["Place in the log", "기록 번호"],
  program: ["Program", "프로그램"],
  rules: ["Measures", "제재 조치"],
} as const;

/** The color of each answer's bar; the word says it as well. */
const BARS = { clear: "#0a8f86", permitted: "#3f2f94", refer: "#c07f00", prohibited: "#8b1a1a" } as const;

/** The languages that the headings are printed in; sentences stand as the verdict has them. */
export const PDF_LANGUAGES = ["en", "ko"] as const;
export type PdfLanguage = (typeof PDF_LANGUAGES)[number];

function sayCitation(citation: Citation): string {
  switch (citation.kind) {
    case "listing":
      return `${citation.list}, entry ${citation.entry}${citation.programmes.length === 0 ? "" : ` (${citation.programmes.join(", ")})`}, edition of ${sayDay(citation.edition)}`;
    case "measure":
      return `${citation.instrument} ${citation.paragraph}, in force from ${sayDay(citation.inForceFrom)}${citation.basis === "read" ? "" : "; text not read, confirm it before relying on it"}`;
    case "indicator":
      return `${citation.id}, ${citation.source}${citation.publishedOn === null ? "" : `, first published on ${sayDay(citation.publishedOn)}`}${citation.basis === "read" ? "" : "; text not read, confirm it before relying on it"}`;
    case "waiver":
      return `${citation.reference} (${citation.authority}), ${sayDay(citation.from)} to ${sayDay(citation.until)}`;
  }
}

function findingBlock({ words, citations }: Finding): object {
  return {
    stack: [
      { text: words },
      ...citations.map((citation) => ({
        text: sayCitation(citation),
        color: INK.muted,
        fontSize: 8,
        margin: [0, 1, 0, 0],
      })),
    ],
    margin: [0, 0, 0, 5],
  };
}

/** A check on one page where it fits: the answer, why, what would change it, and how to verify it. */
export function checkPdf(check: StoredCheck, receipt: Receipt, language: PdfLanguage): Promise<Buffer> {
  const at = language === "en" ? 0 : 1;
  const head = (name: keyof typeof HEADS): string => HEADS[name][at];
  const { verdict } = check;
  const section = (name: keyof typeof HEADS, sentences: readonly string[]): object[] =>
    sentences.length === 0
      ? []
      : [
          { text: head(name), bold: true, fontSize: 11, margin: [0, 10, 0, 3] },
          { ul: [...sentences], margin: [0, 0, 0, 2] },
        ];
  const facts: readonly (readonly [string, string])[] = [
    [head("reference"), check.reference],
    [head("asOf"), verdict.at],
    [head("decided"), check.createdAt],
    [head("by"), check.createdBy.name],
    [head("lists"), `SHA-256 ${check.snapshot}`],
    [head("rules"), `SHA-256 ${receipt.measures}`],
    [head("program"), `${receipt.program.name} ${receipt.program.version}`],
    [head("receipt"), check.receipt.hash],
    [head("place"), String(check.receipt.sequence)],
  ];
  return renderPdf({
    pageSize: "A4",
    pageMargins: [48, 44, 48, 44],
    info: {
      title: `${ANSWERS[check.answer][at]}: ${check.reference}`,
      subject: check.id,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(check.createdAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.2 },
    content: [
      {
        table: {
          widths: [5, "*"],
          body: [
            [
              { text: "", fillColor: BARS[check.answer], border: [false, false, false, false] },
              {
                stack: [
                  { text: ANSWERS[check.answer][at], bold: true, fontSize: 20 },
                  { text: verdict.summary, margin: [0, 3, 0, 0] },
                ],
                border: [false, false, false, false],
                margin: [8, 0, 0, 0],
              },
            ],
          ],
        },
      },
      { text: head("why"), bold: true, fontSize: 11, margin: [0, 12, 0, 3] },
      { ol: verdict.findings.map(findingBlock) },
      ...section("changes", verdict.wouldChange),
      ...section("unseen", verdict.reservations),
      {
        unbreakable: true,
        margin: [0, 12, 0, 0],
        table: {
          widths: [90, "*"],
          body: facts.map(([name, value]) => [{ text: name, color: INK.muted }, { text: value }]),
        },
        layout: {
          hLineWidth: () => 0.5,
          vLineWidth: () => 0,
          hLineColor: () => INK.line,
          paddingLeft: () => 0,
          paddingTop: () => 2,
          paddingBottom: () => 2,
        },
        fontSize: 8,
      },
    ],
    footer: (page: number, pages: number) => ({
      text: `${check.id}  ·  ${page} / ${pages}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 8,
      margin: [48, 12, 48, 0],
    }),
  });
}
