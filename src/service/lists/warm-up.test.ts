import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallSnapshot } from "../../engine/check/fixtures/small-world.ts";
import { type OpenRelease, openRelease, readRelease } from "../screening/yente/release.ts";
import { peopleRelease } from "./fixtures/people-release.ts";
import { gateAnswerer } from "./gate-answer.ts";
import { WARM_UP_LIMITS, warmUp, warmUpTasks } from "./warm-up.ts";

const PEOPLE = 40;
const folder = mkdtempSync(join(tmpdir(), "sluice-warm-"));
let release: OpenRelease;

beforeAll(async () => {
  const built = await peopleRelease(folder, PEOPLE);
  release = openRelease(built, readRelease(built));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("small data needs no warming up", () => {
  expect(warmUpTasks(release)).toEqual([]);
});

test("every question that warms up is answered as a caller's would be", async () => {
  const snapshot = await smallSnapshot();
  const tasks = warmUpTasks({ ...release, snapshot }, { ...WARM_UP_LIMITS, entitiesMin: 1 });
  expect(tasks.filter(({ kind }) => kind === "yente")).toHaveLength(PEOPLE * 3);
  expect(tasks.filter(({ kind }) => kind === "check")).toHaveLength(PEOPLE / WARM_UP_LIMITS.checkEvery);
  const answer = gateAnswerer({ ...release, snapshot });
  for (const task of tasks) {
    const answered = answer(task);
    const told = "status" in answered ? answered.status : "verdict" in answered && answered.verdict.answer;
    expect(told).toSatisfy((one) => one === 200 || typeof one === "string");
  }
});

test("warming up asks no more than is allowed at once, and ends in its time though questions are left or fail", async () => {
  const tasks = warmUpTasks(release, { ...WARM_UP_LIMITS, entitiesMin: 1 });
  let [open, most, asked] = [0, 0, 0];
  const run = async (): Promise<void> => {
    open += 1;
    asked += 1;
    most = Math.max(most, open);
    await new Promise(setImmediate);
    open -= 1;
    if (asked % 2 === 0) throw new Error("a question that fails");
  };
  await warmUp(tasks, run, { width: 3, msMax: 60_000 });
  expect([asked, most]).toEqual([tasks.length, 3]);
  await warmUp(tasks, run, { width: 3, msMax: 0 });
  expect(asked).toBe(tasks.length);
});
