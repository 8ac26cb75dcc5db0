import {
  type Adapted,
  type Adapter,
  compact,
  countryOf,
  type ForeignRecord,
  idOf,
  instantOf,
  memberOf,
  numberOf,
  textOf,
} from "./adapter.ts";

/** Currencies that Stripe counts in whole units (its list of zero-decimal currencies). */
const WHOLE: ReadonlySet<string> = new Set(
  "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF".split(" "),
);

/** Stripe's count of smallest units as an amount: 1100 of USD is `11.00`. */
function stripeAmount(record: ForeignRecord, currency: string): string | undefined {
  const count = numberOf(record, "amount");
  if (count === undefined || !Number.isSafeInteger(count) || count < 0) return undefined;
  if (WHOLE.has(currency)) return String(count);
  const digits = String(count).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function stripeObject(record: ForeignRecord, owner: string | undefined, created: unknown): Adapted {
  const object = textOf(record, "object");
  const currency = (textOf(record, "currency") ?? "").toUpperCase();
  const at = instantOf(record.created ?? created);
  switch (object) {
    case "transfer":
      return {
        events: [
          compact({
            kind: "payment",
            id: idOf(record, textOf(record, "id")),
            account: textOf(record, "destination"),
            at,
            direction: "in",
            amount: stripeAmount(record, currency),
            currency,
            counterpartyKind: "platform",
            rail: "stripe",
          }),
        ],
      };
    case "payout":
      if (owner === undefined)
        return { passedOver: "a payout of the platform itself: no connected account is named" };
      return {
        events: [
          compact({
            kind: "payment",
            id: idOf(record, textOf(record, "id")),
            account: owner,
            at,
            direction: "out",
            amount: stripeAmount(record, currency),
            currency,
            payoutAccount: textOf(record, "destination"),
            counterpartyKind: "platform",
            rail: "stripe",
          }),
        ],
      };
    case "bank_account": {
      const account = textOf(record, "account") ?? owner;
      if (account === undefined || at === undefined)
        return { passedOver: "a bank account without its connected account or day" };
      // The fingerprint is the same wherever the same bank account is added: that is what makes it shared.
      const payout = compact({
        account: textOf(record, "fingerprint") ?? textOf(record, "id"),
        holder: textOf(record, "account_holder_name"),
        country: countryOf(textOf(record, "country")),
      });
      return {
        events: [
          { kind: "account", id: idOf(record, textOf(record, "id")), account, at, payoutAccounts: [payout] },
        ],
      };
    }
    case "account": {
      const email = textOf(record, "email");
      const name = textOf(record, "business_profile", "name");
      return {
        events: [
          compact({
            kind: "account",
            id: idOf(record, textOf(record, "id")),
            account: textOf(record, "id"),
            at,
            createdAt: at,
            platform: "stripe",
            claimedCountry: countryOf(textOf(record, "country")),
            emails: email === undefined ? undefined : [email],
            names: name === undefined ? undefined : [name],
          }),
        ],
      };
    }
    default:
      return { passedOver: "an object that no rule asks for" };
  }
}

/** Stripe Connect: transfers, payouts, bank accounts and accounts, bare or within the events that webhooks send. */
export const stripe: Adapter = {
  name: "stripe",
  matches: (record) =>
    typeof record.object === "string" && (typeof record.id === "string" || record.object === "event"),
  read: (record) => {
    if (record.object !== "event") return stripeObject(record, textOf(record, "account"), undefined);
    const inner = memberOf(record, "data", "object");
    if (inner === null || typeof inner !== "object") return { passedOver: "an event without its object" };
    return stripeObject(inner as ForeignRecord, textOf(record, "account"), record.created);
  },
};

const PAYPAL_DONE: ReadonlySet<string> = new Set(["SUCCESS", "PENDING", "UNCLAIMED", "ONHOLD"]);

/** PayPal's payout items (`payout_batch_items` of the Payouts API). */
export const paypal: Adapter = {
  name: "paypal",
  matches: (record) => record.payout_item_id !== undefined && record.payout_item !== undefined,
  read: (record) => {
    if (!PAYPAL_DONE.has(textOf(record, "transaction_status") ?? "SUCCESS"))
      return { passedOver: "a payout that was not made" };
    const receiver = textOf(record, "payout_item", "receiver");
    return {
      events: [
        compact({
          kind: "payment",
          id: idOf(record, textOf(record, "payout_item_id")),
          // The platform's own number of the payee, where it gave one.
          account: textOf(record, "payout_item", "sender_item_id") ?? receiver,
          at: instantOf(record.time_processed),
          direction: "out",
          amount: textOf(record, "payout_item", "amount", "value"),
          currency: textOf(record, "payout_item", "amount", "currency"),
          counterpartyKind: "platform",
          payoutAccount: receiver,
          rail: "paypal",
        }),
      ],
    };
  },
};
