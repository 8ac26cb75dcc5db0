import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInput } from "../../parse.ts";
import type { LedgerTerms } from "./count.ts";
import { type Book, type LedgerOperation, type LedgerOperationInput, operationSchema } from "./ledger.ts";
import { lapse, post } from "./post.ts";
import { countIn, isWholeUnit, LEDGER_SCALE, quantityOf, unitName } from "./unit.ts";

const UNIT = 10n ** BigInt(LEDGER_SCALE);
const TERMS: LedgerTerms = {
  approvedOn: "2019-01-01",
  from: "2019-01-01",
  until: "2019-12-31",
  revokedOn: null,
  route: null,
  parties: null,
  zone: "America/New_York",
  periodLimits: [{ of: "line", line: "1", each: "month", max: { amount: "60", scale: 0, unit: "piece" } }],
  returnsRestore: true,
};

const bookOf = (): Book => ({
  lines: new Map([
    ["1", { line: "1", unit: "piece", allowed: 100n * UNIT, committed: 0n, reserved: 0n, returned: 0n }],
    ["2", { line: "2", unit: "kg", allowed: 50n * UNIT, committed: 0n, reserved: 0n, returned: 0n }],
  ]),
  value: { currency: "USD", allowed: 10_000_0000n, committed: 0n, reserved: 0n },
  shipmentsMax: 4,
  shipments: new Map(),
  periods: new Map(),
  reservations: new Map(),
});

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one) => {
    if (typeof one === "bigint") return `${one}`;
    return one instanceof Map ? [...one].sort(([a], [b]) => (a < b ? -1 : 1)) : one;
  });

/** What a book says; the order in which shipments came to it says nothing. */
const standing = (book: Book): string => textOf([book.lines, book.value, [...book.shipments.keys()].sort()]);

const amount = fc.integer({ min: 1, max: 70 });
const some = fc.tuple(fc.constantFrom("1", "2"), amount).map(([line, count]) => [
  {
    line,
    quantity: { amount: String(count), scale: line === "2" ? 1 : 0, unit: line === "2" ? "kg" : "piece" },
  },
]);
const value = fc
  .integer({ min: 0, max: 4_000 })
  .map((cents) => ({ amount: String(cents), scale: 0, currency: "USD" }));
const reservation = fc.integer({ min: 0, max: 6 }).map((number) => `r${number}`);
const reason = fc.constant("written down wrongly");
const operation: fc.Arbitrary<LedgerOperationInput> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("reserve", "draw"),
    reference: fc.constantFrom("A", "B", "C", "D", "E"),
    lines: some,
    value,
  }),
  fc.record({
    kind: fc.constant("commit"),
    reservation,
    lines: fc.option(some, { nil: undefined }),
    value: fc.option(value, { nil: undefined }),
    final: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("release"), reservation }),
  fc.record({ kind: fc.constant("return"), reservation, lines: some, reason }),
  fc.record({
    kind: fc.constant("correct"),
    reservation,
    direction: fc.constantFrom("more", "less"),
    lines: some,
    value,
    reason,
  }),
) as fc.Arbitrary<LedgerOperationInput>;

const read = (input: LedgerOperationInput): LedgerOperation =>
  parseInput(operationSchema, input, "operation");

/** Everything that must hold of a book whatever was asked of it. */
function expectSound(book: Book): void {
  for (const [line, account] of book.lines) {
    const held = [...book.reservations.values()].map((one) => one.lines.get(line));
    const sum = (of: "open" | "committed") => held.reduce((total, one) => total + (one?.[of] ?? 0n), 0n);
    expect([account.reserved, account.committed]).toEqual([sum("open"), sum("committed")]);
    expect(account.committed + account.reserved <= account.allowed).toBe(true);
    expect(account.committed >= 0n && account.reserved >= 0n && account.returned >= 0n).toBe(true);
  }
  const { value: money } = book;
  if (money !== null)
    expect(
      money.committed + money.reserved <= money.allowed && money.committed >= 0n && money.reserved >= 0n,
    ).toBe(true);
  expect(book.shipments.size).toBeLessThanOrEqual(4);
  for (const { limit, used } of book.periods.values())
    expect(limit !== 0 || (used >= 0n && used <= 60n * UNIT)).toBe(true);
}

describe("a ledger", () => {
  it("is over no bound, adds up, and a refusal or an undoing leaves it as it was, whatever is asked in whatever order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(operation, fc.boolean(), fc.integer({ min: 0, max: 3 })), { maxLength: 25 }),
        (asked) => {
          const book = bookOf();
          let made = 0;
          let ms = Date.parse("2019-03-01T12:00:00Z");
          for (const [input, undoes, days] of asked) {
            ms += days * 86_400_000;
            const at = new Date(ms).toISOString();
            for (const one of book.reservations.values())
              if (one.expiresAt !== null && one.expiresAt <= at)
                lapse({ book, terms: TERMS, at, newId: "" }, one);
            const before = standing(book);
            const posted = post({ book, terms: TERMS, at, newId: `r${made}` }, read(input));
            if (posted.kind === "posted" && undoes) posted.undo();
            else if (posted.kind === "posted" && (input.kind === "reserve" || input.kind === "draw"))
              made += 1;
            if (posted.kind === "refused" || undoes) expect(standing(book)).toBe(before);
            if (posted.kind === "refused") expect(posted.reasons.length).toBeGreaterThan(0);
            expectSound(book);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("adds a tenth and two tenths to three tenths", () => {
    const book = bookOf();
    const kg = (text: string) => [{ line: "2", quantity: { amount: text, scale: 1, unit: "kg" } }];
    const draw = (text: string) =>
      post(
        { book, terms: TERMS, at: "2019-03-01T12:00:00Z", newId: text },
        read({
          kind: "draw",
          reference: "A",
          lines: kg(text),
          value: { amount: "0", scale: 0, currency: "USD" },
        }),
      );
    draw("1");
    draw("2");
    expect(book.lines.get("2")?.committed).toBe(300_000_000_000n);
  });
});

describe("units", () => {
  const unit = fc.constantFrom(
    "piece",
    "dozen",
    "kg",
    "g",
    "tonne",
    "pound",
    "metre",
    "km",
    "inch",
    "litre",
    "barrel",
    "gallon",
    "hour",
  );
  it("convert there and back to the same count, or refuse", () => {
    fc.assert(
      fc.property(unit, unit, fc.nat(1_000_000), (from, to, count) => {
        const there = countIn({ amount: String(count), scale: 0, unit: from }, to);
        if (there.kind === "refused") return;
        const back = countIn(quantityOf(there.amount, to), from);
        expect(back).toEqual({ kind: "exact", amount: BigInt(count) * UNIT });
      }),
    );
  });

  it("of trade are known by their names in tables, and a barrel is no tonne", () => {
    expect(["PCS", "대", "KGM", " Meters ", "bbl"].map(unitName)).toEqual([
      "piece",
      "piece",
      "kg",
      "metre",
      "barrel",
    ]);
    expect(countIn({ amount: "1", scale: 0, unit: "barrel" }, "litre")).toEqual({
      kind: "exact",
      amount: 158_987_294_928_000n,
    });
    expect(countIn({ amount: "1", scale: 0, unit: "barrel" }, "tonne")).toMatchObject({ kind: "refused" });
    expect([isWholeUnit("pieces"), isWholeUnit("kg")]).toEqual([true, false]);
  });
});
