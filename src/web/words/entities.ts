import type { Words } from "./pair.ts";

/** What is said of listed parties. */
export const ENTITIES_WORDS = {
  "entity.title": ["Listed party", "등재 대상"],
  "entity.names": ["Names", "이름"],
  "entity.facts": ["Facts", "사실"],
  "entity.listings": ["Listings", "등재 항목"],
  "entity.relations": ["Relations", "관계"],
  "entity.editions": ["Which edition said it", "명단별 수록"],
  "entity.when": ["What each edition says", "판별 기재 내용"],
  "entity.when.reading": [
    "The editions are read; the first time this takes a while.",
    "명단의 판을 읽고 있습니다. 처음에는 시간이 걸립니다.",
  ],
  "entity.when.steady": [
    "Nothing changed: all {count} editions held say the same.",
    "변경 없음: 보유한 {count}개 판의 내용이 같습니다.",
  ],
  "entity.when.rest": ["What did not change: {count:fact|facts}", "변경되지 않은 사실 {count}개"],
  "entity.lead.since": ["Listed by {list} since {day}.", "{list}에 {day} 등재되었습니다."],
  "entity.lead": ["Listed by {list}.", "{list}에 등재되어 있습니다."],
  "entity.lead.gone": [
    "Not listed any more; last by {list}.",
    "현재 등재되어 있지 않습니다. 마지막 명단: {list}",
  ],
  "entity.when.all": ["in all {count} editions held", "보유한 {count}개 판 모두"],
  "entity.when.one": ["in the only edition held, {day}", "보유한 유일한 판({day})"],
  "entity.when.since": ["since the edition of {day}", "{day} 판부터"],
  "entity.when.gone": ["no longer; last in the edition of {day}", "현재 없음, {day} 판까지"],
  "entity.when.reworded": ["reworded in the edition of {day}", "{day} 판에서 문구 변경"],
  "entity.when.some": ["in the editions of {days}", "{days} 판"],
  "entity.none": ["There is no such listed party.", "그런 등재 대상이 없습니다."],
} as const satisfies Words;
