import { countryCode } from "../../engine/entity/country.ts";
import type { Properties } from "../../engine/entity/entity.ts";
import { isA, isSchema, propertyOf } from "../../engine/entity/model.ts";
import { type DateOrder, parsePartialDate } from "../../engine/entity/partial-date.ts";
import { cellValues, schemaOfWord } from "../../engine/lists/plain-csv/columns.ts";
import type { Subject } from "../../engine/match/subject.ts";
import { INPUT_LIMITS, type InputRow } from "./input-row.ts";

/** How the values of a row are to be understood. */
export type RowOptions = {
  /** The schema of rows that state none; null to conclude it from the facts they hold. */
  readonly schema: string | null;
  /** Which of day and month comes first where both are numbers. */
  readonly dateOrder: DateOrder;
};

const COUNTRIES = new Set(["country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag"]);
const DATES = new Set(["birthDate", "deathDate", "incorporationDate"]);
/** Facts that only a human being has. A birth date is not among them: registers put a founding date into its column. */
const OF_PERSONS = ["firstName", "lastName", "middleName", "gender", "passportNumber"];
const OF_VESSELS = ["imoNumber", "mmsi", "callSign"];
const NAMES = ["name", "alias", "weakAlias", "previousName", "firstName", "lastName"];
const IDENTIFYING = [...NAMES, "imoNumber", "publicKey", "idNumber", "passportNumber", "registrationNumber"];
const PARTIES = ["LegalEntity", "Vehicle", "CryptoWallet", "Security"];

function concludedSchema(properties: Properties): string {
  const has = (property: string): boolean => Object.hasOwn(properties, property);
  if (OF_VESSELS.some(has)) return "Vessel";
  if (has("publicKey") && !NAMES.some(has)) return "CryptoWallet";
  // Not known to be a person: a company in a table of customers must not be missed because its row has a nationality.
  return OF_PERSONS.some(has) ? "Person" : "LegalEntity";
}

function understood(
  property: string,
  value: string,
  options: RowOptions,
  notes: string[],
): readonly string[] {
  if (COUNTRIES.has(property)) {
    const code = countryCode(value);
    if (code === null) notes.push(`${property} “${value}” is no country known and was not used`);
    return code === null ? [] : [code];
  }
  if (DATES.has(property)) {
    const date = parsePartialDate(value, options.dateOrder);
    if (date === null) notes.push(`${property} “${value}” is no date and was not used`);
    return date === null ? [] : date.edtf === null ? date.values : [date.edtf];
  }
  return [value];
}

function bounded(property: string, values: readonly string[], notes: string[]): readonly string[] {
  const short = values.map((value) => value.slice(0, INPUT_LIMITS.valueCharsMax));
  if (short.some((value, at) => value !== values[at])) {
    notes.push(`${property}: only the first ${INPUT_LIMITS.valueCharsMax} characters were used`);
  }
  if (short.length > INPUT_LIMITS.valuesMax) {
    notes.push(`${property}: only the first ${INPUT_LIMITS.valuesMax} of ${short.length} values were used`);
  }
  return short.slice(0, INPUT_LIMITS.valuesMax);
}

/**
 * A subject made of stated values, FollowTheMoney properties each with what was written: countries become codes, dates
 * partial dates, and what is neither is noted and left out. An id and a schema may stand among the values.
 */
export function subjectOf(
  stated: Properties,
  options: RowOptions,
): { readonly subject: Subject; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const properties: Record<string, readonly string[]> = {};
  for (const [property, values] of Object.entries(stated)) {
    if (property === "id" || property === "schema") continue;
    const used = bounded(property, values, notes).flatMap((value) =>
      understood(property, value, options, notes),
    );
    if (used.length > 0) properties[property] = [...new Set(used)];
  }
  const word = stated["schema"]?.[0];
  const named = word === undefined ? null : schemaOfWord(word);
  if (word !== undefined && named === null)
    notes.push(`“${word}” is no kind of party known and was not used`);
  const schema = named ?? options.schema ?? concludedSchema(properties);
  // Where it is not known whether the party is a person, a nationality is the country that it belongs to.
  if (!isA(schema, "Person") && properties["nationality"] !== undefined) {
    properties["country"] = [...new Set([...(properties["country"] ?? []), ...properties["nationality"]])];
  }
  const id = stated["id"]?.[0];
  return { subject: { ...(id === undefined ? {} : { id }), schema, properties }, notes };
}

/** The row as a subject, or as unreadable where it states nothing by which a party could be found. */
export function rowOf(
  place: { readonly row: number; readonly line: number },
  stated: Properties,
  options: RowOptions,
): InputRow {
  const id = stated["id"]?.[0] ?? null;
  if (!IDENTIFYING.some((property) => (stated[property] ?? []).length > 0)) {
    return { ...place, kind: "unreadable", id, reason: "neither a name nor an identifier" };
  }
  return { ...place, kind: "subject", ...subjectOf(stated, options) };
}

/** The stated values of a table's row; the cells of a column may hold several. */
export function statedInCells(
  cells: readonly string[],
  columns: Readonly<Record<string, readonly number[]>>,
): Properties {
  const stated: Record<string, readonly string[]> = {};
  for (const [property, places] of Object.entries(columns)) {
    const values = places.flatMap((place) => cellValues(property, cells[place] ?? ""));
    if (values.length > 0) stated[property] = values;
  }
  return stated;
}

/** True for the FollowTheMoney schemata of which there are lists. */
export function isParty(schema: string): boolean {
  return schema === "Thing" || PARTIES.some((party) => isA(schema, party));
}

/** True where the schema has this property and it holds a value, not a link to another entity. */
export function isValueProperty(schema: string, property: string): boolean {
  return isSchema(schema) && (propertyOf(schema, property)?.type ?? "entity") !== "entity";
}
