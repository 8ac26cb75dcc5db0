import type { Script } from "../names/scripts.ts";
import type { Counterfactual, FeatureEvidence } from "./subject.ts";

/** Korean needs no plural and no article, but the values compared: each sentence is made of the feature's own facts. */
type Sentence = (feature: FeatureEvidence) => string;

function quoted(text: string | null): string {
  return text === null || text === "" ? "(없음)" : `“${text}”`;
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  prior: () => "단어를 비교하기 전에 후보에게 미리 주는 점수입니다.",
  "name-equal": () => "대소문자, 강세 부호, 문장 부호를 빼면 이름이 같습니다.",
  "name-words-matched": ({ query, listed }) =>
    `물어본 이름 ${quoted(query)}의 단어가 등재된 이름 ${quoted(listed)}의 단어와 맞습니다. 드문 단어일수록 더 큰 근거가 됩니다.`,
  "name-words-altered": (feature) => {
    const met = feature.meetings?.map(({ query, listed, how, from }) =>
      how === "romanization" && from !== undefined
        ? `${quoted(from.local)} ↔ ${quoted(listed)} (${SCRIPTS[from.script]}의 로마자 표기 또는 번역)`
        : `${quoted(query)} ↔ ${quoted(listed)} (${MEETINGS[how] ?? how})`,
    );
    return met === undefined || met.length === 0
      ? "일부 단어는 꼭 같지는 않습니다."
      : `꼭 같지는 않은 단어가 있습니다: ${met.join("; ")}.`;
  },
  "name-word-extra-subject": ({ query }) => `등재된 이름에는 ${quoted(query)}에 해당하는 단어가 없습니다.`,
  "name-word-extra-listed": ({ listed }) =>
    `물어본 이름에는 등재된 ${quoted(listed)}에 해당하는 단어가 없습니다.`,
  "name-acronym": () => "한 이름이 다른 이름의 머리글자로 되어 있습니다.",
  "name-cut-off": () =>
    "이름이 등재된 이름의 중간에서 끝납니다. 한 줄의 글자 수가 다해 잘린 것일 수 있습니다.",
  "name-word-swapped": ({ query, listed }) =>
    `다른 단어가 그 자리에 있습니다: 등재된 이름은 ${quoted(listed)}, 물어본 이름은 ${quoted(query)}입니다.`,
  "name-one-word-of-several": () => "여러 단어로 된 이름에서 한 단어만 맞습니다.",
  "name-order-differs": () => "단어의 순서가 다릅니다.",
  "name-number-differs": () => "이름에 든 숫자가 다릅니다.",
  "legal-form-same": () => "두 이름의 법인 형태가 같은 종류입니다.",
  "legal-form-different": () => "두 이름의 법인 형태가 다른 종류입니다.",
  "legal-form-missing": () => "한쪽 이름에만 법인 형태가 적혀 있습니다.",
  "name-other-script": () => "다른 문자로 쓴 이름을 로마자로 읽어 비교했습니다.",
  "name-by-sound-alone": () => "한자를 표준 중국어 소리로만 비교했습니다. 소리가 같은 이름은 많습니다.",
  "names-turned": () => "두 이름의 순서를 바꾸어 비교한 값과 평균을 냅니다.",
  "name-weak-alias": () => "명단이 약한 별칭이라고 표시한 이름입니다.",
  "company-listed": ({ listed }) =>
    `등재된 이름에 법인 형태(${listed ?? ""})가 있습니다. 물어본 대상은 개인입니다.`,
  "name-may-be-shared": () =>
    "같은 이름을 쓰는 다른 사람이 있을 수 있습니다. 다른 사실로만 가릴 수 있습니다.",
  "identifier-equal": ({ query }) => `식별번호가 같습니다: ${quoted(query)}.`,
  "identifier-different": ({ query, listed }) =>
    `한 당사자에게 하나만 있는 식별번호가 다릅니다: ${quoted(query)}, 등재된 번호는 ${quoted(listed)}.`,
  "birth-date-equal": () => "생년월일이 같습니다.",
  "birth-date-year-equal": () => "알려진 데까지는 생년월일이 맞습니다.",
  "birth-date-year-and-part-equal": () => "출생 연도가 같고, 월이나 일도 같습니다.",
  "birth-date-within-range": () => "생년월일이 명단에 적힌 범위 안에 있습니다.",
  "birth-date-neighbor-year-day-equal": () => "생일은 같고 출생 연도가 한 해 다릅니다.",
  "birth-date-day-month-swapped": () => "생년월일의 월과 일이 뒤바뀌어 있습니다.",
  "birth-date-year-digit": () => "출생 연도의 숫자 하나가 다릅니다.",
  "birth-date-neighbor-year": () => "출생 연도가 한 해 차이입니다.",
  "birth-date-day-different": () => "출생 연도는 같고 월일이 다릅니다.",
  "birth-date-years-two-or-three": () => "출생 연도가 두세 해 차이입니다.",
  "birth-date-disjoint": () => "생년월일이 서로 다른 사람의 것입니다.",
  "birth-date-none": () => "생년월일이 한쪽에 없습니다.",
  "country-same": ({ query }) => `국적이나 국가가 같습니다: ${quoted(query)}.`,
  "country-different": ({ query, listed }) =>
    `같은 국적이나 국가가 없습니다: ${quoted(query)}, 등재된 곳은 ${quoted(listed)}.`,
  "gender-different": () => "적힌 성별이 다릅니다.",
  "name-part-alone": () => "긴 이름 가운데 한 단어만으로는 일치로 보지 않습니다.",
  "weak-alias-alone": () => "약한 별칭은 다른 사실을 뒷받침할 뿐, 그것만으로는 일치로 보지 않습니다.",
  "namesake-alone": () => "태어난 해가 여러 해 다르면 이름이 같다는 것만으로는 일치로 보지 않습니다.",
  "score-calibrated": () => "점수가 실제로 맞는 비율과 같아지도록 맞춘 값입니다.",
  "required-evidence-missing": () => "정책이 요구하는 근거가 없어 일치로 보지 않습니다.",
  "whole-name-similarity": () => "이름 전체를 Jaro-Winkler로 비교한 값입니다.",
  "name-part-similarity": () => "이름을 단어별로 비교한 값입니다.",
  "name-sounds-shared": () => "소리(Soundex)가 같은 단어의 비율입니다.",
};

/** What a word in each script is written in. */
const SCRIPTS: Readonly<Record<Script, string>> = {
  latin: "로마자",
  cyrillic: "키릴 문자",
  greek: "그리스 문자",
  arabic: "아랍 문자",
  hebrew: "히브리 문자",
  thai: "태국 문자",
  hangul: "한글",
  han: "한자",
  kana: "가나",
  armenian: "아르메니아 문자",
  georgian: "조지아 문자",
  indic: "인도계 문자",
  burmese: "미얀마 문자",
  other: "현지 문자",
};

/** How two words met. */
const MEETINGS: Readonly<Record<string, string>> = {
  exact: "같음",
  joined: "붙여 쓰거나 띄어 씀",
  romanization: "같은 한국어의 다른 로마자 표기",
  nickname: "애칭 또는 본이름",
  skeleton: "자음이 같음",
  sound: "소리가 같은 다른 표기",
  initial: "머리글자",
  abbreviation: "줄임말",
  edit: "한두 글자 다름",
};

/** True where a feature has a sentence of its own in Korean. */
export function hasKoreanWords(feature: string): boolean {
  return Object.hasOwn(SENTENCES, feature);
}

/** A feature's sentence in Korean; the English one where there is none yet. */
export function wordsIn(feature: FeatureEvidence): string {
  return hasKoreanWords(feature.feature)
    ? (SENTENCES[feature.feature]?.(feature) ?? feature.words)
    : feature.words;
}

/** Pieces of what would turn an answer round, as `counterfactual` words them. */
const CHANGES: readonly (readonly [pattern: RegExp, korean: (value: string) => string])[] = [
  [/^with another country than (.+)$/i, (value) => `국가가 ${value}이(가) 아니라면`],
  [/^with another gender than (.+)$/i, (value) => `성별이 ${value}이(가) 아니라면`],
  [/^with a birth date years away from (.+)$/i, (value) => `생년월일이 ${value}와(과) 여러 해 다르다면`],
  [/^without the identifier (.+)$/i, (value) => `식별번호 ${value}이(가) 없다면`],
  [/^with the country (.+)$/i, (value) => `국가가 ${value}(이)라면`],
  [/^with the gender (.+)$/i, (value) => `성별이 ${value}(이)라면`],
  [/^with the birth date (.+)$/i, (value) => `생년월일이 ${value}(이)라면`],
];

function changePiece(text: string): string | null {
  for (const [pattern, korean] of CHANGES) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return korean(value);
  }
  return null;
}

/** What would turn the answer round, in Korean; as it is where a piece of it is not known. */
export function changeIn({ words }: Counterfactual): string {
  const [, pieces = "", score = "", none] = /^(.*): (\d\.\d\d), (no |a )hit\.$/.exec(words) ?? [];
  const korean = pieces.split(/ and (?=with)/).map(changePiece);
  if (pieces === "" || korean.includes(null)) return words;
  return `${korean.join(", ")} ${score}점으로 ${none === "no " ? "일치가 아닙니다" : "일치합니다"}.`;
}
