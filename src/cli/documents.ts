import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { canonicalJson, type Json } from "../engine/json.ts";
import { Fault } from "../fault.ts";
import type { Context } from "./command.ts";

/** The largest document asked about: a manifest of 2,000 lines has about 1 MB. */
const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024;

/** A JSON document with the name that faults call it by. */
export type JsonDocument = { readonly name: string; readonly value: unknown };

/** Reads a JSON document from a file, or from standard input where the path is `-`. Throws `input-invalid`. */
export async function readDocument(context: Context, path: string): Promise<JsonDocument> {
  const name = path === "-" ? "standard input" : basename(path);
  const tooMuch = () =>
    new Fault({
      code: "limit-exceeded",
      limit: "documentBytesMax",
      allowed: DOCUMENT_BYTES_MAX,
      where: name,
    });
  if (path !== "-" && (await stat(path)).size > DOCUMENT_BYTES_MAX) throw tooMuch();
  const bytes = path === "-" ? await context.readStdin(DOCUMENT_BYTES_MAX + 1) : await readFile(path);
  if (bytes.length > DOCUMENT_BYTES_MAX) throw tooMuch();
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { name, value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof SyntaxError ? `not JSON: ${error.message}` : "not UTF-8";
    throw new Fault({ code: "input-invalid", file: name, where: "document", reason }, error);
  }
}

/** One line of canonical JSON. The value is data throughout, which its type may be too narrow to say. */
export function jsonLine(value: unknown): string {
  return `${canonicalJson(value as Json)}\n`;
}
