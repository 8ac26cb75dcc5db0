import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { openWorkbook } from "../../../engine/lists/workbook.ts";
import type { PackedPart } from "../../../engine/lists/zip.ts";
import { Fault } from "../../../fault.ts";
import type { TableRecord } from "./line-records.ts";
import type { OpenedFile } from "./opened-file.ts";

/** What all parts of a workbook of customers may unpack to: a sheet of a million rows has half of it. */
const UNPACKED_BYTES_MAX = 2 * 1024 * 1024 * 1024;
/** What is unpacked at once. */
const PIECE_BYTES = 65_536;

/** Which sheet is read (the first one where null), and who is told how much of the sheet has been read, 0 to 1. */
export type WorkbookOptions = {
  readonly sheet: string | null;
  readonly onProgress: (fraction: number) => void;
};

function unreadable(file: OpenedFile, reason: string, cause?: unknown): Fault {
  return new Fault({ code: "input-invalid", file: file.name, where: "workbook", reason }, cause);
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Unpacks a part piece by piece. Throws where it is damaged, or unpacks to another size than the archive states. */
async function* unpacked(
  { name, bytes, method, unpacked: stated }: PackedPart,
  onProgress: (fraction: number) => void,
): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(slicesOf(bytes));
  const pieces = method === "stored" ? packed : packed.pipe(createInflateRaw());
  let size = 0;
  for await (const piece of pieces as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > stated) break;
    onProgress(size / stated);
    yield piece;
  }
  if (size !== stated) throw new Error(`${name} does not unpack to the size that the archive states`);
}

async function* recordsOf(
  file: OpenedFile,
  { sheet: name, onProgress }: WorkbookOptions,
): AsyncGenerator<readonly TableRecord[]> {
  const book = openWorkbook(
    { name: file.name, bytes: await readFile(file.path) },
    "xlsx",
    UNPACKED_BYTES_MAX,
  );
  const sheet = name === null ? book.sheets[0] : book.sheets.find((one) => one.name === name);
  if (sheet === undefined)
    throw unreadable(file, `no sheet "${name}"; found: ${book.sheets.map((one) => one.name).join(", ")}`);
  yield* book.stream(sheet, unpacked(book.packed(sheet), onProgress));
}

/**
 * The rows of one sheet as they are read; memory is bounded by the file and its shared texts. Throws `input-invalid` for no
 * workbook.
 */
export async function* readWorkbookRecords(
  file: OpenedFile,
  options: WorkbookOptions,
): AsyncGenerator<readonly TableRecord[]> {
  try {
    yield* recordsOf(file, options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof Fault && error.code !== "list-unreadable") throw error;
    throw unreadable(file, `not a whole workbook: ${error.message}`, error);
  }
}
