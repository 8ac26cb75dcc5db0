import { open } from "node:fs/promises";

/** Bytes read at once. */
const CHUNK_BYTES = 8 * 1024 * 1024;

/** A whole file in memory that threads share: each sees the same bytes, none copies them. */
export async function readShared(path: string): Promise<SharedArrayBuffer> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const shared = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(shared);
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
      // A file cut short meanwhile is found out by its hash.
      if (bytesRead === 0) break;
      bytes.set(chunk.subarray(0, Math.min(bytesRead, size - at)), at);
      at += bytesRead;
    }
    return shared;
  } finally {
    await file.close();
  }
}
