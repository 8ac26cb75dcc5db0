import { sayAct } from "./acts.ts";
import { QUESTIONS, sayForbidden } from "./measure-sentences.ts";
import type { Sentence } from "./sentence.ts";
import { sayDates } from "./sentence.ts";

const UNITS: Readonly<Record<string, string>> = {
  piece: "개",
  pair: "켤레",
  set: "세트",
  metre: "m",
  litre: "L",
  tonne: "톤",
  barrel: "배럴",
  hour: "시간",
  day: "일",
};

const AUTHORITIES: Readonly<Record<string, string>> = {
  "the united nations 1718 committee": "유엔 1718위원회",
  "the security council committee in charge": "담당 안보리 위원회",
  "the united states": "미국",
  "the competent authority of a member state": "회원국 관할 당국",
  "the united kingdom": "영국",
  canada: "캐나다",
};

const authority = (words: string): string => AUTHORITIES[words.toLowerCase()] ?? words;

/** `20 pieces` as 20개. */
export const sayAmount = (words: string): string =>
  words.replace(/\b([\d.,]+) ([a-z]+?)s?\b/g, (whole, number: string, unit: string) =>
    UNITS[unit] === undefined ? whole : `${number}${UNITS[unit]}`,
  );

/** Why a waiver does not cover something; what is not known stays as it is. */
function sayReason(words: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(words));
  const met = known === undefined ? null : known[0].exec(words);
  if (known !== undefined && met !== null) return known[1](...met.slice(1));
  // Several waivers, or several reasons of one: each for itself.
  const [, reference, reason] = /^(\S+): (.*)$/.exec(words) ?? [];
  if (reference !== undefined && reason !== undefined)
    return `${reference}: ${reason.split("; ").map(sayReason).join(", ")}`;
  return words;
}

const REASONS: readonly Sentence[] = [
  [/^none is held for this measure$/i, () => "이 조치에 대한 제재 면제가 없습니다"],
  [/^it was not asked$/, () => "확인되지 않았습니다"],
  [/^it was approved only on (.*)$/, (day = "") => `${sayDates(day)}에야 승인됨`],
  [/^it begins on (.*)$/, (day = "") => `${sayDates(day)}부터 유효`],
  [/^it expired on (.*)$/, (day = "") => `${sayDates(day)} 만료`],
  [/^it was revoked on (.*)$/, (day = "") => `${sayDates(day)} 취소`],
  [/^it is suspended since (.*?): (.*)$/, (day = "", why = "") => `${sayDates(day)}부터 정지(${why})`],
  [/^its one shipment has been made$/, () => "허용된 1회 운송이 이미 이루어짐"],
  [/^its (\d+) shipments have been made$/, (count = "") => `허용된 ${count}회 운송이 이미 이루어짐`],
  [
    /^it names the route, and the transaction states none$/,
    () => "경로가 지정되어 있으나 거래에 경로가 없음",
  ],
  [
    /^route through (.*) is not in the letter: it allows the route (.*), not (.*)$/,
    (through = "", allowed = "", not = "") =>
      `${through.replaceAll(" and ", ", ")} 경유는 허가서에 없음: 허용 경로 ${allowed}, 신청 경로 ${not}`,
  ],
  [
    /^it allows the route (.*), not (.*)$/,
    (allowed = "", not = "") => `허용 경로 ${allowed}, 신청 경로 ${not}`,
  ],
  [/^it does not name (.*) as a party$/, (name = "") => `${name}이(가) 당사자로 적혀 있지 않음`],
  [/^a party without a name cannot be one that it names$/, () => "이름 없는 당사자는 대상이 될 수 없음"],
  [/^no line of its annex has HS (.*)$/, (code = "") => `부속 목록에 HS ${code} 품목이 없음`],
  [
    /^(.*) (?:is|are) not covered: line (\S+) of (\S+) allows (.*), of which (.*) (?:is|are) left$/,
    (lack = "", line = "", reference = "", allows = "", left = "") =>
      `${sayAmount(lack).replace(/^(.*) of (.*)$/, "$2 중 $1")}가 면제 범위 밖: ${reference}의 ${line}번 품목은 ${sayAmount(allows)} 허용, ${sayAmount(left)} 남음`,
  ],
  [
    /^line (\S+) of (\S+) allows (.*), of which (.*) (?:is|are) left$/,
    (line = "", reference = "", allows = "", left = "") =>
      `${reference}의 ${line}번 품목은 ${sayAmount(allows)} 허용, ${sayAmount(left)} 남음`,
  ],
  [
    /^the goods are worth (.*), and it allows (.*)$/,
    (worth = "", allowed = "") => `물품 가액 ${worth}, 허용 가액 ${allowed}`,
  ],
  [
    /^(.*): no party is named, and this measure is about parties$/,
    (references = "") => `${references}: 당사자가 적혀 있지 않으나 당사자에 관한 조치임`,
  ],
];

/** Sentences that may follow a prohibition: what waivers say of it. */
function sayWaivers(words: string): string {
  if (words === "") return "";
  return words
    .split(/(?<=\.) (?=No waiver of |Waiver )/)
    .map((one) => {
      const [, who, why] = /^No waiver of (.*?) covers it: (.*)\.$/s.exec(one) ?? [];
      if (who !== undefined && why !== undefined)
        return ` ${authority(who)}의 제재 면제 대상이 아님: ${sayReason(why)}.`;
      const [, reference, line, left] =
        /^Waiver (\S+) covers it by line (\S+), leaving (.*)\.$/.exec(one) ?? [];
      if (reference !== undefined)
        return ` 제재 면제 ${reference}의 ${line}번 품목으로 허용되며 ${sayAmount(left ?? "")} 남습니다.`;
      return ` ${one.replace(/^Waiver (\S+) allows it\.$/, "제재 면제 $1에 따라 허용됩니다.")}`;
    })
    .join("");
}

const line = (number: string, name: string, inside: string): string =>
  `${number}번 품목 ${name}(${sayAmount(inside)})`;

const asked = (question: string): string => (question === "" ? "" : ` ${QUESTIONS[question] ?? question}`);

const LINE = String.raw`Line (\S+), (.*) \((.*?)\)`;

/** Sentences about goods, measures and waivers (`src/engine/check/goods.ts`, `waived.ts`, `work.ts`). */
export const OF_GOODS: readonly Sentence[] = [
  [
    new RegExp(String.raw`^${LINE} is forbidden by (.*?) only from (.*) on\.$`),
    (number = "", name = "", inside = "", act = "", day = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}은 ${sayDates(day)}부터 금지합니다.`,
  ],
  [
    new RegExp(
      String.raw`^${LINE} is forbidden by (.*), unless the claimed exception \((.*)\) holds; a person must verify it\.$`,
    ),
    (number = "", name = "", inside = "", act = "", exception = "") =>
      `${line(number, name, inside)}: 주장한 예외(${exception})가 인정되지 않으면 ${sayAct(act)}에 따라 금지됩니다. 담당자가 확인해야 합니다.`,
  ],
  [
    new RegExp(
      String.raw`^${LINE} is forbidden by (.*) above (.*) each: its value in that currency is not stated\.$`,
    ),
    (number = "", name = "", inside = "", act = "", value = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}은 개당 ${value} 초과분을 금지합니다. 그 통화의 가액이 없습니다.`,
  ],
  [
    new RegExp(
      String.raw`^${LINE} is forbidden by (.*): it would bring the total from (.*) to (.*) of (.*) \((.*) %; so far by (.*)\)\.$`,
    ),
    (
      number = "",
      name = "",
      inside = "",
      act = "",
      day = "",
      used = "",
      limit = "",
      percent = "",
      source = "",
    ) =>
      `${line(number, name, inside)}: ${sayAct(act)}에 따라 금지. ${sayDates(day)}부터의 합계가 ${sayAmount(limit)} 중 ${sayAmount(used)}(${percent}%)이 됩니다(현재까지의 출처: ${source}).`,
  ],
  [
    new RegExp(String.raw`^${LINE} is forbidden by (.*?): (.*?)\.(?: (.*))?$`, "s"),
    (number = "", name = "", inside = "", act = "", forbids = "", more = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}에 따라 금지(${sayForbidden(forbids) ?? forbids}).${sayWaivers(more)}`,
  ],
  [
    new RegExp(String.raw`^${LINE} may be forbidden by (.*): the code is too short to tell\.$`),
    (number = "", name = "", inside = "", act = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}에 따라 금지될 수 있으나 코드가 짧아 알 수 없습니다.`,
  ],
  [
    new RegExp(String.raw`^${LINE} may fall under an exception of (.*); a person must decide\.(?: (.*))?$`),
    (number = "", name = "", inside = "", act = "", question = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}의 예외에 해당할 수 있어 담당자가 판단해야 합니다.${asked(question)}`,
  ],
  [
    new RegExp(
      String.raw`^${LINE}: whether it is subject to the US Export Administration Regulations is not stated\.$`,
    ),
    (number = "", name = "", inside = "") =>
      `${line(number, name, inside)}: 미국 수출관리규정(EAR) 적용 여부가 없습니다.`,
  ],
  [
    new RegExp(String.raw`^${LINE}: (.*?) forbids (.*) only on conditions\. (.*)$`),
    (number = "", name = "", inside = "", act = "", forbids = "", question = "") =>
      `${line(number, name, inside)}: ${sayAct(act)}은 조건부로 금지합니다(${sayForbidden(forbids) ?? forbids}).${asked(question)}`,
  ],
  [
    /^Not decided here: (.*?) forbids (.*?)\.(?: (.*))?$/,
    (act = "", forbids = "", question = "") =>
      `여기서 판정하지 않음: ${sayAct(act)}의 금지(${sayForbidden(forbids) ?? forbids}).${asked(question)}`,
  ],
  [
    /^Line (\S+), (.*), has no HS code: none of the (\d+) measures that go by code can be excluded\.$/,
    (number = "", name = "", count = "") =>
      `${number}번 품목 ${name}: HS 코드가 없어 코드로 정해지는 조치 ${count}건을 배제할 수 없습니다.`,
  ],
  [
    /^Line (\S+), (.*): HS (\S+) is a code of no edition of the Harmonized System since 2012, so it may be a slip\.$/,
    (number = "", name = "", code = "") =>
      `${number}번 품목 ${name}: HS ${code}은 2012년 이후 어느 판의 HS에도 없는 코드이므로 오기일 수 있습니다.`,
  ],
  [
    /^The (origin|destination|country of \w+|\w+) of the goods is not stated, so no measure by country can be excluded\.$/,
    () => "물품의 출발지 또는 도착지가 없어 국가별 조치를 배제할 수 없습니다.",
  ],
  [/^The country of (\w+) of the goods\.$/, () => "물품의 출발 국가 또는 도착 국가"],
  [/^The HS code of line (\S+)\.$/, (number = "") => `${number}번 품목의 HS 코드`],
  [/^The code of HS 2022 for line (\S+)\.$/, (number = "") => `${number}번 품목의 HS 2022 코드`],
  [
    /^An HS code of at least six digits for line (\S+)\.$/,
    (number = "") => `${number}번 품목의 6자리 이상 HS 코드`,
  ],
  [
    /^A statement of the US origin or content of line (\S+) \(the threshold for North Korea is 10 %\)\.$/,
    (number = "") => `${number}번 품목의 미국산 여부 또는 미국산 비율(북한 기준 10%)`,
  ],
  [
    /^The value in (\w+) of one item of line (\S+)\.$/,
    (currency = "", number = "") => `${number}번 품목의 개당 ${currency} 가액`,
  ],
  [
    /^A classification of line (\S+) under that exception\.$/,
    (number = "") => `그 예외에 따른 ${number}번 품목의 분류`,
  ],
  [/^Proof of the exception (.*?): (.*)$/, (name = "", proof = "") => `예외 ${name}에 대한 증빙: ${proof}`],
  [
    /^(.*?)(?:’s|’) approval: a waiver that covers line (\S+) in full, on that day, by that route and for those parties\. (.*)\.$/s,
    (who = "", number = "", why = "") =>
      `${authority(who)}의 승인: 그 일자, 경로, 당사자에 대해 ${number}번 품목 전부를 포함하는 제재 면제. ${sayReason(why)}.`,
  ],
  [
    /^(.*?)(?:’s|’) approval: a waiver that covers (.*)\. (.*)\.$/s,
    (who = "", forbids = "", why = "") =>
      `${authority(who)}의 승인: 다음에 대한 제재 면제 — ${sayForbidden(forbids) ?? forbids}. ${sayReason(why)}.`,
  ],
  [
    /^(.*): (.*?, paragraph \S+|[^:]*?) forbids (.*?)\.(?: (.*))?$/,
    (who = "", act = "", forbids = "", question = "") =>
      `${who.replace(/^Service (\S+), /, "용역 $1 ")}: ${sayAct(act)}에 따라 금지(${sayForbidden(forbids) ?? forbids}).${asked(question)}`,
  ],
  ...Object.entries(QUESTIONS).map(
    ([english, korean]): Sentence => [
      new RegExp(`^${english.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`),
      () => korean,
    ],
  ),
];
