import type { Words } from "./pair.ts";

/** What is said of the lists and their editions. */
export const LISTS_WORDS = {
  "lists.title": ["Lists", "제재 명단"],
  "lists.list": ["List", "명단"],
  "lists.publisher": ["Publisher", "발행 기관"],
  "lists.edition": ["Newest edition", "최신 판"],
  "lists.age": ["Age", "경과"],
  "lists.entries": ["Entries", "항목"],
  "lists.update": ["Update now", "지금 갱신"],
  "lists.snapshot": ["Lists in force:", "적용 중인 명단:"],
  "lists.earlier": ["and {count} earlier", "이전 판 {count}개"],
  "lists.failed": ["Update failed; {day} is used", "갱신 실패, {day} 자 사용"],
} as const satisfies Words;
