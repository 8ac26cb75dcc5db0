import type { Words } from "./pair.ts";

/** What is said of codes of goods. */
export const GOODS_WORDS = {
  "goods.title": ["Codes of goods", "품목 코드"],
  "goods.label": ["Goods, in words or by code", "품목명 또는 코드"],
  "goods.to": ["To", "도착지"],
  "goods.from": ["From", "출발지"],
  "goods.way": ["Way", "방향"],
  "goods.clear": ["No measure held forbids these goods.", "이 품목을 금지하는 조치가 없습니다."],
  "goods.refer": ["A person must decide on these goods.", "이 품목은 담당자가 판단해야 합니다."],
  "goods.prohibited": ["These goods may not go.", "이 물품은 보낼 수 없습니다."],
  "goods.limits": [
    "Goods alone: no party, purpose or waiver was looked at, and goods of US content need a licence besides. Dual-use lists go by technical parameters that no code tells.",
    "품목만 본 결과입니다. 당사자, 목적, 제재 면제는 확인하지 않았으며, 미국산 부품이 든 물품은 별도 허가가 필요합니다. 이중용도 여부는 품목 코드로 알 수 없습니다.",
  ],
  "goods.unknown": [
    "{code} is a code of no edition of the Harmonized System since 2012.",
    "{code}: 2012년 이후의 어느 HS에도 없는 코드입니다.",
  ],
  "goods.former": [
    "{code} is a code of HS {edition}. Today {now}.",
    "{code}: HS {edition}의 코드입니다. 현재 코드: {now}",
  ],
  "goods.otherdays": ["On other days", "다른 날"],
  "goods.none": ["Which goods?", "어떤 품목입니까?"],
  "goods.none.next": [
    "Type a code such as 8528.52, or words such as “fibre cable” or 모니터.",
    "8528.52 같은 코드나 ‘모니터’, ‘광케이블’ 같은 품목명을 입력하십시오.",
  ],
  "goods.words": [
    "It may be one of these. A person classifies; choose a code:",
    "다음 중 하나일 수 있습니다. 품목 분류는 담당자가 합니다. 코드를 고르십시오.",
  ],
  "goods.words.none": ["No code has these words.", "해당하는 코드가 없습니다."],
  "goods.words.none.next": [
    "Try the material, the use or a simpler word.",
    "재질, 용도, 또는 더 쉬운 낱말로 찾아 보십시오.",
  ],
} as const satisfies Words;
