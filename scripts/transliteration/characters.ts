import { SOUND_MARK } from "../../src/engine/names/transliteration.ts";
import type { AlignedPair } from "./align.ts";
import { spellingsByParts } from "./by-parts.ts";
import { type Chances, smoothed } from "./tables.ts";

/** Longest Latin chunk of an onset or of what follows it. */
const LONGEST_OF_PART = 4;

/** What the parts of a sound are spelled as counts as this share of its sightings, and as so many at the least. */
const PARTS_SHARE = 0.2;
const PARTS_MIN = 20;

/** A Mandarin syllable as its onset and the rest. */
function partsOfSyllable(sound: string): readonly string[] {
  const [, onset = "", rest = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(sound) ?? [];
  return [`${onset}-`, `-${rest}`].filter((part) => part !== "-");
}

/**
 * Chances of the Latin chunks of a Chinese character by those of all characters of its sound: transcription takes now the
 * one, now the other. The sounds themselves are letters of the table too, for characters that no pair has.
 */
export function charactersBySound(
  pairs: readonly AlignedPair[],
  pinyin: Readonly<Record<string, string>>,
): { readonly widest: (letter: string) => Chances | null; readonly letters: Iterable<string> } {
  const soundOf = new Map(
    Object.entries(pinyin).flatMap(([sound, characters]) =>
      [...characters].map((character): [string, string] => [character, sound]),
    ),
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { local, chunks, weight } of pairs)
    local.forEach((letter, at) => {
      const sound = soundOf.get(letter);
      if (sound === undefined) return;
      const held = counts.get(sound) ?? new Map<string, number>();
      const chunk = chunks[at] ?? "";
      held.set(chunk, (held.get(chunk) ?? 0) + weight);
      counts.set(sound, held);
    });
  const partsOf = (letter: string): readonly string[] => partsOfSyllable(soundOf.get(letter) ?? letter);
  const byParts = spellingsByParts(pairs, partsOf, LONGEST_OF_PART);
  return {
    widest: (letter) => {
      const sound = letter.startsWith(SOUND_MARK) ? letter.slice(SOUND_MARK.length) : soundOf.get(letter);
      if (sound === undefined) return null;
      const own = counts.get(sound);
      const parts = byParts(sound);
      if (own === undefined) return parts;
      const seen = [...own.values()].reduce((sum, value) => sum + value, 0);
      return smoothed(own, parts, Math.max(PARTS_MIN, PARTS_SHARE * seen));
    },
    letters: Object.keys(pinyin).map((sound) => SOUND_MARK + sound),
  };
}
