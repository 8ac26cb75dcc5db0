import type { IndexData } from "./index-data.ts";
import { LIKENESS_STEP, MARK_SHIFT, PLACE_MASK, placeOf, ROUNDING, type Tally } from "./tally.ts";
import type { Voter, Voters } from "./voters.ts";
import type { VoteLimits } from "./votes.ts";

/** Asking a row for its words costs as much as this many votes. */
const ROW_COST = 8;
/** Names voted for are looked through for the likest where more than so many times as many hold the next word. */
const LOOK_COST = 1;
/** More than the place of any word among those of a voter. */
const PLACE_MAX = 0xff;

/**
 * Counts votes by walking the rows that hold each word. Keeps 5 bytes a word of the index.
 *
 * The words that weigh most vote first: few names hold them. What is left of the votes bounds how like a name can get that
 * no word has voted for. Where that is less than the likest have already, the words left vote for those names alone
 * (max-score, Turtle and Flood 1995): the result is the same, and common words cost little.
 */
export class WordVotes {
  readonly #data: IndexData;
  readonly #limits: VoteLimits;
  readonly #voters: Voters;
  readonly #tally: Tally;
  /** By word of the index: the voter that it votes for last, and its place among that voter's words. */
  readonly #tokenMark: Uint32Array;
  readonly #tokenPlace: Uint8Array;
  /** How often the numbers had begun anew when this counted last. */
  #wipes = 0;
  /** What was read so that it be at hand: a read whose value goes nowhere is not made. */
  readonly #read = new Uint32Array(1);

  constructor(data: IndexData, limits: VoteLimits, voters: Voters, tally: Tally) {
    this.#data = data;
    this.#limits = limits;
    this.#voters = voters;
    this.#tally = tally;
    this.#tokenMark = new Uint32Array(data.tokens);
    this.#tokenPlace = new Uint8Array(data.tokens);
  }

  /** Counts the votes of all rows that are as like as what is compared; `postings` is how many names hold any of the words. */
  count(postings: number): void {
    const { order, most } = this.#voters;
    if (this.#wipes !== this.#tally.wipes) {
      this.#tokenMark.fill(0);
      this.#wipes = this.#tally.wipes;
    }
    let rest = 0;
    for (const voter of order) rest += most[voter] as number;
    const postingsMax = postings <= this.#limits.postingsMax ? postings : this.#postingsMax();
    for (const voter of order) {
      this.#vote(voter, rest, postingsMax);
      rest -= most[voter] as number;
    }
  }

  /** The number of names that a word may have to vote for all of them, where all words together have too many. */
  #postingsMax(): number {
    const sizes = this.#voters.all
      .map(({ expansion }) => expansion.postings)
      .sort((one, other) => one - other);
    let sum = 0;
    let most = sizes[0] ?? 0;
    for (const size of sizes) {
      sum += size;
      if (sum > this.#limits.postingsMax) break;
      most = size;
    }
    return most;
  }

  /** Each row takes the vote of the first of a voter's words that it holds; `rest` is the most that this and later ones give. */
  #vote(voter: number, rest: number, postingsMax: number): void {
    const { tokens, postings } = (this.#voters.all[voter] as Voter).expansion;
    const { tokenWeight } = this.#data;
    this.#tally.epoch += 1;
    if (postings > this.#limits.fewPostings && postings > this.#tally.count) this.#dropUnlike(rest);
    else if (postings > this.#tally.count * LOOK_COST) this.#raiseLeast();
    const most = 2 * rest * (1 + ROUNDING);
    let open = false;
    // A row weighs as much as the word at least. Where all votes left make it less like than what is compared anyway, the
    // rows voted for before are enough.
    for (let one = 0; one < tokens.length && !open; one += 1)
      open =
        most >= this.#tally.least * (this.#voters.total + (tokenWeight[tokens[one] as number] as number));
    if (postings > postingsMax) open = false;
    if (open || (postings <= postingsMax && postings < this.#tally.count * ROW_COST))
      this.#voteByWords(voter, open, most);
    else this.#voteByRows(voter);
  }

  /**
   * Walks the rows that hold each word; rows that no voter has voted for only where the walk is `open` to them, and where
   * the `most` that this voter and those to come can give makes them as like as what is compared anyway: long names are
   * passed over. The bound is the same for all words of the voter, as a row takes its vote from the first that it holds.
   */
  #voteByWords(voter: number, open: boolean, most: number): void {
    const { tokens } = (this.#voters.all[voter] as Voter).expansion;
    const [votes, begin] = [this.#voters.votes, this.#voters.start[voter] as number];
    const { postStart, postSeats, seatWeight } = this.#data;
    const { marks, sums, touched } = this.#tally;
    const { kinds, may } = this.#tally;
    const first = this.#tally.first;
    const word = this.#tally.epoch;
    let room = this.#limits.postingsMax;
    const weightMax = most / this.#tally.least - this.#voters.total;
    let count = this.#tally.count;
    let read = 0;
    for (let one = 0; one < tokens.length; one += 1) read ^= postStart[tokens[one] as number] as number;
    for (let one = 0; one < tokens.length; one += 1)
      read ^= postSeats[postStart[tokens[one] as number] as number] as number;
    this.#read[0] = read;
    for (let one = 0; one < tokens.length; one += 1) {
      const token = tokens[one] as number;
      const vote = votes[begin + one] as number;
      if (vote === 0) continue;
      const place = placeOf(voter, one);
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
    this.#tally.count = count;
  }

  /** Asks the rows voted for before whether they hold one of the words. */
  #voteByRows(voter: number): void {
    const { tokens } = (this.#voters.all[voter] as Voter).expansion;
    const [votes, begin] = [this.#voters.votes, this.#voters.start[voter] as number];
    const { rowStart, rowTokens, seatRow } = this.#data;
    const { marks, sums } = this.#tally;
    const [tokenMark, tokenPlace] = [this.#tokenMark, this.#tokenPlace];
    const word = this.#tally.epoch;
    for (let one = 0; one < tokens.length; one += 1) {
      if (votes[begin + one] === 0) continue;
      tokenMark[tokens[one] as number] = word;
      tokenPlace[tokens[one] as number] = one;
    }
    for (let touched = 0; touched < this.#tally.count; touched += 1) {
      const seat = this.#tally.touched[touched] as number;
      const row = seatRow[seat] as number;
      const end = rowStart[row + 1] as number;
      let one = PLACE_MAX + 1;
      for (let at = rowStart[row] as number; at < end; at += 1) {
        const token = rowTokens[at] as number;
        if (tokenMark[token] === word && (tokenPlace[token] as number) < one)
          one = tokenPlace[token] as number;
      }
      if (one > PLACE_MAX) continue;
      const place = placeOf(voter, one);
      const held = (marks[seat] as number) & PLACE_MASK;
      marks[seat] = (word << MARK_SHIFT) | Math.min(held, place);
      sums[seat] = (sums[seat] as number) + (votes[begin + one] as number);
    }
  }

  /** Raises the likeness under which no row is compared to what the best row voted for gives already. */
  #raiseLeast(): void {
    const { seatWeight } = this.#data;
    let best = 0;
    for (let at = 0; at < this.#tally.count; at += 1) {
      const seat = this.#tally.touched[at] as number;
      const like =
        (2 * (this.#tally.sums[seat] as number)) / (this.#voters.total + (seatWeight[seat] as number));
      if (like > best) best = like;
    }
    this.#tally.least = Math.max(this.#tally.least, Math.min(1, best) * this.#tally.share);
  }

  /** Forgets the rows that cannot get as like as the likest are already, with no more than `rest` of votes to come. */
  #dropUnlike(rest: number): void {
    const { seatWeight } = this.#data;
    const { sums, touched } = this.#tally;
    const least = this.#tally.leastOf(this.#tally.weighLikeness(false)) - LIKENESS_STEP;
    this.#tally.least = Math.max(this.#tally.least, least);
    let kept = 0;
    for (let at = 0; at < this.#tally.count; at += 1) {
      const seat = touched[at] as number;
      const most = 2 * ((sums[seat] as number) + rest) * (1 + ROUNDING);
      if (most < least * (this.#voters.total + (seatWeight[seat] as number))) continue;
      touched[kept] = seat;
      kept += 1;
    }
    this.#tally.count = kept;
  }
}
