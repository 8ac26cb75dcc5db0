import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../../fault.ts";
import { readCsv } from "../../lists/table.ts";
import { shareOfPercent } from "../share.ts";
import { answerOf } from "./answer.ts";
import { type Bounds, between, exactly, isExact } from "./bounds.ts";
import { GraphBuilder, type OwnershipGraph } from "./graph.ts";
import { ALWAYS } from "./period.ts";
import { type OwnershipRule, POLICIES, type PolicyName, ruleOn } from "./policy.ts";
import { type PlainStake, plainlyBlocked, plainStatuses } from "./reference.ts";
import { changeStake, type ListedParty, resolveOwnership, statusOf } from "./resolution.ts";
import { graphOfWords, listedOfWords } from "./vector-table.ts";

const DAY = "2026-11-20";
const [, ...rows] = readCsv(
  { name: "vectors.csv", bytes: readFileSync("data/ownership/vectors.csv") },
  { format: "vectors" },
);
const vectors = rows.flatMap(({ cells }) => {
  const [number = "", title = "", policies = "", day = "", listed = "", holdings = "", expected = ""] = cells;
  return policies.split(";").map((policy) => ({ number, title, policy, day, listed, holdings, expected }));
});

const resolve = (graph: OwnershipGraph, policy: PolicyName, listed: readonly ListedParty[], day = DAY) =>
  resolveOwnership(graph, { rule: ruleOn(policy, day), day, listed });

describe("the vectors that a lawyer can read (data/ownership/vectors.csv)", () => {
  it.each(vectors)("$number $policy: $title", ({ policy, day, listed, holdings, expected }) => {
    const resolution = resolve(graphOfWords(holdings), policy as PolicyName, listedOfWords(listed), day);
    for (const words of expected.split("; ")) {
      const [id = "", status] = words.split(" ");
      expect(`${id} ${answerOf(resolution, id)?.status}`).toBe(`${id} ${status}`);
    }
  });

  it("cover every policy", () => {
    for (const policy of POLICIES)
      expect(vectors.filter((one) => one.policy === policy).length).toBeGreaterThan(9);
  });
});

const NAMES = ["A", "B", "C", "D", "E", "F"];
const node = fc.constantFrom(...NAMES);

function graphOf(stakes: readonly PlainStake[]): OwnershipGraph {
  const builder = new GraphBuilder();
  for (const id of NAMES) builder.party({ id, name: null, kind: "company", country: null });
  stakes.forEach(({ owner, asset, share }, at) => {
    builder.tie({
      owner,
      asset,
      interest: "ownership",
      share,
      period: ALWAYS,
      confidence: "stated",
      source: "test",
      reference: String(at),
      joint: null,
    });
  });
  return builder.finish();
}

/** Stakes whose certain parts fit into the whole: more is a fault of the data, which has tests of its own. */
function fits(stakes: readonly PlainStake[]): boolean {
  const byAsset = Map.groupBy(stakes, ({ asset }) => asset);
  return [...byAsset.values()].every(
    (held) =>
      held.reduce((sum, { share }) => sum + Number(share.min.numerator) / Number(share.min.denominator), 0) <=
      1,
  );
}

const RULES: readonly { rule: OwnershipRule; over: boolean; aggregate: boolean }[] = [
  { rule: ruleOn("ofac", DAY), over: false, aggregate: true },
  { rule: ruleOn("eu", "2020-01-01"), over: true, aggregate: true },
  { rule: ruleOn("uk", DAY), over: true, aggregate: false },
  { rule: ruleOn("ofac", "2010-01-01"), over: false, aggregate: false },
];

const exactStake = fc
  .record({ owner: node, asset: node, percent: fc.integer({ min: 0, max: 20 }) })
  .filter(({ owner, asset }) => owner !== asset)
  .map(({ owner, asset, percent }) => ({
    owner,
    asset,
    share: exactly(shareOfPercent(String(percent * 5))),
  }));

const STEPS = 10;
const band = fc
  .record({
    low: fc.integer({ min: 0, max: STEPS }),
    high: fc.integer({ min: 0, max: STEPS }),
    minOpen: fc.boolean(),
    maxOpen: fc.boolean(),
  })
  .map(({ low, high, minOpen, maxOpen }): Bounds | string =>
    between({
      min: { numerator: BigInt(Math.min(low, high)), denominator: BigInt(STEPS) },
      max: { numerator: BigInt(Math.max(low, high)), denominator: BigInt(STEPS) },
      // An open end of one step would leave nothing on the reference's grid but its middle.
      minOpen: minOpen && Math.abs(low - high) > 2,
      maxOpen: maxOpen && Math.abs(low - high) > 2,
    }),
  )
  .filter((bounds): bounds is Bounds => typeof bounds !== "string");

describe("against the slow and obvious reference, on random graphs with cycles", () => {
  it.each(RULES)("$rule.id finds the same where all shares are known", ({ rule, over, aggregate }) => {
    fc.assert(
      fc.property(
        fc.array(exactStake, { maxLength: 14 }).filter(fits),
        fc.uniqueArray(node, { maxLength: 2 }),
        (stakes, listed) => {
          const graph = graphOf(stakes);
          const resolution = resolveOwnership(graph, {
            rule,
            day: DAY,
            listed: listedOfWords(listed.join(" ")),
          });
          const wanted = plainlyBlocked(
            listed,
            stakes.map(({ owner, asset, share }) => ({ owner, asset, share: share.min })),
            { over, aggregate },
          );
          for (const id of NAMES) {
            const answer = must(answerOf(resolution, id), "in the graph");
            expect(answer.status === "blocked").toBe(wanted.has(id));
            if (answer.status === "undetermined") expect(answer.basis).toBe("loop");
            if (answer.status !== "blocked") continue;
            // The proof stands by itself: its own stakes, and nothing else, prove the same.
            const proof = must(answer.proof, "a proof");
            const told = proof.steps.flatMap(({ stakes: some }) =>
              some.map((stake) => ({
                owner: stake.owner.id,
                asset: stake.asset.id,
                share: shareOfPercent(stake.counted),
              })),
            );
            const top = proof.listed.map(({ id: at }) => at);
            expect(plainlyBlocked(top, told, { over, aggregate: true }).has(id)).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(RULES)(
    "$rule.id finds the same by trying every way the shares may be",
    ({ rule, over, aggregate }) => {
      const unknown = fc
        .record({ owner: node, asset: node, share: band })
        .filter(({ owner, asset }) => owner !== asset);
      fc.assert(
        fc.property(
          fc.array(unknown, { minLength: 1, maxLength: 2 }),
          fc.array(exactStake, { maxLength: 4 }).map((some) =>
            some.map((stake) => ({
              ...stake,
              share: exactly({
                numerator: (stake.share.min.numerator * 10n) / stake.share.min.denominator,
                denominator: 10n,
              }),
            })),
          ),
          fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
          (bands, known, listed) => {
            const stakes = [...bands, ...known];
            fc.pre(fits(stakes));
            // Four times as fine as the stated ends: two open ends then add up to less than one step of them.
            const wanted = plainStatuses(listed, stakes, { over, aggregate, steps: STEPS * 4 });
            fc.pre(wanted !== null);
            const resolution = resolveOwnership(graphOf(stakes), {
              rule,
              day: DAY,
              listed: listedOfWords(listed.join(" ")),
            });
            for (const [id, status] of wanted ?? []) {
              const answer = must(answerOf(resolution, id), "in the graph");
              if (answer.basis === "loop") expect([id, status]).toEqual([id, "not-blocked"]);
              else expect([id, answer.status]).toEqual([id, status]);
              if (answer.status === "undetermined") {
                const missing = must(answer.missing, "missing facts");
                expect(missing.smallest.length).toBeGreaterThan(0);
              }
            }
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

describe("a changed stake", () => {
  it.each(RULES)("$rule.id: resolves as the whole would, and touches only what is below it", ({ rule }) => {
    fc.assert(
      fc.property(
        fc.array(exactStake, { maxLength: 10 }),
        fc.array(exactStake, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
        (before, changes, ids) => {
          const listed = listedOfWords(ids.join(" "));
          const resolution = resolveOwnership(graphOf(before), { rule, day: DAY, listed });
          let now: readonly PlainStake[] = before;
          for (const change of changes) {
            const gone = change.share.min.numerator === 0n;
            changeStake(resolution, { ...change, share: gone ? null : change.share });
            const others = now.filter(({ owner, asset }) => owner !== change.owner || asset !== change.asset);
            now = gone ? others : [...others, change];
            const whole = resolveOwnership(graphOf(now), { rule, day: DAY, listed });
            for (let at = 0; at < NAMES.length; at++) {
              expect([NAMES[at], statusOf(resolution, at)]).toEqual([NAMES[at], statusOf(whole, at)]);
            }
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it("says how many parties it had to look at", () => {
    const resolution = resolve(
      graphOfWords("X 60 A; A 60 B; B 60 C; X 60 D; D 60 E"),
      "ofac",
      listedOfWords("X"),
    );
    expect(changeStake(resolution, { owner: "A", asset: "B", share: null })).toBe(2);
    expect(["A", "B", "C", "E"].map((id) => answerOf(resolution, id)?.status)).toEqual([
      "blocked",
      "not-blocked",
      "not-blocked",
      "blocked",
    ]);
  });
});

/** The greatest set that supports itself, by trying every subset: each member reaches half by the set and the blocked. */
function plainLoops(blocked: ReadonlySet<string>, stakes: readonly PlainStake[]): ReadonlySet<string> {
  const free = NAMES.filter((id) => !blocked.has(id));
  const held = (asset: string, by: (owner: string) => boolean) =>
    stakes
      .filter((stake) => stake.asset === asset && stake.owner !== asset && by(stake.owner))
      .reduce(
        (sum, { share }) => sum + Number(share.min.numerator * 100n) / Number(share.min.denominator),
        0,
      );
  let largest: ReadonlySet<string> = new Set();
  for (let mask = 1; mask < 2 ** free.length; mask++) {
    const set = new Set(free.filter((_, at) => (mask >> at) % 2 === 1));
    if (set.size <= largest.size) continue;
    const reaches = [...set].every((id) => held(id, (owner) => set.has(owner) || blocked.has(owner)) >= 50);
    // Each must be held, directly or through others of the set, by somebody who is blocked.
    const supported = new Set([...set].filter((id) => held(id, (owner) => blocked.has(owner)) > 0));
    for (const id of supported) {
      for (const { owner, asset, share } of stakes) {
        if (owner === id && set.has(asset) && share.min.numerator > 0n) supported.add(asset);
      }
    }
    if (reaches && supported.size === set.size) largest = set;
  }
  return largest;
}

describe("a loop", () => {
  it("is found where, and only where, trying every set of companies finds one", () => {
    const { rule } = must(RULES[0], "a rule");
    fc.assert(
      fc.property(
        fc.array(exactStake, { maxLength: 12 }).filter(fits),
        fc.uniqueArray(node, { minLength: 1, maxLength: 1 }),
        (stakes, listed) => {
          const resolution = resolveOwnership(graphOf(stakes), {
            rule,
            day: DAY,
            listed: listedOfWords(listed.join(" ")),
          });
          const known = stakes.map(({ owner, asset, share }) => ({ owner, asset, share: share.min }));
          const blocked = plainlyBlocked(listed, known, { over: false, aggregate: true });
          const wanted = plainLoops(blocked, stakes);
          const found = NAMES.filter((id) => answerOf(resolution, id)?.basis === "loop");
          expect(found).toEqual(NAMES.filter((id) => wanted.has(id)));
          for (const id of found) expect(answerOf(resolution, id)?.missing?.smallest[0]?.kind).toBe("loop");
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("the missing facts", () => {
  const closed = band.map((bounds): Bounds => ({ ...bounds, minOpen: false, maxOpen: false }));
  const unknown = fc
    .record({ owner: node, asset: node, share: closed })
    .filter(({ owner, asset }) => owner !== asset);

  /** The size of the smallest set of unknown shares that can settle it, by trying all sets and all shares. */
  function plainSmallest(listed: readonly string[], stakes: readonly PlainStake[], id: string) {
    const open = stakes.flatMap(({ share }, at) => (isExact(share) ? [] : [at]));
    const best = { clear: Number.POSITIVE_INFINITY, block: Number.POSITIVE_INFINITY };
    for (let mask = 0; mask < 2 ** open.length; mask++) {
      const set = open.filter((_, at) => (mask >> at) % 2 === 1);
      const pinned = (end: "min" | "max") =>
        stakes.map((stake, at) =>
          set.includes(at) ? { ...stake, share: exactly(stake.share[end]) } : stake,
        );
      const rule = { over: false, aggregate: true, steps: STEPS };
      if (plainStatuses(listed, pinned("min"), rule)?.get(id) === "not-blocked") {
        best.clear = Math.min(best.clear, set.length);
      }
      if (plainStatuses(listed, pinned("max"), rule)?.get(id) === "blocked") {
        best.block = Math.min(best.block, set.length);
      }
    }
    return best;
  }

  it("are as few as trying all sets of facts finds", () => {
    const { rule } = must(RULES[0], "a rule");
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(unknown, { minLength: 1, maxLength: 3 }),
        fc
          .array(exactStake, { maxLength: 3 })
          .map((some) => some.map((stake) => ({ ...stake, share: exactly(shareOfPercent("40")) }))),
        fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
        (bands, known, listed) => {
          const stakes = [...bands, ...known];
          fc.pre(fits(stakes));
          // Shares at their most must fit as well: else the most that one may be depends on the others.
          fc.pre(fits(stakes.map((stake) => ({ ...stake, share: exactly(stake.share.max) }))));
          const resolution = resolveOwnership(graphOf(stakes), {
            rule,
            day: DAY,
            listed: listedOfWords(listed.join(" ")),
          });
          fc.pre(resolution.loops.count === 0);
          for (const id of NAMES) {
            const { missing } = must(answerOf(resolution, id), "in the graph");
            if (missing === null) continue;
            const best = plainSmallest(listed, stakes, id);
            expect([id, missing.exact, missing.toClear.length]).toEqual([id, true, best.clear]);
            expect([id, missing.toBlock?.length ?? Number.POSITIVE_INFINITY]).toEqual([id, best.block]);
            compared += 1;
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it("leave out what does not matter", () => {
    const resolution = resolve(
      graphOfWords("X 30 A; Y ? A; Z 20-40 A; A ? B; X 10-20 C"),
      "ofac",
      listedOfWords("X Y"),
    );
    const words = answerOf(resolution, "A")?.missing?.smallest.map(({ words: one }) => one);
    expect(words).toEqual(["What share Y holds of A (not stated)."]);
    expect(answerOf(resolution, "C")?.missing).toBeNull();
  });

  it("are bounded, and said not to be the fewest, where there are too many", () => {
    const many = Array.from({ length: 60 }, (_, at) => `X${at} 0-3 A`).join("; ");
    const listed = Array.from({ length: 60 }, (_, at) => `X${at}`).join(" ");
    const missing = answerOf(resolve(graphOfWords(many), "ofac", listedOfWords(listed)), "A")?.missing;
    expect(missing?.exact).toBe(false);
    // 60 owners of up to 3 %: 17 at the most prove it, 44 at nothing clear it.
    expect(missing?.toBlock).toHaveLength(17);
  });
});
