import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseTransaction } from "../../engine/transaction.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import { type TestDatabase, testDatabase } from "../../platform/database/test-database.ts";
import { operationOf } from "./fixtures/drawing.ts";
import { ANN, keepMadeUp, madeUpTerms } from "./fixtures/made-up-waiver.ts";
import { heldWaivers } from "./held-waivers.ts";
import { LedgerDesk } from "./ledger/ledger-desk.ts";

const SHIPMENT = parseTransaction(
  JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../examples/2019-video-reunion/shipment.json"), "utf8"),
  ),
  "shipment.json",
);
const usd = (amount: string, scale = 0) => ({ amount, scale, currency: "USD" });

let its: TestDatabase;
let now = new Date("2019-04-01T12:00:00Z");
beforeAll(async () => {
  its = await testDatabase();
});
afterAll(() => its.close());

const held = () => inOrganization(its.database, "org_1", (trx) => heldWaivers(trx, [SHIPMENT], now));

it("a check is given what each shipment has used of a limited value, what is reserved while it lasts, and no more", async () => {
  const terms = madeUpTerms({ reference: "VALUE", valueMax: usd("100000") });
  const waiverId = await keepMadeUp(its.database, "org_1", terms);
  const desk = new LedgerDesk({ database: its.database, now: () => now, screening: null });
  const ask = (key: string, operation: Parameters<typeof operationOf>[0]) =>
    desk.ask("org_1", { key, by: ANN, parts: [{ waiverId, operation: operationOf(operation) }] });
  const lines = (amount: string) => [{ line: "1", quantity: { amount, scale: 0, unit: "piece" } }];
  await ask("a", { kind: "draw", reference: "first", lines: lines("10"), value: usd("1200050", 2) });
  await ask("b", {
    kind: "reserve",
    reference: "second",
    lines: lines("5"),
    value: usd("600"),
  });
  const uses = async () => {
    const [waiver, ...others] = await held();
    expect(others).toEqual([]);
    return (waiver?.uses ?? []).map(({ reference, value, lines: used }) => [
      reference,
      value,
      used.map(({ line, quantity }) => [line, quantity.amount]),
    ]);
  };
  expect(await uses()).toEqual([
    ["first", { amount: "120005000", scale: 4, currency: "USD" }, [["1", "10"]]],
    ["second", { amount: "6000000", scale: 4, currency: "USD" }, [["1", "5"]]],
  ]);
  // A reservation for which no end was asked for ends by itself after three days.
  now = new Date("2019-04-04T12:00:01Z");
  expect((await uses()).map(([reference]) => reference)).toEqual(["first"]);
});

it("a waiver that awaits its second person, or speaks of other goods, is not among them", async () => {
  const lines = [
    { line: "1", item: "Horses", hs: ["010121"], quantity: { amount: "5", scale: 0, unit: "piece" } },
  ];
  await keepMadeUp(its.database, "org_1", madeUpTerms({ reference: "PENDING" }));
  await its.asOwner(
    "update waivers set confirmed_at = null, confirmed_by = null where reference = 'PENDING'",
  );
  await keepMadeUp(its.database, "org_1", madeUpTerms({ reference: "OTHER", lines }));
  expect((await held()).map(({ reference }) => reference)).toEqual(["VALUE"]);
});
