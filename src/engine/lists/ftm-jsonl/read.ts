import { isA, propertyOf } from "../../entity/model.ts";
import { sniff } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder, idPart } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { type Datum, flatten, readDatum } from "./datum.ts";
import { readOperation } from "./delta.ts";
import { readJsonLines } from "./lines.ts";

const FORMAT = "ftm-jsonl";

/** What can be listed where a file neither states a Sanction nor a topic: an own list. */
const PARTIES = ["LegalEntity", "Vessel", "Airplane", "CryptoWallet", "Security"];

/** The entities of the file by their id in this list, nested ones included. */
type Book = Map<string, Datum>;

function referenceOf(id: string, prefix: string): string {
  return id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : id;
}

/** Takes one line into the book: an entity, or a change to those before it. Null, or why it was not taken. */
function takeLine(book: Book, value: unknown, keyOf: (id: string) => string): string | null {
  const operation = readOperation(value);
  if (typeof operation === "string") return operation;
  if (operation === null) {
    const datum = readDatum(value);
    return typeof datum === "string" ? datum : addDatum(book, datum, keyOf);
  }
  const key = keyOf(operation.entity.id);
  const stood = book.has(key);
  if (operation.op === "DEL") return book.delete(key) ? null : "DEL of an entity that is not there";
  if (operation.op === "MOD" && !stood) return "MOD of an entity that is not there";
  if (operation.op === "ADD" && stood) return "ADD of an entity that is there already";
  for (const part of flatten(operation.entity)) book.set(keyOf(part.id), part);
  return null;
}

function addDatum(book: Book, datum: Datum, keyOf: (id: string) => string): string | null {
  if (idPart(datum.id) === "") return "the entity's id has no letter or digit";
  if (book.has(keyOf(datum.id))) return `id ${datum.id.slice(0, 80)} is used by an earlier line`;
  for (const part of flatten(datum)) if (!book.has(keyOf(part.id))) book.set(keyOf(part.id), part);
  return null;
}

/** Every party under a Sanction or a topic; where the file has neither, every party. */
function targetsOf(book: Book, keyOf: (id: string) => string): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const [key, datum] of book) {
    if (datum.schema === "Sanction") for (const id of datum.values.entity ?? []) targets.add(keyOf(id));
    else if (isA(datum.schema, "Thing") && (datum.target || datum.values.topics !== undefined)) {
      targets.add(key);
    }
  }
  const held = new Set([...targets].filter((key) => book.has(key)));
  if (held.size > 0) return held;
  const parties = [...book].filter(([, { schema }]) => PARTIES.some((party) => isA(schema, party)));
  return new Set(parties.map(([key]) => key));
}

/** A party's name: what the line states, else its other names, else how the line captions it. */
function nameOf(datum: Datum): string | null {
  const { name, alias, weakAlias, previousName, publicKey } = datum.values;
  const stated = [name, alias, weakAlias, previousName, publicKey].flatMap((values) => values ?? []);
  return stated.find((text) => text.trim() !== "") ?? (datum.caption?.trim() || null);
}

class FtmWriter {
  readonly #builder: EditionBuilder;
  readonly #book: Book;
  readonly #keyOf: (id: string) => string;
  readonly #sanctioned = new Set<string>();

  constructor(builder: EditionBuilder, book: Book, keyOf: (id: string) => string) {
    this.#builder = builder;
    this.#book = book;
    this.#keyOf = keyOf;
  }

  write(targets: ReadonlySet<string>): void {
    const { prefix } = this.#builder.context;
    const drafts = new Map<string, Draft>();
    for (const [key, datum] of this.#book) {
      const draft = this.#builder.begin(datum.schema, referenceOf(key, prefix));
      if (draft === null) continue;
      drafts.set(key, draft);
      this.#addValues(draft, datum);
    }
    for (const key of targets) {
      const draft = drafts.get(key);
      const datum = this.#book.get(key);
      if (draft === undefined || datum === undefined) continue;
      if (draft.values("name").length === 0 && draft.values("publicKey").length === 0) {
        draft.add("name", nameOf(datum));
      }
      if (this.#sanctioned.has(key)) this.#builder.markTarget(draft);
      else this.#addSanction(draft, datum);
    }
  }

  /** Parties that the file lists without a Sanction of its own get one that says why they are listed. */
  #addSanction(draft: Draft, datum: Datum): void {
    const topics = datum.values.topics ?? [];
    this.#builder.sanction(draft, {
      program: datum.values.program ?? [],
      programId: datum.values.programId ?? [],
      authorityId: [datum.id],
      summary: topics.length === 0 ? [] : [`Listed under the topics ${topics.join(", ")}`],
    });
  }

  #addValues(draft: Draft, datum: Datum): void {
    for (const label of datum.unread) this.#builder.unread(label);
    for (const [property, values] of Object.entries(datum.values)) {
      const definition = propertyOf(datum.schema, property);
      if (definition === null) {
        // A nested export names the entities that point back here; they carry the reference themselves.
        if (datum.nested.some(({ id }) => values.includes(id))) continue;
        this.#builder.unread(`${datum.schema}.${property}`, values.length);
        for (const value of values) draft.keep(`${property}: ${value}`);
      } else if (definition.type === "entity") {
        for (const value of values) this.#addReference(draft, { property, range: definition.range, value });
      } else draft.add(property, ...values);
    }
    for (const [property, values] of Object.entries(datum.edtf)) {
      if (propertyOf(datum.schema, property)?.type !== "date") continue;
      for (const edtf of values) draft.addPartialDate(property, { values: [], edtf });
    }
  }

  #addReference(
    draft: Draft,
    reference: { readonly property: string; readonly range: string | null; readonly value: string },
  ): void {
    const key = this.#keyOf(reference.value);
    const other = this.#book.get(key);
    const fits = other !== undefined && (reference.range === null || isA(other.schema, reference.range));
    if (!fits) {
      this.#builder.unread(`${draft.schema}.${reference.property} to an entity that is not there`);
      return;
    }
    draft.add(reference.property, key);
    if (draft.schema === "Sanction" && reference.property === "entity") this.#sanctioned.add(key);
  }
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const book: Book = new Map();
  const keyOf = (id: string): string => builder.idOf(referenceOf(id, context.prefix));
  for (const file of files) {
    for (const { line, text, parsed } of readJsonLines(file, FORMAT)) {
      builder.row({ file: file.name, where: `line ${line}`, text }, () =>
        "problem" in parsed ? parsed.problem : takeLine(book, parsed.value, keyOf),
      );
    }
  }
  const targets = targetsOf(book, keyOf);
  for (const key of targets) {
    const datum = book.get(key);
    if (datum === undefined || nameOf(datum) !== null) continue;
    builder.unread(`${datum.schema} without a name`);
    book.delete(key);
  }
  new FtmWriter(builder, book, keyOf).write(targets);
  const dates = [...book.values()].flatMap(({ seen }) => (seen === null ? [] : [seen]));
  return builder.finish(dates.toSorted().at(-1) ?? null);
}

function looksLikeFtm(file: SourceFile): boolean {
  const head = sniff(file, 65_536).trimStart();
  if (!head.startsWith("{")) return false;
  const first = head.slice(0, head.indexOf("\n") < 0 ? undefined : head.indexOf("\n"));
  const entity = /"schema"\s*:\s*"[A-Z]/u.test(first) && /"properties"\s*:\s*\{/u.test(first);
  return entity || /"op"\s*:\s*"(?:ADD|MOD|DEL)"/u.test(first);
}

/**
 * Reads FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes them; lines of its delta files
 * (`{op, entity}`) change what the files before them stated. Ids get the list's prefix, and references follow.
 */
export const ftmJsonl: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every(looksLikeFtm),
  read,
};
