/**
 * Measures Sluice beside the two best known free matchers, on this machine, over one list and the same questions, and
 * writes `bench/results/peers.json`. What is not there (Python, Go, the registries) is left out with a line that says so.
 * Usage: npm run bench:peers [-- --seconds N]
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ALGORITHM_NAMES } from "../../src/engine/match/algorithms/algorithm.ts";
import { namedAlgorithm, openAlgorithmIndex } from "../../src/engine/match/algorithms/algorithm-index.ts";
import { must } from "../../src/fault.ts";
import { openSnapshot } from "../../src/service/lists/store.ts";
import type { Answer, PeerRun } from "./answers.ts";
import { figuresOf } from "./answers.ts";
import { askNomenklatura, type Reproduced } from "./nomenklatura.ts";
import { type PeerRow, peersTable } from "./table.ts";
import { LIST, type Task, taskOf } from "./task.ts";
import { askWatchman } from "./watchman.ts";

/** Each peer is asked for at most so long; what it has not answered by then is not counted. */
const SECONDS = 300;
const FOLDER = join(import.meta.dirname, "../../.cache/peers");
const RESULT = join(import.meta.dirname, "../results/peers.json");
const LIMIT = 10;

function askSluice(task: Task): PeerRun {
  const policy = { name: "peers", threshold: 0, limit: LIMIT, lists: null };
  // The same questions once before: a server in use has met names before, and so had the peers' warm-up.
  for (const { subject } of task.queries.slice(0, 500)) task.index.match(subject, policy);
  const worked = process.cpuUsage();
  const answers = task.queries.map(({ subject }, at): Answer => {
    const before = performance.now();
    const found = task.index.match(subject, policy);
    const ms = performance.now() - before;
    return { at, ms, matches: found.map(({ id, score }) => ({ id, score })) };
  });
  const { user, system } = process.cpuUsage(worked);
  return {
    program: "Sluice",
    version: "this checkout",
    work: "Whole: analyses the name, finds candidates among all parties, scores, explains the ten best; in process, one thread.",
    startSeconds: 0,
    megabytes: null,
    processorSeconds: (user + system) / 1e6,
    answers,
  };
}

/** How near our reconstruction of an older algorithm comes to nomenklatura's, on the same pairs. */
function agreementOf(task: Task, reproduced: readonly Reproduced[]) {
  const theirs = { "ofac-249": "ofac", "name-based": "name-based" } as const;
  return ALGORITHM_NAMES.flatMap((name) => {
    const algorithm = namedAlgorithm(name);
    if (algorithm === null || name === "sluice") return [];
    const entityOf = (at: number) => must(task.parties[at], "a party").entity;
    const index = openAlgorithmIndex(algorithm, task.parties.length, entityOf);
    const policy = { name: "peers", threshold: 0, limit: task.parties.length, lists: null };
    const apart = reproduced.map(({ query, id, scores }) => {
      const own = index.match(query.subject, policy).find((match) => match.id === id)?.score ?? 0;
      return Math.abs(own - (scores[theirs[name]] ?? 0));
    });
    const mean = apart.reduce((sum, one) => sum + one, 0) / Math.max(1, apart.length);
    const within = apart.filter((one) => one <= 0.01).length / Math.max(1, apart.length);
    return [{ algorithm: name, pairs: apart.length, meanDifference: mean, withinOneHundredth: within }];
  });
}

const { values } = parseArgs({ options: { seconds: { type: "string", default: String(SECONDS) } } });
const seconds = Math.max(5, Number(values.seconds) || SECONDS);
const [loadBefore = 0] = loadavg();
const opened = await openSnapshot({ bundledOnly: true });
const task = taskOf(opened);
const edition = opened.snapshot.lists.find(({ id }) => id === LIST)?.editions.at(-1)?.date ?? "";
console.log(
  `${task.parties.length} parties of ${LIST} of ${edition}; ${task.queries.length} questions; load ${loadBefore.toFixed(1)} on ${availableParallelism()} processors; at most ${seconds} s for each peer.\n`,
);
const runs: PeerRun[] = [askSluice(task)];
const skipped: { readonly program: string; readonly why: string }[] = [];
const nomenklatura = await askNomenklatura(task, FOLDER, seconds);
if ("skipped" in nomenklatura) skipped.push({ program: "nomenklatura", why: nomenklatura.skipped });
else runs.push(nomenklatura.run);
const watchman = await askWatchman(task, FOLDER, seconds);
if ("skipped" in watchman) skipped.push({ program: "Watchman", why: watchman.skipped });
else runs.push(watchman.run);

// Sluice is measured again after the peers: of two runs the slower one counts, so that no quiet moment flatters it.
const again = askSluice(task);
const slower = (one: PeerRun, other: PeerRun): PeerRun =>
  figuresOf(one, task.queries).perSecond <= figuresOf(other, task.queries).perSecond ? one : other;
const first = must(runs[0], "Sluice ran");
const measured = [slower(first, again), ...runs.slice(1)];
const ownRate = figuresOf(must(measured[0], "Sluice ran"), task.queries).perSecond;
const rows = measured.map((run): PeerRow => {
  const { program, version, work, startSeconds, megabytes } = run;
  const figures = figuresOf(run, task.queries);
  return {
    program,
    version,
    work,
    startSeconds,
    megabytes,
    ...figures,
    timesSlower: ownRate / figures.perSecond,
  };
});
const agreement = "skipped" in nomenklatura ? [] : agreementOf(task, nomenklatura.reproduced);
const result = {
  about:
    "npm run bench:peers: the same list, questions and machine; recall at one hit in 1,000 clean customers.",
  list: `${LIST} ${edition}`,
  parties: task.parties.length,
  questions: task.queries.length,
  machine: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`,
  load: { before: Number(loadBefore.toFixed(2)), after: Number((loadavg()[0] ?? 0).toFixed(2)) },
  secondsForEachPeer: seconds,
  rows,
  agreement,
  skipped,
};
writeFileSync(RESULT, `${JSON.stringify(result, null, 1)}\n`);
console.log(peersTable(rows));
for (const { program, work } of rows) console.log(`\n${program}: ${work}`);
for (const { algorithm, pairs, meanDifference, withinOneHundredth } of agreement)
  console.log(
    `\n${algorithm}: on ${pairs} pairs within 0.01 of nomenklatura's for ${(withinOneHundredth * 100).toFixed(1)} %, ${meanDifference.toFixed(4)} apart in the mean.`,
  );
for (const { program, why } of skipped) console.log(`\n${program} was left out: ${why}`);
