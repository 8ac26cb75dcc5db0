/**
 * Builds the tables in `data/names` and `data/legal-forms` from their public sources. Run by hand when a source has a
 * new edition: `node scripts/build-names.ts FOLDER`, where FOLDER holds the files named in `SOURCES`.
 * The sources, their licences and dates stand in `data/names/SOURCES.md`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { buildLegalForms } from "./legal-forms.ts";

const SOURCES = {
  pinyin: "unihan_kMandarin.txt",
  simplified: "unihan_kSimplifiedVariant.txt",
  korean: "korean_names.json",
  nicknames: "nicknames.csv",
  forenames: "common-forenames-by-country.csv",
  surnames: "common-surnames-by-country.csv",
  arabic: "google_ar2en.txt",
  synonyms: "wikidata_name_synonyms.txt",
  legalForms: "iso-20275_2026-02-19.csv",
} as const;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: build-names.ts FOLDER (the one with the source files)");

function source(name: keyof typeof SOURCES): string {
  return readFileSync(join(folder as string, SOURCES[name]), "utf8").replace(/^\uFEFF/, "");
}

function rows(name: keyof typeof SOURCES): Record<string, string>[] {
  return parse(source(name), { columns: true, skip_empty_lines: true, relax_column_count: true });
}

function write(path: string, value: unknown): void {
  const members = Object.entries(value as Record<string, unknown>);
  const lines = members.map(([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`);
  writeFileSync(join(import.meta.dirname, "..", "data", path), `{\n${lines.join(",\n")}\n}\n`);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Pinyin without tones to all its characters (the first Mandarin reading of each, blocks U+3400 to U+9FFF). */
function pinyin(): Record<string, string> {
  const bySyllable = new Map<string, string[]>();
  for (const line of source("pinyin").split("\n")) {
    const found = /^U\+([0-9A-F]{4}): (\S+)/.exec(line);
    if (found === null) continue;
    const syllable = plain((found[2] ?? "").normalize("NFD").replace(/u\u0308/g, "v")).replace("v", "u");
    bySyllable.set(syllable, [
      ...(bySyllable.get(syllable) ?? []),
      String.fromCodePoint(Number.parseInt(found[1] ?? "0", 16)),
    ]);
  }
  return Object.fromEntries([...bySyllable].sort().map(([key, characters]) => [key, characters.join("")]));
}

/** Traditional characters and the simplified ones that stand for them, in the same order (U+3400 to U+9FFF). */
function simplified(): Record<string, string> {
  const pairs: [string, string][] = [];
  for (const line of source("simplified").split("\n")) {
    const [from = "", ...to] = (line.match(/U\+[0-9A-F]+/g) ?? []).map((code) =>
      String.fromCodePoint(Number.parseInt(code.slice(2), 16)),
    );
    const other = to.find((character) => character !== from);
    if (!line.includes("kSimplifiedVariant") || !/^[\u3400-\u9fff]{2}$/u.test(from + (other ?? ""))) continue;
    pairs.push([from, other ?? ""]);
  }
  pairs.sort((one, other) => (one[0] < other[0] ? -1 : 1));
  return {
    traditional: pairs.map(([from]) => from).join(""),
    simplified: pairs.map(([, to]) => to).join(""),
  };
}

type KoreanRow = {
  readonly hangul: string;
  readonly hanja?: string;
  readonly rr?: string;
  readonly mr?: string;
  readonly other_romanizations?: string;
  readonly population?: number;
  readonly source: string;
};

/** Surnames with their spellings in Latin letters, and Hanja with their Korean reading in names. */
function korean(): { surnames: Record<string, string>; hanja: Record<string, string> } {
  const list = JSON.parse(source("korean")) as KoreanRow[];
  const surnames: Record<string, string> = {};
  const hanja: Record<string, string> = {};
  for (const row of list) {
    if (row.source === "korean_surnames") {
      const spellings = [row.rr, row.mr, ...(row.other_romanizations ?? "").split(",")];
      const plainOnes = spellings
        .map((text) => plain(text ?? "").replace(/ /g, ""))
        .filter((text) => text !== "");
      surnames[row.hangul] = [...new Set(plainOnes)].join(" ");
    }
    for (const characters of (row.hanja ?? "").split(",")) {
      const word = characters.trim().replace(/\[.*/, "");
      if (row.hangul.length !== word.length || !/^[\u3400-\u9fff]+$/u.test(word)) continue;
      for (let at = 0; at < word.length; at += 1) hanja[word.charAt(at)] ??= row.hangul.charAt(at);
    }
  }
  return { surnames, hanja };
}

/** Given names and their short forms, each way round, as words. */
function nicknames(): Record<string, string> {
  const pairs = new Map<string, Set<string>>();
  for (const row of rows("nicknames")) {
    const [one, other] = [plain(row.name1 ?? ""), plain(row.name2 ?? "")];
    if (one === "" || other === "" || one === other) continue;
    pairs.set(one, (pairs.get(one) ?? new Set()).add(other));
  }
  return Object.fromEntries([...pairs].sort().map(([one, others]) => [one, [...others].sort().join(" ")]));
}

/** How often a word stands in the tables of common names by country: what is common outside the lists. */
function population(): Record<string, number> {
  const counts = new Map<string, number>();
  for (const row of [...rows("forenames"), ...rows("surnames")]) {
    const words = new Set(
      [row["Romanized Name"], row["Localized Name"]].flatMap((text) => plain(text ?? "").split(" ")),
    );
    for (const word of words) if (/^[a-z]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

const COMMON_ARABIC =
  "محمد=muhammad احمد=ahmad أحمد=ahmad علي=ali حسن=hassan حسين=hussein عبد=abd عبدالله=abdullah الله=allah عبدالرحمن=abdulrahman الرحمن=alrahman محمود=mahmud مصطفى=mustafa ابراهيم=ibrahim إبراهيم=ibrahim اسماعيل=ismail إسماعيل=ismail يوسف=yusuf عمر=omar عثمان=uthman خالد=khalid سعيد=said صالح=salih سليمان=sulayman ابو=abu أبو=abu بن=bin ابن=bin ال=al حمد=hamad ناصر=nasir طارق=tariq جمال=jamal كريم=karim موسى=musa عيسى=isa داود=dawud فاطمة=fatima مريم=maryam بنت=bint";

/** Arabic words of names and their usual Latin spelling (one word each, Arabic letters only). */
function arabic(): Record<string, string> {
  const table = new Map<string, string>();
  // The commonest names are in neither source with their commonest spelling.
  for (const pair of COMMON_ARABIC.split(" ")) table.set(...(pair.split("=") as [string, string]));
  const synonyms = source("synonyms")
    .split("\n")
    .map((line) => line.split(", "))
    .map(([one = "", other = ""]) => (/^[a-z]/.test(one) ? `${other}\t${one}` : `${one}\t${other}`));
  for (const line of [...synonyms, ...source("arabic").split("\n")]) {
    const [word, latin] = line.split("\t");
    const key = (word ?? "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/\u0640/g, "");
    const value = plain(latin ?? "").replace(/ /g, "");
    if (!/^[\u0621-\u064A]{2,}$/u.test(key) || !/^[a-z]{2,}$/.test(value)) continue;
    const held = table.get(key);
    if (held === undefined) table.set(key, value);
  }
  return Object.fromEntries([...table].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

write("names/pinyin.json", pinyin());
write("names/simplified.json", simplified());
write("names/korean.json", korean());
write("names/nicknames.json", nicknames());
write("names/population.json", population());
write("names/arabic.json", arabic());
write("legal-forms/forms.json", buildLegalForms(rows("legalForms")));
