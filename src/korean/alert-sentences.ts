import { type Sentence, sayDates } from "./sentence.ts";

/** Facts by which parties are told apart (`src/engine/match/identity.ts`). */
const FACTS: Readonly<Record<string, string>> = {
  schema: "종류",
  birthDate: "출생일",
  country: "국가",
  gender: "성별",
  identifier: "식별 번호",
  name: "이름",
  alias: "다른 이름",
  weakAlias: "약한 별칭",
  previousName: "이전 이름",
  birthPlace: "출생지",
  address: "주소",
  deathDate: "사망일",
  incorporationDate: "설립일",
  motherName: "모친 이름",
  fatherName: "부친 이름",
};

const SCHEMAS: Readonly<Record<string, string>> = {
  Person: "개인",
  Company: "회사",
  Organization: "단체",
  LegalEntity: "법인",
  PublicBody: "공공기관",
  Vessel: "선박",
  Airplane: "항공기",
};

const PHASES: Readonly<Record<string, string>> = {
  open: "미처리",
  "in-review": "검토 중",
  undetermined: "판단 보류",
  escalated: "상신됨",
  "awaiting-second": "다른 담당자의 확인 대기",
  decided: "결정됨",
  final: "확정됨",
  closed: "종결됨",
};

/** What differs between two states of a party's facts: `birthDate: now 1971; no longer 1970-02-05; alias: now Chong`. */
function sayDifferences(what: string): string {
  return what
    .split(/; (?=\w+: (?:now|no longer) )/)
    .map((one) => {
      const [, fact = "", change = ""] = /^(\w+): (.*)$/s.exec(one) ?? [];
      const [, now, gone] = /^(?:now (.*?))?(?:(?:; )?no longer (.*))?$/s.exec(change) ?? [];
      const said = [
        ...(now === undefined ? [] : [`추가 ${now}`]),
        ...(gone === undefined ? [] : [`삭제 ${gone}`]),
      ];
      return `${FACTS[fact] ?? fact}(${said.join(", ")})`;
    })
    .join(", ");
}

const SIDES: Readonly<Record<string, string>> = { subject: "조회 대상", listing: "등재 항목" };

/** Why a suppression holds no longer, or what has changed since an alert was opened; null where it is none of these. */
function sayWhy(words: string): string | null {
  const ended = /^It (ended|begins) on (.*?)\.$/.exec(words);
  if (ended !== null)
    return `${sayDates(ended[2] ?? "")}${ended[1] === "ended" ? "에 끝났습니다." : "에 시작합니다."}`;
  const revoked = /^It was revoked on (.*?)(?: \((.*)\))?\.$/s.exec(words);
  if (revoked !== null)
    return `${sayDates(revoked[1] ?? "")}에 철회되었습니다${revoked[2] === undefined ? "" : `(${revoked[2]})`}.`;
  const changes = words.split(/(?<=\.) (?=The (?:subject|listing)'s facts changed: )/);
  const said = changes.map((one) => {
    const [, side = "", what] = /^The (subject|listing)'s facts changed: (.*)\.$/s.exec(one) ?? [];
    return what === undefined ? null : `${SIDES[side]}의 사실이 변경되었습니다: ${sayDifferences(what)}.`;
  });
  return said.every((one) => one !== null) ? said.join(" ") : null;
}

/** Sentences about alerts, their history and suppressions (`src/service/screening/alerts`, `rescreen`, `suppressions`). */
export const OF_ALERTS: readonly Sentence[] = [
  [
    /^(.*) matches with a score of ([\d.]+)\.$/,
    (name = "", score = "") => `${name}: 점수 ${score}로 일치 후보입니다.`,
  ],
  [/^It matches again\.$/, () => "다시 일치 후보가 되었습니다."],
  [/^(.*) is screened no longer\.$/, (name = "") => `${name}: 더 이상 스크리닝하지 않습니다.`],
  [
    /^A birth year other than (\d+); and a (?:nationality|country) other than (.*)\.$/,
    (year = "", countries = "") => `출생 연도가 ${year}년이 아니고 국가도 ${countries}이(가) 아닌 경우`,
  ],
  [/^A birth year other than (\d+)\.$/, (year = "") => `출생 연도가 ${year}년이 아닌 경우`],
  [
    /^A (?:nationality|country) other than (.*)\.$/,
    (countries = "") => `국가가 ${countries}이(가) 아닌 경우`,
  ],
  [
    /^(.*) stands on none of the lists in force any more, so there is nothing left to decide\.$/,
    (name = "") => `${name}: 적용 중인 명단에 더 이상 없어 결정할 것이 없습니다.`,
  ],
  [
    /^With the (subject|listing)'s facts as they are now, (.*) is below the threshold of ([\d.]+)\.$/,
    (side = "", name = "", threshold = "") =>
      `${SIDES[side]}의 현재 사실로는 ${name}의 점수가 기준 ${threshold} 미만입니다.`,
  ],
  [
    /^The suppression (\S+) holds no longer\. (.*)$/s,
    (id = "", why = "") => `오탐 제외 ${id}의 효력이 끝났습니다. ${sayWhy(why) ?? why}`,
  ],
  [
    /^((?:It (?:ended|begins|was revoked) on |The (?:subject|listing)'s facts changed: ).*)$/s,
    (why = "") => sayWhy(why) ?? "",
  ],
  [
    /^Ours is a (\w+), the listed party a (\w+)\.$/,
    (ours = "", listed = "") =>
      `조회 대상은 ${SCHEMAS[ours] ?? ours}, 등재 대상은 ${SCHEMAS[listed] ?? listed}입니다.`,
  ],
  [
    /^One side lacks (.*)\.$/,
    (facts = "") =>
      `한쪽에 없는 사실: ${facts
        .split(", ")
        .map((fact) => FACTS[fact] ?? fact)
        .join(", ")}.`,
  ],
  [
    /^The alert is ([\w-]+): (?:it is not worked on any more|there is nothing left to decide|no decision awaits a second person|it was not escalated to you)\.$/,
    (phase = "") => `알림의 상태(${PHASES[phase] ?? phase})에서는 할 수 없습니다.`,
  ],
  [/^Step (\d+) is to be answered first\.$/, (step = "") => `${step}단계에 먼저 답해야 합니다.`],
  [
    /^Step (\d+) of the review is not answered yet: .*$/,
    (step = "") => `검토의 ${step}단계에 아직 답하지 않았습니다. 단계가 끝나야 결정할 수 있습니다.`,
  ],
  [
    /^The second person must stand outside the business line; you belong to (.*)\.$/,
    (line = "") => `두 번째 담당자는 해당 사업 부문 밖에 있어야 합니다(소속: ${line}).`,
  ],
  [
    /^A suppression ends between (.*) and (.*) by the organisation's policy\.$/,
    (from = "", until = "") =>
      `기관의 정책에 따라 오탐 제외는 ${sayDates(from)}과 ${sayDates(until)} 사이에 끝나야 합니다.`,
  ],
];
