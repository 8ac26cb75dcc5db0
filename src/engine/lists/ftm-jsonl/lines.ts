import { Fault } from "../../../fault.ts";
import { refuseForeignContent } from "../decoding.ts";
import type { SourceFile } from "../reader.ts";

/** Bounds of a file of JSON lines. */
export const JSONL_LIMITS = {
  /** The longest line of OpenSanctions' files, a person with thousands of names and sources, has about 1 MB. */
  lineBytesMax: 8 * 1024 * 1024,
  /** Nested exports hold an entity in an entity in an entity: 12 levels of brackets. */
  depthMax: 32,
} as const;

/** One line that is not blank: its number and its value, or why it has none. */
export type JsonLine = {
  readonly line: number;
  /** The line as text, for a rejected row; short. */
  readonly text: () => string;
  readonly parsed: { readonly value: unknown } | { readonly problem: string };
};

const TEXT_BYTES = 2_000;

/** How deep the brackets go; strings are stepped over. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

/** Reads one line's JSON within the bounds; says what is wrong with it rather than throw. */
export function parseJsonLine(bytes: Uint8Array): JsonLine["parsed"] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: "not UTF-8" };
  }
  if (depthOf(text) > JSONL_LIMITS.depthMax) {
    return { problem: `brackets nested deeper than ${JSONL_LIMITS.depthMax}` };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message.slice(0, 120) : "unreadable"}` };
  }
}

/** Goes through the lines one by one. Throws a `Fault` for what is no text, and for a line that is too long. */
export function* readJsonLines(file: SourceFile, format: string): Generator<JsonLine> {
  refuseForeignContent(file, format);
  const { bytes } = file;
  let number = 0;
  for (let from = 0; from < bytes.length; ) {
    number += 1;
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    if (end - from > JSONL_LIMITS.lineBytesMax) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "lineBytesMax",
        allowed: JSONL_LIMITS.lineBytesMax,
        where: `${file.name}: line ${number}`,
      });
    }
    const line = bytes.subarray(from, end);
    from = end + 1;
    if (line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
    const text = (): string => new TextDecoder().decode(line.subarray(0, TEXT_BYTES));
    yield { line: number, text, parsed: parseJsonLine(line) };
  }
}
