import { createHash } from "node:crypto";
import { assert, Fault } from "../../fault.ts";
import { canonicalJson, type Json } from "../json.ts";
import type { Section, SectionKind, Sections } from "./sections.ts";

/*
 * A snapshot file, little endian:
 *
 *    0  "SLUICESN"   what it is
 *    8  u32          layout version
 *   12  u32          length of the JSON table at 64, in bytes
 *   16  u32 u32      length of the whole file, low word first
 *   24  32 bytes     SHA-256 of bytes 0 to 23 and of everything from 56 on
 *   56  8 bytes      zero
 *   64  JSON         { header, sections: [[name, kind, offset, count]] }, canonical
 *       sections     each at a multiple of 8, in order of name; gaps are zero
 */
const MAGIC = new TextEncoder().encode("SLUICESN");
const LAYOUT_VERSION = 1;
const DIGEST_AT = 24;
const RESERVED_AT = 56;
const TABLE_AT = 64;
/** Above it a typed array cannot be made on every machine; all lists known today need about a fiftieth. */
const FILE_BYTES_MAX = 0xffff_ffff;

type Row = readonly [name: string, kind: SectionKind, offset: number, count: number];

/** A snapshot file, checked whole: its hash, the header that was written, and its arrays as views on the bytes. */
export type SnapshotFile = { readonly hash: string; readonly header: Json; readonly sections: Sections };

/** The file's bytes for a header and named arrays: the same input gives the same bytes on every machine. */
export function writeSnapshot(header: Json, sections: ReadonlyMap<string, Section>): Uint8Array {
  assertLittleEndian();
  const named = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  // Offsets are relative to the end of the table, so that the table's own length does not move them.
  let end = 0;
  const rows = named.map(([name, section]): Row => {
    const offset = align(end);
    end = offset + section.byteLength;
    return [name, kindOf(section), offset, section.length];
  });
  const table = new TextEncoder().encode(canonicalJson({ header, sections: rows }));
  const start = align(TABLE_AT + table.length);
  assert(start + end <= FILE_BYTES_MAX, "a snapshot file fits into 4 GiB");
  const bytes = new Uint8Array(start + end);
  bytes.set(MAGIC, 0);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, LAYOUT_VERSION, true);
  view.setUint32(12, table.length, true);
  view.setUint32(16, bytes.length, true);
  bytes.set(table, TABLE_AT);
  for (const [index, [, section]] of named.entries()) {
    const offset = rows[index]?.[2] ?? 0;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + offset);
  }
  bytes.set(digest(bytes), DIGEST_AT);
  return bytes;
}

/** Opens a snapshot file without copying it. Throws `snapshot-damaged` where one bit of it is not as written. */
export function openSnapshotFile(bytes: Uint8Array, fileName: string): SnapshotFile {
  assertLittleEndian();
  const damaged = (reason: string): Fault => new Fault({ code: "snapshot-damaged", file: fileName, reason });
  if (bytes.length < TABLE_AT) throw damaged(`only ${bytes.length} bytes`);
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) throw damaged("it does not begin as a snapshot");
  // Views of 4-byte numbers need an aligned start; a file read whole has one, a slice of a pool may not.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const version = view.getUint32(8, true);
  if (version !== LAYOUT_VERSION)
    throw damaged(`layout version ${version} is not ${LAYOUT_VERSION}: build it again`);
  const stated = view.getUint32(16, true);
  if (view.getUint32(20, true) !== 0 || stated !== whole.length)
    throw damaged(`${whole.length} bytes where ${stated} were written`);
  const expected = whole.subarray(DIGEST_AT, DIGEST_AT + 32);
  if (Buffer.compare(digest(whole), expected) !== 0) throw damaged("its content does not match its hash");
  const tableLength = view.getUint32(12, true);
  const table = JSON.parse(new TextDecoder().decode(whole.subarray(TABLE_AT, TABLE_AT + tableLength))) as {
    readonly header: Json;
    readonly sections: readonly Row[];
  };
  const sections = openSections(whole, align(TABLE_AT + tableLength), table.sections, damaged);
  return { hash: Buffer.from(expected).toString("hex"), header: table.header, sections };
}

function openSections(
  bytes: Uint8Array,
  start: number,
  rows: readonly Row[],
  damaged: (reason: string) => Fault,
): Sections {
  const byName = new Map(rows.map((row) => [row[0], row]));
  const locate = (name: string, kind: SectionKind): { offset: number; count: number } => {
    const row = byName.get(name);
    if (row === undefined || row[1] !== kind)
      throw damaged(`it has no ${kind} section ${name}: build it again`);
    return { offset: bytes.byteOffset + start + row[2], count: row[3] };
  };
  const view = <T extends Section>(
    kind: SectionKind,
    make: new (buffer: ArrayBufferLike, offset: number, count: number) => T,
  ) => {
    return (name: string): T => {
      const { offset, count } = locate(name, kind);
      return new make(bytes.buffer, offset, count);
    };
  };
  return {
    u8: view("u8", Uint8Array),
    u16: view("u16", Uint16Array),
    u32: view("u32", Uint32Array),
    i32: view("i32", Int32Array),
    f32: view("f32", Float32Array),
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256")
    .update(bytes.subarray(0, DIGEST_AT))
    .update(bytes.subarray(RESERVED_AT))
    .digest();
}

function kindOf(section: Section): SectionKind {
  if (section instanceof Uint16Array) return "u16";
  if (section instanceof Uint32Array) return "u32";
  if (section instanceof Int32Array) return "i32";
  if (section instanceof Float32Array) return "f32";
  return "u8";
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function assertLittleEndian(): void {
  assert(new Uint8Array(new Uint16Array([1]).buffer)[0] === 1, "this machine is little endian");
}
