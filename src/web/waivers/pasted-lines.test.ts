import { describe, expect, it } from "vitest";
import { readExact, sayCode, sayExact, sayQuantity } from "./exact.ts";
import { readPasted } from "./pasted-lines.ts";

describe("lines pasted from a spreadsheet", () => {
  it("are read by their header, in English and Korean", () => {
    const english =
      "Item\tHS code\tQty\tUnit\tUnit price\tCurrency\tOrigin\nMonitor\t8528.52\t20\tpcs\t1,200\tUSD\tKR";
    expect(readPasted(english)).toEqual([
      {
        line: "1",
        description: "Monitor",
        hs: "8528.52",
        quantity: { amount: "20", scale: 0, unit: "piece" },
        unitValue: { amount: "1200", scale: 0, currency: "USD" },
        origin: "KR",
      },
    ]);
    expect(readPasted("품명\t세번\t수량\t단위\n모니터\t852852\t20\t대")[0]).toMatchObject({
      description: "모니터",
      hs: "852852",
      quantity: { amount: "20", unit: "piece" },
    });
  });

  it("are read without one: code or words, quantity, unit, value", () => {
    expect(readPasted("8528.52\t24\tpieces\t200.50\nfibre cable\t500\tm")).toMatchObject([
      {
        hs: "8528.52",
        description: "HS 8528.52",
        quantity: { amount: "24", unit: "piece" },
        unitValue: { amount: "20050", scale: 2 },
      },
      { hs: null, description: "fibre cable", quantity: { amount: "500", unit: "metre" } },
    ]);
  });

  it("take number and unit from one cell, and say nothing where there is no number", () => {
    expect(readPasted("Monitor\t24 pcs")[0]?.description).toBe("Monitor");
    expect(readPasted("item\tquantity\nMonitor\t24 pcs")[0]?.quantity).toEqual({
      amount: "24",
      scale: 0,
      unit: "piece",
    });
    expect(readPasted("item\tquantity\nMonitor\ta few")[0]?.quantity).toBeNull();
  });
});

describe("exact numbers", () => {
  it.each([
    ["0.1", { amount: "1", scale: 1 }],
    ["1,200.50", { amount: "120050", scale: 2 }],
    ["007", { amount: "7", scale: 0 }],
    ["1e5", null],
    ["1,2", null],
    ["-3", null],
    ["9".repeat(31), null],
  ])("%s", (text, expected) => {
    expect(readExact(text)).toEqual(expected);
  });

  it("are said as they are, one and many, in both languages", () => {
    expect(sayExact({ amount: "1250", scale: 2 })).toBe("12.5");
    expect(sayQuantity("en", { amount: "1", scale: 0, unit: "piece" })).toBe("1 piece");
    expect(sayQuantity("en", { amount: "1200", scale: 0, unit: "piece" })).toBe("1,200 pieces");
    expect(sayQuantity("ko", { amount: "20", scale: 0, unit: "piece" })).toBe("20개");
    expect(sayQuantity("ko", { amount: "125", scale: 1, unit: "kg" })).toBe("12.5 kg");
    expect(sayCode("852852")).toBe("8528.52");
  });
});
