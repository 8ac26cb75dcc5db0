import { inflateRawSync } from "node:zlib";
import { unreadable } from "./decoding.ts";
import type { SourceFile } from "./reader.ts";

/** Bounds of an archive, against bombs. */
export const ZIP_LIMITS = {
  /** The largest workbook of a list (45 sheets) has about 160 parts. */
  entriesMax: 2_000,
  /** The largest part of a list's workbook unpacks to about 20 MB; all parts together stay below this. */
  unpackedBytesMax: 512 * 1024 * 1024,
} as const;

/** A part of an archive, packed. */
type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

/** A part as it stands in the archive. */
export type PackedPart = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly method: "stored" | "deflated";
  /** Bytes that it unpacks to, as the archive's directory states them: more is a bomb, or damaged. */
  readonly unpacked: number;
};

/** An archive whose parts are unpacked on request; `part` and `packed` give null where there is none of that name. */
export type Zip = {
  readonly names: readonly string[];
  readonly part: (name: string) => SourceFile | null;
  /** For whoever unpacks it piece by piece. */
  readonly packed: (name: string) => PackedPart | null;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;

/** True where the file begins as a ZIP archive does. Never throws. */
export function isZip(file: SourceFile): boolean {
  const [a, b, c, d] = file.bytes;
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

function directoryOf(file: SourceFile, format: string, unpackedBytesMax: number): readonly ZipEntry[] {
  const refuse = (reason: string) => unreadable(format, file, { where: "archive directory", reason });
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const stop = Math.max(0, end - COMMENT_BYTES_MAX);
  while (end >= stop && view.getUint32(end, true) !== END_SIGNATURE) end -= 1;
  if (end < stop) throw refuse("the archive has no directory: the file is cut off");
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entriesMax) throw refuse(`more than ${ZIP_LIMITS.entriesMax} parts`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw refuse(`part ${index + 1} of ${count} is missing`);
    const nameBytes = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    unpacked += entry.unpacked;
    if (unpacked > unpackedBytesMax) throw refuse(`its parts unpack to more than ${unpackedBytesMax} bytes`);
    entries.push(entry);
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedPart(file: SourceFile, format: string, entry: ZipEntry): PackedPart {
  const refuse = (reason: string) => unreadable(format, file, { where: entry.name, reason });
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, method, unpacked } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw refuse("the part is not where the archive's directory says");
  }
  if (method !== 0 && method !== 8) throw refuse(`packed with method ${method}, which is not deflate`);
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return {
    name: `${file.name}/${entry.name}`,
    bytes: bytes.subarray(begin, begin + entry.packed),
    method: method === 0 ? "stored" : "deflated",
    unpacked,
  };
}

function unpack(file: SourceFile, format: string, entry: ZipEntry): SourceFile {
  const { name, bytes, method, unpacked } = packedPart(file, format, entry);
  const refuse = (reason: string, cause?: unknown) =>
    unreadable(format, file, { where: entry.name, reason }, cause);
  if (unpacked > ZIP_LIMITS.unpackedBytesMax)
    throw refuse(`it unpacks to more than ${ZIP_LIMITS.unpackedBytesMax} bytes`);
  if (method === "stored") return { name, bytes };
  try {
    // The declared size is the bound: a part that unpacks to more than it says is a bomb or damaged.
    return { name, bytes: inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) }) };
  } catch (error) {
    throw refuse("the part does not unpack to the size that the archive states", error);
  }
}

/** Opens a ZIP archive held in memory. Throws a `Fault` where it is cut off, damaged or a bomb. */
export function openZip(
  file: SourceFile,
  format: string,
  unpackedBytesMax: number = ZIP_LIMITS.unpackedBytesMax,
): Zip {
  if (!isZip(file))
    throw unreadable(format, file, { where: "byte 0", reason: "this is not a workbook (XLSX)" });
  const entries = new Map(directoryOf(file, format, unpackedBytesMax).map((entry) => [entry.name, entry]));
  const of = <T>(name: string, make: (entry: ZipEntry) => T): T | null => {
    const entry = entries.get(name);
    return entry === undefined ? null : make(entry);
  };
  return {
    names: [...entries.keys()],
    part: (name) => of(name, (entry) => unpack(file, format, entry)),
    packed: (name) => of(name, (entry) => packedPart(file, format, entry)),
  };
}
