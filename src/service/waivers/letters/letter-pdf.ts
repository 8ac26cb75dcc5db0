import { sayHs } from "../../../engine/goods/hs-code.ts";
import { dayIn as dayAt } from "../../../engine/waivers/zone.ts";
import { type DocumentLanguage, dayIn, sentenceIn } from "../../../korean/documents.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { Letter, SignedLetter } from "./letter.ts";
import {
  type LetterWords,
  letterWords,
  sayLetterMoney,
  sayLetterQuantity,
  sayLifted,
  sayOffice,
  sayZone,
} from "./letter-words.ts";

/** What is printed: a letter with its signature, or a draft that nobody has signed. */
type Printed = {
  readonly letter: Letter;
  readonly signed: SignedLetter | null;
  readonly language: DocumentLanguage;
  readonly words: LetterWords;
};

/** Side of the QR code: read by a phone from an arm's length. */
const QR_POINTS = 96;
/** A4 less its margins. */
const WIDTH_POINTS = 595 - 2 * 62;
/** An annex of so few lines is not torn: it stands on one page, if need be on its own. */
const ANNEX_WHOLE_MAX = 8;
/** Rows that an annex must have room for beside its heading: else it begins on a page of its own. */
const ANNEX_NODES_MIN = 20;

const ruleAcross = (weight: number, color: string = INK.line): object => ({
  canvas: [{ type: "line", x1: 0, y1: 0, x2: WIDTH_POINTS, y2: 0, lineWidth: weight, lineColor: color }],
});

const RULED = {
  hLineWidth: (row: number, node: { table: { body: readonly unknown[] } }) =>
    row === 0 || row === node.table.body.length ? 0 : 0.5,
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column: number) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 5.5,
  paddingBottom: () => 5.5,
};

const ANNEX = {
  ...RULED,
  hLineWidth: (row: number) => (row === 1 ? 1 : 0.5),
  hLineColor: (row: number) => (row === 1 ? INK.text : INK.line),
};

const label = (text: string): object => ({ text, color: INK.muted, fontSize: 8.5 });

/** Who writes, under which reference, of which day. */
function headOf({ letter, language, words }: Printed): object[] {
  return [
    {
      columns: [
        {
          width: "*",
          stack: [
            label(words.kind),
            { text: sayOffice(language, letter.authority), bold: true, fontSize: 12, margin: [0, 2, 0, 0] },
          ],
        },
        {
          width: "auto",
          stack: [
            { ...label(words.reference), alignment: "right" },
            { text: letter.reference, alignment: "right", bold: true, margin: [0, 2, 0, 0] },
          ],
        },
      ],
    },
    { ...ruleAcross(1.2, INK.text), margin: [0, 12, 0, 0] },
  ];
}

function openingOf({ letter, language, words }: Printed): object[] {
  const day = (text: string): string => dayIn(language, text);
  return [
    { text: letter.title, bold: true, fontSize: 19, lineHeight: 1.2, margin: [0, 28, 0, 0] },
    { text: `${words.approved}: ${day(letter.approvedOn)}`, color: INK.muted, margin: [0, 6, 0, 0] },
    {
      text: words.permits(day(letter.from), day(letter.until), sayZone(letter.zone)),
      fontSize: 11,
      lineHeight: 1.45,
      margin: [0, 16, 0, 0],
    },
    ...(letter.replaces === null
      ? []
      : [{ text: words.replaces(letter.version, letter.replaces), margin: [0, 8, 0, 0] }]),
  ];
}

function termsOf({ letter, language, words }: Printed): object[] {
  const { measures, parties, route, shipmentsMax, valueMax, conditions } = letter;
  const rows: readonly (readonly [string, string])[] = [
    [words.measures, sayLifted(language, measures)],
    [words.parties, parties === null ? words.unlimited : parties.join("\n")],
    [words.route, route === null ? words.unlimited : route.join(" – ")],
    [words.shipments, shipmentsMax === null ? words.unlimited : words.times(shipmentsMax)],
    [words.value, valueMax === null ? words.unlimited : words.atMost(sayLetterMoney(valueMax))],
    ...conditions.map((text, at) => [words.condition(at + 1), sentenceIn(language, text)] as const),
  ];
  return [
    { text: words.terms, bold: true, fontSize: 12, margin: [0, 24, 0, 4], headlineLevel: 1 },
    {
      table: {
        widths: [92, "*"],
        dontBreakRows: true,
        body: rows.map(([name, value]) => [label(name), { text: value }]),
      },
      layout: RULED,
    },
  ];
}

/** Who signed, how anybody proves it, and the code that leads to how it stands today: never apart from each other. */
function signatureOf({ letter, signed, language, words }: Printed): object {
  const code =
    signed === null
      ? { text: words.draft, bold: true, fontSize: 19 }
      : { qr: letter.verify, fit: QR_POINTS, eccLevel: "M", foreground: INK.text };
  const said =
    signed === null
      ? [{ text: words.draftNote, margin: [0, 4, 0, 0] }]
      : [
          { text: words.signature, bold: true, fontSize: 12 },
          {
            text: words.signedBy(signed.key.id, dayIn(language, dayAt(letter.zone, letter.issuedAt))),
            margin: [0, 4, 0, 0],
          },
          { text: `${words.proven} ${letter.verify}`, fontSize: 8.5, color: INK.muted, margin: [0, 4, 0, 0] },
          { text: signed.signature, fontSize: 7, color: INK.muted, margin: [0, 5, 0, 0] },
        ];
  return {
    unbreakable: true,
    margin: [0, 26, 0, 0],
    stack: [
      ruleAcross(0.5),
      {
        margin: [0, 14, 0, 0],
        columns: [
          {
            width: QR_POINTS + 18,
            stack: [code, ...(signed === null ? [] : [{ ...label(words.today), margin: [0, 4, 0, 0] }])],
          },
          { width: "*", stack: said },
        ],
      },
    ],
  };
}

function annexOf({ letter, language, words }: Printed): object {
  const right = { alignment: "right" };
  const content = [
    { text: words.annex, bold: true, fontSize: 15, margin: [0, 30, 0, 0], headlineLevel: 2 },
    { text: words.annexNote, color: INK.muted, margin: [0, 3, 0, 8] },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: [34, "*", 128, 92],
        body: [
          [label(words.line), label(words.item), label(words.codes), { ...label(words.quantity), ...right }],
          ...letter.lines.map(({ line, item, hs, quantity }) => [
            { text: line },
            { text: item },
            { text: hs.map(sayHs).join(", ") },
            { text: sayLetterQuantity(language, quantity), ...right },
          ]),
        ],
      },
      layout: ANNEX,
    },
  ];
  return { stack: content, unbreakable: letter.lines.length <= ANNEX_WHOLE_MAX };
}

/** The letter and its annex as a PDF with its fonts in it; the same letter in the same language gives the same pages. */
export function letterPdf(signed: SignedLetter, language: DocumentLanguage = "en"): Promise<Buffer> {
  return renderPrinted({ letter: signed.letter, signed, language, words: letterWords(language) });
}

/** What the letter would be, for those who decide: marked as a draft on every page, without signature and code. */
export function draftPdf(letter: Letter, language: DocumentLanguage = "en"): Promise<Buffer> {
  return renderPrinted({ letter, signed: null, language, words: letterWords(language) });
}

type Node = { readonly headlineLevel?: number };
type Others = { readonly getFollowingNodesOnPage: () => readonly unknown[] };

function renderPrinted(printed: Printed): Promise<Buffer> {
  const { letter, signed, words } = printed;
  const foot = { color: INK.muted, fontSize: 8 };
  return renderPdf({
    pageSize: "A4",
    pageMargins: [62, 58, 62, 64],
    info: {
      title: letter.title,
      subject: letter.reference,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(letter.issuedAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.3 },
    content: [
      ...headOf(printed),
      ...openingOf(printed),
      ...termsOf(printed),
      signatureOf(printed),
      annexOf(printed),
    ],
    ...(signed === null
      ? { watermark: { text: words.draft, font: "Pretendard", color: INK.muted, opacity: 0.1, bold: true } }
      : {}),
    // A heading goes with what it heads; an annex that would begin at the foot of a page begins on the next.
    pageBreakBefore: ({ headlineLevel }: Node, nodes: Others) =>
      headlineLevel !== undefined &&
      nodes.getFollowingNodesOnPage().length < (headlineLevel === 2 ? ANNEX_NODES_MIN : 6),
    footer: (page: number, pages: number) => ({
      columns: [
        { text: signed === null ? words.draft : `${letter.reference} · ${letter.id}`, ...foot },
        { text: words.page(page, pages), alignment: "right", width: "auto", ...foot },
      ],
      margin: [62, 24, 62, 0],
    }),
  });
}
