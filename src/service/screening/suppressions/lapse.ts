import { sayDay } from "../../../engine/day.ts";
import { factDifferences, type IdentityFacts } from "../../../engine/match/identity.ts";

/** What a suppression rests on. */
export type SuppressionGround = {
  readonly subjectFingerprint: string;
  readonly subjectFacts: IdentityFacts;
  readonly listingFingerprint: string;
  readonly listingFacts: IdentityFacts;
  readonly from: string;
  readonly until: string;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
};

/** The facts as they are now; null for a side that is not known any more. */
export type FactsNow = {
  readonly subject: { readonly fingerprint: string; readonly facts: IdentityFacts } | null;
  readonly listing: { readonly fingerprint: string; readonly facts: IdentityFacts } | null;
  /** YYYY-MM-DD. */
  readonly day: string;
};

/** Where a suppression stands: it holds, or it does not and why. */
export type SuppressionState =
  | { readonly kind: "holds" }
  | {
      readonly kind: "revoked" | "not-yet" | "ended" | "subject-changed" | "listing-changed";
      readonly words: string;
    };

/** The state that follows from what it rests on, the facts as they are and the day: nobody has to set it. */
export function suppressionState(ground: SuppressionGround, now: FactsNow): SuppressionState {
  if (ground.revokedAt !== null) {
    const reason = ground.revokedReason === null ? "" : ` (${ground.revokedReason})`;
    return { kind: "revoked", words: `It was revoked on ${sayDay(ground.revokedAt)}${reason}.` };
  }
  if (now.day > ground.until) return { kind: "ended", words: `It ended on ${sayDay(ground.until)}.` };
  if (now.day < ground.from) return { kind: "not-yet", words: `It begins on ${sayDay(ground.from)}.` };
  if (now.subject !== null && now.subject.fingerprint !== ground.subjectFingerprint) {
    const what = factDifferences(ground.subjectFacts, now.subject.facts).join("; ");
    return { kind: "subject-changed", words: `The subject's facts changed: ${what}.` };
  }
  if (now.listing !== null && now.listing.fingerprint !== ground.listingFingerprint) {
    const what = factDifferences(ground.listingFacts, now.listing.facts).join("; ");
    return { kind: "listing-changed", words: `The listing's facts changed: ${what}.` };
  }
  return { kind: "holds" };
}
