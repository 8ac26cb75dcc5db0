import { type RawBuilder, sql } from "kysely";
import { plainName } from "../../engine/names/plain-name.ts";
import type { Transaction } from "../../engine/transaction.ts";
import { withActs } from "../../engine/waivers/acts.ts";
import { MONEY_SCALE } from "../../engine/waivers/ledger.ts";
import { quantityOf } from "../../engine/waivers/unit.ts";
import type { Waiver } from "../../engine/waivers/waiver.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { type WaiverTransaction, waiversOf } from "./tables.ts";
import { readWaivers, type StoredWaiver } from "./waiver-store.ts";

/** Shipments that a waiver's uses name one by one; of more, only those that limits count by name matter. */
const USES_MAX = 10_000;

/**
 * The organisation's waivers that may speak to these transactions, as a check takes them: their terms as their acts left them,
 * with what is drawn and held. Waivers that await confirmation are none.
 */
export async function heldWaivers(
  trx: DatabaseTransaction,
  transactions: readonly Transaction[],
  at: Date,
): Promise<readonly Waiver[]> {
  const own = waiversOf(trx);
  const stored = await readWaivers(own, { ids: null, at });
  const speaking = stored.filter(
    (waiver) =>
      waiver.confirmedAt !== null && transactions.some((transaction) => mayCover(waiver, transaction)),
  );
  return usesOf(own, speaking, at);
}

/** Whether the organisation keeps any waiver that `heldWaivers` could give: a part of a statement. */
export function waiversThereAre(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from waivers where confirmed_at is not null)`;
}

function mayCover({ terms }: StoredWaiver, { waivers, goods, parties }: Transaction): boolean {
  if (waivers.length > 0) return waivers.includes(terms.reference);
  const chapters = new Set(
    goods.flatMap(({ hs }) => (hs === null ? [] : [hs.replace(/\D/g, "").slice(0, 2)])),
  );
  if (terms.lines.some(({ hs }) => hs.some((code) => chapters.has(code.slice(0, 2))))) return true;
  const named = new Set((terms.parties ?? []).map(plainName));
  return parties.some(({ properties }) => (properties.name ?? []).some((name) => named.has(plainName(name))));
}

async function usesOf(
  trx: WaiverTransaction,
  waivers: readonly StoredWaiver[],
  at: Date,
): Promise<readonly Waiver[]> {
  if (waivers.length === 0) return [];
  const held = await trx
    .selectFrom("waiver_reservations")
    .select([
      "waiver_id",
      "reference",
      "day",
      "lines",
      "passed",
      "expires_at",
      "value_open",
      "value_committed",
    ])
    .where(
      "waiver_id",
      "in",
      waivers.map(({ id }) => id),
    )
    .where(({ or, eb }) => or([eb("passed", "=", true), eb("counted", "=", true)]))
    .orderBy("id")
    .execute();
  return waivers.map(({ id, terms, acts }) => {
    const uses = new Map<string, { day: string; amounts: Map<string, bigint>; value: bigint }>();
    for (const row of held.filter(({ waiver_id }) => waiver_id === id)) {
      const { reference, day, lines, expires_at } = row;
      const runOut = expires_at !== null && expires_at <= at;
      const use = uses.get(reference) ?? { day, amounts: new Map<string, bigint>(), value: 0n };
      use.value += BigInt(row.value_committed) + (runOut ? 0n : BigInt(row.value_open));
      for (const [line, [open, committed]] of Object.entries(lines)) {
        const amount = BigInt(committed) + (runOut ? 0n : BigInt(open));
        if (amount > 0n) use.amounts.set(line, (use.amounts.get(line) ?? 0n) + amount);
      }
      if (use.amounts.size > 0) uses.set(reference, use);
    }
    const unitOf = new Map(terms.lines.map(({ line, quantity }) => [line, quantity.unit]));
    const { returnsRestore: _, publishRemaining: __, ...waiver } = terms;
    const currency = terms.valueMax?.currency;
    return {
      ...withActs(waiver, acts),
      uses: [...uses].slice(0, USES_MAX).map(([reference, { day, amounts, value }]) => ({
        reference,
        date: day,
        ...(currency === undefined
          ? {}
          : { value: { amount: value.toString(), scale: MONEY_SCALE, currency } }),
        lines: [...amounts].map(([line, amount]) => ({
          line,
          quantity: quantityOf(amount, unitOf.get(line) ?? "piece"),
        })),
      })),
    };
  });
}
