import { z } from "zod";
import { daySchema } from "../day.ts";
import { fingerprint, listingFacts, subjectFacts } from "../match/identity.ts";
import type { Subject } from "../match/subject.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const sha = z.string().regex(/^[0-9a-f]{64}$/);

/** A false positive that a person decided: these facts and those of the listing are two parties, until a day. */
export const suppressionSchema = z
  .strictObject({
    /** What a finding calls it: the id of the suppression. */
    reference: z.string().min(1).max(200),
    /** Fingerprint of the subject's facts (`identity.ts`). */
    subject: sha,
    /** Id of the listed party. */
    entity: z.string().min(1).max(400),
    /** Fingerprint of the listing's facts. */
    listing: sha,
    /** The first day on which it holds, and the last. */
    from: daySchema,
    until: daySchema,
  })
  .readonly();

export type Suppression = z.infer<typeof suppressionSchema>;

/**
 * The suppression that settles this pair on the day, or null: the subject's facts and the listing's must both be the
 * very ones that were decided on.
 */
export function suppressionFor(
  suppressions: readonly Suppression[],
  snapshot: Snapshot,
  pair: { readonly subject: Subject; readonly entity: string; readonly day: string },
): Suppression | null {
  const ofEntity = suppressions.filter(
    ({ entity, from, until }) => entity === pair.entity && from <= pair.day && pair.day <= until,
  );
  if (ofEntity.length === 0) return null;
  const subject = fingerprint(subjectFacts(pair.subject));
  const index = snapshot.find(pair.entity);
  if (index < 0) return null;
  const listing = fingerprint(listingFacts(snapshot, index));
  return ofEntity.find((one) => one.subject === subject && one.listing === listing) ?? null;
}
