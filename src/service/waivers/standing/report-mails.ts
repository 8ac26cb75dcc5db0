import { addressesOf } from "../../../platform/auth/organizations.ts";
import type { Database } from "../../../platform/database/database.ts";
import { asSystem } from "../../../platform/database/tenant.ts";
import type { Mail, Mailer } from "../../../platform/mail/mailer.ts";
import { reportsOf } from "../show-waiver.ts";
import { type Actor, atWaivers, type WaiverTransaction, waiversOf } from "../tables.ts";
import { readWaivers, type StoredWaiver } from "../waiver-store.ts";

/** What mails about reports need: who has which address, and what sends. */
export type ReportMails = {
  readonly mailer: Mailer;
  /** Opened as the role that knows addresses. */
  readonly people: Pick<Database, "kysely">;
};

type Parts = { readonly database: Database; readonly now: () => Date; readonly publicUrl: string };

/** A server that refuses a mail for a day refuses it for good: 144 attempts, one each ten minutes. */
const ATTEMPTS_MAX = 144;
/** Mails sent in one go; the rest go with the next. */
const AT_ONCE_MAX = 200;
const PROBLEM_CHARS_MAX = 500;

/**
 * Writes down whom a reminder is mailed to: who applied for the waiver and who recorded it, where they still belong to the
 * organisation, else its owners; nobody who wants none, and nobody of a demonstration.
 */
export async function addressReminder(
  trx: WaiverTransaction,
  { people }: ReportMails,
  reminder: {
    readonly waiver: StoredWaiver;
    readonly report: string;
    readonly stage: string;
    readonly at: Date;
  },
): Promise<void> {
  const { waiver, report, stage, at } = reminder;
  const { id: waiverId, organizationId, recordedBy, applicationId } = waiver;
  const applicant =
    applicationId === null
      ? undefined
      : await trx
          .selectFrom("waiver_applications")
          .select("created_by")
          .where("id", "=", applicationId)
          .executeTakeFirst();
  const concerned = new Set(
    [recordedBy, applicant?.created_by].flatMap((one: Actor | undefined) =>
      one?.kind === "person" ? [one.id] : [],
    ),
  );
  const known = await addressesOf(people, organizationId);
  const there = known.filter(({ id }) => concerned.has(id));
  const addressed = there.length > 0 ? there : known.filter(({ role }) => role === "owner");
  const refused = new Set(
    (await trx.selectFrom("waiver_mail_refusals").select("person_id").execute()).map((one) => one.person_id),
  );
  const rows = addressed
    .filter(({ id }) => !refused.has(id))
    .map(({ id }) => ({
      organization_id: organizationId,
      waiver_id: waiverId,
      report,
      stage,
      person_id: id,
      at,
    }));
  if (rows.length > 0)
    await trx
      .insertInto("waiver_mails")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Sends what was written down and not sent yet; what a server refuses stays, and is tried again. */
export async function sendReportMails(
  parts: Parts,
  mails: ReportMails,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  const waiting = await asSystem(parts.database, (trx) =>
    waiversOf(trx)
      .selectFrom("waiver_mails")
      .select(["organization_id", "waiver_id", "report", "stage", "person_id", "attempts"])
      .where("sent_at", "is", null)
      .where("given_up", "=", false)
      .orderBy("at")
      .limit(AT_ONCE_MAX)
      .execute(),
  );
  let sent = 0;
  for (const row of waiting) {
    const mail = await mailOf(parts, mails, row);
    const problem = mail === null ? "nobody of that organisation is reached, or the report was filed" : null;
    const failed = mail === null ? null : await mails.mailer.send(mail).then(() => null, sayError);
    sent += mail !== null && failed === null ? 1 : 0;
    await atWaivers(parts, row.organization_id, (trx, at) =>
      trx
        .updateTable("waiver_mails")
        .set({
          attempts: row.attempts + 1,
          sent_at: mail !== null && failed === null ? at : null,
          problem: problem ?? failed,
          given_up: mail === null || (failed !== null && row.attempts + 1 >= ATTEMPTS_MAX),
        })
        .where("waiver_id", "=", row.waiver_id)
        .where("report", "=", row.report)
        .where("stage", "=", row.stage)
        .where("person_id", "=", row.person_id)
        .execute(),
    );
  }
  return { sent, waiting: waiting.length - sent };
}

const sayError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, PROBLEM_CHARS_MAX);

type Row = {
  readonly organization_id: string;
  readonly waiver_id: string;
  readonly report: string;
  readonly stage: string;
  readonly person_id: string;
};

/** The mail, or null where there is nobody to send it to any more, or nothing to say. */
async function mailOf(parts: Parts, { people }: ReportMails, row: Row): Promise<Mail | null> {
  const { organization_id: organizationId, waiver_id: waiverId, report, stage, person_id } = row;
  const to = (await addressesOf(people, organizationId)).find(({ id }) => id === person_id);
  if (to === undefined) return null;
  return atWaivers(parts, organizationId, async (trx, at) => {
    const [waiver] = await readWaivers(trx, { ids: [waiverId], at });
    if (waiver === undefined) return null;
    const due = (await reportsOf(trx, waiver, at.toISOString())).find(({ key }) => key === report);
    if (due === undefined || due.state === "filed") return null;
    const late = due.state === "overdue";
    const place = `${parts.publicUrl.replace(/\/+$/, "")}/waivers/${waiverId}`;
    const of = due.reference === null ? "" : ` (${due.reference})`;
    return {
      id: `${waiverId}.${report}.${stage}.${person_id}`.replaceAll(/[^\w.-]/g, "-"),
      to,
      subject: late
        ? `Report late since ${due.dueOn}: ${waiver.reference}`
        : `Report due ${due.dueOn}: ${waiver.reference}`,
      text: [
        late
          ? `A report on ${waiver.reference} was due on ${due.dueOn} and is not written down as filed.`
          : `A report on ${waiver.reference} is due on ${due.dueOn}.`,
        `${waiver.title}`,
        `What is expected: ${due.words}${of}.`,
        `Write down there that it was filed: ${place}`,
        "",
        late
          ? `${waiver.reference}에 대한 보고 기한이 ${due.dueOn}에 지났으며, 제출 기록이 없습니다.`
          : `${waiver.reference}에 대한 보고 기한은 ${due.dueOn}입니다.`,
        `제출 후 다음 화면에 기록하십시오: ${place}`,
        "",
        "You get this because you applied for this waiver or recorded it; the page Waivers turns such mail off.",
        "이 면제를 신청하거나 등록한 분께 보내는 알림이며, 제재 면제 화면에서 수신을 끌 수 있습니다.",
      ].join("\n"),
    };
  });
}
