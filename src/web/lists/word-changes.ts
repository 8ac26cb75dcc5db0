import { diffWordsWithSpace } from "diff";

/** A stretch of a text: in both, gone or new. */
export type Piece = { readonly kind: "same" | "gone" | "new"; readonly text: string };

/** Steps after which two texts count as another text altogether: nobody reads a difference that long word by word. */
const STEPS_MAX = 2_000;
/** Of the words of the shorter text that both must share to be read as one text that changed. */
const SHARED_LEAST = 0.4;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What came and went between two texts, in the order of reading; null where they are not one text that changed. */
export function wordChanges(before: string, after: string): readonly Piece[] | null {
  if (shared(before, after) < SHARED_LEAST) return null;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: STEPS_MAX });
  if (parts === undefined) return null;
  return joined(
    parts.map(({ value, added, removed }) => ({
      kind: added ? "new" : removed ? "gone" : "same",
      text: value,
    })),
  );
}

/** Changes with nothing but a space between them are one change: what went whole, then what came whole. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  let [gone, came] = ["", ""];
  const flush = (): void => {
    if (gone !== "") made.push({ kind: "gone", text: gone });
    if (came !== "") made.push({ kind: "new", text: came });
    [gone, came] = ["", ""];
  };
  for (const [at, { kind, text }] of pieces.entries()) {
    const after = pieces[at + 1]?.kind ?? "same";
    if (kind === "gone") gone += text;
    else if (kind === "new") came += text;
    else if (gone + came !== "" && after !== "same" && text.trim() === "") {
      gone += text;
      came += text;
    } else {
      flush();
      made.push({ kind, text });
    }
  }
  flush();
  return made;
}

/** The share of the shorter text's words that the other has too. */
function shared(before: string, after: string): number {
  const [short = [], long = []] = [wordsOf(before), wordsOf(after)].toSorted((a, b) => a.length - b.length);
  if (short.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of long) left.set(word, (left.get(word) ?? 0) + 1);
  let met = 0;
  for (const word of short) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    met += 1;
    left.set(word, count - 1);
  }
  return met / short.length;
}

/** Texts that changed, each with what it was before, and those that came or went as a whole. */
type Paired = {
  readonly changed: readonly {
    readonly before: string;
    readonly after: string;
    readonly pieces: readonly Piece[];
  }[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

/** Values of so few words are read at a glance: the old one and the new one say more than their difference. */
const WORDS_LEAST = 6;
/** More values than these are not held against each other one by one. */
const VALUES_MAX = 12;

/** Finds for each text that went the one that came in its place, where it is the same text with other words in it. */
export function pairTexts(gained: readonly string[], lost: readonly string[]): Paired {
  const isLong = (text: string): boolean => wordsOf(text).length >= WORDS_LEAST;
  if (gained.length > VALUES_MAX || lost.length > VALUES_MAX) return { changed: [], gained, lost };
  const free = new Set(gained.filter(isLong));
  const changed: Paired["changed"][number][] = [];
  for (const before of lost.filter(isLong)) {
    const [nearest] = [...free].toSorted((a, b) => shared(before, b) - shared(before, a));
    const pieces = nearest === undefined ? null : wordChanges(before, nearest);
    if (nearest === undefined || pieces === null) continue;
    free.delete(nearest);
    changed.push({ before, after: nearest, pieces });
  }
  const taken = new Set(changed.flatMap(({ before, after }) => [before, after]));
  return {
    changed,
    gained: gained.filter((text) => !taken.has(text)),
    lost: lost.filter((text) => !taken.has(text)),
  };
}
