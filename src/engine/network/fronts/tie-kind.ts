/** A fact that two parties can have in common, and that few have by chance. */
export type FactKind =
  | "document"
  | "wallet"
  | "bank-account"
  | "device"
  | "phone"
  | "email"
  | "domain"
  | "address";

/** How one party stands to another, as somebody states it. */
export type RelationKind = "founder" | "owner" | "director" | "employee" | "family" | "associate" | "linked";

/** What joins two parties on a path; `name`: the one may be the other, by name and facts. */
export type TieKind = FactKind | RelationKind | "name";

/**
 * What a tie is worth: `strength` when it is fresh and nobody else has it, from 0 to 1, and the years in which half of that
 * is lost after it was last known; null where it does not age. No authority gives these figures: they order paths for a
 * person who looks, and decide nothing.
 */
export const TIES: Readonly<
  Record<Exclude<TieKind, "name">, { readonly strength: number; readonly halfLifeYears: number | null }>
> = {
  document: { strength: 0.97, halfLifeYears: null },
  wallet: { strength: 0.95, halfLifeYears: 8 },
  "bank-account": { strength: 0.95, halfLifeYears: 6 },
  // Machines are sold and shared; a telephone number is given to somebody else after some years.
  device: { strength: 0.9, halfLifeYears: 2 },
  email: { strength: 0.9, halfLifeYears: 6 },
  phone: { strength: 0.85, halfLifeYears: 4 },
  founder: { strength: 0.8, halfLifeYears: 10 },
  owner: { strength: 0.8, halfLifeYears: 5 },
  director: { strength: 0.75, halfLifeYears: 5 },
  domain: { strength: 0.7, halfLifeYears: 5 },
  address: { strength: 0.7, halfLifeYears: 6 },
  employee: { strength: 0.55, halfLifeYears: 3 },
  family: { strength: 0.5, halfLifeYears: null },
  linked: { strength: 0.5, halfLifeYears: 8 },
  associate: { strength: 0.4, halfLifeYears: 5 },
};

/**
 * A fact that more parties than this have in common joins nobody: an agent's address at which thousands of firms are
 * registered, a nominee who directs hundreds. What is passed over for that is told.
 */
export const SHARERS_MAX = 50;

/** What is left of a tie's worth where so many have it: half at five, a seventh at fifty, nothing beyond. */
export function rarityOf(sharers: number): number {
  if (sharers > SHARERS_MAX) return 0;
  return sharers <= 2 ? 1 : 1 / Math.sqrt(sharers - 1);
}

/** What is left after so many years since the tie was last known. */
export function freshnessOf(kind: Exclude<TieKind, "name">, years: number): number {
  const { halfLifeYears } = TIES[kind];
  return halfLifeYears === null || years <= 0 ? 1 : 0.5 ** (years / halfLifeYears);
}
