/**
 * Learns how names in local scripts are spelled in Latin letters, from pairs of names, and writes the tables in
 * `data/names/transliteration`. Names that the evaluation asks for are left out of what is learnt.
 * Usage: npx node scripts/learn-transliteration.ts FOLDER (the one with the files named in SOURCES)
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isKoreanName, isTestName } from "../bench/eval/script-split.ts";
import { FAMILY_MARK, localLetters } from "../src/engine/names/local-letters.ts";
import { cleanText, splitWords } from "../src/engine/names/normalize.ts";
import { alignPairs, type SpelledPair } from "./transliteration/align.ts";
import { chunkTable, letterTable } from "./transliteration/tables.ts";

/** File of each table, and the longest Latin chunk of one local letter. */
const SOURCES = {
  cyrillic: { file: "russian.tsv", longest: 4 },
  arabic: { file: "arabic.tsv", longest: 3 },
  japanese: { file: "japanese.tsv", longest: 6 },
  chinese: { file: "chinese.tsv", longest: 6 },
  hangul: { file: "korean-full-names.tsv", longest: 7 },
} as const;
type TableName = keyof typeof SOURCES;

const LATIN_MAX = 20;
const LOCAL_MAX = 16;
const WEIGHT_MAX = 5;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: learn-transliteration.ts FOLDER");

function wordsOf(text: string): string[] {
  return splitWords(cleanText(text, new Set()), new Set()).map((word) => word.text);
}

function lines(name: TableName): string[][] {
  return readFileSync(join(folder as string, SOURCES[name].file), "utf8")
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
  return lines(name).flatMap(([latin = "", written = "", seen = "1"]) => {
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

/** Korean names as syllables; the family name may stand last in Latin letters, so both orders are given. */
function koreanPairs(): SpelledPair[] {
  return lines("hangul").flatMap(([latin = "", written = ""]) => {
    const local = written.trim();
    if (isTestName(local) || !isKoreanName(local, latin)) return [];
    const words = wordsOf(latin);
    const turned = [words.at(-1) ?? "", ...words.slice(0, -1)];
    const pairs = [words, turned].map((order) => ({
      local: localLetters("hangul", FAMILY_MARK + local),
      latin: order.join(""),
      weight: 1,
    }));
    return pairs.filter(isUsable);
  });
}

/** Of a Korean name in two orders, the one whose family name begins as it should: chunks of the surname are few. */
function inOrder(pairs: readonly SpelledPair[]): SpelledPair[] {
  const starts = new Map<string, Map<string, number>>();
  const startOf = ({ latin }: SpelledPair): string => latin.slice(0, 2);
  for (const pair of pairs) {
    const held = starts.get(pair.local[0] ?? "") ?? new Map<string, number>();
    held.set(startOf(pair), (held.get(startOf(pair)) ?? 0) + 1);
    starts.set(pair.local[0] ?? "", held);
  }
  const seen = (pair: SpelledPair): number => starts.get(pair.local[0] ?? "")?.get(startOf(pair)) ?? 0;
  const best = new Map<string, SpelledPair>();
  for (const pair of pairs) {
    const key = `${pair.local.join("")} ${[...pair.latin].sort().join("")}`;
    const held = best.get(key);
    if (held === undefined || seen(pair) > seen(held)) best.set(key, pair);
  }
  return [...best.values()];
}

const target = join(import.meta.dirname, "../data/names/transliteration");
mkdirSync(target, { recursive: true });

function write(name: string, value: Record<string, string>): void {
  const rows = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`,
  );
  writeFileSync(join(target, `${name}.json`), `{\n${rows.join(",\n")}\n}\n`);
}

const latin = new Set<string>();
for (const name of Object.keys(SOURCES) as TableName[]) {
  const pairs = name === "hangul" ? inOrder(koreanPairs()) : wordPairs(name);
  const aligned = alignPairs(pairs, SOURCES[name].longest);
  for (const pair of aligned) latin.add(pair.latin);
  const table = chunkTable(aligned);
  write(name, table);
  console.log(
    `${name}: ${pairs.length} pairs, ${aligned.length} aligned, ${Object.keys(table).length} contexts`,
  );
}
write("letters", { letters: letterTable(latin) });
