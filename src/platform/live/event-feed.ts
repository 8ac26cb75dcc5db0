import { sql } from "kysely";
import { Fault } from "../../fault.ts";
import type { Database, DatabaseTransaction } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { comparePlaces, type EventPlace, INSTALLATION, isEventKind, type LiveEvent } from "./event.ts";
import type { Listener } from "./listener.ts";
import { EVENT_CHANNEL } from "./publish.ts";

export const FEED_LIMITS = {
  /** Watchers of one process: each holds a connection of the server. */
  watchersMax: 2_000,
  watchersPerOrganizationMax: 500,
  pageEvents: 200,
} as const;

/** An older transaction that still runs holds back the events behind it; they are looked for again after so long. */
const HELD_BACK_MS = 150;
/** Should a notification be lost, events come no later than this. */
const POLL_MS = 15_000;

/** Who watches: called with events in their order, each once; `missed` where some were too old to be kept. */
export type Watcher = {
  readonly organizationId: string;
  readonly onEvents: (events: readonly LiveEvent[]) => void;
  readonly onMissed: () => void;
};

/** A page of settled events, and whether others wait for a transaction to end. */
type Page = { readonly events: readonly LiveEvent[]; readonly more: boolean; readonly heldBack: boolean };

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly xid: string;
  readonly number: number;
  readonly kind: string;
  readonly subject_id: string;
  readonly at: Date;
  readonly data: unknown;
  readonly settled: boolean;
};

async function readPage(trx: DatabaseTransaction, organizationId: string, after: EventPlace): Promise<Page> {
  const { rows } =
    await sql<Row>`select id, organization_id, xid::text as xid, number, kind, subject_id, at, data,
      xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from events
    where organization_id in (${organizationId}, ${INSTALLATION})
      and (xid, number) > (${after.xid}::text::xid8, ${after.number}::bigint)
    order by xid, number limit ${FEED_LIMITS.pageEvents}`.execute(trx);
  const unsettled = rows.findIndex(({ settled }) => !settled);
  const settled = unsettled === -1 ? rows : rows.slice(0, unsettled);
  const events = settled.flatMap((row): LiveEvent[] =>
    isEventKind(row.kind)
      ? [
          {
            id: row.id,
            organizationId: row.organization_id,
            xid: row.xid,
            number: row.number,
            kind: row.kind,
            subject: row.subject_id,
            at: row.at,
            data: row.data,
          },
        ]
      : [],
  );
  return {
    events,
    more: unsettled === -1 && rows.length === FEED_LIMITS.pageEvents,
    heldBack: unsettled !== -1,
  };
}

/** The place behind which everything is still to come. */
async function placeNow(trx: DatabaseTransaction): Promise<EventPlace> {
  const { rows } = await sql<{
    xid: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(trx);
  // Everything before the oldest running transaction is settled and past; its own events are to come.
  return { xid: rows[0]?.xid ?? "0", number: 0 };
}

/** True where events behind this place were removed for their age, or it is of another cluster's count. */
async function hasMissed(
  trx: DatabaseTransaction,
  organizationId: string,
  after: EventPlace,
): Promise<boolean> {
  const { rows } = await sql<{ missed: boolean }>`select exists (
      select from event_horizons where organization_id in (${organizationId}, ${INSTALLATION})
        and (xid, number) > (${after.xid}::text::xid8, ${after.number}::bigint))
    or ${after.xid}::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as missed`.execute(trx);
  return rows[0]?.missed ?? false;
}

type Watching = Watcher & {
  place: EventPlace;
  reading: Promise<void> | null;
  again: boolean;
  ended: boolean;
};

/** Hands events to those who watch, from the table, in order, woken by notifications. */
export class EventFeed {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  readonly #watchers = new Set<Watching>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #poll: NodeJS.Timeout;
  readonly #unlisten: () => void;

  constructor(options: {
    readonly database: Database;
    readonly listener: Listener;
    readonly onError: (error: unknown) => void;
  }) {
    this.#database = options.database;
    this.#onError = options.onError;
    this.#unlisten = options.listener.listen(EVENT_CHANNEL, (organizationId) => this.#wake(organizationId));
    this.#poll = setInterval(() => this.#wake(null), POLL_MS);
    this.#poll.unref();
  }

  get watchers(): number {
    return this.#watchers.size;
  }

  /**
   * Watches from behind a place, or from now on; resolves to the function that ends it. Throws `limit-exceeded` where
   * too many watch.
   */
  async watch(watcher: Watcher, after: EventPlace | null): Promise<() => void> {
    const { organizationId } = watcher;
    const own = [...this.#watchers].filter((other) => other.organizationId === organizationId).length;
    const { watchersMax, watchersPerOrganizationMax } = FEED_LIMITS;
    if (this.#watchers.size >= watchersMax || own >= watchersPerOrganizationMax) {
      const allowed = own >= watchersPerOrganizationMax ? watchersPerOrganizationMax : watchersMax;
      throw new Fault({ code: "limit-exceeded", limit: "watchersMax", allowed, where: "events" });
    }
    const watching: Watching = {
      ...watcher,
      place: after ?? { xid: "0", number: 0 },
      reading: null,
      again: false,
      ended: false,
    };
    // Counted before the first question, so that a burst of callers cannot pass the limit together.
    this.#watchers.add(watching);
    try {
      const start = await inOrganization(this.#database, organizationId, async (trx) => ({
        now: await placeNow(trx),
        missed: after !== null && (await hasMissed(trx, organizationId, after)),
      }));
      if (after === null || start.missed) watching.place = start.now;
      if (start.missed) watcher.onMissed();
    } catch (error) {
      this.#watchers.delete(watching);
      throw error;
    }
    this.#read(watching);
    return () => {
      watching.ended = true;
      this.#watchers.delete(watching);
    };
  }

  #wake(organizationId: string | null): void {
    for (const watching of this.#watchers) {
      if (
        organizationId === null ||
        organizationId === INSTALLATION ||
        organizationId === watching.organizationId
      ) {
        this.#read(watching);
      }
    }
  }

  #read(watching: Watching): void {
    if (watching.reading !== null) {
      watching.again = true;
      return;
    }
    watching.reading = this.#readAll(watching)
      .catch(this.#onError)
      .finally(() => {
        watching.reading = null;
        if (watching.again && !watching.ended) {
          watching.again = false;
          this.#read(watching);
        }
      });
  }

  async #readAll(watching: Watching): Promise<void> {
    for (;;) {
      if (watching.ended) return;
      const { organizationId, place } = watching;
      const page = await inOrganization(this.#database, organizationId, (trx) =>
        readPage(trx, organizationId, place),
      );
      const last = page.events.at(-1);
      if (last !== undefined && comparePlaces(last, watching.place) > 0 && !watching.ended) {
        watching.place = last;
        watching.onEvents(page.events);
      }
      if (page.more) continue;
      if (page.heldBack) this.#later(watching);
      return;
    }
  }

  #later(watching: Watching): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!watching.ended) this.#read(watching);
    }, HELD_BACK_MS);
    this.#timers.add(timer);
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    this.#unlisten();
    clearInterval(this.#poll);
    for (const timer of this.#timers) clearTimeout(timer);
    const reading = [...this.#watchers].map((watching) => {
      watching.ended = true;
      return watching.reading;
    });
    this.#watchers.clear();
    await Promise.all(reading);
  }
}

/** Removes events older than a moment, and remembers up to where, so that who resumes from before is told. */
export async function pruneEvents(trx: DatabaseTransaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`with gone as (
      delete from events where at < ${before} returning organization_id, xid, number),
    last as (select distinct on (organization_id) organization_id, xid, number from gone
      order by organization_id, xid desc, number desc),
    horizon as (insert into event_horizons (organization_id, xid, number) select * from last
      on conflict (organization_id) do update set xid = excluded.xid, number = excluded.number)
    select count(*)::int as gone from gone`.execute(trx);
  return rows[0]?.gone ?? 0;
}
