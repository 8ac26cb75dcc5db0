import { alignPairs, type SpelledPair } from "./align.ts";
import { type Chances, sharesOf } from "./tables.ts";

/** Spellings of a letter kept. */
const SPELLINGS_MAX = 400;
/** Spellings of a part that are rarer are chance. */
const PART_CHANCE_MIN = 0.002;

/**
 * Chances of the spellings of a letter that is a whole syllable by those of its parts (onset and rest, single Hangul
 * letters), learnt from the same pairs: what is known of syllables that are rare in names or stand in none. `partsOf`
 * takes a letter apart; `longest` is the longest Latin chunk of a part.
 */
export function spellingsByParts(
  pairs: readonly SpelledPair[],
  partsOf: (letter: string) => readonly string[],
  longest: number,
): (letter: string) => Chances | null {
  const counts = new Map<string, Map<string, number>>();
  const apart = pairs.map((pair) => ({ ...pair, local: pair.local.flatMap(partsOf) }));
  for (const { local, chunks, weight } of alignPairs(apart, longest)) {
    local.forEach((part, at) => {
      const held = counts.get(part) ?? new Map<string, number>();
      held.set(chunks[at] ?? "", (held.get(chunks[at] ?? "") ?? 0) + weight);
      counts.set(part, held);
    });
  }
  const chances = new Map([...counts].map(([part, held]) => [part, sharesOf(held)]));
  return (letter) => {
    let made = new Map<string, number>([["", 1]]);
    for (const part of partsOf(letter)) {
      const next = new Map<string, number>();
      for (const [begun, chance] of made)
        for (const [chunk, share] of chances.get(part) ?? [])
          if (share >= PART_CHANCE_MIN)
            next.set(begun + chunk, (next.get(begun + chunk) ?? 0) + chance * share);
      made = next;
    }
    made.delete("");
    const likeliest = [...made].sort((one, other) => other[1] - one[1]).slice(0, SPELLINGS_MAX);
    return likeliest.length === 0 ? null : sharesOf(new Map(likeliest));
  };
}
