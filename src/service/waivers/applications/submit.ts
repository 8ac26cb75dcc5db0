import { calendarOf } from "../../../engine/waivers/bundled-forms.ts";
import { type ApplicationEvent, type Course, courseOf, templateOf } from "../../../engine/waivers/course.ts";
import type { PaperNote } from "../../../engine/waivers/paperwork.ts";
import { eventReason } from "../../../engine/waivers/rules.ts";
import { Fault } from "../../../fault.ts";
import type { Actor, WaiverTransaction } from "../tables.ts";
import {
  type Application,
  addAuthor,
  addEvent,
  readApplication,
  templateOrFault,
} from "./application-store.ts";

type Made = { readonly organizationId: string; readonly by: Actor; readonly at: Date };

/** Sentences of notes that one refusal repeats: who sees twenty looks at the form. */
const NOTES_MAX = 20;

function refuse(rule: string, reason: string): Fault {
  return new Fault({ code: "rule-broken", rule, reason });
}

/** The course of one authority in an application. */
export function courseIn(application: Application, template: string, at: Date): Course {
  const found = templateOrFault(template);
  return courseOf(found, calendarOf(found), application.events, at.toISOString());
}

/** Throws `rule-broken` where this person wrote in the application: nobody decides on what they asked for. */
export function assertApart(application: Application, by: Actor): void {
  if (by.kind !== "person") throw refuse("person-decides", "A person decides on an application, not a key.");
  if (application.applicant.id === by.id || application.authors.includes(by.id))
    throw refuse(
      "own-application",
      "Whoever applied for it, or wrote in it, takes no part in deciding on it.",
    );
}

/** Throws `rule-broken` where the event cannot happen now in the course that it is of. */
export function assertMayHappen(application: Application, event: ApplicationEvent, at: Date): void {
  const templates =
    event.kind === "submitted"
      ? event.approvals
      : templateOf(event) === null
        ? application.courses.map(({ template }) => template)
        : [templateOf(event) ?? ""];
  const reasons = templates.map((id) =>
    eventReason(event, courseIn(application, id, at), templateOrFault(id), at.toISOString()),
  );
  // A withdrawal is of all that still runs; any other event must be possible wherever it goes.
  const stands =
    event.kind === "withdrawn" ? reasons.every((one) => one !== null) : reasons.some((one) => one !== null);
  if (stands) throw refuse("course", reasons.find((one) => one !== null) ?? "nothing was submitted");
}

/**
 * Submits the file as it is to the authorities named. Throws `rule-broken` with what is missing or does not agree, in words
 * that an applicant can act on.
 */
export async function submitApplication(
  trx: WaiverTransaction,
  id: string,
  approvals: readonly string[],
  made: Made,
): Promise<Application> {
  const application = await readApplication(trx, id, made.at, true);
  const event: ApplicationEvent = { kind: "submitted", version: application.version, approvals };
  const unasked = approvals.find((one) => !application.file.approvals.includes(one));
  if (unasked !== undefined)
    throw refuse(
      "approval-chosen",
      `${templateOrFault(unasked).title} is not among the approvals of this application.`,
    );
  assertMayHappen(application, event, made.at);
  const notes: PaperNote[] = [
    ...application.forms
      .filter(({ template }) => approvals.includes(template))
      .flatMap(({ missing }) => missing),
    ...application.conflicts,
  ];
  const sentences = [...new Set(notes.map(({ words }) => words))];
  if (sentences.length > 0) {
    const more = sentences.length > NOTES_MAX ? ` … and ${sentences.length - NOTES_MAX} more` : "";
    throw refuse(
      "form-complete",
      `The form is not complete: ${sentences.slice(0, NOTES_MAX).join(" ")}${more}`,
    );
  }
  const versions = await trx
    .selectFrom("waiver_application_versions")
    .select("version")
    .where("application_id", "=", id)
    .where("version", "=", application.version)
    .executeTakeFirst();
  if (versions === undefined)
    await trx
      .insertInto("waiver_application_versions")
      .values({
        organization_id: made.organizationId,
        application_id: id,
        version: application.version,
        file: JSON.stringify(application.file),
        at: made.at,
        by: JSON.stringify(made.by),
      })
      .execute();
  await addAuthor(trx, id, made);
  await addEvent(trx, event, { ...made, applicationId: id });
  return readApplication(trx, id, made.at);
}

/** Writes down what the applicant does after submission: answers, withdraws, appeals, gives notice. */
export async function applicantActs(
  trx: WaiverTransaction,
  id: string,
  event: ApplicationEvent,
  made: Made,
): Promise<Application> {
  const application = await readApplication(trx, id, made.at, true);
  assertMayHappen(application, event, made.at);
  await addAuthor(trx, id, made);
  await addEvent(trx, event, { ...made, applicationId: id });
  return readApplication(trx, id, made.at);
}

/** An event of the authority's side, as it is asked for: a question gets its number here. */
export type OfficeEvent = Exclude<
  ApplicationEvent,
  {
    readonly kind:
      | "submitted"
      | "answered"
      | "withdrawn"
      | "appealed"
      | "noticed"
      | "proposed"
      | "sent-back"
      | "decided";
  }
>;

/** Writes down what happens at the authority: forwarded, circulated, held, lifted, objected, asked. */
export async function officeActs(
  trx: WaiverTransaction,
  id: string,
  event: OfficeEvent,
  made: Made,
): Promise<Application> {
  const application = await readApplication(trx, id, made.at, true);
  assertApart(application, made.by);
  assertMayHappen(application, event, made.at);
  await addEvent(trx, event, { ...made, applicationId: id });
  return readApplication(trx, id, made.at);
}
