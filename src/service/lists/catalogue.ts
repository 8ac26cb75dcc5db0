import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Designation, ListSource } from "../../engine/snapshot/merge.ts";
import { Fault } from "../../fault.ts";
import { parseData } from "../../parse.ts";
import { programFolder } from "../../platform/paths.ts";

const Day = z.iso.date();
const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const FileName = z.string().regex(/^[\w][\w.-]*$/);
/** An address that nobody on the way can answer for: HTTPS, or this machine. */
const SafeUrl = z.url().refine((url) => /^https:|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(url));

const EditionFile = z.strictObject({
  name: FileName,
  url: SafeUrl,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
});

const CatalogueEdition = z.strictObject({
  date: Day,
  format: z.string(),
  /** Listed parties in it: an update that brings far fewer is refused. */
  targets: z.int().positive(),
  files: z.array(EditionFile).min(1),
  notes: z.array(z.string()),
});

const CatalogueList = z.strictObject({
  id: Id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: SafeUrl,
  kind: z.enum(["sanctions", "export-control", "watch", "allow"]),
  prefix: Id,
  authority: z.string().min(1),
  country: z.string().regex(/^[a-z]{2}$/),
  licence: z.string().min(1),
  /** Sources of a compilation that other lists hold already, as its sanctions' programmes name them. */
  leaveOut: z.array(z.string()).optional(),
  /** Where and in which format the publisher offers the newest edition; null where it offers none for download. */
  update: z
    .strictObject({
      format: z.string(),
      files: z.array(z.strictObject({ name: FileName, url: SafeUrl })).min(1),
    })
    .nullable(),
  editions: z.array(CatalogueEdition).min(1),
});

const Catalogue = z.strictObject({ lists: z.array(CatalogueList) });

const Designations = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ title: z.string(), url: SafeUrl })),
  /** Tables of `entry,listedOn` beside the file, each from one source. */
  tables: z.array(z.strictObject({ list: Id, file: FileName, source: z.string() })),
  designations: z.array(
    z.strictObject({
      list: Id,
      entry: z.string(),
      name: z.string(),
      listedOn: Day,
      source: z.string(),
      /** Names that the source gives the party and the list does not. */
      aliases: z.array(z.string()).optional(),
    }),
  ),
});

export type CatalogueList = z.infer<typeof CatalogueList>;
export type CatalogueEdition = z.infer<typeof CatalogueEdition>;

/** The lists that Sluice knows, in the order of `data/lists.json`. Throws `data-invalid`. */
export function readCatalogue(folder: string = programFolder()): readonly CatalogueList[] {
  return readData(join(folder, "data/lists.json"), Catalogue).lists;
}

/** Cited days of listing for lists that state none, from `data/designations.json` and its tables. Throws `data-invalid`. */
export function readDesignations(folder: string = programFolder()): readonly Designation[] {
  const file = join(folder, "data/designations.json");
  const { sources, tables, designations } = readData(file, Designations);
  const cite = (name: string): string => {
    const source = sources[name];
    if (source !== undefined) return `${source.title}, ${source.url}`;
    throw new Fault({ code: "data-invalid", file, where: name, reason: "no such source" });
  };
  return [
    ...tables.flatMap(({ list, file: table, source }) =>
      readEntryDates(join(folder, "data", table)).map((row) => ({
        list,
        ...row,
        name: null,
        source: cite(source),
      })),
    ),
    ...designations.map((designation) => ({ ...designation, source: cite(designation.source) })),
  ];
}

function readEntryDates(file: string): readonly { readonly entry: string; readonly listedOn: string }[] {
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line, index) => {
    const [entry, listedOn] = line.split(",");
    if (entry !== undefined && Day.safeParse(listedOn).success) return { entry, listedOn: listedOn ?? "" };
    const reason = "not an entry and a day";
    throw new Fault({ code: "data-invalid", file, where: `line ${index + 2}`, reason });
  });
}

/** What the compiler needs to know of a list. */
export function listSourceOf(list: CatalogueList): ListSource {
  const { id, title, publisher, url, kind, prefix } = list;
  return { id, title, publisher, url, kind, prefix };
}

const WHOLE_FILE = "the file";

function readData<T>(file: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "cannot be read";
    throw new Fault({ code: "data-invalid", file, where: WHOLE_FILE, reason }, error);
  }
  return parseData(schema, data, file, WHOLE_FILE);
}
