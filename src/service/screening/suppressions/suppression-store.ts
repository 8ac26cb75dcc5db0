import type { IdentityFacts } from "../../../engine/match/identity.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { DeskTransaction } from "../tables.ts";
import type { SuppressionGround } from "./lapse.ts";

/** A false positive that is remembered. */
export type StoredSuppression = SuppressionGround & {
  readonly id: string;
  readonly alertId: string | null;
  readonly decisionId: string | null;
  readonly subjectId: string | null;
  readonly entityId: string;
  readonly listingCaption: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly revokedBy: Actor | null;
  readonly lapsedAt: string | null;
  readonly lapsedBecause: string | null;
};

function selectSuppressions(trx: DeskTransaction) {
  return trx.selectFrom("suppressions").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSuppressions>["executeTakeFirstOrThrow"]>>;

function suppressionOf(row: Row): StoredSuppression {
  return {
    id: row.id,
    alertId: row.alert_id,
    decisionId: row.decision_id,
    subjectId: row.subject_id,
    subjectFingerprint: row.subject_fingerprint,
    subjectFacts: row.subject_facts,
    entityId: row.entity_id,
    listingCaption: row.listing_caption,
    listingFingerprint: row.listing_fingerprint,
    listingFacts: row.listing_facts,
    reason: row.reason,
    from: row.from_day,
    until: row.until_day,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedBy: row.revoked_by,
    revokedReason: row.revoked_reason,
    lapsedAt: row.lapsed_at?.toISOString() ?? null,
    lapsedBecause: row.lapsed_because,
  };
}

/** One suppression. Throws `not-found`. */
export async function readSuppression(
  trx: DeskTransaction,
  id: string,
  lock = false,
): Promise<StoredSuppression> {
  const query = selectSuppressions(trx).where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "suppression", id });
  return suppressionOf(row);
}

/** Suppressions of a stored subject with these listed parties, revoked and lapsed ones among them, the newest first. */
export async function suppressionsOfPairs(
  trx: DeskTransaction,
  subjectId: string,
  entities: readonly string[],
): Promise<readonly StoredSuppression[]> {
  if (entities.length === 0) return [];
  const rows = await selectSuppressions(trx)
    .where("subject_id", "=", subjectId)
    .where("entity_id", "in", [...entities])
    .orderBy("id", "desc")
    .execute();
  return rows.map(suppressionOf);
}

/** What a page of suppressions is asked for by. */
export type SuppressionFilter = {
  readonly subject?: string | undefined;
  readonly entity?: string | undefined;
  /** Only those that were neither revoked nor have ended on this day. */
  readonly holdsOn?: string | undefined;
};

/** Suppressions in the order of their ids, after one, at most `limit`. */
export async function listSuppressions(
  trx: DeskTransaction,
  filter: SuppressionFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly StoredSuppression[]> {
  let query = selectSuppressions(trx).orderBy("id").limit(page.limit);
  if (page.after !== null) query = query.where("id", ">", page.after);
  if (filter.subject !== undefined) query = query.where("subject_id", "=", filter.subject);
  if (filter.entity !== undefined) query = query.where("entity_id", "=", filter.entity);
  if (filter.holdsOn !== undefined) {
    query = query
      .where("revoked_at", "is", null)
      .where("lapsed_at", "is", null)
      .where("from_day", "<=", filter.holdsOn)
      .where("until_day", ">=", filter.holdsOn);
  }
  return (await query.execute()).map(suppressionOf);
}

/** Remembers a false positive; gives its id. */
export async function addSuppression(
  trx: DeskTransaction,
  made: {
    readonly organizationId: string;
    readonly alertId: string | null;
    readonly decisionId: string | null;
    readonly subjectId: string | null;
    readonly subject: { readonly fingerprint: string; readonly facts: IdentityFacts };
    readonly entityId: string;
    readonly listingCaption: string;
    readonly listing: { readonly fingerprint: string; readonly facts: IdentityFacts };
    readonly reason: string;
    readonly from: string;
    readonly until: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const id = newId("sup");
  await trx
    .insertInto("suppressions")
    .values({
      organization_id: made.organizationId,
      id,
      alert_id: made.alertId,
      decision_id: made.decisionId,
      subject_id: made.subjectId,
      subject_fingerprint: made.subject.fingerprint,
      subject_facts: JSON.stringify(made.subject.facts),
      entity_id: made.entityId,
      listing_caption: made.listingCaption,
      listing_fingerprint: made.listing.fingerprint,
      listing_facts: JSON.stringify(made.listing.facts),
      reason: made.reason,
      from_day: made.from,
      until_day: made.until,
      created_at: made.at,
      created_by: JSON.stringify(made.by),
      revoked_at: null,
      revoked_by: null,
      revoked_reason: null,
      lapsed_at: null,
      lapsed_because: null,
    })
    .execute();
  return id;
}

/** Revokes suppressions that stand: those of a decision that was taken back, or one by its id. Gives how many. */
export async function revokeSuppressions(
  trx: DeskTransaction,
  which: { readonly id: string } | { readonly decisionId: string },
  made: { readonly by: Actor; readonly at: Date; readonly reason: string },
): Promise<number> {
  let query = trx
    .updateTable("suppressions")
    .set({ revoked_at: made.at, revoked_by: JSON.stringify(made.by), revoked_reason: made.reason })
    .where("revoked_at", "is", null);
  query =
    "id" in which ? query.where("id", "=", which.id) : query.where("decision_id", "=", which.decisionId);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Writes down that a suppression was seen to hold no longer, once. */
export async function noteLapse(
  trx: DeskTransaction,
  id: string,
  lapse: { readonly at: Date; readonly words: string },
): Promise<void> {
  await trx
    .updateTable("suppressions")
    .set({ lapsed_at: lapse.at, lapsed_because: lapse.words })
    .where("id", "=", id)
    .where("lapsed_at", "is", null)
    .execute();
}
