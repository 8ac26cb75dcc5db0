import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Database, isDatabaseAway } from "../platform/database/database.ts";
import type { Routes } from "../platform/http/routes.ts";
import { startTestService, type TestService } from "./accounts/fixtures/test-service.ts";

let service: TestService;

/** Answers after a query that takes as long as asked. */
function sleepingRoute(database: Database): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/asleep",
      schema: { summary: "Sleeps", tags: ["Test"], querystring: z.object({ seconds: z.coerce.number() }) },
      config: { permission: "public" },
      handler: async (request) => {
        await database.pool.query("select pg_sleep($1)", [request.query.seconds]);
        return { slept: true };
      },
    });
  };
}

beforeAll(async () => {
  service = await startTestService({ routes: ({ database }) => [sleepingRoute(database)] });
});
afterAll(() => service.close());

const terminateSleeper = () =>
  service.its.asOwner<{ pid: number }>(
    `select pg_terminate_backend(pid) as done, pid from pg_stat_activity
     where datname = current_database() and query like 'select pg_sleep%' and state = 'active'`,
  );

test("a request whose database goes away is told to come back, by 503 and not by 500, and then is answered", async () => {
  const asleep = fetch(`${service.url}/api/v1/asleep?seconds=300`);
  while ((await terminateSleeper()).length === 0) await new Promise((done) => setTimeout(done, 20));
  const answer = await asleep;
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ code: "database-unavailable", todo: expect.any(String) });
  expect((await fetch(`${service.url}/api/v1/asleep?seconds=0`)).status).toBe(200);
});

test("a person whose session cannot be read is told that the database is away, and is let in when it is back", async () => {
  const owner = await service.firstOwner();
  const status = async (): Promise<number> => (await owner.ask("GET", "/api/v1/session")).status;
  expect(await status()).toBe(200);
  await service.its.asOwner("alter table auth.session rename to session_away");
  try {
    expect(await status()).toBe(503);
  } finally {
    await service.its.asOwner("alter table auth.session_away rename to session");
  }
  expect(await status()).toBe(200);
});

test("a statement that the server ends for its time says nothing of the question, and one that is wrong does", async () => {
  const client = await service.its.database.pool.connect();
  try {
    await client.query("set statement_timeout = 50");
    const error = await client.query("select pg_sleep(60)").catch((thrown: unknown) => thrown);
    expect(isDatabaseAway(error)).toBe(true);
    const other = await client.query("select 1 / 0").catch((thrown: unknown) => thrown);
    expect(isDatabaseAway(other)).toBe(false);
  } finally {
    client.release(true);
  }
});
