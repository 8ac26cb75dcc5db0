import { valuesOf } from "../../engine/entity/entity.ts";
import type { Subject } from "../../engine/match/subject.ts";
import { NAME_LIMITS } from "../../engine/names/limits.ts";
import { findingsOfName } from "../../engine/names/name.ts";

/** Languages that findings are told in. */
type Language = "en" | "ko";

/** Something about how a name is written that a reader can't see, or should look at twice. */
export type NameFindingShown = {
  readonly name: string;
  /** Which of two names, or the one asked about. */
  readonly side: "subject" | "first" | "second";
  readonly finding: string;
};

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    "invisible-characters": "holds characters that nobody sees; they were left out",
    "direction-controls":
      "holds marks that turn the direction of writing, so that it reads as another name; they were left out",
    "mixed-lookalikes":
      "mixes letters of two alphabets that look the same; it was read by what it looks like",
    "cut-to-limit": `is longer than ${NAME_LIMITS.charsMax} characters; what is beyond was not compared`,
    "unpaired-surrogate": "holds broken characters; they were left out",
  },
  ko: {
    "invisible-characters": "눈에 보이지 않는 문자가 들어 있어 빼고 비교했습니다",
    "direction-controls":
      "쓰는 방향을 바꾸는 문자가 들어 있어 다른 이름처럼 보일 수 있습니다. 빼고 비교했습니다",
    "mixed-lookalikes": "모양이 같은 다른 문자 체계의 글자가 섞여 있어 보이는 대로 읽었습니다",
    "cut-to-limit": `${NAME_LIMITS.charsMax}자를 넘어 그 뒤는 비교하지 않았습니다`,
    "unpaired-surrogate": "깨진 문자가 들어 있어 빼고 비교했습니다",
  },
};

/** Printable ASCII of usual length holds nothing to find; most customers' names are that, and need no second look. */
function isPlain(name: string): boolean {
  return name.length <= NAME_LIMITS.charsMax && /^[ -~]*$/.test(name);
}

/** What was found in the writing of a party's names. */
export function findingsOf(subject: Subject, side: NameFindingShown["side"]): readonly NameFindingShown[] {
  return ["name", "alias", "weakAlias", "previousName"].flatMap((property) =>
    valuesOf(subject, property)
      .slice(0, NAME_LIMITS.namesPerSubjectMax)
      .filter((name) => !isPlain(name))
      .flatMap((name) => findingsOfName(name).map((finding) => ({ name, side, finding: String(finding) }))),
  );
}

/** A finding in a sentence. */
export function findingWords(
  { name, finding }: Pick<NameFindingShown, "name" | "finding">,
  language: Language,
): string {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const words = WORDS[language][finding] ?? finding;
  return language === "ko" ? `이름 “${shown}”: ${words}.` : `The name “${shown}” ${words}.`;
}
