import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndexData } from "./index-data.ts";
import { buildMultimap, hashBits } from "./multimap.ts";
import { wordPairs } from "./postings.ts";
import { expansionOf } from "./query-word.ts";
import { PARTY_KINDS } from "./target.ts";
import type { Voter } from "./voters.ts";
import { rowsMaxOf, VOTE_LIMITS, VOTE_SHARE, type VoteLimits, Votes } from "./votes.ts";

const SMALL = openIndexData(sectionsFor(listedEntities()));
const PAIRS = wordPairs(SMALL.rowTokens, SMALL.rowStart, SMALL.seatRow, 0);
/** With the pairs of words that a large index has. */
const DATA = { ...SMALL, pairs: buildMultimap(PAIRS), pairBits: hashBits(PAIRS.hashes) };

const SHARE = VOTE_SHARE;
const ALL_KINDS = new Uint8Array(PARTY_KINDS.length).fill(1);

const weightOf = (token: number): number => DATA.tokenWeight[token] as number;

/** A voter for one word of a reading, at a place of it. */
function voterOf(tokens: readonly number[], grades: readonly number[], weight: number, at: number): Voter {
  const expansion = expansionOf(DATA, Int32Array.from(tokens), Float32Array.from(grades));
  return { expansion, share: 1, weight, from: at, to: at };
}

function wordsOf(row: number): readonly number[] {
  return [...DATA.rowTokens.subarray(DATA.rowStart[row], DATA.rowStart[row + 1])];
}

/** Words of the longest name that holds this one: it takes the vote of the first of them, though another may give more. */
function besideOf(token: number): readonly number[] {
  const seats = [...DATA.postSeats.subarray(DATA.postStart[token], DATA.postStart[token + 1])];
  const names = seats.map((seat) => wordsOf(DATA.seatRow[seat] as number));
  return names.sort((one, other) => other.length - one.length)[0] ?? [];
}

/** Words that the rows of one name hold and a few others, each as heavy in the reading as in the index. */
function votersOf(row: number, others: readonly number[]): readonly Voter[] {
  return wordsOf(row).map((token, at) => {
    const tokens = [...new Set([token, ...besideOf(token), ...others.slice(at * 2, at * 2 + 2)])];
    const grades = tokens.map((_, place) => (place === 0 ? 1 : 0.8));
    return voterOf(tokens, grades, weightOf(token), at);
  });
}

function totalOf(voters: readonly Voter[]): number {
  return voters.reduce((sum, { weight }) => sum + weight, 0);
}

function found(votes: Votes, voters: readonly Voter[]): Map<number, number> {
  const rows = new Map<number, number>();
  votes.begin({ total: totalOf(voters), share: SHARE, may: ALL_KINDS });
  for (const voter of voters) votes.add(voter);
  votes.visitLikest((row, vote) => rows.set(row, vote));
  return rows;
}

/** What a word of the index is worth to a voter: half of what each side weighs. */
function worth({ expansion, weight }: Voter, at: number): number {
  return ((expansion.grades[at] as number) * (weight + weightOf(expansion.tokens[at] as number))) / 2;
}

/** What every word votes for every row, the plain way, and how like each row is by it. */
function counted(voters: readonly Voter[]): { row: number; vote: number; like: number }[] {
  const total = totalOf(voters);
  return Array.from({ length: DATA.rows }, (_, row) => {
    const own = new Set(DATA.rowTokens.subarray(DATA.rowStart[row], DATA.rowStart[row + 1]));
    const vote = voters.reduce((sum, voter) => {
      const at = voter.expansion.tokens.findIndex((token) => own.has(token));
      return at < 0 ? sum : sum + worth(voter, at);
    }, 0);
    return { row, vote, like: Math.min(1, (2 * vote) / (total + (DATA.rowWeight[row] as number))) };
  }).filter(({ vote }) => vote > 0);
}

const NAMES = fc.record({
  row: fc.integer({ min: 0, max: DATA.rows - 1 }),
  others: fc.array(fc.integer({ min: 0, max: DATA.tokens - 1 }), { maxLength: 12 }),
});

describe("the votes of a reading's words", () => {
  const eager: VoteLimits = { ...VOTE_LIMITS, fewPostings: 0 };

  it.each([
    ["as it is", VOTE_LIMITS],
    ["where every word is looked at for whether it need vote", eager],
    ["where few rows are wanted", { ...eager, rowsMax: 8 }],
    ["by pairs of words alone", { ...VOTE_LIMITS, lookupCost: 0 }],
    ["by pairs of words, where few rows are wanted", { ...VOTE_LIMITS, lookupCost: 0, rowsMax: 8 }],
  ])("find the likest rows that a plain count finds, %s", (_, limits) => {
    const votes = new Votes(DATA, limits);
    fc.assert(
      fc.property(NAMES, ({ row, others }) => {
        const voters = votersOf(row, others);
        const rows = found(votes, voters);
        const all = counted(voters).sort((one, other) => other.like - one.like);
        const best = all[0]?.like ?? 0;
        // Rows like the best are found whatever their number; of the others those that stand before the last one wanted.
        const last = all[limits.rowsMax]?.like ?? 0;
        const margin = 2 / 1_024;
        const least = Math.max(best * SHARE, Math.min(best * 0.999, last)) + margin;
        for (const { row: one, vote, like } of all) {
          if (like >= least && all.length <= limits.rowsMax * 2) expect(rows.has(one)).toBe(true);
          if (rows.has(one)) expect(rows.get(one)).toBeCloseTo(vote, 2);
          if (like < best * SHARE - margin) expect(rows.has(one)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("give the same answer whatever was asked before", () => {
    const used = new Votes(DATA, eager);
    fc.assert(
      fc.property(NAMES, ({ row, others }) => {
        const voters = votersOf(row, others);
        expect([...found(used, voters)]).toEqual([...found(new Votes(DATA, eager), voters)]);
      }),
      { numRuns: 20 },
    );
  });

  it("give the same answer when the numbers of words begin anew", () => {
    const used = new Votes(DATA, eager);
    const voters = votersOf(100, []).slice(0, 1);
    const { size } = found(used, voters);
    expect(size).toBeGreaterThan(0);
    let others = 0;
    // Marks have 16 bits: so many questions of one word use them up.
    for (let asked = 0; asked < 40_000; asked += 1) if (found(used, voters).size !== size) others += 1;
    expect(others).toBe(0);
  });

  it("are the same in whatever order the words vote, and whether or not a word is looked at before it votes", () => {
    const [plain, looking] = [new Votes(DATA, { ...VOTE_LIMITS, fewPostings: 1e9 }), new Votes(DATA, eager)];
    const sorted = (rows: Map<number, number>) => [...rows].sort(([one], [other]) => one - other);
    fc.assert(
      fc.property(NAMES, fc.integer(), ({ row, others }, turn) => {
        const voters = votersOf(row, others);
        const other = voters.length === 0 ? 0 : Math.abs(turn) % voters.length;
        const turned = [...voters.slice(other), ...voters.slice(0, other)];
        for (const votes of [plain, looking]) {
          votes.begin({ total: totalOf(voters), share: SHARE, may: ALL_KINDS });
          for (const voter of turned) votes.add(voter);
          const rows = new Map<number, number>();
          votes.visitLikest((one, vote) => rows.set(one, vote));
          // Of more alike than there is room for, those are kept that the first words vote for: there the order does tell.
          if (rows.size >= VOTE_LIMITS.rowsMax) continue;
          expect(sorted(rows)).toEqual(sorted(found(plain, voters)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("have no pairs of words in a small index, and need none", () => {
    expect(SMALL.pairs.entries).toHaveLength(0);
    expect(DATA.pairs.entries.length).toBeGreaterThan(DATA.rows);
    const voters = votersOf(100, []);
    const small = new Votes(SMALL, { ...VOTE_LIMITS, lookupCost: 0 });
    expect([...found(small, voters)]).toEqual([...found(new Votes(DATA), voters)]);
  });

  it("give the same rows by pairs of words and by walking the names of each", () => {
    const pairs = new Votes(DATA, { ...VOTE_LIMITS, lookupCost: 0 });
    const walked = new Votes(DATA, { ...VOTE_LIMITS, lookupsMax: 0 });
    fc.assert(
      fc.property(NAMES, ({ row, others }) => {
        const voters = votersOf(row, others);
        const [one, other] = [[...found(pairs, voters)], [...found(walked, voters)]];
        expect(one.length).toBeGreaterThan(0);
        expect(one).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });

  it("count a word of the index once where two of the voters stand for the same words, for the one that votes more", () => {
    const [token] = wordsOf(100) as [number];
    const weight = weightOf(token);
    const alone = voterOf([token], [0.8], weight, 0);
    const together = { ...voterOf([token], [0.9], weight * 2, 0), to: 1 };
    const apart = voterOf([token], [1], weight, 2);
    const row = (voters: readonly Voter[]) => found(new Votes(DATA), voters).get(100) ?? 0;
    expect(row([alone])).toBeCloseTo(0.8 * weight, 2);
    for (const voters of [
      [alone, together],
      [together, alone],
    ])
      expect(row(voters)).toBeCloseTo(0.9 * 1.5 * weight, 2);
    expect(row([alone, apart])).toBeCloseTo(1.8 * weight, 2);
  });

  it("weigh a word by both sides: a rare one beside which the reading has a common one makes no name like it", () => {
    const [token] = wordsOf(100) as [number];
    const weight = weightOf(token);
    const rows = found(new Votes(DATA), [voterOf([token], [1], weight / 3, 0)]);
    expect(rows.get(100)).toBeCloseTo((weight * 2) / 3, 2);
  });

  it("let more names be compared in a larger index, and never fewer", () => {
    expect(rowsMaxOf(1_000)).toBe(VOTE_LIMITS.rowsMax);
    expect(rowsMaxOf(115_080)).toBe(VOTE_LIMITS.rowsMax);
    expect(rowsMaxOf(240_000)).toBe(VOTE_LIMITS.rowsMax * 2);
    expect(rowsMaxOf(8_000_000)).toBe(rowsMaxOf(2_000_000));
  });

  it("look at no more names than the limit says, and still at those of the rarest word", () => {
    const sizes = Array.from({ length: DATA.tokens }, (_, token) => {
      return { token, size: (DATA.postStart[token + 1] as number) - (DATA.postStart[token] as number) };
    }).sort((one, other) => other.size - one.size);
    const common = sizes.slice(0, 4).map(({ token }) => token);
    const rare = DATA.rowTokens[DATA.rowStart[100] as number] as number;
    const voters = [...common, rare].map((token, at) => voterOf([token], [1], weightOf(token), at));
    const votes = new Votes(DATA, { ...VOTE_LIMITS, postingsMax: 40, lookupsMax: 0 });
    const byPairs = found(new Votes(DATA, { ...VOTE_LIMITS, postingsMax: 40, lookupCost: 0 }), voters);
    expect(byPairs.size).toBeLessThanOrEqual(80);
    expect([...byPairs.keys()].some((row) => wordsOf(row).includes(rare))).toBe(true);
    const rows = found(votes, voters);
    expect(rows.size).toBeGreaterThan(0);
    for (const row of rows.keys())
      expect([...DATA.rowTokens.subarray(DATA.rowStart[row], DATA.rowStart[row + 1])]).toContain(rare);
    const alone = found(votes, voters.slice(0, 1));
    expect(alone.size).toBeGreaterThan(0);
    expect(alone.size).toBeLessThanOrEqual(40);
  });
});
