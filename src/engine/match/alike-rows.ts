import { type IndexData, ROW_FIELDS } from "./index-data.ts";

/** Slots of the memo, a power of two, and pairs kept in it at most; more are compared anew. */
const [SLOTS, PAIRS_MAX] = [1_024, 640];
/** More than any number of readings of a subject. */
const READINGS_SPAN = 32;

/**
 * For each row the first row that is the same to every comparison of names: the same words in the same order, of the same
 * kind of party, with the same legal forms. One name stands on several lists, so a quarter of all rows have such a twin.
 */
export function alikeRows(rows: {
  readonly rowTokens: Uint32Array;
  readonly rowStart: Uint32Array;
  readonly rowFlags: Uint8Array;
  readonly rowFacts: Uint32Array;
}): Uint32Array {
  const { rowTokens, rowStart, rowFlags, rowFacts } = rows;
  const first = new Map<string, number>();
  return Uint32Array.from(rowFlags, (flag, row) => {
    const [kinds = 0, forms, equal] = rowFacts.subarray(row * ROW_FIELDS + 1, (row + 1) * ROW_FIELDS);
    const words = rowTokens.subarray(rowStart[row], rowStart[row + 1]);
    const key = `${flag} ${kinds & 0xff} ${forms} ${equal} ${words.join(" ")}`;
    const held = first.get(key);
    if (held === undefined) first.set(key, row);
    return held ?? row;
  });
}

/** What was worked out of pairs of names for the query at hand, so that names written alike are compared once; at most `pairsMax` are kept. */
export class AlikeMemo {
  readonly #data: IndexData;
  readonly #pairsMax: number;
  readonly #keys = new Uint32Array(SLOTS);
  /** The query that a slot was filled for: nothing is wiped between two. */
  readonly #queries = new Uint32Array(SLOTS);
  #query = 0;
  #count = 0;
  /** Rough log-odds of the names in a slot. */
  readonly quick = new Float64Array(SLOTS + 1);
  /** 1 where they are weighed as those of organizations. */
  readonly organization = new Uint8Array(SLOTS + 1);
  /** What the model says of them; not a number until it was asked. */
  readonly nameSum = new Float64Array(SLOTS + 1);

  constructor(data: IndexData, pairsMax: number = PAIRS_MAX) {
    this.#data = data;
    this.#pairsMax = pairsMax;
  }

  /** Forgets the pairs of the query before. */
  clear(): void {
    this.#count = 0;
    this.#query += 1;
    if (this.#query < 0xffffffff) return;
    this.#queries.fill(0);
    this.#query = 1;
  }

  /** The slot of a reading and a row, or of its twin; -1 - slot where there was none yet, which it is made for. */
  slotOf(reading: number, row: number): number {
    const key = (this.#data.rowAlike[row] as number) * READINGS_SPAN + reading;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) % SLOTS;
    while (this.#queries[slot] === this.#query) {
      if (this.#keys[slot] === key) return slot;
      slot = (slot + 1) % SLOTS;
    }
    // A full memo keeps nothing more: the last slot is for what is not kept.
    if (this.#count === this.#pairsMax) slot = SLOTS;
    else {
      this.#count += 1;
      this.#queries[slot] = this.#query;
      this.#keys[slot] = key;
    }
    this.nameSum[slot] = Number.NaN;
    return -1 - slot;
  }
}
