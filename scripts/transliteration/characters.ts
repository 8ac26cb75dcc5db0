import { SOUND_MARK } from "../../src/engine/names/transliteration.ts";
import type { AlignedPair } from "./align.ts";
import { type Chances, sharesOf } from "./tables.ts";

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
  return {
    widest: (letter) => {
      const sound = letter.startsWith(SOUND_MARK) ? letter.slice(SOUND_MARK.length) : soundOf.get(letter);
      const own = sound === undefined ? undefined : counts.get(sound);
      return own === undefined ? null : sharesOf(own);
    },
    letters: [...counts.keys()].map((sound) => SOUND_MARK + sound),
  };
}
