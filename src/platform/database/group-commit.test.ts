import { expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import { groupCommit } from "./group-commit.ts";

const broken = (): Fault => new Fault({ code: "rule-broken", rule: "test", reason: "broken" });

/** A group's work that notes its batches, and does what an item says. */
function noting(itemsMax = 10) {
  const batches: string[] = [];
  const run = groupCommit(async (group: string, items: readonly string[]) => {
    batches.push(`${group}: ${items.join(" ")}`);
    await Promise.resolve();
    if (items.includes("bad")) throw broken();
    if (items.includes("cut")) throw new Error("Connection terminated unexpectedly");
    return items.map((item) => item.toUpperCase());
  }, itemsMax);
  return { batches, run };
}

test("what comes while a transaction runs goes into the next one together, each group by itself", async () => {
  const { batches, run } = noting();
  const results = await Promise.all([run("x", "a"), run("x", "b"), run("y", "c"), run("x", "d")]);
  expect(results).toEqual(["A", "B", "C", "D"]);
  expect(batches).toEqual(["x: a", "y: c", "x: b d"]);
  expect(await run("x", "e")).toBe("E");
});

test("a transaction takes no more than it may", async () => {
  const { batches, run } = noting(2);
  await Promise.all(["a", "b", "c", "d"].map((item) => run("x", item)));
  expect(batches).toEqual(["x: a", "x: b c", "x: d"]);
});

test("an item that breaks the transaction fails alone", async () => {
  const { batches, run } = noting();
  const all = await Promise.allSettled(["a", "b", "bad", "c"].map((item) => run("x", item)));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(batches).toEqual(["x: a", "x: b bad c", "x: b", "x: bad", "x: c"]);
});

test("where the connection broke nothing is tried again, for it may have been committed", async () => {
  const { batches, run } = noting();
  const all = await Promise.allSettled(["a", "b", "cut"].map((item) => run("x", item)));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(batches).toEqual(["x: a", "x: b cut"]);
});
