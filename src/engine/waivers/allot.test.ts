import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GoodsLine, Quantity } from "../transaction.ts";
import { allot, type Demand } from "./allot.ts";
import { compareMoney, remainder, sayMoney, sayQuantity, total } from "./amount.ts";
import { parseWaiver, type Waiver } from "./waiver.ts";

const pieces = (amount: number, scale = 0): Quantity => ({ amount: String(amount), scale, unit: "piece" });
const line = (hs: string, quantity: Quantity): GoodsLine => ({ line: hs, description: "Item", hs, quantity });
type Held = { readonly hs: string; readonly quantity: Quantity };

function waiver(reference: string, lines: readonly Held[], uses: readonly unknown[] = []): Waiver {
  return parseWaiver(
    {
      reference,
      authority: "un-1718",
      title: "made up",
      source: "made up",
      measures: ["m"],
      approvedOn: "2019-01-01",
      from: "2019-01-01",
      until: "2019-12-31",
      parties: null,
      route: null,
      shipmentsMax: null,
      lines: lines.map(({ hs, quantity }, at) => ({ line: String(at), item: "Item", hs: [hs], quantity })),
      uses,
    },
    "waiver.json",
  );
}

const all = (waivers: readonly Waiver[], goods: readonly GoodsLine[]): Demand[] =>
  goods.map((one) => ({ goods: one, waivers }));
const kinds = (demands: readonly Demand[]) => allot(demands, "kit").map(({ kind }) => kind);

describe("an allotment", () => {
  it("finds the way that a first-come allotment would miss", () => {
    const both = [
      waiver("A", [{ hs: "85", quantity: pieces(10) }]),
      waiver("B", [{ hs: "8528", quantity: pieces(10) }]),
    ];
    expect(kinds(all(both, [line("8528.52", pieces(10)), line("8517.62", pieces(10))]))).toEqual([
      "taken",
      "taken",
    ]);
  });

  it("never splits a line, and refuses in order where not all can be had", () => {
    const some = [
      waiver("A", [{ hs: "8528", quantity: pieces(12) }]),
      waiver("B", [{ hs: "8528", quantity: pieces(12) }]),
    ];
    expect(kinds(all(some, [line("8528", pieces(13))]))).toEqual(["refused"]);
    expect(
      kinds(all(some, [line("8528", pieces(8)), line("8528", pieces(8)), line("8528", pieces(8))])),
    ).toEqual(["taken", "taken", "refused"]);
  });

  it("ends in time where lines compete without a way", () => {
    const many = Array.from({ length: 12 }, (_, at) => waiver(`W${at}`, [{ hs: "85", quantity: pieces(3) }]));
    const goods = Array.from({ length: 24 }, () => line("8528", pieces(2)));
    expect(kinds(all(many, goods)).filter((kind) => kind === "taken")).toHaveLength(12);
  });

  it("overdraws no line, ever, at any scale", () => {
    const quantity = fc.record({
      amount: fc.integer({ min: 0, max: 500 }),
      scale: fc.integer({ min: 0, max: 2 }),
    });
    const held = fc.array(fc.record({ hs: fc.constantFrom("85", "8528", "73"), quantity }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(held, { maxLength: 3 }),
        fc.array(fc.record({ hs: fc.constantFrom("8528.52", "8517.62", "7326.90"), quantity }), {
          maxLength: 6,
        }),
        fc.array(fc.record({ at: fc.nat(2), quantity }), { maxLength: 3 }),
        (given, asked, before) => {
          const scaled = ({ amount, scale }: { amount: number; scale: number }) => pieces(amount, scale);
          const waivers = given.map((lines, number) =>
            waiver(
              `W${number}`,
              lines.map(({ hs, quantity: one }) => ({ hs, quantity: scaled(one) })),
              before.map((use, at) => ({
                reference: `use ${at}`,
                date: "2019-02-02",
                lines: [{ line: String(use.at), quantity: scaled(use.quantity) }],
              })),
            ),
          );
          const goods = asked.map(({ hs, quantity: one }) => line(hs, scaled(one)));
          const allotted = allot(all(waivers, goods), "kit");
          for (const one of waivers)
            for (const held of one.lines) {
              const now = allotted.flatMap((taken, at) =>
                taken.kind === "taken" && taken.waiver === one && taken.line === held
                  ? [goods[at]?.quantity ?? pieces(0)]
                  : [],
              );
              const used = one.uses.flatMap(({ lines }) => lines).filter((use) => use.line === held.line);
              const rest = remainder(held.quantity, [...used.map((use) => use.quantity), ...now]);
              if (now.length > 0) expect(rest?.over).toBe(false);
            }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("amounts", () => {
  it("add and compare exactly across scales, and not across units", () => {
    expect(total([pieces(125, 2), pieces(1)])).toEqual(pieces(225, 2));
    expect(total([pieces(1), { amount: "1", scale: 0, unit: "kg" }])).toBeNull();
    expect(remainder(pieces(20), [pieces(2000, 2)])).toEqual({ left: pieces(0, 2), over: false });
    expect(remainder(pieces(20), [pieces(2001, 2)])).toEqual({ left: pieces(0, 2), over: true });
    expect([sayQuantity(pieces(1250, 2)), sayQuantity(pieces(5, 3))]).toEqual([
      "12.5 pieces",
      "0.005 pieces",
    ]);
    expect([sayQuantity(pieces(1, 0)), sayQuantity(pieces(0, 0))]).toEqual(["1 piece", "0 pieces"]);
    expect(sayQuantity({ amount: "20", scale: 0, unit: "kg" })).toBe("20 kg");
    const usd = (amount: string, scale: number) => ({ amount, scale, currency: "USD" });
    expect([
      compareMoney(usd("50001", 2), usd("500", 0)),
      compareMoney(usd("5000", 1), usd("500", 0)),
    ]).toEqual([1, 0]);
    expect(compareMoney(usd("1", 0), { amount: "1", scale: 0, currency: "EUR" })).toBeNull();
    expect(sayMoney(usd("200050", 2))).toBe("USD 2000.5");
  });
});
