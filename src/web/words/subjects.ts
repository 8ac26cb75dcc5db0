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
  "subject.behind": ["Who is behind it", "소유·지배 관계"],
  "subject.behind.none": ["No owner and no tie is known yet.", "알려진 소유자나 관계가 아직 없습니다."],
  "subject.behind.open": ["Open the network", "관계 열기"],
  "subject.screenings": ["Screenings", "스크리닝 이력"],
  "subject.screening.none": ["No listed party is similar.", "유사한 등재 대상이 없습니다."],
  "subject.screening.near": [
    "{count:listed party is|listed parties are} similar, the nearest at {score}.",
    "유사한 등재 대상 {count}개, 최고 점수 {score}.",
  ],
  "subject.screening.opened": ["{count:alert|alerts} opened.", "알림 {count}건 생성."],
  "subject.screening.closed": ["{count:alert|alerts} closed.", "알림 {count}건 종결."],
  "subject.screening.lists": ["lists {snapshot}", "명단 {snapshot}"],
  "subject.documents": ["Documents", "문서"],
  "subject.documents.none": [
    "None yet. Files are kept with an alert, and a block drafts its report.",
    "아직 없습니다. 알림에 첨부한 파일과 동결 보고가 여기에 모입니다.",
  ],
  "channel.onboarding": ["On arrival", "등록 시"],
  "channel.change": ["Because its facts changed", "사실 변경"],
  "channel.periodic": ["Periodically", "정기"],
  "channel.list-delta": ["Because a list changed", "명단 변경"],
  "channel.policy": ["Because the policy or the program changed", "정책 또는 프로그램 변경"],
  "channel.import": ["Brought in by a file", "파일로 등록"],
  "channel.check": ["By a check", "판정"],
  "subject.suppressions": ["Remembered as another party", "다른 대상으로 판단됨"],
} as const satisfies Words;
