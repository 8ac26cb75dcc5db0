import type { IndexData } from "./index-data.ts";
import type { Expansion } from "./query-word.ts";

/** Bounds of the work that the votes of one reading may cause. */
export const VOTE_LIMITS = {
  /** Rows of the index compared for one reading of a name; the right one is among the first 20 in 99.8 of 100. */
  rowsMax: 96,
  /**
   * Names that hold a likely word and are looked at: twice what the worst of 4,200 questions over all lists needs. Where
   * there are more, the words that most names hold vote only for names that others have voted for.
   */
  postingsMax: 131_072,
} as const;

/** Rows whose vote is this share of the best vote are compared. */
const VOTE_SHARE_MIN = 0.5;
/** Rows that are as like as the best but for this are compared however many there are. */
const AS_GOOD_SHARE = 0.999;
/** Bins of likeness when the likest are counted. */
const HISTOGRAM = 1_024;
/** Marks are wiped before their counter would run over 16 bits. */
const EPOCH_MAX = 0xfff0;
/** Where fewer names hold a word, it is quicker to let it vote than to see whether it need not. */
const FEW_POSTINGS = 256;
/** Sums that are rounded on the way may be off by this share. */
const ROUNDING = 1e-5;

/**
 * Counts the votes of a reading's words for the rows of the index, and finds the likest rows: those whose words in common
 * weigh most against all words of both. Keeps 11 bytes a row, so one is made per open index; what votes touch at random
 * stands in small arrays of its own, which stay in the near cache.
 */
export class Votes {
  readonly #data: IndexData;
  /** By row, the word that voted last for it: words of a query are numbered on and on, so that nothing is wiped. */
  readonly #marks: Uint16Array;
  /** By row, the weight of the votes of this reading. */
  readonly #sums: Float32Array;
  /** By row, the kind of the party that bears the name. */
  readonly #kinds: Uint8Array;
  readonly #touched: Uint32Array;
  readonly #likeness: Float32Array;
  readonly #histogram = new Uint32Array(HISTOGRAM);
  readonly #voters: Expansion[] = [];
  readonly #shares: number[] = [];
  #may: Uint8Array = new Uint8Array(0);
  #total = 0;
  #epoch = 0;
  #first = 0;
  #count = 0;

  constructor(data: IndexData) {
    this.#data = data;
    this.#marks = new Uint16Array(data.rows);
    this.#sums = new Float32Array(data.rows);
    this.#kinds = Uint8Array.from(
      { length: data.rows },
      (_, row) => data.entityKind[data.nameEntity[data.rowName[row] as number] as number] as number,
    );
    this.#touched = new Uint32Array(data.rows);
    this.#likeness = new Float32Array(data.rows);
  }

  /** Begins with a reading whose words weigh `total`; `may` is 1 for each kind of party that its bearer may be. */
  begin(total: number, may: Uint8Array): void {
    this.#voters.length = 0;
    this.#shares.length = 0;
    this.#may = may;
    this.#total = total;
  }

  /** One more voter: each row takes the vote of the first of these words that it holds, or the `share` of it that counts. */
  add(expansion: Expansion, share: number): void {
    if (expansion.tokens.length === 0) return;
    this.#voters.push(expansion);
    this.#shares.push(share);
  }

  /** Calls `visit` with the likest rows, their votes and kinds of party, in the order in which they were voted for. */
  visitLikest(visit: (row: number, vote: number, kind: number) => void): void {
    this.#first = this.#nextEpoch(this.#voters.length + 1);
    this.#count = 0;
    let rest = 0;
    let postings = 0;
    for (let at = 0; at < this.#voters.length; at += 1) {
      rest += this.#most(at);
      postings += (this.#voters[at] as Expansion).postings;
    }
    const postingsMax = postings <= VOTE_LIMITS.postingsMax ? postings : this.#postingsMax();
    for (let at = 0; at < this.#voters.length; at += 1) {
      this.#vote(at, rest, postingsMax);
      rest -= this.#most(at);
    }
    this.#visit(visit);
  }

  /** The number of names that a word may have to vote for all of them, where all words together have too many. */
  #postingsMax(): number {
    const sizes = this.#voters.map(({ postings }) => postings).sort((one, other) => one - other);
    let sum = 0;
    let most = sizes[0] ?? 0;
    for (const size of sizes) {
      sum += size;
      if (sum > VOTE_LIMITS.postingsMax) break;
      most = size;
    }
    return most;
  }

  /** Room for so many marks that follow one another; gives the first. */
  #nextEpoch(marks: number): number {
    if (this.#epoch + marks > EPOCH_MAX) {
      this.#marks.fill(0);
      this.#epoch = 0;
    }
    this.#epoch += 1;
    return this.#epoch;
  }

  #most(voter: number): number {
    return (this.#shares[voter] as number) * (this.#voters[voter] as Expansion).most;
  }

  /** Each row takes the vote of the first of a voter's words that it holds; `rest` is the most that this and later ones give. */
  #vote(voter: number, rest: number, postingsMax: number): void {
    const { tokens, votes, postings } = this.#voters[voter] as Expansion;
    const share = this.#shares[voter] as number;
    const { postStart, postRows } = this.#data;
    const [marks, sums, touched, kinds, may] = [
      this.#marks,
      this.#sums,
      this.#touched,
      this.#kinds,
      this.#may,
    ];
    const first = this.#first;
    this.#epoch += 1;
    const word = this.#epoch;
    const least = postings > FEW_POSTINGS && postings > this.#count ? this.#leastSoFar() : 0;
    let count = this.#count;
    for (let one = 0; one < tokens.length; one += 1) {
      const token = tokens[one] as number;
      const vote = share * (votes[one] as number);
      const end = postStart[token + 1] as number;
      // Where all words left make a row less like than what is compared anyway, rows voted for before are enough.
      const both = this.#total + (this.#data.tokenWeight[token] as number);
      const open = postings <= postingsMax && 2 * rest * (1 + ROUNDING) >= least * both;
      for (let at = postStart[token] as number; at < end; at += 1) {
        const row = postRows[at] as number;
        const mark = marks[row] as number;
        if (mark >= first) {
          if (mark === word) continue;
          marks[row] = word;
          sums[row] = (sums[row] as number) + vote;
        } else if (open && may[kinds[row] as number] === 1) {
          marks[row] = word;
          sums[row] = vote;
          touched[count] = row;
          count += 1;
        }
      }
    }
    this.#count = count;
  }

  /** The likeness under which no row is compared, as far as votes were counted. */
  #leastSoFar(): number {
    return this.#count === 0 ? 0 : this.#leastOf(this.#weighLikeness(false)) - 1 / HISTOGRAM;
  }

  /** Turns votes into likeness (0 to 1) and counts the rows by it; gives the best. Keeps those that may be likest, if so told. */
  #weighLikeness(keep: boolean): number {
    const [sums, touched, likeness, histogram] = [this.#sums, this.#touched, this.#likeness, this.#histogram];
    const { rowWeight } = this.#data;
    const total = this.#total;
    histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = touched[at] as number;
      const both = total + (rowWeight[row] as number);
      const like = Math.min(1, (2 * (sums[row] as number)) / both);
      // What is under the share of the best so far is under that of the best of all.
      if (like < best * VOTE_SHARE_MIN) continue;
      if (keep) {
        touched[kept] = row;
        likeness[kept] = like;
        kept += 1;
      }
      const bin = (like * (HISTOGRAM - 1)) | 0;
      histogram[bin] = (histogram[bin] as number) + 1;
      if (like > best) best = like;
    }
    if (keep) this.#count = kept;
    return best;
  }

  #leastOf(best: number): number {
    let bin = HISTOGRAM - 1;
    for (let seen = 0; bin > 0; bin -= 1) {
      seen += this.#histogram[bin] as number;
      if (seen > VOTE_LIMITS.rowsMax) break;
    }
    return Math.max(best * VOTE_SHARE_MIN, Math.min(best * AS_GOOD_SHARE, (bin + 1) / (HISTOGRAM - 1)));
  }

  #visit(visit: (row: number, vote: number, kind: number) => void): void {
    const least = this.#leastOf(this.#weighLikeness(true));
    let visited = 0;
    for (let at = 0; at < this.#count && visited < VOTE_LIMITS.rowsMax * 2; at += 1) {
      if ((this.#likeness[at] as number) < least) continue;
      visited += 1;
      const row = this.#touched[at] as number;
      visit(row, this.#sums[row] as number, this.#kinds[row] as number);
    }
  }
}
