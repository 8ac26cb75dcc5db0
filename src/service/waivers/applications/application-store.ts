import { type ApplicationFile, changeFile, EMPTY_APPLICATION } from "../../../engine/waivers/application.ts";
import { calendarOf, templateNamed } from "../../../engine/waivers/bundled-forms.ts";
import {
  type ApplicationEvent,
  type Course,
  courseOf,
  type DatedEvent,
} from "../../../engine/waivers/course.ts";
import { windowWarnings } from "../../../engine/waivers/grant.ts";
import { conflictsIn, missingFrom, type PaperNote } from "../../../engine/waivers/paperwork.ts";
import { OPEN_PHASES } from "../../../engine/waivers/rules.ts";
import type { WaiverTemplate } from "../../../engine/waivers/template.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { publish } from "../../../platform/live/publish.ts";
import { appendReceipt } from "../../../platform/receipts/append.ts";
import { type Actor, plainOf, type WaiverTransaction } from "../tables.ts";

type Made = { readonly organizationId: string; readonly by: Actor; readonly at: Date };

/** What one authority's form lacks. */
export type FormState = { readonly template: string; readonly missing: readonly PaperNote[] };

/** An application with what follows from its file, its events and the clock. */
export type Application = {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly kind: "new" | "amendment" | "extension";
  readonly waiverId: string | null;
  readonly version: number;
  readonly file: ApplicationFile;
  readonly applicant: Actor;
  readonly authors: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly events: readonly (DatedEvent & { readonly sequence: number; readonly by: Actor })[];
  readonly courses: readonly Course[];
  readonly forms: readonly FormState[];
  readonly conflicts: readonly PaperNote[];
  readonly warnings: readonly string[];
  readonly attachments: readonly {
    readonly id: string;
    readonly item: string | null;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  }[];
};

/** A template by its id. Throws `input-invalid` for one that is none. */
export function templateOrFault(id: string): WaiverTemplate {
  const template = templateNamed(id);
  if (template !== null) return template;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "approval",
    reason: `there is no template ${id}; GET /api/v1/waiver-templates lists them`,
  });
}

/** Begins an application; gives its id. Throws `input-invalid` for a file that is none. */
export async function beginApplication(
  trx: WaiverTransaction,
  asked: Made & {
    readonly title: string;
    readonly file: Readonly<Record<string, unknown>>;
    readonly amends: { readonly kind: "amendment" | "extension"; readonly waiverId: string } | null;
  },
): Promise<string> {
  const id = newId("wva");
  const file = changeFile(EMPTY_APPLICATION, asked.file);
  for (const one of file.approvals) templateOrFault(one);
  await trx
    .insertInto("waiver_applications")
    .values({
      organization_id: asked.organizationId,
      id,
      title: asked.title,
      kind: asked.amends?.kind ?? "new",
      waiver_id: asked.amends?.waiverId ?? null,
      version: 1,
      file: JSON.stringify(file),
      applicant_id: asked.by.id,
      created_at: asked.at,
      created_by: JSON.stringify(asked.by),
      updated_at: asked.at,
    })
    .execute();
  await addAuthor(trx, id, asked);
  await publish(plainOf(trx), {
    organizationId: asked.organizationId,
    kind: "waiver-application.changed",
    id,
    at: asked.at,
  });
  return id;
}

/** Remembers that this person wrote in the application. */
export async function addAuthor(
  trx: WaiverTransaction,
  applicationId: string,
  { organizationId, by }: Pick<Made, "organizationId" | "by">,
): Promise<void> {
  await trx
    .insertInto("waiver_application_authors")
    .values({ organization_id: organizationId, application_id: applicationId, person_id: by.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type ListPage = { readonly before: string | null; readonly limit: number };

/** Applications as their lists show them: the newest first. */
export async function listApplications(
  trx: WaiverTransaction,
  page: ListPage,
  at: Date,
): Promise<readonly Application[]> {
  let query = trx.selectFrom("waiver_applications").select("id").orderBy("id", "desc").limit(page.limit);
  if (page.before !== null) query = query.where("id", "<", page.before);
  const ids = await query.execute();
  const applications: Application[] = [];
  for (const { id } of ids) applications.push(await readApplication(trx, id, at));
  return applications;
}

/** One application. Throws `not-found`. With `lock` nobody else changes it until the transaction ends. */
export async function readApplication(
  trx: WaiverTransaction,
  id: string,
  at: Date,
  lock = false,
): Promise<Application> {
  const query = trx.selectFrom("waiver_applications").selectAll().where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "application", id });
  const events = (
    await trx
      .selectFrom("waiver_application_events")
      .select(["sequence", "at", "by", "event"])
      .where("application_id", "=", id)
      .orderBy("sequence")
      .execute()
  ).map((one) => ({ sequence: one.sequence, at: one.at.toISOString(), by: one.by, event: one.event }));
  const authors = await trx
    .selectFrom("waiver_application_authors")
    .select("person_id")
    .where("application_id", "=", id)
    .execute();
  const attachments = await trx
    .selectFrom("waiver_attachments")
    .select(["id", "item", "name", "media_type", "size", "sha256"])
    .where("application_id", "=", id)
    .orderBy("id")
    .execute();
  const now = at.toISOString();
  const asked = new Set([
    ...row.file.approvals,
    ...events.flatMap(({ event }) => (event.kind === "submitted" ? event.approvals : [])),
  ]);
  const templates = [...asked].flatMap((one) => templateNamed(one) ?? []);
  const courses = templates.map((template) => courseOf(template, calendarOf(template), events, now));
  const windows = await windowsOf(trx, courses);
  return {
    id,
    organizationId: row.organization_id,
    title: row.title,
    kind: row.kind,
    waiverId: row.waiver_id,
    version: row.version,
    file: row.file,
    applicant: row.created_by,
    authors: authors.map(({ person_id }) => person_id),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    events,
    courses,
    forms: templates.map((template) => ({
      template: template.id,
      missing: [...missingFrom(row.file, template), ...changesMissing(row.kind, row.file)],
    })),
    conflicts: conflictsIn(row.file, templates, now.slice(0, 10)),
    warnings: windowWarnings(
      templates.flatMap((template, index) => {
        const course = courses[index];
        return course === undefined ? [] : [{ template, course, window: windows.get(template.id) ?? null }];
      }),
      now.slice(0, 10),
    ),
    attachments: attachments.map((one) => ({
      id: one.id,
      item: one.item,
      name: one.name,
      mediaType: one.media_type,
      size: one.size,
      sha256: one.sha256,
    })),
  };
}

function changesMissing(kind: Application["kind"], { changes }: ApplicationFile): readonly PaperNote[] {
  if (kind === "new" || changes.trim() !== "") return [];
  return [{ where: "changes", words: `What the ${kind} changes, and why.` }];
}

/** The windows of the waivers that the courses gave. */
async function windowsOf(trx: WaiverTransaction, courses: readonly Course[]) {
  const given = courses.flatMap(({ template, decision }) =>
    decision?.waiver == null ? [] : [{ template, waiver: decision.waiver }],
  );
  const rows =
    given.length === 0
      ? []
      : await trx
          .selectFrom("waivers")
          .select(["id", "from_day", "until_day"])
          .where(
            "id",
            "in",
            given.map(({ waiver }) => waiver),
          )
          .execute();
  const byId = new Map(rows.map((row) => [row.id, { from: row.from_day, until: row.until_day }]));
  return new Map(
    given.flatMap(({ template, waiver }) => {
      const window = byId.get(waiver);
      return window === undefined ? [] : [[template, window] as const];
    }),
  );
}

/** Throws `rule-broken` while an authority works on the file: what it decides on is what it was given. */
export function assertEditable({ courses }: Application): void {
  const open = courses.find(({ phase }) => OPEN_PHASES.has(phase));
  if (open === undefined) return;
  throw new Fault({
    code: "rule-broken",
    rule: "file-submitted",
    reason: `the file lies with ${templateNamed(open.template)?.office ?? open.template}; withdraw it, or answer their questions`,
  });
}

/** Writes a changed file as the application's next version. */
export async function saveFile(
  trx: WaiverTransaction,
  application: Application,
  made: Made & { readonly file: ApplicationFile; readonly title?: string },
): Promise<void> {
  assertEditable(application);
  for (const one of made.file.approvals) templateOrFault(one);
  await trx
    .updateTable("waiver_applications")
    .set({
      file: JSON.stringify(made.file),
      version: application.version + 1,
      updated_at: made.at,
      ...(made.title === undefined ? {} : { title: made.title }),
    })
    .where("id", "=", application.id)
    .execute();
  await addAuthor(trx, application.id, made);
}

/** Writes down an event, with its receipt in the organisation's log. */
export async function addEvent(
  trx: WaiverTransaction,
  event: ApplicationEvent,
  { organizationId, by, at, applicationId }: Made & { readonly applicationId: string },
): Promise<void> {
  const last = await trx
    .selectFrom("waiver_application_events")
    .select(({ fn }) => fn.max("sequence").as("sequence"))
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  const receipt = await appendReceipt(plainOf(trx), {
    organizationId,
    kind: `waiver-application.${event.kind}`,
    at,
    body: { application: applicationId, by, event },
  });
  await trx
    .insertInto("waiver_application_events")
    .values({
      organization_id: organizationId,
      application_id: applicationId,
      sequence: (last?.sequence ?? 0) + 1,
      at,
      by: JSON.stringify(by),
      event: JSON.stringify(event),
      receipt_sequence: receipt.sequence,
    })
    .execute();
  await publish(plainOf(trx), {
    organizationId,
    kind: "waiver-application.changed",
    id: applicationId,
    at,
    data: { event: event.kind },
  });
}
