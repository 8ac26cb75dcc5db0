import type { Words } from "./pair.ts";

/** What is said of a letter to whoever holds it. */
export const VERIFY_WORDS = {
  "verify.title": ["Is this letter valid?", "이 허가서는 유효합니까?"],
  "verify.valid": ["Valid today, {day}", "오늘({day}) 유효합니다"],
  "verify.invalid": ["Not valid today, {day}", "오늘({day}) 유효하지 않습니다"],
  "verify.forged": ["Not genuine: do not rely on it", "진본이 아닙니다. 믿지 마십시오"],
  "verify.keep": ["Keep it as a file", "파일로 보관"],
  "verify.none": ["There is no such letter here.", "그런 허가서가 없습니다."],
  "verify.none.next": [
    "Compare the number with the paper. A paper whose number is not here was not issued here.",
    "문서의 번호와 비교하십시오. 이곳에 없는 번호의 문서는 이곳에서 발급한 것이 아닙니다.",
  ],
  "verify.standing": ["How it stands", "상태"],
  "verify.standing.awaiting-confirmation": ["Waits for a second person", "확인 대기"],
  "verify.standing.not-yet": ["Not yet in force", "효력 발생 전"],
  "verify.standing.in-force": ["In force", "효력 있음"],
  "verify.standing.suspended": ["Suspended", "정지"],
  "verify.standing.exhausted": ["Used up", "소진"],
  "verify.standing.expired": ["Expired", "만료"],
  "verify.standing.revoked": ["Revoked", "취소"],
  "verify.standing.surrendered": ["Given back", "반납"],
  "verify.standing.superseded": ["Replaced by another letter", "다른 허가서로 대체됨"],
  "verify.newer": ["See the letter in its place", "대체한 허가서 보기"],
  "verify.authority": ["Authority", "허가 기관"],
  "verify.window": ["Window", "허가 기간"],
  "verify.days": ["{from} to {until}", "{from} ~ {until}"],
  "verify.parties": ["Only these parties", "허가 당사자"],
  "verify.anyone": ["Not limited", "제한 없음"],
  "verify.route": ["Only by", "허가 경로"],
  "verify.shipments": ["Shipments left", "남은 운송 횟수"],
  "verify.lines": ["Only these goods", "허가 품목"],
  "verify.left": ["{left} of {allowed} remain", "{allowed} 중 {left} 남음"],
  "verify.allowed": ["{allowed} allowed; what remains is not published", "{allowed} 허가, 잔량 비공개"],
  "verify.signed.checking": ["Checking the signature", "서명 확인 중"],
  "verify.signed.holds": [
    "This browser checked the signature of key {key}. To prove the paper's file without asking anyone, use “sluice waivers verify”.",
    "이 브라우저가 키 {key}의 서명을 확인했습니다. 아무에게도 묻지 않고 파일을 확인하려면 ‘sluice waivers verify’를 쓰십시오.",
  ],
  "verify.signed.fails": [
    "The signature is not that of key {key}: do not rely on this letter.",
    "키 {key}의 서명이 아닙니다. 이 허가서를 믿지 마십시오.",
  ],
  "verify.signed.cannot": [
    "This browser cannot check the signature of key {key}; use “sluice waivers verify” on the paper's file.",
    "이 브라우저는 키 {key}의 서명을 확인할 수 없습니다. ‘sluice waivers verify’로 파일을 확인하십시오.",
  ],
} as const satisfies Words;
