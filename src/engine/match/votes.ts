import { FACT_FIELDS, type IndexData, ROW_FIELDS } from "./index-data.ts";
import { PairVotes } from "./pair-votes.ts";
import { type Asked, PLACE_MASK, Tally } from "./tally.ts";
import { type Voter, Voters } from "./voters.ts";
import { WordVotes } from "./word-votes.ts";

/** Bounds of the work that the votes of one reading may cause. */
export const VOTE_LIMITS = {
  /**
   * Rows of the index compared for one reading of a name, where it has no more rows than the bundled lists; the right one is
   * among the first 20 in 99.8 of 100. In a larger index more are (see `rowsMaxOf`).
   */
  rowsMax: 96,
  /**
   * Names that hold a likely word and are looked at: nearly three times what the worst of 4,218 questions over all lists needs. Where
   * there are more, the words that most names hold vote only for names that others have voted for. By pairs of words so many
   * are looked at for all pairs, and so many for words alone.
   */
  postingsMax: 131_072,
  /** Where fewer names hold a word, it is quicker to let it vote than to see whether it need not. */
  fewPostings: 4_096,
  /** Pairs of words that are looked up at the most; where there are more, the names of each word are walked. */
  lookupsMax: 8_192,
  /** Looking a pair up costs as much as walking this many names. */
  lookupCost: 4,
} as const;
export type VoteLimits = Readonly<Record<keyof typeof VOTE_LIMITS, number>>;

/** Rows of an index for which so many compared are enough, and the most that are compared in any. */
const [ROWS_COMMON, ROWS_MOST] = [120_000, 448];

/**
 * Rows compared for one reading in an index of so many rows: among ten times as many names ten times as many are as like by
 * their words, and 96 of them leave out 6 right ones of 1,000 that 448 find.
 */
export function rowsMaxOf(rows: number): number {
  const { rowsMax } = VOTE_LIMITS;
  return Math.min(ROWS_MOST, Math.max(rowsMax, Math.round((rowsMax * rows) / ROWS_COMMON)));
}

/** A row of the index with its vote, the kind of its party, and what all its words weigh. */
export type VisitVoted = (row: number, vote: number, kind: number, weight: number) => void;

/** Rows are compared whose likeness is this share of the best one's. */
export const VOTE_SHARE = 0.65;
/** The same for a name read from local script: how likely a spelling is says little of how like the names are. */
export const VOTE_SHARE_SPELLED = 0.5;
/** More than any number of rows, and than any number of them to visit: with a place of 16 bits they make one exact number. */
const [ROW_SPAN, SLOTS] = [2 ** 26, 2 ** 10];

/**
 * Counts the votes of a reading's words for the rows of the index, and finds the likest rows: those whose words in common
 * weigh most against all words of both. Keeps 17 bytes a row and 13 a word of the index, so one is made per open index.
 *
 * Rows are counted by their seats (see `IndexData`): names that share a common word sit side by side, so that its votes walk
 * through memory instead of jumping about in it.
 */
export class Votes {
  readonly #data: IndexData;
  readonly #voters: Voters;
  readonly #tally: Tally;
  readonly #words: WordVotes;
  readonly #pairs: PairVotes;
  /** Rows to visit, each behind its place in the order of votes and before its slot in `#rows` and `#seats`, as one number. */
  readonly #likest: Float64Array;
  readonly #rows: Uint32Array;
  readonly #seats: Uint32Array;
  /** What was read so that it be at hand: a read whose value goes nowhere is not made. */
  readonly #read = new Uint32Array(1);
  #asked: Asked = { total: 0, share: VOTE_SHARE, may: new Uint8Array(0) };

  constructor(data: IndexData, limits: VoteLimits = { ...VOTE_LIMITS, rowsMax: rowsMaxOf(data.rows) }) {
    this.#data = data;
    this.#voters = new Voters(data);
    this.#tally = new Tally(data, limits.rowsMax);
    this.#words = new WordVotes(data, limits, this.#voters, this.#tally);
    this.#pairs = new PairVotes(data, limits, this.#voters, this.#tally);
    this.#likest = new Float64Array(limits.rowsMax * 2);
    this.#rows = new Uint32Array(limits.rowsMax * 2);
    this.#seats = new Uint32Array(limits.rowsMax * 2);
  }

  /** Begins with a reading. */
  begin(asked: Asked): void {
    this.#asked = asked;
    this.#voters.begin(asked.total);
  }

  /** One more voter: see `Voters`. */
  add(voter: Voter): void {
    this.#voters.add(voter);
  }

  /** Calls `visit` with the likest rows in the order in which they were voted for. */
  visitLikest(visit: VisitVoted): void {
    const { all } = this.#voters;
    this.#voters.sort();
    this.#tally.begin(all.length, this.#asked);
    let postings = 0;
    for (const { expansion } of all) postings += expansion.postings;
    if (this.#pairs.isQuicker(postings)) this.#pairs.count();
    else this.#words.count(postings);
    this.#visit(visit);
  }

  /** Visits the rows that are like enough, in the order in which the words of the reading vote for them. */
  #visit(visit: VisitVoted): void {
    const least = this.#tally.leastOf(this.#tally.weighLikeness(true));
    const likest = this.#likest;
    const [rows, seats] = [this.#rows, this.#seats];
    const { seatRow, seatWeight } = this.#data;
    let found = 0;
    for (let at = 0; at < this.#tally.count; at += 1) {
      if ((this.#tally.likeness[at] as number) < least) continue;
      const seat = this.#tally.touched[at] as number;
      const row = seatRow[seat] as number;
      const place = ((this.#tally.marks[seat] as number) & PLACE_MASK) * ROW_SPAN + row;
      if (found < likest.length) {
        rows[found] = row;
        seats[found] = seat;
        likest[found] = place * SLOTS + found;
        found += 1;
        if (found === likest.length) likest.sort();
        continue;
      }
      // Of more that are alike, those first in the order are compared. Thousands may be: full ranks stay sorted.
      const last = likest[found - 1] as number;
      if (place >= Math.floor(last / SLOTS)) continue;
      const slot = slotOf(last);
      rows[slot] = row;
      seats[slot] = seat;
      insertSorted(likest, place * SLOTS + slot);
    }
    if (found < likest.length) likest.subarray(0, found).sort();
    this.#fetch(found);
    for (let at = 0; at < found; at += 1) {
      const slot = slotOf(likest[at] as number);
      const seat = seats[slot] as number;
      const vote = this.#tally.sums[seat] as number;
      visit(rows[slot] as number, vote, this.#tally.kinds[seat] as number, seatWeight[seat] as number);
    }
  }

  /**
   * Reads what the comparison of each row begins with: reads that do not wait for one another are fetched from memory
   * together, where one after the other each would be waited for.
   */
  #fetch(found: number): void {
    const { rowFacts, rowStart, rowTokens, entityFacts } = this.#data;
    const { tokenStart, tokenMask, tokenWeight } = this.#data;
    const rows = this.#rows;
    let read = 0;
    for (let at = 0; at < found; at += 1) {
      const row = rows[at] as number;
      read ^= (rowFacts[row * ROW_FIELDS] as number) ^ (rowStart[row] as number);
    }
    for (let at = 0; at < found; at += 1) {
      const row = rows[at] as number;
      read ^= rowTokens[rowStart[row] as number] as number;
      read ^= entityFacts[(rowFacts[row * ROW_FIELDS] as number) * FACT_FIELDS] as number;
    }
    for (let at = 0; at < found; at += 1) {
      const row = rows[at] as number;
      const end = rowStart[row + 1] as number;
      for (let place = rowStart[row] as number; place < end; place += 1) {
        const token = rowTokens[place] as number;
        read ^= (tokenStart[token] as number) ^ (tokenMask[token] as number) ^ (tokenWeight[token] as number);
      }
    }
    this.#read[0] = read;
  }
}

/** The slot at the end of a number of `likest`; the remainder of so large a number is a call of its own. */
function slotOf(likest: number): number {
  return likest - Math.floor(likest / SLOTS) * SLOTS;
}

/** Puts a number among sorted ones, and drops the last of them. */
function insertSorted(sorted: Float64Array, value: number): void {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  sorted.copyWithin(low + 1, low, sorted.length - 1);
  sorted[low] = value;
}
