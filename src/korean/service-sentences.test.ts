import { describe, expect, it } from "vitest";
import { sayInKorean } from "./service-sentences.ts";

describe("sentences of the service", () => {
  it.each([
    ["A nationality is the same.", "국적이 같습니다."],
    [
      "Of 3 words asked about, 2 of 3 listed are met; the rarer the words, the more it says.",
      "질의한 낱말 3개 중 등재된 낱말 3개 가운데 2개와 대응합니다. 드문 낱말일수록 의미가 큽니다.",
    ],
    ["JONG, Song Hwa matches with a score of 0.97.", "JONG, Song Hwa: 점수 0.97로 일치 후보입니다."],
    [
      "“Chong Song-hwa”, director of “Bright Harbor App Studio”, may be JONG, Song Hwa (OFAC SDN List 24979, DPRK4, since 13 September 2018).",
      "“Bright Harbor App Studio”의 임원 “Chong Song-hwa”: JONG, Song Hwa일 수 있습니다(OFAC SDN 명단 24979, DPRK4, 2018년 9월 13일부터).",
    ],
    [
      "This payment must not pass on 14 September 2018 before a person has decided. Payee “A” may be B (UN list KPi.1). (and 2 more reasons)",
      "이 지급: 2018년 9월 14일 기준, 담당자가 판단하기 전에는 진행할 수 없습니다. 수취인 “A”: B일 수 있습니다(UN list KPi.1). (사유 2건 더 있음)",
    ],
    [
      "Bright Harbor App Studio has as an officer Chong Song-hwa, last known 2 years before; Chong Song-hwa may be JONG, Song Hwa by name and facts.",
      "Bright Harbor App Studio → Chong Song-hwa: 임원, 2년 전 정보, Chong Song-hwa: 이름과 사실로 보아 JONG, Song Hwa일 수 있음.",
    ],
    [
      "A Ltd has the telephone number of B Ltd (+82 2 123), as 3 others have.",
      "A Ltd, B Ltd: 같은 전화번호 (+82 2 123), 그 밖에 3곳.",
    ],
    [
      "The suppression sup_1 holds no longer. The subject's facts changed: alias: now Chong; no longer Jong, Kim; birthDate: now 1971. The listing's facts changed: country: no longer cn.",
      "오탐 제외 sup_1의 효력이 끝났습니다. 조회 대상의 사실이 변경되었습니다: 다른 이름(추가 Chong, 삭제 Jong, Kim), 출생일(추가 1971). 등재 항목의 사실이 변경되었습니다: 국가(삭제 cn).",
    ],
    ["It ended on 3 March 2026.", "2026년 3월 3일에 끝났습니다."],
    ["It was revoked on 3 March 2026 (wrong).", "2026년 3월 3일에 철회되었습니다(wrong)."],
    [
      "With the listing's facts as they are now, JONG is below the threshold of 0.7.",
      "등재 항목의 현재 사실로는 JONG의 점수가 기준 0.7 미만입니다.",
    ],
    ["Item d: a description of the goods and services.", "d항: 물품과 용역을 설명하십시오."],
    ["the HS code of line 3.", "품목 3: HS 코드를 쓰십시오."],
    [
      "No waiver of the United States covers it: us-2019: it expired on 8 September 2019.",
      "미국의 면제가 적용되지 않습니다(us-2019): 2019년 9월 8일에 만료되었습니다.",
    ],
    [
      "route through Dandong is not in the letter: it allows the route Seoul – Pyongyang, not Seoul – Dandong – Pyongyang",
      "Dandong 경유는 허가서에 없습니다. 허가 경로: Seoul – Pyongyang",
    ],
    [
      "What share A Ltd holds of the votes of B GmbH on 2018-09-13 (dates: since 2018-08-02) (stated: 25 to 50 %).",
      "A Ltd: 2018-09-13에 B GmbH 의결권 비율을 확인해야 합니다(기재: 25~50%, 날짜: 2018-08-02부터).",
    ],
    [
      "What share A Ltd holds of B GmbH (not stated).",
      "A Ltd: B GmbH 지분 비율을 확인해야 합니다(기재 없음).",
    ],
    [
      "A Ltd held 60 % of B GmbH until 1 September 2018, 12 days before the designation of 13 September 2018: whether it was truly given up, and lawfully, is for a person to see.",
      "A Ltd: 2018년 9월 1일까지 B GmbH 지분 60%를 보유했습니다(2018년 9월 13일 지정 12일 전). 실제로, 적법하게 처분했는지 담당자가 확인해야 합니다.",
    ],
    [
      "Blocked owners hold 30 % of B GmbH, less than the rule asks: dealings with them themselves stay forbidden.",
      "차단된 소유자가 B GmbH 지분 30%를 보유하나 기준에 미치지 않습니다. 소유자 본인과의 거래는 여전히 금지됩니다.",
    ],
  ])("are said in Korean: %s", (english, korean) => {
    expect(sayInKorean(english)).toBe(korean);
  });

  it("stay as they are where they are not known", () => {
    expect(sayInKorean("A sentence that nobody has translated.")).toBeNull();
  });
});
