import { calendarOf } from "../../../engine/waivers/bundled-forms.ts";
import type { ApplicationEvent, ItemOutcome, Proposal } from "../../../engine/waivers/course.ts";
import { changesBetween, waiverOf } from "../../../engine/waivers/grant.ts";
import { proposalReasons } from "../../../engine/waivers/rules.ts";
import { Fault, must } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { issueLetter, type LetterParts } from "../letters/letter-store.ts";
import { partiesOfFile } from "../standing/screen-waivers.ts";
import type { Actor, StoredTerms, WaiverParty, WaiverTransaction } from "../tables.ts";
import { addAct, amendWaiver, keepWaiver, readWaiver } from "../waiver-store.ts";
import { type Application, addEvent, readApplication, templateOrFault } from "./application-store.ts";
import { assertApart, courseIn } from "./submit.ts";

type Made = { readonly organizationId: string; readonly by: Actor; readonly at: Date };

function refuse(rule: string, reason: string): Fault {
  return new Fault({ code: "rule-broken", rule, reason });
}

/** A decision that waits for its second person, or was confirmed or sent back. */
export type Decision = {
  readonly id: string;
  readonly template: string;
  readonly proposal: Proposal;
  readonly reviewerId: string;
  readonly proposedAt: string;
  readonly countersignerId: string | null;
  readonly outcome: "confirmed" | "sent-back" | null;
  readonly countersignedAt: string | null;
};

/** The decisions on an application, the oldest first. */
async function decisionsOn(trx: WaiverTransaction, applicationId: string): Promise<readonly Decision[]> {
  const rows = await trx
    .selectFrom("waiver_decisions")
    .selectAll()
    .where("application_id", "=", applicationId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    template: row.authority,
    proposal: row.proposal,
    reviewerId: row.reviewer_id,
    proposedAt: row.proposed_at.toISOString(),
    countersignerId: row.countersigner_id,
    outcome: row.outcome,
    countersignedAt: row.countersigned_at?.toISOString() ?? null,
  }));
}

const officeOf = (template: string) => {
  const found = templateOrFault(template);
  return { template: found, calendar: calendarOf(found) };
};

/** A reviewer proposes what is to be decided, line by line. Throws `rule-broken` with every reason against it. */
export async function propose(
  trx: WaiverTransaction,
  asked: Made & { readonly applicationId: string; readonly template: string; readonly proposal: Proposal },
): Promise<Application> {
  const { applicationId, template, proposal, at, by } = asked;
  const application = await readApplication(trx, applicationId, at, true);
  assertApart(application, by);
  const course = courseIn(application, template, at);
  if (course.decision !== null)
    throw refuse("one-proposal", "A proposal waits for its second person already, or it is decided.");
  const ended = ["not-submitted", "withdrawn", "approved", "refused", "further-review"];
  if (ended.includes(course.phase))
    throw refuse("course", `Nothing is to be decided: the course stands at “${course.phase}”.`);
  const reasons = proposalReasons(proposal, application.file, course, officeOf(template), at.toISOString());
  if (reasons.length > 0) throw refuse("proposal", `This cannot be proposed: ${reasons.join("; ")}.`);
  const id = newId("wvd");
  await trx
    .insertInto("waiver_decisions")
    .values({
      organization_id: asked.organizationId,
      id,
      application_id: applicationId,
      authority: template,
      applicant_id: application.applicant.id,
      reviewer_id: by.id,
      proposal: JSON.stringify(proposal),
      proposed_at: at,
      countersigner_id: null,
      outcome: null,
      countersigned_at: null,
    })
    .execute();
  await addEvent(trx, { kind: "proposed", template, decision: id }, { ...asked, applicationId });
  return readApplication(trx, applicationId, at);
}

/** A second person confirms the proposal, and it is decided; or sends it back with a reason. */
export async function countersign(
  trx: WaiverTransaction,
  parts: LetterParts,
  asked: Made & {
    readonly applicationId: string;
    readonly template: string;
    readonly confirms: boolean;
    readonly reason: string;
  },
): Promise<Application> {
  const { applicationId, template, at, by, confirms } = asked;
  const application = await readApplication(trx, applicationId, at, true);
  const row = await trx
    .selectFrom("waiver_decisions")
    .selectAll()
    .where("application_id", "=", applicationId)
    .where("authority", "=", template)
    .where("outcome", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw refuse("one-proposal", "No proposal waits for a second person.");
  assertApart(application, by);
  if (row.reviewer_id === by.id)
    throw refuse("four-eyes", "Whoever proposed a decision cannot countersign it.");
  if (confirms) {
    // Between proposal and countersignature a member may have held or objected.
    const course = { ...courseIn(application, template, at), decision: null };
    const reasons = proposalReasons(
      row.proposal,
      application.file,
      course,
      officeOf(template),
      at.toISOString(),
    );
    if (reasons.length > 0)
      throw refuse("proposal", `This cannot be confirmed any more: ${reasons.join("; ")}.`);
  }
  await trx
    .updateTable("waiver_decisions")
    .set({ countersigner_id: by.id, outcome: confirms ? "confirmed" : "sent-back", countersigned_at: at })
    .where("id", "=", row.id)
    .execute();
  if (!confirms) {
    const event: ApplicationEvent = { kind: "sent-back", template, decision: row.id, reason: asked.reason };
    await addEvent(trx, event, { ...asked, applicationId });
    return readApplication(trx, applicationId, at);
  }
  const reviewer = must(
    application.events.findLast(({ event }) => event.kind === "proposed" && event.decision === row.id)?.by,
    "who proposed stands in the events",
  );
  const waiver = await grant(trx, parts, { ...asked, application, proposal: row.proposal, reviewer });
  const event: ApplicationEvent = {
    kind: "decided",
    template,
    decision: row.id,
    outcome: outcomeOf(row.proposal.items),
    items: row.proposal.items,
    waiver,
  };
  await addEvent(trx, event, { ...asked, applicationId });
  return readApplication(trx, applicationId, at);
}

function outcomeOf(items: readonly ItemOutcome[]): "approved" | "refused" | "further-review" {
  if (items.some(({ outcome }) => outcome === "approved")) return "approved";
  return items.some(({ outcome }) => outcome === "further-review") ? "further-review" : "refused";
}

/** The waiver that the decision gives, kept with its letter; the next version of the one amended. Null where nothing is approved. */
async function grant(
  trx: WaiverTransaction,
  parts: LetterParts,
  given: Made & {
    readonly template: string;
    readonly application: Application;
    readonly proposal: Proposal;
    readonly reviewer: Actor;
  },
): Promise<string | null> {
  const { application, proposal, organizationId, by, at } = given;
  const terms = waiverOf(proposal, application.file, officeOf(given.template));
  if (terms === null) return null;
  const parties = partiesOfFile(application.file);
  const made = {
    organizationId,
    by: given.reviewer,
    at,
    parties,
    application: { id: application.id, file: application.file },
  };
  if (application.waiverId !== null) return amend(trx, parts, { ...given, terms, parties });
  const waiverId = await keepWaiver(trx, { ...made, terms, confirmedBy: by });
  await addAct(trx, { kind: "granted", version: 1 }, { organizationId, by, at, waiverId });
  await issueLetter(trx, parts, { organizationId, waiverId, version: 1, terms, by, at });
  return waiverId;
}

async function amend(
  trx: WaiverTransaction,
  parts: LetterParts,
  given: Made & {
    readonly application: Application;
    readonly terms: StoredTerms;
    readonly parties: readonly WaiverParty[];
  },
): Promise<string> {
  const { application, organizationId, by, at, parties } = given;
  const waiver = await readWaiver(trx, must(application.waiverId, "an amendment names its waiver"), at, true);
  const terms = { ...given.terms, reference: waiver.reference, approvedOn: waiver.terms.approvedOn };
  if (waiver.standing === "revoked" || waiver.standing === "surrendered")
    throw refuse(
      "standing",
      `${waiver.reference} was ${waiver.standing} meanwhile; what has ended is applied for anew, not amended.`,
    );
  if (terms.authority !== waiver.authority)
    throw refuse(
      "own-authority",
      `${waiver.reference} is of ${waiver.authority}; another authority does not amend it.`,
    );
  const changes = changesBetween(waiver.terms, terms);
  await amendWaiver(trx, waiver, {
    organizationId,
    by,
    at,
    terms,
    parties,
    application: { id: application.id, file: application.file },
    changes,
  });
  const version = waiver.version + 1;
  await issueLetter(trx, parts, { organizationId, waiverId: waiver.id, version, terms, by, at });
  return waiver.id;
}

/** An application as it is shown: with the decisions on it. */
export async function withDecisions(trx: WaiverTransaction, application: Application) {
  return { ...application, decisions: await decisionsOn(trx, application.id) };
}
