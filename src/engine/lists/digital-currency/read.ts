import { checkCryptoAddress } from "../../entity/crypto-address.ts";
import { sniff } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, type Table, type TableRow, tableOf } from "../table.ts";

const FORMAT = "digital-currency";

/** Longest address of any chain in use is Monero's integrated one, of 106 characters. */
const ADDRESS = /^[A-Za-z0-9]{20,130}$/;

/** Columns, in any order; `ent_num`, `program` and `currency` may be missing. */
const REQUIRED = ["address", "name"];
const KNOWN: ReadonlySet<string> = new Set([...REQUIRED, "ent_num", "program", "currency"]);

/** What an address without a stated currency can be told to be by its form alone. */
function currencyOf(address: string): string | null {
  return /^0x[0-9a-f]{40}$/i.test(address) ? "ETH" : null;
}

/** The remarks that such tables are drawn from are cut at 1,000 characters, in the middle of an address. */
function isCut(address: string, currency: string | null): boolean {
  const { valid } = checkCryptoAddress(address);
  // Every Bitcoin address carries a checksum; of other currencies only what is known to fail is refused.
  if (currency === "XBT") return valid !== true;
  return valid === false && !/^0x[0-9a-f]{40}$/i.test(address);
}

/** One wallet is one target: the same address under two currencies is two wallets, as the list states two. */
function referenceOf(address: string, currency: string | null): string {
  return currency === null ? address : `${currency}-${address}`;
}

function holderOf(edition: EditionBuilder, row: TableRow, table: Table): Draft | null {
  const number = table.cell(row, "ent_num");
  const name = table.cell(row, "name");
  const reference = number ?? `holder-${name}`;
  const known = edition.get(reference);
  if (known !== null) return known;
  const holder = edition.begin("LegalEntity", reference);
  return holder === null ? null : holder.add("name", name);
}

function takeRow(edition: EditionBuilder, table: Table, row: TableRow): string | null {
  if (row.cells.length !== table.columns.length) {
    return `${row.cells.length} columns where ${table.columns.length} are expected`;
  }
  const address = table.cell(row, "address") ?? "";
  const number = table.cell(row, "ent_num");
  if (!ADDRESS.test(address)) return "the address is not one of a digital currency";
  if (table.cell(row, "name") === null) return "the holder has no name";
  if (number !== null && !/^\d{1,9}$/.test(number)) return "ent_num is not an entry number";
  const currency = table.cell(row, "currency") ?? currencyOf(address);
  if (isCut(address, currency)) return "the address fails its checksum: it is cut off or mistyped";
  const reference = referenceOf(address, currency);
  const known = edition.get(reference);
  if (known !== null) return takeRepeated(edition, table, row, known);
  const wallet = edition.begin("CryptoWallet", reference);
  const holder = holderOf(edition, row, table);
  if (wallet === null || holder === null) return edition.duplicateReason(reference);
  wallet.add("name", address).add("publicKey", address).add("currency", currency);
  wallet.add("holder", holder.id).add("topics", "sanction");
  edition.sanction(wallet, {
    program: (table.cell(row, "program") ?? "").split(/\]\s*\[/),
    authorityId: [number],
  });
  return null;
}

/** An address may be listed under several parties: each becomes a holder of the one wallet. */
function takeRepeated(edition: EditionBuilder, table: Table, row: TableRow, wallet: Draft): string | null {
  const holder = holderOf(edition, row, table);
  if (holder === null || wallet.values("holder").includes(holder.id)) {
    return edition.duplicateReason(table.cell(row, "address") ?? "");
  }
  wallet.add("holder", holder.id);
  edition.sanction(wallet, {
    program: (table.cell(row, "program") ?? "").split(/\]\s*\[/),
    authorityId: [table.cell(row, "ent_num")],
  });
  return null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const notes = ["A table of addresses that a third party drew from the list."];
  const edition = new EditionBuilder({ format: FORMAT, basis: "conversion", context, files, notes });
  for (const file of files) {
    const table = tableOf(readCsv(file, { format: FORMAT }), { format: FORMAT, file, required: REQUIRED });
    for (const column of table.columns)
      if (!KNOWN.has(column)) edition.unread(`column ${column.slice(0, 60)}`);
    for (const row of table.rows) {
      edition.row({ file: file.name, where: `line ${row.line}`, text: () => rowText(row) }, () =>
        takeRow(edition, table, row),
      );
    }
  }
  return edition.finish(null);
}

/**
 * Tables of listed digital-currency addresses (`ent_num,name,program,currency,address` or `address,name`). Each address is
 * a target; its holder bears the id of the party in OFAC's own lists where the table states the entry's number.
 */
export const digitalCurrency: ListReader = {
  format: FORMAT,
  basis: "conversion",
  recognizes: (files) =>
    files.length > 0 &&
    files.every((file) => /^(?:ent_num,name,program,currency,address|address,name)\r?\n/.test(sniff(file))),
  read,
};
