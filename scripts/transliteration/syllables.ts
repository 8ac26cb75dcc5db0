import { FAMILY_MARK, localLetters } from "../../src/engine/names/local-letters.ts";
import { alignPairs, type SpelledPair } from "./align.ts";
import { type Chances, sharesOf } from "./tables.ts";

/** Spellings of a syllable kept: rarer ones add up to less than a hundredth. */
const SPELLINGS_MAX = 60;
const LETTER_CHANCE_MIN = 0.01;
/** Longest Latin chunk of a single Hangul letter. */
const LONGEST = 3;

/**
 * Chances of the spellings of a Hangul syllable by those of its single letters, learnt from the same pairs: what is known
 * of syllables that are rare in names or stand in none.
 */
export function syllablesByLetters(pairs: readonly SpelledPair[]): (syllable: string) => Chances | null {
  const counts = new Map<string, Map<string, number>>();
  const apart = pairs.map((pair) => ({ ...pair, local: localLetters("foreign", pair.local.join("")) }));
  for (const { local, chunks, weight } of alignPairs(apart, LONGEST)) {
    local.forEach((letter, at) => {
      const held = counts.get(letter) ?? new Map<string, number>();
      held.set(chunks[at] ?? "", (held.get(chunks[at] ?? "") ?? 0) + weight);
      counts.set(letter, held);
    });
  }
  const chances = new Map([...counts].map(([letter, held]) => [letter, sharesOf(held)]));
  return (syllable) => {
    let made = new Map<string, number>([["", 1]]);
    for (const letter of localLetters("foreign", syllable.replace(FAMILY_MARK, ""))) {
      const next = new Map<string, number>();
      for (const [begun, chance] of made)
        for (const [chunk, share] of chances.get(letter) ?? [])
          if (share >= LETTER_CHANCE_MIN) next.set(begun + chunk, (next.get(begun + chunk) ?? 0) + chance * share);
      made = next;
    }
    made.delete("");
    const likeliest = [...made].sort((one, other) => other[1] - one[1]).slice(0, SPELLINGS_MAX);
    return likeliest.length === 0 ? null : sharesOf(new Map(likeliest));
  };
}
