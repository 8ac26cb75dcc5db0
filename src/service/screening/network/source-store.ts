import { sql } from "kysely";
import { GraphBuilder, type Interest } from "../../../engine/network/ownership/graph.ts";
import { addSource } from "../../../engine/network/ownership/read-source.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Author, NetworkTransaction } from "./tables.ts";

/**
 * All files of one organisation together. They are read into one graph in the thread that answers, some hundred
 * milliseconds for so much; whole registers are for `sluice ownership`.
 */
export const SOURCES_BYTES_MAX = 10 * 1024 * 1024;
/** Facts written down one by one; more are a file. */
export const FACTS_MAX = 5_000;

/** Who adds what, for which organisation. */
export type Adding = { readonly organizationId: string; readonly by: Author; readonly at: Date };

/** Names the state of all that is known, so that a graph made from it can be kept: it changes with every change. */
export async function networkVersion(trx: NetworkTransaction): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select coalesce(max(id), '') || ' ' || count(removed_at) from ownership_sources) || ' ' ||
      (select coalesce(max(id), '') || ' ' || count(removed_at) from ownership_facts) as version`.execute(
    trx,
  );
  return rows[0]?.version ?? "";
}

/** Files and facts that count. */
export async function readNetwork(trx: NetworkTransaction) {
  return {
    sources: await trx
      .selectFrom("ownership_sources")
      .select(["id", "name", "bytes"])
      .where("removed_at", "is", null)
      .orderBy("id")
      .execute(),
    facts: await listFacts(trx),
  };
}

/** The facts that count, the newest first. */
export function listFacts(trx: NetworkTransaction) {
  return trx
    .selectFrom("ownership_facts")
    .selectAll()
    .where("removed_at", "is", null)
    .orderBy("id", "desc")
    .limit(FACTS_MAX)
    .execute();
}

/** The files that count, the newest first, without their bytes. */
export function listSources(trx: NetworkTransaction) {
  return trx
    .selectFrom("ownership_sources")
    .select(["id", "name", "kind", "size", "parties", "ties", "problems", "created_at", "created_by"])
    .where("removed_at", "is", null)
    .orderBy("id", "desc")
    .execute();
}

/** Adds a file once it was read whole. Throws `input-invalid` where it says nothing about ownership. */
export async function addFile(
  trx: NetworkTransaction,
  file: { readonly name: string; readonly bytes: Buffer },
  { organizationId, by, at }: Adding,
): Promise<string> {
  const { rows } = await sql<{ held: number }>`
    select coalesce(sum(size), 0)::int as held from ownership_sources where removed_at is null`.execute(trx);
  if ((rows[0]?.held ?? 0) + file.bytes.length > SOURCES_BYTES_MAX)
    throw new Fault({
      code: "limit-exceeded",
      limit: "sourcesBytesMax",
      allowed: SOURCES_BYTES_MAX,
      where: "the organisation's files of ownership together (use sluice ownership for whole registers)",
    });
  const builder = new GraphBuilder();
  const { kind } = addSource(builder, file);
  const graph = builder.finish();
  const id = newId("own");
  await trx
    .insertInto("ownership_sources")
    .values({
      organization_id: organizationId,
      id,
      name: file.name,
      kind,
      bytes: file.bytes,
      size: file.bytes.length,
      parties: graph.parties.length,
      ties: graph.size,
      problems: graph.problemCount,
      created_at: at,
      created_by: JSON.stringify(by),
      removed_at: null,
      removed_by: null,
    })
    .execute();
  return id;
}

/** One tie as somebody writes it down. */
export type NewFact = {
  readonly owner: string;
  readonly ownerName: string | null;
  readonly asset: string;
  readonly assetName: string | null;
  readonly interest: Interest;
  readonly share: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly reference: string;
};

/** Writes a fact down. */
export async function addFact(
  trx: NetworkTransaction,
  fact: NewFact,
  { organizationId, by, at }: Adding,
): Promise<string> {
  const { count } = await trx
    .selectFrom("ownership_facts")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= FACTS_MAX)
    throw new Fault({
      code: "limit-exceeded",
      limit: "factsMax",
      allowed: FACTS_MAX,
      where: "facts; bring a file instead",
    });
  const id = newId("own");
  await trx
    .insertInto("ownership_facts")
    .values({
      organization_id: organizationId,
      id,
      owner: fact.owner,
      owner_name: fact.ownerName,
      asset: fact.asset,
      asset_name: fact.assetName,
      interest: fact.interest,
      share: fact.share,
      from_date: fact.from,
      until_date: fact.until,
      source: fact.source,
      reference: fact.reference,
      created_at: at,
      created_by: JSON.stringify(by),
      removed_at: null,
      removed_by: null,
    })
    .execute();
  return id;
}

/** Takes a file or a fact out of what counts; it stays on record. Throws `not-found`. */
export async function remove(
  trx: NetworkTransaction,
  table: "ownership_sources" | "ownership_facts",
  id: string,
  { by, at }: Pick<Adding, "by" | "at">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable(table)
    .set({ removed_at: at, removed_by: JSON.stringify(by) })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new Fault({
      code: "not-found",
      what: table === "ownership_facts" ? "fact" : "file of ownership",
      id,
    });
}
