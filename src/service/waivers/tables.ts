import type { Generated, JSONColumnType, Transaction } from "kysely";
import type { Properties } from "../../engine/entity/entity.ts";
import type { WaiverAct } from "../../engine/waivers/acts.ts";
import type { ApplicationFile } from "../../engine/waivers/application.ts";
import type { ApplicationEvent, Proposal } from "../../engine/waivers/course.ts";
import type { Waiver } from "../../engine/waivers/waiver.ts";
import type { Database, DatabaseTransaction } from "../../platform/database/database.ts";
import { inOrganization } from "../../platform/database/tenant.ts";

/** Who did something. */
export type Actor = {
  readonly kind: "person" | "key" | "system";
  readonly id: string;
  readonly name: string;
};

/** What the service does by itself. */
export const SYSTEM: Actor = { kind: "system", id: "sluice", name: "Sluice" };

type Stored<T extends object | null> = JSONColumnType<T, string, string>;

/** Where a party to a waiver is known by more than its name: what it is screened with. */
export type WaiverParty = { readonly schema: string; readonly properties: Properties };

/** A waiver's terms as they are stored: what its ledger and its acts add is not in them. */
export type StoredTerms = Waiver & {
  readonly returnsRestore: boolean;
  /** Whether the public page of the letter shows what remains. */
  readonly publishRemaining: boolean;
};

type ApplicationRow = {
  organization_id: string;
  id: string;
  title: string;
  kind: "new" | "amendment" | "extension";
  waiver_id: string | null;
  version: number;
  file: Stored<ApplicationFile>;
  applicant_id: string;
  created_at: Date;
  created_by: Stored<Actor>;
  updated_at: Date;
};

type ApplicationVersionRow = {
  organization_id: string;
  application_id: string;
  version: number;
  file: Stored<ApplicationFile>;
  at: Date;
  by: Stored<Actor>;
};

type ApplicationEventRow = {
  organization_id: string;
  application_id: string;
  sequence: number;
  at: Date;
  by: Stored<Actor>;
  event: Stored<ApplicationEvent>;
  receipt_sequence: number | null;
};

type AttachmentRow = {
  organization_id: string;
  id: string;
  application_id: string;
  item: string | null;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  bytes: Buffer;
  at: Date;
  by: Stored<Actor>;
};

type DecisionRow = {
  organization_id: string;
  id: string;
  application_id: string;
  authority: string;
  applicant_id: string;
  reviewer_id: string;
  proposal: Stored<Proposal>;
  proposed_at: Date;
  countersigner_id: string | null;
  outcome: "confirmed" | "sent-back" | null;
  countersigned_at: Date | null;
};

type WaiverRow = {
  organization_id: string;
  id: string;
  reference: string;
  authority: string;
  title: string;
  application_id: string | null;
  version: number;
  terms: Stored<StoredTerms>;
  parties: Stored<readonly WaiverParty[]>;
  from_day: string;
  until_day: string;
  recorded_at: Date;
  recorded_by: Stored<Actor>;
  confirmed_at: Date | null;
  confirmed_by: JSONColumnType<Actor | null, string | null, string | null>;
  value_currency: string | null;
  value_allowed: string | null;
  value_committed: Generated<string>;
  value_reserved: Generated<string>;
  shipments_max: number | null;
  entries: Generated<number>;
  screened_snapshot: string | null;
  screened: JSONColumnType<readonly string[], string | undefined, string>;
};

type WaiverVersionRow = {
  organization_id: string;
  waiver_id: string;
  version: number;
  terms: Stored<StoredTerms>;
  changes: Stored<readonly string[]>;
  application_id: string | null;
  at: Date;
  by: Stored<Actor>;
};

type LineRow = {
  organization_id: string;
  waiver_id: string;
  line: string;
  unit: string;
  requested: string;
  allowed: string;
  committed: Generated<string>;
  reserved: Generated<string>;
  returned: Generated<string>;
};

type PeriodRow = {
  organization_id: string;
  waiver_id: string;
  limit_at: number;
  start_day: string;
  used: string;
};

/** Per line: open, committed, returned, as whole numbers in the smallest unit. */
export type HeldLines = Readonly<
  Record<string, readonly [open: string, committed: string, returned: string]>
>;

type ReservationRow = {
  organization_id: string;
  id: string;
  waiver_id: string;
  reference: string;
  at: Date;
  by: Stored<Actor>;
  expires_at: Date | null;
  day: string;
  lines: Stored<HeldLines>;
  value_open: string;
  value_committed: string;
  holds: boolean;
  passed: boolean;
  counted: boolean;
};

/** What an entry moved on a line: the amount in the smallest unit, and what was left of the line then. */
export type EntryMove = { readonly line: string; readonly amount: string; readonly unit: string };

type EntryRow = {
  organization_id: string;
  waiver_id: string;
  sequence: number;
  at: Date;
  by: Stored<Actor>;
  kind: string;
  reservation_id: string;
  reference: string;
  moved: Stored<readonly EntryMove[]>;
  value: string | null;
  reason: string | null;
};

type ActRow = {
  organization_id: string;
  waiver_id: string;
  sequence: number;
  at: Date;
  by: Stored<Actor>;
  act: Stored<WaiverAct>;
  receipt_sequence: number | null;
};

type ReportRow = {
  organization_id: string;
  id: string;
  waiver_id: string;
  kind: string;
  reference: string | null;
  filed_on: string;
  body: string;
  at: Date;
  by: Stored<Actor>;
};

type ReminderRow = {
  organization_id: string;
  waiver_id: string;
  report: string;
  stage: string;
  at: Date;
};

type MailRow = {
  organization_id: string;
  waiver_id: string;
  report: string;
  stage: string;
  person_id: string;
  at: Date;
  attempts: Generated<number>;
  sent_at: Generated<Date | null>;
  problem: Generated<string | null>;
  given_up: Generated<boolean>;
};

type LetterRow = {
  organization_id: string;
  id: string;
  waiver_id: string;
  version: number;
  body: string;
  signature: string;
  key_id: string;
  credential: string;
  at: Date;
};

/** The waivers desk's tables. */
export type WaiverTables = {
  waiver_applications: ApplicationRow;
  waiver_application_versions: ApplicationVersionRow;
  waiver_application_authors: { organization_id: string; application_id: string; person_id: string };
  waiver_application_events: ApplicationEventRow;
  waiver_attachments: AttachmentRow;
  waiver_decisions: DecisionRow;
  waivers: WaiverRow;
  waiver_versions: WaiverVersionRow;
  waiver_lines: LineRow;
  waiver_periods: PeriodRow;
  waiver_reservations: ReservationRow;
  waiver_entries: EntryRow;
  waiver_acts: ActRow;
  waiver_reports: ReportRow;
  waiver_reminders: ReminderRow;
  waiver_mails: MailRow;
  waiver_mail_refusals: { organization_id: string; person_id: string };
  waiver_letters: LetterRow;
  waiver_requests: {
    organization_id: string;
    key: string;
    request_hash: string;
    answer: Stored<object>;
    at: Date;
  };
};

/** A transaction of one organisation that knows the waivers desk's tables. */
export type WaiverTransaction = Transaction<WaiverTables>;

/** The transaction with the desk's tables in sight. */
export function waiversOf(trx: DatabaseTransaction): WaiverTransaction {
  return trx.withTables<WaiverTables>() as WaiverTransaction;
}

/** The same transaction as the platform takes it. */
export function plainOf(trx: WaiverTransaction): DatabaseTransaction {
  return trx as unknown as DatabaseTransaction;
}

/** Runs `work` in a transaction of the organisation, at a moment that all of it shares. */
export function atWaivers<T>(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  organizationId: string,
  work: (trx: WaiverTransaction, at: Date) => Promise<T>,
): Promise<T> {
  return inOrganization(database, organizationId, (trx) => work(waiversOf(trx), now()));
}
