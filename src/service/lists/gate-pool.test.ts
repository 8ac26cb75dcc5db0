import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Release, type ReleaseBytes, readRelease } from "../screening/yente/release.ts";
import { peopleRelease } from "./fixtures/people-release.ts";
import { GatePool } from "./gate-pool.ts";
import type { GateResult } from "./gate-work.ts";

const PEOPLE = 300;
const folder = mkdtempSync(join(tmpdir(), "sluice-pool-"));
let release: Release;
let bytes: ReleaseBytes;

beforeAll(async () => {
  release = await peopleRelease(folder, PEOPLE);
  bytes = readRelease(release);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function entityAt(pool: GatePool, at: number): Promise<GateResult["yente"]> {
  const request = { kind: "entity", id: `p-${at}`, query: "" } as const;
  return pool.run(release.hash, { kind: "yente", request });
}

test.each([1, 3])(
  "of hundreds who ask %d thread(s) at once, each is answered what was asked",
  async (threads) => {
    const pool = new GatePool(threads);
    try {
      await pool.open(release, bytes);
      const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => entityAt(pool, at)));
      const ids = answers.map(
        ({ body }) => (JSON.parse(new TextDecoder().decode(body)) as { id: string }).id,
      );
      expect(ids).toEqual(Array.from({ length: PEOPLE }, (_, at) => `p-${at}`));
      expect(pool.state).toMatchObject({ threads, queued: 0, running: 0 });
    } finally {
      await pool.end();
    }
  },
);

test("a task that fails is told to who asked it, and not to those who asked with it", async () => {
  const pool = new GatePool(1);
  try {
    await pool.open(release, bytes);
    const screened = pool.run(release.hash, {
      kind: "check",
      transaction: {} as never,
      at: "2026-01-02",
      world: { waivers: [], policy: {} as never, suppressions: [] },
    });
    const [before, failed, after] = await Promise.allSettled([
      entityAt(pool, 1),
      screened,
      entityAt(pool, 2),
    ]);
    expect([before.status, after.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(failed).toMatchObject({ status: "rejected", reason: { code: "edition-unavailable" } });
  } finally {
    await pool.end();
  }
});

test("nobody waits for a pool that ended", async () => {
  const pool = new GatePool(1);
  await pool.open(release, bytes);
  const settled = Promise.allSettled(Array.from({ length: PEOPLE }, (_, at) => entityAt(pool, at)));
  await pool.end();
  const reasons = (await settled).flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(new Set(reasons)).toEqual(new Set(["Error: the service stops"]));
});
