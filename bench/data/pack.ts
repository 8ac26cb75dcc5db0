/**
 * Makes the files of `bench/data` from a folder with the sources named in SOURCES.md, cut to what the evaluation needs.
 * Usage: npx node bench/data/pack.ts FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, zstdCompressSync } from "node:zlib";
import { shuffled } from "../eval/fold.ts";
import { isKoreanName, isTestName, SCRIPTS, type ScriptName } from "../eval/script-split.ts";

/** Latin names that a name in local script is looked up among. */
const NAMES_MAX = 50_000;
/** Names in local script that are looked up. */
const TESTS_MAX = 2_500;
/** Most names in Hangul are foreigners': so many of those looked up are Korean ones. */
const KOREAN_TESTS_MAX = 1_500;

const from = process.argv[2];
if (from === undefined) {
  console.error("usage: npx node bench/data/pack.ts FOLDER");
  process.exit(64);
}

function save(name: string, text: string): void {
  const params = { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_checksumFlag]: 1 };
  const bytes = zstdCompressSync(Buffer.from(text), { params });
  writeFileSync(join(import.meta.dirname, `${name}.zst`), bytes);
  console.log(`${name}: ${Buffer.byteLength(text)} to ${bytes.length} bytes`);
}

type Pair = { readonly latin: string; readonly local: string };

/** Pairs of a source file: Latin, local (tokens have a space between letters), and in some a count. */
function pairsOf(folder: string, script: ScriptName): readonly Pair[] {
  const file = script === "korean" ? "korean-full-names.tsv" : `${script}.tsv`;
  return readFileSync(join(folder, "scripts", file), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [latin = "", written = ""] = line.split("\t");
      const local = script === "korean" ? written.trim() : written.replace(/\s/g, "");
      return /\p{Script=Latin}{2}/u.test(latin) && local.length > 1 ? [{ latin, local }] : [];
    });
}

function chosen(pairs: readonly Pair[], count: number): readonly string[] {
  const locals = [...new Set(pairs.map(({ local }) => local))];
  return shuffled(locals, "tests", (local) => local).slice(0, count);
}

/** One line per Latin name, with the names in local script that are looked up by it, if any. */
function cut(pairs: readonly Pair[]): string {
  const candidates = pairs.filter(({ local }) => isTestName(local));
  const korean = chosen(
    candidates.filter(({ local, latin }) => isKoreanName(local, latin)),
    KOREAN_TESTS_MAX,
  );
  const rest = candidates.filter(({ local, latin }) => !isKoreanName(local, latin));
  const tests = [...korean, ...chosen(rest, TESTS_MAX - korean.length)];
  const tested = new Set(tests);
  const locals = new Map<string, string[]>();
  for (const { latin, local } of pairs) {
    if (tested.has(local)) locals.set(latin, [...(locals.get(latin) ?? []), local]);
  }
  const others = shuffled(
    [...new Set(pairs.map(({ latin }) => latin))].filter((latin) => !locals.has(latin)),
    "names",
    (latin) => latin,
  );
  const kept = [...locals.keys(), ...others.slice(0, NAMES_MAX - locals.size)].sort();
  return `${kept.map((latin) => [latin, ...new Set(locals.get(latin) ?? [])].join("\t")).join("\n")}\n`;
}

mkdirSync(join(import.meta.dirname, "scripts"), { recursive: true });
for (const name of ["negatives.csv", "name-pairs.csv", "un-positives-clean.csv", "un-positives-typos.csv"])
  save(name, readFileSync(join(from, name), "utf8"));
for (const script of SCRIPTS) save(`scripts/${script}.tsv`, cut(pairsOf(from, script)));
