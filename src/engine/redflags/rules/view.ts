import type { AccountState, Row } from "../state/account-state.ts";
import { rowsOf } from "../state/account-state.ts";
import { slotsOf, type Visit, visitsOf } from "../state/day-digest.ts";
import { type LinkKind, type LinkState, linkKey, usesOf } from "../state/link-state.ts";

/** One day (UTC) of logins. */
export type DayView = {
  readonly day: number;
  readonly slots: readonly boolean[];
  readonly visits: readonly Visit[];
};

/** Another account that uses the same thing. */
export type Sharer = { readonly account: string; readonly hours: readonly number[]; readonly detail: string };

/** A thing that the account uses and others use too. `crowded`: so many do that it says nothing. */
export type SharedView = {
  readonly kind: LinkKind;
  readonly value: string;
  readonly detail: string;
  readonly hours: readonly number[];
  readonly others: readonly Sharer[];
  readonly crowded: boolean;
};

/** All that a rule can read of an account, each list in the order of time. */
export type AccountView = {
  readonly account: string;
  readonly profiles: readonly Row<"account">[];
  readonly days: readonly DayView[];
  readonly months: readonly number[];
  readonly bids: readonly Row<"bid">[];
  readonly ratings: readonly Row<"rating">[];
  readonly messages: readonly Row<"message">[];
  readonly payments: readonly Row<"payment">[];
  readonly wallets: readonly Row<"wallet">[];
  readonly interviews: readonly Row<"interview">[];
  readonly observations: readonly Row<"observation">[];
  readonly shipments: readonly Row<"shipment">[];
  readonly endpoints: readonly Row<"endpoint">[];
  readonly repositories: readonly Row<"repository">[];
  readonly companies: readonly Row<"company">[];
  readonly shared: readonly SharedView[];
  /** Accounts that a person has confirmed a case about. */
  readonly confirmed: ReadonlySet<string>;
};

/** What a view is made of beside the account's own state. */
export type ViewContext = {
  readonly link: (key: string) => LinkState | undefined;
  readonly confirmed: ReadonlySet<string>;
};

function usesWithin(state: AccountState): Map<string, { readonly kind: LinkKind; readonly value: string }> {
  const uses = new Map<string, { readonly kind: LinkKind; readonly value: string }>();
  const add = (kind: LinkKind, value: string): void => {
    uses.set(linkKey({ kind, value }), { kind, value });
  };
  for (const digest of state.days.values()) {
    for (const { ip, device } of visitsOf(digest)) {
      add("ip", ip);
      if (device !== null) add("device", device);
    }
  }
  for (const kind of [
    "account",
    "bid",
    "message",
    "rating",
    "payment",
    "wallet",
    "shipment",
    "endpoint",
    "repository",
  ] as const)
    for (const row of rowsOf(state, kind)) for (const use of usesOf(row)) add(use.kind, use.value);
  return uses;
}

/** The links that an account's state can stand in. */
export function linkKeysOf(state: AccountState): readonly string[] {
  return [...usesWithin(state).keys()];
}

function sharedOf(state: AccountState, { link }: ViewContext): readonly SharedView[] {
  const shared: SharedView[] = [];
  for (const [key, { kind, value }] of usesWithin(state)) {
    const found = link(key);
    if (found === undefined || found.members.length < 2) continue;
    const own = found.members.find(({ account }) => account === state.account);
    shared.push({
      kind,
      value,
      detail: own?.detail ?? "",
      hours: own?.hours ?? [],
      others: found.members
        .filter(({ account }) => account !== state.account)
        .toSorted((a, b) => (a.account < b.account ? -1 : 1)),
      crowded: found.crowded,
    });
  }
  return shared.sort((a, b) => (a.kind === b.kind ? (a.value < b.value ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}

/** The view of an account's state. */
export function viewOf(state: AccountState, context: ViewContext): AccountView {
  return {
    account: state.account,
    profiles: rowsOf(state, "account"),
    days: [...state.days]
      .sort(([a], [b]) => a - b)
      .map(([day, digest]) => ({ day, slots: slotsOf(digest), visits: visitsOf(digest) })),
    months: [...state.months].sort((a, b) => a - b),
    bids: rowsOf(state, "bid"),
    ratings: rowsOf(state, "rating"),
    messages: rowsOf(state, "message"),
    payments: rowsOf(state, "payment"),
    wallets: rowsOf(state, "wallet"),
    interviews: rowsOf(state, "interview"),
    observations: rowsOf(state, "observation"),
    shipments: rowsOf(state, "shipment"),
    endpoints: rowsOf(state, "endpoint"),
    repositories: rowsOf(state, "repository"),
    companies: rowsOf(state, "company"),
    shared: sharedOf(state, context),
    confirmed: context.confirmed,
  };
}
