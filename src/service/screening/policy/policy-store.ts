import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { DeskTransaction } from "../tables.ts";
import { DEFAULT_ORGANIZATION_POLICY, type OrganizationPolicy, type PolicyInForce } from "./policy.ts";

/** The row of the policy in force at a moment, if there is one: for a statement that reads more than that. */
export function selectPolicyInForce(trx: DeskTransaction, now: Date) {
  return trx
    .selectFrom("desk_policies")
    .select(["version", "body"])
    .where("state", "=", "approved")
    .where("effective_from", "<=", now)
    .orderBy("version", "desc")
    .limit(1);
}

/** The policy in force at a moment: the newest one approved whose day has come, or the default. */
export async function policyInForce(trx: DeskTransaction, now: Date): Promise<PolicyInForce> {
  return policyOfRow(await selectPolicyInForce(trx, now).executeTakeFirst());
}

/** The policy that a row says, or the default where there is none. */
export function policyOfRow(
  row: { readonly version: number | null; readonly body: Partial<OrganizationPolicy> } | undefined,
): PolicyInForce {
  if (row === undefined || row.version === null) return { version: 0, policy: DEFAULT_ORGANIZATION_POLICY };
  // A policy written before a member was added takes the default for it.
  return { version: row.version, policy: { ...DEFAULT_ORGANIZATION_POLICY, ...row.body } };
}

/** One version of a policy, proposed, approved or refused. */
export type PolicyRecord = {
  readonly id: string;
  readonly version: number | null;
  readonly state: "proposed" | "approved" | "rejected" | "withdrawn";
  readonly policy: OrganizationPolicy;
  readonly reason: string;
  readonly effectiveFrom: string;
  readonly proposedAt: string;
  readonly proposedBy: Actor;
  readonly decidedAt: string | null;
  readonly decidedBy: Actor | null;
  readonly decidedReason: string | null;
};

/** Versions of one organisation that are shown: a change a week for ten years. */
const HISTORY_MAX = 520;

/** All versions proposed, the newest first. */
export async function policyHistory(trx: DeskTransaction): Promise<readonly PolicyRecord[]> {
  const rows = await trx
    .selectFrom("desk_policies")
    .selectAll()
    .orderBy("proposed_at", "desc")
    .orderBy("id", "desc")
    .limit(HISTORY_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    policy: row.body,
    reason: row.reason,
    effectiveFrom: row.effective_from.toISOString(),
    proposedAt: row.proposed_at.toISOString(),
    proposedBy: row.proposed_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    decidedReason: row.decided_reason,
  }));
}

/** Proposes a policy; one may await its decision at a time. Throws `conflict` where another does. */
export async function proposePolicy(
  trx: DeskTransaction,
  asked: {
    readonly organizationId: string;
    readonly policy: OrganizationPolicy;
    readonly reason: string;
    readonly effectiveFrom: Date;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const waiting = await trx
    .selectFrom("desk_policies")
    .select("id")
    .where("state", "=", "proposed")
    .executeTakeFirst();
  if (waiting !== undefined) {
    throw new Fault({
      code: "conflict",
      what: "policy",
      reason: `${waiting.id} awaits its decision; approve, reject or withdraw it first`,
    });
  }
  const id = newId("pol");
  await trx
    .insertInto("desk_policies")
    .values({
      organization_id: asked.organizationId,
      id,
      version: null,
      body: JSON.stringify(asked.policy),
      reason: asked.reason,
      state: "proposed",
      effective_from: asked.effectiveFrom,
      proposed_at: asked.at,
      proposed_by: JSON.stringify(asked.by),
      decided_at: null,
      decided_by: null,
      decided_reason: null,
    })
    .execute();
  return id;
}

/** What a second person does with a proposed policy; the first may only withdraw it. */
export type PolicyDecision = "approved" | "rejected" | "withdrawn";

/**
 * Decides on a proposed policy. An approval takes the next version, and is in force from the day proposed or from now,
 * whichever is later: no rule is changed for the past. Throws `rule-broken` where the proposer decides, or another
 * withdraws.
 */
export async function decidePolicy(
  trx: DeskTransaction,
  asked: {
    readonly id: string;
    readonly decision: PolicyDecision;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const row = await trx
    .selectFrom("desk_policies")
    .selectAll()
    .where("id", "=", asked.id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "policy", id: asked.id });
  if (row.state !== "proposed")
    throw new Fault({ code: "conflict", what: "policy", reason: `${row.id} is ${row.state} already` });
  const own = row.proposed_by.id === asked.by.id;
  if (asked.by.kind !== "person") throw refuse("person-decides", "A person decides on a policy, not a key.");
  if (own && asked.decision !== "withdrawn")
    throw refuse(
      "four-eyes",
      "A change of policy needs a second person: whoever proposed it cannot decide on it.",
    );
  if (!own && asked.decision === "withdrawn")
    throw refuse("own-proposal", "Only the person who proposed a policy can withdraw it.");
  const last = await trx
    .selectFrom("desk_policies")
    .select(({ fn }) => fn.max("version").as("version"))
    .executeTakeFirst();
  const approved = asked.decision === "approved";
  await trx
    .updateTable("desk_policies")
    .set({
      state: asked.decision,
      version: approved ? (last?.version ?? 0) + 1 : null,
      effective_from: approved && row.effective_from < asked.at ? asked.at : row.effective_from,
      decided_at: asked.at,
      decided_by: JSON.stringify(asked.by),
      decided_reason: asked.reason,
    })
    .where("id", "=", asked.id)
    .execute();
}

function refuse(rule: string, reason: string): Fault {
  return new Fault({ code: "rule-broken", rule, reason });
}

/** The business line that a person belongs to, or null for none. */
export async function businessLineOf(trx: DeskTransaction, personId: string): Promise<string | null> {
  const row = await trx
    .selectFrom("desk_people")
    .select("business_line")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.business_line ?? null;
}

/** Everybody who belongs to a business line. */
export async function businessLines(
  trx: DeskTransaction,
): Promise<readonly { readonly personId: string; readonly businessLine: string }[]> {
  const rows = await trx
    .selectFrom("desk_people")
    .select(["person_id", "business_line"])
    .orderBy("person_id")
    .execute();
  return rows.flatMap(({ person_id: personId, business_line: businessLine }) =>
    businessLine === null ? [] : [{ personId, businessLine }],
  );
}

/** States the business line of a person, or that there is none. */
export async function setBusinessLine(
  trx: DeskTransaction,
  asked: {
    readonly organizationId: string;
    readonly personId: string;
    readonly businessLine: string | null;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const values = {
    business_line: asked.businessLine,
    set_at: asked.at,
    set_by: JSON.stringify(asked.by),
  };
  await trx
    .insertInto("desk_people")
    .values({ organization_id: asked.organizationId, person_id: asked.personId, ...values })
    .onConflict((conflict) => conflict.columns(["organization_id", "person_id"]).doUpdateSet(values))
    .execute();
}
