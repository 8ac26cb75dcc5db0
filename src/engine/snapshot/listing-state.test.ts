import { describe, expect, it } from "vitest";
import { coverageOn, listingStateOn } from "./listing-state.ts";
import type { EditionRecord, Listing, ListRecord } from "./snapshot.ts";

const edition = (date: string): EditionRecord => ({
  date,
  format: "made-up",
  files: [],
  targets: 1,
  rejected: 0,
  notes: [],
});
const list: ListRecord = {
  id: "list",
  title: "List",
  publisher: "Publisher",
  url: "https://list.example/",
  kind: "sanctions",
  editions: ["2021-01-01", "2022-01-01", "2023-01-01"].map(edition),
};
const listing = (editions: readonly string[], listedOn: string | null): Listing => ({
  list: "list",
  entry: "1",
  programmes: [],
  editions,
  listedOn,
  listedOnSource: null,
});
const A = "2021-01-01";
const B = "2022-01-01";
const C = "2023-01-01";

describe("a listing's state on a day", () => {
  it.each([
    // editions it stands in, stated day, day asked, state
    [[A, B, C], null, "2020-06-01", "unknown"],
    [[A, B, C], "2018-09-13", "2018-09-12", "not-yet-listed"],
    [[A, B, C], "2018-09-13", "2018-09-13", "listed"],
    [[A, B, C], "2018-09-13", "2020-06-01", "listed"],
    [[C], null, "2020-06-01", "unknown"],
    [[C], "2022-06-01", "2020-06-01", "not-yet-listed"],
    [[A, B, C], null, A, "listed"],
    [[A, B, C], null, "2021-06-01", "listed"],
    [[A, B, C], null, "2026-11-23", "listed"],
    [[A, B, C], "2021-06-01", "2021-03-01", "listed"],
    [[B, C], null, A, "not-yet-listed"],
    [[B, C], null, "2021-06-01", "unknown"],
    [[B, C], null, B, "listed"],
    [[B, C], "2021-06-01", "2021-05-31", "not-yet-listed"],
    [[B, C], "2021-06-01", "2021-06-01", "listed"],
    [[B, C], "2019-06-01", "2021-06-01", "listed"],
    [[C], null, "2021-06-01", "not-yet-listed"],
    [[C], null, "2022-06-01", "unknown"],
    [[A], null, "2021-12-31", "listed"],
    [[A], null, B, "delisted"],
    [[A], "2018-01-01", B, "delisted"],
    [[A], "2018-01-01", "2026-11-23", "delisted"],
    [[A, C], null, B, "delisted"],
    [[A, C], null, "2022-06-01", "unknown"],
    [[A, C], "2018-01-01", "2022-06-01", "delisted"],
    [[A, C], "2022-05-01", "2022-06-01", "listed"],
    [[A, C], "2022-07-01", "2022-06-01", "delisted"],
    [[A, B, C], null, null, "listed"],
    [[A, B], null, null, "delisted"],
    [[C], "2022-06-01", null, "listed"],
  ] as const)("standing in %j with stated day %s is, on %s, %s", (editions, listedOn, day, state) => {
    expect(listingStateOn(listing(editions, listedOn), list, day)).toBe(state);
  });
});

describe("coverage", () => {
  it("names the edition in force, or the oldest day held", () => {
    expect(coverageOn(list, "2022-06-01")).toMatchObject({ kind: "covered", edition: { date: B } });
    expect(coverageOn(list, null)).toMatchObject({ kind: "covered", edition: { date: C } });
    expect(coverageOn(list, "2020-12-31")).toEqual({ kind: "not-covered", oldest: A });
    expect(coverageOn({ ...list, editions: [] }, null)).toEqual({ kind: "not-covered", oldest: null });
  });
});
