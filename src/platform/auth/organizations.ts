import { sql, type Transaction } from "kysely";
import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { asSystem, inOrganization } from "../database/tenant.ts";
import { PERMISSIONS_OF, type Role } from "./permission.ts";
import type { AuthTables, OrganizationRow } from "./tables.ts";

type AuthDatabase = Pick<Database, "kysely">;

/** One organisation as its people see it. */
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  /** Made for the telling of a story: a demonstration where what is asked may give its day. */
  readonly story: boolean;
  readonly createdAt: Date;
};

/** One person in one organisation. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly secondFactor: boolean;
  readonly joinedAt: Date;
};

/** An organisation that a person belongs to, and as what. */
export type Membership = Organization & { readonly role: Role };

const organizationOf = ({ id, name, demo, created_at, story_of }: OrganizationRow): Organization => ({
  id,
  name,
  demo,
  story: story_of !== null,
  createdAt: created_at,
});

/** Every organisation that a person belongs to: their own before the demo, the oldest first. */
export function membershipsOf(database: AuthDatabase, userId: string): Promise<readonly Membership[]> {
  return asSystem(database, async (trx) => {
    const rows = await trx
      .withTables<AuthTables>()
      .selectFrom("auth.membership as membership")
      .innerJoin("auth.organization as organization", "organization.id", "membership.organization_id")
      .selectAll("organization")
      .select("membership.role")
      .where("membership.user_id", "=", userId)
      .orderBy("organization.demo")
      .orderBy("membership.created_at")
      .orderBy("organization.id")
      .execute();
    return rows.map((row) => ({ ...organizationOf(row), role: row.role }));
  });
}

/** Makes an organisation with its first owner. */
export function createOrganization(
  database: AuthDatabase,
  { name, ownerId, at }: { readonly name: string; readonly ownerId: string; readonly at: Date },
): Promise<Organization> {
  const row: OrganizationRow = { id: newId("org"), name, demo: false, created_at: at, story_of: null };
  return inOrganization(database, row.id, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    await tables.insertInto("auth.organization").values(row).execute();
    await tables
      .insertInto("auth.membership")
      .values({ organization_id: row.id, user_id: ownerId, role: "owner", created_at: at })
      .execute();
    return organizationOf(row);
  });
}

/** The organisation. Throws `not-found`. */
export function findOrganization(database: AuthDatabase, id: string): Promise<Organization> {
  return inOrganization(database, id, async (trx) => {
    const row = await trx
      .withTables<AuthTables>()
      .selectFrom("auth.organization")
      .selectAll()
      .executeTakeFirst();
    if (row === undefined) throw new Fault({ code: "not-found", what: "organization", id });
    return organizationOf(row);
  });
}

/** Gives an organisation another name. */
export function renameOrganization(database: AuthDatabase, id: string, name: string): Promise<Organization> {
  return inOrganization(database, id, async (trx) => {
    const row = await trx
      .withTables<AuthTables>()
      .updateTable("auth.organization")
      .set({ name })
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new Fault({ code: "not-found", what: "organization", id });
    return organizationOf(row);
  });
}

/** The people of an organisation, by when they joined, after the given person. */
export function listMembers(
  database: AuthDatabase,
  organizationId: string,
  page: { readonly limit: number; readonly after: string | null },
): Promise<readonly Member[]> {
  return inOrganization(database, organizationId, async (trx) => {
    let query = trx
      .withTables<AuthTables>()
      .selectFrom("auth.membership as membership")
      .innerJoin("auth.user as person", "person.id", "membership.user_id")
      .select(["person.id", "person.name", "person.email", "membership.role", "membership.created_at"])
      .select(
        sql<boolean>`(coalesce(person."twoFactorEnabled", false)
        or exists (select from auth.passkey where passkey."userId" = person.id))`.as("second_factor"),
      )
      .orderBy("person.id")
      .limit(page.limit);
    if (page.after !== null) query = query.where("person.id", ">", page.after);
    return (await query.execute()).map(({ second_factor, created_at, ...person }) => ({
      ...person,
      secondFactor: second_factor,
      joinedAt: created_at,
    }));
  });
}

/** Somebody of an organisation with the address that their account has. */
export type Address = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** Everybody of an organisation whom mail may reach: nobody of a demonstration, whose persons may be made up. */
export function addressesOf(database: AuthDatabase, organizationId: string): Promise<readonly Address[]> {
  return inOrganization(database, organizationId, (trx) =>
    trx
      .withTables<AuthTables>()
      .selectFrom("auth.membership as membership")
      .innerJoin("auth.user as person", "person.id", "membership.user_id")
      .innerJoin("auth.organization as organization", "organization.id", "membership.organization_id")
      .select(["person.id", "person.name", "person.email", "membership.role"])
      .where("organization.demo", "=", false)
      .orderBy("person.id")
      .execute(),
  );
}

/** True where every permission of one role is the other's too: nobody gives or takes what they have not. */
export function covers(role: Role, other: Role): boolean {
  if (role === "owner") return true;
  if (other === "owner" || (other === "admin" && role !== "admin")) return false;
  return PERMISSIONS_OF[role].has("people.manage");
}

export type Change = {
  readonly organizationId: string;
  readonly userId: string;
  readonly by: { readonly id: string; readonly role: Role };
};

/** Gives a person another role. Throws `not-found`, or `rule-broken` with the rule that stands against it. */
export function changeRole(database: AuthDatabase, change: Change & { readonly role: Role }): Promise<void> {
  return inOrganization(database, change.organizationId, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const before = await lockMember(tables, change);
    if (!covers(change.by.role, change.role)) throw notYours(change.role);
    if (before === "owner" && change.role !== "owner") await keepOneOwner(tables);
    await tables
      .updateTable("auth.membership")
      .set({ role: change.role })
      .where("user_id", "=", change.userId)
      .execute();
  });
}

/** Takes a person out of an organisation; what they did there stays. Throws as `changeRole`. */
export function removeMember(database: AuthDatabase, change: Change): Promise<void> {
  return inOrganization(database, change.organizationId, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    if ((await lockMember(tables, change)) === "owner") await keepOneOwner(tables);
    await tables.deleteFrom("auth.membership").where("user_id", "=", change.userId).execute();
  });
}

type Trx = Transaction<AuthTables>;

/** One change of an organisation's people at a time: two that each leave the other as last owner would leave none. */
async function lockMember(tables: Trx, { organizationId, userId, by }: Change): Promise<Role> {
  await tables
    .selectFrom("auth.organization")
    .select("id")
    .where("id", "=", organizationId)
    .forUpdate()
    .execute();
  const row = await tables
    .selectFrom("auth.membership")
    .select("role")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "person", id: userId });
  if (!covers(by.role, row.role)) throw notYours(row.role);
  if (userId === by.id && by.role !== "owner") {
    throw new Fault({
      code: "rule-broken",
      rule: "own-role",
      reason: "nobody changes their own role but an owner",
    });
  }
  return row.role;
}

async function keepOneOwner(tables: Trx): Promise<void> {
  const owners = await tables
    .selectFrom("auth.membership")
    .select("user_id")
    .where("role", "=", "owner")
    .execute();
  if (owners.length > 1) return;
  const reason = "an organisation keeps at least one owner; make somebody else an owner first";
  throw new Fault({ code: "rule-broken", rule: "last-owner", reason });
}

/** The fault for giving or touching a role that is above one's own. */
export function notYours(role: Role): Fault {
  return new Fault({
    code: "rule-broken",
    rule: "role-above-own",
    reason: `only an owner may do this to the role ${role}`,
  });
}
