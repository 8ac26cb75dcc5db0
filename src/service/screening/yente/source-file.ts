import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { Fault } from "../../../fault.ts";
import { FETCH_LIMITS, fetchFile } from "../../../platform/fetch.ts";
import { readFileIfThere, writeFileAtomic } from "../../../platform/files.ts";
import type { DatasetSource } from "./dataset-source.ts";
import { patchedByDeltas } from "./deltas.ts";

/** A dataset's file as it was found. */
export type SourceEntities = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly date: Date;
  /** The publisher's version of these bytes, or null where none was stated. */
  readonly version: string | null;
  /** Why an older copy is served, or null. */
  readonly stale: string | null;
};

/** Where downloads are kept, and how far publishers are believed. */
export type SourceOptions = {
  readonly home: string;
  readonly verifyChecksum: boolean;
  /** True to bring the copy kept up to date by the publisher's deltas, where there are any. */
  readonly deltas: boolean;
};

const Note = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  version: z.string().nullable().default(null),
});
type Note = z.infer<typeof Note>;

type Kept = { readonly bytes: Uint8Array; readonly date: Date; readonly note: Note };

function readNote(file: string): Note | null {
  try {
    return Note.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function checkSum(source: DatasetSource, bytes: Uint8Array): void {
  if (source.checksum === null) return;
  const own = createHash("sha1").update(bytes).digest("hex");
  if (own === source.checksum.toLowerCase()) return;
  const reason = `its SHA-1 is ${own}, not ${source.checksum.slice(0, 80)} as the publisher states`;
  throw new Fault({ code: "list-refused", list: source.name, file: source.name, reason });
}

function readLocal(source: DatasetSource, path: string, options: SourceOptions): SourceEntities {
  try {
    const bytes = readFileSync(path);
    const { bytesMax } = FETCH_LIMITS;
    if (bytes.length > bytesMax)
      throw new Fault({ code: "limit-exceeded", limit: "bytesMax", allowed: bytesMax, where: path });
    if (options.verifyChecksum) checkSum(source, bytes);
    return { bytes, name: basename(path), date: statSync(path).mtime, version: source.version, stale: null };
  } catch (error) {
    if (error instanceof Fault) throw error;
    const reason = error instanceof Error ? error.message : "cannot be read";
    throw new Fault({ code: "input-invalid", file: path, where: `dataset ${source.name}`, reason }, error);
  }
}

/** The copy kept from before of what stands at that address. */
function keptCopy(folder: string, url: string): Kept | null {
  const file = join(folder, "entities.ftm.json");
  const bytes = readFileIfThere(file);
  const note = readNote(join(folder, "note.json"));
  if (bytes === null || note === null || note.url !== url || !existsSync(file)) return null;
  return { bytes, date: statSync(file).mtime, note };
}

function keep(folder: string, bytes: Uint8Array, note: Note): Kept {
  const file = join(folder, "entities.ftm.json");
  writeFileAtomic(file, bytes);
  writeFileAtomic(join(folder, "note.json"), JSON.stringify(note));
  return { bytes, date: statSync(file).mtime, note };
}

async function byDeltas(source: DatasetSource, kept: Kept, folder: string): Promise<Kept | null> {
  const { deltaUrl, version } = source;
  const base = kept.note.version;
  if (deltaUrl === null || version === null || base === null) return null;
  try {
    const authorization = source.token === null ? null : `Token ${source.token}`;
    const wish = { url: deltaUrl, authorization, base, target: version };
    const bytes = await patchedByDeltas(kept.bytes, wish);
    if (bytes === null) return null;
    return keep(folder, bytes, { url: kept.note.url, etag: null, lastModified: null, version });
  } catch (error) {
    // A delta that is missing or damaged is no reason to stay behind: the whole file follows.
    if (error instanceof Fault) return null;
    throw error;
  }
}

async function whole(
  source: DatasetSource,
  url: string,
  kept: Kept | null,
  folder: string,
  verify: boolean,
): Promise<Kept> {
  const known = kept === null ? { etag: null, lastModified: null } : kept.note;
  const authorization = source.token === null ? null : `Token ${source.token}`;
  const fetched = await fetchFile(url, known, FETCH_LIMITS, authorization);
  if (fetched.kind === "not-modified" && kept !== null) return kept;
  const bytes = fetched.kind === "fetched" ? fetched.bytes : new Uint8Array();
  // Before it replaces the copy that was good.
  if (verify) checkSum(source, bytes);
  const { etag, lastModified } = fetched.kind === "fetched" ? fetched : { etag: null, lastModified: null };
  return keep(folder, bytes, { url, etag, lastModified, version: source.version });
}

/**
 * The dataset's newest file: the copy kept where it has that version already, or a newer one (a publisher who goes back
 * is not followed); else that copy with the publisher's deltas; else the whole file. Where the publisher cannot be
 * reached the copy kept is served, and says so.
 */
async function download(source: DatasetSource, url: string, options: SourceOptions): Promise<SourceEntities> {
  const folder = join(options.home, "datasets", source.name);
  const kept = keptCopy(folder, url);
  const shown = ({ bytes, date, note }: Kept, stale: string | null): SourceEntities => {
    return { bytes, name: source.name, date, version: note.version, stale };
  };
  const base = kept?.note.version ?? null;
  if (kept !== null && base !== null && source.version !== null && source.version <= base)
    return shown(kept, null);
  try {
    const patched = kept !== null && options.deltas ? await byDeltas(source, kept, folder) : null;
    return shown(patched ?? (await whole(source, url, kept, folder, options.verifyChecksum)), null);
  } catch (error) {
    if (!(error instanceof Fault) || kept === null) throw error;
    return shown(kept, error.message);
  }
}

/** The entities of a dataset, or null for a collection. Throws where they cannot be had and no copy was kept. */
export async function readSource(
  source: DatasetSource,
  options: SourceOptions,
): Promise<SourceEntities | null> {
  const { entities } = source;
  if (entities === null) return null;
  if (entities.kind === "url") return await download(source, entities.url, options);
  return readLocal(source, entities.path, options);
}
