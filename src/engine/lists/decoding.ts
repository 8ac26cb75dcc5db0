import { Fault } from "../../fault.ts";
import { LIST_LIMITS, type SourceFile } from "./reader.ts";

/** The encodings that lists are published in. */
export type ListEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Read this far to tell what a file is. */
const SNIFF_BYTES = 4_096;

/** A fault that names the file, the place and the reason. */
export function unreadable(
  format: string,
  file: Pick<SourceFile, "name">,
  place: { readonly where: string; readonly reason: string },
  cause?: unknown,
): Fault {
  return new Fault({ code: "list-unreadable", format, file: file.name, ...place }, cause);
}

function startsWith(bytes: Uint8Array, ...prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** What the byte order mark says, or null where there is none. */
export function encodingOfMark(bytes: Uint8Array): ListEncoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  return null;
}

/** The first characters of a file, whatever it is; for recognition only. Never throws. */
export function sniff(file: SourceFile, bytesMax = SNIFF_BYTES): string {
  const encoding = encodingOfMark(file.bytes) ?? "utf-8";
  return new TextDecoder(encoding).decode(file.bytes.subarray(0, bytesMax));
}

function foreignContent(file: SourceFile): string | null {
  const { bytes } = file;
  if (bytes.length === 0) return "the file is empty";
  if (startsWith(bytes, 0x1f, 0x8b)) return "this is gzip-compressed data, not a list: decompress it first";
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd))
    return "this is zstd-compressed data, not a list: decompress it first";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return "this is a ZIP archive or workbook, not a text list: unpack it first";
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "this is a PDF, not a list";
  const head = sniff(file).trimStart();
  if (head === "" && bytes.length <= SNIFF_BYTES) return "the file holds only white space";
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return "this is an HTML page, not a list";
  return null;
}

/** Throws a `Fault` for what is no text list at all: too large, empty, compressed, a PDF, an HTML error page. */
export function refuseForeignContent(file: SourceFile, format: string): void {
  if (file.bytes.length > LIST_LIMITS.fileBytesMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "fileBytesMax",
      allowed: LIST_LIMITS.fileBytesMax,
      where: file.name,
    });
  }
  const reason = foreignContent(file);
  if (reason !== null) throw unreadable(format, file, { where: "byte 0", reason });
}

/** Where the first control character stands that no text has (tab, line ends and `allowed` aside); -1 where none does. */
export function controlCharacterAt(bytes: Uint8Array, allowed: readonly number[] = []): number {
  return bytes.findIndex(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && !allowed.includes(byte),
  );
}

/** Says that a text in a single-byte or UTF-8 encoding was damaged on its way, or null where it shows no sign of it. */
export function damageOf(bytes: Uint8Array, encoding: ListEncoding): string | null {
  if (encoding === "utf-16le" || encoding === "utf-16be") return null;
  const at = controlCharacterAt(bytes);
  if (at < 0) return null;
  return `control characters in the text (the first at byte ${at}): the file is damaged, its characters have lost their high byte`;
}

/** Decodes a whole text strictly: throws a `Fault` where a byte does not fit the encoding. */
export function decodeText(file: SourceFile, format: string, encoding: ListEncoding): string {
  const parts: string[] = [];
  decodeInto(file, format, encoding, (part) => parts.push(part));
  return parts.join("");
}

const CHUNK_BYTES = 65_536;

/**
 * Decodes a text of which one piece comes after the other, strictly: a piece, and whether more follow. What damaged it is
 * looked for in the file's bytes, as far as they are at hand.
 */
export function pieceDecoder(
  file: SourceFile,
  format: string,
  encoding: ListEncoding,
): (bytes: Uint8Array, more: boolean) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  return (bytes, more) => {
    const part = decodePart(decoder, bytes, more);
    if (part === null) {
      const reason = damageOf(file.bytes, encoding) ?? `bytes that are not ${encoding}`;
      throw unreadable(format, file, { where: `bytes ${at} to ${at + bytes.length}`, reason });
    }
    at += bytes.length;
    return part;
  };
}

/** Decodes a text strictly and hands it on in pieces, so that a reader can stop at its own bounds. */
export function decodeInto(
  file: SourceFile,
  format: string,
  encoding: ListEncoding,
  take: (part: string) => void,
): void {
  const decode = pieceDecoder(file, format, encoding);
  for (let at = 0; at < file.bytes.length; at += CHUNK_BYTES) {
    const end = Math.min(at + CHUNK_BYTES, file.bytes.length);
    take(decode(file.bytes.subarray(at, end), end < file.bytes.length));
  }
}

function decodePart(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  more: boolean,
): string | null {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
