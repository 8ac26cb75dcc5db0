import { sayMeasure } from "../../../engine/check/goods.ts";
import { sayAuthority } from "../../../engine/check/waived.ts";
import { sayDay } from "../../../engine/day.ts";
import { bundledMeasures } from "../../../engine/goods/bundled-measures.ts";
import { sayHs } from "../../../engine/goods/hs-code.ts";
import { sayMoney, sayQuantity } from "../../../engine/waivers/amount.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { Letter, SignedLetter } from "./letter.ts";

/** What is printed: a letter with its signature, or a draft that nobody has signed. */
type Printed = { readonly letter: Letter; readonly signed: SignedLetter | null };

/** Side of the QR code: read by a phone from an arm's length. */
const QR_POINTS = 108;

const RULED = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column: number) => (column === 0 ? 0 : 6),
  paddingRight: () => 6,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

function headOf({ letter, signed }: Printed): object {
  return {
    columns: [
      {
        width: "*",
        stack: [
          { text: letter.reference, color: INK.muted },
          { text: letter.title, bold: true, fontSize: 16, margin: [0, 4, 12, 0] },
          {
            text: `Approved on ${sayDay(letter.approvedOn)}. Goods may pass from ${sayDay(letter.from)} to ${sayDay(letter.until)}, both days included, by the days of ${letter.zone}.`,
            margin: [0, 10, 12, 0],
          },
          ...(letter.replaces === null
            ? []
            : [
                {
                  text: `Version ${letter.version}. It takes the place of letter ${letter.replaces}, which holds no longer.`,
                  margin: [0, 6, 12, 0],
                },
              ]),
        ],
      },
      {
        width: QR_POINTS + 8,
        stack: [
          ...(signed === null
            ? [{ text: "Draft", bold: true, fontSize: 16, alignment: "right", margin: [0, 18, 0, 0] }]
            : [
                {
                  qr: letter.verify,
                  fit: QR_POINTS,
                  eccLevel: "M",
                  foreground: INK.text,
                  alignment: "right",
                },
              ]),
          {
            text: signed === null ? "It permits nothing." : "How it stands today",
            fontSize: 8,
            color: INK.muted,
            alignment: "right",
            margin: [0, 4, 0, 0],
          },
        ],
      },
    ],
  };
}

const startWord = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The paragraph that a measure's id stands for; an id of none is shown as it is. */
function sayLifted(id: string): string {
  const measure = bundledMeasures().all.find((one) => one.id === id);
  return measure === undefined ? id : `${sayMeasure(measure)} (${id})`;
}

function factsOf({ letter }: Printed): object {
  const rows: readonly (readonly [string, string])[] = [
    ["Authority", startWord(sayAuthority(letter.authority).replace(/^the /, ""))],
    ["Lifts", [...new Set(letter.measures.map(sayLifted))].join("; ")],
    ["Parties", letter.parties === null ? "not limited" : letter.parties.join("; ")],
    ["Route", letter.route === null ? "not limited" : letter.route.join(" – ")],
    ["Shipments", letter.shipmentsMax === null ? "not limited" : `at most ${letter.shipmentsMax}`],
    ["Value", letter.valueMax === null ? "not limited" : `at most ${sayMoney(letter.valueMax)}`],
    ...letter.conditions.map((words, at) => [`Condition ${at + 1}`, words] as const),
  ];
  return {
    margin: [0, 18, 0, 0],
    table: {
      widths: [96, "*"],
      body: rows.map(([label, value]) => [{ text: label, color: INK.muted }, { text: value }]),
    },
    layout: RULED,
  };
}

function annexOf({ letter }: Printed): object[] {
  const cell = (text: string) => ({ text, color: INK.muted, fontSize: 8.5 });
  return [
    { text: "Annex", bold: true, fontSize: 13, margin: [0, 22, 0, 6], headlineLevel: 1 },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [34, "*", 150, 96],
        body: [
          [cell("Line"), cell("Item"), cell("HS codes"), { ...cell("Quantity"), alignment: "right" }],
          ...letter.lines.map(({ line, item, hs, quantity }) => [
            { text: line },
            { text: item },
            { text: hs.map(sayHs).join(", ") },
            { text: sayQuantity(quantity), alignment: "right" },
          ]),
        ],
      },
      layout: RULED,
    },
    {
      text: "Only what stands in the annex may pass, up to the quantity of its line. Anything else stays forbidden.",
      margin: [0, 8, 0, 0],
      color: INK.muted,
    },
  ];
}

function signatureOf({ letter, signature, key }: SignedLetter): object {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [
      { text: "Signature", bold: true, fontSize: 11 },
      {
        text: `Ed25519 by key ${key.id} over the letter’s canonical JSON (RFC 8785), which goes with this paper as a file: “sluice waivers verify FILE” proves it without asking anyone. Whether it was revoked or used up since, only ${letter.verify} can say.`,
        margin: [0, 3, 0, 0],
      },
      { text: signature, fontSize: 8, margin: [0, 5, 0, 0] },
    ],
  };
}

/** The letter and its annex as a PDF with its fonts in it; the same letter gives the same pages. */
export function letterPdf(signed: SignedLetter): Promise<Buffer> {
  return renderPrinted({ letter: signed.letter, signed });
}

/** What the letter would be, for those who decide: marked as a draft on every page, without signature and code. */
export function draftPdf(letter: Letter): Promise<Buffer> {
  return renderPrinted({ letter, signed: null });
}

function renderPrinted(printed: Printed): Promise<Buffer> {
  const { letter, signed } = printed;
  return renderPdf({
    pageSize: "A4",
    pageMargins: [56, 56, 56, 56],
    info: {
      title: letter.title,
      subject: letter.reference,
      creator: "Sluice",
      producer: "Sluice",
      creationDate: new Date(letter.issuedAt),
    },
    defaultStyle: { font: "Pretendard", fontSize: 9.5, color: INK.text, lineHeight: 1.25 },
    content: [
      headOf(printed),
      factsOf(printed),
      ...annexOf(printed),
      ...(signed === null ? [] : [signatureOf(signed)]),
    ],
    ...(signed === null ? { watermark: { text: "DRAFT", color: INK.muted, opacity: 0.12, bold: true } } : {}),
    // A heading that would stand alone at the foot of a page goes with what it heads.
    pageBreakBefore: (node: { headlineLevel?: number }, nodes: { getFollowingNodesOnPage(): unknown[] }) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length < 8,
    footer: (page: number, pages: number) => ({
      columns: [
        { text: signed === null ? "Draft: not a letter" : letter.id, color: INK.muted, fontSize: 8 },
        { text: `page ${page} of ${pages}`, alignment: "right", color: INK.muted, fontSize: 8 },
      ],
      margin: [56, 18, 56, 0],
    }),
  });
}
