import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "../../platform/database/tenant.ts";
import { type TestDatabase, testDatabase } from "../../platform/database/test-database.ts";
import type { JobScope } from "../../platform/jobs/job-handler.ts";
import { EventFeed } from "../../platform/live/event-feed.ts";
import { type Listener, openListener } from "../../platform/live/listener.ts";
import { EVENT_CHANNEL } from "../../platform/live/publish.ts";
import type { EventTables } from "../../platform/live/tables.ts";

import type { UpdateReport } from "./update.ts";
import { followLists, type ListsParts, listsUpdateJob } from "./update-job.ts";

let its: TestDatabase;
let listener: Listener;
let feed: EventFeed;
const now = () => new Date("2026-11-24T10:00:00Z");
const onError = (error: unknown) => expect.fail(String(error));

beforeAll(async () => {
  its = await testDatabase({ max: 8 });
  listener = await openListener(its.appUrl, [EVENT_CHANNEL]);
  feed = new EventFeed({ database: its.database, listener, onError });
});
afterAll(async () => {
  await feed.close();
  await listener.close();
  await its.close();
});

/** A process's lists as far as the job sees them, with releases that the test takes into force. */
function machine(reports: readonly UpdateReport[] = []) {
  const listeners: ((release: { readonly hash: string } | null) => void)[] = [];
  let hash = "first";
  let fetches = 0;
  const live: ListsParts["live"] = {
    isReady: true,
    lastUpdate: { ok: true, problem: null },
    current: () => ({ hash }),
    onChange: (listener: (release: { readonly hash: string } | null) => void) => {
      listeners.push(listener);
    },
  };
  const parts: ListsParts = {
    database: its.database,
    live,
    fetchLists: async () => {
      fetches += 1;
      return reports;
    },
    now,
    onError,
  };
  const take = (next: string): void => {
    hash = next;
    for (const listener of listeners) listener({ hash });
  };
  return { parts, take, fetches: () => fetches };
}

const events = () =>
  asSystem(its.database, async (trx) =>
    (
      await trx
        .withTables<EventTables>()
        .selectFrom("events")
        .select(["kind", "subject_id"])
        .orderBy("number")
        .execute()
    ).map((event) => `${event.kind} ${event.subject_id}`),
  );

test("a release is announced once, and a machine that serves another fetches for itself", async () => {
  const [first, twin, other] = [machine(), machine(), machine()];
  const changed: string[] = [];
  const ends = await Promise.all(
    [first, twin, other].map(({ parts }) =>
      followLists({ ...parts, feed }, async () => {
        changed.push("changed");
      }),
    ),
  );
  first.take("second");
  twin.take("second");
  for (let round = 0; round < 100 && (other.fetches() === 0 || changed.length < 2); round += 1)
    await sleep(20);
  expect(await events()).toEqual(["lists.updated second"]);
  expect(changed.length).toBe(2);
  expect([first.fetches(), twin.fetches(), other.fetches()]).toEqual([0, 0, 1]);
  for (const end of ends) end();
});

test("what was refused or unreachable stands in the job's result and in an event, and what was in force stays", async () => {
  const report = {
    list: "un-sc",
    outcome: "refused",
    edition: "2026-02-27",
    before: null,
    words: "it lists nobody",
    fault: null,
  } as const;
  const { parts } = machine([report]);
  const result = await listsUpdateJob(parts).run({}, {} as JobScope);
  expect(result).toMatchObject({ snapshot: "first", lists: [{ list: "un-sc", outcome: "refused" }] });
  expect(await events()).toContain("lists.update-failed lists");
});
