import { sayMeasure } from "../../../engine/check/goods.ts";
import { sayAuthority } from "../../../engine/check/waived.ts";
import { bundledMeasures } from "../../../engine/goods/bundled-measures.ts";
import type { Money, Quantity } from "../../../engine/transaction.ts";
import { sayMoney, sayQuantity } from "../../../engine/waivers/amount.ts";
import { sayAct } from "../../../korean/acts.ts";
import { amountIn, type DocumentLanguage, labelIn } from "../../../korean/documents.ts";

/** All that the paper says beside the letter's own facts. */
export type LetterWords = {
  readonly kind: string;
  readonly reference: string;
  readonly approved: string;
  readonly permits: (from: string, until: string, zone: string) => string;
  readonly replaces: (version: number, letter: string) => string;
  readonly terms: string;
  readonly measures: string;
  readonly parties: string;
  readonly route: string;
  readonly shipments: string;
  readonly value: string;
  readonly condition: (number: number) => string;
  readonly unlimited: string;
  readonly atMost: (what: string) => string;
  readonly times: (count: number) => string;
  readonly signature: string;
  readonly signedBy: (key: string, day: string) => string;
  readonly proven: string;
  readonly today: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly annex: string;
  readonly annexNote: string;
  readonly line: string;
  readonly item: string;
  readonly codes: string;
  readonly quantity: string;
  readonly page: (page: number, pages: number) => string;
};

const EN: LetterWords = {
  kind: "Waiver",
  reference: "Reference",
  approved: "Approved",
  permits: (from, until, zone) =>
    `The goods that the annex names may pass from ${from} to ${until}, both days included, by the days of ${zone}, on the terms below. Whatever the annex does not name stays forbidden.`,
  replaces: (version, letter) =>
    `This is version ${version}. It takes the place of letter ${letter}, which holds no longer.`,
  terms: "Terms",
  measures: "Lifts",
  parties: "Parties",
  route: "Route",
  shipments: "Shipments",
  value: "Value",
  condition: (number) => `Condition ${number}`,
  unlimited: "not limited",
  atMost: (what) => `at most ${what}`,
  times: (count) => `at most ${count}`,
  signature: "Signature",
  signedBy: (key, day) => `Signed on ${day} by key ${key} (Ed25519, over the letter's canonical JSON).`,
  proven:
    "Anybody can prove it without asking anyone, with the letter's file: sluice waivers verify FILE. Whether it was suspended, revoked or used up since, only the address in the code can say:",
  today: "How it stands today",
  draft: "Draft",
  draftNote: "It permits nothing.",
  annex: "Annex",
  annexNote: "Only these goods, up to the quantity of their line.",
  line: "Line",
  item: "Item",
  codes: "HS codes",
  quantity: "Quantity",
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const KO: LetterWords = {
  kind: "제재 면제 허가서",
  reference: "문서 번호",
  approved: "승인일",
  permits: (from, until, zone) =>
    `부속서에 기재된 물품은 아래 조건에 따라 ${from}부터 ${until}까지(양일 포함, ${zone} 날짜 기준) 통과할 수 있습니다. 부속서에 없는 물품은 계속 금지됩니다.`,
  replaces: (version, letter) =>
    `제${version}판입니다. 종전 허가서 ${letter}를 대체하며, 종전 허가서는 효력이 없습니다.`,
  terms: "조건",
  measures: "해제 조치",
  parties: "당사자",
  route: "경로",
  shipments: "선적 횟수",
  value: "금액",
  condition: (number) => `조건 ${number}`,
  unlimited: "제한 없음",
  atMost: (what) => `최대 ${what}`,
  times: (count) => `최대 ${count}회`,
  signature: "전자 서명",
  signedBy: (key, day) => `${day} 키 ${key}로 서명(Ed25519, 허가서의 정규 JSON 대상).`,
  proven:
    "허가서 파일이 있으면 누구나 오프라인에서 확인할 수 있습니다: sluice waivers verify FILE. 이후의 정지·취소·소진 여부는 코드의 주소에서만 확인됩니다.",
  today: "현재 상태 확인",
  draft: "초안",
  draftNote: "효력이 없습니다.",
  annex: "부속서",
  annexNote: "다음 물품만, 품목별 수량까지만 통과할 수 있습니다.",
  line: "번호",
  item: "품목",
  codes: "HS 코드",
  quantity: "수량",
  page: (page, pages) => `${pages}쪽 중 ${page}쪽`,
};

/** The words of the paper in a language. */
export const letterWords = (language: DocumentLanguage): LetterWords => (language === "ko" ? KO : EN);

const startWord = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The authority as the head of a letter names it. */
export function sayOffice(language: DocumentLanguage, authority: string): string {
  const name = sayAuthority(authority);
  return language === "ko" ? labelIn("ko", name) : startWord(name.replace(/^the /, ""));
}

/** 20 pieces, or 20개. */
export const sayLetterQuantity = (language: DocumentLanguage, quantity: Quantity): string =>
  amountIn(language, sayQuantity(quantity));

/** USD 48,000 in both: the currency's code stands before the amount, thousands apart. */
export const sayLetterMoney = (money: Money): string =>
  sayMoney(money).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The place whose days count: New York. */
export const sayZone = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

/** The paragraphs that ids of measures stand for, each once; an id of none is shown as it is. */
export function sayLifted(language: DocumentLanguage, ids: readonly string[]): string {
  const said = ids.map((id) => {
    const measure = bundledMeasures().all.find((one) => one.id === id);
    if (measure === undefined) return id;
    const act = sayMeasure(measure);
    return `${language === "ko" ? sayAct(act) : act} (${id})`;
  });
  return [...new Set(said)].join("; ");
}
