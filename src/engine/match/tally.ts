import { type IndexData, ROW_FIELDS } from "./index-data.ts";

/** Marks are wiped before their counter would run over 16 bits. */
const EPOCH_MAX = 0xfff0;
/** Bits below a row's mark: which voter (8) and which of its words (8) stand first in the order of the reading. */
export const [MARK_SHIFT, PLACE_MASK] = [16, 0xffff];
const [VOTER_SHIFT, VOTER_MAX] = [8, 0xff];
/** Likeness is worked out by division: two ways to the same may be apart by this share. */
export const ROUNDING = 1e-5;

/** Rows that are as like as the best but for this are compared however many there are. */
const AS_GOOD_SHARE = 0.999;
/** Bins of likeness when the likest are counted, and how wide one is. */
const HISTOGRAM = 1_024;
export const LIKENESS_STEP = 1 / HISTOGRAM;

/** What a reading asks of the rows that it votes for. */
export type Asked = {
  /** What all its words weigh. */
  readonly total: number;
  /** Rows are compared whose likeness is this share of the best one's. */
  readonly share: number;
  /** 1 for each kind of party that its bearer may be. */
  readonly may: Uint8Array;
};

/** The place of a voter's word in the order in which the words of a reading vote. */
export function placeOf(voter: number, word: number): number {
  return (Math.min(voter, VOTER_MAX) << VOTER_SHIFT) | Math.min(word, VOTER_MAX);
}

/**
 * The votes that the rows of an index have got from one reading, by seat (see `IndexData`). Keeps 17 bytes a row.
 */
export class Tally {
  /** By seat, the word that voted last for it, above the first place that voted for it. */
  readonly marks: Uint32Array;
  /** By seat, the weight of the votes of this reading. */
  readonly sums: Float32Array;
  /** By seat, the kind of the party that bears the name. */
  readonly kinds: Uint8Array;
  /** Seats that were voted for, `count` of them. */
  readonly touched: Uint32Array;
  count = 0;
  /** By place in `touched`, how like the row is, 0 to 1: where it was weighed and kept. */
  readonly likeness: Float32Array;
  /** Words that vote are numbered on and on, so that nothing is wiped: the first of this reading, and the last. */
  first = 0;
  epoch = 0;
  /** How often the numbers began anew, and all marks were wiped. */
  wipes = 0;
  total = 0;
  share = 1;
  may: Uint8Array = new Uint8Array(0);
  /** The likeness under which no row is compared, as far as votes were counted. */
  least = 0;

  readonly #data: IndexData;
  readonly #rowsMax: number;
  readonly #histogram = new Uint32Array(HISTOGRAM);

  constructor(data: IndexData, rowsMax: number) {
    this.#data = data;
    this.#rowsMax = rowsMax;
    this.marks = new Uint32Array(data.rows);
    this.sums = new Float32Array(data.rows);
    this.kinds = Uint8Array.from(
      { length: data.rows },
      (_, seat) => (data.rowFacts[(data.seatRow[seat] as number) * ROW_FIELDS + 1] as number) & 0xff,
    );
    this.touched = new Uint32Array(data.rows);
    this.likeness = new Float32Array(data.rows);
  }

  /** Begins with a reading of so many words that vote. */
  begin(words: number, { total, share, may }: Asked): void {
    if (this.epoch + words + 1 > EPOCH_MAX) {
      this.marks.fill(0);
      this.epoch = 0;
      this.wipes += 1;
    }
    this.epoch += 1;
    this.first = this.epoch;
    this.count = 0;
    this.least = 0;
    this.total = total;
    this.share = share;
    this.may = may;
  }

  /** Turns votes into likeness (0 to 1) and counts the rows by it; gives the best. Keeps those that may be likest, if so told. */
  weighLikeness(keep: boolean): number {
    const [sums, touched, likeness, histogram] = [this.sums, this.touched, this.likeness, this.#histogram];
    const { seatWeight } = this.#data;
    const total = this.total;
    histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < this.count; at += 1) {
      const seat = touched[at] as number;
      const both = total + (seatWeight[seat] as number);
      const like = Math.min(1, (2 * (sums[seat] as number)) / both);
      // What is under the share of the best so far is under that of the best of all.
      if (like < best * this.share) continue;
      if (keep) {
        touched[kept] = seat;
        likeness[kept] = like;
        kept += 1;
      }
      const bin = (like * (HISTOGRAM - 1)) | 0;
      histogram[bin] = (histogram[bin] as number) + 1;
      if (like > best) best = like;
    }
    if (keep) this.count = kept;
    return best;
  }

  /** The likeness under which no row is compared, where the best is so like. */
  leastOf(best: number): number {
    let bin = HISTOGRAM - 1;
    for (let seen = 0; bin > 0; bin -= 1) {
      seen += this.#histogram[bin] as number;
      if (seen > this.#rowsMax) break;
    }
    return Math.max(best * this.share, Math.min(best * AS_GOOD_SHARE, (bin + 1) / (HISTOGRAM - 1)));
  }
}
