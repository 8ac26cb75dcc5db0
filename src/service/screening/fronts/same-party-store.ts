import { newId } from "../../../platform/database/id.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { StoredSubject } from "../subjects/subject-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { factsPrint } from "./fact-keys.ts";

/** What a person decided of two subjects, with the facts of then. */
export type SamePartyDecision = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly fingerprintA: string;
  readonly fingerprintB: string;
  readonly same: boolean;
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
};

/** Every decision that names one of the subjects, the newest first. */
export async function decisionsAmong(
  trx: DeskTransaction,
  ids: readonly string[],
): Promise<readonly SamePartyDecision[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("same_party_decisions")
    .selectAll()
    .where((where) => where.or([where("subject_a", "in", [...ids]), where("subject_b", "in", [...ids])]))
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    a: row.subject_a,
    b: row.subject_b,
    fingerprintA: row.fingerprint_a,
    fingerprintB: row.fingerprint_b,
    same: row.same,
    reason: row.reason,
    at: row.at.toISOString(),
    by: row.by,
  }));
}

/** Of each pair the newest decision, where both sides' facts are still those that were looked at. */
export function standingDecisions(
  decisions: readonly SamePartyDecision[],
  subjects: ReadonlyMap<string, StoredSubject>,
): readonly SamePartyDecision[] {
  const newest = new Map<string, SamePartyDecision>();
  for (const decision of decisions) {
    const pair = `${decision.a} ${decision.b}`;
    if (!newest.has(pair)) newest.set(pair, decision);
  }
  return [...newest.values()].filter(
    ({ a, b, fingerprintA, fingerprintB }) =>
      isAsThen(subjects.get(a), fingerprintA) && isAsThen(subjects.get(b), fingerprintB),
  );
}

const isAsThen = (subject: StoredSubject | undefined, print: string): boolean =>
  subject !== undefined && factsPrint(subject) === print;

/** Keeps what a person decided. Nothing before it is changed. */
export async function addSamePartyDecision(
  trx: DeskTransaction,
  decided: {
    readonly organizationId: string;
    readonly subjects: readonly [StoredSubject, StoredSubject];
    readonly same: boolean;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const [one, other] = decided.subjects;
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const id = newId("one");
  await trx
    .insertInto("same_party_decisions")
    .values({
      organization_id: decided.organizationId,
      id,
      subject_a: a.id,
      subject_b: b.id,
      fingerprint_a: factsPrint(a),
      fingerprint_b: factsPrint(b),
      same: decided.same,
      reason: decided.reason,
      at: decided.at,
      by: JSON.stringify(decided.by),
    })
    .execute();
  return id;
}
