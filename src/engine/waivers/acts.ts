import { z } from "zod";
import type { Waiver } from "./waiver.ts";
import { dayIn } from "./zone.ts";

const words = z.string().min(1).max(4_000);

/** Why a list made a waiver lie still: the party, the listing, and what was under way at that moment. */
export const listingImpactSchema = z
  .strictObject({
    party: words,
    listing: words,
    snapshot: words,
    /** Per line: what nobody has drawn, what is reserved, and what has passed. */
    lines: z
      .array(z.strictObject({ line: words, undrawn: words, reserved: words, passed: words }).readonly())
      .readonly(),
    /** Shipments that hold something: reserved, and on the way as far as the ledger knows. */
    onTheWay: z.array(words).readonly(),
    told: z.array(words).readonly(),
  })
  .readonly();
export type ListingImpact = z.infer<typeof listingImpactSchema>;

/** What happens to a waiver beside its ledger. */
export const waiverActSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("granted"), version: z.int() }),
  z.strictObject({ kind: z.literal("recorded") }),
  z.strictObject({ kind: z.literal("confirmed") }),
  z.strictObject({
    kind: z.literal("amended"),
    version: z.int(),
    changes: z.array(words).readonly(),
  }),
  z.strictObject({ kind: z.literal("suspended"), reason: words, impact: listingImpactSchema.nullable() }),
  /** A list names a party that it did not name before as certainly as a suspension takes: a person looks at it. */
  z.strictObject({ kind: z.literal("questioned"), party: words, listing: words, snapshot: words }),
  /** The list no longer names the party; a person decides whether the waiver holds again. */
  z.strictObject({
    kind: z.literal("delisted"),
    party: words,
    snapshot: words,
    told: z.array(words).readonly(),
  }),
  z.strictObject({ kind: z.literal("reinstated"), reason: words }),
  z.strictObject({ kind: z.literal("revoked"), reason: words }),
  z.strictObject({ kind: z.literal("surrendered"), reason: words }),
  z.strictObject({ kind: z.literal("published"), letter: words, version: z.int() }),
]);
export type WaiverAct = z.infer<typeof waiverActSchema>;

/** An act with the instant at which it was done, ISO 8601. */
export type DatedAct = { readonly at: string; readonly act: WaiverAct };

/** The waiver as its acts have left it: its suspensions, and the day on which it was revoked or given back. */
export function withActs(terms: Waiver, acts: readonly DatedAct[]): Waiver {
  const suspensions: { from: string; until: string | null; reason: string }[] = [
    ...(terms.suspensions ?? []),
  ];
  let ended: string | null = terms.revokedOn;
  for (const { at, act } of acts) {
    if (act.kind === "suspended") suspensions.push({ from: at, until: null, reason: act.reason });
    if (act.kind === "reinstated") for (const suspension of suspensions) suspension.until ??= at;
    if ((act.kind === "revoked" || act.kind === "surrendered") && ended === null)
      ended = dayIn(terms.zone ?? "UTC", at);
  }
  return { ...terms, revokedOn: ended, ...(suspensions.length === 0 ? {} : { suspensions }) };
}

/** Where a waiver stands at a moment. */
export type WaiverStanding =
  | "awaiting-confirmation"
  | "not-yet"
  | "in-force"
  | "suspended"
  | "exhausted"
  | "expired"
  | "revoked"
  | "surrendered";

/** What the standing is derived from: nothing of it is ever stored. */
export type StandingFacts = {
  readonly terms: Waiver;
  readonly acts: readonly DatedAct[];
  readonly confirmed: boolean;
  /** True where no line has anything left that is not drawn, or all shipments have been made and hold nothing. */
  readonly isUsedUp: boolean;
  /** ISO 8601. */
  readonly at: string;
};

/** Where the waiver stands: from its terms, its acts, its ledger and the clock of its authority. */
export function standingOf({ terms, acts, confirmed, isUsedUp, at }: StandingFacts): WaiverStanding {
  if (!confirmed) return "awaiting-confirmation";
  const known = acts.filter((one) => one.at <= at);
  if (known.some(({ act }) => act.kind === "revoked")) return "revoked";
  if (known.some(({ act }) => act.kind === "surrendered")) return "surrendered";
  const now = withActs(terms, known);
  const day = dayIn(terms.zone ?? "UTC", at);
  if (now.revokedOn !== null && day >= now.revokedOn) return "revoked";
  if (day > terms.until) return "expired";
  if ((now.suspensions ?? []).some(({ from, until }) => from <= at && (until === null || at < until)))
    return "suspended";
  if (day < terms.from || day < terms.approvedOn) return "not-yet";
  return isUsedUp ? "exhausted" : "in-force";
}

/** Whole days until the last one, as the authority counts them; negative when it is over. */
export function daysLeft(terms: Pick<Waiver, "until" | "zone">, at: string): number {
  const today = dayIn(terms.zone ?? "UTC", at);
  return Math.round((Date.parse(`${terms.until}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}
