import type { Entity } from "../entity/entity.ts";

/** One file of an edition, as it was fetched: the name is used in faults and receipts, the bytes are never altered. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * What a reader rests on: the publisher's own layout seen whole (`official`), a conversion that a third party made
 * (`conversion`), or only a schema or short sample of the publisher's layout (`layout-sample`).
 */
export type ReaderBasis = "official" | "conversion" | "layout-sample";

/** A row or element that could not become an entity: where it stands, why, and its first 500 characters. */
export type RejectedRow = {
  readonly file: string;
  readonly where: string;
  readonly reason: string;
  readonly text: string;
};

/** What a reader understood and what it did not. */
export type ReadReport = {
  readonly format: string;
  readonly basis: ReaderBasis;
  /** Rows or top-level elements met in the source. Every one is either in a target or in `rejected`. */
  readonly rows: number;
  /** Listed parties read (entities that carry a Sanction), without addresses, documents and other attached entities. */
  readonly targets: number;
  readonly rejected: readonly RejectedRow[];
  /** Elements, columns, codes or value shapes that the reader does not know, by name, with how often each was met. */
  readonly unread: Readonly<Record<string, number>>;
  /** Plain sentences a user should see with this edition, e.g. that it is a conversion or rests on a layout sample. */
  readonly notes: readonly string[];
};

/** An edition as read: targets and everything attached to them, and the source's own date. */
export type EditionContent = {
  /** The edition's own date as the source states it (YYYY-MM-DD), or null where the source states none. */
  readonly date: string | null;
  readonly entities: readonly Entity[];
  readonly report: ReadReport;
};

/** What the caller knows about an edition before it is read. */
export type ReadContext = {
  /** Prefix of every entity id, from the list: `us-ofac`, `un-sc`, `gb-uksl`. A listing's id is `<prefix>-<reference>`. */
  readonly prefix: string;
  /** Authority written on Sanction entities, e.g. `Office of Foreign Assets Control`. */
  readonly authority: string;
  /** Country of the authority, ISO 3166-1 alpha-2 lower case, `un` or `eu`. */
  readonly country: string;
};

/** Reads one list format. Pure; the only thing it throws is a `Fault`. */
export type ListReader = {
  /** The format's name, unique: the folder it lives in. */
  readonly format: string;
  readonly basis: ReaderBasis;
  /** True where the files look like this format, by content and not by name. Never throws. */
  readonly recognizes: (files: readonly SourceFile[]) => boolean;
  readonly read: (
    files: readonly SourceFile[],
    context: ReadContext,
  ) => EditionContent | Promise<EditionContent>;
};

/** Bounds that every reader keeps, with the reason for each. */
export const LIST_LIMITS = {
  /** The largest official file today is about 120 MB (OFAC advanced XML). */
  fileBytesMax: 512 * 1024 * 1024,
  /** The largest list today has about 20,000 targets. */
  targetsMax: 1_000_000,
  /** Deepest official XML nests 14 elements. */
  xmlDepthMax: 64,
  /** A row of the widest workbook has 16,384 cells of up to four elements. */
  recordElementsMax: 100_000,
  /** Longest value seen is a statement of reasons of about 12,000 characters. */
  valueCharsMax: 262_144,
  /** Most aliases seen on one party: about 150. */
  valuesPerPropertyMax: 2_000,
  /** Longest CSV line seen: about 40,000 characters. */
  csvLineCharsMax: 1_048_576,
  /** Rejected rows are kept as data up to this count; more refuses the edition. */
  rejectedMax: 10_000,
} as const;
