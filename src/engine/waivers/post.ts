import type { Money, Quantity } from "../transaction.ts";
import {
  add,
  countLines,
  countPeriods,
  countShipment,
  countValue,
  lineReasons,
  movedOf,
  type Parts,
  type Posted,
  type Posting,
  say,
  sayValue,
  type Undo,
  valueReasons,
} from "./count.ts";
import { partyReasons, routeReasons, standingReasons } from "./cover.ts";
import { hasPassed, holds, type LedgerOperation, type Reservation } from "./ledger.ts";
import { dayIn } from "./zone.ts";

const refusedFor = (...reasons: readonly string[]): Posted => ({ kind: "refused", reasons });

/**
 * Posts one operation, or refuses it and leaves the book as it was. Pure arithmetic in whole numbers over the book that it is
 * given: no line, value, number of shipments or period is ever over its bound afterwards.
 */
export function post(posting: Posting, operation: LedgerOperation): Posted & { readonly undo: () => void } {
  const undo: Undo = [];
  const undone = (): void => {
    for (const step of undo.splice(0).reverse()) step();
  };
  const posted = postInto(posting, operation, undo);
  if (posted.kind === "refused") undone();
  return { ...posted, undo: undone };
}

function postInto(posting: Posting, operation: LedgerOperation, undo: Undo): Posted {
  switch (operation.kind) {
    case "reserve":
    case "draw":
      return take(posting, operation, undo);
    case "commit":
      return commit(posting, operation, undo);
    case "release":
      return release(posting, operation, undo);
    case "return":
      return giveBack(posting, operation, undo);
    case "correct":
      return correct(posting, operation, undo);
  }
}

type Taking = Extract<LedgerOperation, { readonly kind: "reserve" | "draw" }>;

function take(posting: Posting, operation: Taking, undo: Undo): Posted {
  const { book, terms, at } = posting;
  const day = terms.zone === undefined ? at.slice(0, 10) : dayIn(terms.zone, at);
  const { parts, reasons } = countLines(posting, operation.lines);
  const value = countValue(posting, operation.value);
  const isNewShipment = !book.shipments.has(operation.reference);
  const against = [
    ...standingReasons(terms, at),
    ...routeReasons(terms, operation.route),
    ...(terms.parties !== null && operation.parties.length === 0
      ? ["it names who may take part, and the operation names nobody"]
      : partyReasons(
          terms,
          operation.parties.map((name) => [name]),
        )),
    ...reasons,
    ...lineReasons(parts),
    ...(typeof value === "string" ? [value] : valueReasons(posting, value)),
    ...countShipment(posting, operation.reference, undo),
    ...countPeriods(
      posting,
      { parts, value: typeof value === "string" ? 0n : value, isNewShipment, day },
      1n,
      undo,
    ),
  ];
  if (against.length > 0 || typeof value === "string") return refusedFor(...against);
  const draws = operation.kind === "draw";
  for (const { book: account, amount } of parts) add(account, draws ? "committed" : "reserved", amount, undo);
  if (book.value !== null) add(book.value, draws ? "committed" : "reserved", value, undo);
  const reservation: Reservation = {
    id: posting.newId,
    reference: operation.reference,
    expiresAt:
      operation.kind === "draw" ? null : new Date(Date.parse(at) + operation.minutes * 60_000).toISOString(),
    day,
    lines: new Map(
      parts.map(({ book: { line }, amount }) => [
        line,
        { open: draws ? 0n : amount, committed: draws ? amount : 0n, returned: 0n },
      ]),
    ),
    value: { open: draws ? 0n : value, committed: draws ? value : 0n },
  };
  book.reservations.set(reservation.id, reservation);
  undo.push(() => book.reservations.delete(reservation.id));
  return { kind: "posted", reservation, moved: movedOf(parts) };
}

/** The reservation, still holding something; else why not. */
function openReservation({ book, at }: Posting, id: string): Reservation | string {
  const reservation = book.reservations.get(id);
  if (reservation === undefined) return `there is no reservation ${id} on this waiver`;
  if (reservation.expiresAt !== null && at >= reservation.expiresAt)
    return `reservation ${id} ran out at ${reservation.expiresAt ?? ""}; what it still held is free again`;
  if ([...reservation.lines.values()].every(({ open }) => open === 0n))
    return `reservation ${id} holds nothing any more`;
  return reservation;
}

/** The lines stated, or all that is open. */
function openParts(
  posting: Posting,
  reservation: Reservation,
  stated: readonly { readonly line: string; readonly quantity: Quantity }[] | undefined,
): { readonly parts: Parts; readonly reasons: readonly string[] } {
  if (stated === undefined) {
    const parts = [...reservation.lines].flatMap(([line, { open }]) => {
      const book = posting.book.lines.get(line);
      return book === undefined || open === 0n ? [] : [{ book, amount: open }];
    });
    return { parts, reasons: [] };
  }
  const { parts, reasons } = countLines(posting, stated);
  const over = parts.flatMap(({ book, amount }) => {
    const open = reservation.lines.get(book.line)?.open ?? 0n;
    return amount <= open
      ? []
      : [`line ${book.line}: ${say(open, book.unit)} are reserved, not ${say(amount, book.unit)}`];
  });
  return { parts, reasons: [...reasons, ...over] };
}

/** The part of the value that goes with some of the lines: stated, or all that is open where all goes. */
function openValue(
  posting: Posting,
  reservation: Reservation,
  stated: Money | undefined,
  parts: Parts,
): bigint | string {
  if (posting.book.value === null) return 0n;
  const takesAll = [...reservation.lines].every(
    ([line, { open }]) => open === (parts.find(({ book }) => book.line === line)?.amount ?? 0n),
  );
  if (stated === undefined && takesAll) return reservation.value.open;
  const value = countValue(posting, stated);
  if (typeof value === "string") return value;
  if (value > reservation.value.open)
    return `${sayValue(reservation.value.open, posting.book.value.currency)} are reserved, not ${sayValue(value, posting.book.value.currency)}`;
  return value;
}

function commit(
  posting: Posting,
  operation: Extract<LedgerOperation, { readonly kind: "commit" }>,
  undo: Undo,
): Posted {
  const reservation = openReservation(posting, operation.reservation);
  if (typeof reservation === "string") return refusedFor(reservation);
  const { parts, reasons } = openParts(posting, reservation, operation.lines);
  const value = openValue(posting, reservation, operation.value, parts);
  const against = [
    ...standingReasons(posting.terms, posting.at),
    ...reasons,
    ...(typeof value === "string" ? [value] : []),
  ];
  if (against.length > 0 || typeof value === "string") return refusedFor(...against);
  for (const { book, amount } of parts) {
    const held = reservation.lines.get(book.line);
    if (held === undefined) continue;
    add(held, "open", -amount, undo);
    add(held, "committed", amount, undo);
    add(book, "reserved", -amount, undo);
    add(book, "committed", amount, undo);
  }
  if (posting.book.value !== null) {
    add(reservation.value, "open", -value, undo);
    add(reservation.value, "committed", value, undo);
    add(posting.book.value, "reserved", -value, undo);
    add(posting.book.value, "committed", value, undo);
  }
  if (operation.final) setFree(posting, reservation, openParts(posting, reservation, undefined).parts, undo);
  return { kind: "posted", reservation, moved: movedOf(parts) };
}

/** Sets what is open free, with its share of the periods; all of the open value where nothing stays open. */
function setFree(posting: Posting, reservation: Reservation, parts: Parts, undo: Undo, value?: bigint): void {
  for (const { book, amount } of parts) {
    const held = reservation.lines.get(book.line);
    if (held === undefined) continue;
    add(held, "open", -amount, undo);
    add(book, "reserved", -amount, undo);
  }
  const freed = value ?? reservation.value.open;
  if (posting.book.value !== null) {
    add(reservation.value, "open", -freed, undo);
    add(posting.book.value, "reserved", -freed, undo);
  }
  const empty = [...reservation.lines.values()].every(
    ({ open, committed }) => open === 0n && committed === 0n,
  );
  const shipment = empty ? posting.book.shipments.get(reservation.reference) : undefined;
  if (shipment !== undefined) {
    shipment.holders -= 1;
    if (shipment.holders === 0) posting.book.shipments.delete(reservation.reference);
    undo.push(() => {
      shipment.holders += 1;
      posting.book.shipments.set(reservation.reference, shipment);
    });
  }
  const used = { parts, value: freed, isNewShipment: shipment?.holders === 0, day: reservation.day };
  countPeriods(posting, used, -1n, undo);
}

function release(
  posting: Posting,
  operation: Extract<LedgerOperation, { readonly kind: "release" }>,
  undo: Undo,
): Posted {
  const reservation = openReservation(posting, operation.reservation);
  if (typeof reservation === "string") return refusedFor(reservation);
  const { parts, reasons } = openParts(posting, reservation, operation.lines);
  const value = openValue(posting, reservation, operation.value, parts);
  if (reasons.length > 0 || typeof value === "string")
    return refusedFor(...reasons, ...(typeof value === "string" ? [value] : []));
  setFree(posting, reservation, parts, undo, value);
  return { kind: "posted", reservation, moved: movedOf(parts) };
}

/** What a reservation holds when its time is over goes back, as if it were released at that moment. */
export function lapse(posting: Posting, reservation: Reservation): void {
  setFree(posting, reservation, openParts(posting, reservation, undefined).parts, []);
}

function giveBack(
  posting: Posting,
  operation: Extract<LedgerOperation, { readonly kind: "return" }>,
  undo: Undo,
): Posted {
  const reservation = posting.book.reservations.get(operation.reservation);
  if (reservation === undefined || !hasPassed(reservation))
    return refusedFor(`nothing has passed under reservation ${operation.reservation}`);
  const { parts, reasons } = countLines(posting, operation.lines);
  const against = [
    ...reasons,
    ...parts.flatMap(({ book, amount }) => {
      const { committed = 0n, returned = 0n } = reservation.lines.get(book.line) ?? {};
      const out = committed - (posting.terms.returnsRestore ? 0n : returned);
      return amount <= out
        ? []
        : [
            `line ${book.line}: ${say(out, book.unit)} have passed, ${say(amount, book.unit)} cannot come back`,
          ];
    }),
  ];
  if (against.length > 0) return refusedFor(...against);
  for (const { book, amount } of parts) {
    const held = reservation.lines.get(book.line);
    if (held === undefined) continue;
    add(held, "returned", amount, undo);
    add(book, "returned", amount, undo);
    if (!posting.terms.returnsRestore) continue;
    add(held, "committed", -amount, undo);
    add(book, "committed", -amount, undo);
  }
  return { kind: "posted", reservation, moved: movedOf(parts) };
}

function correct(
  posting: Posting,
  operation: Extract<LedgerOperation, { readonly kind: "correct" }>,
  undo: Undo,
): Posted {
  const { book, at } = posting;
  const reservation = book.reservations.get(operation.reservation);
  if (reservation === undefined)
    return refusedFor(`there is no reservation ${operation.reservation} on this waiver`);
  const { parts, reasons } = countLines(posting, operation.lines);
  const more = operation.direction === "more";
  const value = operation.value === undefined ? 0n : countValue(posting, operation.value);
  if (typeof value === "string") return refusedFor(...reasons, value);
  const against = [
    ...reasons,
    ...(more ? lineReasons(parts) : []),
    ...(more
      ? valueReasons(posting, value)
      : value > reservation.value.committed
        ? ["less value has passed than is to be taken away"]
        : []),
    ...(more
      ? []
      : parts.flatMap(({ book: account, amount }) => {
          const { committed = 0n } = reservation.lines.get(account.line) ?? {};
          return amount <= committed
            ? []
            : [
                `line ${account.line}: ${say(committed, account.unit)} are written down, ${say(amount, account.unit)} cannot be taken away`,
              ];
        })),
  ];
  if (against.length > 0) return refusedFor(...against);
  const didCount = hasPassed(reservation) || holds(reservation, at);
  const sign = more ? 1n : -1n;
  for (const { book: account, amount } of parts) {
    let held = reservation.lines.get(account.line);
    if (held === undefined) {
      held = { open: 0n, committed: 0n, returned: 0n };
      reservation.lines.set(account.line, held);
      undo.push(() => reservation.lines.delete(account.line));
    }
    add(held, "committed", sign * amount, undo);
    add(account, "committed", sign * amount, undo);
  }
  if (book.value !== null) {
    add(reservation.value, "committed", sign * value, undo);
    add(book.value, "committed", sign * value, undo);
  }
  const day = reservation.day;
  // A correction is counted in the period of the shipment; a bound that reality has broken is told, not hidden.
  const broken = countPeriods(posting, { parts, value, isNewShipment: false, day }, sign, undo);
  if (broken.length > 0) return refusedFor(...broken);
  if (!didCount && hasPassed(reservation)) {
    const none = countShipment(posting, reservation.reference, undo);
    if (none.length > 0) return refusedFor(...none);
  }
  return { kind: "posted", reservation, moved: movedOf(parts) };
}
