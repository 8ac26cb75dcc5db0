import { FAMILY_MARK } from "../names/local-letters.ts";
import type { WordSource } from "../names/name.ts";
import type { Script } from "../names/scripts.ts";
import { type Chunks, chunksOfWord, letterCost, type SpellingTable } from "../names/transliteration.ts";
import { listedWordsFor } from "../names/words.ts";
import type { IndexData } from "./index-data.ts";
import { findToken, textHash } from "./token.ts";
import { childOf, follow } from "./trie.ts";

/** Words of the index that a word in local script may be, with how likely each is to be that word. */
export type Spellings = {
  /** In ascending order. */
  readonly tokens: Int32Array;
  /** 0 to 1. */
  readonly grades: Float32Array;
  /** How fast grades fall with each nat. */
  readonly fall: number;
};

/** Words that have no other spellings. */
export const NO_SPELLINGS: Spellings = {
  tokens: new Int32Array(0),
  grades: new Float32Array(0),
  fall: 0,
};

/** Bounds of the search for spellings. */
type Reach = {
  /** Beginnings kept at each letter. */
  readonly beam: number;
  /** Beginnings that cost this much more than the best are given up (tenths of a nat). */
  readonly slack: number;
  /** Words kept, and the least that they are worth. */
  readonly tokens: number;
  readonly gradeMin: number;
};

/** Letters: a beam twice as wide finds the right word in no more of 500 cases, half as wide in 1 of 100 fewer. */
const LETTERS_REACH: Reach = { beam: 128, slack: 95, tokens: 24, gradeMin: 0.5 };
/** Syllables leave more open: so wide, the right word of a Chinese one is reached in 80 of 100 cases, as above in 76. */
const SYLLABLES_REACH: Reach = { beam: 400, slack: 130, tokens: 60, gradeMin: 0.3 };
const SLACK_MAX = SYLLABLES_REACH.slack;

/** Local letters of a word that are read; no name of the sources is longer. */
const LETTERS_MAX = 16;

/** Cost of a local letter that stands in no name of the source. */
const UNKNOWN_COST = 60;
/** Share of a Latin word's own unlikelihood that is taken off: a rare word that fits says more than a common one. */
const RARITY_SHARE = 0.7;
/** What the likeliest spelling is worth; an exact word is worth 1. */
const GRADE_MAX = 0.95;
/** How fast the worth falls with each nat by local letter. */
const FALL = 0.2;

/** Beginnings that one local letter may reach, a power of two, and steps after which the numbers of steps begin anew. */
const [SLOT_BITS, SLOTS, EPOCH_MAX] = [12, 4_096, 2 ** 20 - 1];

/** Scratch for the search, and what it found lately: one per open index. */
class Beam {
  young = new Map<string, Spellings>();
  old = new Map<string, Spellings>();
  /** For each node the step that reached it last and its slot among those reached then, as one number. */
  readonly reached: Uint32Array;
  epoch = 0;
  /** Beginnings reached with the local letter at hand. */
  next = 0;
  nodes = new Uint32Array(SLOTS);
  costs = new Uint16Array(SLOTS);
  nextNodes = new Uint32Array(SLOTS);
  nextCosts = new Uint16Array(SLOTS);
  readonly histogram = new Uint16Array(SLACK_MAX + 1);

  constructor(nodes: number) {
    this.reached = new Uint32Array(nodes);
  }
}

const beams = new WeakMap<IndexData, Beam>();

function beamOf(data: IndexData): Beam {
  const held = beams.get(data);
  if (held !== undefined) return held;
  const made = new Beam(data.trie.token.length);
  beams.set(data, made);
  return made;
}

/** Keeps the cheapest beginnings, at most as many as the beam is wide but for ties; gives how many. */
function prune(beam: Beam, count: number, within: Reach): number {
  let least = 0xffff;
  for (let at = 0; at < count; at += 1) least = Math.min(least, beam.nextCosts[at] as number);
  beam.histogram.fill(0);
  for (let at = 0; at < count; at += 1) {
    const over = (beam.nextCosts[at] as number) - least;
    if (over <= within.slack) beam.histogram[over] = (beam.histogram[over] as number) + 1;
  }
  let allowed = 0;
  for (let sum = 0; allowed <= within.slack; allowed += 1) {
    sum += beam.histogram[allowed] as number;
    if (sum > within.beam && allowed > 0) break;
  }
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    if ((beam.nextCosts[at] as number) - least >= allowed) continue;
    beam.nodes[kept] = beam.nextNodes[at] as number;
    beam.costs[kept] = beam.nextCosts[at] as number;
    kept += 1;
  }
  return kept;
}

/** Takes in a beginning that leads to a node, unless it was reached as cheaply. */
function arrive(beam: Beam, to: number, sum: number): void {
  const held = beam.reached[to] as number;
  if (held >>> SLOT_BITS === beam.epoch) {
    const slot = held & (SLOTS - 1);
    if (sum < (beam.nextCosts[slot] as number)) beam.nextCosts[slot] = sum;
    return;
  }
  const { next } = beam;
  if (next === beam.nextNodes.length) return;
  beam.reached[to] = (beam.epoch << SLOT_BITS) | next;
  beam.nextNodes[next] = to;
  beam.nextCosts[next] = sum;
  beam.next = next + 1;
}

/** One local letter further: every beginning with every chunk that some word of the index goes on with. */
function step(data: IndexData, beam: Beam, count: number, chunks: Chunks, within: Reach): number {
  const { trie } = data;
  const { codes, ends, costs, groups, order } = chunks;
  if (beam.epoch === EPOCH_MAX) {
    beam.reached.fill(0);
    beam.epoch = 0;
  }
  beam.epoch += 1;
  beam.next = 0;
  cheapestFirst(beam, count);
  let bound = within.slack + (beam.costs[0] as number) + 0xfff;
  for (let at = 0; at < count; at += 1) {
    const node = beam.nodes[at] as number;
    const cost = beam.costs[at] as number;
    if (cost + (costs[0] as number) > bound) continue;
    for (let place = groups[0] as number; place < (groups[1] as number); place += 1)
      arrive(beam, node, cost + (costs[order[place] as number] as number));
    // Few letters lead on from a beginning: the chunks that begin with any other are not looked at.
    for (let left = (trie.links[node * 2] as number) & chunks.letters; left !== 0; left &= left - 1) {
      const bit = left & -left;
      const code = 32 - Math.clz32(bit);
      const child = childOf(trie, node, bit);
      const last = groups[code + 1] as number;
      for (let place = groups[code] as number; place < last; place += 1) {
        const chunk = order[place] as number;
        const sum = cost + (costs[chunk] as number);
        if (sum > bound) break;
        const from = chunk === 0 ? 0 : (ends[chunk - 1] as number);
        const to = follow(trie, child, codes, from + 1, ends[chunk] as number);
        if (to < 0) continue;
        if (sum + within.slack < bound) bound = sum + within.slack;
        arrive(beam, to, sum);
      }
    }
  }
  return prune(beam, beam.next, within);
}

/** Puts the cheapest beginning first: what it comes to bounds what the others may cost. */
function cheapestFirst({ nodes, costs }: Beam, count: number): void {
  let least = 0;
  for (let at = 1; at < count; at += 1) if ((costs[at] as number) < (costs[least] as number)) least = at;
  const [node, cost] = [nodes[least] as number, costs[least] as number];
  nodes[least] = nodes[0] as number;
  costs[least] = costs[0] as number;
  nodes[0] = node;
  costs[0] = cost;
}

/** What the likeliest spelling of all is worth, listed or not: what the listed ones are measured against. */
function freeScore(word: readonly (Chunks | null)[]): number {
  let cost = 0;
  const codes: number[] = [];
  for (const chunks of word) {
    if (chunks === null) cost += UNKNOWN_COST;
    else {
      cost += chunks.costs[0] as number;
      codes.push(...chunks.codes.subarray(0, chunks.ends[0]));
    }
  }
  return RARITY_SHARE * letterCost(Uint8Array.from(codes), 0, codes.length) - cost;
}

/** A word of the index that a local word may be spelled as, and how well that fits: tenths of a nat, more is likelier. */
type Scored = { readonly token: number; readonly score: number };

/** The words of the index that a table reaches, and the score of the likeliest spelling of all, listed or not. */
function reach(
  data: IndexData,
  table: SpellingTable,
  local: string,
  around: WordSource["around"],
  within: Reach,
  scored: Scored[],
): number {
  const word = chunksOfWord(table, local, around).slice(0, LETTERS_MAX);
  if (word.length === 0 || word.every((chunks) => chunks === null)) return Number.NEGATIVE_INFINITY;
  const beam = beamOf(data);
  beam.nodes[0] = 0;
  beam.costs[0] = 0;
  let count = 1;
  for (const chunks of word) {
    if (chunks !== null) count = step(data, beam, count, chunks, within);
    else for (let at = 0; at < count; at += 1) beam.costs[at] = (beam.costs[at] as number) + UNKNOWN_COST;
  }
  let best = freeScore(word);
  for (let at = 0; at < count; at += 1) {
    const token = (data.trie.token[beam.nodes[at] as number] as number) - 1;
    if (token < 0) continue;
    const start = data.tokenStart[token] as number;
    const length = (data.tokenStart[token + 1] as number) - start;
    const score = RARITY_SHARE * letterCost(data.tokenCodes, start, length) - (beam.costs[at] as number);
    scored.push({ token, score });
    if (score > best) best = score;
  }
  return best;
}

/** Sounds that a local letter stands for: a Hangul syllable is two or three, and Hebrew leaves every other vowel out. */
const SOUNDS: Readonly<Partial<Record<Script, number>>> = { hangul: 2.5, han: 1, hebrew: 1.6 };
/** A kanji is two syllables, of readings whose costs are guesses. */
const KANJI_SOUNDS = 5;

/** All tables are measured by the likeliest spelling of any: one that fits badly at its best says little. */
function addSpellings(data: IndexData, source: WordSource, found: Map<number, number>): number {
  const scored: Scored[] = [];
  const within = source.script === "han" || source.script === "hangul" ? SYLLABLES_REACH : LETTERS_REACH;
  let best = Number.NEGATIVE_INFINITY;
  for (const table of source.tables) {
    best = Math.max(best, reach(data, table, source.local, source.around, within, scored));
    if (typeof source.also === "string")
      best = Math.max(best, reach(data, table, source.also, source.around, within, scored));
  }
  scored.sort((one, other) => other.score - one.score || one.token - other.token);
  const each = source.tables[0] === "kanji" ? KANJI_SOUNDS : (SOUNDS[source.script] ?? 1);
  const sounds = (source.local.replace(FAMILY_MARK, "").length || 1) * each;
  const fall = FALL / sounds;
  for (const { token, score } of scored.slice(0, within.tokens)) {
    const grade = GRADE_MAX * Math.exp((fall * (score - best)) / 10);
    if (grade >= within.gradeMin && grade > (found.get(token) ?? 0)) found.set(token, grade);
  }
  return fall;
}

/** What a word that the lists use for a local one is worth, the likeliest first. */
const LISTED_GRADES: readonly number[] = [0.95, 0.945, 0.94, 0.935, 0.93, 0.925, 0.92];

function addListedWords(data: IndexData, source: WordSource, found: Map<number, number>): void {
  listedWordsFor(source.local, source.script).forEach((word, at) => {
    const token = findToken(data, textHash(word), word.length);
    const grade = LISTED_GRADES[at] ?? LISTED_GRADES.at(-1) ?? 0;
    if (token >= 0 && grade > (found.get(token) ?? 0)) found.set(token, grade);
  });
}

/** Latest answers kept in the younger half of the memo; both halves take some six megabytes at the most. */
export const REMEMBERED_MAX = 8_192;

/**
 * All that the search looks at: two words that are written together may have another way of writing that the same letters
 * in one word have not.
 */
function keyOf({ local, also, script, tables, around }: WordSource): string {
  return `${script} ${tables.join()} ${around[0]}<${local}>${around[1]} ${also ?? ""}`;
}

/**
 * The words of the index that a word may be, by each of the tables that may be its own and by the lists' own words for
 * it. Syllables and names come again and again, so the latest answers are remembered.
 */
export function spellingsOf(data: IndexData, source: WordSource): Spellings {
  const memo = beamOf(data);
  const key = keyOf(source);
  const held = memo.young.get(key) ?? memo.old.get(key);
  const made = held ?? searchSpellings(data, source);
  if (memo.young.size >= REMEMBERED_MAX) {
    memo.old = memo.young;
    memo.young = new Map();
  }
  memo.young.set(key, made);
  return made;
}

function searchSpellings(data: IndexData, source: WordSource): Spellings {
  const found = new Map<number, number>();
  addListedWords(data, source, found);
  const fall = addSpellings(data, source, found);
  const tokens = Int32Array.from(found.keys()).sort();
  return { tokens, grades: Float32Array.from(tokens, (token) => found.get(token) ?? 0), fall };
}

/** How likely a token is to be the word, 0 to 1; 0 says nothing. */
export function likelihoodIn({ tokens, grades }: Spellings, token: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle] as number) < token) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length && tokens[low] === token ? (grades[low] as number) : 0;
}

/** How much less likely a token is as the word's spelling than the likeliest, in nats; null where it is none that was found. */
export function gapOf(spellings: Spellings, token: number): number | null {
  const grade = likelihoodIn(spellings, token);
  return grade === 0 || spellings.fall === 0
    ? null
    : Math.max(0, Math.log(GRADE_MAX / grade) / spellings.fall);
}
