import { RecordBook } from "../network/fronts/record-book.ts";
import { ALWAYS } from "../network/ownership/period.ts";
import { plainName } from "./rules/found.ts";
import type { Row } from "./state/account-state.ts";

/** What is known of a company that an account is tied to. */
export type CompanyRow = Row<"company">;

const idOf = (name: string): string => `company ${plainName(name)}`;

/** A company of the records with the accounts that it is tied to. */
export type RecordedCompany = {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly string[];
};

/** Companies of accounts, with the persons that their papers name, as records in which fronts are looked for (RF-140 to RF-142). */
export function companyRecords(rows: readonly CompanyRow[]): {
  readonly book: RecordBook;
  readonly companies: readonly RecordedCompany[];
} {
  const book = new RecordBook();
  const companies = new Map<string, { name: string; accounts: Set<string> }>();
  for (const row of rows) {
    const id = idOf(row.name);
    const known = companies.get(id) ?? { name: row.name, accounts: new Set<string>() };
    companies.set(id, known);
    known.accounts.add(row.account);
    addCompany(book, id, row);
  }
  return {
    book: book.finish(),
    companies: [...companies]
      .map(([id, { name, accounts }]) => ({ id, name, accounts: [...accounts].sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function addCompany(book: RecordBook, id: string, row: CompanyRow): void {
  const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
  const seen = row.at.slice(0, 10);
  book.addParty({
    id,
    schema: "Company",
    caption: row.name,
    seen,
    properties: {
      name: [row.name, ...(row.names ?? [])],
      country: one(row.country?.toLowerCase()),
      address: row.addresses ?? [],
      phone: row.phones ?? [],
      email: row.emails ?? [],
      website: row.websites ?? [],
      registrationNumber: one(row.registrationNumber),
    },
  });
  for (const { name, role, nationality } of row.people ?? []) {
    const person = `person ${plainName(name)}`;
    book.addParty({
      id: person,
      schema: "Person",
      caption: name,
      seen,
      properties: { name: [name], nationality: one(nationality?.toLowerCase()) },
    });
    book.addRelation({ kind: role, from: person, to: id, role: null, period: ALWAYS, source: "the records" });
  }
  if (row.sister === undefined) return;
  const sister = idOf(row.sister);
  book.addParty({
    id: sister,
    schema: "Company",
    caption: row.sister,
    seen,
    properties: { name: [row.sister] },
  });
  book.addRelation({
    kind: "linked",
    from: id,
    to: sister,
    role: "sister company",
    period: ALWAYS,
    source: "the records",
  });
}
