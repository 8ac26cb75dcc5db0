import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Fault } from "../../../fault.ts";

/** What a file of subjects is written in. */
export type InputFormat = "csv" | "xlsx" | "jsonl";

/** A file of subjects as it stood when it was opened; a run resumes only on the very same bytes. */
export type OpenedFile = {
  readonly path: string;
  readonly name: string;
  readonly format: InputFormat;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
  /** A WHATWG encoding label; `utf-8` for workbooks, which say it themselves. */
  readonly encoding: string;
};

const FORMATS: ReadonlyMap<string, InputFormat> = new Map([
  [".csv", "csv"],
  [".tsv", "csv"],
  [".txt", "csv"],
  [".xlsx", "xlsx"],
  [".jsonl", "jsonl"],
  [".ndjson", "jsonl"],
  [".json", "jsonl"],
  [".ijson", "jsonl"],
]);

/** Korean Excel saves CSV in code page 949, which WHATWG calls euc-kr. Western code pages contradict nothing, so they must be named. */
const GUESSES: readonly string[] = ["utf-8", "euc-kr"];

/** The format that a file's name ends in, or null where it ends like no file of subjects. */
export function formatOfName(path: string): InputFormat | null {
  return FORMATS.get(extname(path).toLowerCase()) ?? null;
}

/** The encoding that a byte order mark states, UTF-16 or none. */
function utf16Of(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** Follows a stream and tells in the end which of the guesses could read every byte of it. */
function encodingWatcher(): { push(chunk: Uint8Array): void; end(): string | null } {
  const left = new Map(GUESSES.map((label) => [label, new TextDecoder(label, { fatal: true })]));
  const trial = (label: string, run: () => void) => {
    try {
      run();
    } catch {
      left.delete(label);
    }
  };
  return {
    push(chunk) {
      for (const [label, decoder] of left) trial(label, () => decoder.decode(chunk, { stream: true }));
    },
    end() {
      for (const [label, decoder] of left) trial(label, () => decoder.decode());
      return GUESSES.find((label) => left.has(label)) ?? null;
    },
  };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const head = new Uint8Array(8);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refuse(name: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file: name, where: "file", reason });
}

/**
 * Reads the file once for its hash and its encoding (`encoding` where the caller knows it). Throws `input-invalid` for
 * a name that says no format, for an old Excel file, and for bytes in no encoding that can be told.
 */
export async function openSubjects(path: string, encoding: string | null = null): Promise<OpenedFile> {
  const name = basename(path);
  const facts = await stat(path);
  if (!facts.isFile()) throw refuse(name, "not a file");
  const format = formatOfName(path);
  if (format === null) {
    throw refuse(name, "not a name that ends in .csv, .tsv, .txt, .xlsx, .jsonl, .ndjson, .ijson or .json");
  }
  if (facts.size === 0) throw refuse(name, "empty");
  const head = await firstBytes(path);
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (format === "xlsx" && !isZip) throw refuse(name, "not an XLSX workbook; save it as .xlsx or .csv");
  if (format !== "xlsx" && isZip)
    throw refuse(name, `a ZIP archive, not ${format}; is it a workbook (.xlsx)?`);
  const known = encoding ?? (format === "xlsx" ? "utf-8" : utf16Of(head));
  const hash = createHash("sha256");
  const watcher = known === null ? encodingWatcher() : null;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Uint8Array);
    watcher?.push(chunk as Uint8Array);
  }
  const found = known ?? watcher?.end() ?? null;
  if (found === null)
    throw refuse(name, "neither UTF-8 nor Korean (code page 949): save it as UTF-8, or name its --encoding");
  return {
    path,
    name,
    format,
    bytes: facts.size,
    modifiedMs: facts.mtimeMs,
    sha256: hash.digest("hex"),
    encoding: found,
  };
}

/** Throws `input-invalid` where the file is no longer the one that was opened, so that no result rests on two files. */
export async function assertUnchanged(file: OpenedFile): Promise<void> {
  const facts = await stat(file.path);
  if (facts.size !== file.bytes || facts.mtimeMs !== file.modifiedMs) {
    throw refuse(file.name, "changed while it was read; run again with another --out");
  }
}
