import { type Book, hasNumber, numbersOf } from "./book.ts";
import type { Scope, Shelf } from "./catalogue.ts";
import { wireMoment } from "./wire-entity.ts";

/** What entities must be to count. */
export type Filter = {
  /** Only these schemata; all where null. */
  readonly schemata: ReadonlySet<string> | null;
  readonly excludeSchemata: readonly string[];
  /** Each group: one of its values (`OR`) or all of them (`AND`). */
  readonly groups: readonly {
    readonly column: "country" | "topic" | "dataset";
    readonly values: readonly string[];
    readonly every: boolean;
  }[];
  /** Changed after this moment; any where null. */
  readonly changedSince: string | null;
  /** Ids, own or merged into another, that don't count. */
  readonly excludeIds: readonly string[];
};

/** No condition beyond the scope. */
export const ANY: Filter = {
  schemata: null,
  excludeSchemata: [],
  groups: [],
  changedSince: null,
  excludeIds: [],
};

type Test = (place: number) => boolean;

function groupTest(book: Book, { column, values, every }: Filter["groups"][number]): Test {
  const own = book.columns[column];
  const numbers = numbersOf(own, values);
  return every
    ? (place) => numbers.every((number) => number >= 0 && hasNumber(own, place, number))
    : (place) => numbers.some((number) => number >= 0 && hasNumber(own, place, number));
}

function schemaTest(book: Book, allowed: (schema: string) => boolean): Test {
  const { names, values } = book.columns.schema;
  const fits = names.map(allowed);
  return (place) => fits[values[place] as number] === true;
}

/** The condition of being in the scope; null where the whole book is. Who stands on no list any more is in none. */
function scopeTest({ book, datasets }: Shelf, scope: Scope): Test | null {
  if (!book.hasFormer && [...datasets].every((name) => scope.names.has(name))) return null;
  return groupTest(book, { column: "dataset", values: [...scope.names], every: false });
}

/** One test for all that the filter and the scope ask of an entity of this book; null where they ask nothing. */
export function placeTest(shelf: Shelf, scope: Scope, filter: Filter): Test | null {
  const { book } = shelf;
  const { schemata, excludeSchemata, changedSince } = filter;
  const tests: Test[] = [];
  const within = scopeTest(shelf, scope);
  if (within !== null) tests.push(within);
  if (schemata !== null) tests.push(schemaTest(book, (schema) => schemata.has(schema)));
  if (excludeSchemata.length > 0) tests.push(schemaTest(book, (schema) => !excludeSchemata.includes(schema)));
  for (const group of filter.groups) if (group.values.length > 0) tests.push(groupTest(book, group));
  if (changedSince !== null) {
    const moment = wireMoment(changedSince);
    const since = moment === null ? 0 : Date.parse(`${moment}Z`) / 1000;
    tests.push((place) => (book.moments.change[place] as number) > since);
  }
  const excluded = new Set(
    filter.excludeIds.flatMap((id) => [book.find(id), book.findReferent(id)].filter((at) => at >= 0)),
  );
  if (excluded.size > 0) tests.push((place) => !excluded.has(place));
  return tests.length === 0 ? null : (place) => tests.every((test) => test(place));
}
