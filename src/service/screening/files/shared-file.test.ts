import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readShared } from "./shared-file.ts";

test("holds a file's bytes in memory that threads share", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-shared-"));
  try {
    const path = join(folder, "file");
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 251);
    writeFileSync(path, bytes);
    const shared = await readShared(path);
    expect(shared).toBeInstanceOf(SharedArrayBuffer);
    expect(new Uint8Array(shared)).toEqual(bytes);
    writeFileSync(path, "");
    expect((await readShared(path)).byteLength).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
