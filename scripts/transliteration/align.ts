/** A name in local letters with its Latin spelling; `weight` is how often it was seen. */
export type SpelledPair = {
  readonly local: readonly string[];
  readonly latin: string;
  readonly weight: number;
};

/** A pair whose local letters each have their chunk of the Latin word (possibly empty). */
export type AlignedPair = SpelledPair & { readonly chunks: readonly string[] };

const ROUNDS = 7;
/** Rounds after which the pairs that fit worst are left out: most of them are not the same name. */
const CLEAN_AFTER = 4;
/** Share of the pairs left out as wrong. */
const WRONG_SHARE = 0.06;
/** Chunks counted less often than this are forgotten. */
const COUNT_MIN = 0.02;
const UNSEEN = 1e-9;

type Cells = { readonly pair: SpelledPair; readonly ids: Int32Array };

/** Chances of chunks by local letter, learnt by expectation and maximisation; ids are places in flat arrays. */
class ChunkChances {
  readonly #longest: number;
  readonly #idOf = new Map<string, number>();
  readonly #letterOf: number[] = [];
  readonly #letters = new Map<string, number>();
  readonly #start: number[] = [];
  #chance = new Float64Array(0);

  constructor(longest: number) {
    this.#longest = longest;
  }

  #letter(local: string): number {
    const found = this.#letters.get(local);
    if (found !== undefined) return found;
    this.#letters.set(local, this.#letters.size);
    return this.#letters.size - 1;
  }

  #id(local: string, chunk: string): number {
    const key = `${local}|${chunk}`;
    let id = this.#idOf.get(key);
    if (id === undefined) {
      id = this.#idOf.size;
      this.#idOf.set(key, id);
      this.#letterOf.push(this.#letter(local));
      this.#start.push(chunk === "" ? 0.05 : 10 ** -chunk.length);
    }
    return id;
  }

  /** Ids of all chunks that each letter may have in a pair, by letter, begin and length. */
  cells(pair: SpelledPair): Cells {
    const [n, m, step] = [pair.local.length, pair.latin.length, this.#longest + 1];
    const ids = new Int32Array(n * (m + 1) * step).fill(-1);
    for (let at = 0; at < n; at += 1) {
      for (let from = 0; from <= m; from += 1) {
        for (let size = 0; size <= this.#longest && from + size <= m; size += 1) {
          const left = m - from - size;
          if (left > (n - at - 1) * this.#longest) continue;
          ids[(at * (m + 1) + from) * step + size] = this.#id(
            pair.local[at] ?? "",
            pair.latin.slice(from, from + size),
          );
        }
      }
    }
    return { pair, ids };
  }

  begin(): void {
    this.#chance = Float64Array.from(this.#start);
  }

  /** One round over all pairs; gives each pair's log-likelihood by letter. */
  round(all: readonly Cells[]): readonly number[] {
    const counts = new Float64Array(this.#chance.length);
    const fits = all.map((cells) => this.#expect(cells, counts));
    const totals = new Float64Array(this.#letters.size);
    counts.forEach((count, id) => {
      if (count < COUNT_MIN) counts[id] = 0;
      else totals[this.#letterOf[id] as number] = (totals[this.#letterOf[id] as number] as number) + count;
    });
    this.#chance = counts.map((count, id) => count / (totals[this.#letterOf[id] as number] || 1));
    return fits;
  }

  #expect({ pair, ids }: Cells, counts: Float64Array): number {
    const [n, m, step] = [pair.local.length, pair.latin.length, this.#longest + 1];
    const width = m + 1;
    const chance = (cell: number): number => {
      const id = ids[cell] as number;
      return id < 0 ? 0 : Math.max(UNSEEN, this.#chance[id] as number);
    };
    const ahead = new Float64Array((n + 1) * width);
    const behind = new Float64Array((n + 1) * width);
    ahead[0] = 1;
    behind[n * width + m] = 1;
    for (let at = 0; at < n; at += 1)
      for (let from = 0; from <= m; from += 1) {
        const mass = ahead[at * width + from] as number;
        if (mass === 0) continue;
        for (let size = 0; size < step && from + size <= m; size += 1) {
          const to = (at + 1) * width + from + size;
          ahead[to] = (ahead[to] as number) + mass * chance((at * width + from) * step + size);
        }
      }
    const all = ahead[n * width + m] as number;
    if (all <= 0) return Number.NEGATIVE_INFINITY;
    for (let at = n - 1; at >= 0; at -= 1)
      for (let from = 0; from <= m; from += 1) {
        let sum = 0;
        for (let size = 0; size < step && from + size <= m; size += 1) {
          const cell = (at * width + from) * step + size;
          const part = chance(cell) * (behind[(at + 1) * width + from + size] as number);
          sum += part;
          const share = ((ahead[at * width + from] as number) * part) / all;
          if (share > 0) {
            const id = ids[cell] as number;
            counts[id] = (counts[id] as number) + share * pair.weight;
          }
        }
        behind[at * width + from] = sum;
      }
    return Math.log(all) / (n + m);
  }

  /** The likeliest way to cut the Latin word, or null where there is none. */
  best({ pair, ids }: Cells): AlignedPair | null {
    const [n, m, step] = [pair.local.length, pair.latin.length, this.#longest + 1];
    const width = m + 1;
    const score = new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
    const cut = new Int8Array((n + 1) * width);
    score[0] = 0;
    for (let at = 0; at < n; at += 1)
      for (let from = 0; from <= m; from += 1) {
        const held = score[at * width + from] as number;
        if (held === Number.NEGATIVE_INFINITY) continue;
        for (let size = 0; size < step && from + size <= m; size += 1) {
          const id = ids[(at * width + from) * step + size] as number;
          if (id < 0 || (this.#chance[id] as number) <= 0) continue;
          const to = (at + 1) * width + from + size;
          const next = held + Math.log(this.#chance[id] as number);
          if (next > (score[to] as number)) {
            score[to] = next;
            cut[to] = size;
          }
        }
      }
    if (score[n * width + m] === Number.NEGATIVE_INFINITY) return null;
    const chunks: string[] = [];
    let end = m;
    for (let at = n; at > 0; at -= 1) {
      const size = cut[at * width + end] as number;
      chunks.unshift(pair.latin.slice(end - size, end));
      end -= size;
    }
    return { ...pair, chunks };
  }
}

/** Cuts each Latin word into the chunks of its local letters; pairs that are most likely two names are left out. */
export function alignPairs(pairs: readonly SpelledPair[], longest: number): readonly AlignedPair[] {
  const chances = new ChunkChances(longest);
  let all = pairs
    .filter(({ local, latin }) => local.length * longest >= latin.length)
    .map((pair) => chances.cells(pair));
  chances.begin();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const fits = chances.round(all);
    if (round !== CLEAN_AFTER) continue;
    const least = [...fits].sort((one, other) => one - other)[Math.floor(fits.length * WRONG_SHARE)] ?? 0;
    all = all.filter((_cells, at) => (fits[at] ?? 0) > least);
  }
  return all.flatMap((cells) => chances.best(cells) ?? []);
}
