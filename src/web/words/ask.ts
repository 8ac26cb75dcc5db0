import type { Words } from "./pair.ts";

/** What is said of the front page. */
export const ASK_WORDS = {
  "ask.title": ["May this go through?", "진행해도 됩니까?"],
  "ask.hint": [
    "A name, a company, a payment message, or goods with a code",
    "이름, 회사, 지급 전문, 또는 품목 코드",
  ],
  "ask.label": ["Who, or what?", "누구입니까? 무엇입니까?"],
  "ask.check": ["Check", "확인"],
  "ask.schema": ["Kind", "종류"],
  "ask.schema.any": ["Anything", "무관"],
  "ask.schema.person": ["Person", "개인"],
  "ask.schema.company": ["Company", "회사"],
  "ask.schema.vessel": ["Vessel", "선박"],
  "ask.birth": ["Born", "출생"],
  "ask.birth.hint": ["1970, 1970-02 or 1970-02-05", "1970, 1970-02 또는 1970-02-05"],
  "ask.country": ["Country", "국가"],
  "ask.id": ["Passport, IMO or other number", "여권, IMO 등 번호"],
  "ask.more": ["More facts (optional)", "추가 사실 (선택)"],
  "ask.none": ["No answer yet.", "아직 답이 없습니다."],
  "ask.none.next": [
    "Type a name and press Enter. The lists are open; nothing you type is kept unless you are signed in.",
    "이름을 입력하고 Enter를 누르십시오. 로그인하지 않으면 입력한 내용은 보관되지 않습니다.",
  ],
  "ask.error.empty": ["Enter a name or goods.", "이름이나 품목을 입력하십시오."],
  "ask.error.birth": [
    "Enter the birth date as 1970, 1970-02 or 1970-02-05.",
    "출생일을 1970, 1970-02, 1970-02-05 형식으로 입력하십시오.",
  ],
  "ask.matches": ["Whom this may be", "일치 후보"],
  "ask.matches.none": ["Nobody on the lists is like this.", "명단에 비슷한 대상이 없습니다."],
  "ask.outOfForce": ["Not in force on that day", "해당 일자에 효력 없음"],
  "ask.clear": ["Clear: nobody on the lists is this party.", "해당 없음: 명단에 이 대상이 없습니다."],
  "ask.refer": [
    "Refer: this may be a listed party. A person must decide.",
    "검토 필요: 등재 대상일 수 있습니다. 담당자가 판단해야 합니다.",
  ],
  "ask.signin": ["Sign in to ask.", "질의하려면 로그인하십시오."],
  "ask.below": ["Below the threshold", "기준 미만 후보"],
  "ask.took": ["{matches} compared in {ms} ms", "{matches} 비교, {ms} ms"],
} as const satisfies Words;
