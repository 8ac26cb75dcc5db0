import { schemaOfWord } from "../engine/lists/plain-csv/columns.ts";
import { DEFAULT_POLICY } from "../engine/match/policy.ts";
import type { ScreenPolicy, Subject } from "../engine/match/subject.ts";
import { rowOfFacts } from "../service/screening/files/subject-of-cells.ts";
import { type Flag, type Given, usageFault } from "./command.ts";

/** Flags that state facts of the party asked about. */
export const SUBJECT_FLAGS: Readonly<Record<string, Flag>> = {
  schema: {
    value: "KIND",
    words: "what the party is: Person, Company, Organization, Vessel … ; guessed where not given",
  },
  birth: {
    value: "DATE",
    words: "date of birth, as precisely as it is known: 1970, 1970-02 or 1970-02-05",
    many: true,
  },
  country: { value: "COUNTRY", words: "a country it belongs to, by code or name", many: true },
  nationality: { value: "COUNTRY", words: "nationality, by code or name", many: true },
  id: {
    value: "NUMBER",
    words: "an identifier: passport, registration, IMO number …; PROPERTY=NUMBER says which",
    many: true,
  },
  address: { value: "ADDRESS", words: "an address", many: true },
};

/** Flags that state how screening is done. */
export const POLICY_FLAGS: Readonly<Record<string, Flag>> = {
  limit: { value: "COUNT", words: `at most so many matches (${DEFAULT_POLICY.limit})` },
  threshold: {
    value: "SCORE",
    words: `a match at or over this score, 0 to 1, is a hit (${DEFAULT_POLICY.threshold})`,
  },
  list: { value: "LIST", words: 'only this list, by its id in "sluice lists"', many: true },
  at: {
    value: "DATE",
    words: "as the lists stood on this day (YYYY-MM-DD); their newest editions where not given",
  },
};

/** Most matches that may be asked for. */
const LIMIT_MAX = 500;

/** The schema that `--schema` states, or null. Throws `usage` for a word that means none. */
export function schemaFlag(given: Given): string | null {
  const word = given.value("schema");
  const schema = word === null ? null : schemaOfWord(word);
  if (word !== null && schema === null) {
    throw usageFault(`--schema ${word}: no such kind; Person, Company, Organization, LegalEntity, Vessel …`);
  }
  return schema;
}

function identifierFacts(given: Given, schema: string | null): Record<string, readonly string[]> {
  const facts: Record<string, string[]> = {};
  for (const text of given.values("id")) {
    const [, named, number] = /^([A-Za-z]+)=(.+)$/.exec(text) ?? [];
    const property =
      named ?? (schema === "Vessel" ? "imoNumber" : schema === "CryptoWallet" ? "publicKey" : "idNumber");
    facts[property] = [...(facts[property] ?? []), number ?? text];
  }
  return facts;
}

/** The party that a name and the flags describe. Throws `usage` where a fact is not what its flag takes. */
export function subjectOf(name: string, given: Given): Subject {
  const schema = schemaFlag(given);
  const facts: Record<string, readonly string[]> = {
    name: [name],
    ...identifierFacts(given, schema),
  };
  const flags = { birth: "birthDate", country: "country", nationality: "nationality", address: "address" };
  for (const [flag, property] of Object.entries(flags)) {
    if (given.has(flag)) facts[property] = given.values(flag);
  }
  const row = rowOfFacts({ row: 1, line: 1 }, facts, schema);
  if (row.notes[0] !== undefined) throw usageFault(row.notes[0]);
  if ("problem" in row) throw usageFault(row.problem);
  return row.subject;
}

function numberOf(flag: string, value: string | null, least: number, most: number): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || number < least || number > most) {
    throw usageFault(`--${flag} ${value}: not a number from ${least} to ${most}`);
  }
  return number;
}

/** The screening policy that the flags state. Throws `usage`. */
export function policyOf(given: Given): ScreenPolicy {
  const limit = numberOf("limit", given.value("limit"), 1, LIMIT_MAX);
  if (limit !== null && !Number.isInteger(limit)) throw usageFault(`--limit ${limit}: not a whole number`);
  const threshold = numberOf("threshold", given.value("threshold"), 0, 1);
  const lists = given.values("list");
  const changed = limit !== null || threshold !== null || lists.length > 0;
  return {
    name: changed ? "command-line" : DEFAULT_POLICY.name,
    threshold: threshold ?? DEFAULT_POLICY.threshold,
    limit: limit ?? DEFAULT_POLICY.limit,
    lists: lists.length > 0 ? lists : DEFAULT_POLICY.lists,
  };
}
