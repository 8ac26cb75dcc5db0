import { describe, expect, it } from "vitest";
import { type Answer, figuresOf } from "./answers.ts";
import { runProcess } from "./process.ts";
import { peersTable } from "./table.ts";
import type { Query } from "./task.ts";

const subject = { schema: "Person", properties: { name: ["x"] } };
const QUERIES: readonly Query[] = Array.from({ length: 2_004 }, (_, at) => ({
  kind: at < 4 ? "listed" : "clean",
  mode: "with-facts",
  subject,
  right: at < 4 ? ["right"] : [],
}));
/** Clean customers score up to .5; of the listed three are found above that, one is not. */
const ANSWERS: readonly Answer[] = QUERIES.map(({ kind }, at) => ({
  at,
  ms: at + 1,
  matches:
    kind === "listed"
      ? [{ id: at === 3 ? "wrong" : "right", score: 0.9 }]
      : [{ id: "other", score: at / 4_008 }],
}));

describe("figures of a program", () => {
  const figures = figuresOf({ answers: ANSWERS, processorSeconds: 2 }, QUERIES);

  it("count the answers for each second of the processor", () => {
    expect(figures.perSecond).toBe(1_002);
    expect(figuresOf({ answers: ANSWERS, processorSeconds: null }, QUERIES).perSecond).toBeCloseTo(
      2_004 / 2_009.01,
      1,
    );
  });

  it("count a listed party as found where its own id is over the clean customers' threshold", () => {
    expect(figures.withFacts).toMatchObject({ value: 0.75, n: 4 });
    expect(figures.nameAlone.n).toBe(0);
    expect(figures.negatives).toBe(2_000);
  });

  it("stand side by side in a table", () => {
    const row = {
      program: "Sluice",
      version: "1",
      work: "",
      startSeconds: 0,
      megabytes: null,
      timesSlower: 1,
      ...figures,
    };
    const lines = peersTable([row, { ...row, program: "Other", timesSlower: 12 }]).split("\n");
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(lines[3]).toContain("12 times");
  });
});

describe("a peer that is not there", () => {
  it("is told apart from one that fails, and neither throws", async () => {
    expect((await runProcess("no-such-program-here", [], { timeoutMs: 5_000 })).code).toBeNull();
    expect((await runProcess(process.execPath, ["-e", "process.exit(3)"], { timeoutMs: 20_000 })).code).toBe(
      3,
    );
    expect(
      (await runProcess(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { timeoutMs: 300 })).code,
    ).toBeNull();
  });
});
