import { addShares, atLeastHalf, type Share } from "./share.ts";

/** A stake of one party in another, exact. */
export type Stake = { readonly owner: string; readonly asset: string; readonly share: Share };

/** Why a party is blocked: it is listed itself, or blocked parties own half of it or more. */
export type BlockedBy =
  | { readonly kind: "listed" }
  | { readonly kind: "owned"; readonly stakes: readonly Stake[]; readonly total: Share };

/**
 * OFAC's 50 Percent Rule (FAQ 398 to 402): a party is blocked where blocked parties own 50 % or more of it in the
 * aggregate. Percentages are not multiplied down the chain: an owner's stake counts whole once the owner is itself
 * blocked, and not at all before. The least fixed point over the stakes, so loops end and prove nothing by themselves.
 */
export function blockedByOwnership(
  listed: Iterable<string>,
  stakes: readonly Stake[],
): ReadonlyMap<string, BlockedBy> {
  const blocked = new Map<string, BlockedBy>();
  for (const id of listed) blocked.set(id, { kind: "listed" });
  const byAsset = Map.groupBy(stakes, ({ asset }) => asset);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [asset, held] of byAsset) {
      if (blocked.has(asset)) continue;
      const counted = held.filter(({ owner }) => blocked.has(owner));
      const total = counted.reduce<Share>((sum, { share }) => addShares(sum, share), {
        numerator: 0n,
        denominator: 1n,
      });
      if (!atLeastHalf(total)) continue;
      blocked.set(asset, { kind: "owned", stakes: counted, total });
      grew = true;
    }
  }
  return blocked;
}
