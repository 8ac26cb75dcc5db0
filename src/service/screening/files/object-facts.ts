import { isSchema } from "../../../engine/entity/model.ts";
import { recognizeColumns } from "../../../engine/lists/plain-csv/columns.ts";
import { NAME_LIMITS } from "../../../engine/names/limits.ts";
import { Fault } from "../../../fault.ts";
import type { Facts } from "./subject-of-cells.ts";

/** Values kept of one property: as many as the matcher looks at. */
const VALUES_MAX = NAME_LIMITS.namesPerSubjectMax;
/** Keys looked at in one object; a customer record has some dozens. */
const KEYS_MAX = 200;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Texts of a JSON value: a text, a number, or a list of these; nothing else states a fact about a party. */
function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, VALUES_MAX) : [value];
  return values
    .filter((item) => typeof item === "string" || typeof item === "number")
    .map((item) => String(item).trim())
    .filter((text) => text !== "");
}

function ofEntity(entity: Record<string, unknown>): Facts {
  const facts: Record<string, readonly string[]> = {};
  const properties = isRecord(entity.properties) ? entity.properties : {};
  for (const [property, value] of Object.entries(properties).slice(0, KEYS_MAX)) {
    const texts = textsOf(value);
    if (texts.length > 0) facts[property] = texts;
  }
  return { ...facts, id: textsOf(entity.id), schema: textsOf(entity.schema) };
}

/**
 * The facts of a JSON object: a FollowTheMoney entity, or a plain object whose keys are recognized as headers of a
 * table are. `map` says what a key means where it is not recognized.
 */
export function factsOfObject(
  value: unknown,
  map: Readonly<Record<string, string>>,
): { readonly facts: Facts } | { readonly problem: string } {
  if (!isRecord(value)) return { problem: "not a JSON object" };
  if (isRecord(value.properties)) {
    const [schema] = textsOf(value.schema);
    if (schema === undefined || !isSchema(schema))
      return { problem: `no FollowTheMoney schema "${schema ?? ""}"` };
    return { facts: ofEntity(value) };
  }
  const keys = Object.keys(value).slice(0, KEYS_MAX);
  const mapped = Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));
  try {
    const facts: Record<string, readonly string[]> = {};
    for (const [property, places] of Object.entries(recognizeColumns(keys, mapped).columns)) {
      const texts = places.flatMap((place) => textsOf(value[keys[place] ?? ""]));
      if (texts.length > 0) facts[property] = [...new Set(texts)].slice(0, VALUES_MAX);
    }
    return { facts };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { problem: error.message };
  }
}
