/**
 * Learns how names in local scripts are spelled in Latin letters, from pairs of names, and writes the tables in
 * `data/names/transliteration`. Names that the evaluation asks for are left out of what is learnt.
 * Usage: npx node scripts/learn-transliteration.ts PAIRS NAMES (the folder with the files named in SOURCES, and the one
 * with `korean_names.json` and `interscript`)
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partiesOf } from "../bench/eval/parties.ts";
import { isTestName } from "../bench/eval/script-split.ts";
import { FAMILY_MARK, localLetters } from "../src/engine/names/local-letters.ts";
import { cleanText, splitWords } from "../src/engine/names/normalize.ts";
import { openSnapshot } from "../src/service/lists/store.ts";
import { type AlignedPair, alignPairs, type SpelledPair } from "./transliteration/align.ts";
import { spellingsByParts } from "./transliteration/by-parts.ts";
import { charactersBySound } from "./transliteration/characters.ts";
import { kindCosts, sortHangulNames } from "./transliteration/hangul-names.ts";
import { listedArabicPairs } from "./transliteration/listed-pairs.ts";
import { sinoKorean } from "./transliteration/sino-korean.ts";
import {
  type Chances,
  chunkTable,
  type LetterDepth,
  letterTable,
  sharesOf,
  WELL_KNOWN,
} from "./transliteration/tables.ts";

/** File of each table, and the longest Latin chunk of one local letter. */
const SOURCES = {
  cyrillic: { file: "russian.tsv", longest: 4 },
  arabic: { file: "arabic.tsv", longest: 3 },
  japanese: { file: "japanese.tsv", longest: 6 },
  chinese: { file: "chinese.tsv", longest: 6 },
} as const;
type TableName = keyof typeof SOURCES;

const LATIN_MAX = 20;
const LOCAL_MAX = 16;
const WEIGHT_MAX = 5;

const [folder, folderOfNames] = process.argv.slice(2);
if (folder === undefined || folderOfNames === undefined)
  throw new Error("usage: learn-transliteration.ts FOLDER-OF-PAIRS FOLDER-OF-NAMES");

function source(name: string): string {
  return readFileSync(join(folderOfNames as string, name), "utf8");
}

function wordsOf(text: string): string[] {
  return splitWords(cleanText(text, new Set()), new Set()).map((word) => word.text);
}

function lines(file: string): string[][] {
  return readFileSync(join(folder as string, file), "utf8")
    .split("\n")
    .map((line) => line.split("\t"));
}

function isUsable({ local, latin }: SpelledPair): boolean {
  return (
    /^[a-z]{2,}$/.test(latin) && latin.length <= LATIN_MAX && local.length > 1 && local.length <= LOCAL_MAX
  );
}

/** Pairs of single words; the source writes a space between local letters. */
function wordPairs(name: TableName): SpelledPair[] {
  return lines(SOURCES[name].file).flatMap(([latin = "", written = "", seen = "1"]) => {
    const local = written.replace(/\s/g, "");
    if (isTestName(local)) return [];
    const pair = {
      local: localLetters(name, wordsOf(local).join("")),
      latin: wordsOf(latin).join(""),
      weight: Math.min(WEIGHT_MAX, Number(seen)),
    };
    return isUsable(pair) ? [pair] : [];
  });
}

/** Names of the register with their spellings, as pairs: the more usual the spelling, the more of them. */
function registeredNames(): SpelledPair[] {
  const register = JSON.parse(source("korean_names.json")) as readonly Readonly<Record<string, string>>[];
  return register.flatMap((row) => {
    const family = row.source === "korean_surnames";
    const spellings = family
      ? [row.rr, row.mr, ...(row.other_romanizations ?? "").split(",")]
      : [row.romanized];
    return spellings.flatMap((spelling): SpelledPair[] => {
      const latin = wordsOf(spelling ?? "").join("");
      const hangul = row.hangul ?? "";
      if (!/^[a-z]+$/.test(latin) || !/^\p{Script=Hangul}+$/u.test(hangul)) return [];
      return [{ local: localLetters("hangul", (family ? FAMILY_MARK : "") + hangul), latin, weight: 1 }];
    });
  });
}

const target = join(import.meta.dirname, "../data/names/transliteration");
mkdirSync(target, { recursive: true });

function write(name: string, value: Readonly<Record<string, unknown>>): void {
  const rows = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`,
  );
  writeFileSync(join(target, `${name}.json`), `{\n${rows.join(",\n")}\n}\n`);
}

const latin = new Set<string>();
const UNKNOWN = { widest: () => null, letters: [], depth: WELL_KNOWN };
/** Characters and syllables are many and the pairs of each few: what is known of their sounds counts for more. */
const CHARACTERS: LetterDepth = { chanceMin: 0.00003, chunksMax: 150, widerShare: 0.1, widerMin: 20 };
const SYLLABLES: LetterDepth = { ...CHARACTERS, widerShare: 0.03, widerMin: 10 };

function learn(
  name: string,
  aligned: readonly AlignedPair[],
  known: {
    readonly widest: (letter: string) => Chances | null;
    readonly letters: Iterable<string>;
    readonly depth: LetterDepth;
  } = UNKNOWN,
): void {
  for (const pair of aligned) latin.add(pair.latin);
  const table = chunkTable(aligned, known.widest, known.letters, known.depth);
  write(name, table);
  console.log(`${name}: ${aligned.length} pairs, ${Object.keys(table).length} contexts`);
}

/** Arabic and Persian names of two more sources, a pair a line with a tab or a comma between; Arabic may stand second. */
function arabicPairs(): SpelledPair[] {
  const seen = new Set<string>();
  return [
    ...source("google_ar2en.txt").split("\n"),
    ...source("wikidata_name_synonyms.txt").split("\n"),
  ].flatMap((line) => {
    const words = line.split(/\t|, /).map((word) => wordsOf(word).join(""));
    const local = words.find((word) => /^\p{Script=Arabic}+$/u.test(word)) ?? "";
    const spelled = words.find((word) => /^[a-z]+$/.test(word)) ?? "";
    const pair = { local: localLetters("arabic", local), latin: spelled, weight: 1 };
    if (isTestName(local) || seen.has(`${local} ${spelled}`) || !isUsable(pair)) return [];
    seen.add(`${local} ${spelled}`);
    return [pair];
  });
}

const { snapshot } = await openSnapshot({ bundledOnly: true });
const { all: parties } = partiesOf(snapshot);
const pinyin = JSON.parse(readFileSync(join(target, "../pinyin.json"), "utf8")) as Record<string, string>;
for (const name of Object.keys(SOURCES) as TableName[]) {
  const own =
    name === "arabic"
      ? [...wordPairs(name), ...arabicPairs(), ...listedArabicPairs(parties).filter(isUsable)]
      : wordPairs(name);
  const aligned = alignPairs(own, SOURCES[name].longest);
  learn(
    name,
    aligned,
    name === "chinese" ? { ...charactersBySound(aligned, pinyin), depth: CHARACTERS } : UNKNOWN,
  );
}

const characters = sinoKorean(source("interscript/var-kor-Kore-Hang-2013.imp"), pinyin);
const names = sortHangulNames(
  lines("korean-full-names.tsv").map(([written = "", local = ""]) => [written, local.trim()]),
  characters,
);
const korean = [...names.korean.filter(isUsable), ...registeredNames()];
learn("hangul", alignPairs(korean, 7), {
  widest: spellingsByParts(korean, (syllable) => localLetters("foreign", syllable), 3),
  letters: characters.mandarin.keys(),
  depth: SYLLABLES,
});
learn("sino", names.sino, {
  widest: (syllable) => {
    const counts = characters.mandarin.get(syllable.replace(FAMILY_MARK, ""));
    return counts === undefined ? null : sharesOf(counts);
  },
  letters: characters.mandarin.keys(),
  depth: SYLLABLES,
});
learn("foreign", alignPairs(names.foreign.filter(isUsable), 4), { ...UNKNOWN, depth: SYLLABLES });
write("kinds", kindCosts(names));
write("letters", { letters: letterTable(latin) });
