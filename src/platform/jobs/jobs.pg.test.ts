import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { type Listener, openListener } from "../live/listener.ts";
import { EVENT_CHANNEL } from "../live/publish.ts";
import { type JobHandler, jobHandler } from "./job-handler.ts";
import { JOB_CHANNEL, type Jobs, startJobs } from "./jobs.ts";
import type { JobState, JobTables } from "./tables.ts";

let its: TestDatabase;
let listener: Listener;
const started: Jobs[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  its = await testDatabase({ max: 8 });
  listener = await openListener(its.appUrl, [JOB_CHANNEL, EVENT_CHANNEL]);
});
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop(2_000);
});
afterAll(async () => {
  await listener.close();
  await its.close();
});

const start = async (...handlers: readonly JobHandler[]): Promise<Jobs> => {
  const jobs = await startJobs({
    database: its.database,
    listener,
    handlers,
    now: () => new Date(),
    onError: (error) => errors.push(error),
    retrySeconds: 0,
  });
  started.push(jobs);
  return jobs;
};
const enqueue = (jobs: Jobs, name: string, data: object, organizationId = "org_a") =>
  inOrganization(its.database, organizationId, (trx) =>
    jobs.enqueue(trx, { organizationId, name, data, at: new Date() }),
  );
const runOf = (id: string, organizationId = "org_a") =>
  inOrganization(its.database, organizationId, (trx) =>
    trx.withTables<JobTables>().selectFrom("job_runs").selectAll().where("id", "=", id).executeTakeFirst(),
  );
async function until(id: string, state: JobState) {
  for (let round = 0; round < 300; round += 1) {
    const run = await runOf(id);
    if (run?.state === state) return run;
    await sleep(50);
  }
  return expect.fail(
    `job ${id} is ${(await runOf(id))?.state}, not ${state}: ${errors.map(String).join(" ")}`,
  );
}

test("a job runs once its transaction commits, says how far it is, and leaves its result", async () => {
  const seen: unknown[] = [];
  const jobs = await start(
    jobHandler({
      name: "count",
      schema: z.object({ to: z.number() }),
      run: async ({ to }, { progress, organizationId }) => {
        for (let done = 1; done <= to; done += 1) progress(done, to);
        seen.push(organizationId);
        return { counted: to };
      },
    }),
  );
  const began = performance.now();
  const run = await until(await enqueue(jobs, "count", { to: 7 }), "done");
  expect(run).toMatchObject({ attempts: 1, progress_done: 7, progress_total: 7, result: { counted: 7 } });
  // Woken by the commit: not by the next poll, seconds later.
  expect(performance.now() - began).toBeLessThan(4_000);
  expect(seen).toEqual(["org_a"]);
  expect(await runOf(run.id, "org_b")).toBeUndefined();
});

test("a job of a transaction that rolled back never runs", async () => {
  const seen: unknown[] = [];
  const jobs = await start(
    jobHandler({ name: "ghost", schema: z.object({}), run: async () => seen.push("ran") }),
  );
  const asked = inOrganization(its.database, "org_a", async (trx) => {
    await jobs.enqueue(trx, { organizationId: "org_a", name: "ghost", data: {}, at: new Date() });
    throw new Error("rolled back");
  });
  await expect(asked).rejects.toThrow("rolled back");
  await until(await enqueue(jobs, "ghost", {}), "done");
  expect(seen).toEqual(["ran"]);
});

test("a failure is tried again until it works, and after the last attempt it stands as failed with its words", async () => {
  let tries = 0;
  const jobs = await start(
    jobHandler({
      name: "shaky",
      schema: z.object({ works: z.number() }),
      attemptsMax: 3,
      run: async ({ works }) => {
        tries += 1;
        if (tries < works) throw new Error(`not yet ${tries}`);
        return null;
      },
    }),
  );
  expect((await until(await enqueue(jobs, "shaky", { works: 2 }), "done")).attempts).toBe(2);
  tries = 0;
  const failed = await until(await enqueue(jobs, "shaky", { works: 99 }), "failed");
  expect(failed).toMatchObject({ attempts: 3, words: "not yet 3" });
  tries = 98;
  const { id, name } = failed;
  expect(await jobs.retry({ id, name, organizationId: "org_a" }, new Date())).toBe(true);
  await until(id, "done");
  expect(await jobs.retry({ id, name, organizationId: "org_a" }, new Date())).toBe(false);
}, 60_000);

test("what another attempt cannot mend is not tried again", async () => {
  let tries = 0;
  const jobs = await start(
    jobHandler({
      name: "hopeless",
      schema: z.object({ file: z.string() }),
      run: async ({ file }) => {
        tries += 1;
        throw new Fault({ code: "input-invalid", file, where: "line 1", reason: "not a table" });
      },
    }),
  );
  const failed = await until(await enqueue(jobs, "hopeless", { file: "x.csv" }), "failed");
  expect(failed.words).toBe("x.csv: line 1: not a table");
  expect(tries).toBe(1);
  const misfit = await until(await enqueue(jobs, "hopeless", { file: 7 }), "failed");
  expect(misfit.words).toMatch(/do not fit/);
});

test("a waiting job can be taken back, and a job of a stopped process is not lost", async () => {
  const ran: string[] = [];
  const handler = jobHandler({
    name: "late",
    schema: z.object({ who: z.string() }),
    run: async ({ who }) => ran.push(who),
  });
  const asker = await startJobs({
    database: its.database,
    listener,
    handlers: [handler],
    now: () => new Date(),
    onError: (error) => errors.push(error),
    works: false,
  });
  started.push(asker);
  const first = await enqueue(asker, "late", { who: "first" });
  const second = await enqueue(asker, "late", { who: "second" });
  expect(await asker.cancel({ id: first, name: "late", organizationId: "org_a" }, new Date())).toBe(true);
  expect((await runOf(first))?.state).toBe("cancelled");
  await start(handler);
  await until(second, "done");
  expect(ran).toEqual(["second"]);
  expect(await asker.cancel({ id: second, name: "late", organizationId: "org_a" }, new Date())).toBe(false);
});

test("of two processes each job is taken by one", async () => {
  const ran: string[] = [];
  const handler = jobHandler({
    name: "shared",
    schema: z.object({ n: z.number() }),
    atOnce: 2,
    run: async ({ n }) => ran.push(String(n)),
  });
  const jobs = await start(handler);
  await start(handler);
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => enqueue(jobs, "shared", { n })));
  for (const id of ids) await until(id, "done");
  expect(ran.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
}, 60_000);

test("of jobs with one key only one waits, and the next can wait once that runs", async () => {
  const handler = jobHandler({ name: "refresh", schema: z.object({}), run: async () => null });
  const asker = await startJobs({
    database: its.database,
    listener,
    handlers: [handler],
    now: () => new Date(),
    onError: (error) => errors.push(error),
    works: false,
  });
  started.push(asker);
  const ask = (key: string) =>
    inOrganization(its.database, "org_a", (trx) =>
      asker.enqueue(trx, { organizationId: "org_a", name: "refresh", data: {}, at: new Date(), key }),
    );
  const first = await ask("lists");
  expect(await ask("lists")).toBeNull();
  const other = await ask("others");
  await start(handler);
  await until(first ?? expect.fail(), "done");
  await until(other ?? expect.fail(), "done");
  expect(await ask("lists")).not.toBeNull();
});

test("the installed schema is the one that this pg-boss expects, to the index", async () => {
  const boss = new PgBoss({
    connectionString: its.ownerUrl,
    schema: "jobs",
    migrate: false,
    supervise: false,
  });
  await boss.start();
  try {
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true, missing: [], mismatched: [] });
  } finally {
    await boss.stop({ graceful: false });
  }
});
