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
  "lists.lead": [
    "Every answer rests on these. An update that fails leaves the last whole edition in force.",
    "모든 판정은 이 명단을 근거로 합니다. 갱신에 실패하면 직전 판이 그대로 적용됩니다.",
  ],
  "lists.asked": [
    "Asked the publishers; what is newer comes into force by itself.",
    "발행 기관에 요청했습니다. 새 판은 자동으로 적용됩니다.",
  ],
  "lists.since": ["since {time}", "{time}부터"],
  "lists.failed.next": [
    "Screening goes on with the edition named. Try again, or look at the publisher's site.",
    "표시된 판으로 스크리닝을 계속합니다. 다시 시도하거나 발행 기관 사이트를 확인하십시오.",
  ],
  "lists.touched": ["What new lists did among our subjects", "새 명단이 조회 대상에 미친 영향"],
  "lists.touched.none": ["No new list was taken into force yet.", "아직 새로 적용된 명단이 없습니다."],
  "lists.touched.nobody": ["It made none of our subjects a hit.", "새로 탐지된 조회 대상이 없습니다."],
  "lists.touched.subject": ["The subject", "조회 대상"],
  "lists.touched.run": [
    "{screened} of {total} subjects screened again",
    "조회 대상 {total}개 중 {screened}개 재스크리닝",
  ],
  "lists.touched.found": [
    "{listings:listing|listings} touched; {opened:alert|alerts} opened, {closed} closed",
    "등재 항목 {listings}개 변경, 알림 {opened}건 생성, {closed}건 종결",
  ],
  "list.none": ["There is no such list.", "그런 명단이 없습니다."],
  "list.publisher": ["At the publisher", "발행 기관 페이지"],
  "list.newest": ["Edition of {day}, {age} old, {count} entries", "{day} 판, {age} 경과, 항목 {count}개"],
  "list.editions": ["Editions held", "보유한 판"],
  "list.entries": ["{count:entry|entries}", "항목 {count}개"],
  "list.rejected": ["{count:row|rows} could not be read", "읽지 못한 행 {count}개"],
  "list.changes": ["What changed", "변경 내용"],
  "list.changes.first": [
    "The edition of {day} is the oldest held; there is nothing to compare it with.",
    "{day} 판은 보유한 가장 오래된 판이므로 비교할 대상이 없습니다.",
  ],
  "list.changes.none": [
    "Between {from} and {to} nobody came and nobody went.",
    "{from}부터 {to}까지 추가되거나 삭제된 항목이 없습니다.",
  ],
  "list.changes.words": [
    "Between {from} and {to}, {came} came and {went} went; {stayed} stand in both.",
    "{from}부터 {to}까지 {came}개 추가, {went}개 삭제, {stayed}개 유지",
  ],
  "list.came": ["Came", "추가"],
  "list.went": ["Went", "삭제"],
  "list.more": ["and {count} more", "그 밖에 {count}개"],
  "lists.failed": ["Update failed; {day} is used", "갱신 실패, {day} 자 사용"],
} as const satisfies Words;
