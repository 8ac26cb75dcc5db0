import { type Quantity, roughly } from "./exact.ts";

/** An entry of a ledger as far as a picture needs it. */
export type Entry = {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly reservation: string;
  readonly lines: readonly { readonly line: string; readonly quantity: Quantity }[];
};

/** What was taken from a line (drawn or reserved) from an instant on. */
export type BalanceStep = { readonly at: string; readonly taken: number };

/** What an entry takes from a line (above zero), gives back to it (below), or leaves as it was. */
function takes(kind: string, restores: boolean): number {
  if (kind === "reserve" || kind === "draw" || kind === "correct-more") return 1;
  if (kind === "release" || kind === "correct-less") return -1;
  // What is committed was reserved before; what comes back is free again only where the waiver says so.
  return kind === "return" && restores ? -1 : 0;
}

/**
 * How much of a line was taken over time, for a picture: counted back from what is taken now, so that reservations which ended
 * by themselves, of which no entry tells, do not add up. Entries in any order; the first step is before the oldest of them.
 */
export function balanceOf(
  line: string,
  takenNow: number,
  entries: readonly Entry[],
  restores: boolean,
): readonly BalanceStep[] {
  const steps: BalanceStep[] = [];
  let taken = takenNow;
  for (const entry of entries.toSorted((a, b) => b.sequence - a.sequence)) {
    const moved = entry.lines.find((one) => one.line === line);
    const sign = takes(entry.kind, restores);
    if (moved === undefined || sign === 0) continue;
    steps.push({ at: entry.at, taken });
    taken = Math.max(0, taken - sign * roughly(moved.quantity));
  }
  return [{ at: "", taken }, ...steps.reverse()];
}
