import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LedgerOperationInput } from "../../../engine/waivers/ledger.ts";
import { Fault } from "../../../fault.ts";
import { type TestDatabase, testDatabase } from "../../../platform/database/test-database.ts";
import { oneUnit, operationOf } from "../fixtures/drawing.ts";
import { ANN, keepMadeUp, madeUpTerms } from "../fixtures/made-up-waiver.ts";
import { atWaivers } from "../tables.ts";
import { addAct, readWaiver } from "../waiver-store.ts";
import { LedgerDesk } from "./ledger-desk.ts";

/** `npm run test:ledger` asks for 10,000 and more kills; the usual tests have a short form. */
const DRAWDOWNS = Number(process.env.LEDGER_DRAWDOWNS ?? "800");
const KILLS = Number(process.env.LEDGER_KILLS ?? "1");
const PROCESSES = 4;
const ORG = "org_ledger";

let its: TestDatabase;
let now = new Date("2019-04-22T12:00:00Z");
const parts = () => ({ database: its.database, now: () => now, screening: null });
let desk: LedgerDesk;
const children: ChildProcess[] = [];

beforeAll(async () => {
  its = await testDatabase({ max: 8 });
  desk = new LedgerDesk(parts());
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await its.close();
});

let keys = 0;
const ask = (waiverId: string, operation: LedgerOperationInput, key = `k${++keys}`) =>
  desk.ask(ORG, { key, by: ANN, parts: [{ waiverId, operation: operationOf(operation) }] });
const lines = (amount: string, line = "1", unit = "piece", scale = 0) => [
  { line, quantity: { amount, scale, unit } },
];
const refusal = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return "done";
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.message}`;
    throw error;
  }
};
const lineOne = async (id: string) => {
  const { lines: own } = await atWaivers(parts(), ORG, (trx, at) => readWaiver(trx, id, at));
  const [one] = own;
  return [one?.committed, one?.reserved].map((amount) => Number(BigInt(amount ?? "0") / 10n ** 12n));
};
let made = 0;
const waiver = (change: Parameters<typeof madeUpTerms>[0] = {}) =>
  keepMadeUp(its.database, ORG, madeUpTerms({ reference: `W-${++made}`, ...change }));

/** What the processes said of each key, and a process that has begun. */
function startDrawer(
  waiverId: string,
  told: Map<string, string>,
  given: { prefix: string; count: number; atOnce: number },
) {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, "../fixtures/drawing.ts"),
      its.appUrl,
      ORG,
      waiverId,
      given.prefix,
      `${given.count}`,
      `${given.atOnce}`,
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  children.push(child);
  let rest = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on("data", (part: Buffer) => {
      rest += part.toString();
      const whole = rest.split("\n");
      rest = whole.pop() ?? "";
      for (const line of whole) {
        const [said = "", key = ""] = line.split(" ");
        if (said === "ready") resolve();
        else if (key !== "") told.set(key, said);
      }
    });
  });
  return { child, ready, go: () => child.stdin?.write("go\n") };
}

describe("many processes at once", () => {
  it(`lets exactly 100 of ${DRAWDOWNS} concurrent drawdowns have the last 100 units`, async () => {
    const id = await waiver();
    const told = new Map<string, string>();
    const each = DRAWDOWNS / PROCESSES;
    const drawers = Array.from({ length: PROCESSES }, (_, at) =>
      startDrawer(id, told, { prefix: `p${at}`, count: each, atOnce: each }),
    );
    await Promise.all(drawers.map(({ ready }) => ready));
    const ends = drawers.map(({ child }) => once(child, "close"));
    for (const { go } of drawers) go();
    await Promise.all(ends);
    expect(told.size).toBe(DRAWDOWNS);
    expect([...told.values()].filter((said) => said === "drawn")).toHaveLength(100);
    expect(await lineOne(id)).toEqual([100, 0]);
    const entries = await its.asOwner<{ count: string }>(
      `select count(*) as count from waiver_entries where waiver_id = '${id}'`,
    );
    expect(Number(entries[0]?.count)).toBe(100);
  }, 600_000);

  it(`loses nothing that was answered in ${KILLS} kills, and spends nothing that whoever asks again is not told of`, async () => {
    const id = await waiver({
      lines: [
        { line: "1", item: "Many", hs: ["85"], quantity: { amount: "100000000", scale: 0, unit: "piece" } },
      ],
    });
    const told = new Map<string, string>();
    for (let round = 0; round < KILLS; round += 1) {
      const before = told.size;
      const drawer = startDrawer(id, told, { prefix: `kill${round}`, count: 0, atOnce: 40 });
      await drawer.ready;
      drawer.go();
      while (told.size < before + 100) await new Promise((resolve) => setTimeout(resolve, 2));
      drawer.child.kill("SIGKILL");
      await once(drawer.child, "close");
    }
    const rows = await its.asOwner<{ key: string }>(
      `select key from waiver_requests where organization_id = '${ORG}' and key like 'kill%'`,
    );
    const kept = new Set(rows.map(({ key }) => key));
    const answered = [...told].filter(([, said]) => said === "drawn").map(([key]) => key);
    expect(answered.filter((key) => !kept.has(key))).toEqual([]);
    // What was committed in the moment of the kill is told to the one who sends the same request again, and spent once.
    const unanswered = [...kept].filter((key) => !told.has(key));
    for (const key of unanswered) {
      const again = await desk.ask(ORG, {
        key,
        by: ANN,
        parts: [{ waiverId: id, operation: oneUnit(key.split("-")[0] ?? "") }],
      });
      expect(again.replayed).toBe(true);
    }
    expect(await lineOne(id)).toEqual([answered.length + unanswered.length, 0]);
  }, 600_000);
});

describe("a reservation", () => {
  it("is committed in part, twice, and what is left goes back", async () => {
    const id = await waiver();
    const { parts: reserved } = await ask(id, { kind: "reserve", reference: "S1", lines: lines("60") });
    const reservation = reserved[0]?.reservation ?? "";
    expect(await lineOne(id)).toEqual([0, 60]);
    await ask(id, { kind: "commit", reservation, lines: lines("20") });
    await ask(id, { kind: "commit", reservation, lines: lines("15"), final: true });
    expect(await lineOne(id)).toEqual([35, 0]);
    expect(await refusal(ask(id, { kind: "commit", reservation }))).toContain("holds nothing any more");
    expect(await refusal(ask(id, { kind: "reserve", reference: "S2", lines: lines("66") }))).toContain(
      "1 piece of 66 pieces are not covered",
    );
  });

  it("ends by itself at its time, without anybody's doing", async () => {
    const id = await waiver();
    const { parts: reserved } = await ask(id, {
      kind: "reserve",
      reference: "S1",
      lines: lines("100"),
      minutes: 30,
    });
    expect(await refusal(ask(id, { kind: "reserve", reference: "S2", lines: lines("1") }))).toContain(
      "0 pieces left",
    );
    now = new Date(now.getTime() + 30 * 60_000);
    expect(await lineOne(id)).toEqual([0, 0]);
    const reservation = reserved[0]?.reservation ?? "";
    expect(await refusal(ask(id, { kind: "commit", reservation }))).toContain("ran out at");
    await ask(id, { kind: "reserve", reference: "S2", lines: lines("100") });
    expect(await lineOne(id)).toEqual([0, 100]);
    expect(await refusal(ask(id, { kind: "commit", reservation }))).toMatch(/ran out|holds nothing/);
  });

  it("is refused after a revocation, and a commit that raced with one came before it or not at all", async () => {
    const id = await waiver();
    const { parts: reserved } = await ask(id, { kind: "reserve", reference: "S1", lines: lines("10") });
    const reservation = reserved[0]?.reservation ?? "";
    const revoke = atWaivers(parts(), ORG, async (trx, at) => {
      await readWaiver(trx, id, at, true);
      await addAct(
        trx,
        { kind: "revoked", reason: "found to be diverted" },
        { organizationId: ORG, by: ANN, at, waiverId: id },
      );
    });
    const [committed] = await Promise.all([refusal(ask(id, { kind: "commit", reservation })), revoke]);
    const used = (await lineOne(id))[0];
    expect([committed === "done" ? 10 : 0]).toEqual([used]);
    expect(await refusal(ask(id, { kind: "draw", reference: "S2", lines: lines("1") }))).toContain(
      "revoked on 22 April 2019",
    );
  });
});

describe("a request", () => {
  it("sent twice is done once, and another body under its key is told", async () => {
    const id = await waiver();
    const first = await ask(id, { kind: "draw", reference: "S1", lines: lines("7") }, "same");
    const again = await ask(id, { kind: "draw", reference: "S1", lines: lines("7") }, "same");
    expect([first.replayed, again.replayed, again.parts]).toEqual([false, true, first.parts]);
    expect(await refusal(ask(id, { kind: "draw", reference: "S1", lines: lines("8") }, "same"))).toBe(
      "conflict: Idempotency-Key: it was used for another request before; a new request needs a new key",
    );
    const other = await waiver();
    expect(await refusal(ask(other, { kind: "draw", reference: "S1", lines: lines("7") }, "same"))).toContain(
      "conflict",
    );
    expect(await lineOne(id)).toEqual([7, 0]);
  });

  it("on several waivers draws on all of them or on none", async () => {
    const [un, us] = [await waiver(), await waiver({ lines: madeUpTerms().lines.slice(1) })];
    const draw = operationOf({ kind: "draw", reference: "S1", lines: lines("5") });
    const both = desk.ask(ORG, {
      key: "both",
      by: ANN,
      parts: [
        { waiverId: un, operation: draw },
        { waiverId: us, operation: draw },
      ],
    });
    expect(await refusal(both)).toContain("it has no line 1");
    expect(await lineOne(un)).toEqual([0, 0]);
  });

  it("counts shipments, values and periods, each to its own bound", async () => {
    const usd = (amount: string) => ({ amount, scale: 2, currency: "USD" });
    const id = await waiver({
      shipmentsMax: 2,
      valueMax: usd("100000"),
      periodLimits: [
        { of: "line", line: "1", each: "month", max: { amount: "30", scale: 0, unit: "piece" } },
      ],
    });
    const draw = (reference: string, amount: string, value: string) =>
      refusal(ask(id, { kind: "draw", reference, lines: lines(amount), value: usd(value) }));
    expect(await draw("S1", "20", "40000")).toBe("done");
    expect(await draw("S1", "11", "100")).toContain("each month it allows 30 pieces of line 1");
    expect(await draw("S2", "5", "60001")).toContain("USD 600 of USD 1000 are left");
    expect(await draw("S2", "5", "60000")).toBe("done");
    expect(await draw("S3", "1", "0")).toContain("its 2 shipments have been made");
    now = new Date("2019-05-02T12:00:00Z");
    expect(await draw("S2", "30", "0")).toBe("done");
  });

  it("converts units exactly or refuses, and refuses what is too much to be counted", async () => {
    const id = await waiver();
    expect(await refusal(ask(id, { kind: "draw", reference: "S", lines: lines("1", "2", "km") }))).toContain(
      "500 metres of 1000 metres are not covered",
    );
    expect(await refusal(ask(id, { kind: "draw", reference: "S", lines: lines("3", "1", "dozen") }))).toBe(
      "done",
    );
    expect(await lineOne(id)).toEqual([36, 0]);
    expect(await refusal(ask(id, { kind: "draw", reference: "S", lines: lines("1", "1", "kg") }))).toContain(
      "kg cannot be counted in piece",
    );
    expect(
      await refusal(ask(id, { kind: "draw", reference: "S", lines: lines("5", "1", "piece", 1) })),
    ).toContain("counted whole");
    const third = [{ line: "2", quantity: { amount: "1", scale: 12, unit: "inch" } }];
    expect(await refusal(ask(id, { kind: "draw", reference: "S", lines: third }))).toContain("exactly");
    expect(await refusal(ask(id, { kind: "draw", reference: "S", lines: lines("9".repeat(30)) }))).toContain(
      "not covered",
    );
  });

  it("keeps corrections and returns as entries with their reasons, which nobody can change", async () => {
    const id = await waiver();
    const { parts: drawn } = await ask(id, { kind: "draw", reference: "S1", lines: lines("40") });
    const reservation = drawn[0]?.reservation ?? "";
    const reason = "the manifest was read wrongly";
    await ask(id, { kind: "correct", reservation, direction: "less", lines: lines("4"), reason });
    await ask(id, { kind: "return", reservation, lines: lines("6"), reason: "six came back broken" });
    expect(await lineOne(id)).toEqual([36, 0]);
    expect(
      await refusal(ask(id, { kind: "return", reservation, lines: lines("31"), reason: "more than went" })),
    ).toContain("30 pieces have passed");
    await expect(its.asOwner("update waiver_entries set reason = 'x'")).rejects.toThrow(/append-only/);
    const rows = await its.asOwner<{ kind: string }>(
      `select kind from waiver_entries where waiver_id = '${id}' order by sequence`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["draw", "correct-less", "return"]);
  });

  it("counts the authority's day, not ours", async () => {
    const id = await waiver({ from: "2019-03-08", until: "2019-09-08" });
    now = new Date("2019-09-09T03:59:00Z");
    expect(await refusal(ask(id, { kind: "draw", reference: "S1", lines: lines("1") }))).toBe("done");
    now = new Date("2019-09-09T04:00:00Z");
    expect(await refusal(ask(id, { kind: "draw", reference: "S1", lines: lines("1") }))).toContain(
      "it expired on 8 September 2019",
    );
  });

  it("is held by the database itself where the service's own arithmetic is passed by", async () => {
    const id = await waiver();
    await expect(
      its.asOwner(`update waiver_lines set committed = allowed + 1 where waiver_id = '${id}'`),
    ).rejects.toThrow(/check/);
    await expect(
      its.asOwner(`update waivers set confirmed_by = recorded_by where id = '${id}'`),
    ).rejects.toThrow(/check/);
  });
});
