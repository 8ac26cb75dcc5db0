import { bitsApart } from "./edit-distance.ts";
import { GRADES, gradeOf } from "./grade.ts";
import type { IndexData } from "./index-data.ts";
import { bucketShift, type Multimap } from "./multimap.ts";
import type { Query, QueryReading } from "./query.ts";
import { type Expansion, type QueryWord, splitsOf } from "./query-word.ts";
import { mayBeOneParty } from "./scorer.ts";
import { NO_SPELLINGS, type Spellings } from "./spellings.ts";
import { PARTY_KINDS } from "./target.ts";
import { deletions, editsIndexed, editsLookedFor } from "./token.ts";
import { estimateQuickly } from "./weights.ts";

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
/** Most edits at which a word of the index is taken for one of the query, whatever their lengths. */
const EDITS_MAX = 3;

/**
 * A pair of names to compare: place of the query's reading, and row of the index; with the weight of the words that they
 * share as far as the votes tell, without bound for names that are equal.
 */
export type VisitPair = (reading: number, row: number, vote: number) => void;

/*
 * What is kept of each row while votes are counted, four numbers side by side so that a vote touches one line of the cache:
 *
 *   mark     the word that voted last for the row: words of a query are numbered on and on, so that nothing is wiped
 *   vote     weight of the votes of this reading
 *   weight   of all words of the row
 *   kind     of the party that bears the name
 */
const [MARK, VOTE, WEIGHT, KIND, FIELDS] = [0, 1, 2, 3, 4];

/**
 * Finds the rows of the index worth comparing with a query. Keeps scratch space as large as the index (24 bytes a row),
 * so one is made per open index; a query leaves nothing behind that the next one sees.
 */
export class CandidateFinder {
  readonly #data: IndexData;
  readonly #marks: Uint32Array;
  /** The same memory as numbers with a fraction. */
  readonly #votes: Float32Array;
  readonly #touched: Uint32Array;
  readonly #likeness: Float32Array;
  readonly #tokenSeen: Uint32Array;
  readonly #tokens = new Int32Array(CANDIDATE_LIMITS.expansionsMax);
  readonly #grades = new Float32Array(CANDIDATE_LIMITS.expansionsMax);
  readonly #histogram = new Uint32Array(HISTOGRAM);
  /** Expansions of words in local script, as long as their spellings are remembered, with the reading of the word last met. */
  readonly #spelled = new WeakMap<
    Spellings,
    { readonly text: string; readonly expansions: (Expansion | undefined)[] }
  >();
  readonly #may = new Uint8Array(PARTY_KINDS.length);
  readonly #deletesShift: number;
  readonly #keysShift: number;
  #epoch = 0;
  #count = 0;
  #found = 0;

  constructor(data: IndexData) {
    this.#data = data;
    const rows = new ArrayBuffer(data.rows * FIELDS * 4);
    this.#marks = new Uint32Array(rows);
    this.#votes = new Float32Array(rows);
    for (let row = 0; row < data.rows; row += 1) {
      this.#votes[row * FIELDS + WEIGHT] = data.rowWeight[row] as number;
      this.#marks[row * FIELDS + KIND] = data.entityKind[
        data.nameEntity[data.rowName[row] as number] as number
      ] as number;
    }
    this.#touched = new Uint32Array(data.rows);
    this.#likeness = new Float32Array(data.rows);
    this.#tokenSeen = new Uint32Array(data.tokens);
    this.#deletesShift = bucketShift(data.deletes);
    this.#keysShift = bucketShift(data.keys);
  }

  /**
   * Calls `visit` with each pair of reading and row to compare; a pair may come twice. Rows whose names the votes estimate
   * at under `least` log-odds are left out.
   */
  visitRows(query: Query, visit: VisitPair, least = Number.NEGATIVE_INFINITY): void {
    for (let kind = 0; kind < this.#may.length; kind += 1)
      this.#may[kind] = mayBeOneParty(query.kind, kind) ? 1 : 0;
    for (let place = 0; place < query.readings.length; place += 1)
      this.#visitEquals(query.readings[place] as QueryReading, place, visit);
    for (let place = 0; place < query.readings.length; place += 1) {
      const reading = query.readings[place] as QueryReading;
      this.#voteReading(reading);
      this.#visitBest(place, reading, visit, least);
    }
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
      for (let at = MARK; at < this.#marks.length; at += FIELDS) this.#marks[at] = 0;
      this.#tokenSeen.fill(0);
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
    const wide = isWide(reading, word);
    const editsMax = wide ? EDITS_MAX : EDITS_MAX - 1;
    const data = this.#data;
    const end = map.starts[(hash >>> shift) + 1] as number;
    // Only Korean sound takes words far apart in letters for one another; spellings from local script were met before.
    const plain = !reading.korean;
    const spelled = (reading.spellings[word] ?? NO_SPELLINGS).tokens.length > 0;
    const bones = spelled ? 0 : (reading.skeleton[word] as number);
    const length = reading.length[word] as number;
    const mask = reading.mask[word] as number;
    for (let at = map.starts[hash >>> shift] as number; at < end; at += 1) {
      const entry = map.entries[at] as number;
      if (((entry ^ hash) & 0xff) !== 0) continue;
      const token = entry >>> 8;
      if (this.#tokenSeen[token] === this.#epoch) continue;
      this.#tokenSeen[token] = this.#epoch;
      const other = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
      const apart =
        Math.abs(length - other) > editsMax ||
        bitsApart(mask, data.tokenMask[token] as number) > 2 * editsMax;
      if (plain && apart && other > 1 && (bones === 0 || bones !== data.tokenSkeleton[token])) continue;
      this.#expand(token, gradeOf(data, reading, word, token, wide));
    }
  }

  /** Collects the words of the index that a word of the query may be, with their grades. */
  #collect(reading: QueryReading, word: number): void {
    const { deletes, keys } = this.#data;
    this.#found = 0;
    this.#nextEpoch();
    const own = reading.token[word] as number;
    if (own >= 0 && this.#isNew(own)) this.#expand(own, GRADES.exact);
    const spelled = reading.spellings[word] ?? NO_SPELLINGS;
    for (let at = 0; at < spelled.tokens.length; at += 1) {
      const token = spelled.tokens[at] as number;
      if (this.#isNew(token)) this.#expand(token, spelled.grades[at] as number);
    }
    const length = reading.length[word] as number;
    if (length < 2) return;
    for (const token of reading.nicknames[word] ?? [])
      if (this.#isNew(token)) this.#expand(token, GRADES.nickname);
    if (length > 2) {
      // A slip beside a lost space: two would take a word for most that begin like it.
      const looked = isWide(reading, word) ? editsIndexed(length) : editsLookedFor(length);
      const edits = word < reading.count ? looked : Math.min(1, looked);
      const bucket = (hash: number): void =>
        this.#expandBucket(deletes, this.#deletesShift, hash, reading, word);
      deletions(reading.codes, reading.start[word] as number, length, bucket, edits);
    }
    const coarse = reading.coarse[word] as number;
    if (reading.korean && coarse !== 0) this.#expandBucket(keys, this.#keysShift, coarse, reading, word);
    const bones = reading.skeleton[word] as number;
    if (reading.romanized && bones !== 0 && spelled.tokens.length === 0)
      this.#expandBucket(keys, this.#keysShift, bones, reading, word);
  }

  /** What was collected, the best first in bands of grade: a row takes its vote from the best word that it holds. */
  #expansion(): Expansion {
    const tokens = new Int32Array(this.#found);
    const votes = new Float32Array(this.#found);
    let filled = 0;
    for (let band = 0; band + 1 < BANDS.length; band += 1) {
      for (let at = 0; at < this.#found; at += 1) {
        const grade = this.#grades[at] as number;
        if (grade > (BANDS[band] as number) || grade <= (BANDS[band + 1] as number)) continue;
        const token = this.#tokens[at] as number;
        tokens[filled] = token;
        votes[filled] = grade * (this.#data.tokenWeight[token] as number);
        filled += 1;
      }
    }
    return { tokens, votes };
  }

  /** The words of the index that a word of the query may be; worked out once while the word is remembered. */
  #expansionOf(reading: QueryReading, word: number): Expansion {
    const held = this.#heldExpansions(reading, word);
    const way =
      (reading.korean ? 1 : 0) |
      (reading.romanized ? 2 : 0) |
      (reading.whole ? 4 : 0) |
      (isWide(reading, word) ? 8 : 0);
    const found = held?.[way];
    if (found !== undefined) return found;
    this.#collect(reading, word);
    const made = this.#expansion();
    if (held !== null) held[way] = made;
    return made;
  }

  /** Where the expansions of a word are kept: with the word, or with its spellings where it is read from local script. */
  #heldExpansions(reading: QueryReading, word: number): (Expansion | undefined)[] | null {
    const spellings = reading.spellings[word] ?? NO_SPELLINGS;
    const text = reading.words[word];
    if (text === undefined) return null;
    if (spellings === NO_SPELLINGS) return reading.known[word]?.expansions ?? null;
    const held = this.#spelled.get(spellings);
    if (held?.text === text) return held.expansions;
    const made = { text, expansions: [] };
    this.#spelled.set(spellings, made);
    return made.expansions;
  }

  /** Each row takes the vote of the first of these words that it holds. `reading` is the first mark of the reading. */
  #vote({ tokens, votes }: Expansion, share: number, reading: number): void {
    const { postStart, postRows } = this.#data;
    const [marks, sums, touched] = [this.#marks, this.#votes, this.#touched];
    const word = this.#nextEpoch();
    let count = this.#count;
    for (let one = 0; one < tokens.length; one += 1) {
      const token = tokens[one] as number;
      const vote = share * (votes[one] as number);
      const end = postStart[token + 1] as number;
      for (let at = postStart[token] as number; at < end; at += 1) {
        const row = postRows[at] as number;
        const slot = row * FIELDS;
        const mark = marks[slot] as number;
        if (mark === word) continue;
        marks[slot] = word;
        if (mark >= reading) sums[slot + VOTE] = (sums[slot + VOTE] as number) + vote;
        else {
          sums[slot + VOTE] = vote;
          touched[count] = row;
          count += 1;
        }
      }
    }
    this.#count = count;
  }

  /** Rows that have the word as two words. */
  #voteSplits(word: QueryWord, text: string, reading: number): void {
    word.splits ??= splitsOf(this.#data, text, word.token >= 0);
    for (const token of word.splits) {
      this.#found = 0;
      this.#expand(token, GRADES.joined);
      this.#vote(this.#expansion(), 1, reading);
    }
  }

  #voteReading(reading: QueryReading): void {
    this.#count = 0;
    const first = this.#nextEpoch();
    for (let word = 0; word < reading.length.length; word += 1) {
      if (reading.length[word] === 0) continue;
      this.#vote(this.#expansionOf(reading, word), word < reading.count ? 1 : GRADES.joined, first);
      if (word < reading.count)
        this.#voteSplits(reading.known[word] as QueryWord, reading.words[word] ?? "", first);
    }
  }

  /** Turns votes into likeness (0 to 1) and visits the likest rows of parties that the subject may be. */
  #visitBest(place: number, reading: QueryReading, visit: VisitPair, least: number): void {
    const [marks, votes, touched, likeness, histogram] = [
      this.#marks,
      this.#votes,
      this.#touched,
      this.#likeness,
      this.#histogram,
    ];
    histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = touched[at] as number;
      const slot = row * FIELDS;
      if (this.#may[marks[slot + KIND] as number] === 0) continue;
      const both = reading.totalWeight + (votes[slot + WEIGHT] as number);
      const like = Math.min(1, (2 * (votes[slot + VOTE] as number)) / both);
      // What is under the share of the best so far is under that of the best of all.
      if (like < best * VOTE_SHARE_MIN) continue;
      touched[kept] = row;
      likeness[kept] = like;
      kept += 1;
      const bin = (like * (HISTOGRAM - 1)) | 0;
      histogram[bin] = (histogram[bin] as number) + 1;
      if (like > best) best = like;
    }
    const leastVote = this.#leastVote(best);
    let visited = 0;
    for (let at = 0; at < kept && visited < CANDIDATE_LIMITS.rowsPerReadingMax * 2; at += 1) {
      if ((likeness[at] as number) < leastVote) continue;
      visited += 1;
      const row = touched[at] as number;
      const slot = row * FIELDS;
      const vote = votes[slot + VOTE] as number;
      const listed = votes[slot + WEIGHT] as number;
      const kind = marks[slot + KIND] as number;
      if (OPEN_KINDS[kind] === 0) {
        const estimate = estimateQuickly(kind !== PERSON, vote, reading.totalWeight, listed);
        if (estimate < least) continue;
      }
      visit(place, row, vote);
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
  #visitEquals({ equal }: QueryReading, place: number, visit: VisitPair): void {
    const data = this.#data;
    const { starts, entries } = data.equals;
    const shift = bucketShift(data.equals);
    const end = starts[(equal >>> shift) + 1] as number;
    let visited = 0;
    for (
      let at = starts[equal >>> shift] as number;
      at < end && visited < CANDIDATE_LIMITS.equalsMax;
      at += 1
    ) {
      const name = (entries[at] as number) >>> 8;
      if (data.nameEqual[name] !== equal) continue;
      if (this.#may[data.entityKind[data.nameEntity[name] as number] as number] === 0) continue;
      visited += 1;
      const last = data.nameRow[name + 1] as number;
      for (let row = data.nameRow[name] as number; row < last; row += 1)
        visit(place, row, Number.POSITIVE_INFINITY);
    }
  }
}

/** True for a word that the index lacks and that says more than all others of the name: more slips are looked for in it. */
function isWide(reading: QueryReading, word: number): boolean {
  return (
    word < reading.count &&
    reading.token[word] === -1 &&
    !reading.korean &&
    (reading.weight[word] as number) * 2 > reading.totalWeight
  );
}

const PERSON = PARTY_KINDS.indexOf("person");
/** Kinds that are weighed as persons or as organizations by what their names say. */
const OPEN_KINDS = Uint8Array.from(PARTY_KINDS, (kind) => (kind === "legal" || kind === "any" ? 1 : 0));
/** Bins of likeness when the likest are counted. */
const HISTOGRAM = 1_024;
/** Bounds of the bands of grades, from the best. */
const BANDS = [1, 0.92, 0.8, 0.65, 0] as const;
/** Marks are wiped before their counter would run over 32 bits. */
const EPOCH_MAX = 0xfffffff0;
