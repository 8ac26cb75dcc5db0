/**
 * A FollowTheMoney entity: an id, a schema of the model and multi-valued string properties.
 * `edtf` keeps what the model's own dates cannot say, per date property, in ISO 8601-2 (EDTF) level 1:
 * `1970~` about 1970, `1965/1969` some time from 1965 to 1969. `properties` then holds the plain partial
 * dates (`1970`; `1965` and `1969`), so that every FollowTheMoney reader still understands the entity.
 */
export type Entity = {
  readonly id: string;
  readonly schema: string;
  readonly properties: Properties;
  readonly edtf?: Properties;
};

/** Property name to its distinct, non-empty values, in the order the source states them. */
export type Properties = Readonly<Record<string, readonly string[]>>;

const NONE: readonly string[] = [];

/** All values of a property; empty where the entity states none. */
export function valuesOf(entity: { readonly properties: Properties }, property: string): readonly string[] {
  return Object.hasOwn(entity.properties, property) ? (entity.properties[property] ?? NONE) : NONE;
}

/** The first value of a property, or null where the entity states none. */
export function firstOf(entity: { readonly properties: Properties }, property: string): string | null {
  return valuesOf(entity, property)[0] ?? null;
}
