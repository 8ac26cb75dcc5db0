import { countryCode, isCountryCode } from "../../../engine/entity/country.ts";
import type { Properties } from "../../../engine/entity/entity.ts";
import { normalizeIdentifier } from "../../../engine/entity/identifier.ts";
import { isPartialDate, parsePartialDate } from "../../../engine/entity/partial-date.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import { NAMING_PROPERTY } from "./book-file.ts";
import { countryOfPhone } from "./calling-codes.ts";
import { type Schema, schemaNamed } from "./ftm-schema.ts";
import { Refusal } from "./refusal.ts";
import { searchWords } from "./search-words.ts";

/** An example as a client sends it, checked for shape. */
export type Example = {
  readonly id: string | null;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
};

/** An example as it is matched and sent back: known properties with cleaned values. */
export type CleanExample = {
  readonly id: string | null;
  readonly schema: string;
  readonly properties: Properties;
};

/** What is asked about where nothing is known but a name. */
export const BASE_SCHEMA = "Thing";

/** Distinct words of all names together, plus one, that yente's search can take in. */
const CLAUSES_MAX = 900;
/** Values of one property that are looked at. */
const VALUES_MAX = 2_000;
const VALUE_CHARS_MAX = 65_000;

const GENDERS: Readonly<Record<string, string>> = {
  m: "male",
  man: "male",
  masculin: "male",
  männlich: "male",
  мужской: "male",
  f: "female",
  woman: "female",
  féminin: "female",
  weiblich: "female",
  женский: "female",
  o: "other",
  d: "other",
  divers: "other",
};

function cleanDate(text: string): readonly string[] {
  if (isPartialDate(text)) return [text];
  const day = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text)?.[1];
  if (day !== undefined && isPartialDate(day)) return [day];
  return parsePartialDate(text)?.values ?? [];
}

function cleanCountry(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const code = isCountryCode(lower) ? lower : countryCode(text);
  return code === null ? [] : [code];
}

function cleanGender(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (["male", "female", "other"].includes(lower)) return [lower];
  const found = Object.hasOwn(GENDERS, lower) ? GENDERS[lower] : undefined;
  return found === undefined ? [] : [found];
}

/** The value as the model writes values of its type; none where it is not one. */
function cleanValue(type: string, raw: string): readonly string[] {
  const text = raw.slice(0, VALUE_CHARS_MAX).replace(/\s+/g, " ").trim();
  if (text === "") return [];
  switch (type) {
    case "country":
      return cleanCountry(text);
    case "date":
      return cleanDate(text);
    case "gender":
      return cleanGender(text);
    case "email":
      return /^[^\s@]+@[^\s@]+$/.test(text) ? [text.toLowerCase()] : [];
    case "topic":
      return [text.toLowerCase()];
    default:
      return [text];
  }
}

/** Values of any JSON as texts: numbers and truth are written out, objects give their id, the rest is nothing. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (typeof value === "object" && value !== null && "id" in value && typeof value.id === "string")
    return [value.id];
  return [];
}

function combinedNames(properties: Properties): readonly string[] {
  const first = properties.firstName ?? [];
  const last = properties.lastName ?? [];
  const middle = [properties.secondName, properties.middleName, properties.fatherName].flatMap(
    (values) => values?.[0] ?? [],
  );
  if (first.length === 0 && last.length === 0) return [];
  const firsts = first.length === 0 ? [""] : first.slice(0, 5);
  const lasts = last.length === 0 ? [""] : last.slice(0, 5);
  const joined = firsts.flatMap((given) =>
    lasts.map((family) => [given, ...middle, family].filter((part) => part !== "").join(" ")),
  );
  return [...new Set(joined)];
}

/** Countries that other facts give away: an IBAN's first letters, a telephone number's calling code. */
function hintedCountries(schema: Schema, properties: Properties): readonly string[] {
  return Object.entries(properties).flatMap(([property, values]) => {
    const type = schema.properties.get(property)?.type;
    if (property === "iban" || property === "ibanMentioned") {
      return values.flatMap((value) => {
        const { value: iban, valid } = normalizeIdentifier("iban", value);
        return valid === true ? cleanCountry(iban.slice(0, 2)) : [];
      });
    }
    return type === "phone" ? values.flatMap((value) => countryOfPhone(value) ?? []) : [];
  });
}

function schemaOf(name: string): Schema {
  const refuse = (reason: string): Refusal => new Refusal(400, `Cannot parse example entity: ${reason}`);
  const schema = schemaNamed(name);
  if (schema === null) throw refuse(`No such schema: '${name.slice(0, 100)}'`);
  if (!schema.matchable && schema.name !== BASE_SCHEMA)
    throw refuse(`Non-matchable schema for query: ${schema.name}`);
  return schema;
}

function refuseTooManyWords(properties: Properties): void {
  const words = new Set((properties.name ?? []).flatMap(searchWords));
  if (words.size + 1 <= CLAUSES_MAX) return;
  throw new Refusal(
    400,
    `Cannot parse example entity: the names' query requires ${words.size + 1} clauses; maximum is ${CLAUSES_MAX}`,
  );
}

/** The example as the model has it. Throws 400 where its schema is none that can be matched. */
export function cleanExample(example: Example): CleanExample {
  const schema = schemaOf(example.schema);
  const properties: Record<string, readonly string[]> = {};
  for (const [property, values] of Object.entries(example.properties)) {
    const known = schema.properties.get(property);
    if (known === undefined || known.stub) continue;
    const clean = values
      .slice(0, VALUES_MAX)
      .flatMap(textsOf)
      .flatMap((text) => cleanValue(known.type, text));
    if (clean.length > 0) properties[property] = [...new Set(clean)];
  }
  if (properties.name === undefined) {
    const names = combinedNames(properties);
    if (names.length > 0) properties.name = names;
  }
  const hints = hintedCountries(schema, properties);
  if (hints.length > 0) properties.country = [...new Set([...(properties.country ?? []), ...hints])];
  refuseTooManyWords(properties);
  return { id: example.id, schema: schema.name, properties };
}

const NAME_PROPERTIES: ReadonlySet<string> = new Set([
  "name",
  "alias",
  "weakAlias",
  "previousName",
  "abbreviation",
  "firstName",
  "secondName",
  "middleName",
  "fatherName",
  "lastName",
]);

/** The example as the matcher's subject; `reads` is what of it the algorithm looks at. */
export function subjectOf(example: CleanExample, reads: "name" | "facts"): Subject {
  const { schema } = example;
  const own = NAMING_PROPERTY[schema];
  const named = own === undefined ? undefined : example.properties[own];
  const all =
    named === undefined
      ? example.properties
      : { ...example.properties, name: example.properties.name ?? named };
  if (reads === "facts") return { schema, properties: all };
  const properties = Object.fromEntries(Object.entries(all).filter(([name]) => NAME_PROPERTIES.has(name)));
  return { schema, properties };
}
