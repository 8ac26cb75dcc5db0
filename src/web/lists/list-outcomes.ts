import type { Lists } from "../api/shapes.ts";

/** How a list's publisher was last asked, and what came of it. */
export type ListOutcome = Lists["outcomes"][number];

/** The lists whose last update was refused or did not reach the publisher, by their ids. */
export function failedOutcomes({ outcomes }: Lists): ReadonlyMap<string, ListOutcome> {
  return new Map(
    outcomes
      .filter(({ outcome }) => outcome === "refused" || outcome === "unreachable")
      .map((one) => [one.list, one]),
  );
}
