import type { Words } from "./pair.ts";

/** What the shared components say, on whatever page they stand. */
export const COMPONENT_WORDS = {
  "state.offline": ["You are offline.", "오프라인 상태입니다."],
  "state.offline.next": [
    "What was loaded stays here, and what you typed is kept. This page asks again by itself.",
    "불러온 내용과 작성한 내용은 그대로이며, 연결되면 자동으로 다시 불러옵니다.",
  ],
  "state.offline.copy": ["Offline: this is the copy of {time}.", "오프라인: {time}에 불러온 내용입니다."],
  "state.forbidden": ["Your role does not open this.", "이 역할로는 열 수 없습니다."],
  "state.forbidden.next": [
    "Ask somebody who looks after people in your organisation.",
    "조직의 사용자 관리자에게 요청하십시오.",
  ],
  "state.signin": ["Sign in to see this.", "로그인하면 볼 수 있습니다."],
  "table.select": ["Select {name}", "{name} 선택"],
  "table.select.all": ["Select all that are shown", "표시된 항목 모두 선택"],
  "table.selected": ["{count} selected", "{count}건 선택"],
  "table.clear": ["Clear the selection", "선택 해제"],
  "undo.undo": ["Undo", "되돌리기"],
  "undo.left": ["{time} left", "{time} 남음"],
  "views.save": ["Save this view", "이 보기 저장"],
  "views.name": ["Name of the view", "보기 이름"],
  "views.remove": ["Remove the view {name}", "보기 {name} 삭제"],
  "asof.other": [
    "You see {day}, not today. What is decided here would be decided on the past, so decisions are closed.",
    "오늘이 아닌 {day} 기준입니다. 과거 기준으로는 결정할 수 없습니다.",
  ],
  "asof.back": ["Back to today", "오늘로 돌아가기"],
  "problem.title": ["There is a problem.", "확인할 사항이 있습니다."],
  "compare.agrees": ["agrees", "일치"],
  "compare.alike": ["alike", "유사"],
  "compare.differs": ["differs", "불일치"],
  "compare.missing": ["not stated on one side", "한쪽에 정보 없음"],
  "reason.for.very": ["speaks very strongly for it", "매우 강한 근거"],
  "reason.for.strong": ["speaks strongly for it", "강한 근거"],
  "reason.for.some": ["speaks for it", "근거"],
  "reason.for.little": ["says a little for it", "약한 근거"],
  "reason.against.very": ["speaks very strongly against it", "매우 강한 반대 근거"],
  "reason.against.strong": ["speaks strongly against it", "강한 반대 근거"],
  "reason.against.some": ["speaks against it", "반대 근거"],
  "reason.against.little": ["says a little against it", "약한 반대 근거"],
} as const satisfies Words;
