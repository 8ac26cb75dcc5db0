import { sayMeasure } from "../../../engine/check/goods.ts";
import { sayAuthority } from "../../../engine/check/waived.ts";
import { sayDay } from "../../../engine/day.ts";
import { bundledMeasures } from "../../../engine/goods/bundled-measures.ts";
import type { Measure } from "../../../engine/goods/measure.ts";
import type { Money, Quantity } from "../../../engine/transaction.ts";
import { sayMoney, sayQuantity } from "../../../engine/waivers/amount.ts";
import type { DocumentLanguage } from "../../../korean/documents.ts";

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

const AUTHORITIES_KO: Readonly<Record<string, string>> = {
  "un-1718": "유엔 안전보장이사회 1718위원회",
  us: "미국",
  eu: "유럽연합 회원국 관할 기관",
  un: "안전보장이사회 제재위원회",
  ca: "캐나다",
  gb: "영국",
  kr: "대한민국",
};

/** Counters of Korean; symbols stand as they are. */
const UNITS_KO: Readonly<Record<string, string>> = {
  piece: "개",
  pair: "쌍",
  set: "세트",
  dozen: "다스",
  metre: " m",
  litre: " L",
  tonne: " t",
  barrel: "배럴",
  hour: "시간",
  day: "일",
};

const startWord = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The authority as the head of a letter names it. */
export function sayOffice(language: DocumentLanguage, authority: string): string {
  const said = startWord(sayAuthority(authority).replace(/^the /, ""));
  return language === "ko" ? (AUTHORITIES_KO[authority] ?? said) : said;
}

/** 8 March 2019, or 2019년 3월 8일. */
export function sayLetterDay(language: DocumentLanguage, day: string): string {
  if (language === "en") return sayDay(day);
  const [year, month, date] = day.split("-").map(Number);
  return `${year}년 ${month}월 ${date}일`;
}

/** 20 pieces, or 20개. */
export function sayLetterQuantity(language: DocumentLanguage, quantity: Quantity): string {
  if (language === "en") return sayQuantity(quantity);
  const number = sayQuantity({ ...quantity, unit: "" }).trim();
  return `${number}${UNITS_KO[quantity.unit] ?? ` ${quantity.unit}`}`;
}

/** USD 48,000 in both: the currency's code stands before the amount, thousands apart. */
export const sayLetterMoney = (money: Money): string =>
  sayMoney(money).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The place whose days count: New York. */
export const sayZone = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

function sayMeasureKo(measure: Measure): string {
  const resolution = /^UNSCR (\d+) \((\d{4})\)$/.exec(measure.instrument);
  if (resolution === null) return sayMeasure(measure);
  return `안보리 결의 ${resolution[1]}호(${resolution[2]}) ${measure.paragraph}항`;
}

/** The paragraphs that ids of measures stand for, each once; an id of none is shown as it is. */
export function sayLifted(language: DocumentLanguage, ids: readonly string[]): string {
  const said = ids.map((id) => {
    const measure = bundledMeasures().all.find((one) => one.id === id);
    if (measure === undefined) return id;
    return `${language === "ko" ? sayMeasureKo(measure) : sayMeasure(measure)} (${id})`;
  });
  return [...new Set(said)].join("; ");
}
