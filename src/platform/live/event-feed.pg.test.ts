import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem, inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { type EventPlace, INSTALLATION, type LiveEvent } from "./event.ts";
import { EventFeed, FEED_LIMITS, pruneEvents } from "./event-feed.ts";
import { type Listener, openListener } from "./listener.ts";
import { EVENT_CHANNEL, publish } from "./publish.ts";

let its: TestDatabase;
let listener: Listener;
let feed: EventFeed;
const AT = new Date("2026-11-24T10:00:00Z");

beforeAll(async () => {
  its = await testDatabase({ max: 10 });
  listener = await openListener(its.appUrl, [EVENT_CHANNEL]);
  feed = new EventFeed({ database: its.database, listener, onError: (error) => expect.fail(String(error)) });
});
afterAll(async () => {
  await feed.close();
  await listener.close();
  await its.close();
});

const say = (organizationId: string, id: string, at = AT) =>
  inOrganization(its.database, organizationId, (trx) =>
    publish(trx, { organizationId, kind: "alert.opened", id, at }),
  );

async function watch(organizationId: string, after: EventPlace | null = null) {
  const events: LiveEvent[] = [];
  let missed = 0;
  const end = await feed.watch(
    {
      organizationId,
      onEvents: (more) => events.push(...more),
      onMissed: () => {
        missed += 1;
      },
    },
    after,
  );
  const until = async (count: number) => {
    // A long transaction of any other test on this server holds events back until it ends.
    for (let round = 0; round < 1_500 && events.length < count; round += 1) await sleep(20);
    return events.map(({ subject }) => subject);
  };
  return { events, end, until, missed: () => missed };
}

test("a watcher hears what commits in its organisation and the installation, and nothing of others or from before", async () => {
  // Once a watcher heard it, it is past for the next one: other transactions of the server can keep it open till then.
  const earlier = await watch("org_a");
  await say("org_a", "before");
  expect(await earlier.until(1)).toEqual(["before"]);
  earlier.end();
  const watcher = await watch("org_a");
  await say("org_b", "foreign");
  await say("org_a", "own");
  await asSystem(its.database, (trx) =>
    publish(trx, { organizationId: INSTALLATION, kind: "lists.updated", id: "un-sc", at: AT }),
  );
  expect(await watcher.until(2)).toEqual(["own", "un-sc"]);
  await sleep(100);
  expect(watcher.events.length).toBe(2);
  watcher.end();
});

test("an event of a transaction that began earlier and commits later is not passed over", async () => {
  const watcher = await watch("org_c");
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = inOrganization(its.database, "org_c", async (trx) => {
    await publish(trx, { organizationId: "org_c", kind: "alert.opened", id: "slow", at: AT });
    begun();
    await gate;
  });
  await hasBegun;
  await say("org_c", "quick");
  await sleep(300);
  // Handing it out now would move the watcher past the slow one for good.
  expect(watcher.events).toEqual([]);
  release();
  await slow;
  expect(await watcher.until(2)).toEqual(["slow", "quick"]);
  watcher.end();
});

test("whoever resumes gets what came since, each once, under many writers", async () => {
  const first = await watch("org_d");
  await Promise.all(Array.from({ length: 60 }, (_, index) => say("org_d", `e${index}`)));
  await first.until(60);
  first.end();
  const heard = first.events.map(({ subject }) => subject);
  expect(new Set(heard).size).toBe(60);
  const place = first.events[24] ?? expect.fail();
  const second = await watch("org_d", place);
  expect(await second.until(35)).toEqual(heard.slice(25));
  expect(second.missed()).toBe(0);
  second.end();
});

test("a resume from before what was removed for its age is told that it missed something", async () => {
  const watcher = await watch("org_e");
  await say("org_e", "old", new Date("2026-01-01T00:00:00Z"));
  await say("org_e", "gone", new Date("2026-01-02T00:00:00Z"));
  await watcher.until(2);
  watcher.end();
  const [old, gone] = watcher.events;
  await asSystem(its.database, (trx) => pruneEvents(trx, new Date("2026-02-01T00:00:00Z")));
  const late = await watch("org_e", old ?? null);
  const upToDate = await watch("org_e", gone ?? null);
  expect([late.missed(), upToDate.missed()]).toEqual([1, 0]);
  const foreign = await watch("org_e", { xid: "99999999999", number: 1 });
  expect(foreign.missed()).toBe(1);
  for (const { end } of [late, upToDate, foreign]) end();
});

test("a lost connection is opened again, and what was said meanwhile arrives", async () => {
  const watcher = await watch("org_f");
  await its.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and (query like 'listen %' or query = 'select 1')`,
  );
  await say("org_f", "meanwhile");
  expect(await watcher.until(1)).toEqual(["meanwhile"]);
  watcher.end();
});

test("more watchers than an organisation may have are refused", async () => {
  const watchers = await Promise.all(
    Array.from({ length: FEED_LIMITS.watchersPerOrganizationMax }, () => watch("org_g")),
  );
  await expect(watch("org_g")).rejects.toThrow(/limit watchersMax/);
  for (const { end } of watchers) end();
  (await watch("org_g")).end();
  expect(feed.watchers).toBe(0);
});
