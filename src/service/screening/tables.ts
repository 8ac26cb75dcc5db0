import type { Generated, JSONColumnType, Transaction } from "kysely";
import type { Properties } from "../../engine/entity/entity.ts";
import type { IdentityFacts } from "../../engine/match/identity.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Actor, AlertEvent } from "./alerts/alert-state.ts";
import type { Channel, HitRecord } from "./alerts/hit-record.ts";
import type { OrganizationPolicy } from "./policy/policy.ts";
import type { ReportFields, ReportKind } from "./reports/report-fields.ts";
import type { Touch } from "./rescreen/touches.ts";

/** A JSON column: read as the type, written as text. */
type Stored<T extends object | null> = JSONColumnType<T, string, string>;

type PolicyRow = {
  organization_id: string;
  id: string;
  version: number | null;
  body: Stored<OrganizationPolicy>;
  reason: string;
  state: "proposed" | "approved" | "rejected" | "withdrawn";
  effective_from: Date;
  proposed_at: Date;
  proposed_by: Stored<Actor>;
  decided_at: Date | null;
  decided_by: JSONColumnType<Actor | null, string | null, string | null>;
  decided_reason: string | null;
};

type PersonRow = {
  organization_id: string;
  person_id: string;
  business_line: string | null;
  set_at: Date;
  set_by: Stored<Actor>;
};

type SubjectRow = {
  organization_id: string;
  id: string;
  ref: string | null;
  schema: string;
  properties: Stored<Properties>;
  caption: string;
  business_line: string | null;
  fingerprint: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  removed_at: Date | null;
  keys: number[];
  fact_keys: string[] | null;
  screened_at: Date | null;
  screened_snapshot: string | null;
  screened_with: string | null;
  near: Stored<readonly NearMatch[]>;
  margin: number | null;
  crowded: Generated<boolean>;
};

/** A match of the last screening: the listed party and the score. */
export type NearMatch = readonly [entity: string, score: number];

type SubjectVersionRow = {
  organization_id: string;
  subject_id: string;
  version: number;
  schema: string;
  properties: Stored<Properties>;
  fingerprint: string;
  at: Date;
  by: Stored<Actor>;
  source: string;
};

type ImportRow = {
  organization_id: string;
  id: string;
  name: string;
  media_type: string;
  sha256: string;
  bytes: Buffer | null;
  options: Stored<ImportOptions>;
  state: "waiting" | "running" | "done" | "failed";
  rows_done: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  alerts: Generated<number>;
  problems: Stored<readonly ImportProblem[]>;
  failure: string | null;
  created_at: Date;
  created_by: Stored<Actor>;
  ended_at: Date | null;
};

/** How an import's file is to be read. */
export type ImportOptions = {
  readonly map: Readonly<Record<string, string>>;
  readonly schema: string | null;
  readonly sheet: string | null;
  readonly businessLine: string | null;
};

/** A row that was not taken, and why. */
export type ImportProblem = { readonly row: number; readonly line: number; readonly problem: string };

type AlertRow = {
  organization_id: string;
  id: string;
  subject_id: string | null;
  check_id: string | null;
  subject_fingerprint: string;
  entity_id: string;
  round: number;
  previous_id: string | null;
  channel: string;
  record: Stored<HitRecord>;
  score: number;
  created_at: Date;
  events: number;
  standing: string;
  outcome: string | null;
  final_at: Date | null;
  assignee: string | null;
  due_on: string | null;
};

type AlertEventRow = {
  organization_id: string;
  alert_id: string;
  sequence: number;
  at: Date;
  by: Stored<Actor>;
  event: Stored<AlertEvent>;
  receipt_sequence: number | null;
};

type AttachmentRow = {
  organization_id: string;
  id: string;
  alert_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  bytes: Buffer;
  at: Date;
  by: Stored<Actor>;
};

type SuppressionRow = {
  organization_id: string;
  id: string;
  alert_id: string | null;
  decision_id: string | null;
  subject_id: string | null;
  subject_fingerprint: string;
  subject_facts: Stored<IdentityFacts>;
  entity_id: string;
  listing_caption: string;
  listing_fingerprint: string;
  listing_facts: Stored<IdentityFacts>;
  reason: string;
  from_day: string;
  until_day: string;
  created_at: Date;
  created_by: Stored<Actor>;
  revoked_at: Date | null;
  revoked_by: JSONColumnType<Actor | null, string | null, string | null>;
  revoked_reason: string | null;
  lapsed_at: Date | null;
  lapsed_because: string | null;
};

type CheckRow = {
  organization_id: string;
  id: string;
  reference: string;
  kind: string;
  at: string;
  answer: string;
  created_at: Date;
  created_by: Stored<Actor>;
  policy_version: number;
  snapshot: string;
  receipt_hash: string;
  receipt_sequence: number;
  alerts: Stored<readonly string[]>;
  holds: Stored<readonly string[]>;
};

/** A check with its receipt, which the log has (a view). */
type KeptCheckRow = CheckRow & {
  /** Null where it was erased. */
  receipt: string | null;
  /** The place in the log of the receipt that says who erased it, and why. */
  erased_by: number | null;
};

type CheckRequestRow = {
  organization_id: string;
  principal_id: string;
  idempotency_key: string;
  request_hash: string;
  checks: Stored<readonly string[]>;
  many: boolean;
  at: Date;
};

type RescreenRow = {
  organization_id: string;
  id: string;
  kind: "delta" | "full";
  snapshot_before: string | null;
  snapshot_after: string;
  listings_touched: Generated<number>;
  subjects_screened: Generated<number>;
  subjects_total: Generated<number>;
  alerts_opened: Generated<number>;
  alerts_closed: Generated<number>;
  suppressions_lapsed: Generated<number>;
  touches: Generated<number>;
  started_at: Date;
  ended_at: Date | null;
};

type RescreenTouchRow = {
  organization_id: string;
  run_id: string;
  number: number;
  subject_id: string;
  entity_id: string;
  caption: string;
  lists: string[];
  change: Touch["change"];
  changes: Stored<Touch["changes"]>;
  score_before: number | null;
  score_after: number | null;
};

type ReportRow = {
  organization_id: string;
  id: string;
  kind: ReportKind;
  alert_id: string | null;
  case_id: string | null;
  version: number;
  fields: Stored<ReportFields>;
  event_on: string;
  due_on: string;
  created_at: Date;
  created_by: Stored<Actor>;
  updated_at: Date;
  filed_on: string | null;
  filed_reference: string | null;
  filed_by: JSONColumnType<Actor | null, string | null, string | null>;
};

type ReportVersionRow = {
  organization_id: string;
  report_id: string;
  version: number;
  fields: Stored<ReportFields>;
  at: Date;
  by: Stored<Actor>;
};

type SamePartyDecisionRow = {
  organization_id: string;
  id: string;
  subject_a: string;
  subject_b: string;
  fingerprint_a: string;
  fingerprint_b: string;
  same: boolean;
  reason: string;
  at: Date;
  by: Stored<Actor>;
};

type SubjectScreeningRow = {
  organization_id: string;
  subject_id: string;
  place: Generated<string>;
  at: Date;
  snapshot: string;
  screened_with: string;
  channel: Channel;
  near: number;
  hits: number;
  score: number | null;
  opened: string[];
  closed: string[];
};

type SavedViewRow = {
  organization_id: string;
  id: string;
  page: string;
  name: string;
  query: string;
  owner_id: string | null;
  created_at: Date;
  created_by: Stored<Actor>;
};

/** The screening desk's tables. */
export type DeskTables = {
  desk_policies: PolicyRow;
  desk_people: PersonRow;
  subjects: SubjectRow;
  subject_versions: SubjectVersionRow;
  subject_screenings: SubjectScreeningRow;
  subject_imports: ImportRow;
  same_party_decisions: SamePartyDecisionRow;
  alerts: AlertRow;
  alert_events: AlertEventRow;
  alert_attachments: AttachmentRow;
  suppressions: SuppressionRow;
  checks: CheckRow;
  kept_checks: KeptCheckRow;
  check_requests: CheckRequestRow;
  rescreens: RescreenRow;
  rescreen_touches: RescreenTouchRow;
  legal_reports: ReportRow;
  legal_report_versions: ReportVersionRow;
  saved_views: SavedViewRow;
};

/** A transaction of one organisation that knows the desk's tables. */
export type DeskTransaction = Transaction<DeskTables>;

/** The transaction with the desk's tables in sight. */
export function deskOf(trx: DatabaseTransaction): DeskTransaction {
  return trx.withTables<DeskTables>() as DeskTransaction;
}

/** The same transaction as the platform takes it. */
export function plainOf(trx: DeskTransaction): DatabaseTransaction {
  return trx as unknown as DatabaseTransaction;
}
