import { FACT_FIELDS, type IndexData, ROW_FIELDS } from "./index-data.ts";
import type { Expansion } from "./query-word.ts";

/** Bounds of the work that the votes of one reading may cause. */
export const VOTE_LIMITS = {
  /**
   * Rows of the index compared for one reading of a name, where it has no more rows than the bundled lists; the right one is
   * among the first 20 in 99.8 of 100. In a larger index more are (see `rowsMaxOf`).
   */
  rowsMax: 96,
  /**
   * Names that hold a likely word and are looked at: nearly three times what the worst of 4,218 questions over all lists needs. Where
   * there are more, the words that most names hold vote only for names that others have voted for.
   */
  postingsMax: 131_072,
  /** Where fewer names hold a word, it is quicker to let it vote than to see whether it need not. */
  fewPostings: 4_096,
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

/** A word of the reading that votes, a part of one, or two of them together. */
export type Voter = {
  /** The words of the index that it may be. */
  readonly expansion: Expansion;
  /** Share of each grade that counts. */
  readonly share: number;
  /** What it weighs in the reading, in nats. */
  readonly weight: number;
  /** The first and the last word of the reading that it stands for. */
  readonly from: number;
  readonly to: number;
};

/** Rows are compared whose likeness is this share of the best one's. */
export const VOTE_SHARE = 0.65;
/** The same for a name read from local script: how likely a spelling is says little of how like the names are. */
export const VOTE_SHARE_SPELLED = 0.5;
/** Votes of one reading that there is room for at first; more make the space grow. */
const VOTES_FIRST = 512;
/** Rows that are as like as the best but for this are compared however many there are. */
const AS_GOOD_SHARE = 0.999;
/** Bins of likeness when the likest are counted. */
const HISTOGRAM = 1_024;
/** Marks are wiped before their counter would run over 16 bits. */
const EPOCH_MAX = 0xfff0;
/** Readings are numbered anew before their number would run over 32 bits. */
const READINGS_MAX = 0xfffffff0;
/** Bits below a row's mark: which voter (8) and which of its words (8) stand first in the order of the reading. */
const [MARK_SHIFT, VOTER_SHIFT, PLACE_MASK, PLACE_MAX] = [16, 8, 0xffff, 0xff];
/** Asking a row for its words costs as much as this many votes. */
const ROW_COST = 8;
/** More than any number of rows, and than any number of them to visit: with a place of 16 bits they make one exact number. */
const [ROW_SPAN, SLOTS] = [2 ** 26, 2 ** 10];
/** Likeness is worked out by division: two ways to the same may be apart by this share. */
const ROUNDING = 1e-5;
/**
 * Votes are counted in whole parts of a nat: so small a sum of them is exact, and the same in whatever order the words vote.
 * Without it a name on the border of the likest is in by one order and out by another.
 */
const VOTE_UNITS = 16_384;
/** Names voted for are looked through for the likest where more than so many times as many hold the next word. */
const LOOK_COST = 1;

/**
 * Counts the votes of a reading's words for the rows of the index, and finds the likest rows: those whose words in common
 * weigh most against all words of both. Keeps 17 bytes a row and 11 a word of the index, so one is made per open index.
 *
 * Rows are counted by their seats (see `IndexData`): names that share a common word sit side by side, so that its votes walk
 * through memory instead of jumping about in it.
 *
 * The words that weigh most vote first: few names hold them. What is left of the votes bounds how like a name can get that
 * no word has voted for. Where that is less than the likest have already, the words left vote for those names alone
 * (max-score, Turtle and Flood 1995): the result is the same, and common words cost little.
 */
export class Votes {
  readonly #data: IndexData;
  readonly #limits: VoteLimits;
  /**
   * By seat, the word that voted last for it, above the first place that voted for it: words of a query are numbered on and
   * on, so that nothing is wiped.
   */
  readonly #marks: Uint32Array;
  /** By seat, the weight of the votes of this reading. */
  readonly #sums: Float32Array;
  /** By seat, the kind of the party that bears the name. */
  readonly #kinds: Uint8Array;
  /** Seats that were voted for. */
  readonly #touched: Uint32Array;
  readonly #likeness: Float32Array;
  /** By word of the index: the voter that it votes for last, and its place among that voter's words. */
  readonly #tokenMark: Uint32Array;
  readonly #tokenPlace: Uint8Array;
  readonly #histogram = new Uint32Array(HISTOGRAM);
  readonly #voters: Voter[] = [];
  /** By voter, where its votes begin, and the most of them. */
  readonly #start: number[] = [];
  readonly #most: number[] = [];
  /** What each word of each voter votes, in the order of the voters; 0 where another voter has the word. */
  #votes = new Float32Array(VOTES_FIRST);
  /** By word of the index, the reading for which a voter has it last, and that voter. */
  readonly #heldFor: Uint32Array;
  readonly #holder: Uint16Array;
  #reading = 0;
  /** Places of the voters, those first that can give most. */
  readonly #order: number[] = [];
  /** Rows to visit, each behind its place in the order of votes and before its slot in `#rows` and `#seats`, as one number. */
  readonly #likest: Float64Array;
  readonly #rows: Uint32Array;
  readonly #seats: Uint32Array;
  /** What was read so that it be at hand: a read whose value goes nowhere is not made. */
  readonly #read = new Uint32Array(1);
  #may: Uint8Array = new Uint8Array(0);
  #total = 0;
  #share = VOTE_SHARE;
  #epoch = 0;
  #first = 0;
  #count = 0;
  /** The likeness under which no row is compared, as far as votes were counted. */
  #least = 0;

  constructor(data: IndexData, limits: VoteLimits = { ...VOTE_LIMITS, rowsMax: rowsMaxOf(data.rows) }) {
    this.#limits = limits;
    this.#likest = new Float64Array(limits.rowsMax * 2);
    this.#rows = new Uint32Array(limits.rowsMax * 2);
    this.#seats = new Uint32Array(limits.rowsMax * 2);
    this.#data = data;
    this.#marks = new Uint32Array(data.rows);
    this.#sums = new Float32Array(data.rows);
    this.#kinds = Uint8Array.from(
      { length: data.rows },
      (_, seat) => (data.rowFacts[(data.seatRow[seat] as number) * ROW_FIELDS + 1] as number) & 0xff,
    );
    this.#touched = new Uint32Array(data.rows);
    this.#likeness = new Float32Array(data.rows);
    this.#tokenMark = new Uint32Array(data.tokens);
    this.#tokenPlace = new Uint8Array(data.tokens);
    this.#heldFor = new Uint32Array(data.tokens);
    this.#holder = new Uint16Array(data.tokens);
  }

  /** Begins with a reading whose words weigh `total`; `may` is 1 for each kind of party that its bearer may be. */
  begin(total: number, may: Uint8Array, share: number): void {
    this.#share = share;
    this.#voters.length = 0;
    this.#start.length = 0;
    this.#most.length = 0;
    this.#may = may;
    this.#total = total;
    if (this.#reading >= READINGS_MAX) {
      this.#heldFor.fill(0);
      this.#reading = 0;
    }
    this.#reading += 1;
  }

  /**
   * One more voter: each row takes the vote of the first of its words that it holds. A vote counts what the word covers on
   * both sides, half of what it weighs in the reading and half of what it weighs in the index: a rare word beside which the
   * reading has a common one makes no name like it.
   */
  add(voter: Voter): void {
    const { tokens, grades } = voter.expansion;
    if (tokens.length === 0) return;
    const place = this.#voters.length;
    const start = place === 0 ? 0 : this.#endOf(place - 1);
    this.#makeRoom(start + tokens.length);
    let most = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as number;
      const listed = this.#data.tokenWeight[token] as number;
      const vote = wholeVote((voter.share * (grades[at] as number) * (voter.weight + listed)) / 2);
      const takes = this.#takes(voter, place, token, vote);
      this.#votes[start + at] = takes ? vote : 0;
      if (takes) most = Math.max(most, vote);
    }
    this.#voters.push(voter);
    this.#start.push(start);
    this.#most.push(most);
  }
  /**
   * Gives a word of the index to a voter, unless another that stands for the same words of the reading votes more for it:
   * what is one word in a name is not counted as two.
   */
  #takes(voter: Voter, place: number, token: number, vote: number): boolean {
    if (this.#heldFor[token] === this.#reading) {
      const holder = this.#holder[token] as number;
      const { expansion, from, to } = this.#voters[holder] as Voter;
      if (from <= voter.to && voter.from <= to) {
        const held = (this.#start[holder] as number) + expansion.tokens.indexOf(token);
        if ((this.#votes[held] as number) >= vote) return false;
        this.#votes[held] = 0;
      }
    }
    this.#heldFor[token] = this.#reading;
    this.#holder[token] = place;
    return true;
  }

  #endOf(voter: number): number {
    return (this.#start[voter] as number) + (this.#voters[voter] as Voter).expansion.tokens.length;
  }

  #makeRoom(size: number): void {
    if (size <= this.#votes.length) return;
    const votes = new Float32Array(Math.max(size, this.#votes.length * 2));
    votes.set(this.#votes);
    this.#votes = votes;
  }

  /** Calls `visit` with the likest rows in the order in which they were voted for. */
  visitLikest(visit: VisitVoted): void {
    this.#first = this.#nextEpoch(this.#voters.length + 1);
    this.#count = 0;
    this.#least = 0;
    this.#sortVoters();
    let rest = 0;
    let postings = 0;
    for (let at = 0; at < this.#voters.length; at += 1) {
      rest += this.#most[at] as number;
      postings += this.#postingsOf(at);
    }
    const postingsMax = postings <= this.#limits.postingsMax ? postings : this.#postingsMax();
    for (let at = 0; at < this.#voters.length; at += 1) {
      const voter = this.#order[at] as number;
      this.#vote(voter, rest, postingsMax);
      rest -= this.#most[voter] as number;
    }
    this.#visit(visit);
  }

  /** Puts those voters first that can give most: rare words before common ones. */
  #sortVoters(): void {
    const order = this.#order;
    for (let voter = 0; voter < this.#voters.length; voter += 1) {
      const most = this.#most[voter] as number;
      let at = voter;
      for (; at > 0 && (this.#most[order[at - 1] as number] as number) < most; at -= 1)
        order[at] = order[at - 1] as number;
      order[at] = voter;
    }
  }

  /** The number of names that a word may have to vote for all of them, where all words together have too many. */
  #postingsMax(): number {
    const sizes = this.#voters.map(({ expansion }) => expansion.postings).sort((one, other) => one - other);
    let sum = 0;
    let most = sizes[0] ?? 0;
    for (const size of sizes) {
      sum += size;
      if (sum > this.#limits.postingsMax) break;
      most = size;
    }
    return most;
  }

  /** Room for so many marks that follow one another; gives the first. */
  #nextEpoch(marks: number): number {
    if (this.#epoch + marks > EPOCH_MAX) {
      this.#marks.fill(0);
      this.#tokenMark.fill(0);
      this.#epoch = 0;
    }
    this.#epoch += 1;
    return this.#epoch;
  }

  #postingsOf(voter: number): number {
    return (this.#voters[voter] as Voter).expansion.postings;
  }

  /** Each row takes the vote of the first of a voter's words that it holds; `rest` is the most that this and later ones give. */
  #vote(voter: number, rest: number, postingsMax: number): void {
    const { tokens, postings } = (this.#voters[voter] as Voter).expansion;
    const { tokenWeight } = this.#data;
    this.#epoch += 1;
    if (postings > this.#limits.fewPostings && postings > this.#count) this.#dropUnlike(rest);
    else if (postings > this.#count * LOOK_COST) this.#raiseLeast();
    const most = 2 * rest * (1 + ROUNDING);
    let open = false;
    // A row weighs as much as the word at least. Where all votes left make it less like than what is compared anyway, the
    // rows voted for before are enough.
    for (let one = 0; one < tokens.length && !open; one += 1)
      open = most >= this.#least * (this.#total + (tokenWeight[tokens[one] as number] as number));
    if (postings > postingsMax) open = false;
    if (open || (postings <= postingsMax && postings < this.#count * ROW_COST))
      this.#voteByWords(voter, open, most);
    else this.#voteByRows(voter);
  }

  /**
   * Walks the rows that hold each word; rows that no voter has voted for only where the walk is `open` to them, and where
   * the `most` that this voter and those to come can give makes them as like as what is compared anyway: long names are
   * passed over. The bound is the same for all words of the voter, as a row takes its vote from the first that it holds.
   */
  #voteByWords(voter: number, open: boolean, most: number): void {
    const { tokens } = (this.#voters[voter] as Voter).expansion;
    const [votes, begin] = [this.#votes, this.#start[voter] as number];
    const { postStart, postSeats, seatWeight } = this.#data;
    const [marks, sums, touched] = [this.#marks, this.#sums, this.#touched];
    const [kinds, may] = [this.#kinds, this.#may];
    const first = this.#first;
    const word = this.#epoch;
    let room = this.#limits.postingsMax;
    const weightMax = most / this.#least - this.#total;
    let count = this.#count;
    let read = 0;
    for (let one = 0; one < tokens.length; one += 1) read ^= postStart[tokens[one] as number] as number;
    for (let one = 0; one < tokens.length; one += 1)
      read ^= postSeats[postStart[tokens[one] as number] as number] as number;
    this.#read[0] = read;
    for (let one = 0; one < tokens.length; one += 1) {
      const token = tokens[one] as number;
      const vote = votes[begin + one] as number;
      if (vote === 0) continue;
      const place = (Math.min(voter, PLACE_MAX) << VOTER_SHIFT) | one;
      const start = postStart[token] as number;
      const end = Math.min(postStart[token + 1] as number, start + room);
      room -= end - start;
      for (let at = start; at < end; at += 1) {
        const seat = postSeats[at] as number;
        const mark = marks[seat] as number;
        const before = mark >>> MARK_SHIFT;
        if (before >= first) {
          if (before === word) continue;
          const held = mark & PLACE_MASK;
          marks[seat] = (word << MARK_SHIFT) | Math.min(held, place);
          sums[seat] = (sums[seat] as number) + vote;
        } else if (open && (seatWeight[seat] as number) <= weightMax && may[kinds[seat] as number] === 1) {
          marks[seat] = (word << MARK_SHIFT) | place;
          sums[seat] = vote;
          touched[count] = seat;
          count += 1;
        }
      }
    }
    this.#count = count;
  }

  /** Asks the rows voted for before whether they hold one of the words. */
  #voteByRows(voter: number): void {
    const { tokens } = (this.#voters[voter] as Voter).expansion;
    const [votes, begin] = [this.#votes, this.#start[voter] as number];
    const { rowStart, rowTokens, seatRow } = this.#data;
    const [marks, sums, tokenMark, tokenPlace] = [this.#marks, this.#sums, this.#tokenMark, this.#tokenPlace];
    const word = this.#epoch;
    for (let one = 0; one < tokens.length; one += 1) {
      if (votes[begin + one] === 0) continue;
      tokenMark[tokens[one] as number] = word;
      tokenPlace[tokens[one] as number] = one;
    }
    for (let touched = 0; touched < this.#count; touched += 1) {
      const seat = this.#touched[touched] as number;
      const row = seatRow[seat] as number;
      const end = rowStart[row + 1] as number;
      let one = PLACE_MAX + 1;
      for (let at = rowStart[row] as number; at < end; at += 1) {
        const token = rowTokens[at] as number;
        if (tokenMark[token] === word && (tokenPlace[token] as number) < one)
          one = tokenPlace[token] as number;
      }
      if (one > PLACE_MAX) continue;
      const place = (Math.min(voter, PLACE_MAX) << VOTER_SHIFT) | one;
      const held = (marks[seat] as number) & PLACE_MASK;
      marks[seat] = (word << MARK_SHIFT) | Math.min(held, place);
      sums[seat] = (sums[seat] as number) + (votes[begin + one] as number);
    }
  }

  /** Raises the likeness under which no row is compared to what the best row voted for gives already. */
  #raiseLeast(): void {
    const { seatWeight } = this.#data;
    let best = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const seat = this.#touched[at] as number;
      const like = (2 * (this.#sums[seat] as number)) / (this.#total + (seatWeight[seat] as number));
      if (like > best) best = like;
    }
    this.#least = Math.max(this.#least, Math.min(1, best) * this.#share);
  }

  /** Forgets the rows that cannot get as like as the likest are already, with no more than `rest` of votes to come. */
  #dropUnlike(rest: number): void {
    const { seatWeight } = this.#data;
    const [sums, touched] = [this.#sums, this.#touched];
    const least = this.#leastOf(this.#weighLikeness(false)) - 1 / HISTOGRAM;
    this.#least = Math.max(this.#least, least);
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const seat = touched[at] as number;
      const most = 2 * ((sums[seat] as number) + rest) * (1 + ROUNDING);
      if (most < least * (this.#total + (seatWeight[seat] as number))) continue;
      touched[kept] = seat;
      kept += 1;
    }
    this.#count = kept;
  }

  /** Turns votes into likeness (0 to 1) and counts the rows by it; gives the best. Keeps those that may be likest, if so told. */
  #weighLikeness(keep: boolean): number {
    const [sums, touched, likeness, histogram] = [this.#sums, this.#touched, this.#likeness, this.#histogram];
    const { seatWeight } = this.#data;
    const total = this.#total;
    histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const seat = touched[at] as number;
      const both = total + (seatWeight[seat] as number);
      const like = Math.min(1, (2 * (sums[seat] as number)) / both);
      // What is under the share of the best so far is under that of the best of all.
      if (like < best * this.#share) continue;
      if (keep) {
        touched[kept] = seat;
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
      if (seen > this.#limits.rowsMax) break;
    }
    return Math.max(best * this.#share, Math.min(best * AS_GOOD_SHARE, (bin + 1) / (HISTOGRAM - 1)));
  }

  /** Visits the rows that are like enough, in the order in which the words of the reading vote for them. */
  #visit(visit: VisitVoted): void {
    const least = this.#leastOf(this.#weighLikeness(true));
    const likest = this.#likest;
    const [rows, seats] = [this.#rows, this.#seats];
    const { seatRow, seatWeight } = this.#data;
    let found = 0;
    for (let at = 0; at < this.#count; at += 1) {
      if ((this.#likeness[at] as number) < least) continue;
      const seat = this.#touched[at] as number;
      const row = seatRow[seat] as number;
      const place = ((this.#marks[seat] as number) & PLACE_MASK) * ROW_SPAN + row;
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
      const vote = this.#sums[seat] as number;
      visit(rows[slot] as number, vote, this.#kinds[seat] as number, seatWeight[seat] as number);
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

/** A vote in whole units. */
function wholeVote(vote: number): number {
  return Math.round(vote * VOTE_UNITS) / VOTE_UNITS;
}
