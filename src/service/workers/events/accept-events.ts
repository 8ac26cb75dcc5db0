import { canonicalJson, type Json } from "../../../engine/json.ts";
import { readRecord } from "../../../engine/redflags/adapters/read-record.ts";
import type { WorkerEvent } from "../../../engine/redflags/event.ts";
import { EventLedger } from "../../../engine/redflags/ledger.ts";
import { linkKey, usesOf } from "../../../engine/redflags/state/link-state.ts";
import { Fault } from "../../../fault.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { isStorable } from "../../screening/storable.ts";
import { atWorkers, lockStates, type WorkersParts } from "../desk.ts";
import { plainOf, type WorkersTransaction } from "../tables.ts";
import { loadLinks, loadStates, saveLinks, saveStates } from "./state-store.ts";

/** Judges accounts of which something was learnt. */
export const JUDGE_JOB = "workers-judge";

/** A record that was not taken, by its place in the request (from 1), and why. */
export type RefusedRecord = { readonly index: number; readonly reason: string };

/** What became of records: taken for the first time, told before, or refused. */
export type Accepted = {
  readonly taken: number;
  readonly repeated: number;
  readonly passedOver: number;
  readonly refused: readonly RefusedRecord[];
  readonly accounts: readonly string[];
};

type Indexed = { readonly index: number; readonly event: WorkerEvent };

/** Reads records of any known format; what cannot be read is refused by its place, and the rest is read. */
function readAll(
  records: readonly unknown[],
  now: number,
): { readonly read: readonly Indexed[]; readonly refused: RefusedRecord[]; readonly passedOver: number } {
  const read: Indexed[] = [];
  const refused: RefusedRecord[] = [];
  let passedOver = 0;
  for (const [at, record] of records.entries()) {
    const index = at + 1;
    try {
      if (!isStorable(record))
        throw new Fault({
          code: "input-invalid",
          file: "request",
          where: `record ${index}`,
          reason: "a text has a zero character or half of a character, which cannot be kept",
        });
      const { events, passedOver: reason } = readRecord(
        record,
        { file: "request", where: `record ${index}` },
        now,
      );
      if (reason !== null) passedOver += 1;
      for (const event of events) read.push({ index, event });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused.push({ index, reason: "reason" in error.details ? error.details.reason : error.message });
    }
  }
  return { read, refused, passedOver };
}

/**
 * Takes events into the organisation's record and its accounts' states, in one transaction. An event is known by its id:
 * told again it changes nothing, told otherwise under the same id it is refused. Asks for the accounts to be judged.
 */
export async function acceptEvents(
  parts: WorkersParts,
  jobs: JobQueue,
  organizationId: string,
  records: readonly unknown[],
): Promise<Accepted> {
  const { read, refused, passedOver } = readAll(records, parts.now().getTime());
  if (read.length === 0) return { taken: 0, repeated: 0, passedOver, refused, accounts: [] };
  return atWorkers(parts, organizationId, async (trx, at) => {
    await lockStates(trx, organizationId);
    const { fresh, repeated, other } = await keepEvents(trx, organizationId, read, at);
    const accounts = await joinEvents(trx, organizationId, fresh, at);
    if (accounts.length > 0)
      await jobs.enqueue(plainOf(trx), {
        organizationId,
        name: JUDGE_JOB,
        data: {},
        at,
        key: `${JUDGE_JOB} ${organizationId}`,
      });
    return {
      taken: fresh.length,
      repeated,
      passedOver,
      refused: [...refused, ...other].sort((a, b) => a.index - b.index),
      accounts,
    };
  });
}

/** Writes events down that are not there yet; tells those that were there, and those that say something else. */
async function keepEvents(
  trx: WorkersTransaction,
  organizationId: string,
  read: readonly Indexed[],
  at: Date,
) {
  const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);
  const other: RefusedRecord[] = [];
  const first = new Map<string, Indexed>();
  let repeated = 0;
  const refuse = (index: number): number =>
    other.push({ index, reason: "another event has this id: an event is never changed" });
  for (const one of read) {
    const known = first.get(one.event.id);
    if (known === undefined) first.set(one.event.id, one);
    else if (same(known.event, one.event)) repeated += 1;
    else refuse(one.index);
  }
  const inserted = await trx
    .insertInto("worker_events")
    .values(
      [...first.values()].map(({ event }) => ({
        organization_id: organizationId,
        id: event.id,
        account: event.account,
        kind: event.kind,
        at: new Date(event.at),
        received_at: at,
        body: JSON.stringify(event),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  const fresh = new Set(inserted.map(({ id }) => id));
  const old = [...first.keys()].filter((id) => !fresh.has(id));
  const held =
    old.length === 0
      ? []
      : await trx.selectFrom("worker_events").select(["id", "body"]).where("id", "in", old).execute();
  for (const { id, body } of held) {
    const one = first.get(id);
    if (one === undefined || same(body, one.event)) repeated += 1;
    else refuse(one.index);
  }
  return {
    fresh: [...first.values()].filter(({ event }) => fresh.has(event.id)).map(({ event }) => event),
    repeated,
    other,
  };
}

/** Joins events into the states of their accounts and of what they use; gives the accounts that this touches. */
async function joinEvents(
  trx: WorkersTransaction,
  organizationId: string,
  events: readonly WorkerEvent[],
  at: Date,
): Promise<readonly string[]> {
  if (events.length === 0) return [];
  const accounts = [...new Set(events.map(({ account }) => account))].sort();
  const keys = [...new Set(events.flatMap((event) => usesOf(event).map(linkKey)))].sort();
  const ledger = new EventLedger();
  for (const state of (await loadStates(trx, accounts)).values()) ledger.addAccount(state);
  for (const link of (await loadLinks(trx, keys)).values()) ledger.addLink(link);
  for (const event of events) ledger.add(event);
  const touched = ledger.takeTouched();
  await saveStates(trx, organizationId, [...ledger.accounts()], at);
  await saveLinks(trx, organizationId, [...ledger.links()]);
  await trx
    .updateTable("worker_states")
    .set({ dirty: true })
    .where("account", "in", [...touched])
    .execute();
  return touched;
}
