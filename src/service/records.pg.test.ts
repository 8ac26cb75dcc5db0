import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { PERMISSIONS_OF, type Principal, type Role } from "../platform/auth/permission.ts";
import { inOrganization } from "../platform/database/tenant.ts";
import { type TestDatabase, testDatabase } from "../platform/database/test-database.ts";
import { BARE_SERVER } from "../platform/http/fixtures/bare-server.ts";
import type { Api } from "../platform/http/routes.ts";
import { createServer } from "../platform/http/server.ts";
import { jobHandler } from "../platform/jobs/job-handler.ts";
import { publish } from "../platform/live/publish.ts";
import { appendReceipt } from "../platform/receipts/append.ts";
import { ProofDocument } from "../platform/receipts/export-lines.ts";
import { trustOf } from "../platform/receipts/trust.ts";
import { verifyExport, verifyProof } from "../platform/receipts/verify.ts";
import { HttpMetrics } from "../platform/telemetry/metrics.ts";
import { openRecords, type Records } from "./records.ts";

let its: TestDatabase;
let folder: string;
let records: Records;
let api: Api;
let address: string;
const metrics = new HttpMetrics();
const now = () => new Date();
const organizationId = "org_a";

function principalOf(role: Role): Principal {
  return {
    kind: "person",
    id: `usr_${role}`,
    name: role,
    organizationId,
    role,
    permissions: PERMISSIONS_OF[role],
  };
}

beforeAll(async () => {
  its = await testDatabase({ max: 10 });
  folder = mkdtempSync(join(tmpdir(), "sluice-records-"));
  records = await openRecords({
    database: its.database,
    appUrl: its.appUrl,
    folder,
    secret: "a service's secret of enough letters",
    webhooksAllowed: [],
    handlers: [
      jobHandler({
        name: "greet",
        schema: z.object({ who: z.string() }),
        run: async ({ who }) => ({ told: who }),
      }),
    ],
    registry: metrics.registry,
    now,
    onError: () => undefined,
  });
  api = await createServer({
    ...BARE_SERVER,
    metrics,
    // Who asks is not this test's matter: the header names the role.
    resolve: async ({ headers }) => ({
      principal: principalOf((headers.role as Role | undefined) ?? "owner"),
      session: null,
    }),
    hooks: [records.hook],
    routes: records.routes,
  });
  address = await api.listen({ host: "127.0.0.1", port: 0 });
  for (let number = 1; number <= 3; number += 1) {
    await inOrganization(its.database, organizationId, (trx) =>
      appendReceipt(trx, { organizationId, kind: "decision", body: { number }, at: now() }),
    );
  }
});
afterAll(async () => {
  await api.close();
  await records.stop();
  rmSync(folder, { recursive: true, force: true });
  await its.close();
});

const ask = async (method: string, path: string, body?: object, role: Role = "owner") => {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { role, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    json: text.startsWith("{") && !text.includes("\n") ? JSON.parse(text) : null,
  };
};

test("the log is served with pages, and its export and proofs are proven by what was downloaded alone", async () => {
  const page = await ask("GET", "/api/v1/receipts?limit=2");
  expect(page.json.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual([3, 2]);
  const next = await ask("GET", `/api/v1/receipts?limit=2&cursor=${page.json.next}`);
  expect(next.json).toMatchObject({ items: [{ sequence: 1 }], next: null });
  const { text } = await ask("GET", "/api/v1/receipts/export");
  async function* lines() {
    yield* text.split("\n");
  }
  expect(await verifyExport(lines(), { trust: trustOf([]) })).toMatchObject({
    problems: [],
    receipts: 3,
    signedTo: 3,
  });
  const proof = ProofDocument.parse((await ask("GET", "/api/v1/receipts/2/proof")).json);
  expect(verifyProof(proof, { trust: trustOf([]) }).problems).toEqual([]);
  expect((await ask("GET", "/api/v1/receipts/heads")).json.items[0].size).toBe(3);
  expect((await ask("GET", "/api/v1/receipts/consistency?from=2&to=3")).json.path.length).toBe(1);
  expect((await ask("GET", "/api/v1/receipts/keys")).json.items.length).toBe(1);
  expect((await ask("GET", "/api/v1/receipts/9")).status).toBe(404);
  expect((await ask("GET", "/api/v1/receipts/export?to=9")).status).toBe(400);
});

test("holds, erasure and retention are ruled by who may, and by the rules", async () => {
  const reason = "litigation";
  expect((await ask("POST", "/api/v1/retention/holds", { reason }, "analyst")).status).toBe(403);
  const hold = await ask("POST", "/api/v1/retention/holds", { reason, from: 1, to: 2 });
  expect(hold.status).toBe(201);
  const erase = (sequences: readonly number[], ground: string) =>
    ask("POST", "/api/v1/retention/erasures", { sequences, ground, reason: "an order of the court" });
  expect((await erase([1], "law-requires")).json).toMatchObject({ code: "rule-broken" });
  expect(
    (await ask("POST", `/api/v1/retention/holds/${hold.json.id}/release`, { reason: "settled" })).status,
  ).toBe(200);
  expect((await erase([1], "retention-ended")).status).toBe(409);
  expect((await erase([1], "law-requires")).status).toBe(201);
  expect((await ask("GET", "/api/v1/receipts/1")).json).toMatchObject({ body: null, salt: null });
  expect((await ask("GET", "/api/v1/retention")).json).toMatchObject({ receiptsYears: 10 });
});

test("a stream tells what happens, goes on behind a place, and hides what the caller may not see", async () => {
  const open = async (role: Role, after?: string) => {
    const stop = new AbortController();
    const response = await fetch(`${address}/api/v1/events`, {
      headers: { role, ...(after === undefined ? {} : { "last-event-id": after }) },
      signal: stop.signal,
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    let text = "";
    const reading = (async () => {
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>)
        text += Buffer.from(part).toString();
    })().catch(() => undefined);
    return {
      until: async (part: string) => {
        for (let round = 0; round < 200 && !text.includes(part); round += 1)
          await new Promise((done) => setTimeout(done, 20));
        return text;
      },
      end: async () => {
        stop.abort();
        await reading;
      },
    };
  };
  const [auditor, developer] = [await open("auditor"), await open("developer")];
  await inOrganization(its.database, organizationId, async (trx) => {
    await publish(trx, { organizationId, kind: "alert.opened", id: "alr_1", at: now() });
    await publish(trx, { organizationId, kind: "check.decided", id: "chk_1", at: now() });
  });
  const seen = await auditor.until("chk_1");
  expect(seen).toContain("event: alert.opened");
  const hidden = await developer.until("chk_1");
  expect(hidden).toContain("event: check.decided");
  expect(hidden).not.toContain("alr_1");
  const place = /id: (\S+)\nevent: alert\.opened/.exec(seen)?.[1] ?? "";
  await Promise.all([auditor.end(), developer.end()]);
  const resumed = await open("auditor", place);
  const later = await resumed.until("chk_1");
  expect(later).not.toContain("alr_1");
  await resumed.end();
  expect((await ask("GET", "/api/v1/events?kinds=nonsense")).status).toBe(400);
});

test("a job is shown with its outcome, and metrics count it", async () => {
  const id = await inOrganization(its.database, organizationId, (trx) =>
    records.jobs.enqueue(trx, { organizationId, name: "greet", data: { who: "정성화" }, at: now() }),
  );
  let job = await ask("GET", `/api/v1/jobs/${id}`);
  for (let round = 0; round < 200 && job.json.state !== "done"; round += 1) {
    await new Promise((done) => setTimeout(done, 50));
    job = await ask("GET", `/api/v1/jobs/${id}`);
  }
  expect(job.json).toMatchObject({ state: "done", result: { told: "정성화" }, attempts: 1 });
  expect((await ask("POST", `/api/v1/jobs/${id}/cancel`)).status).toBe(409);
  expect(await metrics.registry.metrics()).toContain(
    'sluice_job_attempts_total{name="greet",outcome="done"} 1',
  );
});

test("webhooks are managed, their secret shown once, and never lead inside", async () => {
  expect((await ask("POST", "/api/v1/webhooks", { url: "https://169.254.169.254/" })).status).toBe(400);
  const added = await ask("POST", "/api/v1/webhooks", {
    url: "https://example.com/hook",
    kinds: ["alert.opened"],
  });
  expect(added.json.secret).toMatch(/^whsec_/);
  const { id } = added.json.webhook;
  expect((await ask("GET", "/api/v1/webhooks")).text).not.toContain("whsec_");
  const changed = await ask("PATCH", `/api/v1/webhooks/${id}`, { enabled: false });
  expect(changed.json.disabledNote).toBe("turned off by hand");
  expect((await ask("POST", `/api/v1/webhooks/${id}/test`)).status).toBe(409);
  expect((await ask("POST", `/api/v1/webhooks/${id}/secret`)).json.secret).not.toBe(added.json.secret);
  expect((await ask("DELETE", `/api/v1/webhooks/${id}`)).status).toBe(204);
  expect((await ask("GET", `/api/v1/webhooks/${id}/deliveries`)).status).toBe(404);
});

test("every change and every refusal stands in the audit log, with who and from where and without bodies", async () => {
  const { json } = await ask("GET", "/api/v1/audit?limit=200", undefined, "auditor");
  const acts = json.items.map(
    ({ action, status, actor }: { action: string; status: number; actor: { role: string } }) =>
      `${actor.role} ${action} ${status}`,
  );
  expect(acts).toContain("analyst POST /api/v1/retention/holds 403");
  expect(acts).toContain("owner POST /api/v1/webhooks 201");
  expect(acts.some((act: string) => act.includes("GET /api/v1/receipts"))).toBe(false);
  expect(json.items[0].origin.address).toBe("127.0.0.1");
  expect(JSON.stringify(json)).not.toContain("example.com");
  const refused = await ask("GET", "/api/v1/audit", undefined, "analyst");
  expect(refused.status).toBe(403);
});
