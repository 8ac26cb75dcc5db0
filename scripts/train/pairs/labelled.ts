import { readRows } from "../../../bench/eval/data-file.ts";
import { wordBag } from "../same-party.ts";

/** Two names with what people say of them: are they one name? */
export type LabelledPair = {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly right: boolean;
  /** Its label contradicts its own note or another label. */
  readonly disputed: boolean;
  /** Part of the pairs that it is measured in; pairs about one name are in one part. */
  readonly part: number;
};

/** Parts that the labelled pairs are divided into: each is measured by a model that has learnt from the others. */
export const PARTS = 5;

function partOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of wordBag(name)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % PARTS;
}

/** The labelled pairs of `bench/data/name-pairs.csv`: half of nomenklatura's. */
export function readLabelledPairs(): readonly LabelledPair[] {
  return readRows("name-pairs.csv").map((row) => ({
    schema: row.schema ?? "",
    name1: row.name1 ?? "",
    name2: row.name2 ?? "",
    right: row.is_match === "true",
    disputed: row.disputed !== "",
    part: partOf(row.name2 ?? ""),
  }));
}
