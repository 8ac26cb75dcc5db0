import { romanizeArabic } from "./arabic.ts";
import { translatedWords } from "./glossary.ts";
import { hangulWords, koreanOfCyrillic } from "./hangul.ts";
import { hangulOfHanja, mandarinWords } from "./hanzi.ts";
import { romanizeKana } from "./kana.ts";
import { mayBeKorean } from "./korean-key.ts";
import { withoutForm } from "./legal-form.ts";
import { romanizeCyrillic, romanizeLetters } from "./letters.ts";
import { NAME_LIMITS } from "./limits.ts";
import { cleanText, type NameFinding, splitWords, type Word } from "./normalize.ts";
import type { Script } from "./scripts.ts";
import type { SpellingTable } from "./transliteration.ts";

/** Whose name it is: companies have legal forms, persons have family names. */
export type NameBearer = "person" | "organization" | "unknown";

/** One way to read a name in Latin letters (or in its own, where no romanisation is known). */
export type NameReading = {
  /** `as-written`, or the way it was romanised. */
  readonly system:
    | "as-written"
    | "english"
    | "mandarin"
    | "passport"
    | "north-korean"
    | "revised"
    | "kontsevich"
    | "hanja"
    | "whole"
    | "translated";
  /** Words in order, plain lower-case letters and digits, without the legal form. */
  readonly words: readonly string[];
  /** For each word the local letters that it is read from, and the tables of how such are spelled; null for others. */
  readonly sources: readonly (WordSource | null)[];
  /** True where the words may be a Korean name: its spellings are then compared by sound. */
  readonly mayBeKorean: boolean;
};

/** What a word is read from. */
export type WordSource = {
  readonly local: string;
  readonly script: Script;
  /** Local letters before and after it, where it is part of a run; empty at a run's ends. */
  readonly around: readonly [before: string, after: string];
};

const ALONE: WordSource["around"] = ["", ""];

/** A word of a reading on its way. */
type ReadWord = { readonly latin: string; readonly source: WordSource | null };

/** The learnt tables by which words of a script may be spelled, the likeliest first. */
export const SPELLING_TABLES: Readonly<Partial<Record<Script, readonly SpellingTable[]>>> = {
  arabic: ["arabic"],
  cyrillic: ["cyrillic"],
  han: ["chinese", "japanese"],
  hangul: ["hangul"],
  kana: ["japanese"],
};

/** A name, analysed once. */
export type AnalyzedName = {
  readonly text: string;
  /** What two names share that are equal but for case, accents, width, signs and punctuation. */
  readonly equalKey: string;
  /** One to `NAME_LIMITS.readingsMax` readings, the most literal first; none for a name without any sign. */
  readonly readings: readonly NameReading[];
  /** Kinds of legal form in it, as bits of `FORM_KINDS`. */
  readonly forms: number;
  readonly findings: readonly NameFinding[];
};

/** Small words that are spelled freely when Arabic is written in Latin letters. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ["el", "al"],
  ["ul", "al"],
  ["ibn", "bin"],
  ["ben", "bin"],
  ["abdel", "abdul"],
  ["abdal", "abdul"],
  ["abdoul", "abdul"],
  ["abou", "abu"],
]);

function romanize(word: Word, way: "english" | "passport"): string {
  switch (word.script) {
    case "latin":
    case "other":
      return word.text;
    case "cyrillic":
      return romanizeCyrillic(word.text, way);
    case "arabic":
      return romanizeArabic(word.text);
    case "kana":
      return romanizeKana(word.text);
    default:
      return romanizeLetters(word.text, word.script);
  }
}

type Ways = {
  readonly cyrillic: "english" | "passport";
  readonly hangul: "revised" | "north";
  readonly bearer: NameBearer;
};

function latinWords(words: readonly Word[], ways: Ways): ReadWord[] {
  const person = ways.bearer !== "organization";
  const short = person && words.length === 1;
  return words.flatMap((word): ReadWord[] => {
    const { script, text } = word;
    if (script === "hangul" || script === "han") {
      const run = script === "han" ? mandarinWords(text, short) : hangulWords(text, ways.hangul, short);
      return run.map(({ latin, local, around }) => ({ latin, source: { local, script, around } }));
    }
    const source = SPELLING_TABLES[script] === undefined ? null : { local: text, script, around: ALONE };
    return [{ latin: romanize(word, ways.cyrillic), source }];
  });
}

/** Words that stand as they are. */
function plainWords(words: readonly string[]): ReadWord[] {
  return words.map((latin) => ({ latin, source: null }));
}

/** Hangul names may be written with a space after the surname (정 성화), or the Western way round (성화 정). */
function joinHangul(words: readonly Word[]): readonly Word[] {
  const [one, other] = words;
  const turned = words.length === 2 && other?.text.length === 1 && one !== undefined && one.text.length > 1;
  const text = turned ? `${other.text}${one.text}` : words.map((word) => word.text).join("");
  const all = words.length > 1 && words.every((word) => word.script === "hangul");
  return all && text.length <= 4 ? [{ text, script: "hangul" }] : words;
}

function reading(
  system: NameReading["system"],
  read: readonly ReadWord[],
  bearer: NameBearer,
): NameReading | null {
  const kept = read.filter(({ latin }) => latin !== "").slice(0, NAME_LIMITS.tokensMax);
  if (kept.length === 0) return null;
  const words = kept.map(
    ({ latin }) => PARTICLES.get(latin) ?? latin.slice(0, NAME_LIMITS.lettersPerTokenMax),
  );
  return {
    system,
    words,
    sources: kept.map(({ source }) => source),
    mayBeKorean: bearer !== "organization" && system !== "mandarin" && mayBeKorean(words),
  };
}

/** A run that is cut into family and given name may be one foreign name as well (斯伯恩). */
function wholeRun(words: readonly Word[]): ReadWord | null {
  const [word, second] = words;
  if (word === undefined || second !== undefined) return null;
  const { script, text: local } = word;
  if (script === "han")
    return {
      latin: mandarinWords(local, false)
        .map(({ latin }) => latin)
        .join(""),
      source: { local, script, around: ALONE },
    };
  if (script === "hangul")
    return {
      latin: hangulWords(local, "north", false)
        .map(({ latin }) => latin)
        .join(""),
      source: { local, script, around: ALONE },
    };
  return null;
}

function otherReadings(words: readonly Word[], bearer: NameBearer): (NameReading | null)[] {
  const readings: (NameReading | null)[] = [];
  const scripts = new Set(words.map((word) => word.script));
  const ways = { cyrillic: "english", hangul: "north", bearer } as const;
  const english = bearer === "person" ? null : translatedWords(words);
  if (english !== null) readings.push(reading("translated", plainWords(english), bearer));
  if (scripts.has("hangul"))
    readings.push(reading("revised", latinWords(words, { ...ways, hangul: "revised" }), bearer));
  if (scripts.has("cyrillic")) {
    const syllables = bearer === "organization" ? [] : words.map((word) => koreanOfCyrillic(word.text));
    const korean = syllables.some((word) => word === null)
      ? null
      : reading("kontsevich", plainWords(syllables.flatMap((word) => word ?? [])), bearer);
    if (korean?.mayBeKorean === true) readings.push(korean);
    readings.push(reading("passport", latinWords(words, { ...ways, cyrillic: "passport" }), bearer));
  }
  const [only] = words;
  const whole = bearer === "organization" ? null : wholeRun(words);
  if (whole !== null) readings.push(reading("whole", [whole], bearer));
  if (bearer !== "organization" && words.length === 1 && only?.script === "han" && only.text.length <= 4) {
    const hangul = hangulOfHanja(only.text);
    const korean =
      hangul === null
        ? null
        : reading(
            "hanja",
            hangulWords(hangul, "north", true).map(({ latin, local, around }) => ({
              latin,
              source: { local, script: "hangul", around },
            })),
            bearer,
          );
    if (korean?.mayBeKorean === true) readings.push(korean);
  }
  return readings;
}

function firstSystem(words: readonly Word[]): NameReading["system"] {
  const script = words.find((word) => word.script !== "latin" && word.script !== "other")?.script;
  if (script === undefined) return "as-written";
  if (script === "han") return "mandarin";
  return script === "hangul" ? "north-korean" : "english";
}

/** Analyses a name as given: any text, of any length; never throws. */
export function analyzeName(text: string, bearer: NameBearer): AnalyzedName {
  const findings = new Set<NameFinding>();
  const all = splitWords(cleanText(text, findings), findings);
  const bare = bearer === "person" ? { words: all, forms: 0 } : withoutForm(all);
  const words = bearer === "organization" ? bare.words : joinHangul(bare.words);
  const equalKey = all.map((word) => word.text).join(" ");
  if (words.length > 0 && words.every(({ script }) => script === "latin")) {
    // In Latin letters there is one way to read a name: the quick way for nine names in ten.
    const own = reading("as-written", plainWords(words.map((word) => word.text)), bearer);
    const readings = own === null ? [] : [own];
    return { text, equalKey, readings, forms: bare.forms, findings: [...findings].sort() };
  }
  const first =
    reading(
      firstSystem(words),
      latinWords(words, { cyrillic: "english", hangul: "north", bearer }),
      bearer,
    ) ?? reading("as-written", plainWords(words.map((word) => word.text)), bearer);
  const seen = new Set<string>();
  const readings: NameReading[] = [];
  for (const one of [first, ...otherReadings(words, bearer)]) {
    const key = one?.words.join(" ");
    if (one === null || key === undefined || seen.has(key) || readings.length === NAME_LIMITS.readingsMax)
      continue;
    seen.add(key);
    readings.push(one);
  }
  return {
    text,
    equalKey,
    readings,
    forms: bare.forms,
    findings: [...findings].sort(),
  };
}
