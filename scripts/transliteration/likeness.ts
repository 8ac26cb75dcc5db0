import { SOUND_UNIT, soundDistance, soundScratch } from "../../src/engine/match/sound-distance.ts";

const scratch = soundScratch();

function lettersOf(word: string) {
  const codes = Uint8Array.from(word, (letter) => letter.charCodeAt(0) - 96);
  return { codes, start: 0, length: codes.length };
}

/** How alike two words in plain Latin letters sound, 0 to 1. */
export function likeness(one: string, other: string): number {
  const apart = soundDistance(lettersOf(one), lettersOf(other), scratch);
  return 1 - apart / SOUND_UNIT / Math.max(one.length, other.length, 1);
}

/** A word as it is written, and in Latin letters by which it is compared. */
type Spoken = { readonly word: string; readonly spoken: string };

/** Words of both sides that sound alike, one to one, the likest first; pairs less alike than `least` are left out. */
export function alikeWords(
  local: readonly Spoken[],
  latin: readonly string[],
  least: number,
): readonly (readonly [local: string, latin: string])[] {
  const all = local.flatMap(({ word, spoken }, at) =>
    latin.map((other, place) => ({ at, place, like: likeness(spoken, other), pair: [word, other] as const })),
  );
  const [ownTaken, otherTaken] = [new Set<number>(), new Set<number>()];
  return all
    .sort((one, other) => other.like - one.like)
    .flatMap(({ at, place, like, pair }) => {
      if (like < least || ownTaken.has(at) || otherTaken.has(place)) return [];
      ownTaken.add(at);
      otherTaken.add(place);
      return [pair];
    });
}
