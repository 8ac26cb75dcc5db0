import { describe, expect, it } from "vitest";
import { parseTransaction } from "../transaction.ts";
import { waiverReasons } from "./cover.ts";
import { parseWaiver } from "./waiver.ts";

const usd = (amount: string) => ({ amount, scale: 0, currency: "USD" });
const waiver = (value: string) =>
  parseWaiver(
    {
      reference: "W-1",
      authority: "us",
      title: "made up",
      source: "made up",
      measures: ["m"],
      approvedOn: "2019-01-01",
      from: "2019-01-01",
      until: "2019-12-31",
      parties: null,
      route: null,
      shipmentsMax: null,
      valueMax: usd("1000"),
      lines: [
        { line: "1", item: "Monitors", hs: ["852852"], quantity: { amount: "20", scale: 0, unit: "piece" } },
      ],
      uses: [{ reference: "kit-1", date: "2019-02-01", lines: [], value: usd(value) }],
    },
    "waiver",
  );
const shipment = (reference: string) =>
  parseTransaction(
    {
      kind: "shipment",
      reference,
      purpose: "",
      parties: [],
      goods: [
        {
          line: "1",
          description: "Monitor",
          hs: "852852",
          quantity: { amount: "4", scale: 0, unit: "piece" },
          unitValue: usd("100"),
        },
      ],
    },
    "shipment",
  );

describe("a waiver that limits the value", () => {
  it("counts what other shipments have used of it, to the last unit", () => {
    expect(waiverReasons(waiver("600"), shipment("kit-2"), "2019-03-01")).toEqual([]);
    expect(waiverReasons(waiver("601"), shipment("kit-2"), "2019-03-01")).toEqual([
      "the goods are worth USD 400, and it allows USD 1000, of which USD 601 is used",
    ]);
  });

  it("does not count what the same shipment holds already", () => {
    expect(waiverReasons(waiver("601"), shipment("kit-1"), "2019-03-01")).toEqual([]);
  });
});
