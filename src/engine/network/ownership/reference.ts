import { addShares, compareShares, NONE, type Share } from "../share.ts";
import type { Bounds } from "./bounds.ts";
import type { OwnershipStatus } from "./resolution.ts";

/** A stake for the reference: an owner, an asset, and what is known of the share. */
export type PlainStake = { readonly owner: string; readonly asset: string; readonly share: Bounds };

/** How the reference compares and adds. */
export type PlainRule = { readonly over: boolean; readonly aggregate: boolean };

const HALF: Share = { numerator: 1n, denominator: 2n };

/**
 * Who is blocked where every share is known: as the rule reads, again and again until nothing changes. Slow, and plain
 * to see that it is right: the tests hold the real one against it.
 */
export function plainlyBlocked(
  listed: readonly string[],
  stakes: readonly { readonly owner: string; readonly asset: string; readonly share: Share }[],
  rule: PlainRule,
): ReadonlySet<string> {
  if (!rule.aggregate) {
    const one = { ...rule, aggregate: true };
    return new Set(listed.flatMap((id) => [...plainlyBlocked([id], stakes, one)]));
  }
  const blocked = new Set(listed);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { asset } of stakes) {
      if (blocked.has(asset)) continue;
      const held = stakes
        .filter((stake) => stake.asset === asset && blocked.has(stake.owner))
        .map(({ share }) => share)
        .reduce(addShares, NONE);
      const order = compareShares(held, HALF);
      if (rule.over ? order <= 0 : order < 0) continue;
      blocked.add(asset);
      grew = true;
    }
  }
  return blocked;
}

/** Every way in which the unknown shares may be, on a grid of so many steps of the whole, each owner's assets at most whole. */
function* assignments(
  stakes: readonly PlainStake[],
  steps: number,
): Generator<readonly { readonly owner: string; readonly asset: string; readonly share: Share }[]> {
  const [first, ...others] = stakes;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const rest of assignments(others, steps)) {
    for (let step = 0; step <= steps; step++) {
      const share: Share = { numerator: BigInt(step), denominator: BigInt(steps) };
      const [low, high] = [compareShares(share, first.share.min), compareShares(share, first.share.max)];
      if (low < 0 || high > 0 || (low === 0 && first.share.minOpen) || (high === 0 && first.share.maxOpen))
        continue;
      yield [{ ...first, share }, ...rest];
    }
  }
}

function isPossible(stakes: readonly { readonly asset: string; readonly share: Share }[]): boolean {
  const byAsset = Map.groupBy(stakes, ({ asset }) => asset);
  return [...byAsset.values()].every((held) => {
    const sum = held.map(({ share }) => share).reduce(addShares, NONE);
    return sum.numerator <= sum.denominator;
  });
}

/** The status of each party by trying every way in which the shares may be; null where there is none. */
export function plainStatuses(
  listed: readonly string[],
  stakes: readonly PlainStake[],
  rule: PlainRule & { readonly steps: number },
): ReadonlyMap<string, OwnershipStatus> | null {
  const parties = [...new Set(stakes.flatMap(({ owner, asset }) => [owner, asset]))];
  const counts = new Map(parties.map((party) => [party, 0]));
  let ways = 0;
  for (const way of assignments(stakes, rule.steps)) {
    if (!isPossible(way)) continue;
    ways += 1;
    for (const party of plainlyBlocked(listed, way, rule)) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  if (ways === 0) return null;
  return new Map(
    parties.map((party) => {
      const count = counts.get(party) ?? 0;
      return [party, count === ways ? "blocked" : count > 0 ? "undetermined" : "not-blocked"];
    }),
  );
}
