import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { asSystem, inOrganization } from "../database/tenant.ts";
import { isPermission, KEY_PERMISSIONS, type Permission } from "./permission.ts";
import type { ApiKeyRow, AuthTables } from "./tables.ts";
import { hashOfToken, newToken } from "./token.ts";

type AuthDatabase = Pick<Database, "kysely">;

/** Keys of one organisation that are in force at once. */
export const KEYS_MAX = 1_000;
const START_CHARS = 10;
/** A key lives a year unless its maker says less; a key for ever is one that nobody remembers. */
export const KEY_DAYS_MAX = 366;

/** A key as people see it: everything but the key. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly permissions: readonly Permission[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastUsedFrom: string | null;
  readonly revokedAt: Date | null;
};

const keyOf = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  start: row.start,
  permissions: row.permissions.filter(isPermission),
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  lastUsedFrom: row.last_used_from,
  revokedAt: row.revoked_at,
});

/**
 * Makes a key; the text of it is in the answer and nowhere else. Throws `rule-broken` for a permission that a key
 * can't have or that its maker has not, `limit-exceeded` for one key too many.
 */
export function createKey(
  database: AuthDatabase,
  facts: {
    readonly organizationId: string;
    readonly name: string;
    readonly permissions: readonly Permission[];
    readonly expiresAt: Date;
    readonly by: { readonly id: string; readonly permissions: ReadonlySet<Permission> };
    readonly at: Date;
  },
): Promise<ApiKey & { readonly key: string }> {
  for (const permission of facts.permissions) {
    if (!KEY_PERMISSIONS.includes(permission)) {
      const reason = `${permission} is for people: no key can have it`;
      throw new Fault({ code: "rule-broken", rule: "key-permission", reason });
    }
    if (!facts.by.permissions.has(permission)) {
      const reason = `you can't give a key what you don't have: ${permission}`;
      throw new Fault({ code: "rule-broken", rule: "key-permission", reason });
    }
  }
  return inOrganization(database, facts.organizationId, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const { count } = await tables
      .selectFrom("auth.api_key")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("revoked_at", "is", null)
      .where("expires_at", ">", facts.at)
      .executeTakeFirstOrThrow();
    if (count >= KEYS_MAX) {
      throw new Fault({ code: "limit-exceeded", limit: "KEYS_MAX", allowed: KEYS_MAX, where: "keys" });
    }
    const key = newToken("slk");
    const row: ApiKeyRow = {
      id: newId("key"),
      organization_id: facts.organizationId,
      name: facts.name,
      key_hash: hashOfToken(key),
      start: key.slice(0, START_CHARS),
      permissions: [...new Set(facts.permissions)],
      created_by: facts.by.id,
      created_at: facts.at,
      expires_at: facts.expiresAt,
      last_used_at: null,
      last_used_from: null,
      revoked_at: null,
    };
    await tables.insertInto("auth.api_key").values(row).execute();
    return { ...keyOf(row), key };
  });
}

/** The keys of an organisation, the newest first, also those that ended. */
export function listKeys(
  database: AuthDatabase,
  organizationId: string,
  page: { readonly limit: number; readonly after: string | null },
): Promise<readonly ApiKey[]> {
  return inOrganization(database, organizationId, async (trx) => {
    let query = trx
      .withTables<AuthTables>()
      .selectFrom("auth.api_key")
      .selectAll()
      .orderBy("id", "desc")
      .limit(page.limit);
    if (page.after !== null) query = query.where("id", "<", page.after);
    return (await query.execute()).map(keyOf);
  });
}

/** Ends a key; it stays in the list. Throws `not-found`. */
export function revokeKey(
  database: AuthDatabase,
  { organizationId, id, at }: { readonly organizationId: string; readonly id: string; readonly at: Date },
): Promise<ApiKey> {
  return inOrganization(database, organizationId, async (trx) => {
    const row = await trx
      .withTables<AuthTables>()
      .updateTable("auth.api_key")
      .set(({ fn, val }) => ({ revoked_at: fn.coalesce("revoked_at", val(at)) }))
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new Fault({ code: "not-found", what: "key", id });
    return keyOf(row);
  });
}

/** The key with this text, in force or not, and its organisation; null where there is none. */
export function findKey(
  database: AuthDatabase,
  key: string,
): Promise<(ApiKey & { readonly organizationId: string }) | null> {
  return asSystem(database, async (trx) => {
    const row = await trx
      .withTables<AuthTables>()
      .selectFrom("auth.api_key")
      .selectAll()
      .where("key_hash", "=", hashOfToken(key))
      .executeTakeFirst();
    return row === undefined ? null : { ...keyOf(row), organizationId: row.organization_id };
  });
}

/** When and from where a key was used last. */
export type KeyUse = { readonly id: string; readonly at: Date; readonly from: string };

/** Notes when keys were used last: many at once, for a write at each request would cost more than the request. */
export function noteKeyUses(database: AuthDatabase, uses: readonly KeyUse[]): Promise<void> {
  return asSystem(database, async (trx) => {
    for (const { id, at, from } of uses) {
      await trx
        .withTables<AuthTables>()
        .updateTable("auth.api_key")
        .set({ last_used_at: at, last_used_from: from })
        .where("id", "=", id)
        .where(({ eb, or }) => or([eb("last_used_at", "is", null), eb("last_used_at", "<", at)]))
        .execute();
    }
  });
}
