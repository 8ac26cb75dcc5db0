import type { IndexData } from "./index-data.ts";
import type { Expansion } from "./query-word.ts";

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

/** Votes of one reading that there is room for at first; more make the space grow. */
const VOTES_FIRST = 512;
/** Readings are numbered anew before their number would run over 32 bits. */
const READINGS_MAX = 0xfffffff0;
/**
 * Votes are counted in whole parts of a nat: so small a sum of them is exact, and the same in whatever order the words vote.
 * Without it a name on the border of the likest is in by one order and out by another.
 */
const VOTE_UNITS = 16_384;

/** A vote in whole units. */
function wholeVote(vote: number): number {
  return Math.round(vote * VOTE_UNITS) / VOTE_UNITS;
}

/** Who votes for the names of an index, and what: the words of one reading at a time. Keeps 8 bytes a word of the index. */
export class Voters {
  readonly #data: IndexData;
  readonly all: Voter[] = [];
  /** By voter, where its votes begin in `votes`, and the most of them. */
  readonly start: number[] = [];
  readonly most: number[] = [];
  /** What each word of each voter votes, in the order of the voters; 0 where another voter has the word. */
  votes = new Float32Array(VOTES_FIRST);
  /** What each of these words weighs in the index. */
  weights = new Float32Array(VOTES_FIRST);
  /** Places of the voters, those first that can give most: rare words before common ones. */
  readonly order: number[] = [];
  /** By word of the index, the number of the reading for which a voter has it last, that voter, and the word's place among its words. */
  readonly heldFor: Uint32Array;
  readonly holder: Uint16Array;
  readonly place: Uint16Array;
  /** Number of the reading at hand. */
  reading = 0;
  /** What all words of the reading weigh. */
  total = 0;
  /** A word of the index is voted for by two voters that stand for different words: a name that says it twice. */
  repeats = false;

  constructor(data: IndexData) {
    this.#data = data;
    this.heldFor = new Uint32Array(data.tokens);
    this.holder = new Uint16Array(data.tokens);
    this.place = new Uint16Array(data.tokens);
  }

  /** Begins with a reading whose words weigh `total`. */
  begin(total: number): void {
    this.all.length = 0;
    this.start.length = 0;
    this.most.length = 0;
    this.total = total;
    this.repeats = false;
    if (this.reading >= READINGS_MAX) {
      this.heldFor.fill(0);
      this.reading = 0;
    }
    this.reading += 1;
  }

  /**
   * One more voter: each row takes the vote of the first of its words that it holds. A vote counts what the word covers on
   * both sides, half of what it weighs in the reading and half of what it weighs in the index: a rare word beside which the
   * reading has a common one makes no name like it.
   */
  add(voter: Voter): void {
    const { tokens, grades } = voter.expansion;
    if (tokens.length === 0) return;
    const place = this.all.length;
    const start = place === 0 ? 0 : this.endOf(place - 1);
    this.#makeRoom(start + tokens.length);
    let most = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as number;
      const listed = this.#data.tokenWeight[token] as number;
      const vote = wholeVote((voter.share * (grades[at] as number) * (voter.weight + listed)) / 2);
      const takes = this.#takes(voter, token, vote);
      this.votes[start + at] = takes ? vote : 0;
      this.weights[start + at] = listed;
      if (!takes) continue;
      this.heldFor[token] = this.reading;
      this.holder[token] = place;
      this.place[token] = at;
      most = Math.max(most, vote);
    }
    this.all.push(voter);
    this.start.push(start);
    this.most.push(most);
  }

  /** Where the votes of a voter end in `votes`. */
  endOf(voter: number): number {
    return (this.start[voter] as number) + (this.all[voter] as Voter).expansion.tokens.length;
  }

  /**
   * True where a voter gets a word of the index: unless another that stands for the same words of the reading votes more
   * for it. What is one word in a name is not counted as two.
   */
  #takes(voter: Voter, token: number, vote: number): boolean {
    if (this.heldFor[token] !== this.reading) return true;
    const holder = this.holder[token] as number;
    const { from, to } = this.all[holder] as Voter;
    if (from > voter.to || voter.from > to) {
      this.repeats = true;
      return true;
    }
    const held = (this.start[holder] as number) + (this.place[token] as number);
    if ((this.votes[held] as number) >= vote) return false;
    this.votes[held] = 0;
    return true;
  }

  #makeRoom(size: number): void {
    if (size <= this.votes.length) return;
    const room = Math.max(size, this.votes.length * 2);
    const [votes, weights] = [new Float32Array(room), new Float32Array(room)];
    votes.set(this.votes);
    weights.set(this.weights);
    this.votes = votes;
    this.weights = weights;
  }

  /** Puts those voters first that can give most. */
  sort(): void {
    const { order } = this;
    order.length = this.all.length;
    for (let voter = 0; voter < this.all.length; voter += 1) {
      const most = this.most[voter] as number;
      let at = voter;
      for (; at > 0 && (this.most[order[at - 1] as number] as number) < most; at -= 1)
        order[at] = order[at - 1] as number;
      order[at] = voter;
    }
  }
}
