import { type Kysely, sql, type Transaction } from "kysely";
import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { asSystem, inOrganization } from "../database/tenant.ts";
import { covers, notYours } from "./organizations.ts";
import type { Role } from "./permission.ts";
import type { AuthTables, LinkPurpose, OneTimeLinkRow } from "./tables.ts";
import { hashOfToken, isToken, newToken } from "./token.ts";

type AuthDatabase = Pick<Database, "kysely">;

const HOUR_MS = 3_600_000;

/** How long a link lets in: the shorter, the more it opens. */
const LIFE_MS: Readonly<Record<LinkPurpose, number>> = {
  "first-owner": 24 * HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
  "new-password": 2 * HOUR_MS,
};

/** One lock for all that depends on nobody being there yet. */
const FIRST_OWNER_LOCK = 5_105_304;

/** A link as it is given out: the token stands here and nowhere else. */
export type IssuedLink = { readonly id: string; readonly token: string; readonly expiresAt: Date };

/** An invitation that is open, as those who manage people see it. */
export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** What a link is for, as whoever holds it may know before using it. */
export type OpenLink = {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly email: string | null;
  readonly role: Role | null;
  readonly userId: string | null;
  readonly expiresAt: Date;
};

type Issue = Pick<
  OneTimeLinkRow,
  "purpose" | "organization_id" | "email" | "role" | "user_id" | "created_by"
>;

async function issue(tables: Kysely<AuthTables>, facts: Issue, at: Date): Promise<IssuedLink> {
  const token = newToken("sll");
  const expiresAt = new Date(at.getTime() + LIFE_MS[facts.purpose]);
  const row = {
    ...facts,
    id: newId("lnk"),
    token_hash: hashOfToken(token),
    created_at: at,
    expires_at: expiresAt,
  };
  await tables
    .insertInto("auth.one_time_link")
    .values({ ...row, used_at: null, revoked_at: null })
    .execute();
  return { id: row.id, token, expiresAt };
}

/** Invites an address into an organisation; an earlier invitation of it there ends. Throws `rule-broken`. */
export function invite(
  database: AuthDatabase,
  facts: {
    readonly organizationId: string;
    readonly email: string;
    readonly role: Role;
    readonly by: { readonly id: string; readonly role: Role };
    readonly at: Date;
  },
): Promise<IssuedLink> {
  const email = facts.email.toLowerCase();
  return inOrganization(database, facts.organizationId, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    if (!covers(facts.by.role, facts.role)) throw notYours(facts.role);
    const there = await tables
      .selectFrom("auth.membership as membership")
      .innerJoin("auth.user as person", "person.id", "membership.user_id")
      .select("person.id")
      .where("person.email", "=", email)
      .executeTakeFirst();
    if (there !== undefined) {
      throw new Fault({
        code: "conflict",
        what: "invitation",
        reason: "this address belongs to the organisation already",
      });
    }
    await tables
      .updateTable("auth.one_time_link")
      .set({ revoked_at: facts.at })
      .where("purpose", "=", "invitation")
      .where("email", "=", email)
      .where("used_at", "is", null)
      .execute();
    const { organizationId: organization_id, role, by, at } = facts;
    return issue(
      tables,
      { purpose: "invitation", organization_id, email, role, user_id: null, created_by: by.id },
      at,
    );
  });
}

/** The invitations of an organisation that still open, the newest first. */
export function listInvitations(
  database: AuthDatabase,
  organizationId: string,
  page: { readonly at: Date; readonly limit: number; readonly after: string | null },
): Promise<readonly Invitation[]> {
  return inOrganization(database, organizationId, async (trx) => {
    let query = openLinks(trx.withTables<AuthTables>(), page.at)
      .where("purpose", "=", "invitation")
      .orderBy("id", "desc")
      .limit(page.limit);
    if (page.after !== null) query = query.where("id", "<", page.after);
    return (await query.execute()).map((row) => ({
      id: row.id,
      email: row.email ?? "",
      role: row.role ?? "auditor",
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }));
  });
}

function openLinks(tables: Kysely<AuthTables>, at: Date) {
  return tables
    .selectFrom("auth.one_time_link")
    .selectAll()
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at);
}

/** Withdraws an invitation. Throws `not-found` where none of this id is open. */
export function withdrawInvitation(
  database: AuthDatabase,
  { organizationId, id, at }: { readonly organizationId: string; readonly id: string; readonly at: Date },
): Promise<void> {
  return inOrganization(database, organizationId, async (trx) => {
    const { numUpdatedRows } = await trx
      .withTables<AuthTables>()
      .updateTable("auth.one_time_link")
      .set({ revoked_at: at })
      .where("id", "=", id)
      .where("purpose", "=", "invitation")
      .where("used_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Fault({ code: "not-found", what: "invitation", id });
  });
}

/**
 * The link that makes the first owner, or null where there is a person already: then nobody gets in this way. Earlier
 * ones end.
 */
export function issueFirstOwnerLink(database: AuthDatabase, at: Date): Promise<IssuedLink | null> {
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    if (await hasPeople(tables)) return null;
    await tables
      .updateTable("auth.one_time_link")
      .set({ revoked_at: at })
      .where("purpose", "=", "first-owner")
      .where("used_at", "is", null)
      .execute();
    const nobody = { organization_id: null, email: null, role: null, user_id: null, created_by: null };
    return issue(tables, { purpose: "first-owner", ...nobody }, at);
  });
}

/** True where anybody has an account, asked under the lock that makes the first one alone. */
export async function hasPeople(tables: Transaction<AuthTables>): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${sql.lit(FIRST_OWNER_LOCK)})`.execute(tables);
  return (await tables.selectFrom("auth.user").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/**
 * A link that gives a person a new password. Throws `rule-broken` where the person also belongs to another
 * organisation: whoever manages one must not get into the other.
 */
export function issuePasswordLink(
  database: AuthDatabase,
  facts: {
    readonly organizationId: string;
    readonly userId: string;
    readonly by: { readonly id: string; readonly role: Role };
    readonly at: Date;
  },
): Promise<IssuedLink> {
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const memberships = await tables
      .selectFrom("auth.membership as membership")
      .innerJoin("auth.organization as organization", "organization.id", "membership.organization_id")
      .select(["membership.organization_id", "membership.role", "organization.demo"])
      .where("membership.user_id", "=", facts.userId)
      .execute();
    const here = memberships.find(({ organization_id }) => organization_id === facts.organizationId);
    if (here === undefined) throw new Fault({ code: "not-found", what: "person", id: facts.userId });
    if (!covers(facts.by.role, here.role)) throw notYours(here.role);
    if (memberships.some((other) => other !== here && !other.demo) || here.demo) {
      const reason =
        "this person also belongs to another organisation; whoever runs the service makes the link (sluice owner-link)";
      throw new Fault({ code: "rule-broken", rule: "other-organization", reason });
    }
    return issue(
      tables,
      {
        purpose: "new-password",
        organization_id: facts.organizationId,
        email: null,
        role: null,
        user_id: facts.userId,
        created_by: facts.by.id,
      },
      facts.at,
    );
  });
}

/** As `issuePasswordLink`, for whoever runs the service and stands at its terminal. Throws `not-found`. */
export function issuePasswordLinkByEmail(
  database: AuthDatabase,
  email: string,
  at: Date,
): Promise<IssuedLink> {
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const person = await tables
      .selectFrom("auth.user as person")
      .innerJoin("auth.membership as membership", "membership.user_id", "person.id")
      .select(["person.id", "membership.organization_id"])
      .where("person.email", "=", email.toLowerCase())
      .executeTakeFirst();
    if (person === undefined)
      throw new Fault({ code: "not-found", what: "person with the address", id: email });
    const facts = { organization_id: person.organization_id, user_id: person.id, created_by: "terminal" };
    return issue(tables, { purpose: "new-password", email: null, role: null, ...facts }, at);
  });
}

/** What the holder of a link may do with it. Throws `link-invalid`, whatever the reason is. */
export function readLink(database: AuthDatabase, token: string, at: Date): Promise<OpenLink> {
  return asSystem(database, (trx) => findLink(trx.withTables<AuthTables>(), token, at));
}

/** As `readLink`, with the link locked until the transaction ends: two that use it at once are one after the other. */
export async function findLink(tables: Transaction<AuthTables>, token: string, at: Date): Promise<OpenLink> {
  if (!isToken("sll", token)) throw new Fault({ code: "link-invalid" });
  const row = await openLinks(tables, at)
    .where("token_hash", "=", hashOfToken(token))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "link-invalid" });
  const organization =
    row.organization_id === null
      ? undefined
      : await tables
          .selectFrom("auth.organization")
          .select("name")
          .where("id", "=", row.organization_id)
          .executeTakeFirst();
  return {
    id: row.id,
    purpose: row.purpose,
    organizationId: row.organization_id,
    organizationName: organization?.name ?? null,
    email: row.email,
    role: row.role,
    userId: row.user_id,
    expiresAt: row.expires_at,
  };
}

/** Spends a link that `findLink` found in this transaction. */
export async function spendLink(tables: Transaction<AuthTables>, id: string, at: Date): Promise<void> {
  await tables.updateTable("auth.one_time_link").set({ used_at: at }).where("id", "=", id).execute();
}
