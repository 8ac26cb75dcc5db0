import { describe, expect, it } from "vitest";
import { AlikeMemo } from "./alike-rows.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndexData, ROW_FIELDS } from "./index-data.ts";

const DATA = openIndexData(sectionsFor(listedEntities()));
const ROWS = [...DATA.rowAlike.keys()];

function wordsOf(row: number): readonly number[] {
  return [...DATA.rowTokens.subarray(DATA.rowStart[row], DATA.rowStart[row + 1])];
}

describe("names that are written alike", () => {
  it("share their words, their legal forms and the kind of party, and the first of them stands for all", () => {
    for (const row of ROWS) {
      const twin = DATA.rowAlike[row] as number;
      expect(twin).toBeLessThanOrEqual(row);
      expect(DATA.rowAlike[twin]).toBe(twin);
      if (twin === row) continue;
      expect(wordsOf(twin)).toEqual(wordsOf(row));
      expect(DATA.rowFlags[twin]).toBe(DATA.rowFlags[row]);
      const facts = [twin, row].map((at) => {
        const [, kinds = 0, forms, equal] = DATA.rowFacts.subarray(at * ROW_FIELDS, (at + 1) * ROW_FIELDS);
        return [kinds & 0xff, forms, equal];
      });
      expect(facts[0]).toEqual(facts[1]);
    }
  });

  it("are met in one slot by each reading of a query, and anew by the next query", () => {
    const memo = new AlikeMemo(DATA);
    memo.clear();
    const made = memo.slotOf(0, 7);
    expect(made).toBeLessThan(0);
    expect(memo.slotOf(0, 7)).toBe(-1 - made);
    expect(memo.slotOf(1, 7)).toBeLessThan(0);
    memo.clear();
    expect(memo.slotOf(0, 7)).toBeLessThan(0);
  });

  it("are kept up to a bound, and beyond it what was kept is still found", () => {
    const memo = new AlikeMemo(DATA);
    memo.clear();
    const first = memo.slotOf(0, 0);
    const slots = new Set<number>();
    for (let reading = 0; reading < 24; reading += 1)
      for (let row = 0; row < DATA.rows; row += 1) slots.add(memo.slotOf(reading, row));
    expect(slots.size).toBeLessThanOrEqual(1_300);
    expect(memo.slotOf(0, 0)).toBe(-1 - first);
  });
});
