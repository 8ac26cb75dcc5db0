import { sql } from "kysely";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { DeskTransaction } from "../tables.ts";

/** Pages that remember views. */
export const VIEW_PAGES = ["alerts", "cases"] as const;

export type ViewPage = (typeof VIEW_PAGES)[number];

/** As many as a menu can show; without an end a program could fill the table. */
export const VIEWS_MAX = { team: 100, own: 50 } as const;

/** A page's address query under a name, of the whole organisation or of the one who saved it. */
export type SavedView = {
  readonly id: string;
  readonly page: ViewPage;
  readonly name: string;
  readonly query: string;
  readonly team: boolean;
  readonly createdAt: Date;
  readonly createdBy: Actor;
};

/** The team's views of a page and the caller's own, by name, the team's first. */
export async function readViews(
  trx: DeskTransaction,
  { page, ownerId }: { readonly page: ViewPage; readonly ownerId: string },
): Promise<readonly SavedView[]> {
  const rows = await trx
    .selectFrom("saved_views")
    .selectAll()
    .where("page", "=", page)
    .where((where) => where.or([where("owner_id", "is", null), where("owner_id", "=", ownerId)]))
    .orderBy(sql`owner_id is not null`)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    page,
    name: row.name,
    query: row.query,
    team: row.owner_id === null,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/** Saves a view. Throws `conflict` where the name is taken, and `rule-broken` where there are as many as there may be. */
export async function addView(
  trx: DeskTransaction,
  organizationId: string,
  made: Omit<SavedView, "id">,
): Promise<SavedView> {
  const ownerId = made.team ? null : made.createdBy.id;
  const there = await trx
    .selectFrom("saved_views")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("page", "=", made.page)
    .where("owner_id", ownerId === null ? "is" : "=", ownerId)
    .executeTakeFirstOrThrow();
  const max = made.team ? VIEWS_MAX.team : VIEWS_MAX.own;
  if (Number(there.count) >= max)
    throw new Fault({
      code: "rule-broken",
      rule: "views-at-most",
      reason: `There are ${max} views already; remove one first.`,
    });
  const id = newId("viw");
  const { numInsertedOrUpdatedRows: inserted } = await trx
    .insertInto("saved_views")
    .values({
      organization_id: organizationId,
      id,
      page: made.page,
      name: made.name,
      query: made.query,
      owner_id: ownerId,
      created_at: made.createdAt,
      created_by: JSON.stringify(made.createdBy),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted !== 1n)
    throw new Fault({ code: "conflict", what: "view", reason: `there is one named ${made.name}` });
  return { ...made, id };
}

/** Removes one of the caller's views, or with `team` one of the team's. Throws `not-found`; another person's is none. */
export async function removeView(
  trx: DeskTransaction,
  { id, ownerId, team }: { readonly id: string; readonly ownerId: string; readonly team: boolean },
): Promise<void> {
  const row = await trx
    .selectFrom("saved_views")
    .select("owner_id")
    .where("id", "=", id)
    .where((where) => where.or([where("owner_id", "is", null), where("owner_id", "=", ownerId)]))
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "view", id });
  if (row.owner_id === null && !team) throw new Fault({ code: "forbidden", permission: "alerts.assign" });
  await trx.deleteFrom("saved_views").where("id", "=", id).execute();
}
