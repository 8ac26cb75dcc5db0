import type { Words } from "./pair.ts";

/** What is said of the first minutes. */
export const START_WORDS = {
  "nav.start": ["Start here", "시작하기"],
  "start.title": ["Start here", "시작하기"],
  "start.lead": [
    "Five minutes to your first decision: the lists are real, the customers are made up.",
    "5분이면 첫 결정을 내릴 수 있습니다. 명단은 실제이고 고객은 가상입니다.",
  ],
  "start.done": ["Done", "완료"],
  "start.next": ["Next", "다음"],
  "start.later": ["Later", "나중에"],
  "start.in": ["You are in", "들어왔습니다"],
  "start.in.note": ["{name}, {organization}.", "{organization}, {name} 님."],
  "start.demo": ["Look at the demonstration", "체험용 조직 열기"],
  "start.demo.note": [
    "An organisation with a dozen customers, so that nothing of your own can be harmed. You come back whenever you like.",
    "고객 십여 명이 든 조직입니다. 실제 자료에는 영향이 없으며 언제든 돌아올 수 있습니다.",
  ],
  "start.demo.open": ["Open the demonstration", "체험용 조직 열기"],
  "start.demo.none": [
    "There is no demonstration here. Screen a file of your own instead.",
    "체험용 조직이 없습니다. 파일을 올려 시작하십시오.",
  ],
  "start.alert": ["Open the first alert", "첫 알림 열기"],
  "start.alert.note": [
    "Somebody among the customers has a name that stands on a list. See why, fact by fact.",
    "고객 중 한 명의 이름이 명단에 있습니다. 항목별로 이유를 확인하십시오.",
  ],
  "start.alert.wait": [
    "The lists are being opened and the customers screened; at the very first start this takes a minute. It shows here by itself.",
    "명단을 열고 고객을 스크리닝하는 중입니다. 첫 실행에는 1분쯤 걸리며 자동으로 표시됩니다.",
  ],
  "start.alert.open": ["{ours} ≈ {theirs}", "{ours} ≈ {theirs}"],
  "start.decide": ["Decide it", "결정하기"],
  "start.decide.note": [
    "Do names, birth dates and countries agree? Is there a fact that only one of the two can have? Answer the five steps, choose true match or false positive, say why in a sentence, and send it. Undetermined needs no steps. You can take it back for an hour.",
    "이름·생년월일·국가가 일치합니까? 한쪽에만 있을 수 있는 사실이 있습니까? 다섯 단계에 답하고 실제 일치 또는 오탐을 고른 뒤 사유를 한 문장으로 적어 보내십시오. 판단 보류는 단계 답변이 필요 없습니다. 한 시간 안에는 되돌릴 수 있습니다.",
  ],
  "start.decide.keys": [
    "By keyboard: t true match, f false positive, z undo; ? shows all keys.",
    "단축키: t 실제 일치, f 오탐, z 되돌리기, ? 전체 보기.",
  ],
  "start.decide.done": [
    "Decided: {ours}. Its receipt stands in the log for good.",
    "결정함: {ours}. 판정 기록이 영구히 남습니다.",
  ],
  "start.ask": ["Ask a question of your own", "직접 질의하기"],
  "start.ask.note": [
    "Any name, in any script, without keeping anything:",
    "어떤 문자로 적은 이름이든 조회할 수 있으며 보관되지 않습니다.",
  ],
  "start.own": ["Then, for {organization}", "다음 단계: {organization}"],
  "start.own.back": ["Back to {organization}", "돌아가기: {organization}"],
  "start.own.file": ["Screen a file of customers", "고객 파일 스크리닝"],
  "start.own.file.note": [
    "CSV or XLSX; a column of names is enough.",
    "CSV 또는 XLSX, 이름 열만 있으면 됩니다.",
  ],
  "start.own.people": ["Invite a second person", "두 번째 담당자 초대"],
  "start.own.people.note": [
    "A change of policy and four eyes need two.",
    "정책 변경과 2인 확인에는 두 사람이 필요합니다.",
  ],
  "start.own.factor": ["Set up a second factor", "2단계 인증 설정"],
  "start.own.factor.note": ["An authenticator app or a passkey.", "인증 앱 또는 패스키."],
  "start.own.key": ["Make a key for your systems", "시스템용 키 만들기"],
  "start.own.key.note": [
    "Payments and sign-ups are then asked by machine.",
    "결제와 가입을 시스템이 자동으로 조회합니다.",
  ],
  "start.own.policy": ["Look at the policy", "정책 확인"],
  "start.own.policy.note": [
    "Threshold, due days, who must agree.",
    "탐지 기준, 처리 기한, 확인자를 정합니다.",
  ],
  "start.signin": ["Sign in, and this page leads you on.", "로그인하면 안내가 시작됩니다."],
} as const satisfies Words;
