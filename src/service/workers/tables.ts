import type { Generated, JSONColumnType, Transaction } from "kysely";
import type { Cluster } from "../../engine/redflags/case.ts";
import type { WorkerEvent } from "../../engine/redflags/event.ts";
import type { Flag } from "../../engine/redflags/flag.ts";
import type { Money } from "../../engine/transaction.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Actor } from "../screening/alerts/alert-state.ts";
import type { CaseEvent, Standing } from "./cases/case-state.ts";
import type { Question, ReplyAnswer } from "./cases/reply-store.ts";

type Stored<T extends object | null> = JSONColumnType<T, string, string>;
type StoredOrNull<T extends object> = JSONColumnType<T | null, string | null, string | null>;

type EventRow = {
  organization_id: string;
  id: string;
  account: string;
  kind: string;
  at: Date;
  received_at: Date;
  body: Stored<WorkerEvent>;
};

type StateRow = {
  organization_id: string;
  account: string;
  state: string;
  country: string | null;
  dirty: Generated<boolean>;
  updated_at: Date;
  judged_at: Date | null;
};

type LinkRow = { organization_id: string; key: string; state: string; members: number };

type FlagRow = {
  organization_id: string;
  account: string;
  rule: string;
  flag: Stored<Flag>;
  first_at: Date;
  last_at: Date;
  lifted_at: Date | null;
};

type CaseRow = {
  organization_id: string;
  id: string;
  cluster: Stored<Cluster>;
  weight: number;
  opened_at: Date;
  previous_id: string | null;
  events: number;
  standing: Standing;
  assignee: string | null;
  due_on: string | null;
};

type CaseEventRow = {
  organization_id: string;
  case_id: string;
  sequence: number;
  at: Date;
  by: Stored<Actor>;
  event: Stored<CaseEvent>;
  receipt_sequence: number | null;
};

type ReplyRow = {
  organization_id: string;
  id: string;
  case_id: string;
  account: string;
  token_hash: string;
  language: "en" | "ko";
  questions: Stored<readonly Question[]>;
  created_at: Date;
  created_by: Stored<Actor>;
  expires_at: Date;
  revoked_at: Date | null;
  opened: Generated<number>;
  answered_at: Date | null;
  answers: StoredOrNull<readonly ReplyAnswer[]>;
};

type HoldRow = {
  organization_id: string;
  id: string;
  account: string;
  case_id: string | null;
  check_id: string | null;
  reference: string;
  amount: StoredOrNull<Money>;
  reason: string;
  held_at: Date;
  held_by: Stored<Actor>;
  ended_at: Date | null;
  ended_by: StoredOrNull<Actor>;
  ending: "released" | "blocked" | "returned" | null;
  ended_reason: string | null;
};

/** The workers desk's tables. */
export type WorkerTables = {
  worker_events: EventRow;
  worker_states: StateRow;
  worker_links: LinkRow;
  worker_flags: FlagRow;
  worker_cases: CaseRow;
  worker_case_accounts: { organization_id: string; case_id: string; account: string };
  worker_case_events: CaseEventRow;
  worker_replies: ReplyRow;
  worker_holds: HoldRow;
};

/** A transaction of one organisation that knows the desk's tables. */
export type WorkersTransaction = Transaction<WorkerTables>;

/** The transaction with the desk's tables in sight. */
export function workersOf(trx: DatabaseTransaction): WorkersTransaction {
  return trx.withTables<WorkerTables>() as WorkersTransaction;
}

/** The same transaction as the platform takes it. */
export function plainOf(trx: WorkersTransaction): DatabaseTransaction {
  return trx as unknown as DatabaseTransaction;
}
