import { describe, expect, it } from "vitest";
import type { NetworkEdge, NetworkNode } from "./network-words.ts";
import { shortPath } from "./short-path.ts";

const node = (id: string, listed: string | null = null) => ({ id, listed }) as NetworkNode;
const tie = (owner: string, asset: string, interest = "ownership", onPath = true) =>
  ({ id: `${owner}-${asset}-${interest}`, owner, asset, interest, onPath }) as NetworkEdge;

describe("the deciding path in a line", () => {
  it("is the shortest that leads to somebody listed, by a stake rather than by another tie", () => {
    const edges = [
      tie("unknown", "skydev"),
      tie("alpha", "skydev"),
      tie("jong", "alpha", "director"),
      tie("silverstar", "alpha"),
    ];
    const nodes = [
      node("skydev"),
      node("unknown"),
      node("alpha"),
      node("jong", "SDN"),
      node("silverstar", "SDN"),
    ];
    expect(shortPath({ id: "skydev", nodes, edges }).map(({ owner }) => owner)).toEqual([
      "alpha",
      "silverstar",
    ]);
  });

  it("is none where no lit tie leads to anybody listed, and ends where firms own each other", () => {
    const edges = [tie("b", "a"), tie("a", "b"), tie("listed", "b", "ownership", false)];
    expect(shortPath({ id: "a", nodes: [node("a"), node("b"), node("listed", "SDN")], edges })).toEqual([]);
  });
});
