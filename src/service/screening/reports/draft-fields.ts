import type { Receipt } from "../../../engine/receipt.ts";
import { type Money, parseTransaction, type Transaction } from "../../../engine/transaction.ts";
import { Fault } from "../../../fault.ts";
import type { DecisionMade } from "../alerts/alert-state.ts";
import type { Alert } from "../alerts/alert-store.ts";
import { ROLE_WORDS } from "../checks/check-roles.ts";
import { receiptTextOf } from "../checks/check-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { EMPTY_FIELDS, type ReportFields } from "./report-fields.ts";

type Party = ReportFields["parties"][number];
type Properties = Readonly<Record<string, readonly string[]>>;

const listed = (properties: Properties, ...names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => properties[name] ?? [])),
];

function partyOf(role: string, name: string, properties: Properties): Party {
  return {
    role,
    name,
    address: listed(properties, "address").join("; "),
    country: listed(properties, "country", "nationality", "jurisdiction").join(", "),
    account: listed(properties, "iban", "accountNumber", "bicCode").join(", "),
  };
}

/** An exact amount as the report's form writes it: 1250.75. */
function amountOf({ amount, scale }: Money): string {
  if (scale === 0) return amount;
  const digits = amount.padStart(scale + 1, "0");
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Decimal places that a report's amount may have. */
const AMOUNT_SCALE_MAX = 6;

function worthOf(funds: Money | null): ReportFields["value"] {
  if (funds === null || funds.scale > AMOUNT_SCALE_MAX) return EMPTY_FIELDS.value;
  const amount = amountOf(funds);
  const { currency } = funds;
  return { amount, currency, usd: currency === "USD" ? amount : "", basis: "actual" };
}

/** What the transaction says of the property: what it is, by which numbers it is known, what it is worth, who is in it. */
function factsOfTransaction(transaction: Transaction): Pick<ReportFields, "parties" | "property" | "value"> {
  const goods = transaction.goods.map(({ description }) => description);
  const what = transaction.kind === "payment" ? "Funds of a payment" : `Property of a ${transaction.kind}`;
  const about = [transaction.purpose, ...goods].filter((text) => text !== "").join("; ");
  const parties = transaction.parties.map(({ role, properties }) =>
    partyOf(ROLE_WORDS[role][0].toLowerCase(), properties.name?.[0] ?? "", properties),
  );
  const accounts = parties.flatMap(({ account }) => (account === "" ? [] : account.split(", ")));
  return {
    parties,
    property: {
      description: about === "" ? what : `${what}: ${about}`,
      location: "",
      references: [...new Set([transaction.reference, ...accounts])],
    },
    value: worthOf(transaction.funds),
  };
}

/** The transaction whose check brought the alert up, or null where none did or it is kept no longer. */
async function transactionOf(trx: DeskTransaction, checkId: string | null): Promise<Transaction | null> {
  if (checkId === null) return null;
  try {
    const { transaction } = JSON.parse(await receiptTextOf(trx, checkId)) as Receipt;
    return parseTransaction(transaction, `check ${checkId}`);
  } catch (error) {
    if (error instanceof Fault && (error.code === "not-found" || error.code === "erased")) return null;
    throw error;
  }
}

/** Who filed last: the next report is filed by the same, until somebody writes another. */
async function lastFiler(trx: DeskTransaction): Promise<ReportFields["filer"]> {
  const row = await trx
    .selectFrom("legal_reports")
    .select("fields")
    .orderBy("updated_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.fields.filer ?? EMPTY_FIELDS.filer;
}

/** What the alert, the decision on it and the check behind it say of a report's fields; the rest is left empty. */
export async function draftFields(
  trx: DeskTransaction,
  alert: Alert,
  decision: DecisionMade,
  eventOn: string,
): Promise<ReportFields> {
  const { subject, listed: entity } = alert.record;
  const [listing] = entity.listings;
  const programmes = [...new Set(entity.listings.flatMap((one) => one.programmes))];
  const transaction = await transactionOf(trx, alert.checkId);
  const known = transaction === null ? null : factsOfTransaction(transaction);
  const own = partyOf("account party", subject.caption, subject.properties);
  const isKnown = known?.parties.some(({ name }) => name === own.name) === true;
  return {
    ...EMPTY_FIELDS,
    ...known,
    filer: await lastFiler(trx),
    eventOn,
    legalAuthority: decision.legalAuthority ?? programmes.join(", "),
    target: { name: entity.caption, list: listing?.title ?? "", entry: listing?.entry ?? "", programmes },
    parties: isKnown ? (known?.parties ?? []) : [own, ...(known?.parties ?? [])],
    narrative: decision.narrative,
  };
}
