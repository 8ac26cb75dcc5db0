import type { Words } from "./pair.ts";

/** What is said of the organisation's own subjects. */
export const SUBJECTS_WORDS = {
  "subjects.title": ["Subjects", "조회 대상"],
  "subjects.none": ["No subjects.", "조회 대상이 없습니다."],
  "subjects.none.next": [
    "Bring in customers and partners as a batch; each is screened on arrival and whenever a list changes.",
    "고객과 거래처를 일괄 처리로 올리십시오. 등록할 때와 명단이 바뀔 때마다 스크리닝합니다.",
  ],
  "subjects.line": ["Business line", "사업 부문"],
  "subjects.screened": ["Screened", "스크리닝"],
  "subjects.like": ["Similar", "유사 항목"],
  "subject.none": ["There is no such subject.", "그런 조회 대상이 없습니다."],
  "subject.removed": [
    "Not screened since {day}; the history stays.",
    "{day}부터 스크리닝하지 않습니다. 이력은 보관됩니다.",
  ],
  "subject.unscreened": ["Not screened yet.", "아직 스크리닝하지 않았습니다."],
  "subject.screened": [
    "Last screened {time}; {count:listed party is|listed parties are} similar.",
    "최근 스크리닝 {time}, 유사한 등재 대상 {count}개",
  ],
  "subject.alerts": ["Alerts and decisions", "알림과 결정"],
  "subject.alerts.none": ["There never was an alert on this subject.", "이 대상에 대한 알림이 없었습니다."],
  "subject.history": ["How the facts came", "사실의 이력"],
  "subject.brought": ["Brought in", "등록"],
  "subject.changed": ["Changed to version {number}", "버전 {number}로 변경"],
  "subject.suppressions": ["Remembered as another party", "다른 대상으로 판단됨"],
} as const satisfies Words;
