import { propertyOf } from "../../../engine/entity/model.ts";
import { type Book, type Column, hasNumber, numbersOf, valuesIn } from "./book.ts";
import type { SearchNode } from "./query-string.ts";
import { searchWords } from "./search-words.ts";
import type { WordQuery } from "./text-index.ts";

/** Fields that are kept per entity as values to compare whole. */
const COLUMNS = new Map<string, "schema" | "country" | "topic" | "dataset">([
  ["schema", "schema"],
  ["countries", "country"],
  ["topics", "topic"],
  ["datasets", "dataset"],
]);
const MOMENTS = new Map<string, "first" | "last" | "change">([
  ["first_seen", "first"],
  ["last_seen", "last"],
  ["last_change", "change"],
]);

/** The column of a field, or null. */
export function columnOf(book: Book, field: string): Column | null {
  const name = COLUMNS.get(field);
  return name === undefined ? null : book.columns[name];
}

/** The moments of a field, or null. */
export function momentsOf(book: Book, field: string): Uint32Array | null {
  const name = MOMENTS.get(field);
  return name === undefined ? null : book.moments[name];
}

/** All values of a field of one entity: `properties.birthDate`, a type's group (`names`, `identifiers`), a column, `id`. */
export function fieldValues(book: Book, place: number, field: string): readonly string[] {
  const column = columnOf(book, field);
  if (column !== null) return valuesIn(column, place);
  const entity = book.entity(place);
  if (field === "id" || field === "entity_id") return [entity.id];
  if (field === "caption") return [book.wire(place).caption];
  if (field === "referents") return book.envelope(place).referents;
  const property = /^properties\.(.+)$/.exec(field)?.[1];
  if (property !== undefined)
    return Object.hasOwn(entity.properties, property) ? (entity.properties[property] ?? []) : [];
  const type = GROUP_TYPES.get(field);
  return Object.entries(entity.properties).flatMap(([name, values]) => {
    const own = propertyOf(entity.schema, name)?.type;
    return (type === undefined ? field === "text" && own !== "entity" : own === type) ? values : [];
  });
}

const GROUP_TYPES: ReadonlyMap<string, string> = new Map([
  ["names", "name"],
  ["identifiers", "identifier"],
  ["genders", "gender"],
  ["addresses", "address"],
  ["phones", "phone"],
  ["emails", "email"],
  ["dates", "date"],
  ["entities", "entity"],
]);

/** Evaluates a search on one book; scores add up over all that is asked for. */
export class PlaceSearch {
  readonly #book: Book;
  readonly scores: Float64Array;

  constructor(book: Book) {
    this.#book = book;
    this.scores = new Float64Array(book.size);
  }

  marks(node: SearchNode): Uint8Array {
    const { size } = this.#book;
    switch (node.kind) {
      case "all":
        return new Uint8Array(size).fill(1);
      case "none":
        return new Uint8Array(size);
      case "not":
        return this.#unscored(node.part).map((mark) => 1 - mark);
      case "and":
      case "or": {
        const [first = new Uint8Array(size), ...others] = node.parts.map((part) => this.marks(part));
        const every = node.kind === "and";
        for (const other of others) {
          for (let at = 0; at < size; at += 1)
            first[at] = every
              ? (first[at] as number) & (other[at] as number)
              : (first[at] as number) | (other[at] as number);
        }
        return first;
      }
      case "word":
        return this.#word(node.field, node.query, node.boost);
      case "phrase":
        return this.#phrase(node.field, node.words, node.boost);
      case "range":
        return this.#range(node);
      case "exists":
        return this.#where((place) => fieldValues(this.#book, place, node.field).length > 0);
    }
  }

  /** What is ruled out says nothing for what remains. */
  #unscored(node: SearchNode): Uint8Array {
    return new PlaceSearch(this.#book).marks(node);
  }

  #word(field: string | null, query: WordQuery, boost: number): Uint8Array {
    const marks = new Uint8Array(this.#book.size);
    const column = field === null ? null : columnOf(this.#book, field);
    if (column !== null && query.kind === "word") {
      const number = column.names.findIndex((name) => name.toLowerCase() === query.word);
      return number < 0 ? marks : this.#where((place) => hasNumber(column, place, number));
    }
    for (const place of this.#book.text.visit(query, boost, this.scores)) marks[place] = 1;
    if (field === null || field === "text") return marks;
    return this.#kept(marks, (place) =>
      fieldValues(this.#book, place, field).some((value) =>
        searchWords(value).some((word) => fits(word, query)),
      ),
    );
  }

  #phrase(field: string | null, words: readonly string[], boost: number): Uint8Array {
    const column = field === null ? null : columnOf(this.#book, field);
    if (column !== null) return this.#columnPhrase(column, words);
    const all = words.map((word) => this.#word(null, { kind: "word", word }, boost));
    const [first = new Uint8Array(this.#book.size), ...others] = all;
    for (const other of others)
      for (let at = 0; at < first.length; at += 1) first[at] = (first[at] as number) & (other[at] as number);
    if (words.length === 1 && field === null) return first;
    return this.#kept(first, (place) =>
      fieldValues(this.#book, place, field ?? "text").some((value) => holdsPhrase(searchWords(value), words)),
    );
  }

  #columnPhrase(column: Column, words: readonly string[]): Uint8Array {
    const numbers = column.names.flatMap((name, number) =>
      holdsPhrase(searchWords(name), words) ? [number] : [],
    );
    return this.#where((place) => numbers.some((number) => hasNumber(column, place, number)));
  }

  #range(node: Extract<SearchNode, { readonly kind: "range" }>): Uint8Array {
    const { from, to, includesFrom, includesTo } = node;
    const within = (value: string): boolean =>
      (from === null || (includesFrom ? value >= from : value > from)) &&
      (to === null || (includesTo ? value <= to || value.startsWith(to) : value < to));
    const moments = momentsOf(this.#book, node.field);
    if (moments !== null)
      return this.#where((place) => {
        const seconds = moments[place] as number;
        return seconds > 0 && within(new Date(seconds * 1000).toISOString().slice(0, 19));
      });
    return this.#where((place) => fieldValues(this.#book, place, node.field).some(within));
  }

  #where(test: (place: number) => boolean): Uint8Array {
    const marks = new Uint8Array(this.#book.size);
    for (let place = 0; place < marks.length; place += 1) if (test(place)) marks[place] = 1;
    return marks;
  }

  #kept(marks: Uint8Array, test: (place: number) => boolean): Uint8Array {
    for (let place = 0; place < marks.length; place += 1)
      if (marks[place] === 1 && !test(place)) marks[place] = 0;
    return marks;
  }
}

function fits(word: string, query: WordQuery): boolean {
  if (query.kind === "word") return word === query.word;
  if (query.kind === "prefix") return word.startsWith(query.word);
  // A pattern or a misspelling was looked up in the dictionary: that the value shares its first letter is enough to tell fields apart.
  return query.kind === "pattern" || word.slice(0, 1) === query.word.slice(0, 1);
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  for (let at = 0; at + phrase.length <= words.length; at += 1)
    if (phrase.every((word, next) => words[at + next] === word)) return true;
  return false;
}

/** A test for an exact value of a field (`filter=field:value`). */
export function exactTest(book: Book, field: string, value: string): (place: number) => boolean {
  const column = columnOf(book, field);
  if (column !== null) {
    const [number = -1] = numbersOf(column, [value]);
    return (place) => number >= 0 && hasNumber(column, place, number);
  }
  return (place) => fieldValues(book, place, field).includes(value);
}
