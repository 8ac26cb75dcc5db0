import type { Words } from "./pair.ts";

/** What the guided tour says around the story's own sentences. */
export const TOUR_WORDS = {
  "tour.title": ["Tour: the video reunion of 2019", "둘러보기: 2019년 화상상봉"],
  "tour.lead": [
    "Real days and authorities; the annex was not public, so quantities, route and window are illustrations. Every answer on this page comes from the service now.",
    "날짜와 기관은 실제이고, 부속서는 공개되지 않아 수량·경로·기간은 예시입니다. 이 페이지의 답은 모두 지금 서비스가 계산합니다.",
  ],
  "tour.step": ["Step {number} of {count}", "{count}단계 중 {number}단계"],
  "tour.back": ["Back", "이전"],
  "tour.next": ["Next", "다음"],
  "tour.steps": ["Steps", "단계"],
  "tour.verdict": ["What the gate says on that day", "그날의 판정"],
  "tour.needs": ["What would be needed", "필요한 허가"],
  "tour.course": ["How the course stood at that minute", "그 시각의 진행 상태"],
  "tour.here": ["Where one does this here", "이 화면에서 하는 일"],
  "tour.tell": [
    "The whole of it can also happen on this service, in an organization of its own:",
    "전체 과정을 이 서비스의 별도 조직에서 실제로 진행해 볼 수 있습니다.",
  ],
  "tour.told": ["As it happened on this service", "이 서비스에서 진행된 기록"],
  "tour.told.application": ["The application, with its course and votes:", "신청과 회람·표결 경과:"],
  "tour.told.there": [
    "The whole of it happened on this service.",
    "전체 과정이 이 서비스에서 진행되었습니다.",
  ],
  "tour.told.open": ["Look at it there", "기록 보기"],
  "tour.proof": ["Sources", "근거"],
} as const satisfies Words;
