import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Harvest } from "./harvest.ts";
import type { PairRows } from "./pairs/learn-pairs.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** What the models are made from: the lists, the tables, and the programs that ask, label and learn. */
const FOLDERS = ["data/editions", "data/names", "data/legal-forms", "scripts/train"] as const;
const DATA_FILES = ["bench/data/name-pairs.csv.zst", "bench/data/scripts/korean.tsv.zst"];
/** Programs that start the others, or that say what here is said: a model does not depend on their text. */
const OUTSIDE = ["scripts/train/train.ts", "scripts/train/made-from.ts"];
/** What the models of pairs alone depend on. */
const PAIRS = "scripts/train/pairs/";

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

function hashOfFiles(keep: (path: string) => boolean): Hash {
  const hash = createHash("sha256");
  for (const path of [...FOLDERS.flatMap(filesUnder), ...DATA_FILES].filter(keep).sort())
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  return hash;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Digest of everything that the model of screenings is made from: lists, tables, the programs that train, and what the
 * engine makes of a sample of the questions. A change of the engine that leaves these numbers leaves the model.
 */
export function screeningMadeFrom({ inputs, label, subject, birth, country, weak }: Harvest): string {
  const hash = hashOfFiles((path) => !OUTSIDE.includes(path) && !path.startsWith(PAIRS));
  hash.update(bytesOf(inputs)).update(label).update(birth).update(weak);
  return hash.update(country.join()).update(subject.join()).digest("hex");
}

/** The same of the models of pairs, with what the engine makes of a sample of pairs. */
export function pairsMadeFrom({ made, labelled }: PairRows): string {
  const hash = hashOfFiles((path) => !OUTSIDE.includes(path));
  const rows = [...made, ...labelled.flatMap(({ row }) => row ?? [])];
  for (const { inputs, right } of rows) {
    for (const one of inputs) hash.update(bytesOf(one));
    hash.update(right ? "1" : "0");
  }
  return hash.digest("hex");
}
