import { type Adapted, compact, instantOf } from "./adapter.ts";

/** A system's report that is a table: known by its columns, not by a record's members. */
export type TableAdapter = {
  /** `payoneer`, as reports of a run name it. */
  readonly name: string;
  readonly matches: (columns: readonly string[]) => boolean;
  /** A row as events; `fileName` is what the file is called, without its ending. */
  readonly read: (row: Readonly<Record<string, string>>, fileName: string) => Adapted;
};

const COLUMNS = [
  "Transaction Date",
  "Transaction ID",
  "Description",
  "Credit Amount",
  "Debit Amount",
  "Currency",
  "Status",
] as const;

/** Zones as the report writes them, as offsets. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** `03/01/2024` is the first of March: the report writes the month first. Undefined for what is no instant. */
function instantIn(row: Readonly<Record<string, string>>): string | undefined {
  const date = row["Transaction Date"]?.trim() ?? "";
  const time = (row["Transaction Time"] ?? row.Time)?.trim() || "00:00";
  const zone = row["Time Zone"]?.trim() || "UTC";
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
  const day =
    american === null
      ? date
      : `${american[3]}-${(american[1] ?? "").padStart(2, "0")}-${(american[2] ?? "").padStart(2, "0")}`;
  return instantOf(`${day}T${time}${ZONES[zone.toUpperCase()] ?? zone}`);
}

const amountIn = (text: string | undefined): string =>
  (text ?? "").trim().replaceAll(",", "").replace(/^-/, "");
const isSum = (amount: string): boolean => amount !== "" && Number(amount) !== 0;
const some = (text: string | undefined): string | undefined => text?.trim() || undefined;

/**
 * Payoneer's report of an account's transactions (CSV). It is of one account and does not name it: a column `Account`
 * does, where somebody added one, and else the file's name. Where money went names a bank with four digits of its account,
 * which many share: it stands as the counterparty, and connects nobody.
 */
export const payoneer: TableAdapter = {
  name: "payoneer",
  matches: (columns) => COLUMNS.every((column) => columns.includes(column)),
  read: (row, fileName) => {
    const status = some(row.Status) ?? "Completed";
    if (!/^completed$/i.test(status)) return { passedOver: `a transaction that is not completed: ${status}` };
    const [credit, debit] = [amountIn(row["Credit Amount"]), amountIn(row["Debit Amount"])];
    if (!isSum(credit) && !isSum(debit)) return { passedOver: "a transaction without an amount" };
    const isIn = isSum(credit);
    return {
      events: [
        compact({
          kind: "payment",
          id: some(row["Transaction ID"]),
          account: some(row.Account) ?? fileName,
          at: instantIn(row),
          direction: isIn ? "in" : "out",
          amount: isIn ? credit : debit,
          currency: some(row.Currency)?.toUpperCase(),
          counterparty: some(isIn ? row.Source : row.Target) ?? some(row.Description),
          counterpartyKind: "platform",
          rail: "payoneer",
        }),
      ],
    };
  },
};

/** All reports that are known by their columns. */
export const TABLE_ADAPTERS: readonly TableAdapter[] = [payoneer];
