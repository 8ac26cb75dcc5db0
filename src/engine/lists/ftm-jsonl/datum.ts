import { isSchema } from "../../entity/model.ts";

/** A FollowTheMoney entity as a line states it, checked for shape alone. */
export type Datum = {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | null;
  /** What OpenSanctions once wrote beside the topics. */
  readonly target: boolean;
  /** The newest day that the line itself was seen or changed, YYYY-MM-DD; null where it says none. */
  readonly seen: string | null;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly edtf: Readonly<Record<string, readonly string[]>>;
  /** Entities written inside this one, as nested exports do. */
  readonly nested: readonly Datum[];
  /** What of the line is neither known nor read. */
  readonly unread: readonly string[];
};

const ENVELOPE = new Set(
  "id schema caption datasets referents first_seen last_seen last_change target properties edtf".split(" "),
);
const DATES = ["last_seen", "last_change"];

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The entity's id and shape, or why it is none. */
export function readDatum(value: unknown): Datum | string {
  if (!isObject(value)) return "not an entity: no object";
  const { id, schema, properties } = value;
  if (typeof id !== "string" || id.trim() === "") return "the entity has no id";
  if (typeof schema !== "string" || !isSchema(schema)) return `unknown schema ${String(schema).slice(0, 60)}`;
  if (!isObject(properties)) return "the entity has no properties";
  const unread: string[] = Object.keys(value).flatMap((key) => (ENVELOPE.has(key) ? [] : [`key ${key}`]));
  const nested: Datum[] = [];
  const values = readProperties(properties, { unread, nested });
  const days = DATES.flatMap((key) => {
    const found = value[key];
    return typeof found === "string" && /^\d{4}-\d\d-\d\d/u.test(found) ? [found.slice(0, 10)] : [];
  });
  return {
    id: id.trim(),
    schema,
    caption: typeof value.caption === "string" ? value.caption : null,
    target: value.target === true,
    seen: days.toSorted().at(-1) ?? null,
    values,
    edtf: isObject(value.edtf) ? readProperties(value.edtf, { unread, nested: [] }) : {},
    nested,
    unread,
  };
}

function readProperties(
  properties: Fields,
  into: { readonly unread: string[]; readonly nested: Datum[] },
): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(properties).map(([name, stated]): [string, readonly string[]] => {
    const list: readonly unknown[] = Array.isArray(stated) ? stated : [stated];
    return [name, list.flatMap((value) => readValue(name, value, into))];
  });
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

function readValue(
  name: string,
  value: unknown,
  into: { readonly unread: string[]; readonly nested: Datum[] },
): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (value === null) return [];
  const inner = readDatum(value);
  if (typeof inner === "string") {
    into.unread.push(`value of ${name}: ${inner.slice(0, 60)}`);
    return [];
  }
  into.nested.push(inner);
  return [inner.id];
}

/** The entity and all that it holds inside, itself first. */
export function flatten(datum: Datum): readonly Datum[] {
  return [datum, ...datum.nested.flatMap(flatten)];
}
