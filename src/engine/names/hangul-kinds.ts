import data from "../../../data/names/transliteration/kinds.json" with { type: "json" };
import { FAMILY_MARK } from "./local-letters.ts";

/** Whose name a short run of Hangul may be; each with how much less likely it is than the likeliest, in nats. */
export type RunKinds = {
  readonly korean: number;
  /** A Chinese person's, by the Korean sound of the characters. */
  readonly sino: number;
  /** A foreigner's, by its own sound. */
  readonly foreign: number;
};

/** Costs in tenths of a nat, in the order of `RunKinds`; that of an unseen syllable stands under the empty key. */
const COSTS: Readonly<Record<string, readonly number[]>> = data;
const UNSEEN = COSTS[""] ?? [0, 0, 0];

/** Whose name a run is, by how often its syllables stand in names of each kind, the first as a family name. */
export function kindsOfRun(run: string): RunKinds {
  const sums = [0, 0, 0];
  [...run].forEach((syllable, at) => {
    const key = at === 0 ? FAMILY_MARK + syllable : syllable;
    const costs = (Object.hasOwn(COSTS, key) ? COSTS[key] : undefined) ?? UNSEEN;
    for (let kind = 0; kind < sums.length; kind += 1)
      sums[kind] = (sums[kind] ?? 0) + (costs[kind] ?? 0) / 10;
  });
  const least = Math.min(...sums);
  const [korean = 0, sino = 0, foreign = 0] = sums.map((sum) => sum - least);
  return { korean, sino, foreign };
}
