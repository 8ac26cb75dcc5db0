import { GRADES, gradeOf } from "./grade.ts";
import type { IndexData } from "./index-data.ts";
import { bucketShift, type Multimap } from "./multimap.ts";
import { findToken, type Query, type QueryReading } from "./query.ts";
import { mayBeOneParty } from "./scorer.ts";
import { deletions, textHash } from "./token.ts";

/** Bounds of the work that one query may cause. */
export const CANDIDATE_LIMITS = {
  /** Rows of the index compared for one reading of a name; the right one is among the first 20 in 99.8 of 100. */
  rowsPerReadingMax: 160,
  /** Words of the index that one word of the query is taken for. */
  expansionsMax: 256,
  /** Entities that share an exact name or an identifier. */
  equalsMax: 512,
} as const;

/** Rows whose vote is this share of the best vote are compared. */
const VOTE_SHARE_MIN = 0.45;
/** Shortest word that may be two words of the list written together. */
const SPLIT_LETTERS_MIN = 5;

/** A pair of names to compare: place of the query's reading, and row of the index. */
export type VisitPair = (reading: number, row: number) => void;

/** Finds the rows worth comparing; keeps scratch space as large as the index, so one is made per open index. */
export type CandidateFinder = {
  readonly visitRows: (query: Query, visit: VisitPair) => void;
  /** Entities with an identifier of the subject. */
  readonly visitIdentified: (query: Query, visit: (entity: number) => void) => void;
};

/** A finder over an open index. */
export function candidateFinderOf(data: IndexData): CandidateFinder {
  const votes = new Float32Array(data.rows);
  const readingSeen = new Uint32Array(data.rows);
  const wordSeen = new Uint32Array(data.rows);
  const touched = new Uint32Array(data.rows);
  const tokenSeen = new Uint32Array(data.tokens);
  const tokens = new Int32Array(CANDIDATE_LIMITS.expansionsMax);
  const grades = new Float32Array(CANDIDATE_LIMITS.expansionsMax);
  const histogram = new Uint32Array(HISTOGRAM);
  const deletesShift = bucketShift(data.deletes);
  const keysShift = bucketShift(data.keys);
  let epoch = 0;
  let count = 0;
  let found = 0;

  const nextEpoch = (): number => {
    if (epoch >= 0xfffffff0) {
      for (const seen of [readingSeen, wordSeen, tokenSeen]) seen.fill(0);
      epoch = 0;
    }
    epoch += 1;
    return epoch;
  };

  const expand = (token: number, grade: number): void => {
    if (found === tokens.length || grade === 0) return;
    tokens[found] = token;
    grades[found] = grade;
    found += 1;
  };

  const expandBucket = (
    map: Multimap,
    shift: number,
    hash: number,
    reading: QueryReading,
    word: number,
  ): void => {
    const end = map.starts[(hash >>> shift) + 1] as number;
    for (let at = map.starts[hash >>> shift] as number; at < end; at += 1) {
      const entry = map.entries[at] as number;
      if ((entry & 0xff) !== (hash & 0xff)) continue;
      const token = entry >>> 8;
      if (tokenSeen[token] === epoch) continue;
      tokenSeen[token] = epoch;
      expand(token, gradeOf(data, reading, word, token, reading.korean));
    }
  };

  /** Words of the index that a word of the query may be, into `tokens` and `grades`. */
  const expandWord = (reading: QueryReading, word: number): void => {
    found = 0;
    nextEpoch();
    const own = reading.token[word] as number;
    if (own >= 0) {
      tokenSeen[own] = epoch;
      expand(own, GRADES.exact);
    }
    const length = reading.length[word] as number;
    if (length < 2) return;
    for (const token of reading.nicknames[word] ?? []) {
      if (tokenSeen[token] === epoch) continue;
      tokenSeen[token] = epoch;
      expand(token, GRADES.nickname);
    }
    if (length > 2) {
      deletions(reading.codes, reading.start[word] as number, length, (hash) =>
        expandBucket(data.deletes, deletesShift, hash, reading, word),
      );
    }
    const coarse = reading.coarse[word] as number;
    if (reading.korean && coarse !== 0) expandBucket(data.keys, keysShift, coarse, reading, word);
    const bones = reading.skeleton[word] as number;
    if (reading.romanized && bones !== 0) expandBucket(data.keys, keysShift, bones, reading, word);
  };

  const voteFor = (token: number, vote: number, readingEpoch: number, wordEpoch: number): void => {
    const end = data.postStart[token + 1] as number;
    for (let at = data.postStart[token] as number; at < end; at += 1) {
      const row = data.postRows[at] as number;
      if (wordSeen[row] === wordEpoch) continue;
      wordSeen[row] = wordEpoch;
      if (readingSeen[row] === readingEpoch) votes[row] = (votes[row] as number) + vote;
      else {
        readingSeen[row] = readingEpoch;
        votes[row] = vote;
        touched[count] = row;
        count += 1;
      }
    }
  };

  /** Each row takes the best of what a word may be: exact first, then in bands of grade. */
  const voteWord = (readingEpoch: number, share: number): void => {
    const wordEpoch = nextEpoch();
    for (let band = 0; band < BANDS.length - 1; band += 1) {
      for (let at = 0; at < found; at += 1) {
        const grade = grades[at] as number;
        if (grade > (BANDS[band] as number) || grade <= (BANDS[band + 1] as number)) continue;
        const token = tokens[at] as number;
        voteFor(token, share * grade * (data.tokenWeight[token] as number), readingEpoch, wordEpoch);
      }
    }
  };

  const voteSplits = (reading: QueryReading, word: number, readingEpoch: number): void => {
    const text = reading.words[word] ?? "";
    for (let cut = 2; cut <= text.length - 2; cut += 1) {
      const left = findToken(data, textHash(text.slice(0, cut)), cut);
      if (left < 0) continue;
      const right = findToken(data, textHash(text.slice(cut)), text.length - cut);
      if (right < 0) continue;
      for (const token of [left, right]) {
        found = 0;
        expand(token, GRADES.joined);
        voteWord(readingEpoch, 1);
      }
    }
  };

  const voteReading = (reading: QueryReading): void => {
    count = 0;
    const readingEpoch = nextEpoch();
    for (let word = 0; word < reading.count; word += 1) {
      expandWord(reading, word);
      voteWord(readingEpoch, 1);
      if ((reading.length[word] as number) >= SPLIT_LETTERS_MIN) voteSplits(reading, word, readingEpoch);
    }
    for (let pair = reading.count; pair < reading.length.length; pair += 1) {
      if (reading.length[pair] === 0) continue;
      expandWord(reading, pair);
      voteWord(readingEpoch, GRADES.joined);
    }
  };

  const visitBest = (query: Query, place: number, reading: QueryReading, visit: VisitPair): void => {
    histogram.fill(0);
    let best = 0;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = touched[at] as number;
      const kind = data.entityKind[data.nameEntity[data.rowName[row] as number] as number] as number;
      if (!mayBeOneParty(query.kind, kind)) continue;
      const vote = Math.min(
        1,
        (2 * (votes[row] as number)) / (reading.totalWeight + (data.rowWeight[row] as number)),
      );
      votes[row] = vote;
      touched[kept] = row;
      kept += 1;
      const bin = (vote * (HISTOGRAM - 1)) | 0;
      histogram[bin] = (histogram[bin] as number) + 1;
      if (vote > best) best = vote;
    }
    let bin = HISTOGRAM - 1;
    for (let seen = 0; bin > 0; bin -= 1) {
      seen += histogram[bin] as number;
      if (seen > CANDIDATE_LIMITS.rowsPerReadingMax) break;
    }
    const least = Math.max(best * VOTE_SHARE_MIN, Math.min(best * 0.999, (bin + 1) / (HISTOGRAM - 1)));
    let visited = 0;
    for (let at = 0; at < kept && visited < CANDIDATE_LIMITS.rowsPerReadingMax * 2; at += 1) {
      const row = touched[at] as number;
      if ((votes[row] as number) < least) continue;
      visited += 1;
      visit(place, row);
    }
  };

  /** Rows of names that are equal, whatever their votes: names of common words, of signs, of rare scripts. */
  const visitEquals = (query: Query, visit: VisitPair): void => {
    const shift = bucketShift(data.equals);
    query.readings.forEach((reading, place) => {
      const { starts, entries } = data.equals;
      const end = starts[(reading.equal >>> shift) + 1] as number;
      let visited = 0;
      for (
        let at = starts[reading.equal >>> shift] as number;
        at < end && visited < CANDIDATE_LIMITS.equalsMax;
        at += 1
      ) {
        const name = (entries[at] as number) >>> 8;
        if (data.nameEqual[name] !== reading.equal) continue;
        if (!mayBeOneParty(query.kind, data.entityKind[data.nameEntity[name] as number] as number)) continue;
        visited += 1;
        for (let row = data.nameRow[name] as number; row < (data.nameRow[name + 1] as number); row += 1)
          visit(place, row);
      }
    });
  };

  return {
    visitRows: (query, visit) => {
      visitEquals(query, visit);
      query.readings.forEach((reading, place) => {
        voteReading(reading);
        visitBest(query, place, reading, visit);
      });
    },
    visitIdentified: (query, visit) => {
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
          if (data.idHash[identifier] !== hash) continue;
          const entity = data.idEntity[identifier] as number;
          if (!mayBeOneParty(query.kind, data.entityKind[entity] as number)) continue;
          visited += 1;
          visit(entity);
        }
      }
    },
  };
}

const HISTOGRAM = 1_024;
const BANDS = [1, 0.92, 0.8, 0.65, 0] as const;
