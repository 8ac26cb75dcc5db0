import type { Transaction } from "kysely";
import { sql } from "kysely";
import { Fault, must } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { asSystem } from "../database/tenant.ts";
import { findLink, hasPeople, type OpenLink, spendLink } from "./links.ts";
import { refusePassword } from "./password.ts";
import type { Role } from "./permission.ts";
import type { AuthTables } from "./tables.ts";

type AuthDatabase = Pick<Database, "kysely">;
type Trx = Transaction<AuthTables>;

/** What a person fills in who uses a link. */
export type Joining = {
  readonly token: string;
  readonly name: string | null;
  /** Asked of the first owner only: an invitation is for the address it names. */
  readonly email: string | null;
  readonly organizationName: string | null;
  readonly password: string;
  readonly at: Date;
};

/** Who came in by a link, and where to. */
export type Joined = { readonly userId: string; readonly email: string; readonly organizationId: string };

/** The library's hash of a password: slow on purpose. */
export type HashPassword = (password: string) => Promise<string>;

function missing(field: string): Fault {
  return new Fault({
    code: "input-invalid",
    file: "request",
    where: field,
    reason: "is needed to use this link",
  });
}

/**
 * Uses a link: makes the first owner with an organisation, the account of whoever was invited, or sets a new password;
 * all of it or nothing. Throws `link-invalid`, `password-refused`, `input-invalid`, or `conflict` where the address has
 * an account already and its owner must sign in to accept.
 */
export async function join(database: AuthDatabase, joining: Joining, hash: HashPassword): Promise<Joined> {
  // The hash takes a while and is made outside of the transaction; the link is looked at before, so that no stranger
  // makes the service compute.
  const { link: seen, known } = await asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const link = await findLink(tables, joining.token, joining.at);
    return { link, known: link.userId === null ? null : await personOf(tables, link.userId) };
  });
  const email = known?.email ?? (seen.email ?? joining.email)?.toLowerCase() ?? null;
  if (email === null) throw missing("email");
  const name = known?.name ?? joining.name;
  if (name === null) throw missing("name");
  const refused = refusePassword(joining.password, [name, email, joining.organizationName ?? ""]);
  if (refused !== null) throw new Fault({ code: "password-refused", reason: refused });
  const password = await hash(joining.password);
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const link = await findLink(tables, joining.token, joining.at);
    await spendLink(tables, link.id, joining.at);
    const person = { name, email, password, at: joining.at };
    switch (link.purpose) {
      case "first-owner":
        return makeFirstOwner(tables, person, joining.organizationName);
      case "invitation":
        return acceptAsNew(tables, link, person);
      case "new-password":
        return setPassword(tables, link, person);
    }
  });
}

type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly at: Date;
};

async function personOf(tables: Trx, id: string): Promise<{ readonly name: string; readonly email: string }> {
  const row = await tables
    .selectFrom("auth.user")
    .select(["name", "email"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "link-invalid" });
  return row;
}

async function makePerson(tables: Trx, { name, email, password, at }: NewPerson): Promise<string> {
  const id = newId("usr");
  const times = { createdAt: at, updatedAt: at };
  const made = await tables
    .insertInto("auth.user")
    // Nobody has shown that the address is theirs: so the identity provider's account of it is not joined to this one.
    .values({ id, name, email, emailVerified: false, twoFactorEnabled: false, ...times })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) {
    const reason = "this address has an account; sign in and use the link again to accept";
    throw new Fault({ code: "conflict", what: "account", reason });
  }
  await tables
    .insertInto("auth.account")
    .values({ id: newId("usr"), accountId: id, providerId: "credential", userId: id, password, ...times })
    .execute();
  return id;
}

async function addMember(
  tables: Trx,
  facts: { readonly organizationId: string; readonly userId: string; readonly role: Role; readonly at: Date },
): Promise<void> {
  await tables
    .insertInto("auth.membership")
    .values({
      organization_id: facts.organizationId,
      user_id: facts.userId,
      role: facts.role,
      created_at: facts.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function makeFirstOwner(
  tables: Trx,
  person: NewPerson,
  organizationName: string | null,
): Promise<Joined> {
  if (organizationName === null) throw missing("organizationName");
  if (await hasPeople(tables)) throw new Fault({ code: "link-invalid" });
  const userId = await makePerson(tables, person);
  const organizationId = newId("org");
  await tables
    .insertInto("auth.organization")
    .values({
      id: organizationId,
      name: organizationName,
      demo: false,
      created_at: person.at,
      story_of: null,
    })
    .execute();
  await addMember(tables, { organizationId, userId, role: "owner", at: person.at });
  const demo = await tables
    .selectFrom("auth.organization")
    .select("id")
    .where("demo", "=", true)
    .executeTakeFirst();
  if (demo !== undefined) {
    await addMember(tables, { organizationId: demo.id, userId, role: "owner", at: person.at });
  }
  return { userId, email: person.email, organizationId };
}

async function acceptAsNew(tables: Trx, link: OpenLink, person: NewPerson): Promise<Joined> {
  const organizationId = must(link.organizationId, "an invitation names its organisation");
  const userId = await makePerson(tables, person);
  await addMember(tables, {
    organizationId,
    userId,
    role: must(link.role, "an invitation names its role"),
    at: person.at,
  });
  return { userId, email: person.email, organizationId };
}

/** A new password ends every session: whoever had the old one is out. */
async function setPassword(tables: Trx, link: OpenLink, { email, password, at }: NewPerson): Promise<Joined> {
  const userId = must(link.userId, "a link for a new password names its person");
  const { numUpdatedRows } = await tables
    .updateTable("auth.account")
    .set({ password, updatedAt: at })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const row = { id: newId("usr"), accountId: userId, providerId: "credential", userId, password };
    await tables
      .insertInto("auth.account")
      .values({ ...row, createdAt: at, updatedAt: at })
      .execute();
  }
  await tables.deleteFrom("auth.session").where("userId", "=", userId).execute();
  return { userId, email, organizationId: must(link.organizationId, "such a link names its organisation") };
}

/** Accepts an invitation for a person who has an account and is signed in. Throws `link-invalid`, `rule-broken`. */
export function acceptSignedIn(
  database: AuthDatabase,
  facts: { readonly token: string; readonly userId: string; readonly at: Date },
): Promise<Joined> {
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const link = await findLink(tables, facts.token, facts.at);
    const person = await personOf(tables, facts.userId);
    if (link.purpose !== "invitation" || link.role === null || link.organizationId === null) {
      throw new Fault({ code: "link-invalid" });
    }
    if (link.email !== person.email) {
      const reason = `the invitation is for ${link.email ?? "another address"}; you are signed in as ${person.email}`;
      throw new Fault({ code: "rule-broken", rule: "other-address", reason });
    }
    await spendLink(tables, link.id, facts.at);
    const { organizationId, role } = link;
    await addMember(tables, { organizationId, userId: facts.userId, role, at: facts.at });
    return { userId: facts.userId, email: person.email, organizationId };
  });
}

/** True where an invitation of this address is open: whom the identity provider may bring in. */
export function isInvited(database: AuthDatabase, email: string, at: Date): Promise<boolean> {
  return asSystem(database, async (trx) => {
    const row = await openInvitations(trx.withTables<AuthTables>(), email, at).executeTakeFirst();
    return row !== undefined;
  });
}

function openInvitations(tables: Trx, email: string, at: Date) {
  return tables
    .selectFrom("auth.one_time_link")
    .selectAll()
    .where("purpose", "=", "invitation")
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at);
}

/** Lets in, everywhere they were invited, a person whom the identity provider vouched for. */
export function acceptAllOf(
  database: AuthDatabase,
  facts: { readonly userId: string; readonly email: string; readonly at: Date },
): Promise<void> {
  return asSystem(database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    for (const link of await openInvitations(tables, facts.email, facts.at).forUpdate().execute()) {
      await spendLink(tables, link.id, facts.at);
      if (link.organization_id === null || link.role === null) continue;
      await addMember(tables, {
        organizationId: link.organization_id,
        userId: facts.userId,
        role: link.role,
        at: facts.at,
      });
    }
  });
}

/** Chooses the organisation that a session works in; false where its person does not belong to it. */
export function chooseOrganization(
  database: AuthDatabase,
  facts: { readonly sessionId: string; readonly userId: string; readonly organizationId: string },
): Promise<boolean> {
  return asSystem(database, async (trx) => {
    const { numUpdatedRows } = await trx
      .withTables<AuthTables>()
      .updateTable("auth.session")
      .set({ activeOrganizationId: facts.organizationId })
      .where("id", "=", facts.sessionId)
      .where("userId", "=", facts.userId)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("auth.membership")
            .select("user_id")
            .where("user_id", "=", facts.userId)
            .where("organization_id", "=", facts.organizationId),
        ),
      )
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}
