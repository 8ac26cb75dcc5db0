import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Fault } from "../../fault.ts";
import { delimiterOf } from "./csv-records.ts";

export type InputKind = "csv" | "jsonl" | "xlsx";

/** A file to be screened, read through once: what it is, and what tells that it is the same file when a run resumes. */
export type InputFile = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: InputKind;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  /** Line feeds, for telling how far a run is. */
  readonly lines: number;
  readonly delimiter: string;
};

/** What tells a file's kind and delimiter is in its first bytes. */
const HEAD_BYTES = 16_384;
const LINE_FEED = 0x0a;

/** Decoders tried in this order where no byte order mark says: UTF-8, what Korean Excel writes, what Western Excel writes. */
const TRIED = ["utf-8", "euc-kr", "windows-1252"] as const;

function markOf(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** Takes the file's bytes one part after another and knows which of the tried encodings they are in. */
class EncodingTrial {
  readonly #open = new Map<string, TextDecoder>(
    TRIED.map((label) => [label, new TextDecoder(label, { fatal: true })]),
  );

  take(part: Uint8Array | null): void {
    for (const [label, decoder] of this.#open) {
      try {
        if (part === null) decoder.decode();
        else decoder.decode(part, { stream: true });
      } catch {
        this.#open.delete(label);
      }
    }
  }

  /** The first encoding in which the whole file is text; windows-1252 reads anything. */
  get found(): string {
    return TRIED.find((label) => this.#open.has(label)) ?? "windows-1252";
  }
}

function kindOf(head: Uint8Array, text: string, name: string): InputKind {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return "xlsx";
  const invalid = (reason: string): Fault =>
    new Fault({ code: "input-invalid", file: name, where: "line 1", reason });
  if (head[0] === 0xd0 && head[1] === 0xcf) {
    throw invalid("an old Excel file (.xls), or one with a password: save it as .xlsx or CSV without one");
  }
  const start = text.trimStart();
  if (start === "") throw invalid("the file is empty");
  if (start.startsWith("[")) throw invalid("a JSON array: write one object on each line instead");
  if (start.startsWith("{")) return "jsonl";
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) throw invalid("a web page or XML, not a table");
  if (head.includes(0)) throw invalid("not a text file");
  return "csv";
}

/**
 * Reads a file through once, for its size, hash, kind, encoding and delimiter. Throws `input-invalid` for what is neither
 * CSV nor XLSX nor JSON lines; the file system's own error where there is no such file.
 */
export async function inspectInput(path: string, encoding: string | null): Promise<InputFile> {
  const name = basename(path);
  const hash = createHash("sha256");
  const trial = new EncodingTrial();
  const heads: Uint8Array[] = [];
  let bytes = 0;
  let lines = 0;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>) {
    if (bytes < HEAD_BYTES) heads.push(part.subarray(0, HEAD_BYTES - bytes));
    bytes += part.length;
    hash.update(part);
    trial.take(part);
    for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) lines += 1;
  }
  trial.take(null);
  const head = Buffer.concat(heads);
  const label = encoding ?? markOf(head) ?? trial.found;
  const text = new TextDecoder(label).decode(head);
  return {
    path,
    name,
    bytes,
    sha256: hash.digest("hex"),
    kind: kindOf(label.startsWith("utf-16") ? head.filter((byte) => byte !== 0) : head, text, name),
    encoding: label,
    lines,
    delimiter: delimiterOf(
      text.split(/\r?\n/, 10).find((line) => delimiterOf(line) !== "," || line.includes(",")) ?? "",
    ),
  };
}

/** The file's text as it arrives, without a byte order mark. */
export async function* readText(input: InputFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(input.encoding);
  const stream = createReadStream(input.path, { highWaterMark: 1 << 16 }) as AsyncIterable<Uint8Array>;
  for await (const part of stream) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
