import { assert } from "../../fault.ts";
import { normalizeIdentifier } from "../entity/identifier.ts";
import { type AnalyzedName, analyzeName, type NameBearer } from "../names/name.ts";
import type { Section } from "../snapshot/sections.ts";
import { alikeRows } from "./alike-rows.ts";
import { birthSpanOf } from "./birth-date.ts";
import { factText, genderBits, INDEX_VERSION, packCountry, ROW_FIELDS } from "./index-data.ts";
import { buildMultimap, hashBits, MULTIMAP_VALUE_MAX, type Pairs, pairsOfWalk } from "./multimap.ts";
import { postingSections, wordPairs } from "./postings.ts";
import { tokenWeight } from "./rarity.ts";
import { type IndexTarget, NAME_KINDS, PARTY_KINDS, type PartyKind, partyKindOf } from "./target.ts";
import { deletions, letterBit, letterCode, spread, textHash, tokenKeys } from "./token.ts";
import { trieSections } from "./trie.ts";

/** Whose names they are, for their analysis. */
export function bearerOf(kind: PartyKind): NameBearer {
  if (kind === "person") return "person";
  return kind === "legal" || kind === "any" ? "unknown" : "organization";
}

/** Rows of numbers that grow, and become a section. */
class Column {
  readonly #values: number[] = [];
  push(value: number): void {
    this.#values.push(value);
  }
  get length(): number {
    return this.#values.length;
  }
  at(index: number): number {
    return this.#values[index] as number;
  }
  u8(): Uint8Array {
    return Uint8Array.from(this.#values);
  }
  u16(): Uint16Array {
    return Uint16Array.from(this.#values);
  }
  u32(): Uint32Array {
    return Uint32Array.from(this.#values);
  }
}

const UTF8 = new TextEncoder();

/** Texts one after another, with where each begins. */
class Texts {
  readonly #parts: Uint8Array[] = [];
  readonly #starts: number[] = [0];
  push(text: string): void {
    const bytes = UTF8.encode(text);
    this.#parts.push(bytes);
    this.#starts.push((this.#starts.at(-1) ?? 0) + bytes.length);
  }
  bytes(): Uint8Array {
    const all = new Uint8Array(this.#starts.at(-1) ?? 0);
    this.#parts.forEach((part, at) => {
      all.set(part, this.#starts[at]);
    });
    return all;
  }
  starts(): Uint32Array {
    return Uint32Array.from(this.#starts);
  }
}

function columns<K extends string>(...names: readonly K[]): Readonly<Record<K, Column>> {
  return Object.fromEntries(names.map((name) => [name, new Column()])) as Record<K, Column>;
}

type Draft = ReturnType<typeof draft>;

function draft() {
  return {
    tokens: new Map<string, number>(),
    words: [] as string[],
    bearers: [] as number[],
    lastBearer: [] as number[],
    schemata: [] as string[],
    names: new Texts(),
    ids: new Texts(),
    facts: new Texts(),
    /** Some word was read from another script. */
    local: false,
    ...columns(
      "rowName",
      "rowStart",
      "rowTokens",
      "rowFlags",
      "nameEntity",
      "nameKind",
      "nameForms",
      "nameEqual",
      "nameRow",
      "entityName",
      "entityKind",
      "entitySchema",
      "entityGender",
      "birthStart",
      "birth",
      "countryStart",
      "country",
      "entityFacts",
      "idEntity",
      "idKind",
      "idHash",
    ),
  };
}

function tokenOf(draft: Draft, word: string, entity: number): number {
  let token = draft.tokens.get(word);
  if (token === undefined) {
    token = draft.words.length;
    draft.tokens.set(word, token);
    draft.words.push(word);
    draft.bearers.push(0);
    draft.lastBearer.push(-1);
  }
  if (draft.lastBearer[token] !== entity) {
    draft.lastBearer[token] = entity;
    draft.bearers[token] = (draft.bearers[token] as number) + 1;
  }
  return token;
}

/** Reads a name; see `analyzeName`. */
export type NameAnalysis = (text: string, bearer: NameBearer) => AnalyzedName;

function addNames(
  draft: Draft,
  target: IndexTarget,
  entity: number,
  { bearer, analyze }: { readonly bearer: NameBearer; readonly analyze: NameAnalysis },
): void {
  draft.entityName.push(draft.nameEntity.length);
  for (const { text, kind } of target.names) {
    const analyzed = analyze(text, bearer);
    const name = draft.nameEntity.length;
    draft.nameEntity.push(entity);
    draft.nameKind.push(NAME_KINDS.indexOf(kind));
    draft.nameForms.push(analyzed.forms);
    draft.nameEqual.push(spread(textHash(analyzed.equalKey)));
    draft.nameRow.push(draft.rowName.length);
    draft.names.push(text);
    for (const reading of analyzed.readings) {
      if (reading.askedOnly) continue;
      draft.rowName.push(name);
      draft.rowStart.push(draft.rowTokens.length);
      draft.rowFlags.push(reading.mayBeKorean ? 1 : 0);
      draft.local ||= reading.sources.some((source) => source !== null);
      for (const word of reading.words) draft.rowTokens.push(tokenOf(draft, word, entity));
    }
  }
}

function addFacts(draft: Draft, target: IndexTarget, entity: number): void {
  let schema = draft.schemata.indexOf(target.schema);
  if (schema < 0) schema = draft.schemata.push(target.schema) - 1;
  assert(schema < 256, "an index has at most 256 schemata");
  draft.entityKind.push(PARTY_KINDS.indexOf(partyKindOf(target.schema)));
  draft.entitySchema.push(schema);
  draft.entityGender.push(genderBits(target.genders));
  draft.facts.push(factText(target));
  draft.birthStart.push(draft.birth.length);
  for (const text of target.birthDates) {
    const span = birthSpanOf(text);
    if (span === null) continue;
    draft.birth.push(span.from);
    draft.birth.push(span.to);
  }
  draft.countryStart.push(draft.country.length);
  for (const code of target.countries) draft.country.push(packCountry(code));
  addFirstFacts(draft);
  for (const { kind, text } of target.identifiers) {
    const { value } = normalizeIdentifier(kind, text);
    if (value.length < IDENTIFIER_LETTERS_MIN) continue;
    draft.idEntity.push(entity);
    draft.idKind.push(identifierClass(kind));
    draft.idHash.push(spread(textHash(value)));
    draft.ids.push(text);
  }
}

/** The first birth date and country of an entity with how many there are, side by side: most have one at most. */
function addFirstFacts({ birth, birthStart, country, countryStart, entityFacts }: Draft): void {
  const [from, at] = [birthStart.at(birthStart.length - 1), countryStart.at(countryStart.length - 1)];
  const births = Math.min((birth.length - from) / 2, FACTS_COUNTED_MAX);
  const countries = Math.min(country.length - at, FACTS_COUNTED_MAX);
  entityFacts.push(births > 0 ? birth.at(from) : 0);
  entityFacts.push(births > 0 ? birth.at(from + 1) : 0);
  entityFacts.push(countries > 0 ? country.at(at) : 0);
  entityFacts.push(births | (countries << 8));
}

/** Facts of one kind are counted in a byte; more than two are all the same. */
const FACTS_COUNTED_MAX = 255;

/** Shorter numbers (a document "1") are shared by chance. */
export const IDENTIFIER_LETTERS_MIN = 4;

const IDENTIFIER_CLASSES = [
  "document",
  "lei",
  "bic",
  "iban",
  "imo",
  "mmsi",
  "container",
  "uscc",
  "inn",
  "ogrn",
  "isin",
  "crypto",
];

/** Kinds of identifier as numbers; documents (0) may be stated under any document property. */
export function identifierClass(kind: string): number {
  return Math.max(0, IDENTIFIER_CLASSES.indexOf(kind));
}

/** How much a word says, in nats, given how many of so many parties bear it. */
type WeightOf = (word: string, bearers: number, entities: number) => number;

function tokenSections(draft: Draft, entities: number, weightOf: WeightOf): Map<string, Section> {
  const count = draft.words.length;
  const starts = new Uint32Array(count + 1);
  draft.words.forEach((word, token) => {
    starts[token + 1] = (starts[token] as number) + word.length;
  });
  const codes = new Uint8Array(starts[count] as number);
  const hashes = new Uint32Array(count);
  const masks = new Int32Array(count);
  const weights = new Float32Array(count);
  const [fine, coarse, bones] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  draft.words.forEach((word, token) => {
    const start = starts[token] as number;
    let mask = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = letterCode(word.charCodeAt(at));
      codes[start + at] = code;
      mask |= letterBit(code);
    }
    masks[token] = mask;
    hashes[token] = textHash(word);
    weights[token] = weightOf(word, draft.bearers[token] as number, entities);
    const keys = tokenKeys(word);
    fine[token] = keys.koreanFine;
    coarse[token] = keys.koreanCoarse;
    bones[token] = keys.skeleton;
  });
  return new Map<string, Section>([
    ["match.tokenCodes", codes],
    ["match.tokenStart", starts],
    ["match.tokenHash", hashes],
    ["match.tokenMask", masks],
    ["match.tokenWeight", weights],
    ["match.tokenFine", fine],
    ["match.tokenCoarse", coarse],
    ["match.tokenSkeleton", bones],
    ["match.tokenSlots", slotsOf(hashes)],
    ...localTextSections(draft.words),
  ]);
}

/** By what the words of a query are searched for among many. */
function searchSections(draft: Draft, compared: ReadonlyMap<string, Section>): Map<string, Section> {
  const take = <T extends Section>(name: string): T => compared.get(`match.${name}`) as T;
  const [rowTokens, rowStart] = [take<Uint32Array>("rowTokens"), take<Uint32Array>("rowStart")];
  const words = draft.words.length;
  const [rowFlags, rowFacts] = [take<Uint8Array>("rowFlags"), take<Uint32Array>("rowFacts")];
  const postings = postingSections(rowTokens, rowStart, take("rowWeight"), words);
  const pairs = wordPairs(rowTokens, rowStart, postings.get("match.seatRow") as Uint32Array);
  return new Map<string, Section>([
    ...trieSections(draft.words),
    ...multimapSections("deletes", deletionPairs(take("tokenCodes"), take("tokenStart"), words)),
    ...multimapSections("keys", keyPairs(take("tokenCoarse"), take("tokenSkeleton"))),
    ...postings,
    ...multimapSections("pairs", pairs),
    ["match.pairBits", hashBits(pairs.hashes)],
    ["match.rowAlike", alikeRows({ rowTokens, rowStart, rowFlags, rowFacts })],
    ...multimapSections("equals", pairsOf(take("nameEqual"))),
    ...multimapSections("identifiers", pairsOf(take("idHash"))),
  ]);
}

/** Texts of the words that have other letters than a to z and 0 to 9: their codes do not tell them. */
function localTextSections(words: readonly string[]): [string, Section][] {
  const tokens = new Column();
  const texts = new Texts();
  words.forEach((word, token) => {
    if (/^[a-z0-9]*$/.test(word)) return;
    tokens.push(token);
    texts.push(word);
  });
  return [
    ["match.localTokens", tokens.u32()],
    ["match.localText", texts.bytes()],
    ["match.localTextStart", texts.starts()],
  ];
}

/** Open addressing by hash, at most half full: token + 1, or 0 where empty. */
function slotsOf(hashes: Uint32Array): Uint32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  hashes.forEach((hash, token) => {
    let slot = spread(hash) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = token + 1;
  });
  return slots;
}

function multimapSections(name: string, pairs: Pairs): [string, Section][] {
  const map = buildMultimap(pairs);
  return [
    [`match.${name}Starts`, map.starts],
    [`match.${name}Entries`, map.entries],
  ];
}

function deletionPairs(codes: Uint8Array, starts: Uint32Array, count: number): Pairs {
  return pairsOfWalk((visit) => {
    for (let token = 0; token < count; token += 1) {
      const start = starts[token] as number;
      const length = (starts[token + 1] as number) - start;
      deletions(codes, start, length, (hash) => visit(hash, token));
    }
  });
}

function keyPairs(coarse: Uint32Array, bones: Uint32Array): Pairs {
  const [hashes, values] = [new Column(), new Column()];
  for (let token = 0; token < coarse.length; token += 1) {
    for (const key of [coarse[token] as number, bones[token] as number]) {
      if (key === 0) continue;
      hashes.push(key);
      values.push(token);
    }
  }
  return { hashes: hashes.u32(), values: values.u32() };
}

function rowWeights(rowTokens: Uint32Array, rowStart: Uint32Array, weights: Float32Array): Float32Array {
  return Float32Array.from({ length: rowStart.length - 1 }, (_, row) => {
    let sum = 0;
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at += 1) {
      sum += weights[rowTokens[at] as number] as number;
    }
    return sum;
  });
}

/** What a comparison asks of a row's name and party, side by side. */
function rowFactSection(made: Draft): Uint32Array {
  const facts = new Uint32Array(made.rowName.length * ROW_FIELDS);
  for (let row = 0; row < made.rowName.length; row += 1) {
    const name = made.rowName.at(row);
    const entity = made.nameEntity.at(name);
    facts[row * ROW_FIELDS] = entity;
    facts[row * ROW_FIELDS + 1] = made.entityKind.at(entity) | (made.nameKind.at(name) << 8);
    facts[row * ROW_FIELDS + 2] = made.nameForms.at(name);
    facts[row * ROW_FIELDS + 3] = made.nameEqual.at(name);
  }
  return facts;
}

function pairsOf(hashes: Uint32Array): Pairs {
  return { hashes, values: Uint32Array.from(hashes.keys()) };
}

/** Analyses the names and facts of the parties, in the order given (place in the order = entity index). */
function draftOf(targets: Iterable<IndexTarget>, analyze: NameAnalysis): Draft {
  const made = draft();
  let entities = 0;
  for (const target of targets) {
    addNames(made, target, entities, { bearer: bearerOf(partyKindOf(target.schema)), analyze });
    addFacts(made, target, entities);
    entities += 1;
  }
  made.entityName.push(made.nameEntity.length);
  made.nameRow.push(made.rowName.length);
  made.rowStart.push(made.rowTokens.length);
  made.birthStart.push(made.birth.length);
  made.countryStart.push(made.country.length);
  assert(
    Math.max(made.words.length, made.rowName.length, made.idEntity.length) < MULTIMAP_VALUE_MAX,
    "an index has fewer than 2^24 readings of names and words",
  );
  return made;
}

/** What a comparison of two parties reads of them and of their words. */
function comparedSections(made: Draft, weightOf: WeightOf): Map<string, Section> {
  const entities = made.entityKind.length;
  const [rowTokens, rowStart] = [made.rowTokens.u32(), made.rowStart.u32()];
  const tokens = tokenSections(made, entities, weightOf);
  const weights = tokens.get("match.tokenWeight") as Float32Array;
  return new Map<string, Section>([
    ["match.meta", Uint32Array.of(INDEX_VERSION, entities, made.words.length, made.rowName.length)],
    ["match.schemata", new TextEncoder().encode(JSON.stringify(made.schemata))],
    ...tokens,
    ["match.rowName", made.rowName.u32()],
    ["match.rowStart", rowStart],
    ["match.rowTokens", rowTokens],
    ["match.rowWeight", rowWeights(rowTokens, rowStart, weights)],
    ["match.rowFlags", made.rowFlags.u8()],
    ["match.rowFacts", rowFactSection(made)],
    ["match.nameEntity", made.nameEntity.u32()],
    ["match.nameKind", made.nameKind.u8()],
    ["match.nameForms", made.nameForms.u16()],
    ["match.nameEqual", made.nameEqual.u32()],
    ["match.nameRow", made.nameRow.u32()],
    ["match.nameText", made.names.bytes()],
    ["match.nameTextStart", made.names.starts()],
    ["match.entityName", made.entityName.u32()],
    ["match.entityKind", made.entityKind.u8()],
    ["match.entitySchema", made.entitySchema.u8()],
    ["match.entityGender", made.entityGender.u8()],
    ["match.factText", made.facts.bytes()],
    ["match.factTextStart", made.facts.starts()],
    ["match.birthStart", made.birthStart.u32()],
    ["match.birth", made.birth.u32()],
    ["match.countryStart", made.countryStart.u32()],
    ["match.country", made.country.u32()],
    ["match.entityFacts", made.entityFacts.u32()],
    ["match.idEntity", made.idEntity.u32()],
    ["match.idKind", made.idKind.u8()],
    ["match.idHash", made.idHash.u32()],
    ["match.idText", made.ids.bytes()],
    ["match.idTextStart", made.ids.starts()],
  ]);
}

/**
 * Compiles the names and facts of the listed parties, in the order given (place in the order = entity index), into the
 * sections that `openIndex` reads. The same targets give the same bytes. Throws where a bound of the format is passed.
 * `weightOf` weighs the words where these targets are too few to tell how rare they are; `analyze` reads the names.
 */
export function buildIndex(
  targets: Iterable<IndexTarget>,
  weightOf: WeightOf = tokenWeight,
  analyze: NameAnalysis = analyzeName,
): Map<string, Section> {
  const made = draftOf(targets, analyze);
  const compared = comparedSections(made, weightOf);
  return new Map([...compared, ...searchSections(made, compared)]);
}

/** The sections by which nothing is found. */
const NOTHING: ReadonlyMap<string, Section> = buildIndex([]);

/**
 * The same of a few parties that are set side by side and not searched for: their words and facts alone.
 */
export function buildComparison(
  targets: Iterable<IndexTarget>,
  weightOf: WeightOf,
  analyze: NameAnalysis,
): Map<string, Section> {
  const made = draftOf(targets, analyze);
  const sections = new Map([...NOTHING, ...comparedSections(made, weightOf)]);
  // Words in local script are met by the Latin words that the tree spells.
  return made.local ? new Map([...sections, ...trieSections(made.words)]) : sections;
}
