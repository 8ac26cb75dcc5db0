import type { AlignedPair } from "./align.ts";

/** Contexts seen less often than this say nothing of their own. */
const CONTEXT_COUNT_MIN = 4;
/** A context is kept where it tells this much (nats) from what is known without it. */
const CONTEXT_GAIN_MIN = 0.12;
/** Chunks rarer than this are left out of a context, where they are found again under the letter itself. */
const CHANCE_MIN = 0.0015;
const CHUNKS_MAX = 32;
/** A letter that was seen this often shows most of its chunks more than once. */
const OFTEN = 40;

type Counts = Map<string, Map<string, number>>;
/** Chances of Latin chunks. */
export type Chances = ReadonlyMap<string, number>;

function count(counts: Counts, context: string, chunk: string, weight: number): void {
  const held = counts.get(context) ?? new Map<string, number>();
  held.set(chunk, (held.get(chunk) ?? 0) + weight);
  counts.set(context, held);
}

/**
 * Witten-Bell: what was counted, and for the unseen what is known without the context, which counts as `least` sightings
 * at the least.
 */
export function smoothed(own: ReadonlyMap<string, number>, wider: Chances | null, least = 0): Chances {
  const total = [...own.values()].reduce((sum, value) => sum + value, 0);
  const trust = wider === null ? 1 : total / (total + Math.max(own.size, least));
  const chances = new Map<string, number>();
  for (const [chunk, chance] of wider ?? []) chances.set(chunk, chance * (1 - trust));
  for (const [chunk, value] of own) chances.set(chunk, (chances.get(chunk) ?? 0) + (trust * value) / total);
  return chances;
}

/** Counts as chances. */
export function sharesOf(counts: ReadonlyMap<string, number>): Chances {
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return new Map([...counts].map(([chunk, value]) => [chunk, value / total]));
}

/** Of what was seen often, what was seen once and is not otherwise known of the letter is chance. */
function withoutChance(seen: ReadonlyMap<string, number>, wider: Chances): ReadonlyMap<string, number> {
  const total = [...seen.values()].reduce((sum, value) => sum + value, 0);
  if (total < OFTEN) return seen;
  return new Map([...seen].filter(([chunk, value]) => value > 1 || wider.has(chunk)));
}

function gain(own: Chances, wider: Chances): number {
  let sum = 0;
  for (const [chunk, chance] of own) sum += chance * Math.log(chance / (wider.get(chunk) ?? 1e-6));
  return sum;
}

/** How much a table says of a letter by itself. */
export type LetterDepth = {
  /** Chunks rarer than this are left out, and how many there are at most. */
  readonly chanceMin: number;
  readonly chunksMax: number;
  /** What is known beside the pairs counts as this share of a letter's sightings, and as so many at the least. */
  readonly widerShare: number;
  readonly widerMin: number;
};

/** Letters that are seen often enough in the pairs to know them by these alone. */
export const WELL_KNOWN: LetterDepth = { chanceMin: 0.0004, chunksMax: 64, widerShare: 0, widerMin: 0 };

/** Chunks with their chance in tenths of a nat, the likeliest first: `kh4 h12`; the empty chunk is written `-`. */
function written(
  chances: Chances,
  { chanceMin, chunksMax }: Pick<LetterDepth, "chanceMin" | "chunksMax">,
): string {
  return [...chances]
    .filter(([, chance]) => chance >= chanceMin)
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, chunksMax)
    .map(([chunk, chance]) => `${chunk === "" ? "-" : chunk}${Math.round(-10 * Math.log(chance))}`)
    .join(" ");
}

/**
 * Chances of the Latin chunks of a local letter: by itself (`х`), by the letter after it (`х>а`), and by both neighbours
 * (`а<х>а`); `^` and `$` are the word's ends. A narrower context is kept only where it tells more than the wider one.
 * `widest` is what is known of a letter beside the pairs, by others that sound like it; `letters` are to be in the table
 * even where no pair has them, and `known` is how much is said of a letter by itself.
 */
export function chunkTable(
  pairs: readonly AlignedPair[],
  widest: (letter: string) => Chances | null,
  letters: Iterable<string>,
  known: LetterDepth,
): Record<string, string> {
  const counts: readonly [Counts, Counts, Counts] = [new Map(), new Map(), new Map()];
  for (const { local, chunks, weight } of pairs) {
    local.forEach((letter, at) => {
      const [before, after] = [local[at - 1] ?? "^", local[at + 1] ?? "$"];
      const chunk = chunks[at] ?? "";
      count(counts[0], letter, chunk, weight);
      count(counts[1], `${letter}>${after}`, chunk, weight);
      count(counts[2], `${before}<${letter}>${after}`, chunk, weight);
    });
  }
  const table = new Map<string, string>();
  const chances = new Map<string, Chances>();
  const widerOf = (context: string): Chances | null =>
    chances.get(context.replace(/^.*</u, "")) ?? chances.get(context.replace(/^.*<|>.*$/gu, "")) ?? null;
  counts.forEach((own, depth) => {
    for (const [context, seen] of own) {
      const total = [...seen.values()].reduce((sum, value) => sum + value, 0);
      if (depth > 0 && total < CONTEXT_COUNT_MIN) continue;
      const wider = depth === 0 ? widest(context) : widerOf(context);
      const made =
        depth > 0 || wider === null
          ? smoothed(seen, wider)
          : smoothed(withoutChance(seen, wider), wider, Math.max(known.widerMin, known.widerShare * total));
      if (depth > 0 && wider !== null && gain(made, wider) * Math.log2(total) < CONTEXT_GAIN_MIN * 2)
        continue;
      chances.set(context, made);
      table.set(
        context,
        written(made, depth === 0 ? known : { chanceMin: CHANCE_MIN, chunksMax: CHUNKS_MAX }),
      );
    }
  });
  for (const letter of letters) {
    const beside = table.has(letter) ? null : widest(letter);
    if (beside !== null) table.set(letter, written(beside, known));
  }
  return Object.fromEntries([...table].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const LETTERS = 27;

/**
 * How likely each letter is after two others in Latin names: 27³ signs, one per tenth of a nat from `!` on. Place 0 is a
 * word's begin or end, 1 to 26 the letters.
 */
export function letterTable(words: Iterable<string>): string {
  const counts = [
    new Float64Array(LETTERS),
    new Float64Array(LETTERS ** 2),
    new Float64Array(LETTERS ** 3),
  ] as const;
  const add = (table: Float64Array, at: number): void => {
    table[at] = (table[at] as number) + 1;
  };
  for (const word of words) {
    let [one, two] = [0, 0];
    for (let at = 0; at <= word.length; at += 1) {
      const next = at === word.length ? 0 : word.charCodeAt(at) - 96;
      add(counts[0], next);
      add(counts[1], two * LETTERS + next);
      add(counts[2], (one * LETTERS + two) * LETTERS + next);
      [one, two] = [two, next];
    }
  }
  const chanceOf = (
    depth: number,
    context: number,
    wider: (next: number) => number,
    next: number,
  ): number => {
    const row = (counts[depth] as Float64Array).subarray(context * LETTERS, (context + 1) * LETTERS);
    const total = row.reduce((sum, value) => sum + value, 0);
    const kinds = row.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    if (total === 0) return wider(next);
    return ((row[next] as number) + kinds * wider(next)) / (total + kinds);
  };
  let text = "";
  for (let context = 0; context < LETTERS ** 2; context += 1) {
    for (let next = 0; next < LETTERS; next += 1) {
      const single = (letter: number): number => chanceOf(0, 0, () => 1 / LETTERS, letter);
      const pair = (letter: number): number => chanceOf(1, context % LETTERS, single, letter);
      const tenths = Math.round(-10 * Math.log(chanceOf(2, context, pair, next)));
      text += String.fromCharCode(33 + Math.min(93, tenths));
    }
  }
  return text;
}
