import {
  claimedCountry,
  DAY_MS,
  found,
  fullestWindow,
  HOUR_MS,
  msOf,
  newest,
  type RuleFunction,
  row,
  sizeOf,
} from "./found.ts";
import { sharedOf, sharerRows } from "./shared.ts";
import { named, TABLES } from "./tables.ts";
import type { AccountView } from "./view.ts";

type Payment = AccountView["payments"][number];

/** Money that came in and left again within the hours, most of it: pairs of an incoming and its outgoing payments. */
export function passedThrough(
  view: AccountView,
  limits: { readonly hours: number; readonly share: number },
): readonly { readonly into: Payment; readonly out: readonly Payment[] }[] {
  const outgoing = view.payments.filter(({ direction }) => direction === "out");
  return view.payments
    .filter(({ direction }) => direction === "in")
    .flatMap((into) => {
      const out = outgoing.filter(
        (one) =>
          one.currency === into.currency &&
          msOf(one.at) >= msOf(into.at) &&
          msOf(one.at) - msOf(into.at) <= limits.hours * HOUR_MS,
      );
      const sum = out.reduce((total, one) => total + sizeOf(one), 0);
      return sizeOf(into) > 0 && sum >= limits.share * sizeOf(into) ? [{ into, out }] : [];
    });
}

export const toChina: RuleFunction = (view, threshold) => {
  const claimed = claimedCountry(view);
  const there = view.payments.filter(
    ({ direction, bankCountry }) => direction === "out" && bankCountry === "CN",
  );
  const window =
    claimed === null || claimed === "CN"
      ? []
      : fullestWindow(there, ({ at }) => msOf(at), threshold("days") * DAY_MS);
  const through = passedThrough(view, { hours: threshold("hours"), share: threshold("share") }).filter(
    ({ out }) => out.some(({ counterpartyKind }) => counterpartyKind === "company"),
  );
  if (window.length < threshold("transfers") && through.length === 0) return null;
  const rows =
    window.length >= threshold("transfers") ? window : through.flatMap(({ into, out }) => [into, ...out]);
  return found(
    rows.map((one) =>
      row(
        one,
        `payment-${one.direction}`,
        `${one.amount} ${one.currency}, ${one.bankCountry ?? one.counterparty ?? ""}`,
      ),
    ),
    {
      transfers: window.length,
      through: through.length,
    },
  );
};

export const chineseRails: RuleFunction = (view) => {
  const claimed = claimedCountry(view);
  if (claimed === null || claimed === "CN") return null;
  return found([
    ...view.payments.flatMap((one) => {
      const rail = named(one.rail ?? "", TABLES.chineseRails);
      return rail === null ? [] : [row(one, "rail", rail)];
    }),
    ...view.profiles.flatMap((profile) =>
      (profile.payoutAccounts ?? []).flatMap(({ rail }) => {
        const known = named(rail ?? "", TABLES.chineseRails);
        return known === null ? [] : [row(profile, "rail", known)];
      }),
    ),
  ]);
};

/** Accounts of the same role that are paid into one account. */
export const paidTogether =
  (employees: boolean): RuleFunction =>
  (view, threshold) => {
    const role = newest(view, ({ role: stated }) => stated);
    if ((role === "employee") !== employees) return null;
    for (const shared of sharedOf(view, "payout"))
      if (shared.others.length + 1 >= threshold("owners"))
        return found(sharerRows(shared, shared.others, "payment-account-shared"), {
          owners: shared.others.length + 1,
          account: shared.value,
        });
    const wallets = employees ? [] : sharedOf(view, "wallet");
    for (const shared of wallets)
      if (shared.others.length + 1 >= threshold("owners"))
        return found(sharerRows(shared, shared.others, "wallet-shared"), {
          owners: shared.others.length + 1,
          account: shared.value,
        });
    return null;
  };

/** Several workers' pay into one bank account (RF-107). */
export const payShared: RuleFunction = paidTogether(true);

export const split: RuleFunction = (view, threshold) => {
  const shares = view.payments
    .filter(
      ({ direction, counterpartyKind }) =>
        direction === "in" && (counterpartyKind === "client" || counterpartyKind === "platform"),
    )
    .flatMap((into) => {
      const out = view.payments.find(
        (one) =>
          one.direction === "out" &&
          one.counterpartyKind === "person" &&
          one.currency === into.currency &&
          msOf(one.at) > msOf(into.at) &&
          msOf(one.at) - msOf(into.at) <= threshold("hours") * HOUR_MS,
      );
      return out === undefined || sizeOf(into) === 0
        ? []
        : [{ into, out, share: sizeOf(out) / sizeOf(into) }];
    })
    .filter(({ share }) => share < 1);
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / Math.max(1, shares.length);
  const stable = shares.filter(({ share }) => Math.abs(share - mean) <= threshold("spread"));
  const told = view.messages.filter(({ topics }) => topics?.includes("subcontract") === true);
  if (stable.length < threshold("times") && told.length === 0) return null;
  return found(
    [
      ...stable.map(({ out }) =>
        row(out, "share-passed-on", `${out.amount} ${out.currency} to ${out.counterparty ?? "?"}`),
      ),
      ...told.map((one) => row(one, "message", "subcontract")),
    ],
    {
      percent: Math.round(mean * 100),
      times: stable.length,
    },
  );
};
