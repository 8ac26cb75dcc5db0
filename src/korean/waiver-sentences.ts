import { type Sentence, sayDates } from "./sentence.ts";

/** What a form lacks (`src/engine/waivers/paperwork.ts`); before each may stand the mark of the item. */
const LACKS: Readonly<Record<string, string>> = {
  "who applies.": "신청인을 쓰십시오.",
  "what kind of applicant it is.": "신청인 구분을 고르십시오.",
  "how the applicant can be reached.": "신청인 연락처를 쓰십시오.",
  "what the assistance is, and how civilians benefit.": "지원 내용과 민간인이 받는 도움을 쓰십시오.",
  "who receives it in the country.": "현지 수령인을 쓰십시오.",
  "by what criteria beneficiaries were chosen.": "수혜자 선정 기준을 쓰십시오.",
  "why an approval is required.": "허가가 필요한 이유를 쓰십시오.",
  "which provisions stand in the way, such as “2397 paragraph 7”.":
    "관련 조항을 쓰십시오(예: “2397 paragraph 7”).",
  "a description of the goods and services.": "물품과 용역을 설명하십시오.",
  "when the transfer is planned.": "이전 예정일을 쓰십시오.",
  "the route of the transfer.": "이전 경로를 쓰십시오.",
  "the suppliers, carriers, forwarders, banks and receivers known so far.":
    "알려진 공급자, 운송인, 주선인, 은행, 수령인을 쓰십시오.",
  "which payments go with it, or that there are none.": "따르는 지급을 쓰거나 없다고 표시하십시오.",
  "the annex: at least one line.": "부속서에 한 품목 이상 쓰십시오.",
  "what keeps the goods from being diverted, and who watches over it.":
    "전용 방지 조치와 감시 주체를 쓰십시오.",
  "what is to change, and why.": "변경 내용과 이유를 쓰십시오.",
  "the Committee's approval or the request filed with it, or why none is needed.":
    "위원회 승인 또는 제출한 신청서, 필요 없는 이유를 쓰십시오.",
};

const PLACES: Readonly<Record<string, string>> = {
  recipient: "수령인",
  transfer: "이전",
  party: "당사자",
  payment: "지급",
  line: "품목",
};

const OF_PLACES: readonly (readonly [RegExp, string])[] = [
  [/^the name of (recipient|party) (\d+)(?: \(.*\))?\.$/, "이름을 쓰십시오."],
  [/^where (recipient) (\d+) is\.$/, "장소를 쓰십시오."],
  [/^the first and last day of (transfer) (\d+)\.$/, "첫날과 마지막 날을 쓰십시오."],
  [/^the places that (transfer) (\d+) passes, in order\.$/, "경유지를 순서대로 쓰십시오."],
  [/^how (transfer) (\d+) is made: road, rail, sea, air\.$/, "방법(도로, 철도, 해상, 항공)을 쓰십시오."],
  [/^the port or place of departure of (transfer) (\d+)\.$/, "출발지를 쓰십시오."],
  [/^the port or place of entry of (transfer) (\d+)\.$/, "반입지를 쓰십시오."],
  [/^the amount of (payment) (\d+)\.$/, "금액을 쓰십시오."],
  [/^who pays whom in (payment) (\d+)\.$/, "지급인과 수취인을 쓰십시오."],
  [/^the banks that (payment) (\d+) goes through\.$/, "경유 은행을 쓰십시오."],
  [/^what (line) (\S+) is\.$/, "품명을 쓰십시오."],
  [/^the HS code of (line) (\S+)\.$/, "HS 코드를 쓰십시오."],
  [/^the quantity of (line) (\S+), with its unit\.$/, "수량과 단위를 쓰십시오."],
  [/^what one unit of (line) (\S+) is worth\.$/, "단가를 쓰십시오."],
  [/^the country of origin of (line) (\S+)\.$/, "원산지를 쓰십시오."],
  [/^the specification of (line) (\S+)\.$/, "규격을 쓰십시오."],
  [/^who supplies (line) (\S+)\.$/, "공급자를 쓰십시오."],
];

function sayLack(words: string): string | null {
  const known = LACKS[words];
  if (known !== undefined) return known;
  for (const [pattern, korean] of OF_PLACES) {
    const [, place = "", number = ""] = pattern.exec(words) ?? [];
    if (place !== "") return `${PLACES[place] ?? place} ${number}: ${korean}`;
  }
  return null;
}

/** Why a waiver does not hold (`src/engine/waivers/cover.ts`). */
const REASONS: readonly Sentence[] = [
  [/^it was approved only on (.*)$/, (day = "") => `${sayDates(day)}에야 승인되었습니다`],
  [/^it begins (?:only )?on (.*)$/, (day = "") => `${sayDates(day)}부터 효력이 있습니다`],
  [/^it expired on (.*)$/, (day = "") => `${sayDates(day)}에 만료되었습니다`],
  [/^it was revoked on (.*)$/, (day = "") => `${sayDates(day)}에 취소되었습니다`],
  [
    /^it is suspended since (\d+ \w+ \d+): (.*)$/,
    (day = "", reason = "") => `${sayDates(day)}부터 정지: ${reason}`,
  ],
  [/^everything that it allows is used$/, () => "허가한 수량을 모두 사용했습니다"],
  [/^no second person has confirmed its record yet$/, () => "다른 담당자의 확인을 기다립니다"],
  [/^letter (\S+) has taken its place$/, (letter = "") => `허가서 ${letter}로 대체되었습니다`],
  [
    /^its (?:one shipment has|(\d+) shipments have) been made$/,
    (count = "") => `허가된 운송 ${count === "" ? "1" : count}회를 모두 마쳤습니다`,
  ],
  [/^it does not name (.*) as a party$/, (name = "") => `${name}은(는) 허가 당사자가 아닙니다`],
  [/^none is held for this measure$/, () => "이 조치에 대한 면제가 없습니다"],
  [
    /^it names the route, and the transaction states none$/,
    () => "경로가 정해져 있는데 거래에 경로가 없습니다",
  ],
  [
    /^route through (.*) is not in the letter: it allows the route (.*), not (.*)$/,
    (through = "", allowed = "") => `${through} 경유는 허가서에 없습니다. 허가 경로: ${allowed}`,
  ],
];

const AUTHORITIES: readonly (readonly [RegExp, string])[] = [
  [/^the United Nations 1718 Committee$/, "유엔 1718위원회"],
  [/^the United States$/, "미국"],
  [/^the competent authority of a Member State$/, "회원국 관할 기관"],
  [/^the United Kingdom$/, "영국"],
];

const sayAuthority = (name: string): string =>
  AUTHORITIES.find(([pattern]) => pattern.test(name))?.[1] ?? name;

function sayReason(reason: string): string {
  for (const [pattern, say] of REASONS) {
    const found = pattern.exec(reason);
    if (found !== null) return say(...found.slice(1));
  }
  return sayDates(reason);
}

/** Sentences of the waivers' desk. */
export const OF_WAIVERS: readonly Sentence[] = [
  ...REASONS,
  [
    /^No waiver of (.*?) covers it: (?:(\S+): )?(.*)\.$/,
    (authority = "", reference = "", reason = "") =>
      `${sayAuthority(authority)}의 면제가 적용되지 않습니다${reference === "" ? "" : `(${reference})`}: ${sayReason(reason)}.`,
  ],
  [
    /^A statement of the US origin or content of line (\S+) \(the threshold for North Korea is 10 %\)\.$/,
    (line = "") => `품목 ${line}의 미국산 여부 또는 비율(북한 기준 10%)을 밝히십시오.`,
  ],
  [/^The HS code of line (\S+)\.$/, (line = "") => `품목 ${line}의 HS 코드가 필요합니다.`],
  [/^No party is named, so nobody could be screened\.$/, () => "당사자가 없어 조회하지 못했습니다."],
  [/^The goods leave the Republic of Korea for the North\.$/, () => "물품이 대한민국에서 북측으로 나갑니다."],
  [
    /^The goods go to North Korea, where somebody must be ready to receive them\.$/,
    () => "물품이 북한으로 가므로 받을 쪽의 동의가 필요합니다.",
  ],
  [
    /^The route (.*) crosses the Military Demarcation Line\.$/,
    (route = "") => `경로 ${route}이(가) 군사분계선을 넘습니다.`,
  ],
  [/^Tell the Committee what was delivered, and where$/, () => "무엇을 어디에 전달했는지 위원회에 알림"],
  [/^Report on the implementation of the exemption$/, () => "면제 이행 보고"],
  [/^Tell of any sign or risk of diversion$/, () => "전용 징후나 위험 보고"],
  [/^Keep and show proof of delivery$/, () => "전달 증빙 보관과 제시"],
  [
    /^(.*) waits for (.*): that approval is not given yet\.$/,
    (office = "", other = "") => `${office}: ${other}의 승인을 기다립니다.`,
  ],
  [/^silence is consent only from (\S+) on$/, (instant = "") => `${instant}부터 무응답을 동의로 봅니다`],
  [
    /^(?:Item (\w): )?(.*\.)$/,
    (mark = "", words = "") => {
      const said = sayLack(words);
      return said === null ? "" : `${mark === "" ? "" : `${mark}항: `}${said}`;
    },
  ],
];
