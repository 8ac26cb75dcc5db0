import { GRADES, gradeOf } from "./grade.ts";
import type { IndexData } from "./index-data.ts";
import { bucketShift, type Multimap } from "./multimap.ts";
import type { Query, QueryReading } from "./query.ts";
import { mayBeOneParty } from "./scorer.ts";
import { NO_SPELLINGS } from "./spellings.ts";
import { PARTY_KINDS } from "./target.ts";
import { deletions, findToken, textHash } from "./token.ts";

/** Bounds of the work that one query may cause. */
export const CANDIDATE_LIMITS = {
  /** Rows of the index compared for one reading of a name; the right one is among the first 20 in 99.8 of 100. */
  rowsPerReadingMax: 96,
  /** Words of the index that one word of the query is taken for. */
  expansionsMax: 256,
  /** Entities that share an exact name or an identifier. */
  equalsMax: 512,
} as const;

/** Rows whose vote is this share of the best vote are compared. */
const VOTE_SHARE_MIN = 0.5;
/** Shortest word that may be two words of the list written together. */
const SPLIT_LETTERS_MIN = 5;

/** A pair of names to compare: place of the query's reading, and row of the index. */
export type VisitPair = (reading: number, row: number) => void;

/**
 * Finds the rows of the index worth comparing with a query. Keeps scratch space as large as the index (16 bytes a row),
 * so one is made per open index; a query leaves nothing behind that the next one sees.
 */
export class CandidateFinder {
  readonly #data: IndexData;
  /** Kind of party by row: found by one look instead of three. */
  readonly #rowKind: Uint8Array;
  readonly #votes: Float32Array;
  readonly #readingSeen: Uint32Array;
  readonly #wordSeen: Uint32Array;
  readonly #touched: Uint32Array;
  readonly #tokenSeen: Uint32Array;
  readonly #tokens = new Int32Array(CANDIDATE_LIMITS.expansionsMax);
  readonly #grades = new Float32Array(CANDIDATE_LIMITS.expansionsMax);
  readonly #histogram = new Uint32Array(HISTOGRAM);
  readonly #deletesShift: number;
  readonly #keysShift: number;
  #epoch = 0;
  #count = 0;
  #found = 0;

  constructor(data: IndexData) {
    this.#data = data;
    this.#rowKind = new Uint8Array(data.rows);
    for (let row = 0; row < data.rows; row += 1) {
      this.#rowKind[row] = data.entityKind[data.nameEntity[data.rowName[row] as number] as number] as number;
    }
    this.#votes = new Float32Array(data.rows);
    this.#readingSeen = new Uint32Array(data.rows);
    this.#wordSeen = new Uint32Array(data.rows);
    this.#touched = new Uint32Array(data.rows);
    this.#tokenSeen = new Uint32Array(data.tokens);
    this.#deletesShift = bucketShift(data.deletes);
    this.#keysShift = bucketShift(data.keys);
  }

  /** Calls `visit` with each pair of reading and row to compare; a pair may come twice. */
  visitRows(query: Query, visit: VisitPair): void {
    this.#visitEquals(query, visit);
    query.readings.forEach((reading, place) => {
      this.#voteReading(reading);
      this.#visitBest(query, place, reading, visit);
    });
  }

  /** Calls `visit` with each entity that has an identifier of the subject. */
  visitIdentified(query: Query, visit: (entity: number) => void): void {
    const data = this.#data;
    const shift = bucketShift(data.identifiers);
    const { starts, entries } = data.identifiers;
    for (const { hash } of query.identifiers) {
      const end = starts[(hash >>> shift) + 1] as number;
      let visited = 0;
      for (
        let at = starts[hash >>> shift] as number;
        at < end && visited < CANDIDATE_LIMITS.equalsMax;
        at += 1
      ) {
        const identifier = (entries[at] as number) >>> 8;
        const entity = data.idEntity[identifier] as number;
        if (data.idHash[identifier] !== hash) continue;
        if (!mayBeOneParty(query.kind, data.entityKind[entity] as number)) continue;
        visited += 1;
        visit(entity);
      }
    }
  }

  #nextEpoch(): number {
    if (this.#epoch >= EPOCH_MAX) {
      for (const seen of [this.#readingSeen, this.#wordSeen, this.#tokenSeen]) seen.fill(0);
      this.#epoch = 0;
    }
    this.#epoch += 1;
    return this.#epoch;
  }

  #expand(token: number, grade: number): void {
    if (this.#found === this.#tokens.length || grade === 0) return;
    this.#tokens[this.#found] = token;
    this.#grades[this.#found] = grade;
    this.#found += 1;
  }

  /** True the first time that a token is met for the word at hand. */
  #isNew(token: number): boolean {
    if (this.#tokenSeen[token] === this.#epoch) return false;
    this.#tokenSeen[token] = this.#epoch;
    return true;
  }

  #expandBucket(map: Multimap, shift: number, hash: number, reading: QueryReading, word: number): void {
    const end = map.starts[(hash >>> shift) + 1] as number;
    for (let at = map.starts[hash >>> shift] as number; at < end; at += 1) {
      const entry = map.entries[at] as number;
      if ((entry & 0xff) !== (hash & 0xff) || !this.#isNew(entry >>> 8)) continue;
      this.#expand(entry >>> 8, gradeOf(this.#data, reading, word, entry >>> 8, reading.korean));
    }
  }

  /** The words of the index that a word of the query may be, with their grades. */
  #expandWord(reading: QueryReading, word: number): void {
    const { deletes, keys } = this.#data;
    this.#found = 0;
    this.#nextEpoch();
    const own = reading.token[word] as number;
    if (own >= 0 && this.#isNew(own)) this.#expand(own, GRADES.exact);
    const spelled = reading.spellings[word] ?? NO_SPELLINGS;
    spelled.tokens.forEach((token, at) => {
      if (this.#isNew(token)) this.#expand(token, spelled.grades[at] as number);
    });
    const length = reading.length[word] as number;
    if (length < 2) return;
    for (const token of reading.nicknames[word] ?? [])
      if (this.#isNew(token)) this.#expand(token, GRADES.nickname);
    if (length > 2) {
      deletions(reading.codes, reading.start[word] as number, length, (hash) => {
        this.#expandBucket(deletes, this.#deletesShift, hash, reading, word);
      });
    }
    const coarse = reading.coarse[word] as number;
    if (reading.korean && coarse !== 0) this.#expandBucket(keys, this.#keysShift, coarse, reading, word);
    const bones = reading.skeleton[word] as number;
    if (reading.romanized && bones !== 0 && spelled.tokens.length === 0)
      this.#expandBucket(keys, this.#keysShift, bones, reading, word);
  }

  #voteFor(token: number, vote: number, readingEpoch: number, wordEpoch: number): void {
    const { postStart, postRows } = this.#data;
    const [votes, readingSeen, wordSeen] = [this.#votes, this.#readingSeen, this.#wordSeen];
    const end = postStart[token + 1] as number;
    for (let at = postStart[token] as number; at < end; at += 1) {
      const row = postRows[at] as number;
      if (wordSeen[row] === wordEpoch) continue;
      wordSeen[row] = wordEpoch;
      if (readingSeen[row] === readingEpoch) votes[row] = (votes[row] as number) + vote;
      else {
        readingSeen[row] = readingEpoch;
        votes[row] = vote;
        this.#touched[this.#count] = row;
        this.#count += 1;
      }
    }
  }

  /** Each row takes the best of what a word may be: exact first, then in bands of grade. */
  #voteWord(readingEpoch: number, share: number): void {
    const wordEpoch = this.#nextEpoch();
    for (let band = 0; band + 1 < BANDS.length; band += 1) {
      for (let at = 0; at < this.#found; at += 1) {
        const grade = this.#grades[at] as number;
        if (grade > (BANDS[band] as number) || grade <= (BANDS[band + 1] as number)) continue;
        const token = this.#tokens[at] as number;
        this.#voteFor(
          token,
          share * grade * (this.#data.tokenWeight[token] as number),
          readingEpoch,
          wordEpoch,
        );
      }
    }
  }

  /** Rows that have the word as two words. */
  #voteSplits(text: string, readingEpoch: number): void {
    for (let cut = 2; cut <= text.length - 2; cut += 1) {
      const left = findToken(this.#data, textHash(text.slice(0, cut)), cut);
      if (left < 0) continue;
      const right = findToken(this.#data, textHash(text.slice(cut)), text.length - cut);
      if (right < 0) continue;
      for (const token of [left, right]) {
        this.#found = 0;
        this.#expand(token, GRADES.joined);
        this.#voteWord(readingEpoch, 1);
      }
    }
  }

  #voteReading(reading: QueryReading): void {
    this.#count = 0;
    const readingEpoch = this.#nextEpoch();
    for (let word = 0; word < reading.length.length; word += 1) {
      if (reading.length[word] === 0) continue;
      this.#expandWord(reading, word);
      this.#voteWord(readingEpoch, word < reading.count ? 1 : GRADES.joined);
      const text = reading.words[word] ?? "";
      if (text.length >= SPLIT_LETTERS_MIN) this.#voteSplits(text, readingEpoch);
    }
  }

  /** Turns votes into likeness (0 to 1) and visits the likest rows of parties that the subject may be. */
  #visitBest(query: Query, place: number, reading: QueryReading, visit: VisitPair): void {
    const data = this.#data;
    const may = Uint8Array.from(PARTY_KINDS, (_kind, at) => (mayBeOneParty(query.kind, at) ? 1 : 0));
    this.#histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#touched[at] as number;
      if (may[this.#rowKind[row] as number] === 0) continue;
      const both = reading.totalWeight + (data.rowWeight[row] as number);
      const vote = Math.min(1, (2 * (this.#votes[row] as number)) / both);
      this.#votes[row] = vote;
      this.#touched[kept] = row;
      kept += 1;
      const bin = (vote * (HISTOGRAM - 1)) | 0;
      this.#histogram[bin] = (this.#histogram[bin] as number) + 1;
      if (vote > best) best = vote;
    }
    const least = this.#leastVote(best);
    let visited = 0;
    for (let at = 0; at < kept && visited < CANDIDATE_LIMITS.rowsPerReadingMax * 2; at += 1) {
      const row = this.#touched[at] as number;
      if ((this.#votes[row] as number) < least) continue;
      visited += 1;
      visit(place, row);
    }
  }

  #leastVote(best: number): number {
    let bin = HISTOGRAM - 1;
    for (let seen = 0; bin > 0; bin -= 1) {
      seen += this.#histogram[bin] as number;
      if (seen > CANDIDATE_LIMITS.rowsPerReadingMax) break;
    }
    return Math.max(best * VOTE_SHARE_MIN, Math.min(best * 0.999, (bin + 1) / (HISTOGRAM - 1)));
  }

  /** Rows of names that are equal, whatever their votes: names of common words, of signs, of rare scripts. */
  #visitEquals(query: Query, visit: VisitPair): void {
    const data = this.#data;
    const { starts, entries } = data.equals;
    const shift = bucketShift(data.equals);
    query.readings.forEach(({ equal }, place) => {
      const end = starts[(equal >>> shift) + 1] as number;
      let visited = 0;
      for (
        let at = starts[equal >>> shift] as number;
        at < end && visited < CANDIDATE_LIMITS.equalsMax;
        at += 1
      ) {
        const name = (entries[at] as number) >>> 8;
        if (data.nameEqual[name] !== equal) continue;
        if (!mayBeOneParty(query.kind, data.entityKind[data.nameEntity[name] as number] as number)) continue;
        visited += 1;
        const end = data.nameRow[name + 1] as number;
        for (let row = data.nameRow[name] as number; row < end; row += 1) visit(place, row);
      }
    });
  }
}

/** Bins of likeness when the likest are counted. */
const HISTOGRAM = 1_024;
/** Bounds of the bands of grades, from the best. */
const BANDS = [1, 0.92, 0.8, 0.65, 0] as const;
/** Marks are wiped before their counter would run over 32 bits. */
const EPOCH_MAX = 0xfffffff0;
