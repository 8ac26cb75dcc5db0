import { countryCode } from "../../../engine/entity/country.ts";
import { isA, propertyOf } from "../../../engine/entity/model.ts";
import { parsePartialDate } from "../../../engine/entity/partial-date.ts";
import { cellValues, type RecognizedColumns, schemaOfWord } from "../../../engine/lists/plain-csv/columns.ts";
import type { Subject } from "../../../engine/match/subject.ts";

/** A row of a file as it will be screened, or why it can't be. `row` counts data rows from 1, `line` is where it stands. */
export type InputRow = {
  readonly row: number;
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly notes: readonly string[];
} & ({ readonly subject: Subject } | { readonly problem: string });

/** Facts of one party as texts, by property; `id` and `schema` beside FollowTheMoney's own. */
export type Facts = Readonly<Record<string, readonly string[]>>;

const COUNTRY_PROPERTIES = new Set(["country", "nationality", "jurisdiction", "flag"]);
const DATE_PROPERTIES = new Set(["birthDate", "incorporationDate", "deathDate"]);
const UNKNOWN: ReadonlySet<string> = new Set(["Thing", "LegalEntity"]);
const ANY_PARTY = ["Thing", "Person", "Company", "Vessel", "Airplane", "CryptoWallet"];
const NAME_PROPERTIES = ["name", "alias", "weakAlias", "previousName"] as const;
const IDENTITY_PROPERTIES = [
  "passportNumber",
  "idNumber",
  "registrationNumber",
  "taxNumber",
  "leiCode",
  "imoNumber",
];

/** The facts that a row's cells state, by the columns recognized. */
export function factsOfCells(cells: readonly string[], columns: RecognizedColumns["columns"]): Facts {
  const facts: Record<string, string[]> = {};
  for (const [property, places] of Object.entries(columns)) {
    const values = places.flatMap((place) => cellValues(property, cells[place] ?? ""));
    if (values.length > 0) facts[property] = [...new Set(values)];
  }
  return facts;
}

/** Facts that only a person has. A nationality or a date is no such fact: tables of companies carry both. */
const PERSONAL = ["firstName", "lastName", "gender", "passportNumber"];

/** Facts that persons and companies have, and ships and wallets have not. */
const LEGAL = ["birthDate", "birthPlace", "nationality", "idNumber", "taxNumber", "leiCode"];

/** `Thing` where nothing tells: compared with persons, companies, vessels and wallets alike, so that none is missed. */
function schemaOf(facts: Facts, fallback: string | null, notes: string[]): string {
  const word = facts.schema?.[0];
  const stated = word === undefined ? null : schemaOfWord(word);
  if (word !== undefined && stated === null) notes.push(`"${word}" is no kind of party that is known`);
  if (stated !== null) return stated;
  if (fallback !== null) return fallback;
  const states = (properties: readonly string[]) => properties.some((one) => facts[one] !== undefined);
  if (states(["imoNumber", "mmsi"])) return "Vessel";
  if (states(PERSONAL)) return "Person";
  return states(LEGAL) ? "LegalEntity" : "Thing";
}

/** A date in every reading that it allows: 03/04/1970 is the third of April or the fourth of March, and either may match. */
function datesOf(text: string, notes: string[], property: string): readonly string[] {
  const readings = [parsePartialDate(text, "dmy"), parsePartialDate(text, "mdy")];
  const values = new Set(readings.flatMap((reading) => reading?.values ?? []));
  if (values.size === 0) notes.push(`${property} "${text}" is no date`);
  return [...values];
}

function countriesOf(text: string, notes: string[], property: string): readonly string[] {
  const code = countryCode(text);
  if (code === null) notes.push(`${property} "${text}" is no country that is known`);
  return code === null ? [] : [code];
}

/** A whole name from its parts, where the row has no name of its own. */
function namesOf(facts: Facts): readonly string[] {
  if (facts.name !== undefined) return facts.name;
  const parts = ["firstName", "middleName", "lastName"].flatMap((part) => facts[part]?.slice(0, 1) ?? []);
  return parts.length === 0 ? [] : [parts.join(" ")];
}

function propertiesOf(facts: Facts, schema: string, notes: string[]): Record<string, readonly string[]> {
  const properties: Record<string, readonly string[]> = {};
  for (const [property, values] of Object.entries(facts)) {
    if (property === "id" || property === "schema") continue;
    // What is not known to be a person or a company keeps the facts of either.
    const models = UNKNOWN.has(schema) ? ANY_PARTY : [schema];
    const known =
      property === "nationality" ||
      models.some((model) => (propertyOf(model, property)?.type ?? "entity") !== "entity");
    if (!known) continue;
    const read = values.flatMap((text) => {
      if (DATE_PROPERTIES.has(property)) return datesOf(text, notes, property);
      if (COUNTRY_PROPERTIES.has(property)) return countriesOf(text, notes, property);
      return [text];
    });
    if (read.length > 0) properties[property] = [...new Set(read)];
  }
  if (properties.nationality !== undefined && !isA(schema, "Person")) {
    properties.country = [...new Set([...(properties.country ?? []), ...properties.nationality])];
    if (!UNKNOWN.has(schema)) delete properties.nationality;
  }
  return properties;
}

/** The party that these facts describe. `schema` is used where they state none; what could not be read is in `notes`. */
export function rowOfFacts(
  place: { readonly row: number; readonly line: number },
  facts: Facts,
  schema: string | null,
): InputRow {
  const notes: string[] = [];
  const kind = schemaOf(facts, schema, notes);
  const names = namesOf(facts);
  const head = { ...place, id: facts.id?.[0] ?? null, name: names[0] ?? facts.publicKey?.[0] ?? null, notes };
  if (kind !== "Thing" && !isA(kind, "LegalEntity") && !isA(kind, "Vehicle") && !isA(kind, "CryptoWallet")) {
    return { ...head, problem: `${kind} is no kind of party` };
  }
  const properties = propertiesOf(facts, kind, notes);
  if (names.length > 0) properties.name = names;
  const named = [...NAME_PROPERTIES, ...IDENTITY_PROPERTIES, "publicKey"].some(
    (property) => properties[property] !== undefined,
  );
  if (!named) return { ...head, problem: "neither a name nor an identifier" };
  const subject: Subject = {
    ...(head.id === null ? {} : { id: head.id }),
    schema: kind,
    properties,
  };
  return { ...head, subject };
}
