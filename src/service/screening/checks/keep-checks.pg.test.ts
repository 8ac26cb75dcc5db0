import { afterAll, beforeAll, expect, it } from "vitest";
import { parseTransaction } from "../../../engine/transaction.ts";
import { inOrganization } from "../../../platform/database/tenant.ts";
import { appendReceipt } from "../../../platform/receipts/append.ts";
import { Stages, withStages } from "../../../platform/telemetry/stages.ts";
import type { Caller } from "../caller.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { type CheckedAll, checkRunner, type RunChecks } from "./run-checks.ts";

const NAME = "Qarbon Zelmira Testov";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk([listedPerson("1", NAME, { birthDate: ["1970-02-05"] })]);
});
afterAll(() => desk.close());

const callerOf = (organizationId: string): Caller => ({
  organizationId,
  by: { kind: "person", id: "usr_ann", name: "ann" },
});

/** Asks whether a party may go through; gives the checks, and what was said to the database for them. */
async function check(run: RunChecks, organizationId: string, name: string) {
  const transaction = parseTransaction(
    {
      kind: "party",
      reference: name,
      purpose: "",
      parties: [{ role: "other", schema: "LegalEntity", properties: { name: [name] } }],
      jurisdictions: ["us"],
    },
    "test",
  );
  const stages = new Stages();
  const asked = { transactions: [transaction], at: "2026-01-02", waivers: [], many: false };
  const { checks } = await new Promise<CheckedAll>((resolve, reject) => {
    withStages(stages, () => {
      run(callerOf(organizationId), { ...asked, idempotencyKey: null }).then(resolve, reject);
    });
  });
  const verbs = stages.kept.flatMap(({ kind, verb }) => (kind === "database" ? [verb] : []));
  return { checks, verbs };
}

const sequencesOf = (organizationId: string) =>
  desk.its.asOwner<{ sequence: number; kind: string }>(
    "select sequence::int, kind from receipts where organization_id = $1 order by sequence",
    [organizationId],
  );

it("reads the setting and the log's end for a first check, and for no other until something else is written", async () => {
  const run = checkRunner(desk);
  const reading = ["begin", "select", "select", "with", "commit"];
  expect((await check(run, "org_a", "Ann Stranger")).verbs.slice(-reading.length)).not.toEqual(reading);
  for (const name of ["Ben Stranger", "Cho Stranger"])
    expect((await check(run, "org_a", name)).verbs).toEqual(["begin", "with", "commit"]);
  const receipt = { organizationId: "org_a", kind: "decision", body: {}, at: desk.now() };
  await inOrganization(desk.database, "org_a", (trx) => appendReceipt(trx, receipt));
  const { verbs, checks } = await check(run, "org_a", "Dan Stranger");
  expect(verbs.slice(-reading.length)).toEqual(reading);
  expect(checks[0]?.receipt.sequence).toBe(5);
  expect((await check(run, "org_a", "Eve Stranger")).verbs).toEqual(reading);
});

it("keeps one chain where two processes write to one log, and opens one alert on a hit that both find", async () => {
  const [here, there] = [checkRunner(desk), checkRunner(desk)];
  const alerts = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    const kept = await Promise.all([check(here, "org_b", NAME), check(there, "org_b", "Ann Stranger")]);
    for (const { checks } of kept) for (const id of checks[0]?.alerts ?? []) alerts.add(id);
    for (const id of (await check(there, "org_b", NAME)).checks[0]?.alerts ?? []) alerts.add(id);
  }
  expect(alerts.size).toBe(1);
  const rows = await sequencesOf("org_b");
  expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
});

it("rests on a false positive that was decided since the last check", async () => {
  const run = checkRunner(desk);
  const [first] = (await check(run, "org_c", NAME)).checks;
  expect((await check(run, "org_c", NAME)).checks[0]?.answer).toBe("refer");
  await desk.its.asOwner(
    `insert into suppressions (organization_id, id, subject_fingerprint, subject_facts, entity_id, listing_caption,
       listing_fingerprint, listing_facts, reason, from_day, until_day, created_at, created_by)
     select organization_id, 'sup_1', subject_fingerprint, record -> 'subject' -> 'facts', entity_id, '',
       record -> 'listed' ->> 'fingerprint', record -> 'listed' -> 'facts', 'another person', '2026-01-01',
       '2026-12-31', now(), '{}' from alerts where id = $1`,
    [first?.alerts[0]],
  );
  const settled = (await check(run, "org_c", NAME)).checks[0];
  expect([settled?.answer, settled?.alerts]).toEqual(["clear", []]);
  expect((await sequencesOf("org_c")).length).toBe(3);
  // From now on that is known of the subject, and nobody else's check is the slower for it.
  const again = await check(run, "org_c", NAME);
  expect(again.checks[0]?.answer).toBe("clear");
  expect(again.verbs).toEqual(["begin", "select", "commit", "begin", "select", "select", "with", "commit"]);
  expect((await check(run, "org_c", "Ann Stranger")).verbs).toEqual(["begin", "with", "commit"]);
});
