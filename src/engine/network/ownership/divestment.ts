import { sayDay } from "../../day.ts";
import { addShares, compareShares, NONE, type Share, writePercent } from "../share.ts";
import type { OwnershipFlag } from "./flag.ts";
import { INTERESTS } from "./graph.ts";
import { presenceOn } from "./period.ts";
import { proofOf } from "./proof.ts";
import type { Resolution } from "./resolution.ts";

/** A stake given up so many days before its owner was designated, or at any time after, is told. */
export const DIVESTED_DAYS = 180;

const HALF: Share = { numerator: 1n, denominator: 2n };
const DAY_MS = 86_400_000;

type Ended = {
  readonly owner: number;
  readonly share: Share;
  readonly on: string;
  readonly designated: string;
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The day on which the owner, or the listed one behind it, was designated; null where that is not stated. */
function designatedOn(resolution: Resolution, owner: number): string | null {
  if (!resolution.certain.has(owner)) return null;
  const days = proofOf(resolution, owner).listed.flatMap(({ since }) => since ?? []);
  return days.toSorted()[0] ?? null;
}

function endedStakes(resolution: Resolution, node: number): readonly Ended[] {
  const { graph, day } = resolution;
  return graph.tiesInto(node).flatMap((tie): readonly Ended[] => {
    const period = graph.periods[graph.periodOf[tie] ?? 0];
    const ended = period?.untilMax ?? null;
    if (ended === null || ended > day.day || INTERESTS[graph.interestOf[tie] ?? 0] !== "ownership") return [];
    const owner = graph.ownerOf[tie] ?? 0;
    const designated = designatedOn(resolution, owner);
    if (designated === null || daysBetween(ended, designated) > DIVESTED_DAYS) return [];
    const share = graph.shares[graph.shareOf[tie] ?? 0]?.min ?? NONE;
    return [{ owner, share, on: ended, designated }];
  });
}

/** What each blocked owner certainly holds on the day. */
function presentStakes(resolution: Resolution, node: number): ReadonlyMap<number, Share> {
  const { graph, day, certain } = resolution;
  const held = new Map<number, Share>();
  for (const tie of graph.tiesInto(node)) {
    const owner = graph.ownerOf[tie] ?? 0;
    const period = graph.periods[graph.periodOf[tie] ?? 0];
    if (!certain.has(owner) || period === undefined || presenceOn(period, day.day) !== "holds") continue;
    if (INTERESTS[graph.interestOf[tie] ?? 0] !== "ownership") continue;
    held.set(owner, addShares(held.get(owner) ?? NONE, graph.shares[graph.shareOf[tie] ?? 0]?.min ?? NONE));
  }
  return held;
}

/**
 * Stakes that blocked owners gave up close to their designation, or after it, where they would still make the party
 * blocked: what was done may be a sham, and a transfer after the designation may be void (FAQ 402).
 */
export function divestmentFlags(resolution: Resolution, node: number): readonly OwnershipFlag[] {
  if (resolution.certain.has(node)) return [];
  const ended = endedStakes(resolution, node);
  if (ended.length === 0) return [];
  const held = new Map(presentStakes(resolution, node));
  for (const { owner, share } of ended) {
    const now = held.get(owner) ?? NONE;
    if (compareShares(share, now) > 0) held.set(owner, share);
  }
  const total = [...held.values()].reduce(addShares, NONE);
  const order = compareShares(total, HALF);
  if (order < 0 || (order === 0 && resolution.rule.ownership === "moreThan")) return [];
  const name = (at: number) => resolution.graph.parties[at]?.name ?? resolution.graph.parties[at]?.id ?? "";
  return ended.map(({ owner, share, on, designated }) => {
    const days = daysBetween(on, designated);
    const when =
      days >= 0
        ? `${days} ${days === 1 ? "day" : "days"} before`
        : `${-days} ${days === -1 ? "day" : "days"} after`;
    return {
      flag: "divested-near-designation",
      words: `${name(owner)} held ${writePercent(share)} % of ${name(node)} until ${sayDay(on)}, ${when} the designation of ${sayDay(designated)}: whether it was truly given up, and lawfully, is for a person to see.`,
    };
  });
}
