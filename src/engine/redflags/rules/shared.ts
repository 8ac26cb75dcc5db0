import { type Evidence, HOUR_MS, isoOf } from "./found.ts";
import type { AccountView, SharedView, Sharer } from "./view.ts";

/** Links of one kind that say something: not those that everybody is in. */
export function sharedOf(view: AccountView, kind: SharedView["kind"]): readonly SharedView[] {
  return view.shared.filter((one) => one.kind === kind && !one.crowded);
}

/** A row for each other account. */
export function sharerRows(shared: SharedView, others: readonly Sharer[], fact: string): readonly Evidence[] {
  return others.map(({ account, hours }) => ({
    at: hours[0] === undefined ? null : isoOf(hours[0] * HOUR_MS),
    account,
    fact,
    value: shared.value,
  }));
}
