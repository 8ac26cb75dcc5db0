import { type Suppression, suppressionFor } from "../../../engine/check/suppression.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import { deskOf } from "../tables.ts";

/** False positives remembered at once by one organisation; more would be a list of its own. */
const SUPPRESSIONS_MAX = 200_000;

/**
 * The organisation's suppressions that hold on a day (YYYY-MM-DD), within a transaction of the organisation; only those
 * of these listed parties where they are named.
 */
export async function suppressionsAt(
  trx: DatabaseTransaction,
  day: string,
  entities: readonly string[] | null = null,
): Promise<readonly Suppression[]> {
  let query = deskOf(trx)
    .selectFrom("suppressions")
    .select(["id", "subject_fingerprint", "entity_id", "listing_fingerprint", "from_day", "until_day"])
    .where("revoked_at", "is", null)
    .where("from_day", "<=", day)
    .where("until_day", ">=", day);
  if (entities !== null) {
    if (entities.length === 0) return [];
    query = query.where("entity_id", "in", [...new Set(entities)]);
  }
  const rows = await query.orderBy("id").limit(SUPPRESSIONS_MAX).execute();
  return rows.map((row) => ({
    reference: row.id,
    subject: row.subject_fingerprint,
    entity: row.entity_id,
    listing: row.listing_fingerprint,
    from: row.from_day,
    until: row.until_day,
  }));
}

/**
 * The suppression that settles this subject and listed party, or null. It holds while the facts of both sides are the
 * very ones that were decided on. The one function by which matches, checks, batches and re-screening honour decisions.
 */
export function suppressedFor(
  suppressions: readonly Suppression[],
  snapshot: Snapshot,
  subject: Subject,
  entity: string,
  day: string,
): Suppression | null {
  return suppressionFor(suppressions, snapshot, { subject, entity, day });
}
