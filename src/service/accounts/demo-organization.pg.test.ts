import { afterAll, beforeAll, expect, test } from "vitest";
import { issueFirstOwnerLink } from "../../platform/auth/links.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import { appendReceipt } from "../../platform/receipts/append.ts";
import { makeDemoOrganization, removeDemoOrganization } from "./demo-organization.ts";
import { startTestService, type TestService } from "./fixtures/test-service.ts";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

test("the demonstration is made once, its first owner sees it, and it goes with every row and nothing else", async () => {
  const { accounts, its } = service;
  const made = await Promise.all([makeDemoOrganization(accounts), makeDemoOrganization(accounts)]);
  const [demo = "", ...more] = made.filter((id) => id !== null);
  expect(more).toEqual([]);
  const owner = await service.firstOwner();
  const session = (await owner.ask("GET", "/api/v1/session")).json;
  expect(session.organization.demo).toBe(false);
  expect(session.organizations.map(({ demo }: { demo: boolean }) => demo)).toEqual([false, true]);
  for (const organizationId of [demo, session.organization.id]) {
    await inOrganization(its.database, organizationId, (trx) =>
      appendReceipt(trx, { organizationId, kind: "check", body: { n: 1 }, at: new Date() }),
    );
  }
  const gone = await removeDemoOrganization(its.ownerUrl);
  expect(Object.keys(gone)).toEqual(expect.arrayContaining(["public.receipts", "auth.membership"]));
  const left = await its.asOwner("select organization_id from receipts");
  expect(left).toEqual([{ organization_id: session.organization.id }]);
  await expect(removeDemoOrganization(its.ownerUrl)).rejects.toThrow(/no organisation for demonstration/);
  expect(await makeDemoOrganization(accounts)).toBe(null);
  expect(await issueFirstOwnerLink(accounts.database, new Date())).toBe(null);
});
