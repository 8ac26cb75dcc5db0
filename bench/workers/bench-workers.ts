/**
 * How many sign-ins a second one core takes into states on disk and judges, how that grows, and that a process which is
 * killed in the middle loses none. The log is made in parts, each removed when it was taken: neither disk nor memory
 * holds it whole. A process of its own does what `sluice workers --state FOLDER FILE` does (reads, checks, joins,
 * writes); in the middle it is killed and another goes on; a last one judges every account and gathers cases. Then
 * states are compared with the log, quarter of an hour by quarter of an hour.
 * Usage: npm run bench:workers -- [--events N,N…] [--per-account N]
 * The size that is promised (100,000 accounts, 50 million logins) is `--events 50000000`; one account with a million
 * events is `--events 1000000 --per-account 1000000`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EventStore } from "../../src/service/workers/files/event-store.ts";
import { LoginLog } from "./login-log.ts";
import type { Asked, Told } from "./take-logins.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "100000,400000" },
    "per-account": { type: "string", default: "500" },
  },
});
const perAccount = Number(values["per-account"]);
/** What is promised for one core. */
const EVENTS_PER_SECOND_MIN = 20_000;
/** A part of the log is 400 MB at most. */
const PART_EVENTS_MAX = 2_000_000;

/** A process that takes or judges; what it used counts also where it is killed. */
class Taker {
  readonly #child: ChildProcess;
  #used = 0;
  mbMax = 0;

  constructor(folder: string, eventsPerSegment: number) {
    this.#child = fork(join(import.meta.dirname, "take-logins.ts"), [folder, String(eventsPerSegment)]);
  }

  /** Seconds of processor, all threads, its garbage collection among them. */
  get used(): number {
    return this.#used;
  }

  async ask(asked: Asked): Promise<Exclude<Told, { used: number }> | null> {
    this.#child.send(asked);
    return new Promise((resolve) => {
      const done = (told: Exclude<Told, { used: number }> | null): void => {
        this.#child.removeAllListeners();
        resolve(told);
      };
      this.#child.on("exit", () => done(null));
      this.#child.on("message", (told: Told) => {
        if (!("used" in told)) done(told);
        else {
          this.#used = told.used;
          this.mbMax = told.mbMax;
        }
      });
    });
  }

  async end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
  }
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

type Run = {
  readonly log: LoginLog;
  readonly folder: string;
  readonly states: string;
  readonly eventsPerSegment: number;
  readonly partEvents: number;
};

/** Takes the whole log by two processes, of which the first is killed in the middle; answers with what they used. */
async function takeLog(run: Run, events: number): Promise<{ readonly used: number; readonly mbMax: number }> {
  let taker = new Taker(run.states, run.eventsPerSegment);
  let [used, mbMax, part, written] = [0, 0, 0, 0];
  let isKilled = false;
  let tookMs = 0;
  while (!run.log.done) {
    const path = join(run.folder, `part-${++part}.jsonl`);
    await run.log.writePart(path, run.partEvents);
    written += run.partEvents;
    const begun = performance.now();
    if (!isKilled && written * 2 > events) {
      isKilled = true;
      const killed = setTimeout(() => void taker.end("SIGKILL"), tookMs / 2);
      const told = await taker.ask({ take: path });
      clearTimeout(killed);
      used += taker.used;
      mbMax = Math.max(mbMax, taker.mbMax);
      if (told !== null) await taker.end("SIGTERM");
      console.error(`killed in part ${part}${told === null ? "" : " (it had just ended)"}; another goes on`);
      taker = new Taker(run.states, run.eventsPerSegment);
    }
    const told = await taker.ask({ take: path });
    tookMs = performance.now() - begun;
    if (told === null || !("taken" in told) || told.rejected > 0)
      throw new Error(`bug: part ${part} was not taken whole`);
    await rm(path);
    if (events > PART_EVENTS_MAX)
      console.error(`${Math.min(written, events)} taken, ${Math.round(used + taker.used)} s of processor`);
  }
  await taker.end("SIGTERM");
  return { used: used + taker.used, mbMax: Math.max(mbMax, taker.mbMax) };
}

/** Compares states with what the log had. Throws where one lacks anything. */
async function compare({ states, log }: Run): Promise<void> {
  let checked = 0;
  for await (const state of (await EventStore.open(states)).accounts()) {
    const lacks = log.lacks(state);
    if (lacks === true) throw new Error(`bug: the state of ${state.account} is not what the log says`);
    if (lacks !== null) checked += 1;
  }
  if (checked > log.checked) throw new Error("bug: an account that the log does not have");
  console.error(`${checked} accounts compared with the log, quarter of an hour by quarter of an hour: alike`);
}

console.log(
  "| logins | accounts | s of processor to take | to judge | logins a second and core | on disk, MB | memory at most, MB |\n|---:|---:|---:|---:|---:|---:|---:|",
);
let slowest = Number.POSITIVE_INFINITY;
for (const text of values.events.split(",")) {
  const events = Number(text);
  const folder = await mkdtemp(join(tmpdir(), "sluice-bench-workers-"));
  try {
    const run: Run = {
      folder,
      states: join(folder, "states"),
      log: new LoginLog(events, Math.max(1, Math.round(events / perAccount))),
      eventsPerSegment: Math.min(4_000_000, Math.ceil(events / 5)),
      partEvents: Math.min(PART_EVENTS_MAX, Math.ceil(events / 3)),
    };
    await mkdir(run.states);
    const taken = await takeLog(run, events);
    const judge = new Taker(run.states, run.eventsPerSegment);
    const judged = await judge.ask({ judge: true });
    await judge.end("SIGTERM");
    if (judged === null || !("accounts" in judged)) throw new Error("bug: nothing was judged");
    const perSecond = events / (taken.used + judge.used);
    slowest = Math.min(slowest, perSecond);
    console.log(
      `| ${events} | ${judged.accounts} | ${taken.used.toFixed(1)} | ${judge.used.toFixed(1)} | ${Math.round(perSecond)} | ${((await sizeOf(run.states)) / 1e6).toFixed(1)} | ${Math.round(Math.max(taken.mbMax, judge.mbMax))} |`,
    );
    await compare(run);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
console.log(
  slowest >= EVENTS_PER_SECOND_MIN
    ? `\nat least ${EVENTS_PER_SECOND_MIN} a second and core: kept`
    : `\nat least ${EVENTS_PER_SECOND_MIN} a second and core: MISSED`,
);
