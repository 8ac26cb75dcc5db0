import { type RawBuilder, type SqlBool, sql } from "kysely";
import { Fault, must } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { plannedOnce } from "../../../platform/database/statement-marks.ts";
import type { DeskTransaction } from "../tables.ts";
import {
  type Actor,
  type AlertEvent,
  type AlertState,
  alertState,
  type DatedEvent,
  type OpenedBecause,
} from "./alert-state.ts";
import type { HitRecord } from "./hit-record.ts";

/** Events of one alert: a person's work, never a machine's loop. */
const EVENTS_MAX = 2_000;

/** An alert with its history and what follows from it. */
export type Alert = {
  readonly id: string;
  readonly organizationId: string;
  readonly subjectId: string | null;
  readonly checkId: string | null;
  readonly entityId: string;
  readonly round: number;
  readonly previousId: string | null;
  readonly createdAt: string;
  readonly record: HitRecord;
  readonly events: readonly (DatedEvent & { readonly receipt: number | null })[];
  readonly state: AlertState;
};

/** The version of an alert, for ETag and If-Match: every event makes a new one. */
export function alertVersion(alert: Pick<Alert, "events">): string {
  return String(alert.events.length);
}

/** A listed party, and the facts of the one that was taken for it. */
type AlertedPair = { readonly entityId: string; readonly fingerprint: string };

/** Which alerts, and whether nobody else may change them until the transaction ends. */
type AlertQuery = {
  readonly ids?: readonly string[];
  readonly subjectId?: string;
  readonly lock?: boolean;
  readonly now: Date;
};

/** The ids as one array, so that the statement is the same for any number of them. */
function isOneOf(column: string, ids: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::text[])`;
}

/** Of the row what an alert says; the rest stands there to be looked for. */
const ALERT_COLUMNS = [
  "id",
  "organization_id",
  "subject_id",
  "check_id",
  "entity_id",
  "round",
  "previous_id",
  "created_at",
  "record",
] as const;

/** Reads alerts with their histories, the oldest first. */
export async function readAlerts(trx: DeskTransaction, asked: AlertQuery): Promise<readonly Alert[]> {
  let query = trx.selectFrom("alerts").select(ALERT_COLUMNS).orderBy("id");
  if (asked.ids !== undefined) {
    if (asked.ids.length === 0) return [];
    query = query.where(isOneOf("id", asked.ids));
  }
  if (asked.subjectId !== undefined) query = query.where("subject_id", "=", asked.subjectId);
  if (asked.lock === true) query = query.forUpdate();
  const rows = await plannedOnce(trx, query);
  if (rows.length === 0) return [];
  const events = await plannedOnce(
    trx,
    trx
      .selectFrom("alert_events")
      .select(["alert_id", "sequence", "at", "by", "event", "receipt_sequence"])
      .where(
        isOneOf(
          "alert_id",
          rows.map(({ id }) => id),
        ),
      )
      .orderBy("alert_id")
      .orderBy("sequence"),
  );
  const byAlert = Map.groupBy(events, ({ alert_id }) => alert_id);
  const now = asked.now.toISOString();
  return rows.map((row) => {
    const history = (byAlert.get(row.id) ?? []).map(({ at, by, event, receipt_sequence }) => ({
      ...event,
      at: at.toISOString(),
      by,
      receipt: receipt_sequence,
    }));
    return {
      id: row.id,
      organizationId: row.organization_id,
      subjectId: row.subject_id,
      checkId: row.check_id,
      entityId: row.entity_id,
      round: row.round,
      previousId: row.previous_id,
      createdAt: row.created_at.toISOString(),
      record: row.record,
      events: history,
      state: alertState(history, now),
    };
  });
}

/** How the newest alert on a pair stands: by its columns, without what was found or its history. */
export type NewestAlert = AlertedPair & {
  readonly id: string;
  readonly round: number;
  /** Its phase; `decided` whether or not that can still be undone. */
  readonly standing: string;
  readonly outcome: string | null;
};

/** The newest alert on each of these pairs that has one, in one statement: a check with hits waits for it. */
export async function readNewestAlerts(
  trx: DeskTransaction,
  pairs: readonly AlertedPair[],
): Promise<readonly NewestAlert[]> {
  const newest = trx
    .selectFrom("alerts")
    .select(["id", "entity_id as entityId", "subject_fingerprint as fingerprint"])
    .select(["round", "standing", "outcome"])
    .whereRef("entity_id", "=", sql.ref("pair.entity"))
    .whereRef("subject_fingerprint", "=", sql.ref("pair.fingerprint"))
    .orderBy("id", "desc")
    .limit(1);
  return plannedOnce(
    trx,
    sql<NewestAlert>`select newest.id, "entityId", newest.fingerprint, round, standing, outcome
      from unnest(${pairs.map(({ entityId }) => entityId)}::text[],
        ${pairs.map(({ fingerprint }) => fingerprint)}::text[]) as pair (entity, fingerprint),
      lateral (${newest}) newest`,
  );
}

/** One alert. Throws `not-found`. */
export async function readAlert(
  trx: DeskTransaction,
  id: string,
  at: { readonly now: Date; readonly lock?: boolean },
): Promise<Alert> {
  const [alert] = await readAlerts(trx, { ids: [id], ...at });
  if (alert === undefined) throw new Fault({ code: "not-found", what: "alert", id });
  return alert;
}

/** What the last event makes of the columns by which alerts are looked for. */
function projection(state: AlertState, events: number) {
  return {
    events,
    standing: state.phase === "final" ? "decided" : state.phase,
    outcome: state.decision?.outcome ?? null,
    final_at: state.finalAt === null ? null : new Date(state.finalAt),
    assignee: state.assignee,
    due_on: state.dueOn,
  };
}

/** A hit that an alert is to be opened on. */
export type OpeningAlert = {
  readonly record: HitRecord;
  readonly round: number;
  readonly previousId: string | null;
  readonly because: OpenedBecause;
  readonly words: string;
  readonly dueOn: string;
};

type Opening = { readonly organizationId: string; readonly by: Actor; readonly at: Date };

/** Opens an alert on a hit. */
export async function openAlert(trx: DeskTransaction, asked: OpeningAlert & Opening): Promise<string> {
  const [id] = await openAlerts(trx, [asked], asked);
  return must(id, "an id of each alert");
}

/** Opens an alert on each hit; gives their ids in the same order. */
export async function openAlerts(
  trx: DeskTransaction,
  hits: readonly OpeningAlert[],
  { organizationId, by, at }: Opening,
): Promise<readonly string[]> {
  if (hits.length === 0) return [];
  const opened = hits.map((hit) => {
    const event: AlertEvent = { kind: "opened", because: hit.because, words: hit.words, dueOn: hit.dueOn };
    const state = alertState([{ ...event, at: at.toISOString(), by }], at.toISOString());
    return { ...hit, id: newId("alr"), event, state };
  });
  await trx
    .insertInto("alerts")
    .values(
      opened.map(({ id, record, round, previousId, state }) => ({
        organization_id: organizationId,
        id,
        subject_id: record.subject.id,
        check_id: record.check?.id ?? null,
        subject_fingerprint: record.subject.fingerprint,
        entity_id: record.listed.id,
        round,
        previous_id: previousId,
        channel: record.channel,
        record: JSON.stringify(record),
        score: record.score,
        created_at: at,
        ...projection(state, 1),
      })),
    )
    .execute();
  await insertEvents(
    trx,
    opened.map(({ id, event }) => ({ organizationId, id, sequence: 1, event })),
    { by, at },
  );
  return opened.map(({ id }) => id);
}

type NumberedEvent = {
  readonly organizationId: string;
  readonly id: string;
  readonly sequence: number;
  readonly event: AlertEvent;
};

async function insertEvents(
  trx: DeskTransaction,
  events: readonly NumberedEvent[],
  made: { readonly by: Actor; readonly at: Date; readonly receipt?: number | null },
): Promise<void> {
  await trx
    .insertInto("alert_events")
    .values(
      events.map(({ organizationId, id, sequence, event }) => ({
        organization_id: organizationId,
        alert_id: id,
        sequence,
        at: made.at,
        by: JSON.stringify(made.by),
        event: JSON.stringify(event),
        receipt_sequence: made.receipt ?? null,
      })),
    )
    .execute();
}

/** Adds an event to an alert that this transaction has locked; gives the alert as it is after it. */
export async function appendEvent(
  trx: DeskTransaction,
  alert: Alert,
  event: AlertEvent,
  made: { readonly by: Actor; readonly at: Date; readonly receipt?: number | null },
): Promise<Alert> {
  if (alert.events.length >= EVENTS_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "eventsPerAlertMax",
      allowed: EVENTS_MAX,
      where: alert.id,
    });
  }
  const sequence = alert.events.length + 1;
  const events = [
    ...alert.events,
    { ...event, at: made.at.toISOString(), by: made.by, receipt: made.receipt ?? null },
  ];
  const state = alertState(events, made.at.toISOString());
  await insertEvents(trx, [{ ...alert, sequence, event }], made);
  await trx.updateTable("alerts").set(projection(state, sequence)).where("id", "=", alert.id).execute();
  return { ...alert, events, state };
}
