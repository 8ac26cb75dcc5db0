import { sql } from "kysely";
import type { DatedAct } from "../../../engine/waivers/acts.ts";
import { withActs } from "../../../engine/waivers/acts.ts";
import { type LedgerTerms, periodKey } from "../../../engine/waivers/count.ts";
import type { Book, LineBook, Reservation } from "../../../engine/waivers/ledger.ts";
import { hasPassed } from "../../../engine/waivers/ledger.ts";
import { lapse } from "../../../engine/waivers/post.ts";
import type { HeldLines, StoredTerms, WaiverTransaction } from "../tables.ts";

/** A waiver's book as it is read under its lock, with what is needed to write it back. */
export type StoredBook = {
  readonly waiverId: string;
  readonly reference: string;
  readonly terms: LedgerTerms;
  readonly isConfirmed: boolean;
  readonly screenedSnapshot: string | null;
  readonly book: Book;
  entries: number;
  /** Reservations as they were read, to write back only those that changed. */
  readonly before: ReadonlyMap<string, string>;
  readonly made: Map<string, { readonly at: Date; readonly by: string }>;
};

/** What a batch touches: which lines and reservations of which waiver, for which shipments. */
export type Touched = {
  readonly waiverId: string;
  readonly lines: readonly string[];
  readonly reservations: readonly string[];
};

export function heldLines({ lines }: Reservation): HeldLines {
  return Object.fromEntries(
    [...lines].map(([line, { open, committed, returned }]) => [
      line,
      [open.toString(), committed.toString(), returned.toString()] as const,
    ]),
  );
}

/** What is compared to tell whether a reservation changed. */
const printOf = (reservation: Reservation, counted: boolean): string =>
  JSON.stringify([
    heldLines(reservation),
    reservation.value.open.toString(),
    reservation.value.committed.toString(),
    counted,
  ]);

const isOpen = ({ lines }: Reservation): boolean => [...lines.values()].some(({ open }) => open > 0n);

type ReservationRow = Pick<
  Awaited<ReturnType<typeof selectReservations>>[number],
  "id" | "reference" | "expires_at" | "day" | "lines" | "value_open" | "value_committed"
>;

/** A stored reservation as the arithmetic takes it. */
export function reservationOf(row: ReservationRow): Reservation {
  return {
    id: row.id,
    reference: row.reference,
    expiresAt: row.expires_at?.toISOString() ?? null,
    day: row.day,
    lines: new Map(
      Object.entries(row.lines).map(([line, [open, committed, returned]]) => [
        line,
        { open: BigInt(open), committed: BigInt(committed), returned: BigInt(returned) },
      ]),
    ),
    value: { open: BigInt(row.value_open), committed: BigInt(row.value_committed) },
  };
}

function selectReservations(trx: WaiverTransaction, touched: readonly Touched[], at: Date) {
  const ids = touched.flatMap(({ reservations }) => reservations);
  const waivers = touched.map(({ waiverId }) => waiverId);
  return trx
    .selectFrom("waiver_reservations")
    .selectAll()
    .where((where) =>
      where.and([
        where("waiver_id", "in", waivers),
        where.or([
          where.and([where("counted", "=", true), where("expires_at", "<=", at)]),
          ...(ids.length === 0 ? [] : [where("id", "in", ids)]),
        ]),
      ]),
    )
    .execute();
}

/** Opens the books of the waivers, locked in the order of their ids until the transaction ends; unknown ids are absent. */
export async function lockBooks(
  trx: WaiverTransaction,
  touched: readonly Touched[],
  at: Date,
): Promise<ReadonlyMap<string, StoredBook>> {
  const ids = touched.map(({ waiverId }) => waiverId);
  const waivers = await trx
    .selectFrom("waivers")
    .select([
      "id",
      "reference",
      "terms",
      "confirmed_at",
      "screened_snapshot",
      "value_currency",
      "value_allowed",
      "value_committed",
      "value_reserved",
      "shipments_max",
      "entries",
    ])
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate()
    .execute();
  if (waivers.length === 0) return new Map();
  const reservations = await selectReservations(trx, touched, at);
  const lineNames = [
    ...touched.flatMap(({ lines }) => lines),
    ...reservations.flatMap(({ lines }) => Object.keys(lines)),
  ];
  const lines = await trx
    .selectFrom("waiver_lines")
    .selectAll()
    .where("waiver_id", "in", ids)
    .where("line", "in", [...new Set(["", ...lineNames])])
    .execute();
  const acts = await readActs(trx, ids);
  const limited = waivers.filter(({ terms }) => (terms.periodLimits ?? []).length > 0).map(({ id }) => id);
  const counting = waivers.filter(({ id, shipments_max }) => shipments_max !== null || limited.includes(id));
  const shipments = await readShipments(
    trx,
    counting.map(({ id }) => id),
  );
  const periods =
    limited.length === 0
      ? []
      : await trx.selectFrom("waiver_periods").selectAll().where("waiver_id", "in", limited).execute();
  return new Map(
    waivers.map((row) => {
      const own = reservations.filter(({ waiver_id }) => waiver_id === row.id);
      const book: Book = {
        lines: new Map(
          lines.filter(({ waiver_id }) => waiver_id === row.id).map((line) => [line.line, lineBook(line)]),
        ),
        value:
          row.value_currency === null || row.value_allowed === null
            ? null
            : {
                currency: row.value_currency,
                allowed: BigInt(row.value_allowed),
                committed: BigInt(row.value_committed),
                reserved: BigInt(row.value_reserved),
              },
        shipmentsMax: row.shipments_max,
        shipments: new Map(
          shipments
            .filter(({ waiver_id }) => waiver_id === row.id)
            .map(({ reference, holders }) => [reference, { holders }]),
        ),
        periods: new Map(
          periods
            .filter(({ waiver_id }) => waiver_id === row.id)
            .map(({ limit_at, start_day, used }) => [
              periodKey(limit_at, start_day),
              { limit: limit_at, start: start_day, used: BigInt(used) },
            ]),
        ),
        reservations: new Map(own.map((one) => [one.id, reservationOf(one)])),
      };
      const stored: StoredBook = {
        waiverId: row.id,
        reference: row.reference,
        terms: termsOf(row.terms, acts.get(row.id) ?? []),
        isConfirmed: row.confirmed_at !== null,
        screenedSnapshot: row.screened_snapshot,
        book,
        entries: row.entries,
        before: new Map(own.map((one) => [one.id, printOf(reservationOf(one), one.counted)])),
        made: new Map(),
      };
      // What ran out since somebody last looked goes back before anything is asked of the book.
      for (const one of own) {
        const reservation = book.reservations.get(one.id);
        if (!one.counted || reservation === undefined || one.expires_at === null || one.expires_at > at)
          continue;
        lapse({ book, terms: stored.terms, at: at.toISOString(), newId: "" }, reservation);
      }
      return [row.id, stored];
    }),
  );
}

function termsOf(terms: StoredTerms, acts: readonly DatedAct[]): LedgerTerms {
  return { ...withActs(terms, acts), returnsRestore: terms.returnsRestore };
}

function lineBook(row: {
  readonly line: string;
  readonly unit: string;
  readonly allowed: string;
  readonly committed: string;
  readonly reserved: string;
  readonly returned: string;
}): LineBook {
  return {
    line: row.line,
    unit: row.unit,
    allowed: BigInt(row.allowed),
    committed: BigInt(row.committed),
    reserved: BigInt(row.reserved),
    returned: BigInt(row.returned),
  };
}

/** The acts of waivers, in their order. */
export async function readActs(
  trx: WaiverTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedAct[]>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("waiver_acts")
    .select(["waiver_id", "at", "act"])
    .where("waiver_id", "in", [...ids])
    .orderBy("waiver_id")
    .orderBy("sequence")
    .execute();
  const acts = new Map<string, DatedAct[]>();
  for (const { waiver_id, at, act } of rows)
    acts.set(waiver_id, [...(acts.get(waiver_id) ?? []), { at: at.toISOString(), act }]);
  return acts;
}

/** How many reservations hold or have drawn something for each shipment, of waivers that count shipments. */
async function readShipments(trx: WaiverTransaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ waiver_id: string; reference: string; holders: number }>`
    select waiver_id, reference, count(*)::int as holders from waiver_reservations
    where waiver_id = any(${ids}) and (passed or counted) group by waiver_id, reference`.execute(trx);
  return rows;
}

/** Writes back what changed in the books. */
export async function storeBooks(
  trx: WaiverTransaction,
  organizationId: string,
  books: Iterable<StoredBook>,
): Promise<void> {
  for (const stored of books) {
    const { waiverId, book } = stored;
    const lines = [...book.lines.values()];
    await sql`update waiver_lines l set committed = v.committed, reserved = v.reserved, returned = v.returned
      from unnest(${lines.map(({ line }) => line)}::text[],
        ${lines.map(({ committed }) => committed.toString())}::numeric[],
        ${lines.map(({ reserved }) => reserved.toString())}::numeric[],
        ${lines.map(({ returned }) => returned.toString())}::numeric[]) as v(line, committed, reserved, returned)
      where l.waiver_id = ${waiverId} and l.line = v.line
        and (l.committed, l.reserved, l.returned) is distinct from (v.committed, v.reserved, v.returned)`.execute(
      trx,
    );
    await trx
      .updateTable("waivers")
      .set({
        entries: stored.entries,
        ...(book.value === null
          ? {}
          : {
              value_committed: book.value.committed.toString(),
              value_reserved: book.value.reserved.toString(),
            }),
      })
      .where("id", "=", waiverId)
      .execute();
    await storePeriods(trx, organizationId, stored);
    await storeReservations(trx, organizationId, stored);
  }
}

async function storePeriods(trx: WaiverTransaction, organizationId: string, { waiverId, book }: StoredBook) {
  const periods = [...book.periods.values()];
  if (periods.length === 0) return;
  await trx
    .insertInto("waiver_periods")
    .values(
      periods.map(({ limit, start, used }) => ({
        organization_id: organizationId,
        waiver_id: waiverId,
        limit_at: limit,
        start_day: start,
        used: used.toString(),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "waiver_id", "limit_at", "start_day"])
        .doUpdateSet(({ ref }) => ({ used: ref("excluded.used") })),
    )
    .execute();
}

async function storeReservations(trx: WaiverTransaction, organizationId: string, stored: StoredBook) {
  const { book, before, made, waiverId } = stored;
  const changed = [...book.reservations.values()].filter(
    (one) => before.get(one.id) !== printOf(one, isOpen(one)),
  );
  if (changed.length === 0) return;
  const texts = <T>(of: (reservation: Reservation) => T) => changed.map(of);
  await sql`insert into waiver_reservations (organization_id, id, waiver_id, reference, at, by, expires_at, day,
      lines, value_open, value_committed, holds, passed, counted)
    select ${organizationId}, v.id, ${waiverId}, v.reference, v.at, v.by, v.expires_at, v.day, v.lines, v.value_open,
      v.value_committed, v.holds, v.passed, v.holds
    from unnest(${texts(({ id }) => id)}::text[], ${texts(({ reference }) => reference)}::text[],
      ${texts(({ id }) => made.get(id)?.at ?? null)}::timestamptz[], ${texts(({ id }) => made.get(id)?.by ?? "{}")}::jsonb[],
      ${texts(({ expiresAt }) => expiresAt)}::timestamptz[], ${texts(({ day }) => day)}::date[],
      ${texts((one) => JSON.stringify(heldLines(one)))}::jsonb[], ${texts(({ value }) => value.open.toString())}::numeric[],
      ${texts(({ value }) => value.committed.toString())}::numeric[], ${texts(isOpen)}::boolean[],
      ${texts(hasPassed)}::boolean[])
      as v(id, reference, at, by, expires_at, day, lines, value_open, value_committed, holds, passed)
    where not (v.at is null)
    on conflict do nothing`.execute(trx);
  const known = changed.filter(({ id }) => !made.has(id));
  for (const one of known) {
    await trx
      .updateTable("waiver_reservations")
      .set({
        lines: JSON.stringify(heldLines(one)),
        value_open: one.value.open.toString(),
        value_committed: one.value.committed.toString(),
        holds: isOpen(one),
        passed: hasPassed(one),
        counted: isOpen(one),
      })
      .where("id", "=", one.id)
      .execute();
  }
}
