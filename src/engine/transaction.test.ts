import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { parseTransaction, TRANSACTION_LIMITS } from "./transaction.ts";
import { parseWaiver } from "./waivers/waiver.ts";

const party = { role: "payee", schema: "Company", properties: { name: ["A"] } };
const transaction = { kind: "payment", reference: "1", purpose: "", parties: [party] };

describe("a transaction from outside", () => {
  it("gets its defaults", () => {
    expect(parseTransaction(transaction, "t.json")).toEqual({
      ...transaction,
      goods: [],
      services: [],
      from: null,
      to: null,
      route: [],
      funds: null,
      jurisdictions: [],
      waivers: [],
      claims: [],
    });
  });

  it.each([
    ["kind", { ...transaction, kind: "gift" }],
    ["parties.0.schema", { ...transaction, parties: [{ ...party, schema: "Companie" }] }],
    ["parties.0.properties.name", { ...transaction, parties: [{ ...party, properties: { name: "A" } }] }],
    ["to", { ...transaction, to: "North Korea" }],
    ["funds.amount", { ...transaction, funds: { amount: "1.5", scale: 0, currency: "USD" } }],
    ["funds.amount", { ...transaction, funds: { amount: "-1", scale: 0, currency: "USD" } }],
    [
      "parties.0.related.0.share",
      {
        ...transaction,
        parties: [
          {
            ...party,
            related: [{ relation: "owner", share: "101", subject: { schema: "Person", properties: {} } }],
          },
        ],
      },
    ],
    ["whole document", { ...transaction, good: [] }],
    ["whole document", []],
    [
      "parties",
      { ...transaction, parties: Array.from({ length: TRANSACTION_LIMITS.partiesMax + 1 }, () => party) },
    ],
  ])("is refused at %s", (where, value) => {
    expect(() => parseTransaction(value, "t.json")).toThrow(Fault);
    expect(() => parseTransaction(value, "t.json")).toThrow(`t.json: ${where}: `);
  });

  it("is read or refused with a fault, whatever it is", () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.record({
        kind: fc.constant("payment"),
        reference: fc.string(),
        purpose: fc.string(),
        parties: fc.jsonValue(),
        goods: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(any, (value) => {
        for (const parse of [parseTransaction, parseWaiver]) {
          try {
            parse(value, "f.json");
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        }
      }),
    );
  });
});
