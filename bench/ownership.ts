/**
 * Ownership at the size of a large country's register: a million companies with three million stakes, resolved for all
 * listed parties under each law; then one party asked, and one stake changed. The companies are made up, by a seed:
 * groups of companies with holdings above them, owners who are people, bands instead of shares, and circles.
 * Usage: npx node bench/ownership.ts [--companies N] [--listed N]
 */
import { parseArgs } from "node:util";
import { answerOf } from "../src/engine/network/ownership/answer.ts";
import { type Bounds, exactly, readBounds } from "../src/engine/network/ownership/bounds.ts";
import { GraphBuilder, type OwnershipGraph } from "../src/engine/network/ownership/graph.ts";
import { ALWAYS, readPeriod } from "../src/engine/network/ownership/period.ts";
import { POLICIES, type PolicyName, ruleOn } from "../src/engine/network/ownership/policy.ts";
import {
  changeStake,
  type Resolution,
  resolveOwnership,
  statusOf,
} from "../src/engine/network/ownership/resolution.ts";
import { shareOfPercent } from "../src/engine/network/share.ts";
import { assert, must } from "../src/fault.ts";
import { seeded } from "./seeded.ts";

const SEED = 20_180_913;
const DAY = "2026-11-20";
const QUESTIONS = 20_000;
const CHANGES = 2_000;
const LIMITS = { resolveMs: 10_000, askMs: 1, memoryMb: 2_048 };

const bound = (text: string): Bounds => {
  const read = readBounds(text);
  assert(typeof read !== "string", `${text} is a share`);
  return read;
};
/** Splits of a company among its owners, in percent; the last two do not come to the whole. */
const SPLITS: readonly (readonly string[])[] = [
  ["100"],
  ["50", "50"],
  ["51", "49"],
  ["60", "25", "15"],
  ["33.34", "33.33", "33.33"],
  ["40", "20", "20", "20"],
  ["30", "30", "10", "10", "10", "10"],
  ["75-100"],
  [">25-50", ">25-50"],
];
const SHARES = SPLITS.map((split) => split.map(bound));
const DATED = readPeriod(["2019-03-01"], []);
const ENDED = readPeriod(["2012"], ["2018-09-05"]);

type Size = { readonly companies: number; readonly listed: number };

function makeGraph({ companies }: Size, random: () => number): OwnershipGraph {
  const builder = new GraphBuilder();
  const people = companies;
  for (let at = 0; at < companies; at++)
    builder.party({ id: `c${at}`, name: `Company ${at}`, kind: "company", country: "CN" });
  const tie = (owner: string, asset: string, share: Bounds) => {
    const kind = random();
    builder.tie({
      owner,
      asset,
      interest: "ownership",
      share,
      period: kind < 0.7 ? ALWAYS : kind < 0.95 ? DATED : ENDED,
      confidence: "stated",
      source: "register",
      reference: `${owner}-${asset}`,
      joint: null,
    });
  };
  for (let at = 0; at < companies; at++) {
    const split = must(SHARES[Math.floor(random() * SHARES.length)], "a split");
    // A group is a few dozen companies; holdings stand before what they hold, but for one in a thousand.
    const group = at - (at % 40);
    for (const share of [...split, ...(random() < 0.33 ? [bound("0.01")] : [])]) {
      const inside = random();
      const company =
        inside < 0.001 ? group + Math.floor(random() * 40) : group + Math.floor(random() * (at - group));
      const owner =
        inside < 0.45 && at > group && company < companies
          ? `c${company}`
          : `p${Math.floor(random() * people)}`;
      if (owner !== `c${at}`) tie(owner, `c${at}`, share);
    }
  }
  return builder.finish();
}

const ms = (from: number): number => performance.now() - from;
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function timed(
  count: number,
  act: (at: number) => void,
): { readonly p50: number; readonly p99: number; readonly max: number } {
  const times = Array.from({ length: count }, (_, at) => {
    const from = performance.now();
    act(at);
    return ms(from);
  }).sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: times.at(-1) ?? 0 };
}

function counts(resolution: Resolution): string {
  const found = { blocked: 0, undetermined: 0, "not-blocked": 0 };
  for (let node = 0; node < resolution.graph.parties.length; node++) found[statusOf(resolution, node)] += 1;
  return `${found.blocked} blocked, ${found.undetermined} undetermined`;
}

const say = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(0));

function benchPolicy(
  graph: OwnershipGraph,
  policy: PolicyName,
  listed: readonly string[],
  random: () => number,
): boolean {
  const question = {
    rule: ruleOn(policy, DAY),
    day: DAY,
    listed: listed.map((id) => ({ id, from: null, until: null, certain: true, words: null })),
  };
  const processor = process.cpuUsage();
  const from = performance.now();
  const resolution = resolveOwnership(graph, question);
  const resolved = ms(from);
  const { user, system } = process.cpuUsage(processor);
  const pick = () => Math.floor(random() * graph.parties.length);
  for (let at = 0; at < 500; at++) answerOf(resolution, graph.parties[pick()]?.id ?? "");
  const asked = timed(QUESTIONS, () => answerOf(resolution, graph.parties[pick()]?.id ?? ""));
  const touched: number[] = [];
  const changed = timed(CHANGES, () => {
    const tie = Math.floor(random() * graph.size);
    const [owner, asset] = [graph.parties[graph.ownerOf[tie] ?? 0], graph.parties[graph.assetOf[tie] ?? 0]];
    const share = exactly(shareOfPercent(String(1 + Math.floor(random() * 100))));
    touched.push(changeStake(resolution, { owner: owner?.id ?? "", asset: asset?.id ?? "", share }));
  });
  touched.sort((a, b) => a - b);
  const memory = process.memoryUsage.rss() / 2 ** 20;
  console.log(
    [
      `${policy.padEnd(4)}  resolved in ${say(resolved)} ms (${say((user + system) / 1000)} ms of processor time): ${counts(resolution)}`,
      `      one asked: p50 ${say(asked.p50)} ms, p99 ${say(asked.p99)} ms, most ${say(asked.max)} ms`,
      `      one stake changed: p50 ${say(changed.p50)} ms, p99 ${say(changed.p99)} ms, most ${say(changed.max)} ms; ${quantile(touched, 0.5)} parties looked at in the median, ${touched.at(-1)} at most`,
      `      resident memory ${say(memory)} MB`,
    ].join("\n"),
  );
  return resolved <= LIMITS.resolveMs && asked.p99 <= LIMITS.askMs && memory <= LIMITS.memoryMb;
}

const { values } = parseArgs({
  options: { companies: { type: "string" }, listed: { type: "string" }, policy: { type: "string" } },
});
const size: Size = {
  companies: Number(values.companies ?? 1_000_000),
  listed: Number(values.listed ?? 5_000),
};
const random = seeded(SEED);
const from = performance.now();
const graph = makeGraph(size, random);
console.log(
  `${graph.parties.length} parties, ${graph.size} stakes, built in ${say(ms(from))} ms, ${say(process.memoryUsage.rss() / 2 ** 20)} MB\n`,
);
const listed = Array.from(
  { length: size.listed },
  () => graph.parties[Math.floor(random() * graph.parties.length)]?.id ?? "",
);
const kept = POLICIES.filter((policy) => values.policy === undefined || values.policy === policy).map(
  (policy) => benchPolicy(graph, policy, listed, random),
);
const within = kept.every((one) => one);
console.log(
  `\nLimits: ${LIMITS.resolveMs} ms to resolve, ${LIMITS.askMs} ms to ask (p99), ${LIMITS.memoryMb} MB: ${within ? "kept" : "NOT KEPT"}`,
);
if (!within) process.exitCode = 1;
