import { expect, it } from "vitest";
import { footOf, PLACES } from "./places.ts";

const at = (...gone: readonly string[]) => {
  const { foot, more } = footOf(PLACES.filter(({ to }) => !gone.includes(to)));
  expect(new Set([...foot, ...more]).size).toBe(PLACES.length - gone.length);
  return foot.map(({ to }) => to);
};

it("the foot of a phone leads to questions, review, cases and waivers, and to the next best where a role opens fewer", () => {
  expect(at()).toEqual(["/", "/alerts", "/cases", "/waivers"]);
  expect(at("/cases")).toEqual(["/", "/alerts", "/waivers", "/batch"]);
  expect(at("/alerts", "/cases", "/batch", "/waivers")).toEqual(["/", "/lists", "/goods"]);
});
