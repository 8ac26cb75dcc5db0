import { z } from "zod";
import { readJsonLines } from "../../../engine/lists/ftm-jsonl/lines.ts";
import { Fault } from "../../../fault.ts";
import { FETCH_LIMITS, fetchFile } from "../../../platform/fetch.ts";

/** A publisher writes one delta per version, a few a day; whoever is further behind is better served by the whole file. */
const DELTAS_MAX = 100;

const DeltaIndex = z.looseObject({ versions: z.record(z.string(), z.string()) });
const Operation = z.union([
  z.looseObject({ op: z.enum(["ADD", "MOD"]), entity: z.looseObject({ id: z.string() }) }),
  z.looseObject({ op: z.literal("DEL"), entity: z.looseObject({ id: z.string() }) }),
]);

/** Which of a dataset's versions are wanted, and where the publisher tells what lies between. */
export type DeltaWish = {
  readonly url: string;
  readonly authorization: string | null;
  readonly base: string;
  readonly target: string;
};

async function fetched(url: string, authorization: string | null): Promise<Uint8Array> {
  const answer = await fetchFile(url, { etag: null, lastModified: null }, FETCH_LIMITS, authorization);
  return answer.kind === "fetched" ? answer.bytes : new Uint8Array();
}

function refused(url: string, reason: string, cause?: unknown): Fault {
  return new Fault({ code: "fetch-failed", url, reason }, cause);
}

/** Addresses of the deltas from behind `base` up to `target` in their order, or null where they do not reach back so far. */
async function between({ url, authorization, base, target }: DeltaWish): Promise<readonly string[] | null> {
  let index: unknown;
  try {
    index = JSON.parse(new TextDecoder().decode(await fetched(url, authorization)));
  } catch (error) {
    throw error instanceof Fault ? error : refused(url, "is not JSON", error);
  }
  const read = DeltaIndex.safeParse(index);
  if (!read.success) throw refused(url, "names no versions");
  const versions = Object.keys(read.data.versions).sort();
  const [oldest] = versions;
  if (oldest === undefined || base < oldest || !versions.includes(target)) return null;
  const wanted = versions.filter((version) => version > base && version <= target);
  if (wanted.length === 0 || wanted.length > DELTAS_MAX) return null;
  return wanted.flatMap((version) => read.data.versions[version] ?? []);
}

function idOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" ? id : null;
}

function apply(entities: Map<string, string>, bytes: Uint8Array, url: string): void {
  for (const { line, parsed } of readJsonLines({ bytes, name: url }, "ftm-jsonl")) {
    const read = "problem" in parsed ? null : Operation.safeParse(parsed.value);
    if (read?.success !== true) throw refused(url, `line ${line} is no change`);
    const { op, entity } = read.data;
    if (op === "DEL") entities.delete(entity.id);
    else entities.set(entity.id, JSON.stringify(entity));
  }
}

/**
 * The file of version `base` brought to version `target` by the publisher's deltas, or null where they do not reach so
 * far. Throws `fetch-failed` where one cannot be had or is not one: the whole file is there for that.
 */
export async function patchedByDeltas(kept: Uint8Array, wish: DeltaWish): Promise<Uint8Array | null> {
  const addresses = await between(wish);
  if (addresses === null) return null;
  const entities = new Map<string, string>();
  for (const { line, parsed } of readJsonLines({ bytes: kept, name: wish.url }, "ftm-jsonl")) {
    const id = "problem" in parsed ? null : idOf(parsed.value);
    if (id === null || "problem" in parsed)
      throw refused(wish.url, `line ${line} of the copy kept is no entity`);
    entities.set(id, JSON.stringify(parsed.value));
  }
  for (const address of addresses) apply(entities, await fetched(address, wish.authorization), address);
  return new TextEncoder().encode([...entities.values()].map((line) => `${line}\n`).join(""));
}
