import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "../../../platform/http/routes.ts";
import { StoryClock } from "../../accounts/story-clock.ts";
import { directApi } from "../../screening/fixtures/direct-api.ts";
import { type TestDesk, testDesk } from "../../screening/fixtures/test-desk.ts";
import { keepMadeUp, madeUpTerms } from "../fixtures/made-up-waiver.ts";
import { REUNION_FILE } from "../fixtures/reunion-file.ts";
import { waiversDesk } from "../waivers-desk.ts";

const UN = "un-1718-exemption";
const LINE = {
  line: "1",
  item: "Monitors",
  hs: "8528.52",
  quantity: { amount: "20", scale: 0, unit: "piece" },
  unitValue: { amount: "1200", scale: 0, currency: "USD" },
  origin: "KR",
  specification: "24 inch",
  supplier: "Korean National Red Cross",
};
const PROPOSAL = {
  reference: "1718-2019",
  items: [{ line: "1", outcome: "approved", quantity: { amount: "12", scale: 0, unit: "piece" } }],
  approvedOn: "2019-03-01",
  from: "2019-03-01",
  until: "2019-09-01",
  shipmentsMax: 1,
  reason: "Compared with the file.",
};
const EVENTS = [
  { at: "2019-02-26T02:00:00Z", event: { kind: "submitted", version: 1, approvals: [UN] } },
  { at: "2019-03-01T15:00:00Z", event: { kind: "circulated", template: UN, members: ["Belgium"] } },
];

let desk: TestDesk;
let api: Api;
beforeAll(async () => {
  desk = await testDesk([]);
  desk.setNow("2019-03-01T16:00:00Z");
  const { database, gate, now } = desk;
  api = await directApi(
    waiversDesk({ database, gate, clock: new StoryClock(now), publicUrl: "https://gate.example" }).routes(
      null,
    ),
  );
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

async function ask(method: "GET" | "POST", url: string, body?: object, by = "ann") {
  const headers = { "x-person": by, "idempotency-key": `key ${url}` };
  const answer = await api.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
  const isJson = /json/.test(String(answer.headers["content-type"]));
  return { status: answer.statusCode, json: isJson ? answer.json() : null, raw: answer.rawPayload };
}

describe("what would come of it", () => {
  it("is the letter that a proposal would give, as JSON and PDF, with what stands against it; nothing is kept", async () => {
    const file = { ...REUNION_FILE, approvals: [UN], lines: [LINE] };
    const { json: begun } = await ask("POST", "/api/v1/waiver-applications", { title: "Reunion", file });
    const at = `/api/v1/waiver-applications/${begun.id}`;
    const submitted = await ask("POST", `${at}/submission`, { approvals: [UN] });
    expect(submitted.status, JSON.stringify(submitted.json)).toBe(200);
    await ask("POST", `${at}/office-acts`, { kind: "circulated", template: UN, members: ["Belgium"] }, "bob");
    const body = { template: UN, proposal: PROPOSAL };
    const seen = await ask("POST", `${at}/preview`, body, "bob");
    expect(seen.json).toMatchObject({
      letter: { reference: "1718-2019", lines: [{ quantity: { amount: "12" } }] },
      reasons: ["silence is consent only from 2019-03-08T22:00:00.000Z on"],
    });
    const pdf = await ask("POST", `${at}/preview?format=pdf`, body, "bob");
    expect(pdf.raw.subarray(0, 4).toString()).toBe("%PDF");
    const refused = { ...PROPOSAL, items: [{ line: "1", outcome: "refused", reason: "No." }] };
    const none = await ask("POST", `${at}/preview?format=pdf`, { template: UN, proposal: refused }, "bob");
    expect(none.status).toBe(409);
    expect((await ask("GET", at)).json).toMatchObject({ decisions: [], authors: [begun.applicant.id] });
  });

  it.each([
    ["2019-03-08T21:59:00Z", "circulated"],
    ["2019-03-08T22:00:00Z", "no-objection"],
  ])("is where an authority's clock would stand at %s: %s", async (at, phase) => {
    const { json } = await ask("POST", "/api/v1/waiver-courses", { template: UN, at, events: EVENTS });
    expect(json).toMatchObject({ phase, circulation: { deadline: "2019-03-08T22:00:00.000Z" } });
  });
});

describe("what is reserved now", () => {
  it("is shown until it has run out by itself", async () => {
    const { json } = await ask("GET", "/api/v1/waiver-templates");
    expect(json.templates.length).toBeGreaterThan(10);
    const id = await keepMadeUp(desk.database, "org_1", madeUpTerms({ reference: "W-open" }));
    const lines = [{ line: "1", quantity: { amount: "4", scale: 0, unit: "piece" } }];
    await ask("POST", `/api/v1/waivers/${id}/ledger`, {
      kind: "reserve",
      reference: "kit-1",
      lines,
      minutes: 60,
    });
    const open = () => ask("GET", `/api/v1/waivers/${id}/reservations`);
    expect((await open()).json.items).toMatchObject([{ reference: "kit-1", lines }]);
    desk.setNow("2019-03-01T17:00:00Z");
    expect((await open()).json.items).toEqual([]);
  });
});
