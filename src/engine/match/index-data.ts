import { Fault } from "../../fault.ts";
import type { Sections } from "../snapshot/sections.ts";
import type { Multimap } from "./multimap.ts";
import type { IndexTarget } from "./target.ts";
import { openTrie, type Trie } from "./trie.ts";

/** Raised whenever the meaning of a section changes: an index of another version is refused. */
export const INDEX_VERSION = 7;

/** Numbers for each row in `rowFacts`: one line of the cache instead of six. */
export const ROW_FIELDS = 4;

/** Numbers for each entity in `entityFacts`. */
export const FACT_FIELDS = 4;

/**
 * The index as views on its sections. Entities own names, names own rows (one per reading), rows own tokens:
 *
 *     entity ──nameOf──▶ name ──rowOf──▶ row ──rowStart──▶ token ids ──▶ letters, weight, keys
 *        ▲                                                     │
 *        └── nameEntity ◀── rowName ◀── seatRow ◀── seats ◀────┘ postStart
 *
 * A row has a *seat* for the count of votes: rows stand there in the order of the commonest word that they hold, then of the
 * next, so that the names of a common word lie side by side in memory.
 */
export type IndexData = {
  readonly entities: number;
  readonly tokens: number;
  readonly rows: number;
  /** Letter codes, one byte each. */
  readonly tokenCodes: Uint8Array;
  readonly tokenStart: Uint32Array;
  readonly tokenHash: Uint32Array;
  readonly tokenMask: Int32Array;
  readonly tokenWeight: Float32Array;
  readonly tokenFine: Uint32Array;
  readonly tokenCoarse: Uint32Array;
  readonly tokenSkeleton: Uint32Array;
  /** Tokens that have other letters than a to z and 0 to 9, in ascending order, with their texts. */
  readonly localTokens: Uint32Array;
  readonly localText: Buffer;
  readonly localTextStart: Uint32Array;
  /** Open addressing by hash: token + 1, or 0. */
  readonly tokenSlots: Uint32Array;
  readonly postStart: Uint32Array;
  /** Seats of the rows that hold each token, ascending. */
  readonly postSeats: Uint32Array;
  readonly seatRow: Uint32Array;
  /** `rowWeight`, by seat. */
  readonly seatWeight: Float32Array;
  readonly rowName: Uint32Array;
  readonly rowStart: Uint32Array;
  readonly rowTokens: Uint32Array;
  readonly rowWeight: Float32Array;
  /** 1 where the row may be a Korean name. */
  readonly rowFlags: Uint8Array;
  /** The first row that is the same to every comparison of names: see `alikeRows`. */
  readonly rowAlike: Uint32Array;
  /** `ROW_FIELDS` numbers for each row: entity; its kind (low byte) and the kind of name (next byte); legal forms; hash of what equal names share. */
  readonly rowFacts: Uint32Array;
  readonly nameEntity: Uint32Array;
  readonly nameKind: Uint8Array;
  readonly nameForms: Uint16Array;
  readonly nameEqual: Uint32Array;
  readonly nameRow: Uint32Array;
  readonly nameText: Buffer;
  readonly nameTextStart: Uint32Array;
  readonly entityName: Uint32Array;
  readonly entityKind: Uint8Array;
  readonly entitySchema: Uint8Array;
  /** Bits: 1 male, 2 female. */
  readonly entityGender: Uint8Array;
  /** The facts of each entity as the list writes them: see `factText`. */
  readonly factText: Buffer;
  readonly factTextStart: Uint32Array;
  readonly birthStart: Uint32Array;
  readonly birth: Uint32Array;
  readonly countryStart: Uint32Array;
  readonly country: Uint32Array;
  /** Four numbers for each entity: the first birth date's two ends, the first country, how many dates (low byte) and countries (next byte) there are. */
  readonly entityFacts: Uint32Array;
  readonly idEntity: Uint32Array;
  readonly idKind: Uint8Array;
  readonly idHash: Uint32Array;
  readonly idText: Buffer;
  readonly idTextStart: Uint32Array;
  readonly schemata: readonly string[];
  /** The words in plain Latin letters as a tree, for the search for spellings. */
  readonly trie: Trie;
  /** Seats of the rows that hold two words, by `pairHash`, and a bit for each: nothing in a small index (see `wordPairs`). */
  readonly pairs: Multimap;
  readonly pairBits: Uint32Array;
  readonly equals: Multimap;
  readonly deletes: Multimap;
  readonly keys: Multimap;
  readonly identifiers: Multimap;
};

/** Views on the sections of a snapshot; throws `snapshot-damaged` where they are of another version. */
export function openIndexData(sections: Sections): IndexData {
  const { u8, u16, u32, i32, f32 } = sections;
  const texts = (name: string): Buffer => {
    const bytes = u8(name);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  const meta = u32("match.meta");
  if (meta[0] !== INDEX_VERSION) {
    const reason = `the index of names is of version ${meta[0]}, this program reads ${INDEX_VERSION}`;
    throw new Fault({ code: "snapshot-damaged", file: "match.meta", reason });
  }
  const multimap = (name: string): Multimap => ({
    starts: u32(`match.${name}Starts`),
    entries: u32(`match.${name}Entries`),
  });
  return {
    entities: meta[1] ?? 0,
    tokens: meta[2] ?? 0,
    rows: meta[3] ?? 0,
    tokenCodes: u8("match.tokenCodes"),
    tokenStart: u32("match.tokenStart"),
    tokenHash: u32("match.tokenHash"),
    tokenMask: i32("match.tokenMask"),
    tokenWeight: f32("match.tokenWeight"),
    tokenFine: u32("match.tokenFine"),
    tokenCoarse: u32("match.tokenCoarse"),
    tokenSkeleton: u32("match.tokenSkeleton"),
    localTokens: u32("match.localTokens"),
    localText: texts("match.localText"),
    localTextStart: u32("match.localTextStart"),
    tokenSlots: u32("match.tokenSlots"),
    postStart: u32("match.postStart"),
    postSeats: u32("match.postSeats"),
    seatRow: u32("match.seatRow"),
    seatWeight: f32("match.seatWeight"),
    rowName: u32("match.rowName"),
    rowStart: u32("match.rowStart"),
    rowTokens: u32("match.rowTokens"),
    rowWeight: f32("match.rowWeight"),
    rowFlags: u8("match.rowFlags"),
    rowAlike: u32("match.rowAlike"),
    rowFacts: u32("match.rowFacts"),
    nameEntity: u32("match.nameEntity"),
    nameKind: u8("match.nameKind"),
    nameForms: u16("match.nameForms"),
    nameEqual: u32("match.nameEqual"),
    nameRow: u32("match.nameRow"),
    nameText: texts("match.nameText"),
    nameTextStart: u32("match.nameTextStart"),
    entityName: u32("match.entityName"),
    entityKind: u8("match.entityKind"),
    entitySchema: u8("match.entitySchema"),
    entityGender: u8("match.entityGender"),
    factText: texts("match.factText"),
    factTextStart: u32("match.factTextStart"),
    birthStart: u32("match.birthStart"),
    birth: u32("match.birth"),
    countryStart: u32("match.countryStart"),
    country: u32("match.country"),
    entityFacts: u32("match.entityFacts"),
    idEntity: u32("match.idEntity"),
    idKind: u8("match.idKind"),
    idHash: u32("match.idHash"),
    idText: texts("match.idText"),
    idTextStart: u32("match.idTextStart"),
    schemata: JSON.parse(new TextDecoder().decode(u8("match.schemata"))) as string[],
    trie: openTrie({
      start: u32("match.trieStart"),
      letter: u8("match.trieLetter"),
      token: u32("match.trieToken"),
    }),
    pairs: multimap("pairs"),
    pairBits: u32("match.pairBits"),
    equals: multimap("equals"),
    deletes: multimap("deletes"),
    keys: multimap("keys"),
    identifiers: multimap("identifiers"),
  };
}

/** One of many texts that stand one after another in UTF-8. */
function textBetween(bytes: Buffer, starts: Uint32Array, at: number): string {
  return bytes.toString("utf8", starts[at], starts[at + 1]);
}

/** A name as the list writes it. */
export function nameText(data: IndexData, name: number): string {
  return textBetween(data.nameText, data.nameTextStart, name);
}

/** An identifier as the list writes it. */
export function identifierText(data: IndexData, identifier: number): string {
  return textBetween(data.idText, data.idTextStart, identifier);
}

/** A word of the index in its own letters. */
export function tokenText(data: IndexData, token: number): string {
  let text = "";
  for (let at = data.tokenStart[token] as number; at < (data.tokenStart[token + 1] as number); at += 1) {
    const code = data.tokenCodes[at] as number;
    if (code >= LETTERS.length) return localText(data, token);
    text += LETTERS.charAt(code);
  }
  return text;
}

/** Letters by their codes, as `letterCode` numbers them. */
const LETTERS = " abcdefghijklmnopqrstuvwxyz0123456789";

function localText(data: IndexData, token: number): string {
  let [low, high] = [0, data.localTokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data.localTokens[middle] as number) < token) low = middle + 1;
    else high = middle;
  }
  return textBetween(data.localText, data.localTextStart, low);
}

/** Between the facts of an entity, and between the values of one. No list has these signs. */
const [FACT_END, VALUE_END] = ["\u001e", "\u001f"];

/** Birth dates, countries and genders of a party in one text, for its explanations. */
export function factText({ birthDates, countries, genders }: IndexTarget): string {
  return [birthDates, countries, genders].map((values) => values.join(VALUE_END)).join(FACT_END);
}

/** What `factText` wrote down of an entity. */
export function factsOf(
  data: IndexData,
  entity: number,
): Readonly<Record<"birthDates" | "countries" | "genders", readonly string[]>> {
  const [birthDates = [], countries = [], genders = []] = textBetween(
    data.factText,
    data.factTextStart,
    entity,
  )
    .split(FACT_END)
    .map((values) => (values === "" ? [] : values.split(VALUE_END)));
  return { birthDates, countries, genders };
}

/** Country code in one number. */
export function packCountry(code: string): number {
  let packed = 0;
  for (let at = 0; at < Math.min(code.length, 6); at += 1) packed = (packed * 37 + code.charCodeAt(at)) >>> 0;
  return packed;
}

/** Bits of the genders stated: 1 male, 2 female. */
export function genderBits(genders: readonly string[]): number {
  let bits = 0;
  for (const gender of genders) bits |= /^m/i.test(gender) ? 1 : /^f/i.test(gender) ? 2 : 0;
  return bits;
}
