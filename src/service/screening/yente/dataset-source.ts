import { Fault } from "../../../fault.ts";

/** Where a dataset comes from and how it is shown; all of it is data, so that a thread of its own can build it. */
export type DatasetSource = {
  readonly name: string;
  readonly title: string;
  readonly summary: string | null;
  readonly url: string | null;
  /** A file on this machine or an https address of FollowTheMoney lines; null for a collection. */
  readonly entities:
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "url"; readonly url: string }
    | null;
  /** The publisher's version, or null where the file's own date is the version. */
  readonly version: string | null;
  readonly lastExport: string | null;
  readonly deltaUrl: string | null;
  readonly namespace: boolean;
  readonly load: boolean;
  readonly children: readonly string[];
  /** SHA-1 of the file as the publisher states it, or null. */
  readonly checksum: string | null;
  /** Sent as `Authorization: Token …` with the download, or null. */
  readonly token: string | null;
};

/** Datasets that one service serves; each is a file of its own in memory. */
export const DATASETS_MAX = 500;

const NAME = /^[a-z0-9][a-z0-9_-]{0,99}$/;

/** The name, where it may be one. Throws `input-invalid`. */
export function datasetName(name: string, where: string): string {
  if (NAME.test(name)) return name;
  const reason = `"${name.slice(0, 60)}" is no dataset name: lower-case letters, digits, _ and -`;
  throw new Fault({ code: "input-invalid", file: where, where: "a dataset", reason });
}

/** A source with nothing said but its name and where its entities are. */
export function plainSource(name: string, entities: DatasetSource["entities"]): DatasetSource {
  return {
    name,
    title: name,
    summary: null,
    url: null,
    entities,
    version: null,
    lastExport: null,
    deltaUrl: null,
    namespace: false,
    load: true,
    children: [],
    checksum: null,
    token: null,
  };
}

/** A path or an address, as a source's entities. */
export function entitiesAt(place: string): NonNullable<DatasetSource["entities"]> {
  if (place.startsWith("file://")) return { kind: "file", path: decodeURIComponent(new URL(place).pathname) };
  return /^https?:\/\//.test(place) ? { kind: "url", url: place } : { kind: "file", path: place };
}

/** Reads `name=path,other=https://…`. Throws `input-invalid` naming the setting. */
export function readDatasetsSetting(text: string, setting: string): readonly DatasetSource[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const sources = parts.map((part) => {
    const at = part.indexOf("=");
    if (at < 1 || at === part.length - 1) {
      const reason = `"${part.slice(0, 80)}" is not name=path`;
      throw new Fault({ code: "input-invalid", file: setting, where: "a dataset", reason });
    }
    return plainSource(datasetName(part.slice(0, at).trim(), setting), entitiesAt(part.slice(at + 1).trim()));
  });
  return distinct(sources, setting);
}

/** The sources, where no two share a name and they are not too many. Throws `input-invalid`. */
export function distinct(sources: readonly DatasetSource[], where: string): readonly DatasetSource[] {
  const refuse = (reason: string): Fault =>
    new Fault({ code: "input-invalid", file: where, where: "the datasets", reason });
  if (sources.length > DATASETS_MAX) throw refuse(`more than ${DATASETS_MAX}`);
  const names = new Set<string>();
  for (const { name } of sources) {
    if (names.has(name)) throw refuse(`${name} is given twice`);
    names.add(name);
  }
  return sources;
}
