import { bitsApart } from "./edit-distance.ts";
import { GRADES, gradeOf, isNumber, SHORT_WORDS } from "./grade.ts";
import type { IndexData } from "./index-data.ts";
import { bucketShift, entryValue, isEntryOf, type Multimap } from "./multimap.ts";
import type { Query, QueryReading } from "./query.ts";
import { type Expansion, expansionOf, movedOf, type Part, type QueryWord, splitsOf } from "./query-word.ts";
import { mayBeOneParty } from "./scorer.ts";
import { NO_SPELLINGS, type Spellings } from "./spellings.ts";
import { PARTY_KINDS } from "./target.ts";
import { deletions, editsIndexed, editsLookedFor } from "./token.ts";
import { VOTE_SHARE, VOTE_SHARE_SPELLED, Votes } from "./votes.ts";
import { estimateQuickly } from "./weights.ts";

/** Bounds of the work that one query may cause. */
export const CANDIDATE_LIMITS = {
  /** Words of the index that one word of the query is taken for. */
  expansionsMax: 256,
  /** Entities that share an exact name or an identifier. */
  equalsMax: 512,
} as const;

/** Most edits at which a word of the index is taken for one of the query, whatever their lengths. */
const EDITS_MAX = 3;

/**
 * A pair of names to compare: place of the query's reading, and row of the index; with the weight of the words that they
 * share as far as the votes tell, without bound for names that are equal, and that of all words of the row.
 */
export type VisitPair = (reading: number, row: number, vote: number, weight: number) => void;

/**
 * Finds the rows of the index worth comparing with a query. Keeps scratch space as large as the index (17 bytes a row),
 * so one is made per open index; a query leaves nothing behind that the next one sees.
 */
export class CandidateFinder {
  readonly #data: IndexData;
  readonly #votes: Votes;
  readonly #tokenSeen: Uint32Array;
  readonly #tokens = new Int32Array(CANDIDATE_LIMITS.expansionsMax);
  readonly #grades = new Float32Array(CANDIDATE_LIMITS.expansionsMax);
  /** Expansions of words in local script, as long as their spellings are remembered, with the reading of the word last met. */
  readonly #spelled = new WeakMap<
    Spellings,
    { readonly text: string; readonly expansions: (Expansion | undefined)[] }
  >();
  /** Hashes of a word with letters left out, and the tokens that are filed under them. */
  readonly #hashes = new Uint32Array(DELETIONS_MAX);
  #near = new Uint32Array(NEAR_FIRST);
  #gathered = 0;
  /** What was read so that it be at hand: a read whose value goes nowhere is not made. */
  readonly #read = new Uint32Array(1);
  readonly #may = new Uint8Array(PARTY_KINDS.length);
  readonly #deletesShift: number;
  readonly #keysShift: number;
  #epoch = 0;
  #found = 0;
  /** The query at hand is about an organization or a thing. */
  #organization = false;

  readonly #share: number;

  /** `share` is that of the best likeness from which names are worth comparing. */
  constructor(data: IndexData, share: number = VOTE_SHARE) {
    this.#data = data;
    this.#share = share;
    this.#votes = new Votes(data);
    this.#tokenSeen = new Uint32Array(data.tokens);
    this.#deletesShift = bucketShift(data.deletes);
    this.#keysShift = bucketShift(data.keys);
  }

  /**
   * Calls `visit` with each pair of reading and row to compare; a pair may come twice. Rows whose names the votes estimate
   * at under `least` log-odds are left out.
   */
  visitRows(query: Query, visit: VisitPair, least = Number.NEGATIVE_INFINITY): void {
    this.#organization = query.organization;
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
        const identifier = entryValue(entries[at] as number);
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

  /** Gathers the tokens filed under a hash that were not met yet for the word at hand. */
  #gather(map: Multimap, shift: number, hash: number): void {
    const end = map.starts[(hash >>> shift) + 1] as number;
    for (let at = map.starts[hash >>> shift] as number; at < end; at += 1) {
      const entry = map.entries[at] as number;
      if (!isEntryOf(entry, hash) || !this.#isNew(entryValue(entry))) continue;
      if (this.#gathered === this.#near.length) {
        const near = new Uint32Array(this.#near.length * 2);
        near.set(this.#near);
        this.#near = near;
      }
      this.#near[this.#gathered] = entryValue(entry);
      this.#gathered += 1;
    }
  }

  /** Gathers the tokens that a word is by leaving out letters of both, `edits` of them. */
  #gatherDeletions(reading: QueryReading, word: number, edits: number): void {
    const { starts, entries } = this.#data.deletes;
    const shift = this.#deletesShift;
    const hashes = this.#hashes;
    let count = 0;
    const length = reading.length[word] as number;
    deletions(
      reading.codes,
      reading.start[word] as number,
      length,
      (hash) => (hashes[count++] = hash),
      edits,
    );
    // Reads that do not wait for one another are fetched from memory together: first all, then one after the other.
    let read = 0;
    for (let at = 0; at < count; at += 1) read ^= starts[(hashes[at] as number) >>> shift] as number;
    for (let at = 0; at < count; at += 1)
      read ^= entries[starts[(hashes[at] as number) >>> shift] as number] as number;
    this.#read[0] = read;
    for (let at = 0; at < count; at += 1) this.#gather(this.#data.deletes, shift, hashes[at] as number);
  }

  /** Takes in the tokens gathered that the word may be. */
  #expandGathered(reading: QueryReading, word: number): void {
    const wide = isWide(reading, word);
    const editsMax = wide ? EDITS_MAX : EDITS_MAX - 1;
    const data = this.#data;
    // Only Korean sound takes words far apart in letters for one another; spellings from local script were met before.
    const plain = !reading.korean;
    const spelled = (reading.spellings[word] ?? NO_SPELLINGS).tokens.length > 0;
    const bones = spelled ? 0 : (reading.skeleton[word] as number);
    const length = reading.length[word] as number;
    const mask = reading.mask[word] as number;
    for (let at = 0; at < this.#gathered; at += 1) {
      const token = this.#near[at] as number;
      const other = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
      const apart =
        Math.abs(length - other) > editsMax ||
        bitsApart(mask, data.tokenMask[token] as number) > 2 * editsMax;
      if (plain && apart && other > 1 && (bones === 0 || bones !== data.tokenSkeleton[token])) continue;
      const grade = gradeOf(data, reading, word, token, wide);
      const littler = grade === 0 && length === 2 && other === 3 && this.#isLittle(reading, word);
      this.#expand(token, littler ? GRADES.editFloor : grade);
    }
  }

  /**
   * True for a word of two letters that may be one of three with a letter left out (`EP-JB` for `EP-IJB`): in the names of
   * companies and ships, where it says something; `al` and `co` would bring in names by the thousand.
   */
  #isLittle(reading: QueryReading, word: number): boolean {
    return (
      this.#organization &&
      !reading.korean &&
      word < reading.count &&
      reading.length[word] === 2 &&
      (reading.weight[word] as number) >= LITTLE_WEIGHT_MIN &&
      // Another number is another name.
      !isNumber(reading.codes, reading.start[word] as number, 2, SHORT_WORDS)
    );
  }

  /** Collects the words of the index that a word of the query may be, with their grades. */
  #collect(reading: QueryReading, word: number): void {
    const { keys } = this.#data;
    this.#found = 0;
    this.#gathered = 0;
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
      this.#gatherDeletions(reading, word, edits);
    } else if (this.#isLittle(reading, word)) this.#gatherDeletions(reading, word, 0);
    const coarse = reading.coarse[word] as number;
    if (reading.korean && coarse !== 0) this.#gather(keys, this.#keysShift, coarse);
    const bones = reading.skeleton[word] as number;
    if ((reading.romanized || isStrange(reading, word)) && bones !== 0 && spelled.tokens.length === 0)
      this.#gather(keys, this.#keysShift, bones);
    this.#expandGathered(reading, word);
  }

  /** What was collected, the best first in bands of grade: a row takes its vote from the best word that it holds. */
  #expansion(): Expansion {
    const tokens = new Int32Array(this.#found);
    const grades = new Float32Array(this.#found);
    let filled = 0;
    for (let band = 0; band + 1 < BANDS.length; band += 1) {
      for (let at = 0; at < this.#found; at += 1) {
        const grade = this.#grades[at] as number;
        if (grade > (BANDS[band] as number) || grade <= (BANDS[band + 1] as number)) continue;
        tokens[filled] = this.#tokens[at] as number;
        grades[filled] = grade;
        filled += 1;
      }
    }
    return expansionOf(this.#data, tokens, grades);
  }

  /** The words of the index that a word of the query may be; worked out once while the word is remembered. */
  #expansionOf(reading: QueryReading, word: number): Expansion {
    const held = this.#heldExpansions(reading, word);
    const way =
      (reading.korean ? 1 : 0) |
      (reading.romanized ? 2 : 0) |
      (reading.whole ? 4 : 0) |
      (isWide(reading, word) ? 8 : 0) |
      (this.#isLittle(reading, word) ? 16 : 0);
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

  /** Lets each word vote, each way to split it, and each two words written together or apart elsewhere. */
  #voteReading(reading: QueryReading): void {
    const votes = this.#votes;
    const share = reading.spelled ? Math.min(VOTE_SHARE_SPELLED, this.#share) : this.#share;
    votes.begin({ total: reading.totalWeight, share, may: this.#may });
    for (let word = 0; word < reading.count; word += 1) {
      if (reading.length[word] === 0) continue;
      const weight = reading.weight[word] as number;
      votes.add({ expansion: this.#expansionOf(reading, word), share: 1, weight, from: word, to: word });
      const known = reading.known[word] as QueryWord;
      known.splits ??= splitsOf(this.#data, reading.words[word] ?? "", known.token >= 0, GRADES.joined);
      this.#voteParts(known.splits, weight, word, word);
    }
    for (let word = 0; word + 1 < reading.count; word += 1) this.#voteTogether(reading, word, word + 1);
  }

  /** Lets two neighbours vote that may be one word, or two that end elsewhere. */
  #voteTogether(reading: QueryReading, from: number, to: number): void {
    const joined = reading.count + from;
    if (reading.length[joined] === 0) return;
    const weight = (reading.weight[from] as number) + (reading.weight[to] as number);
    const expansion = this.#expansionOf(reading, joined);
    this.#votes.add({ expansion, share: GRADES.joined, weight, from, to });
    if (!isStrange(reading, from) && !isStrange(reading, to)) return;
    const text = `${reading.words[from]}${reading.words[to]}`;
    this.#voteParts(
      movedOf(this.#data, text, reading.length[from] as number, GRADES.joined),
      weight,
      from,
      to,
    );
  }

  #voteParts(parts: readonly Part[], weight: number, from: number, to: number): void {
    for (const { expansion, share } of parts)
      this.#votes.add({ expansion, share: 1, weight: weight * share, from, to });
  }

  /** Visits the likest rows of parties that the subject may be. */
  #visitBest(place: number, reading: QueryReading, visit: VisitPair, least: number): void {
    this.#votes.visitLikest((row, vote, kind, weight) => {
      if (OPEN_KINDS[kind] === 0)
        if (estimateQuickly(kind !== PERSON, vote, reading.totalWeight, weight) < least) return;
      visit(place, row, vote, weight);
    });
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
      const name = entryValue(entries[at] as number);
      if (data.nameEqual[name] !== equal) continue;
      if (this.#may[data.entityKind[data.nameEntity[name] as number] as number] === 0) continue;
      visited += 1;
      const last = data.nameRow[name + 1] as number;
      for (let row = data.nameRow[name] as number; row < last; row += 1)
        visit(place, row, Number.POSITIVE_INFINITY, 0);
    }
  }
}

/** True for a word that the index lacks, as it is no name there or mistyped. */
function isStrange(reading: QueryReading, word: number): boolean {
  return word < reading.count && reading.token[word] === -1 && !reading.korean;
}

/**
 * True for a word in which more slips are looked for: one that the index lacks, where no spellings tell what it is or it
 * says more than all others of the name.
 */
function isWide(reading: QueryReading, word: number): boolean {
  if (!isStrange(reading, word)) return false;
  const spelled = (reading.spellings[word] ?? NO_SPELLINGS).tokens.length > 0;
  return !spelled || (reading.weight[word] as number) * 2 > reading.totalWeight;
}

const PERSON = PARTY_KINDS.indexOf("person");
/** Kinds that are weighed as persons or as organizations by what their names say. */
const OPEN_KINDS = Uint8Array.from(PARTY_KINDS, (kind) => (kind === "legal" || kind === "any" ? 1 : 0));
/** A word's first seven letters with none, one or two of them left out: 1 + 7 + 21. */
const DELETIONS_MAX = 32;
/** Tokens gathered for a word at first; more make the space grow. */
const NEAR_FIRST = 1_024;
/** What a word of two letters says, in nats, that is looked for as one of three: one party in fifty bears a word that says less. */
const LITTLE_WEIGHT_MIN = 4;
/** Bounds of the bands of grades, from the best. */
const BANDS = [1, 0.92, 0.8, 0.65, 0] as const;
/** Marks are wiped before their counter would run over 32 bits. */
const EPOCH_MAX = 0xfffffff0;
