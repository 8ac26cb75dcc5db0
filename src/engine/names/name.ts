import { arabicWords, romanizeArabic } from "./arabic.ts";
import { piecesOf, translatedWords } from "./glossary.ts";
import { hangulWords, koreanOfCyrillic, type RunWord } from "./hangul.ts";
import { kindsOfRun, type RunKinds } from "./hangul-kinds.ts";
import { hangulOfHanja, mandarinWords } from "./hanzi.ts";
import { romanizeKana } from "./kana.ts";
import { mayBeKorean } from "./korean-key.ts";
import { withoutForm } from "./legal-form.ts";
import { romanizeCyrillic, romanizeLetters } from "./letters.ts";
import { NAME_LIMITS } from "./limits.ts";
import { burmeseSyllables, FAMILY_MARK } from "./local-letters.ts";
import { cleanText, type NameFinding, splitWords, type Word } from "./normalize.ts";
import type { Script } from "./scripts.ts";
import { chunksOfWord, likeliestSpelling, type SpellingTable } from "./transliteration.ts";

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
    | "japanese"
    | "whole"
    | "sino-korean"
    | "foreign"
    | "translated";
  /** Words in order, plain lower-case letters and digits, without the legal form. */
  readonly words: readonly string[];
  /** For each word the local letters that it is read from, and the tables of how such are spelled; null for others. */
  readonly sources: readonly (WordSource | null)[];
  /** True where the words may be a Korean name: its spellings are then compared by sound. */
  readonly mayBeKorean: boolean;
  /** True where only a name that is asked for is read so: of listed names it would make others. */
  readonly askedOnly: boolean;
  /** How much less likely this reading is than the likeliest of the same name, in nats. */
  readonly behind: number;
};

/** What a word is read from. */
export type WordSource = {
  readonly local: string;
  /** Another way that the same is written, where there is one. */
  readonly also?: string | null;
  readonly script: Script;
  /** The learnt tables by which it may be spelled. */
  readonly tables: readonly SpellingTable[];
  /** Local letters before and after it, where it is part of a run; empty at a run's ends. */
  readonly around: readonly [before: string, after: string];
};

const ALONE: WordSource["around"] = ["", ""];

/** A word of a reading on its way. */
type ReadWord = { readonly latin: string; readonly source: WordSource | null };

/** The learnt tables by which words of a script may be spelled; Hangul has more, each for a reading of its own. */
const TABLES: Readonly<Partial<Record<Script, readonly SpellingTable[]>>> = {
  arabic: ["arabic"],
  burmese: ["burmese"],
  cyrillic: ["cyrillic"],
  greek: ["greek"],
  han: ["chinese"],
  hangul: ["hangul"],
  hebrew: ["hebrew"],
  indic: ["indic"],
  kana: ["japanese"],
  thai: ["thai"],
};
const FOREIGN: readonly SpellingTable[] = ["foreign"];

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

/** Of readings that are as good as each other. */
const ALIKE = { askedOnly: false, behind: 0 } as const;

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

/** Numbers written out, or in Roman numerals that are no syllables of names, in the names of companies and ships. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  ["two three four five six seven eight nine ten eleven twelve", "ii iii iv - - vii viii ix - - xii"].flatMap(
    (row) => row.split(" ").map((word, at): [string, string] => [word, String(at + 2)]),
  ),
);
const NO_NUMBERS: ReadonlyMap<string, string> = new Map();

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
    case "indic":
      return likeliestSpelling("indic", word.text, ALONE);
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
      // A longer word in Hangul is no Korean name, or is one with its title.
      const tables = script === "hangul" && run.length === 1 ? FOREIGN : (TABLES[script] ?? []);
      return run.map(({ latin, local, around }) => ({ latin, source: { local, script, tables, around } }));
    }
    if (!person && (script === "thai" || script === "burmese"))
      return piecesOf(word).flatMap((piece) =>
        piece.meaning === null
          ? localWords({ text: piece.text, script }, ways.cyrillic)
          : plainWords(piece.meaning.split(" ")),
      );
    return localWords(word, ways.cyrillic);
  });
}

/** A word in local script as the words that it is read as. */
function localWords(word: Word, cyrillic: Ways["cyrillic"]): ReadWord[] {
  const { script, text } = word;
  const tables = TABLES[script];
  if (script === "burmese" && tables !== undefined)
    return burmeseSyllables(text).map((local) => ({
      latin: likeliestSpelling("burmese", local, ALONE),
      source: { local, script, tables, around: ALONE },
    }));
  if (script === "arabic" && tables !== undefined)
    return arabicWords(text).map((local) => ({
      latin: romanizeArabic(local),
      source: { local, script, tables, around: ALONE },
    }));
  const source = tables === undefined ? null : { local: text, script, tables, around: ALONE };
  return [{ latin: romanize(word, cyrillic), source }];
}

/** Words that stand as they are. */
function plainWords(words: readonly string[]): ReadWord[] {
  return words.map((latin) => ({ latin, source: null }));
}

/** Letters that digits are put for; a person's name has no digits of its own. */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = {
  0: "o",
  1: "l",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  8: "b",
};

/** A word of a person's name in which digits stand among letters (`M0hamm3d`), with the letters that they look like. */
function withoutDigits(word: Word): Word {
  if (!/[0-9]/.test(word.text) || !/[a-z]/.test(word.text)) return word;
  const text = word.text.replace(/[0-9]/g, (digit) => LETTER_OF_DIGIT[digit] ?? digit);
  return /[0-9]/.test(text) ? word : { ...word, text };
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
  { askedOnly, behind }: Pick<NameReading, "askedOnly" | "behind"> = ALIKE,
): NameReading | null {
  const kept = read.filter(({ latin }) => latin !== "").slice(0, NAME_LIMITS.tokensMax);
  if (kept.length === 0) return null;
  const number = bearer === "person" ? NO_NUMBERS : NUMBERS;
  const words = kept.map(
    ({ latin }) =>
      PARTICLES.get(latin) ?? number.get(latin) ?? latin.slice(0, NAME_LIMITS.lettersPerTokenMax),
  );
  return {
    system,
    words,
    sources: kept.map(({ source }) => source),
    mayBeKorean: bearer !== "organization" && !askedOnly && system !== "mandarin" && mayBeKorean(words),
    askedOnly,
    behind,
  };
}

const KANJI: readonly SpellingTable[] = ["kanji"];

/** A word in kanji by the sounds that its characters have in Japanese names. */
function kanjiWord(local: string): ReadWord {
  const source = { local, script: "kana", tables: KANJI, around: ALONE } as const;
  return { latin: likeliestSpelling("kanji", local, ALONE), source };
}

/** Letters of the family names of a run in kanji, the likeliest first: 高山 清司, 原 敬助 and 五十嵐 健. */
const FAMILY_LETTERS: Readonly<Record<number, readonly number[]>> = { 3: [2, 1], 4: [2], 5: [2, 3], 6: [3] };
/** A run of three characters is a Chinese or Korean name more often than a Japanese one, one of four seldom. */
const JAPANESE_BEHIND: Readonly<Record<number, number>> = { 3: 3, 4: 1 };

/** A person's name in Hanzi as the Japanese name that it may be: kanji alone say nothing of whose they are. */
function japaneseReadings(words: readonly Word[], bearer: NameBearer): (NameReading | null)[] {
  if (bearer === "organization" || !words.some(({ script }) => script === "han")) return [];
  const inJapan = ({ script, text }: Word): boolean =>
    script === "kana" || (script === "han" && !chunksOfWord("kanji", text, ALONE).includes(null));
  if (!words.every(inJapan)) return [];
  const apart = words.length === 2 || words.some(({ script }) => script === "kana");
  if (words.length > 1 && !apart) return [];
  const [run] = words;
  if (words.length > 1 || run === undefined) {
    const read = words.map((word) =>
      word.script === "han"
        ? kanjiWord(word.text)
        : {
            latin: romanizeKana(word.text),
            source: { local: word.text, script: word.script, tables: TABLES.kana ?? [], around: ALONE },
          },
    );
    return [reading("japanese", read, bearer, { askedOnly: true, behind: 0 })];
  }
  const characters = [...run.text];
  return (FAMILY_LETTERS[characters.length] ?? []).map((letters, at) =>
    reading(
      "japanese",
      [characters.slice(0, letters), characters.slice(letters)].map((part) => kanjiWord(part.join(""))),
      bearer,
      { askedOnly: true, behind: (JAPANESE_BEHIND[characters.length] ?? 0) + 2 * at },
    ),
  );
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
      source: { local, script, tables: TABLES[script] ?? [], around: ALONE },
    };
  if (script === "hangul")
    return {
      latin: hangulWords(local, "north", false)
        .map(({ latin }) => latin)
        .join(""),
      source: { local, script, tables: FOREIGN, around: ALONE },
    };
  return null;
}

function otherReadings(
  words: readonly Word[],
  kinds: RunKinds | null,
  bearer: NameBearer,
): (NameReading | null)[] {
  const readings: (NameReading | null)[] = [];
  const scripts = new Set(words.map((word) => word.script));
  const ways = { cyrillic: "english", hangul: "north", bearer } as const;
  const english = bearer === "person" ? null : translatedWords(words);
  if (english !== null) readings.push(reading("translated", plainWords(english), bearer));
  if (scripts.has("hangul"))
    readings.push(
      reading("revised", latinWords(words, { ...ways, hangul: "revised" }), bearer, {
        askedOnly: false,
        behind: kinds?.korean ?? 0,
      }),
    );
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
  if (whole !== null)
    readings.push(reading("whole", [whole], bearer, { askedOnly: false, behind: kinds?.foreign ?? 0 }));
  if (bearer !== "organization" && words.length === 1 && only?.script === "han" && only.text.length <= 4) {
    const hangul = hangulOfHanja(only.text);
    const korean =
      hangul === null
        ? null
        : reading(
            "hanja",
            hangulWords(hangul, "north", true).map(({ latin, local, around }) => ({
              latin,
              source: { local, script: "hangul", tables: TABLES.hangul ?? [], around },
            })),
            bearer,
          );
    if (korean?.mayBeKorean === true) readings.push(korean);
  }
  readings.push(...japaneseReadings(words, bearer));
  if (kinds !== null) readings.push(...foreignRun(only?.text ?? "", kinds, bearer));
  return readings;
}

/** A short run in Hangul may be a Chinese name by the Korean sound of its characters, or a foreign one by its own. */
const RUN_MAX = 4;

function foreignRun(run: string, behind: RunKinds, bearer: NameBearer): (NameReading | null)[] {
  const apart = hangulWords(run, "north", true);
  if (apart.length < 2) return [];
  const by = (table: SpellingTable, words: readonly RunWord[]): ReadWord[] =>
    words.map(({ local, around }) => ({
      latin: likeliestSpelling(table, local, around),
      source: { local, script: "hangul", tables: [table], around },
    }));
  const [family] = apart;
  const given = hangulWords(
    run.slice(family === undefined ? 0 : family.local.length - FAMILY_MARK.length),
    "north",
    false,
  );
  return [
    reading("sino-korean", by("sino", apart), bearer, { askedOnly: true, behind: behind.sino }),
    reading("foreign", by("foreign", [...apart.slice(0, 1), ...given]), bearer, {
      askedOnly: true,
      behind: behind.foreign,
    }),
  ];
}

function firstSystem(words: readonly Word[]): NameReading["system"] {
  const script = words.find((word) => word.script !== "latin" && word.script !== "other")?.script;
  if (script === undefined) return "as-written";
  if (script === "han") return "mandarin";
  return script === "hangul" ? "north-korean" : "english";
}

/** The one script that a name's words stand in, or null where they stand in several. */
export function scriptOfName(text: string): Script | null {
  const words = splitWords(cleanText(text, new Set()), new Set());
  const [first] = words;
  return first !== undefined && words.every(({ script }) => script === first.script) ? first.script : null;
}

/** What is odd in how a name is written, as `analyzeName` reports it, without its readings. */
export function findingsOfName(text: string): readonly NameFinding[] {
  const findings = new Set<NameFinding>();
  splitWords(cleanText(text, findings), findings);
  return [...findings].sort();
}

/**
 * A name with its letters as they are. Two names in one script are compared by it: read in Latin letters they may be
 * equal although they are written otherwise (习近平, 习近朋).
 */
export function analyzeAsWritten(text: string, bearer: NameBearer): AnalyzedName {
  const findings = new Set<NameFinding>();
  const all = splitWords(cleanText(text, findings), findings);
  const { words, forms } = bearer === "person" ? { words: all, forms: 0 } : withoutForm(all);
  const only = reading("as-written", plainWords(words.map((word) => word.text)), bearer);
  return {
    text,
    equalKey: all.map((word) => word.text).join(" "),
    readings: only === null ? [] : [only],
    forms,
    findings: [...findings].sort(),
  };
}

/** Analyses a name as given: any text, of any length; never throws. */
export function analyzeName(text: string, bearer: NameBearer): AnalyzedName {
  const findings = new Set<NameFinding>();
  const all = splitWords(cleanText(text, findings), findings);
  const bare = bearer === "person" ? { words: all.map(withoutDigits), forms: 0 } : withoutForm(all);
  const words = bearer === "organization" ? bare.words : joinHangul(bare.words);
  const equalKey = all.map((word) => word.text).join(" ");
  if (words.length > 0 && words.every(({ script }) => script === "latin")) {
    // In Latin letters there is one way to read a name: the quick way for nine names in ten.
    const own = reading("as-written", plainWords(words.map((word) => word.text)), bearer);
    const readings = own === null ? [] : [own];
    return { text, equalKey, readings, forms: bare.forms, findings: [...findings].sort() };
  }
  const [run] = words;
  const short = words.length === 1 && run?.script === "hangul" && run.text.length <= RUN_MAX;
  const kinds = short && bearer !== "organization" ? kindsOfRun(run.text) : null;
  const first =
    reading(firstSystem(words), latinWords(words, { cyrillic: "english", hangul: "north", bearer }), bearer, {
      askedOnly: false,
      behind: kinds?.korean ?? 0,
    }) ?? reading("as-written", plainWords(words.map((word) => word.text)), bearer);
  const seen = new Set<string>();
  const readings: NameReading[] = [];
  for (const one of [first, ...otherReadings(words, kinds, bearer)]) {
    const key = `${one?.words.join(" ")}${one?.askedOnly === true ? one.system : ""}`;
    if (one === null || seen.has(key) || readings.length === NAME_LIMITS.readingsMax) continue;
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
