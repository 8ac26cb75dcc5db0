import type { Receipt } from "../../../engine/receipt.ts";
import { parseTransaction, type Transaction } from "../../../engine/transaction.ts";
import type { Citation, Finding } from "../../../engine/verdict.ts";
import { sayMoney, sayQuantity } from "../../../engine/waivers/amount.ts";
import { must } from "../../../fault.ts";
import { actIn } from "../../../korean/acts.ts";
import { amountIn, type DocumentLanguage, dayIn, instantIn, sentenceIn } from "../../../korean/documents.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import { ROLE_WORDS } from "./check-roles.ts";
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
  reference: ["Reference", "번호"],
  lists: ["Lists", "명단"],
  receipt: ["Receipt", "판정 기록"],
  program: ["Program", "프로그램"],
  rules: ["Measures", "제재 조치"],
  asked: ["What was asked", "질의 내용"],
  party: ["Party", "당사자"],
  funds: ["Amount", "금액"],
  way: ["From, to", "출발, 도착"],
  goods: ["Goods", "품목"],
  purpose: ["Purpose", "목적"],
  verify: ["To verify", "검증 방법"],
} as const;

/** The color of each answer's bar; the word says it as well. */
const BARS = { clear: "#0a8f86", permitted: "#3f2f94", refer: "#c07f00", prohibited: "#8b1a1a" } as const;

const UNREAD = {
  en: "; text not read, confirm it before relying on it",
  ko: ", 원문 미확인: 근거로 삼기 전에 확인해야 함",
} as const;

function sayCitation(citation: Citation, language: DocumentLanguage): string {
  const day = (date: string): string => dayIn(language, date);
  const isKorean = language === "ko";
  switch (citation.kind) {
    case "listing": {
      const { list, entry, programmes, edition } = citation;
      const named = programmes.length === 0 ? "" : ` (${programmes.join(", ")})`;
      return isKorean
        ? `${list}, 항목 ${entry}${named}, ${day(edition)} 판`
        : `${list}, entry ${entry}${named}, edition of ${day(edition)}`;
    }
    case "measure": {
      const { inForceFrom, basis } = citation;
      const from = isKorean ? `${day(inForceFrom)}부터 시행` : `in force from ${day(inForceFrom)}`;
      return `${actIn(language, citation)}, ${from}${basis === "read" ? "" : UNREAD[language]}`;
    }
    case "indicator": {
      const { id, source, publishedOn, basis } = citation;
      const first =
        publishedOn === null
          ? ""
          : isKorean
            ? `${day(publishedOn)} 최초 공개`
            : `first published on ${day(publishedOn)}`;
      return `${id}, ${source}${first === "" ? "" : `, ${first}`}${basis === "read" ? "" : UNREAD[language]}`;
    }
    case "waiver": {
      const { reference, authority, from, until } = citation;
      return isKorean
        ? `${reference} (${authority}), ${day(from)}부터 ${day(until)}까지`
        : `${reference} (${authority}), ${day(from)} to ${day(until)}`;
    }
  }
}

/** How close a page is set. A verdict with many reasons is set closer, and at last names how many more the receipt has. */
type Density = {
  readonly size: number;
  readonly findingsMax: number;
  readonly sentencesMax: number;
  readonly charsMax: number;
};
const WHOLE = Number.POSITIVE_INFINITY;
/** From generous to the closest that a person still reads; the last fits on a page whatever the verdict has. */
const DENSITIES: readonly Density[] = [
  { size: 9.5, findingsMax: WHOLE, sentencesMax: WHOLE, charsMax: WHOLE },
  { size: 8.5, findingsMax: WHOLE, sentencesMax: WHOLE, charsMax: WHOLE },
  { size: 7.5, findingsMax: WHOLE, sentencesMax: WHOLE, charsMax: WHOLE },
  { size: 7.5, findingsMax: 12, sentencesMax: 8, charsMax: 900 },
  { size: 7, findingsMax: 8, sentencesMax: 5, charsMax: 500 },
  { size: 7, findingsMax: 4, sentencesMax: 3, charsMax: 240 },
];

const clipped = (text: string, charsMax: number): string =>
  text.length <= charsMax ? text : `${text.slice(0, charsMax)} …`;

const MORE = {
  en: (count: number) => `${count} more: the receipt has them.`,
  ko: (count: number) => `${count}건 더 있음: 판정 기록에 있습니다.`,
} as const;

const VERIFY = {
  en: "“sluice replay” decides again from the receipt, and the page /receipts computes its hash again: either tells whether anything was changed.",
  ko: "“sluice replay”는 판정 기록으로 다시 판정하고, /receipts 페이지는 해시를 다시 계산하여 변경 여부를 알려 줍니다.",
} as const;

/** At most so many, and a line that says how many more there are. */
function atMost<T>(all: readonly T[], max: number, more: (count: number) => T): readonly T[] {
  return all.length <= max ? all : [...all.slice(0, max), more(all.length - max)];
}

function findingBlock(
  { words, citations }: Finding,
  { size, charsMax }: Density,
  language: DocumentLanguage,
): object {
  return {
    stack: [
      { text: clipped(sentenceIn(language, words), charsMax) },
      ...(citations.length === 0
        ? []
        : [
            {
              text: clipped(citations.map((one) => sayCitation(one, language)).join("; "), charsMax),
              color: INK.muted,
              fontSize: size - 1,
              margin: [0, 1, 0, 0],
            },
          ]),
    ],
    margin: [0, 0, 0, size / 3],
  };
}

type Row = readonly [name: string, value: string];

/** What was asked, in a row each: the parties by their part, the money, the way, the goods. */
function askedRows(
  transaction: Transaction,
  { density, language }: { readonly density: Density; readonly language: DocumentLanguage },
): readonly Row[] {
  const at = language === "en" ? 0 : 1;
  // Of whoever is asked about alone, everything that was stated is what was asked.
  const isParty = transaction.kind === "party";
  const parties = transaction.parties.map(({ role, properties }): Row => {
    const { name = ["–"], ...stated } = properties;
    const facts = isParty ? Object.values(stated).flat() : [];
    return [isParty ? HEADS.party[at] : ROLE_WORDS[role][at], [name[0] ?? "–", ...facts].join("; ")];
  });
  const goods = transaction.goods.map(
    ({ line, description, hs, quantity }) =>
      `${line}. ${description}${hs === null ? "" : ` (${hs})`}, ${amountIn(language, sayQuantity(quantity))}`,
  );
  const { funds, from, to, purpose } = transaction;
  return [
    ...atMost(parties, density.findingsMax, (count): Row => ["", MORE[language](count)]),
    ...(funds === null ? [] : [[HEADS.funds[at], sayMoney(funds)] as const]),
    ...(from === null && to === null ? [] : [[HEADS.way[at], `${from ?? "–"} – ${to ?? "–"}`] as const]),
    ...(goods.length === 0 ? [] : [[HEADS.goods[at], clipped(goods.join("; "), density.charsMax)] as const]),
    ...(purpose === "" ? [] : [[HEADS.purpose[at], clipped(purpose, density.charsMax)] as const]),
  ];
}

const rowsTable = (rows: readonly Row[], size: number): object => ({
  table: {
    widths: [90, "*"],
    body: rows.map(([name, value]) => [{ text: name, color: INK.muted }, { text: value }]),
  },
  layout: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0,
    hLineColor: () => INK.line,
    paddingLeft: () => 0,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
  fontSize: size - 1,
});

type Printed = {
  readonly check: StoredCheck;
  readonly receipt: Receipt;
  readonly language: DocumentLanguage;
};

/** The page itself, from the answer to how it is verified. */
function contentOf({ check, receipt, language }: Printed, density: Density): readonly object[] {
  const at = language === "en" ? 0 : 1;
  const { size, findingsMax, sentencesMax, charsMax } = density;
  const { verdict } = check;
  const said = (sentences: readonly string[]) => sentences.map((one) => sentenceIn(language, one));
  const headed = (name: keyof typeof HEADS): object => ({
    text: HEADS[name][at],
    bold: true,
    fontSize: size + 1.5,
    margin: [0, size, 0, 3],
  });
  const section = (name: keyof typeof HEADS, sentences: readonly string[]): readonly object[] =>
    sentences.length === 0
      ? []
      : [
          headed(name),
          { ul: atMost(said(sentences), sentencesMax, MORE[language]).map((one) => clipped(one, charsMax)) },
        ];
  const findings = atMost<object>(
    verdict.findings.map((finding) => findingBlock(finding, density, language)),
    findingsMax,
    (count) => ({ text: MORE[language](count) }),
  );
  const facts: readonly Row[] = [
    [HEADS.reference[at], check.reference],
    [HEADS.asOf[at], dayIn(language, verdict.at)],
    [HEADS.decided[at], `${instantIn(language, check.createdAt)} · ${check.createdBy.name}`],
    [HEADS.lists[at], `SHA-256 ${check.snapshot}`],
    [HEADS.rules[at], `SHA-256 ${receipt.measures}`],
    [HEADS.program[at], `${receipt.program.name} ${receipt.program.version}`],
    [HEADS.receipt[at], `${check.receipt.sequence} · SHA-256 ${check.receipt.hash}`],
    [HEADS.verify[at], VERIFY[language]],
  ];
  return [
    answerBlock(check, language, density),
    headed("asked"),
    rowsTable(askedRows(parseTransaction(receipt.transaction, check.id), { density, language }), size + 0.5),
    ...(findings.length === 0 ? [] : [headed("why"), { ol: findings }]),
    ...section("changes", verdict.wouldChange),
    ...section("unseen", verdict.reservations),
    { unbreakable: true, margin: [0, size + 2, 0, 0], stack: [rowsTable(facts, size)] },
  ];
}

function answerBlock(
  { answer, verdict }: StoredCheck,
  language: DocumentLanguage,
  { size, charsMax }: Density,
): object {
  const border = [false, false, false, false];
  return {
    table: {
      widths: [5, "*"],
      body: [
        [
          { text: "", fillColor: BARS[answer], border },
          {
            stack: [
              { text: ANSWERS[answer][language === "en" ? 0 : 1], bold: true, fontSize: size * 2 },
              { text: clipped(sentenceIn(language, verdict.summary), charsMax), margin: [0, 3, 0, 0] },
            ],
            border,
            margin: [8, 0, 0, 0],
          },
        ],
      ],
    },
  };
}

/** Pages of a PDF, as its own catalogue counts them. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;

/** A check on one page: the answer, what was asked, why, what would change it, and how to verify it. */
export async function checkPdf(
  check: StoredCheck,
  receipt: Receipt,
  language: DocumentLanguage,
): Promise<Buffer> {
  let pdf: Buffer | null = null;
  for (const density of DENSITIES) {
    pdf = await renderPdf(documentOf({ check, receipt, language }, density));
    if (pagesOf(pdf) <= 1) break;
  }
  return must(pdf, "a document is set in at least one density");
}

function documentOf(printed: Printed, density: Density): object {
  const { check, language } = printed;
  return {
    pageSize: "A4",
    pageMargins: [48, 40, 48, 40],
    info: {
      title: `${ANSWERS[check.answer][language === "en" ? 0 : 1]}: ${check.reference}`,
      subject: check.id,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(check.createdAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: density.size, color: INK.text, lineHeight: 1.2 },
    content: contentOf(printed, density),
    footer: (page: number, pages: number) => ({
      text: `${check.id}  ·  ${page} / ${pages}`,
      alignment: "right",
      color: INK.muted,
      fontSize: 7.5,
      margin: [48, 8, 48, 0],
    }),
  };
}
