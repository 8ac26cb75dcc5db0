import { type Entity, valuesOf } from "../../../engine/entity/entity.ts";
import { isA, propertyOf } from "../../../engine/entity/model.ts";
import type { Json } from "../../../engine/json.ts";
import { buildIndex } from "../../../engine/match/build-index.ts";
import { indexTargetOf } from "../../../engine/match/target.ts";
import { textHash } from "../../../engine/match/token.ts";
import { compareIds, encodeEntities, packTexts } from "../../../engine/snapshot/entity-store.ts";
import { writeSnapshot } from "../../../engine/snapshot/file.ts";
import type { Section } from "../../../engine/snapshot/sections.ts";
import { schemaNamed } from "./ftm-schema.ts";
import { nameWords, searchWords } from "./search-words.ts";
import { TextIndexBuilder } from "./text-index.ts";
import { captionOfEntity, type Envelope } from "./wire-entity.ts";

/** An entity as a dataset's file states it. */
export type DatasetEntity = { readonly entity: Entity; readonly envelope: Envelope };

/** Numbers of values in columns are two bytes each. */
const DISTINCT_MAX = 0xffff;

/** Fewer words written as one are found by the matcher itself. */
const JOINED_WORDS_MIN = 3;

/** Values numbered in the order in which they are met. */
class Numbered {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(value: string): number {
    const held = this.#numbers.get(value);
    if (held !== undefined) return held;
    const number = Math.min(this.values.length, DISTINCT_MAX);
    if (number < DISTINCT_MAX) {
      this.values.push(value);
      this.#numbers.set(value, number);
    }
    return number;
  }
}

/** A column of several values per entity. */
class ManyColumn {
  readonly names = new Numbered();
  readonly #ends: number[] = [];
  readonly #values: number[] = [];

  add(values: Iterable<string>): void {
    for (const value of new Set(values)) this.#values.push(this.names.number(value));
    this.#ends.push(this.#values.length);
  }

  sections(name: string): [string, Section][] {
    return [
      [`col.${name}Ends`, Uint32Array.from(this.#ends)],
      [`col.${name}`, Uint16Array.from(this.#values)],
    ];
  }
}

/** Collects, entity by entity in their order, what search, filters and facets read. */
class FactsBuilder {
  readonly #text = new TextIndexBuilder();
  readonly #schemata = new Numbered();
  readonly #schema: number[] = [];
  readonly #columns = { country: new ManyColumn(), topic: new ManyColumn(), dataset: new ManyColumn() };
  readonly #seen: Record<"first" | "last" | "change", number[]> = { first: [], last: [], change: [] };
  readonly #counts: number[] = [];
  readonly #stated: number[] = [];
  readonly #ids: string[] = [];
  readonly #envelopes: string[] = [];
  readonly #referents: { readonly hash: number; readonly place: number }[] = [];
  readonly #joined: { readonly hash: number; readonly place: number }[] = [];

  /** `stated` is the entity's line among all of the dataset. */
  add({ entity, envelope }: DatasetEntity, stated: number): void {
    const names: string[] = [];
    const texts: string[] = [];
    const countries: string[] = [];
    let count = 0;
    for (const [property, values] of Object.entries(entity.properties)) {
      const type = propertyOf(entity.schema, property)?.type ?? "string";
      count += values.length;
      if (type === "name") {
        for (const value of values) names.push(...nameWords(value));
        this.#addJoined(values);
      } else if (type !== "entity") for (const value of values) texts.push(...searchWords(value));
      if (type === "country") countries.push(...values);
    }
    texts.push(...nameWords(captionOfEntity(entity, envelope.caption)), ...searchWords(entity.id));
    this.#text.add(names, texts);
    this.#schema.push(this.#schemata.number(entity.schema));
    this.#columns.country.add(countries);
    this.#columns.topic.add(valuesOf(entity, "topics"));
    this.#columns.dataset.add(envelope.datasets);
    this.#seen.first.push(secondsOf(envelope.firstSeen));
    this.#seen.last.push(secondsOf(envelope.lastSeen));
    this.#seen.change.push(secondsOf(envelope.lastChange));
    this.#counts.push(Math.min(count, 0xffff));
    this.#stated.push(stated);
    this.#ids.push(entity.id);
    const place = this.#envelopes.length;
    for (const referent of envelope.referents) this.#referents.push({ hash: textHash(referent), place });
    this.#envelopes.push(
      JSON.stringify([
        envelope.caption,
        envelope.datasets,
        envelope.referents,
        envelope.firstSeen,
        envelope.lastSeen,
        envelope.lastChange,
      ]),
    );
  }

  /** Names of three words and more as one word: the matcher itself joins two. */
  #addJoined(names: readonly string[]): void {
    for (const name of names) {
      const words = searchWords(name);
      if (words.length < JOINED_WORDS_MIN) continue;
      this.#joined.push({ hash: textHash(words.join("")), place: this.#envelopes.length });
    }
  }

  finish(): { readonly header: FactsHeader; readonly sections: [string, Section][] } {
    const envelopes = packTexts(this.#envelopes);
    for (const rows of [this.#referents, this.#joined])
      rows.sort((one, other) => one.hash - other.hash || one.place - other.place);
    const { country, topic, dataset } = this.#columns;
    return {
      header: {
        schemata: this.#schemata.values,
        country: country.names.values,
        topic: topic.names.values,
        dataset: dataset.names.values,
      },
      sections: [
        ...this.#text.sections(),
        ["col.schema", Uint16Array.from(this.#schema)],
        ...country.sections("country"),
        ...topic.sections("topic"),
        ...dataset.sections("dataset"),
        ["col.first", Uint32Array.from(this.#seen.first)],
        ["col.last", Uint32Array.from(this.#seen.last)],
        ["col.change", Uint32Array.from(this.#seen.change)],
        ["col.values", Uint16Array.from(this.#counts)],
        ["col.stated", Uint32Array.from(this.#stated)],
        ["col.rank", ranksOf(this.#ids)],
        ["env.rows", envelopes.bytes],
        ["env.ends", envelopes.ends],
        ["ref.hash", Uint32Array.from(this.#referents, ({ hash }) => hash)],
        ["ref.place", Uint32Array.from(this.#referents, ({ place }) => place)],
        ["join.hash", Uint32Array.from(this.#joined, ({ hash }) => hash)],
        ["join.place", Uint32Array.from(this.#joined, ({ place }) => place)],
      ],
    };
  }
}

/** Each id's place among all in their order. */
function ranksOf(ids: readonly string[]): Uint32Array {
  const order = ids.map((_, place) => place);
  order.sort((one, other) => compareIds(ids[one] ?? "", ids[other] ?? ""));
  const ranks = new Uint32Array(ids.length);
  order.forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}

/** The values that the numbers in the columns stand for. */
export type FactsHeader = Readonly<Record<"schemata" | "country" | "topic" | "dataset", readonly string[]>>;

function secondsOf(moment: string | null): number {
  if (moment === null) return 0;
  return Math.min(0xffff_ffff, Math.max(0, Math.floor(Date.parse(`${moment}Z`) / 1000)));
}

/** What search, filters and facets read about these entities, as a file; they stay in their order. */
export function compileFacts(entities: Iterable<DatasetEntity>): Uint8Array {
  const facts = new FactsBuilder();
  let place = 0;
  for (const entity of entities) {
    facts.add(entity, place);
    place += 1;
  }
  const { header, sections } = facts.finish();
  return writeSnapshot({ facts: header } as unknown as Json, new Map(sections));
}

/** Attached entities whose identifiers are their holder's own. */
const HELD = ["Identification", "CryptoWallet"] as const;

function holders(entities: readonly DatasetEntity[]): ReadonlyMap<string, Entity[]> {
  const held = new Map<string, Entity[]>();
  for (const { entity } of entities) {
    if (!HELD.some((schema) => isA(entity.schema, schema))) continue;
    for (const holder of valuesOf(entity, "holder")) {
      const others = held.get(holder);
      if (others === undefined) held.set(holder, [entity]);
      else others.push(entity);
    }
  }
  return held;
}

/** An entity whose kind is never known by a name still has a text by which it is found. */
export const NAMING_PROPERTY: Readonly<Record<string, string>> = {
  Address: "full",
  BankAccount: "accountNumber",
  UserAccount: "username",
};

function withNames(entity: Entity, caption: string): Entity {
  const named = ["name", "alias", "weakAlias", "previousName", "abbreviation"].some(
    (property) => valuesOf(entity, property).length > 0,
  );
  if (named) return entity;
  const property = NAMING_PROPERTY[entity.schema];
  const texts = property === undefined ? [] : valuesOf(entity, property);
  return { ...entity, properties: { ...entity.properties, name: texts.length > 0 ? texts : [caption] } };
}

/**
 * A dataset compiled to one file: its entities as they are stated, with what matching and search read of them. Entities
 * that can be matched stand first. Of two with one id the later holds.
 */
export function compileBook(stated: readonly DatasetEntity[]): Uint8Array {
  const byId = new Map(stated.map((one) => [one.entity.id, one]));
  const lines = new Map([...byId.keys()].map((id, line) => [id, line]));
  const isMatched = ({ entity }: DatasetEntity): boolean => schemaNamed(entity.schema)?.matchable === true;
  const all = [...byId.values()].sort((one, other) => compareIds(one.entity.id, other.entity.id));
  const matched = all.filter(isMatched);
  const entities = [...matched, ...all.filter((one) => !isMatched(one))];
  const held = holders(entities);
  const index = buildIndex(
    matched.map(({ entity, envelope }) =>
      indexTargetOf(withNames(entity, captionOfEntity(entity, envelope.caption)), held.get(entity.id)),
    ),
  );
  const encoded = encodeEntities(entities.map(({ entity }) => entity));
  const facts = new FactsBuilder();
  for (const one of entities) facts.add(one, lines.get(one.entity.id) ?? 0);
  const { header, sections } = facts.finish();
  return writeSnapshot(
    { names: encoded.names, targets: matched.length, facts: header } as unknown as Json,
    new Map<string, Section>([...encoded.sections, ...index, ...sections]),
  );
}
