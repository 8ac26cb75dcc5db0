import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem, inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { INSTALLATION } from "./event.ts";
import { publish } from "./publish.ts";
import type { EventTables } from "./tables.ts";

let its: TestDatabase;
beforeAll(async () => {
  its = await testDatabase();
});
afterAll(() => its.close());

const AT = new Date("2026-11-24T10:00:00Z");
const kindsSeenBy = (organizationId: string) =>
  inOrganization(its.database, organizationId, async (trx) =>
    (await trx.withTables<EventTables>().selectFrom("events").select("kind").orderBy("number").execute()).map(
      ({ kind }) => kind,
    ),
  );

test("an event is there when its transaction commits, and never of one that rolled back", async () => {
  await inOrganization(its.database, "org_a", (trx) =>
    publish(trx, { organizationId: "org_a", kind: "alert.opened", id: "alr_1", at: AT, data: { rank: 1 } }),
  );
  const rolledBack = inOrganization(its.database, "org_a", async (trx) => {
    await publish(trx, { organizationId: "org_a", kind: "alert.closed", id: "alr_1", at: AT });
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  expect(await kindsSeenBy("org_a")).toEqual(["alert.opened"]);
});

test("an event of the installation is seen by all, and only the system can say it", async () => {
  const event = { organizationId: INSTALLATION, kind: "lists.updated", id: "un-sc", at: AT } as const;
  await expect(inOrganization(its.database, "org_a", (trx) => publish(trx, event))).rejects.toThrow(
    /row-level security/,
  );
  await asSystem(its.database, (trx) => publish(trx, event));
  expect(await kindsSeenBy("org_a")).toEqual(["alert.opened", "lists.updated"]);
  expect(await kindsSeenBy("org_b")).toEqual(["lists.updated"]);
});
