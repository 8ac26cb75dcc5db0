import { Fault } from "../../fault.ts";
import { countryCode, isCountryCode } from "../entity/country.ts";
import type { Entity } from "../entity/entity.ts";
import { edgeOf, isA, isTopic, propertyOf } from "../entity/model.ts";
import { type DateOrder, isPartialDate, type PartialDate, parsePartialDate } from "../entity/partial-date.ts";
import { LIST_LIMITS } from "./reader.ts";

/** What a source may state for a value; absent and blank values are dropped. */
export type Stated = string | null | undefined;

/** What a list writes where it knows nothing. */
const NOT_STATED =
  /^(?:-0-|undetermined|unknown|not known|none(?: identified)?|nil|n\/?a|not (?:applicable|available|stated)|-+)$/i;

const GENDERS: ReadonlyMap<string, string> = new Map([
  ["male", "male"],
  ["m", "male"],
  ["man", "male"],
  ["masculine", "male"],
  ["female", "female"],
  ["f", "female"],
  ["woman", "female"],
  ["feminine", "female"],
  ["other", "other"],
]);

function tidy(value: string, type: string): string {
  const trimmed = value.trim();
  return type === "text" ? trimmed : trimmed.replace(/\s+/g, " ");
}

/**
 * An entity while a reader collects it. It takes only what the model allows: what does not fit is counted as unread
 * and kept in the entity's notes, so that no statement of the source is lost. Made by an `EditionBuilder`.
 */
export class Draft {
  readonly id: string;
  #schema: string;
  readonly #properties = new Map<string, Set<string>>();
  readonly #edtf = new Map<string, Set<string>>();
  readonly #unread: (label: string) => void;

  constructor(id: string, schema: string, unread: (label: string) => void) {
    this.id = id;
    this.#schema = schema;
    this.#unread = unread;
  }

  get schema(): string {
    return this.#schema;
  }

  /** Makes the schema more special (Organization to Company); false and unchanged where it is no descendant. */
  narrow(schema: string): boolean {
    if (!isA(schema, this.#schema)) return false;
    this.#schema = schema;
    return true;
  }

  /** True where the schema has the property. */
  allows(property: string): boolean {
    return propertyOf(this.#schema, property) !== null;
  }

  /** The values so far, in order; empty where none. */
  values(property: string): readonly string[] {
    return [...(this.#properties.get(property) ?? [])];
  }

  /** Adds values as the source states them: trimmed, blank ones dropped, repeated ones once. */
  add(property: string, ...values: readonly Stated[]): this {
    for (const value of values) if (value !== null && value !== undefined) this.#addOne(property, value);
    return this;
  }

  /** Adds a date expression: its FollowTheMoney values, and the EDTF where they can't say it. */
  addDate(property: string, text: Stated, order: DateOrder = "dmy"): this {
    if (text === null || text === undefined || text.trim() === "") return this;
    const date = parsePartialDate(text, order);
    if (date !== null) return this.addPartialDate(property, date);
    if (NOT_STATED.test(text.trim())) return this;
    this.#unread(`date ${text.trim().replace(/\d/g, "9").slice(0, 40)}`);
    return this.keep(`${property}: ${text}`);
  }

  /** Adds a date that the reader has understood already. */
  addPartialDate(property: string, date: PartialDate): this {
    if (propertyOf(this.#schema, property) === null) {
      this.#unread(`${this.#schema}.${property}`);
      return this.keep(`${property}: ${date.edtf ?? date.values.join(", ")}`);
    }
    for (const value of date.values) this.#put(this.#properties, property, value);
    if (date.edtf !== null) this.#put(this.#edtf, property, date.edtf);
    return this;
  }

  /** Adds a country by code or by any name of it; text that names none stays in the notes and is counted. */
  addCountry(property: string, ...texts: readonly Stated[]): this {
    for (const text of texts) {
      if (text === null || text === undefined || text.trim() === "" || NOT_STATED.test(text.trim())) continue;
      const code = countryCode(text);
      if (code !== null) {
        this.add(property, code);
        continue;
      }
      this.#unread(`country ${text.trim().slice(0, 60)}`);
      this.keep(`${property}: ${text}`);
    }
    return this;
  }

  /** Keeps a statement of the source that no property can hold, as a note. */
  keep(text: Stated): this {
    const property = ["notes", "summary", "description"].find((candidate) => this.allows(candidate));
    return property === undefined ? this : this.add(property, text);
  }

  /** The entity, as far as it has been stated. */
  build(): Entity {
    const properties = Object.fromEntries([...this.#properties].map(([name, values]) => [name, [...values]]));
    if (this.#edtf.size === 0) return { id: this.id, schema: this.#schema, properties };
    const edtf = Object.fromEntries([...this.#edtf].map(([name, values]) => [name, [...values]]));
    return { id: this.id, schema: this.#schema, properties, edtf };
  }

  #addOne(property: string, raw: string): void {
    const definition = propertyOf(this.#schema, property);
    const value = tidy(raw, definition?.type ?? "text");
    if (value === "") return;
    if (definition === null) {
      this.#unread(`${this.#schema}.${property}`);
      this.keep(`${property}: ${value}`);
      return;
    }
    const typed = this.#typed(definition.type, value);
    if (typed !== null) {
      this.#put(this.#properties, property, typed);
    } else if (definition.type === "country") {
      this.addCountry(property, value);
    } else if (definition.type === "date") {
      this.addDate(property, value);
    } else {
      this.#unread(`${definition.type} ${value.slice(0, 60)}`);
      this.keep(`${property}: ${value}`);
    }
  }

  #typed(type: string, value: string): string | null {
    if (type === "gender") return GENDERS.get(value.toLowerCase()) ?? null;
    if (type === "country") return isCountryCode(value) ? value : null;
    if (type === "date") return isPartialDate(value) ? value : null;
    if (type === "topic") return isTopic(value) ? value : null;
    if (type === "number") return /^\d{1,3}(?:,\d{3})+$/.test(value) ? value.replaceAll(",", "") : value;
    return value;
  }

  #put(store: Map<string, Set<string>>, property: string, value: string): void {
    if (value.length > LIST_LIMITS.valueCharsMax) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "valueCharsMax",
        allowed: LIST_LIMITS.valueCharsMax,
        where: `${this.id}.${property}`,
      });
    }
    const values = store.get(property) ?? new Set<string>();
    if (values.size === 0) store.set(property, values);
    values.add(value);
    if (values.size > LIST_LIMITS.valuesPerPropertyMax) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "valuesPerPropertyMax",
        allowed: LIST_LIMITS.valuesPerPropertyMax,
        where: `${this.id}.${property}`,
      });
    }
  }
}

/** True where the entity may stand at that end of the edge, narrowing an organization to a company where that helps. */
export function fitsEnd(draft: Draft, edge: string, end: "source" | "target"): boolean {
  const property = edgeOf(edge)?.[end];
  const range = property === undefined ? null : (propertyOf(edge, property)?.range ?? null);
  if (range === null) return false;
  if (isA(draft.schema, range)) return true;
  if (range !== "Asset" && range !== "Organization") return false;
  return draft.narrow(range === "Asset" ? "Company" : range);
}
