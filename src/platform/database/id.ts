import { randomBytes } from "node:crypto";

/** The kinds of things that have an id, as the prefix shows them. */
export const ID_PREFIXES = [
  "org",
  "usr",
  "key",
  "sub",
  "alr",
  "dec",
  "sup",
  "chk",
  "rep",
  "att",
  "job",
  "whk",
  "dlv",
  "evt",
  "aud",
  "lnk",
  "inv",
  "imp",
  "pol",
  "hld",
  "run",
  "one",
  "bat",
  "own",
  "wva",
  "wvr",
  "wvd",
  "rsv",
  "wrp",
  "ltr",
  "cas",
  "rpl",
  "pho",
  "viw",
] as const;

export type IdPrefix = (typeof ID_PREFIXES)[number];

/**
 * A new id: the prefix and a UUIDv7 (RFC 9562, 5.7) without hyphens. Ids of later milliseconds sort after earlier
 * ones, so that an index on them grows at its end.
 */
export function newId(prefix: IdPrefix): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x70, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  return `${prefix}_${bytes.toString("hex")}`;
}
