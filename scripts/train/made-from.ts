import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** What the model depends on: the lists, the tables, and every program that turns names into numbers. */
const FOLDERS = [
  "data/editions",
  "data/names",
  "data/legal-forms",
  "scripts/train",
  "src/engine/names",
] as const;
const DATA_FILES = ["bench/data/name-pairs.csv.zst", "bench/data/scripts/korean.tsv.zst"];
const FILES = [
  "align",
  "birth-date",
  "candidates",
  "compared-pair",
  "edit-distance",
  "form-words",
  "grade",
  "inputs",
  "rarity",
  "query",
  "query-word",
  "sound-distance",
  "spelled",
  "spellings",
  "token",
  "weights",
];

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Hash of everything that the model is made from: another hash beside the model says that it has to be made anew. */
export function madeFrom(): string {
  const files = [
    ...FOLDERS.flatMap(filesUnder),
    ...DATA_FILES.map((path) => join(ROOT, path)),
    ...FILES.map((name) => join(ROOT, "src/engine/match", `${name}.ts`)),
  ];
  const hash = createHash("sha256");
  for (const file of files.sort())
    hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
