import { distinct } from "../../../engine/redflags/rules/found.ts";
import { type AccountState, rowsOf } from "../../../engine/redflags/state/account-state.ts";
import { visitsOf } from "../../../engine/redflags/state/day-digest.ts";

/** What is known of an account as a report or a page names it. */
export type AccountFacts = {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly country: string | null;
  readonly utcOffsetMinutes: number | null;
  readonly documents: readonly string[];
  readonly payoutAccounts: readonly string[];
  readonly wallets: readonly string[];
  readonly ips: readonly string[];
  readonly devices: readonly string[];
  readonly companies: readonly string[];
  /** For each hour of the day (UTC) on how many days the account was in. */
  readonly hours: readonly number[];
  /** Where logins came from, the most frequent first. */
  readonly places: readonly {
    readonly country: string | null;
    readonly place: string | null;
    readonly days: number;
  }[];
};

/** Values of one kind that are told; an account with more of them has its flags for that. */
const VALUES_MAX = 50;

function hoursOf({ days }: AccountState): readonly number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { slots } of days.values())
    for (let hour = 0; hour < 24; hour += 1) {
      const quarters = Array.from({ length: 4 }, (_, quarter) => hour * 4 + quarter);
      const active = quarters.some(
        (slot) => (((slots[Math.floor(slot / 32) as 0 | 1 | 2] ?? 0) >>> (slot % 32)) & 1) === 1,
      );
      if (active) hours[hour] = (hours[hour] ?? 0) + 1;
    }
  return hours;
}

/** Gathers them from an account's state. */
export function accountFacts(state: AccountState): AccountFacts {
  const profiles = rowsOf(state, "account");
  const days = [...state.days.values()].map(visitsOf);
  const visits = days.flat();
  const last = <T>(pick: (profile: (typeof profiles)[number]) => T | undefined): T | null =>
    profiles
      .toReversed()
      .map(pick)
      .find((value) => value !== undefined) ?? null;
  const told = (values: readonly string[]): readonly string[] => distinct(values).slice(0, VALUES_MAX);
  const places = Map.groupBy(
    days.flatMap((day) => distinct(day.map(({ country, place }) => `${country ?? ""}\u001f${place ?? ""}`))),
    (key) => key,
  );
  return {
    names: told(profiles.flatMap(({ names }) => names ?? [])),
    emails: told(profiles.flatMap(({ emails }) => emails ?? [])),
    phones: told(profiles.flatMap(({ phones }) => phones?.map(({ number }) => number) ?? [])),
    addresses: told([
      ...profiles.flatMap(({ addresses }) => addresses ?? []),
      ...rowsOf(state, "shipment").map(({ address }) => address),
    ]),
    country: last(({ claimedCountry }) => claimedCountry),
    utcOffsetMinutes: last(({ utcOffsetMinutes }) => utcOffsetMinutes),
    documents: told(
      profiles.flatMap(
        ({ documents }) =>
          documents?.map(({ kind, issuer, number }) => [kind, issuer, number].filter(Boolean).join(" ")) ??
          [],
      ),
    ),
    payoutAccounts: told([
      ...profiles.flatMap(
        ({ payoutAccounts }) =>
          payoutAccounts?.map(({ account, holder }) =>
            holder === undefined ? account : `${account} (${holder})`,
          ) ?? [],
      ),
      ...rowsOf(state, "payment").flatMap(({ payoutAccount, holder }) =>
        payoutAccount === undefined
          ? []
          : [holder === undefined ? payoutAccount : `${payoutAccount} (${holder})`],
      ),
    ]),
    wallets: told(rowsOf(state, "wallet").map(({ address }) => address)),
    ips: told(visits.map(({ ip }) => ip)),
    devices: told([
      ...visits.flatMap(({ device }) => device ?? []),
      ...rowsOf(state, "endpoint").map(({ device }) => device),
    ]),
    companies: told(
      rowsOf(state, "company").map(({ name, country, addresses }) =>
        [name, country, ...(addresses ?? [])].filter(Boolean).join(", "),
      ),
    ),
    hours: hoursOf(state),
    places: [...places]
      .map(([key, all]) => {
        const [country = "", place = ""] = key.split("\u001f");
        return { country: country || null, place: place || null, days: all.length };
      })
      .sort((a, b) => b.days - a.days)
      .slice(0, VALUES_MAX),
  };
}
