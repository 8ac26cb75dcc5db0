import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { z } from "zod";
import { sha256 } from "../../engine/digest.ts";
import { readerOf, recognize } from "../../engine/lists/formats.ts";
import { type EditionContent, LIST_LIMITS, type SourceFile } from "../../engine/lists/reader.ts";
import { leaveOut } from "../../engine/snapshot/leave-out.ts";
import type { EditionInput } from "../../engine/snapshot/merge.ts";
import { Fault } from "../../fault.ts";
import { readFileIfThere, writeFileAtomic } from "../../platform/files.ts";
import { programFolder } from "../../platform/paths.ts";
import { type CatalogueList, listSourceOf, readCatalogue } from "./catalogue.ts";

/** An edition at hand: bundled with the program, fetched by an update, or a list of the user's own. */
export type HeldEdition = {
  readonly list: CatalogueList;
  readonly origin: "bundled" | "updated" | "own";
  readonly date: string;
  readonly format: string;
  readonly files: readonly HeldFile[];
  readonly notes: readonly string[];
  /** Listed parties in it, where it is known before it is read. */
  readonly targets: number | null;
};

type HeldFile = {
  readonly name: string;
  readonly url: string | null;
  readonly sha256: string;
  readonly path: string;
};

/** More updated editions of one list than this are not compiled: the newest are, and memory and build time stay bounded. */
const UPDATED_EDITIONS_MAX = 12;

const UpdatedEdition = z.strictObject({
  list: z.string(),
  date: z.iso.date(),
  format: z.string(),
  fetchedAt: z.iso.datetime(),
  targets: z.int().positive(),
  files: z
    .array(z.strictObject({ name: z.string().regex(/^[\w][\w.-]*$/), url: z.url(), sha256: z.string() }))
    .min(1),
});

export type UpdatedEdition = z.infer<typeof UpdatedEdition>;

/** All editions held: those of the catalogue, and those that updates put into `home` (null: none). Own lists are added by the caller. */
export function heldEditions(home: string | null, folder: string = programFolder()): readonly HeldEdition[] {
  return readCatalogue(folder).flatMap((list) => {
    const updated = home === null ? [] : updatedEditions(home, list);
    const dates = new Set(updated.map(({ date }) => date));
    const bundled = list.editions.map(
      ({ date, format, files, notes, targets }): HeldEdition => ({
        list,
        origin: "bundled",
        date,
        format,
        notes,
        targets,
        files: files.map(({ name, url, sha256: digest }) => {
          const path = join(folder, "data/editions", list.id, date, `${name}.zst`);
          return { name, url, sha256: digest, path };
        }),
      }),
    );
    // The publisher's own file takes the place of a bundled conversion of the same day.
    return [...bundled.filter(({ date }) => !dates.has(date)), ...updated].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    );
  });
}

function updatedFolder(home: string, list: string): string {
  return join(home, "lists", list);
}

function updatedEditions(home: string, list: CatalogueList): readonly HeldEdition[] {
  const folder = updatedFolder(home, list.id);
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name): HeldEdition[] => {
    if (!name.endsWith(".json") || name === VALIDATORS) return [];
    const edition = readUpdated(join(folder, name));
    if (edition === null || edition.list !== list.id) return [];
    const { date, format, files, targets } = edition;
    return [
      {
        list,
        origin: "updated",
        date,
        format,
        notes: [],
        targets,
        files: files.map((file) => ({ ...file, path: join(folder, `${file.sha256}.bin`) })),
      },
    ];
  });
  return found.sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-UPDATED_EDITIONS_MAX);
}

/** An edition's document, or null where it is not one: then the edition is not held. */
function readUpdated(path: string): UpdatedEdition | null {
  try {
    return UpdatedEdition.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** Names the file in an updated list's folder that remembers what the publisher's last answer said of its version. */
export const VALIDATORS = "validators.json";

/** Keeps a fetched edition: its files first, and last the document that makes it one of those held. */
export function keepEdition(home: string, edition: UpdatedEdition, files: readonly SourceFile[]): void {
  const folder = updatedFolder(home, edition.list);
  for (const [index, { bytes }] of files.entries()) {
    const path = join(folder, `${edition.files[index]?.sha256}.bin`);
    if (!existsSync(path)) writeFileAtomic(path, bytes);
  }
  writeFileAtomic(join(folder, `${edition.date}.json`), `${JSON.stringify(edition, null, 2)}\n`);
}

/** The path of a file in an updated list's folder. */
export function updatedFile(home: string, list: string, name: string): string {
  return join(updatedFolder(home, list), name);
}

const decompress = promisify(zstdDecompress);

/** The edition's files as fetched. Throws `list-refused` where one is missing or not the one that was bundled or fetched. */
export async function readFiles(held: HeldEdition): Promise<readonly SourceFile[]> {
  return Promise.all(
    held.files.map(async ({ name, path, sha256: expected }) => {
      const refuse = (reason: string, cause?: unknown): Fault =>
        new Fault({ code: "list-refused", list: held.list.id, file: `${held.date} ${name}`, reason }, cause);
      const stored = readFileIfThere(path);
      if (stored === null) throw refuse("the file is missing");
      let bytes = stored;
      if (path.endsWith(".zst")) {
        try {
          bytes = await decompress(stored, { maxOutputLength: LIST_LIMITS.fileBytesMax });
        } catch (error) {
          throw refuse("the file is damaged", error);
        }
      }
      if (sha256(bytes) !== expected) throw refuse("the file is not the one that its hash names");
      return { name, bytes };
    }),
  );
}

/** Reads files as an edition of the list. Throws `list-unreadable`, `list-refused` and `limit-exceeded`. */
export async function readAs(
  list: CatalogueList,
  format: string | null,
  files: readonly SourceFile[],
): Promise<EditionContent> {
  const reader = format === null ? recognize(files) : readerOf(format);
  if (reader === null) {
    const file = files.map(({ name }) => name).join(", ");
    const reason = format === null ? "no known list format" : `no reader for the format ${format}`;
    throw new Fault({ code: "list-refused", list: list.id, file, reason });
  }
  const { prefix, authority, country } = list;
  return leaveOut(await reader.read(files, { prefix, authority, country }), list.leaveOut ?? []);
}

/** An edition held, read, for the compiler. Throws as `readFiles` and `readAs`. */
export async function readEdition(held: HeldEdition): Promise<EditionInput> {
  const content = await readAs(held.list, held.format, await readFiles(held));
  const notes = [...held.notes, ...content.report.notes];
  return {
    list: listSourceOf(held.list),
    date: held.date,
    files: held.files.map(({ name, url, sha256: digest }) => ({ name, url, sha256: digest })),
    content: { ...content, report: { ...content.report, notes } },
  };
}
