import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** The text of a file of `bench/data`. */
export function readData(name: string): string {
  const packed = readFileSync(join(import.meta.dirname, "../data", `${name}.zst`));
  return zstdDecompressSync(packed).toString("utf8");
}

/** The rows of a CSV file of `bench/data` by the names of its columns. */
export function readRows(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readData(name), { columns: true, skip_empty_lines: true }) as Record<string, string>[];
}
