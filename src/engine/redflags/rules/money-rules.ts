import { employmentConfirmation } from "./conduct-rules.ts";
import {
  DAY_MS,
  daysBetween,
  distinct,
  found,
  fullestWindow,
  msOf,
  type RuleFunction,
  row,
  sameName,
  sizeOf,
  stated,
} from "./found.ts";
import { passedThrough, payShared } from "./payment-rules.ts";
import { sharedOf, sharerRows } from "./shared.ts";
import { named, TABLES } from "./tables.ts";

const inCrypto: RuleFunction = (view) =>
  found([
    ...view.messages
      .filter(({ topics }) => topics?.includes("crypto") === true)
      .map((one) => row(one, "message", "crypto")),
    ...view.profiles.flatMap((profile) =>
      (profile.payoutAccounts ?? []).flatMap(({ rail }) => {
        const known = named(rail ?? "", TABLES.cryptoRails);
        return known === null ? [] : [row(profile, "rail", known)];
      }),
    ),
  ]);

/** How far amounts lie from each other: the standard deviation over the mean. */
function spreadOf(amounts: readonly number[]): number {
  const mean = amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
  const variance = amounts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / amounts.length;
  return Math.sqrt(variance) / mean;
}

const stablecoinPay: RuleFunction = (view, threshold) => {
  const paid = view.payments.filter(
    (one) =>
      one.direction === "in" &&
      TABLES.stablecoins.includes(one.currency) &&
      sizeOf(one) >= threshold("from") &&
      sizeOf(one) <= threshold("to"),
  );
  const payers = distinct(paid.flatMap(({ counterparty }) => counterparty ?? []));
  const months = distinct(paid.map(({ at }) => at.slice(0, 7)));
  if (
    payers.length < threshold("payers") ||
    months.length < threshold("months") ||
    spreadOf(paid.map(sizeOf)) >= threshold("spread")
  )
    return null;
  return found(
    paid.map((one) =>
      row(one, "payment-in", `${one.amount} ${one.currency} from ${one.counterparty ?? "?"}`),
    ),
    { payers: payers.length, months: months.length },
  );
};

const nearListedWallet: RuleFunction = (view, threshold) =>
  found([
    ...view.wallets
      .filter(({ hopsToListed }) => hopsToListed !== undefined && hopsToListed <= threshold("hops"))
      .map((one) =>
        row(one, "hops-to-listed", `${one.hopsToListed}: ${one.address} – ${one.listedAddress ?? "?"}`),
      ),
    ...view.wallets
      .filter(({ through }) => (through ?? []).length > 0)
      .map((one) => row(one, "wallet-through", `${one.address}: ${one.through?.join(", ")}`)),
  ]);

const prepayment: RuleFunction = (view, threshold) => {
  const asked = view.messages.filter(({ topics }) => topics?.includes("prepayment") === true);
  return asked.length < threshold("requests")
    ? null
    : found(
        asked.map((one) => row(one, "message", "prepayment")),
        { requests: asked.length },
      );
};

const changingAccounts: RuleFunction = (view, threshold) => {
  let before: string | null = null;
  const changes = view.profiles.flatMap((profile) => {
    if (profile.payoutAccounts === undefined) return [];
    const now = profile.payoutAccounts
      .map(({ account }) => account)
      .sort()
      .join(", ");
    const changed = before !== null && before !== now;
    const event = changed ? [row(profile, "payment-account-changed", `${before} → ${now}`)] : [];
    before = now;
    return event;
  });
  const asked = view.messages
    .filter(({ topics }) => topics?.includes("other-payment-account") === true)
    .map((one) => row(one, "message", "other payment account"));
  const all = [...changes, ...asked].sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
  const window = fullestWindow(all, ({ at }) => msOf(at ?? ""), threshold("days") * DAY_MS);
  return window.length < threshold("changes") ? null : found(window, { changes: window.length });
};

const otherHolder: RuleFunction = (view) => {
  const names = [
    ...stated(view, ({ names: all }) => all),
    ...stated(view, ({ documents }) => documents?.flatMap(({ name }) => name ?? [])),
  ];
  if (names.length === 0) return null;
  const isOther = (holder: string | undefined): holder is string =>
    holder !== undefined && !names.some((name) => sameName(name, holder));
  return found([
    ...view.profiles.flatMap((profile) =>
      (profile.payoutAccounts ?? []).flatMap(({ holder }) =>
        isOther(holder) ? [row(profile, "account-holder", holder)] : [],
      ),
    ),
    ...view.payments
      .filter(
        ({ direction, holder, counterpartyKind }) =>
          direction === "out" &&
          (counterpartyKind === undefined || counterpartyKind === "platform") &&
          isOther(holder),
      )
      .map((one) => row(one, "account-holder", one.holder ?? "")),
  ]);
};

const oddBank: RuleFunction = (view) =>
  found(
    view.profiles.flatMap((profile) =>
      (profile.payoutAccounts ?? []).flatMap(({ bank, routing, account }) => {
        const kind = bank === "neobank" || bank === "money-service";
        return routing === "differs" || kind
          ? [
              row(
                profile,
                routing === "differs" ? "routing-number-differs" : "bank-kind",
                `${account}${kind ? `: ${bank}` : ""}`,
              ),
            ]
          : [];
      }),
    ),
  );

const smallCharges: RuleFunction = (view, threshold) => {
  const charges = view.payments.filter((one) => one.budgeted === false && sizeOf(one) < threshold("below"));
  const window = fullestWindow(charges, ({ at }) => msOf(at), threshold("days") * DAY_MS);
  return window.length < threshold("charges")
    ? null
    : found(
        window.map((one) => row(one, "charge", `${one.amount} ${one.currency}`)),
        { charges: window.length },
      );
};

const shellFlow: RuleFunction = (view, threshold) => {
  const shells = view.companies.filter(
    ({ at, registeredOn, business }) =>
      business === false ||
      (registeredOn !== undefined && daysBetween(registeredOn, at) < threshold("companyDays")),
  );
  const through = passedThrough(view, { hours: threshold("hours"), share: threshold("share") }).filter(
    ({ into, out }) =>
      into.counterpartyKind === "company" &&
      out.some(({ counterpartyKind }) => counterpartyKind === "company"),
  );
  if (shells.length === 0 || through.length === 0) return null;
  return found([
    ...shells.map((one) => row(one, "company", `${one.name}, registered ${one.registeredOn ?? "?"}`)),
    ...through
      .flatMap(({ into, out }) => [into, ...out])
      .map((one) =>
        row(one, `payment-${one.direction}`, `${one.amount} ${one.currency}, ${one.counterparty ?? ""}`),
      ),
  ]);
};

const collective: RuleFunction = (view, threshold) => {
  const small = view.payments.filter(
    (one) =>
      one.direction === "out" && one.counterpartyKind === "person" && sizeOf(one) <= threshold("below"),
  );
  const window = fullestWindow(small, ({ at }) => msOf(at), threshold("days") * DAY_MS);
  const payees = distinct(window.flatMap(({ counterparty }) => counterparty ?? []));
  if (payees.length < threshold("payees") || spreadOf(window.map(sizeOf)) > threshold("spread")) return null;
  return found(
    window.map((one) =>
      row(one, "payment-out", `${one.amount} ${one.currency} to ${one.counterparty ?? "?"}`),
    ),
    { payees: payees.length },
  );
};

const bankingProxy: RuleFunction = (view, threshold) => {
  const names = stated(view, ({ names: all }) => all);
  for (const shared of sharedOf(view, "payout")) {
    const others = shared.others.filter(({ detail }) => detail !== "" && detail === shared.detail);
    const foreign =
      shared.detail !== "" && names.length > 0 && !names.some((name) => sameName(name, shared.detail));
    if (foreign && others.length >= threshold("others"))
      return found(sharerRows(shared, others, "paid-to-third-person"), {
        holder: shared.detail,
        others: others.length,
      });
  }
  return null;
};

/** D5: money. */
export const MONEY_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-100": inCrypto,
  "RF-101": stablecoinPay,
  "RF-102": nearListedWallet,
  "RF-103": prepayment,
  "RF-104": changingAccounts,
  "RF-105": otherHolder,
  "RF-106": oddBank,
  "RF-107": payShared,
  "RF-108": employmentConfirmation,
  "RF-109": smallCharges,
  "RF-110": shellFlow,
  "RF-111": collective,
  "RF-112": bankingProxy,
};
