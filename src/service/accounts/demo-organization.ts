import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely, Transaction } from "kysely";
import pg from "pg";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import type { Accounts } from "../../platform/auth/accounts.ts";
import { createKey, revokeKey } from "../../platform/auth/keys.ts";
import { KEY_PERMISSIONS } from "../../platform/auth/permission.ts";
import type { AuthTables } from "../../platform/auth/tables.ts";
import { readTables } from "../../platform/backup/tables.ts";
import { connectionOf, unavailable } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { asSystem } from "../../platform/database/tenant.ts";
import type { Api } from "../../platform/http/routes.ts";
import { storyDomain } from "./story-organization.ts";

/** What the demo organisation is called. */
export const DEMO_NAME = "Demonstration";

/** Checks that the demo asks: the two stories that Sluice was made from. */
const CHECKS = [
  "2018-silverstar/payout-to-team.json",
  "2018-silverstar/payout-in-chinese.json",
  "2018-silverstar/payout-to-freelancer.json",
  "2019-video-reunion/monitors-only.json",
  "2019-video-reunion/shipment.json",
] as const;

/** What the freelancers of the first story did on their platform: a case to look at, and a payout that is held. */
const EVENTS = "examples/2018-silverstar/events.jsonl";

const Demo = z.object({ subjects: z.array(z.record(z.string(), z.unknown())).max(1_000) });

/**
 * Makes the demo organisation at the very first start, and only then: once it was thrown away it stays so. Resolves to
 * its id, or null.
 */
export function makeDemoOrganization(accounts: Accounts): Promise<string | null> {
  return asSystem(accounts.database, async (trx) => {
    const tables: Transaction<AuthTables> = trx.withTables<AuthTables>();
    if (await hasRows(tables, "auth.organization")) return null;
    if (await hasRows(tables, "auth.one_time_link")) return null;
    const made = await tables
      .insertInto("auth.organization")
      .values({ id: newId("org"), name: DEMO_NAME, demo: true, created_at: accounts.now(), story_of: null })
      // Of two services that start at once one makes it.
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    return made?.id ?? null;
  });
}

async function hasRows(
  tables: Kysely<AuthTables>,
  table: "auth.organization" | "auth.one_time_link",
): Promise<boolean> {
  return (await tables.selectFrom(table).select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** What became of the demo's customers and checks. */
export type DemoReport = {
  readonly subjects: number;
  readonly checks: number;
  readonly refused: readonly string[];
};

/**
 * Brings the bundled customers and checks into the demo organisation, through the same API that everybody uses, with a
 * key that ends with it.
 */
export async function fillDemoOrganization(
  {
    api,
    accounts,
    programFolder,
  }: { readonly api: Api; readonly accounts: Accounts; readonly programFolder: string },
  organizationId: string,
): Promise<DemoReport> {
  const at = accounts.now();
  const key = await createKey(accounts.database, {
    organizationId,
    name: "Filling the demonstration",
    permissions: ["subjects.write", "checks.create", "workers.write"],
    expiresAt: new Date(at.getTime() + 3_600_000),
    by: { id: "demo", permissions: new Set(KEY_PERMISSIONS) },
    at,
  });
  const refused: string[] = [];
  const post = async (url: string, payload: object): Promise<boolean> => {
    const headers = {
      "x-api-key": key.key,
      "idempotency-key": randomUUID(),
      ...(Buffer.isBuffer(payload) ? { "content-type": "text/csv" } : {}),
    };
    const answer = await api.inject({ method: "POST", url, headers, payload });
    if (answer.statusCode < 300) return true;
    refused.push(`POST ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
    return false;
  };
  try {
    const holdings = readFileSync(join(programFolder, "data/demo/holdings.csv"));
    await post("/api/v1/network/sources?name=holdings.csv", holdings);
    const { subjects } = Demo.parse(readJson(join(programFolder, "data/demo/subjects.json")));
    const brought = await post("/api/v1/subjects", { subjects });
    const events = readFileSync(join(programFolder, EVENTS), "utf8").trim().split("\n");
    await post("/api/v1/workers/events", { events: events.map((line) => JSON.parse(line) as unknown) });
    let checks = 0;
    for (const file of CHECKS) {
      const transaction = readJson(join(programFolder, "examples", file));
      if (await post("/api/v1/check", { transaction })) checks += 1;
    }
    return { subjects: brought ? subjects.length : 0, checks, refused };
  } finally {
    await revokeKey(accounts.database, { organizationId, id: key.id, at: accounts.now() });
    accounts.principals.forget(key.id);
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * Throws demonstrations away with every row of them, as the database's owner: all of them, or those alone in which a story
 * was told. Resolves to how many rows went, by table. Throws `not-found` where there is none.
 */
export async function removeDemoOrganization(
  ownerUrl: string,
  only: "all" | "stories" = "all",
): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client(connectionOf(ownerUrl));
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  try {
    await client.query("begin");
    await client.query("select set_config('sluice.system', 'on', true)");
    const { rows } = await client.query<{ id: string }>(
      "select id from auth.organization where demo and (story_of is not null or $1) for update",
      [only === "all"],
    );
    if (rows.length === 0) {
      const what = only === "all" ? "organisation for" : "organisation for a";
      throw new Fault({ code: "not-found", what, id: only === "all" ? "demonstration" : "story" });
    }
    const gone: Record<string, number> = {};
    for (const { id } of rows) await purge(client, id, gone);
    await client.query("commit");
    return gone;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function purge(client: pg.Client, id: string, gone: Record<string, number>): Promise<void> {
  await client.query("select set_config('sluice.purge_organization', $1, true)", [id]);
  const count = (name: string, rows: number | null): void => {
    if (rows !== null && rows > 0) gone[name] = (gone[name] ?? 0) + rows;
  };
  // Each table before those that its rows refer to.
  const tables = (await readTables(client))
    .toReversed()
    .filter(({ columns }) => columns.includes("organization_id"));
  for (const name of ["public.events", "public.event_horizons", ...tables.map((table) => table.name)]) {
    const { rowCount } = await client.query(`delete from ${name} where organization_id = $1`, [id]);
    count(name, rowCount);
  }
  // A story's persons are nowhere else: their addresses are of its own domain.
  const { rowCount } = await client.query('delete from auth."user" where email like $1', [
    `%@${storyDomain(id)}`,
  ]);
  count("auth.user", rowCount);
  await client.query("delete from auth.organization where id = $1", [id]);
}
