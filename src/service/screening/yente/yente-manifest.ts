import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { Fault } from "../../../fault.ts";
import { parseInput } from "../../../parse.ts";
import { fetchFile } from "../../../platform/fetch.ts";
import { type DatasetSource, datasetName, distinct, entitiesAt, plainSource } from "./dataset-source.ts";

/** A manifest or an index of a publisher is some kilobytes per dataset. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

const Text = z.union([z.string(), z.number()]).transform(String);
const Named = z.looseObject({
  name: z.string(),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  url: z.string().nullish(),
  version: Text.nullish(),
  last_export: z.string().nullish(),
  updated_at: z.string().nullish(),
  entities_url: z.string().nullish(),
  path: z.string().nullish(),
  delta_url: z.string().nullish(),
  namespace: z.boolean().nullish(),
  load: z.boolean().nullish(),
  children: z.array(z.string()).nullish(),
  datasets: z.array(z.string()).nullish(),
  auth_token: z.string().nullish(),
  resource_name: z.string().nullish(),
  resource_type: z.string().nullish(),
  resources: z
    .array(
      z.looseObject({
        name: z.string(),
        url: z.string().nullish(),
        checksum: z.string().nullish(),
        mime_type: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Named = z.infer<typeof Named>;

const Catalog = z.looseObject({
  url: z.string(),
  scope: z.string().nullish(),
  scopes: z.array(z.string()).nullish(),
  resource_name: z.string().nullish(),
  resource_type: z.string().nullish(),
  namespace: z.boolean().nullish(),
  auth_token: z.string().nullish(),
});
type Catalog = z.infer<typeof Catalog>;

const Manifest = z.looseObject({
  catalogs: z.array(Catalog).nullish(),
  datasets: z.array(Named).nullish(),
});
const Index = z.looseObject({ datasets: z.array(Named) });

const RESOURCE_USUAL = "entities.ftm.json";

/** `$NAME` and `${NAME}` stand for what the environment has under it, or nothing. */
function expanded(text: string | null | undefined, environment: NodeJS.ProcessEnv): string | null {
  if (text === null || text === undefined) return null;
  const value = text.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (_all, braced: string | undefined, bare: string | undefined) => environment[braced ?? bare ?? ""] ?? "",
  );
  return value === "" ? null : value;
}

type Wanted = {
  readonly namespace: boolean;
  readonly token: string | null;
  readonly resourceName: string | null;
  readonly resourceType: string | null;
};

function sourceOf(
  named: Named,
  wanted: Wanted,
  from: { readonly file: string; readonly folder: string | null },
): DatasetSource {
  const name = datasetName(named.name, from.file);
  const resource = (named.resources ?? []).find(
    ({ name: own, mime_type }) =>
      own === (wanted.resourceName ?? RESOURCE_USUAL) ||
      (wanted.resourceType !== null && mime_type === wanted.resourceType),
  );
  const children = named.children ?? named.datasets ?? [];
  const place = named.entities_url ?? named.path ?? resource?.url ?? null;
  const entities = place === null ? null : entitiesAt(place);
  const relative = entities?.kind === "file" && from.folder !== null && !isAbsolute(entities.path);
  return {
    ...plainSource(
      name,
      relative ? { kind: "file", path: join(from.folder ?? "", entities.path) } : entities,
    ),
    title: named.title ?? name,
    summary: named.summary ?? null,
    url: named.url ?? null,
    version: named.version ?? null,
    lastExport: named.last_export ?? named.updated_at ?? null,
    deltaUrl: named.delta_url ?? null,
    namespace: named.namespace ?? wanted.namespace,
    load: named.load ?? entities !== null,
    children,
    checksum: resource?.checksum ?? null,
    token: wanted.token,
  };
}

async function catalogSources(
  catalog: Catalog,
  environment: NodeJS.ProcessEnv,
): Promise<readonly DatasetSource[]> {
  const url = expanded(catalog.url, environment) ?? catalog.url;
  const token = expanded(catalog.auth_token, environment);
  const place = entitiesAt(url);
  const bytes = place.kind === "file" ? readFileSync(place.path) : await download(place.url, token);
  const index = parseInput(Index, JSON.parse(Buffer.from(bytes).toString("utf8")), url, "the manifest");
  const scopes =
    catalog.scopes ?? (catalog.scope === null || catalog.scope === undefined ? [] : [catalog.scope]);
  const wanted: Wanted = {
    namespace: catalog.namespace ?? false,
    token,
    resourceName: catalog.resource_name ?? null,
    resourceType: catalog.resource_type ?? null,
  };
  // What is not asked for is shown in the catalogue and not loaded.
  return index.datasets.map((one) => {
    const source = sourceOf(one, wanted, { file: url, folder: null });
    // A collection's file holds its parts merged: of a catalogue only the scopes asked for are loaded.
    return {
      ...source,
      load: scopes.length === 0 ? source.load : scopes.includes(one.name) && source.entities !== null,
    };
  });
}

async function download(url: string, token: string | null): Promise<Uint8Array> {
  const fetched = await fetchFile(
    url,
    { etag: null, lastModified: null },
    undefined,
    token === null ? null : `Token ${token}`,
  );
  return fetched.kind === "fetched" ? fetched.bytes : new Uint8Array();
}

/** The datasets that a yente manifest (YAML or JSON) names. Throws `input-invalid` and `fetch-failed`. */
export async function readYenteManifest(
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<readonly DatasetSource[]> {
  const refuse = (reason: string, cause?: unknown): Fault =>
    new Fault({ code: "input-invalid", file: path, where: "the manifest", reason }, cause);
  let value: unknown;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > FILE_BYTES_MAX) throw refuse(`more than ${FILE_BYTES_MAX} bytes`);
    value = parse(bytes.toString("utf8"), { maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw refuse(error instanceof Error ? error.message : "cannot be read", error);
  }
  const manifest = parseInput(Manifest, value ?? {}, path, "the manifest");
  const own = (manifest.datasets ?? []).map((named) =>
    sourceOf(
      {
        ...named,
        path: expanded(named.path, environment),
        entities_url: expanded(named.entities_url, environment),
      },
      {
        namespace: false,
        token: expanded(named.auth_token, environment),
        resourceName: named.resource_name ?? null,
        resourceType: named.resource_type ?? null,
      },
      { file: path, folder: dirname(path) },
    ),
  );
  const foreign: DatasetSource[] = [];
  for (const catalog of manifest.catalogs ?? [])
    foreign.push(...(await catalogSources(catalog, environment)));
  const named = new Set(own.map(({ name }) => name));
  return distinct([...own, ...foreign.filter(({ name }) => !named.has(name))], path);
}
