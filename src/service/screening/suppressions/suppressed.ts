import { type Suppression, suppressionFor } from "../../../engine/check/suppression.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import { deskOf } from "../tables.ts";

/** False positives remembered at once by one organisation; more would be a list of its own. */
const SUPPRESSIONS_MAX = 200_000;

function selectStanding(trx: DatabaseTransaction) {
  return deskOf(trx)
    .selectFrom("suppressions")
    .select(["id", "subject_fingerprint", "entity_id", "listing_fingerprint", "from_day", "until_day"])
    .where("revoked_at", "is", null)
    .orderBy("id")
    .limit(SUPPRESSIONS_MAX);
}

function selectInForce(trx: DatabaseTransaction, day: string) {
  return selectStanding(trx).where("from_day", "<=", day).where("until_day", ">=", day);
}

/** A suppression as its row has it. */
export type SuppressionColumns = Awaited<
  ReturnType<ReturnType<typeof selectStanding>["executeTakeFirstOrThrow"]>
>;

/** The suppression that a row says. */
export function suppressionOf(row: SuppressionColumns): Suppression {
  return {
    reference: row.id,
    subject: row.subject_fingerprint,
    entity: row.entity_id,
    listing: row.listing_fingerprint,
    from: row.from_day,
    until: row.until_day,
  };
}

/** The organisation's suppressions that hold on a day (YYYY-MM-DD), within a transaction of the organisation. */
export async function suppressionsAt(trx: DatabaseTransaction, day: string): Promise<readonly Suppression[]> {
  return (await selectInForce(trx, day).execute()).map(suppressionOf);
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

/** Suppressions of subjects of these fingerprints, of whatever day, in the order of their ids: a part of a statement. */
export function selectSuppressionsOf(trx: DatabaseTransaction, fingerprints: readonly string[]) {
  // As one array, so that the statement is the same for any number of them.
  return selectStanding(trx).where(({ eb, fn, val }) =>
    eb("subject_fingerprint", "=", fn.any(val([...new Set(fingerprints)]))),
  );
}

/** The suppressions that hold on a day for subjects of these fingerprints, in the order of their ids. */
export async function suppressionsOfSubjects(
  trx: DatabaseTransaction,
  day: string,
  fingerprints: readonly string[],
): Promise<readonly Suppression[]> {
  if (fingerprints.length === 0) return [];
  const rows = await selectSuppressionsOf(trx, fingerprints)
    .where("from_day", "<=", day)
    .where("until_day", ">=", day)
    .execute();
  return rows.map(suppressionOf);
}
