import type { Words } from "./pair.ts";

/** What is said of listed parties. */
export const ENTITIES_WORDS = {
  "entity.title": ["Listed party", "등재 대상"],
  "entity.names": ["Names", "이름"],
  "entity.facts": ["Facts", "사실"],
  "entity.listings": ["Listings", "등재 항목"],
  "entity.relations": ["Relations", "관계"],
  "entity.editions": ["Which edition said it", "명단별 수록"],
  "entity.none": ["There is no such listed party.", "그런 등재 대상이 없습니다."],
} as const satisfies Words;
