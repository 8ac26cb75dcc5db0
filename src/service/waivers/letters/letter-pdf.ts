import { sayMeasure } from "../../../engine/check/goods.ts";
import { sayAuthority } from "../../../engine/check/waived.ts";
import { bundledMeasures } from "../../../engine/goods/bundled-measures.ts";
import { sayHs } from "../../../engine/goods/hs-code.ts";
import { sayMoney, sayQuantity } from "../../../engine/waivers/amount.ts";
import { amountIn, type DocumentLanguage, dayIn, labelIn, sentenceIn } from "../../../korean/documents.ts";
import { sayAct } from "../../../korean/goods-sentences.ts";
import { INK, renderPdf } from "../../../platform/pdf-document.ts";
import type { Letter, SignedLetter } from "./letter.ts";

/** What is printed: a letter with its signature, or a draft that nobody has signed. */
type Printed = {
  readonly letter: Letter;
  readonly signed: SignedLetter | null;
  /** Of the paper: what is signed are the facts, which have none. */
  readonly language: DocumentLanguage;
};

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

/** When goods may pass, and which letter this one takes the place of. */
function termsOf({ letter, language }: Printed): { readonly passes: string; readonly replaces: string } {
  const day = (date: string): string => dayIn(language, date);
  const { approvedOn, from, until, zone, version, replaces } = letter;
  if (language === "ko")
    return {
      passes: `${day(approvedOn)} 승인. 물품은 ${day(from)}부터 ${day(until)}까지(양일 포함, ${zone} 기준) 통과할 수 있습니다.`,
      replaces: `제${version}판. 효력을 잃은 ${replaces ?? ""} 허가서를 대체합니다.`,
    };
  return {
    passes: `Approved on ${day(approvedOn)}. Goods may pass from ${day(from)} to ${day(until)}, both days included, by the days of ${zone}.`,
    replaces: `Version ${version}. It takes the place of letter ${replaces ?? ""}, which holds no longer.`,
  };
}

function headOf(printed: Printed): object {
  const { letter, signed, language } = printed;
  const terms = termsOf(printed);
  return {
    columns: [
      {
        width: "*",
        stack: [
          { text: letter.reference, color: INK.muted },
          { text: letter.title, bold: true, fontSize: 16, margin: [0, 4, 12, 0] },
          {
            text: terms.passes,
            margin: [0, 10, 12, 0],
          },
          ...(letter.replaces === null
            ? []
            : [
                {
                  text: terms.replaces,
                  margin: [0, 6, 12, 0],
                },
              ]),
        ],
      },
      {
        width: QR_POINTS + 8,
        stack: [
          ...(signed === null
            ? [
                {
                  text: labelIn(language, "Draft"),
                  bold: true,
                  fontSize: 16,
                  alignment: "right",
                  margin: [0, 18, 0, 0],
                },
              ]
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
            text: labelIn(language, signed === null ? "It permits nothing." : "How it stands today"),
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
function sayLifted(id: string, language: DocumentLanguage): string {
  const measure = bundledMeasures().all.find((one) => one.id === id);
  if (measure === undefined) return id;
  const act = sayMeasure(measure);
  return `${language === "ko" ? sayAct(act) : act} (${id})`;
}

function sayIssuer(authority: string, language: DocumentLanguage): string {
  const name = sayAuthority(authority);
  return language === "ko" ? labelIn("ko", name) : startWord(name.replace(/^the /, ""));
}

function sayShipments(max: number | null, language: DocumentLanguage): string {
  if (max === null) return labelIn(language, "not limited");
  return language === "ko" ? `최대 ${max}회` : `at most ${max}`;
}

function factsOf({ letter, language }: Printed): object {
  const free = labelIn(language, "not limited");
  const { valueMax } = letter;
  const value =
    valueMax === null
      ? free
      : language === "ko"
        ? `${sayMoney(valueMax)} 이하`
        : `at most ${sayMoney(valueMax)}`;
  const rows: readonly (readonly [string, string])[] = [
    ["Authority", sayIssuer(letter.authority, language)],
    ["Lifts", [...new Set(letter.measures.map((id) => sayLifted(id, language)))].join("; ")],
    ["Parties", letter.parties === null ? free : letter.parties.join("; ")],
    ["Route", letter.route === null ? free : letter.route.join(" – ")],
    ["Shipments", sayShipments(letter.shipmentsMax, language)],
    ["Value", value],
    ...letter.conditions.map((words, at) => [`Condition ${at + 1}`, sentenceIn(language, words)] as const),
  ];
  return {
    margin: [0, 18, 0, 0],
    table: {
      widths: [96, "*"],
      body: rows.map(([label, value]) => [
        { text: labelIn(language, label), color: INK.muted },
        { text: value },
      ]),
    },
    layout: RULED,
  };
}

function annexOf({ letter, language }: Printed): object[] {
  const cell = (text: string) => ({ text: labelIn(language, text), color: INK.muted, fontSize: 8.5 });
  return [
    { text: labelIn(language, "Annex"), bold: true, fontSize: 13, margin: [0, 22, 0, 6], headlineLevel: 1 },
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
            { text: amountIn(language, sayQuantity(quantity)), alignment: "right" },
          ]),
        ],
      },
      layout: RULED,
    },
    {
      text: labelIn(
        language,
        "Only what stands in the annex may pass, up to the quantity of its line. Anything else stays forbidden.",
      ),
      margin: [0, 8, 0, 0],
      color: INK.muted,
    },
  ];
}

function signatureOf({ letter, signature, key }: SignedLetter, language: DocumentLanguage): object {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [
      { text: labelIn(language, "Signature"), bold: true, fontSize: 11 },
      {
        text:
          language === "ko"
            ? `키 ${key.id}의 Ed25519 서명이며, 이 종이와 함께 파일로 교부하는 허가서의 정규 JSON(RFC 8785)에 대한 것입니다. 서명된 사실에는 언어가 없습니다. “sluice waivers verify FILE”로 누구에게도 묻지 않고 확인할 수 있습니다. 이후 취소되었거나 소진되었는지는 ${letter.verify}에서만 알 수 있습니다.`
            : `Ed25519 by key ${key.id} over the letter’s canonical JSON (RFC 8785), which goes with this paper as a file: “sluice waivers verify FILE” proves it without asking anyone. Whether it was revoked or used up since, only ${letter.verify} can say.`,
        margin: [0, 3, 0, 0],
      },
      { text: signature, fontSize: 8, margin: [0, 5, 0, 0] },
    ],
  };
}

/** The letter and its annex as a PDF with its fonts in it; the same letter gives the same pages. */
export function letterPdf(signed: SignedLetter, language: DocumentLanguage = "en"): Promise<Buffer> {
  return renderPrinted({ letter: signed.letter, signed, language });
}

/** What the letter would be, for those who decide: marked as a draft on every page, without signature and code. */
export function draftPdf(letter: Letter, language: DocumentLanguage = "en"): Promise<Buffer> {
  return renderPrinted({ letter, signed: null, language });
}

function renderPrinted(printed: Printed): Promise<Buffer> {
  const { letter, signed, language } = printed;
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
      ...(signed === null ? [] : [signatureOf(signed, language)]),
    ],
    ...(signed === null
      ? {
          watermark: {
            text: labelIn(language, "DRAFT"),
            font: "Pretendard",
            color: INK.muted,
            opacity: 0.12,
            bold: true,
          },
        }
      : {}),
    // A heading that would stand alone at the foot of a page goes with what it heads.
    pageBreakBefore: (node: { headlineLevel?: number }, nodes: { getFollowingNodesOnPage(): unknown[] }) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length < 8,
    footer: (page: number, pages: number) => ({
      columns: [
        {
          text: signed === null ? labelIn(language, "Draft: not a letter") : letter.id,
          color: INK.muted,
          fontSize: 8,
        },
        {
          text: language === "ko" ? `${page} / ${pages}` : `page ${page} of ${pages}`,
          alignment: "right",
          color: INK.muted,
          fontSize: 8,
        },
      ],
      margin: [56, 18, 56, 0],
    }),
  });
}
