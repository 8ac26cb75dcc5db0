import { sql } from "kysely";
import { sha256 } from "../../../engine/digest.ts";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import type { Quantity } from "../../../engine/transaction.ts";
import type { LedgerOperation } from "../../../engine/waivers/ledger.ts";
import { post } from "../../../engine/waivers/post.ts";
import { quantityOf } from "../../../engine/waivers/unit.ts";
import { Fault, must } from "../../../fault.ts";
import type { Database } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { type Actor, atWaivers, type WaiverTransaction } from "../tables.ts";
import { lockBooks, type StoredBook, storeBooks, type Touched } from "./stored-book.ts";

/** What is asked of one or several ledgers: all parts are done, or none. The key names the request for good. */
export type LedgerRequest = {
  readonly key: string;
  readonly by: Actor;
  readonly parts: readonly { readonly waiverId: string; readonly operation: LedgerOperation }[];
};

/** What became of one part. */
export type LedgerPart = {
  readonly waiverId: string;
  readonly waiver: string;
  readonly sequence: number;
  readonly kind: LedgerOperation["kind"];
  readonly reservation: string;
  readonly reference: string;
  readonly expiresAt: string | null;
  readonly lines: readonly { readonly line: string; readonly quantity: Quantity; readonly left: Quantity }[];
};

/** A request that was done, now or the first time that it came. */
export type LedgerAnswer = {
  readonly at: string;
  readonly parts: readonly LedgerPart[];
  readonly replayed: boolean;
};

/** Requests done under one commit: a thousand take the database some ten milliseconds. */
const BATCH_MAX = 1_000;
/** Requests of one process that wait: beyond it the caller is told to come again, before memory tells it. */
const WAITING_MAX = 50_000;
const PARTS_MAX = 20;
/** Ids remembered at once: a few megabytes. */
const SCREENED_MAX = 50_000;
/** The same key sent to two processes at once loses one attempt; the next one finds the answer. */
const ATTEMPTS_MAX = 3;

type Waiting = {
  readonly request: LedgerRequest;
  readonly hash: string;
  readonly resolve: (answer: LedgerAnswer) => void;
  readonly reject: (error: unknown) => void;
};

type Done = { readonly waiting: Waiting; readonly result: LedgerAnswer | Fault };
type NewEntry = {
  readonly waiverId: string;
  readonly sequence: number;
  readonly by: Actor;
  readonly operation: LedgerOperation;
  readonly reservation: string;
  readonly reference: string;
  readonly moved: readonly { readonly line: string; readonly amount: bigint; readonly unit: string }[];
};

/** What the ledger stands on. */
export type LedgerParts = {
  readonly database: Database;
  readonly now: () => Date;
  /** Tells requests that ask at another instant than now; such are never written together with those of now. */
  readonly told?: () => string;
  /** The lists in force, by their hash, and who screens a waiver's parties on them before it is drawn on; null: nobody. */
  readonly screening: {
    readonly snapshot: () => string | null;
    readonly screen: (organizationId: string, waiverId: string) => Promise<void>;
  } | null;
};

/**
 * The ledgers of all organisations, as one process sees them. Requests that come while others are written are written
 * together after them, under the lock of their waivers: many are answered with one commit, and none before it. Any number
 * of processes may do so at once.
 */
export class LedgerDesk {
  readonly #parts: LedgerParts;
  readonly #queues = new Map<string, Waiting[]>();
  /** Waivers that were seen screened on the lists in force, so that not every drawing asks the database for it. */
  readonly #screened = new Set<string>();
  #snapshot: string | null = null;

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  /**
   * Does what is asked, or throws `rule-broken` with each reason; `conflict` where the key was used for another request,
   * `not-found` for a waiver that is none. What was answered is committed, and a request sent again gets that answer.
   */
  async ask(organizationId: string, request: LedgerRequest): Promise<LedgerAnswer> {
    if (request.parts.length > PARTS_MAX)
      throw new Fault({
        code: "limit-exceeded",
        limit: "ledgerPartsMax",
        allowed: PARTS_MAX,
        where: "request",
      });
    await this.#screenFirst(organizationId, request);
    const hash = sha256(canonicalJson(request.parts as unknown as Json));
    const name = `${organizationId} ${this.#parts.told?.() ?? ""}`;
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name);
      if (queue !== undefined && queue.length >= WAITING_MAX) {
        const limit = { code: "limit-exceeded", limit: "ledgerWaitingMax", allowed: WAITING_MAX } as const;
        reject(new Fault({ ...limit, where: "ledger" }));
        return;
      }
      const waiting = { request, hash, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      this.#queues.set(name, [waiting]);
      // Whoever asks in the same turn is written with it.
      setImmediate(() => void this.#work(name, organizationId));
    });
  }

  /** Lists that came into force since a waiver's parties were screened are asked before anything is drawn on it. */
  async #screenFirst(organizationId: string, { parts }: LedgerRequest): Promise<void> {
    const { screening } = this.#parts;
    const snapshot = screening?.snapshot() ?? null;
    if (screening === null || snapshot === null) return;
    if (this.#snapshot !== snapshot || this.#screened.size > SCREENED_MAX) this.#screened.clear();
    this.#snapshot = snapshot;
    const ids = parts.map(({ waiverId }) => waiverId).filter((id) => !this.#screened.has(id));
    if (ids.length === 0) return;
    const rows = await atWaivers(this.#parts, organizationId, (trx) =>
      trx.selectFrom("waivers").select(["id", "screened_snapshot"]).where("id", "in", ids).execute(),
    );
    for (const { id, screened_snapshot } of rows) {
      if (screened_snapshot !== snapshot) await screening.screen(organizationId, id);
      if (screening.snapshot() === snapshot) this.#screened.add(id);
    }
  }

  async #work(name: string, organizationId: string): Promise<void> {
    const queue = must(this.#queues.get(name), "a queue is worked while it is there");
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH_MAX);
      try {
        for (const { waiting, result } of await this.#write(organizationId, batch)) {
          if (result instanceof Fault) waiting.reject(result);
          else waiting.resolve(result);
        }
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
    this.#queues.delete(name);
  }

  async #write(organizationId: string, batch: readonly Waiting[]): Promise<readonly Done[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await atWaivers(this.#parts, organizationId, (trx, at) =>
          writeBatch(trx, organizationId, batch, at),
        );
      } catch (error) {
        const isKeyTaken = error instanceof Error && "code" in error && error.code === "23505";
        if (!isKeyTaken || attempt >= ATTEMPTS_MAX) throw error;
      }
    }
  }
}

function touchedBy(batch: readonly Waiting[]): readonly Touched[] {
  const touched = new Map<string, { lines: string[]; reservations: string[] }>();
  for (const { waiverId, operation } of batch.flatMap(({ request }) => request.parts)) {
    const one = touched.get(waiverId) ?? { lines: [], reservations: [] };
    touched.set(waiverId, one);
    one.lines.push(...(operation.lines ?? []).map(({ line }) => line));
    if ("reservation" in operation) one.reservations.push(operation.reservation);
  }
  return [...touched].map(([waiverId, { lines, reservations }]) => ({
    waiverId,
    lines: [...new Set(lines)],
    reservations: [...new Set(reservations)],
  }));
}

async function writeBatch(
  trx: WaiverTransaction,
  organizationId: string,
  batch: readonly Waiting[],
  at: Date,
): Promise<readonly Done[]> {
  const books = await lockBooks(trx, touchedBy(batch), at);
  const { rows: known } = await sql<{
    key: string;
    request_hash: string;
    answer: Omit<LedgerAnswer, "replayed">;
  }>`
    select key, request_hash, answer from waiver_requests
    where key = any(${batch.map(({ request }) => request.key)})`.execute(trx);
  const answers = new Map(
    known.map(({ key, request_hash, answer }) => [key, { hash: request_hash, answer }]),
  );
  const entries: NewEntry[] = [];
  const fresh = new Map<string, { hash: string; answer: Omit<LedgerAnswer, "replayed"> }>();
  const done = batch.map((waiting): Done => {
    const { key } = waiting.request;
    const before = answers.get(key) ?? fresh.get(key);
    if (before !== undefined) return { waiting, result: repeated(before, waiting) };
    const result = postAll(books, waiting.request, at, entries);
    if (result instanceof Fault) return { waiting, result };
    fresh.set(key, { hash: waiting.hash, answer: result });
    return { waiting, result: { ...result, replayed: false } };
  });
  if (fresh.size > 0) {
    const keys = [...fresh];
    await sql`insert into waiver_requests (organization_id, key, request_hash, answer, at)
      select ${organizationId}, v.key, v.hash, v.answer, ${at} from unnest(${keys.map(([key]) => key)}::text[],
        ${keys.map(([, { hash }]) => hash)}::text[], ${keys.map(([, { answer }]) => JSON.stringify(answer))}::jsonb[])
        as v(key, hash, answer)`.execute(trx);
    await storeEntries(trx, organizationId, entries, at);
  }
  await storeBooks(trx, organizationId, books.values());
  return done;
}

function repeated(
  before: { readonly hash: string; readonly answer: Omit<LedgerAnswer, "replayed"> },
  { hash }: Waiting,
): LedgerAnswer | Fault {
  if (before.hash === hash) return { ...before.answer, replayed: true };
  return new Fault({
    code: "conflict",
    what: "Idempotency-Key",
    reason: "it was used for another request before; a new request needs a new key",
  });
}

/** Posts all parts of a request, or undoes those that were posted and says what is against it. */
function postAll(
  books: ReadonlyMap<string, StoredBook>,
  { parts, by }: LedgerRequest,
  at: Date,
  entries: NewEntry[],
): Omit<LedgerAnswer, "replayed"> | Fault {
  const undo: (() => void)[] = [];
  const fail = (fault: Fault): Fault => {
    for (const step of undo.reverse()) step();
    return fault;
  };
  const answered: LedgerPart[] = [];
  const written: NewEntry[] = [];
  for (const { waiverId, operation } of parts) {
    const stored = books.get(waiverId);
    if (stored === undefined) return fail(new Fault({ code: "not-found", what: "waiver", id: waiverId }));
    const posted = stored.isConfirmed
      ? post({ book: stored.book, terms: stored.terms, at: at.toISOString(), newId: newId("rsv") }, operation)
      : {
          kind: "refused" as const,
          reasons: ["no second person has confirmed its record yet"],
          undo: () => {},
        };
    if (posted.kind === "refused") {
      const reason = `waiver ${stored.reference}: ${posted.reasons.join("; ")}`;
      return fail(new Fault({ code: "rule-broken", rule: "waiver-covers", reason }));
    }
    const { reservation, moved } = posted;
    const sequence = stored.entries + 1;
    stored.entries = sequence;
    const isNew = operation.kind === "reserve" || operation.kind === "draw";
    if (isNew) stored.made.set(reservation.id, { at, by: JSON.stringify(by) });
    undo.push(() => {
      posted.undo();
      stored.entries -= 1;
      stored.made.delete(reservation.id);
    });
    written.push({
      waiverId,
      sequence,
      by,
      operation,
      reservation: reservation.id,
      reference: reservation.reference,
      moved,
    });
    answered.push({
      waiverId,
      waiver: stored.reference,
      sequence,
      kind: operation.kind,
      reservation: reservation.id,
      reference: reservation.reference,
      expiresAt: reservation.expiresAt,
      lines: moved.map(({ line, amount, unit, left }) => ({
        line,
        quantity: quantityOf(amount, unit),
        left,
      })),
    });
  }
  entries.push(...written);
  return { at: at.toISOString(), parts: answered };
}

async function storeEntries(
  trx: WaiverTransaction,
  organizationId: string,
  entries: readonly NewEntry[],
  at: Date,
): Promise<void> {
  const column = <T>(of: (entry: NewEntry) => T) => entries.map(of);
  const moved = column((entry) =>
    JSON.stringify(entry.moved.map(({ line, amount, unit }) => ({ line, amount: amount.toString(), unit }))),
  );
  await sql`insert into waiver_entries (organization_id, waiver_id, sequence, at, by, kind, reservation_id, reference, moved, reason)
    select ${organizationId}, v.waiver_id, v.sequence, ${at}, v.by, v.kind, v.reservation_id, v.reference, v.moved, v.reason
    from unnest(${column(({ waiverId }) => waiverId)}::text[], ${column(({ sequence }) => sequence)}::bigint[],
      ${column(({ by }) => JSON.stringify(by))}::jsonb[], ${column(({ operation }) => kindOf(operation))}::text[],
      ${column(({ reservation }) => reservation)}::text[], ${column(({ reference }) => reference)}::text[],
      ${moved}::jsonb[], ${column(({ operation }) => reasonOf(operation))}::text[])
      as v(waiver_id, sequence, by, kind, reservation_id, reference, moved, reason)`.execute(trx);
}

const kindOf = (operation: LedgerOperation): string =>
  operation.kind === "correct" ? `correct-${operation.direction}` : operation.kind;

const reasonOf = (operation: LedgerOperation): string | null =>
  "reason" in operation ? (operation.reason ?? null) : null;
