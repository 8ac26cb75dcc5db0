import type { RowOutcome } from "./row-result.ts";

/** How many rows came out how. */
export type Tally = { readonly rows: number; readonly hits: number; readonly errors: number };

/** No row yet. */
export const NOTHING: Tally = { rows: 0, hits: 0, errors: 0 };

/** The tally with one more row. */
export function countRow(tally: Tally, outcome: RowOutcome): Tally {
  return {
    rows: tally.rows + 1,
    hits: tally.hits + (outcome === "hit" ? 1 : 0),
    errors: tally.errors + (outcome === "error" ? 1 : 0),
  };
}

/** Two tallies as one. */
export function addTallies(one: Tally, other: Tally): Tally {
  return { rows: one.rows + other.rows, hits: one.hits + other.hits, errors: one.errors + other.errors };
}
