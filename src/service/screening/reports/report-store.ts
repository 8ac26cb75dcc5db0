import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Actor, DecisionMade } from "../alerts/alert-state.ts";
import type { Alert } from "../alerts/alert-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { draftFields } from "./draft-fields.ts";
import {
  missingFields,
  notRequired,
  type ReportFields,
  type ReportKind,
  type ReportNeed,
  type ReportState,
  reportDueOn,
  reportNeeds,
  reportState,
} from "./report-fields.ts";

/** A report with what follows from it. */
export type LegalReport = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly alertId: string | null;
  /** The case of the workers desk that it follows from. */
  readonly caseId: string | null;
  readonly version: number;
  readonly fields: ReportFields;
  readonly eventOn: string;
  readonly dueOn: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly updatedAt: string;
  readonly filedOn: string | null;
  readonly filedReference: string | null;
  readonly filedBy: Actor | null;
  readonly state: ReportState;
  readonly missing: readonly string[];
  /** Why it need not be filed; null where it must be. */
  readonly notRequired: string | null;
  readonly needs: readonly ReportNeed[];
};

/** Who writes, and when. */
export type Made = { readonly by: Actor; readonly at: Date };

function selectReports(trx: DeskTransaction) {
  return trx.selectFrom("legal_reports").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReports>["executeTakeFirstOrThrow"]>>;

function reportOf(row: Row, today: string): LegalReport {
  const report = {
    id: row.id,
    kind: row.kind,
    alertId: row.alert_id,
    caseId: row.case_id,
    version: row.version,
    fields: row.fields,
    eventOn: row.event_on,
    dueOn: row.due_on,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    updatedAt: row.updated_at.toISOString(),
    filedOn: row.filed_on,
    filedReference: row.filed_reference,
    filedBy: row.filed_by,
  };
  return {
    ...report,
    state: reportState(report, today),
    missing: missingFields(row.kind, row.fields),
    notRequired: notRequired(report),
    needs: reportNeeds(row.kind, row.fields),
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** One report. Throws `not-found`. */
export async function readReport(
  trx: DeskTransaction,
  id: string,
  now: Date,
  lock = false,
): Promise<LegalReport> {
  const query = selectReports(trx).where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "report", id });
  return reportOf(row, dayOf(now));
}

/** Reports in the order of their ids, after one, at most `limit`; only those not filed yet where `open`. */
export async function listReports(
  trx: DeskTransaction,
  filter: { readonly kind?: ReportKind | undefined; readonly open?: boolean | undefined },
  page: { readonly after: string | null; readonly limit: number; readonly now: Date },
): Promise<readonly LegalReport[]> {
  let query = selectReports(trx).orderBy("id").limit(page.limit);
  if (page.after !== null) query = query.where("id", ">", page.after);
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind);
  if (filter.open === true) query = query.where("filed_on", "is", null);
  return (await query.execute()).map((row) => reportOf(row, dayOf(page.now)));
}

/** Starts a report; its event's day decides when it is due. Gives its id. */
export async function startReport(
  trx: DeskTransaction,
  asked: {
    readonly organizationId: string;
    readonly kind: ReportKind;
    readonly alertId: string | null;
    readonly caseId?: string;
    readonly fields: ReportFields;
    readonly eventOn: string;
  } & Made,
): Promise<string> {
  const id = newId("rep");
  await trx
    .insertInto("legal_reports")
    .values({
      organization_id: asked.organizationId,
      id,
      kind: asked.kind,
      alert_id: asked.alertId,
      case_id: asked.caseId ?? null,
      version: 1,
      fields: JSON.stringify(asked.fields),
      event_on: asked.eventOn,
      due_on: reportDueOn(asked.kind, asked.eventOn),
      created_at: asked.at,
      created_by: JSON.stringify(asked.by),
      updated_at: asked.at,
      filed_on: null,
      filed_reference: null,
      filed_by: null,
    })
    .execute();
  await addVersion(trx, { ...asked, id, version: 1 });
  return id;
}

async function addVersion(
  trx: DeskTransaction,
  made: Made & {
    readonly organizationId: string;
    readonly id: string;
    readonly version: number;
    readonly fields: ReportFields;
  },
): Promise<void> {
  await trx
    .insertInto("legal_report_versions")
    .values({
      organization_id: made.organizationId,
      report_id: made.id,
      version: made.version,
      fields: JSON.stringify(made.fields),
      at: made.at,
      by: JSON.stringify(made.by),
    })
    .execute();
}

/** The draft that a decision to block or reject asks for, with what the alert knows; the one that stands where there is one. */
export async function draftFromAlert(
  trx: DeskTransaction,
  alert: Alert,
  decision: DecisionMade,
  made: Made,
): Promise<string> {
  const kind: ReportKind = decision.action === "reject" ? "rejected-transaction" : "blocked-property";
  const standing = await trx
    .selectFrom("legal_reports")
    .select("id")
    .where("alert_id", "=", alert.id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (standing !== undefined) return standing.id;
  const eventOn = dayOf(made.at);
  const fields = await draftFields(trx, alert, decision, eventOn);
  const { organizationId } = alert;
  return startReport(trx, { organizationId, kind, alertId: alert.id, fields, eventOn, ...made });
}

/** Writes new fields into a report that is not filed yet, as a version of its own. Throws `rule-broken` where it is filed. */
export async function editReport(
  trx: DeskTransaction,
  report: LegalReport,
  change: { readonly organizationId: string; readonly fields: ReportFields } & Made,
): Promise<void> {
  assertOpen(report);
  const version = report.version + 1;
  const eventOn = change.fields.eventOn === "" ? report.eventOn : change.fields.eventOn;
  await trx
    .updateTable("legal_reports")
    .set({
      fields: JSON.stringify(change.fields),
      version,
      event_on: eventOn,
      due_on: reportDueOn(report.kind, eventOn),
      updated_at: change.at,
    })
    .where("id", "=", report.id)
    .execute();
  await addVersion(trx, { ...change, id: report.id, version });
}

/** Writes down that a report was filed, with the authority's reference. Throws `rule-broken` while a field is missing. */
export async function fileReport(
  trx: DeskTransaction,
  report: LegalReport,
  filed: { readonly on: string; readonly reference: string } & Made,
): Promise<void> {
  assertOpen(report);
  if (report.missing.length > 0) {
    throw new Fault({
      code: "rule-broken",
      rule: "report-incomplete",
      reason: `The report lacks ${report.missing.join(", ")}.`,
    });
  }
  await trx
    .updateTable("legal_reports")
    .set({
      filed_on: filed.on,
      filed_reference: filed.reference,
      filed_by: JSON.stringify(filed.by),
      version: report.version + 1,
      updated_at: filed.at,
    })
    .where("id", "=", report.id)
    .execute();
}

function assertOpen(report: LegalReport): void {
  if (report.filedOn === null) return;
  throw new Fault({
    code: "rule-broken",
    rule: "report-filed",
    reason: `The report was filed on ${report.filedOn}; a correction is a report of its own.`,
  });
}
