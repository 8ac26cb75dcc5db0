import { NAME_LIMITS } from "../names/limits.ts";
import type { IndexData } from "./index-data.ts";
import { bucketShift, entryValue, firstOf, isEntryOf, mayHold } from "./multimap.ts";
import { MARK_SHIFT, PLACE_MASK, placeOf, ROUNDING, type Tally } from "./tally.ts";
import { pairHash } from "./token.ts";
import type { Voter, Voters } from "./voters.ts";
import type { VoteLimits } from "./votes.ts";

/**
 * Finds the rows that are worth a comparison by the pairs of words that they hold: an index of many rows knows the names
 * that hold any two words (see `wordPairs`). Of a name that is like the reading two words are, seldom one alone, and few
 * names hold both, however many hold either: so the work hardly grows with the list. What is found is what walking the
 * names of each word finds.
 *
 * A row is met by the two of its voters that can give most. Those after them bound what it can still get: pairs that could
 * not make a row as like as what is compared anyway are left out, and so are words that could not do it alone.
 */
export class PairVotes {
  readonly #data: IndexData;
  readonly #limits: VoteLimits;
  readonly #voters: Voters;
  readonly #tally: Tally;
  readonly #shift: number;
  readonly #hashes: Uint32Array;
  /** Of the row at hand the voters, and the first place of each that it holds. */
  readonly #met = new Uint16Array(NAME_LIMITS.tokensMax);
  readonly #place = new Uint16Array(NAME_LIMITS.tokensMax);
  /** What was read so that it be at hand: a read whose value goes nowhere is not made. */
  readonly #read = new Uint32Array(1);
  #best = 0;
  /** Names that may still be looked at. */
  #room = 0;

  constructor(data: IndexData, limits: VoteLimits, voters: Voters, tally: Tally) {
    this.#data = data;
    this.#limits = limits;
    this.#hashes = new Uint32Array(limits.lookupsMax);
    this.#voters = voters;
    this.#tally = tally;
    this.#shift = bucketShift(data.pairs);
  }

  /** True where it is quicker than to walk so many names that hold a word. */
  isQuicker(postings: number): boolean {
    const { all, repeats } = this.#voters;
    const { lookupsMax, lookupCost } = this.#limits;
    // A name that says a word twice is no pair of two, and one word makes none.
    if (this.#data.pairs.entries.length === 0 || repeats || all.length < 2) return false;
    let words = 0;
    let lookups = 0;
    for (const { expansion } of all) {
      lookups += words * expansion.tokens.length;
      words += expansion.tokens.length;
    }
    return lookups <= lookupsMax && lookups * lookupCost < postings;
  }

  /** Counts the votes of all rows that are as like as what is compared. */
  count(): void {
    const { order, most } = this.#voters;
    this.#best = 0;
    this.#room = this.#limits.postingsMax;
    this.#tally.epoch += 1;
    this.#lookUpFirst();
    let rest = 0;
    for (const voter of order) rest += most[voter] as number;
    rest -= most[order[0] as number] ?? 0;
    for (let after = 1; after < order.length; after += 1) {
      rest -= most[order[after] as number] as number;
      for (let before = 0; before < after; before += 1)
        this.#lookUp(order[before] as number, order[after] as number, rest);
    }
    this.#room = this.#limits.postingsMax;
    for (const voter of order) this.#countAlone(voter);
  }

  /** Meets the rows that hold the likeliest words of any two voters: what they make of the best row leaves out many pairs. */
  #lookUpFirst(): void {
    const { votes, all, start } = this.#voters;
    let found = 0;
    for (let other = 1; other < all.length; other += 1) {
      const word = (all[other] as Voter).expansion.tokens[0] as number;
      if (votes[start[other] as number] === 0) continue;
      for (let one = 0; one < other; one += 1) {
        const token = (all[one] as Voter).expansion.tokens[0] as number;
        if (token === word || votes[start[one] as number] === 0) continue;
        const hash = pairHash(token, word);
        if (!mayHold(this.#data.pairBits, hash)) continue;
        this.#hashes[found] = hash;
        found += 1;
      }
    }
    this.#fetch(found);
    for (let at = 0; at < found; at += 1)
      this.#meetPair(this.#hashes[at] as number, Number.POSITIVE_INFINITY);
  }

  /** Meets the rows that hold a word of either voter, where these and `rest` of votes may make one like enough. */
  #lookUp(one: number, other: number, rest: number): void {
    const { votes, weights, all, start, total } = this.#voters;
    const { pairBits } = this.#data;
    const hashes = this.#hashes;
    const own = (all[one] as Voter).expansion.tokens;
    const others = (all[other] as Voter).expansion.tokens;
    const [ownStart, otherStart] = [start[one] as number, start[other] as number];
    const least = this.#tally.least;
    let found = 0;
    for (let at = 0; at < own.length; at += 1) {
      const vote = votes[ownStart + at] as number;
      if (vote === 0) continue;
      const token = own[at] as number;
      const most = 2 * (vote + rest) * (1 + ROUNDING);
      const weight = total + (weights[ownStart + at] as number);
      for (let to = 0; to < others.length; to += 1) {
        const second = votes[otherStart + to] as number;
        const word = others[to] as number;
        if (second === 0 || word === token) continue;
        if (most + 2 * second < least * (weight + (weights[otherStart + to] as number))) continue;
        const hash = pairHash(token, word);
        if (!mayHold(pairBits, hash)) continue;
        hashes[found] = hash;
        found += 1;
      }
    }
    this.#fetch(found);
    const most = (this.#voters.most[one] as number) + (this.#voters.most[other] as number) + rest;
    for (let at = 0; at < found; at += 1) this.#meetPair(this.#hashes[at] as number, most);
  }

  /** Reads that do not wait for one another are fetched from memory together: first all, then one after the other. */
  #fetch(found: number): void {
    const { starts, entries } = this.#data.pairs;
    let read = 0;
    for (let at = 0; at < found; at += 1)
      read ^= starts[(this.#hashes[at] as number) >>> this.#shift] as number;
    for (let at = 0; at < found; at += 1)
      read ^= entries[starts[(this.#hashes[at] as number) >>> this.#shift] as number] as number;
    this.#read[0] = read;
  }

  /** Meets the rows of a pair that `most` of votes may make like enough. */
  #meetPair(hash: number, most: number): void {
    const { pairs, seatWeight } = this.#data;
    const end = pairs.starts[(hash >>> this.#shift) + 1] as number;
    for (let at = firstOf(pairs, hash, this.#shift); at < end && this.#room > 0; at += 1) {
      const entry = pairs.entries[at] as number;
      if (!isEntryOf(entry, hash)) break;
      this.#room -= 1;
      const seat = entryValue(entry);
      const weightMax = (2 * most * (1 + ROUNDING)) / this.#tally.least - this.#voters.total;
      if ((seatWeight[seat] as number) <= weightMax) this.#meet(seat);
    }
  }

  /** Meets the rows that a voter's words alone make like enough. */
  #countAlone(voter: number): void {
    const { votes, all, start, total } = this.#voters;
    const { tokenWeight, postStart, postSeats, seatWeight } = this.#data;
    const { tokens } = (all[voter] as Voter).expansion;
    for (let at = 0; at < tokens.length; at += 1) {
      const vote = votes[(start[voter] as number) + at] as number;
      const token = tokens[at] as number;
      const weightMax = (2 * vote * (1 + ROUNDING)) / this.#tally.least - total;
      if (vote === 0 || (tokenWeight[token] as number) > weightMax) continue;
      const from = postStart[token] as number;
      const end = Math.min(postStart[token + 1] as number, from + this.#room);
      this.#room -= end - from;
      for (let post = from; post < end; post += 1) {
        const seat = postSeats[post] as number;
        if ((seatWeight[seat] as number) <= weightMax) this.#meet(seat);
      }
    }
  }

  /** Counts the votes of a row, once. */
  #meet(seat: number): void {
    const { marks, sums, kinds, may, touched, epoch } = this.#tally;
    if ((marks[seat] as number) >>> MARK_SHIFT === epoch || may[kinds[seat] as number] !== 1) return;
    const { seatRow, seatWeight, rowStart, rowTokens } = this.#data;
    const { heldFor, holder, place, reading, votes, start, total } = this.#voters;
    const [met, places] = [this.#met, this.#place];
    const row = seatRow[seat] as number;
    const end = rowStart[row + 1] as number;
    let count = 0;
    for (let at = rowStart[row] as number; at < end; at += 1) {
      const token = rowTokens[at] as number;
      if (heldFor[token] !== reading) continue;
      const voter = holder[token] as number;
      let slot = 0;
      while (slot < count && met[slot] !== voter) slot += 1;
      if (slot < count) {
        places[slot] = Math.min(places[slot] as number, place[token] as number);
        continue;
      }
      met[slot] = voter;
      places[slot] = place[token] as number;
      count += 1;
    }
    let sum = 0;
    let first = PLACE_MASK;
    for (let slot = 0; slot < count; slot += 1) {
      const [voter, word] = [met[slot] as number, places[slot] as number];
      sum += votes[(start[voter] as number) + word] as number;
      first = Math.min(first, placeOf(voter, word));
    }
    marks[seat] = ((epoch << MARK_SHIFT) | first) >>> 0;
    sums[seat] = sum;
    touched[this.#tally.count] = seat;
    this.#tally.count += 1;
    const like = (2 * sum) / (total + (seatWeight[seat] as number));
    if (like <= this.#best) return;
    this.#best = like;
    this.#tally.least = Math.min(1, like) * this.#tally.share;
  }
}
