import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import { publish } from "../../../platform/live/publish.ts";
import { deskOf } from "../tables.ts";
import type { ReportFields } from "./report-fields.ts";
import { type LegalReport, type Made, readReport, startReport } from "./report-store.ts";

/** The reports that may follow from a case of another desk. */
export type CaseReportKind = "blocked-property" | "rejected-transaction";

/** Starts the draft of a report that follows from a case; the one that stands where there is one. */
export async function draftFromCase(
  plain: DatabaseTransaction,
  asked: {
    readonly organizationId: string;
    readonly caseId: string;
    readonly kind: CaseReportKind;
    readonly fields: ReportFields;
    readonly eventOn: string;
  } & Made,
): Promise<LegalReport> {
  const trx = deskOf(plain);
  const { organizationId, caseId, kind, at } = asked;
  const standing = await trx
    .selectFrom("legal_reports")
    .select("id")
    .where("case_id", "=", caseId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (standing !== undefined) return readReport(trx, standing.id, at);
  const id = await startReport(trx, { ...asked, alertId: null });
  await publish(plain, { organizationId, kind: "report.due", id, at });
  return readReport(trx, id, at);
}

/** The drafts that were started from a case, filed or not. */
export async function reportsOfCase(
  plain: DatabaseTransaction,
  caseId: string,
  now: Date,
): Promise<readonly LegalReport[]> {
  const trx = deskOf(plain);
  const rows = await trx.selectFrom("legal_reports").select("id").where("case_id", "=", caseId).execute();
  const reports: LegalReport[] = [];
  for (const { id } of rows) reports.push(await readReport(trx, id, now));
  return reports;
}
