import { createReadStream } from "node:fs";

/** A line of a text file without its end; `cut` where it was longer than allowed and only its beginning is here. */
export type TextLine = { readonly line: number; readonly text: string; readonly cut: boolean };

/** The longest line met in a customer file is a few kilobytes; the bound keeps memory flat whatever the file holds. */
export const LINE_CHARS_MAX = 1_048_576;

type Held = { text: string; cut: boolean };

function append(held: Held, text: string): void {
  const room = LINE_CHARS_MAX - held.text.length;
  if (text.length > room) held.cut = true;
  held.text += text.length > room ? text.slice(0, room) : text;
}

/**
 * The lines of a text file, many at a time as they are read. `onBytes` is told how many bytes have been read so far.
 * A byte order mark is left out; bytes that the encoding does not know become U+FFFD.
 */
export async function* readLines(
  path: string,
  encoding: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly TextLine[]> {
  const decoder = new TextDecoder(encoding);
  const held: Held = { text: "", cut: false };
  let line = 0;
  let bytes = 0;
  const take = (): TextLine => {
    const text = held.text.endsWith("\r") ? held.text.slice(0, -1) : held.text;
    const taken = { line: ++line, text, cut: held.cut };
    held.text = "";
    held.cut = false;
    return taken;
  };
  for await (const chunk of createReadStream(path)) {
    bytes += (chunk as Uint8Array).length;
    onBytes(bytes);
    const parts = decoder.decode(chunk as Uint8Array, { stream: true }).split("\n");
    const lines: TextLine[] = [];
    parts.forEach((part, at) => {
      append(held, part);
      if (at < parts.length - 1) lines.push(take());
    });
    if (lines.length > 0) yield lines;
  }
  append(held, decoder.decode());
  if (held.text !== "") yield [take()];
}
