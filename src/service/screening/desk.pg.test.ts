import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { capacityPoint } from "../../engine/match/review-capacity.ts";
import type { Api } from "../../platform/http/routes.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import { alertRoutes } from "./alerts/routes.ts";
import { checkRoutes } from "./checks/routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { directApi } from "./fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "./fixtures/test-desk.ts";
import { policyRoutes } from "./policy/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { noteEndedSuppressions } from "./rescreen/lapses.ts";
import { rescreenOrganization } from "./rescreen/rescreen-run.ts";
import { runImport } from "./subjects/import-run.ts";
import { subjectRoutes } from "./subjects/routes.ts";
import { suppressionRoutes } from "./suppressions/routes.ts";

const JONG = listedPerson("24979", "Jong Song Hwa", { birthDate: ["1970-02-05"], nationality: ["kp"] });
const OTHERS = Array.from({ length: 10 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));

let desk: TestDesk;
let api: Api;
let imports: { readonly organizationId: string; readonly id: string }[] = [];

/** The jobs that were asked for, done when the test says so. */
const jobs: JobQueue = {
  enqueue: async (_trx, { organizationId, data }) => {
    if ("import" in data) imports.push({ organizationId, id: String(data.import) });
    return "job_1" as never;
  },
};

beforeAll(async () => {
  desk = await testDesk([JONG, ...OTHERS]);
  api = await directApi([
    alertRoutes(desk),
    checkRoutes(desk),
    exportRoutes(desk),
    policyRoutes(desk, jobs),
    reportRoutes(desk),
    subjectRoutes(desk, jobs),
    suppressionRoutes(desk),
  ]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

type Asking = {
  readonly by?: string;
  readonly org?: string;
  readonly headers?: Record<string, string>;
};

async function ask(
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  body?: object | string,
  asking: Asking = {},
) {
  const answer = await api.inject({
    method,
    url,
    headers: { "x-person": asking.by ?? "ann", "x-org": asking.org ?? "org_1", ...asking.headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  // biome-ignore lint/suspicious/noExplicitAny: whatever a route answered, for a test to look into.
  const json: any =
    isJson && !String(answer.headers["content-type"]).includes("ndjson") ? answer.json() : null;
  return { status: answer.statusCode, headers: answer.headers, json, raw: answer.rawPayload };
}

async function bring(name: string, org = "org_1", more: Readonly<Record<string, readonly string[]>> = {}) {
  const subjects = [{ ref: name, schema: "Person", properties: { name: [name], ...more } }];
  const { status, json } = await ask("POST", "/api/v1/subjects", { subjects }, { org });
  expect([status, json.message ?? ""]).toEqual([200, ""]);
  return { id: String(json.subjects[0].id), alert: String(json.opened[0]) };
}

async function answerSteps(alert: string, org = "org_1", last = "none") {
  for (const [at, answer] of ["ofac", "same-kind", "whole-name", "compared", last].entries()) {
    const { status, json } = await ask(
      "POST",
      `/api/v1/alerts/${alert}/steps/${at + 1}`,
      { answer },
      { org },
    );
    expect([status, json.detail ?? ""]).toEqual([200, ""]);
  }
}

const FALSE_POSITIVE = {
  outcome: "false-positive",
  reasonCode: "birth-date-differs",
  narrative: "Our customer was born in 1988 in Seoul; seen in the passport.",
};

const payment = (name: string) => ({
  transaction: {
    kind: "payment",
    reference: "p-1",
    purpose: "Work",
    parties: [{ role: "payee", schema: "Person", properties: { name: [name] } }],
  },
});

describe("an alert over HTTP", () => {
  it("is shown whole, reviewed in steps, decided, and remembered until a fact changes", async () => {
    const { id, alert } = await bring("Jong Song Hwa");
    const queue = await ask("GET", "/api/v1/alerts");
    expect(queue.json.items.map((row: { id: string }) => row.id)).toEqual([alert]);
    const shown = await ask("GET", `/api/v1/alerts/${alert}`);
    expect(shown.status).toBe(200);
    expect(shown.json).toMatchObject({ phase: "open", nextStep: 1, overdue: false, dueOn: "2026-01-09" });
    expect(shown.json.record.listed.listings[0]).toMatchObject({
      list: "us-ofac-sdn",
      programmes: ["DPRK4"],
    });
    expect(shown.json.wouldChange.length).toBeGreaterThan(0);
    const early = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE);
    expect([early.status, early.json.code]).toEqual([409, "rule-broken"]);
    await answerSteps(alert);
    const stale = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE, {
      headers: { "if-match": '"1"' },
    });
    expect(stale.status).toBe(412);
    const byKey = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE, { by: "key" });
    expect(byKey.status).toBe(409);
    const decided = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE);
    expect(decided.status).toBe(200);
    expect(decided.json.alert.phase).toBe("decided");
    expect(decided.json.suppression).toMatch(/^sup_/);
    expect(await rescreenOrganization(desk, "org_1", { full: true })).toMatchObject({ alertsOpened: 0 });
    const facts = {
      schema: "Person",
      properties: { name: ["Jong Song Hwa"], birthDate: ["1970-02-05"] },
      ref: "Jong Song Hwa",
    };
    const changed = await ask("PUT", `/api/v1/subjects/${id}`, facts);
    expect(changed.json.opened).toHaveLength(1);
    const again = await ask("GET", `/api/v1/alerts/${changed.json.opened[0]}`);
    expect(again.json.events[0]).toMatchObject({ kind: "opened", because: "suppression-lapsed" });
    expect(again.json.events[0].words).toContain("birthDate: now 1970-02-05");
    expect(again.json.earlier).toMatchObject([{ id: alert, outcome: "false-positive" }]);
  });

  it("belongs to its organisation alone", async () => {
    const [row] = (await ask("GET", "/api/v1/alerts")).json.items;
    expect((await ask("GET", `/api/v1/alerts/${row.id}`, undefined, { org: "org_2" })).status).toBe(404);
    expect((await ask("GET", "/api/v1/alerts", undefined, { org: "org_2" })).json.items).toEqual([]);
  });

  it("keeps files as they are, within bounds, and never a file that is not what it says", async () => {
    const [row] = (await ask("GET", "/api/v1/alerts")).json.items;
    const url = `/api/v1/alerts/${row.id}/attachments?name=pass.pdf`;
    const pdf = { headers: { "content-type": "application/pdf" } };
    const kept = await ask("POST", url, "%PDF-1.7 …", pdf);
    expect(kept.status).toBe(200);
    const back = await ask("GET", `/api/v1/alerts/${row.id}/attachments/${kept.json.attachment}`);
    expect(back.raw.toString("utf8")).toBe("%PDF-1.7 …");
    expect((await ask("POST", url, "MZ", pdf)).status).toBe(400);
    expect((await ask("POST", url, "<script>", { headers: { "content-type": "text/html" } })).status).toBe(
      415,
    );
    const big = `%PDF${" ".repeat(11 * 1024 * 1024)}`;
    expect((await ask("POST", url, big, pdf)).status).toBe(413);
  });

  it("can be taken back while it is not final, with its suppression", async () => {
    const { alert } = await bring("Qarbon Zelmira Testov3");
    await answerSteps(alert);
    const decided = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE);
    const undone = await ask("POST", `/api/v1/alerts/${alert}/undo`, { reason: "The wrong one." });
    expect(undone.json.phase).toBe("in-review");
    const held = await ask("GET", `/api/v1/suppressions/${decided.json.suppression}`);
    expect(held.json).toMatchObject({ state: "revoked" });
  });
});

describe("a policy", () => {
  it("changes with a reason and a second person, and asks for four eyes from then on", async () => {
    const org = "org_p";
    const { policy } = (await ask("GET", "/api/v1/policy", undefined, { org })).json;
    const changed = { ...policy, fourEyes: { "true-match": true, "false-positive": true } };
    const proposal = { policy: changed, reason: "The auditor asked for four eyes." };
    const proposed = await ask("POST", "/api/v1/policy/proposals", proposal, { org });
    const url = `/api/v1/policy/proposals/${proposed.json.history[0].id}/decision`;
    const approval = { decision: "approved", reason: "Agreed in the committee." };
    expect((await ask("POST", url, approval, { org })).status).toBe(409);
    const approved = await ask("POST", url, approval, { org, by: "ben" });
    expect(approved.json).toMatchObject({ version: 1, policy: { fourEyes: { "false-positive": true } } });

    const { alert } = await bring("Jong Song Hwa", org);
    await answerSteps(alert, org);
    const decided = await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE, { org });
    expect(decided.json).toMatchObject({ alert: { phase: "awaiting-second" }, suppression: null });
    const second = { agrees: true, narrative: "Seen the passport too." };
    const own = await ask("POST", `/api/v1/alerts/${alert}/second`, second, { org });
    expect(own.status).toBe(409);
    await ask("PUT", "/api/v1/people/usr_cat/business-line", { businessLine: "retail" }, { org });
    const line = await ask("POST", `/api/v1/alerts/${alert}/second`, second, { org, by: "cat" });
    expect([line.status, line.json.detail]).toEqual([409, expect.stringContaining("retail")]);
    expect((await ask("GET", "/api/v1/alerts/counts", undefined, { org, by: "ben" })).json).toMatchObject({
      second: 1,
    });
    const confirmed = await ask("POST", `/api/v1/alerts/${alert}/second`, second, { org, by: "ben" });
    expect(confirmed.json).toMatchObject({ alert: { phase: "decided" } });
    expect(confirmed.json.suppression).toMatch(/^sup_/);
  });
});

describe("a policy's own weights and review capacity", () => {
  const approve = async (org: string, screen: object): Promise<void> => {
    const { policy } = (await ask("GET", "/api/v1/policy", undefined, { org })).json;
    const proposal = {
      policy: { ...policy, screen: { ...policy.screen, ...screen } },
      reason: "Our book has no birth dates to trust.",
    };
    const { json } = await ask("POST", "/api/v1/policy/proposals", proposal, { org });
    const url = `/api/v1/policy/proposals/${json.history[0].id}/decision`;
    const decision = { decision: "approved", reason: "Agreed in the committee." };
    const approved = await ask("POST", url, decision, { org, by: "ben" });
    expect(approved.json).toMatchObject({ version: 1, policy: { screen } });
  };
  const NAMESAKE = { birthDate: ["1991-07-30"] };

  it("leave out a kind of evidence, in screenings and in what would change them", async () => {
    expect((await bring("Jong Song Hwa", "org_w0", NAMESAKE)).alert).toBe("undefined");
    await approve("org_w", { weights: { birthDate: 0 } });
    const { alert } = await bring("Jong Song Hwa", "org_w", NAMESAKE);
    const shown = (await ask("GET", `/api/v1/alerts/${alert}`, undefined, { org: "org_w" })).json;
    expect(shown.record.weights).toEqual({ birthDate: 0 });
    // No other birth date changes anything where birth dates count for nothing.
    expect(shown.wouldChange.join(" ")).not.toContain("A birth year");
  });

  it("give each subject the threshold of what is known of it", async () => {
    await approve("org_cap", { capacity: { reviews: 1, of: 1_000 } });
    const thresholds = [];
    for (const [name, facts] of [
      ["Jong Song Hwa", { birthDate: ["1970-02-05"] }],
      ["Song Hwa Jong", {}],
    ] as const) {
      const { alert } = await bring(name, "org_cap", facts);
      const shown = await ask("GET", `/api/v1/alerts/${alert}`, undefined, { org: "org_cap" });
      thresholds.push(shown.json.record.threshold);
    }
    expect(thresholds).toEqual([
      capacityPoint(1, 1_000, "with-facts").threshold,
      capacityPoint(1, 1_000, "name-alone").threshold,
    ]);
  });

  it("are refused together, and beyond their bounds", async () => {
    const { policy } = (await ask("GET", "/api/v1/policy", undefined, { org: "org_no" })).json;
    for (const [screen, about] of [
      [{ weights: { country: 0 }, capacity: { reviews: 1, of: 1_000 } }, "weights and a capacity"],
      [{ weights: { birthDate: 5 } }, "birthDate"],
      [{ weights: { shoeSize: 1 } }, "shoeSize"],
      [{ capacity: { reviews: 10, of: 5 } }, "more than are screened"],
    ] as const) {
      const proposal = {
        policy: { ...policy, screen: { ...policy.screen, ...screen } },
        reason: "Nobody should agree to this.",
      };
      const { status, json } = await ask("POST", "/api/v1/policy/proposals", proposal, { org: "org_no" });
      expect([status, JSON.stringify(json)]).toEqual([400, expect.stringContaining(about)]);
    }
  });
});

describe("a check", () => {
  it("is decided once for each key, kept with its receipt, and replayed byte for byte", async () => {
    const org = "org_c";
    const headers = { "idempotency-key": "run-1" };
    const made = await ask("POST", "/check", payment("Jong Song Hwa"), { org, headers });
    expect([made.status, made.json.answer ?? made.json]).toEqual([200, "refer"]);
    expect(made.json.alerts).toHaveLength(1);
    const same = await ask("POST", "/check", payment("Jong Song Hwa"), { org, headers });
    expect([same.json.id, same.headers["idempotency-replayed"]]).toEqual([made.json.id, "true"]);
    expect((await ask("POST", "/check", payment("Someone Else"), { org, headers })).status).toBe(409);
    const next = await ask("POST", "/check", payment("Jong Song Hwa"), { org });
    expect(next.json.alerts).toEqual(made.json.alerts);
    expect((await ask("GET", `/checks/${made.json.id}`, undefined, { org })).json).toEqual(made.json);
    desk.publishEdition([...OTHERS], "2026-01-10");
    const replayed = await ask("POST", `/api/v1/checks/${made.json.id}/replay`, undefined, { org });
    expect([replayed.status, replayed.json.same]).toEqual([200, true]);
    desk.publishEdition([JONG, ...OTHERS], "2026-01-11");
  });

  it("makes the same checks where one key comes in many times at once", async () => {
    const headers = { "idempotency-key": "burst" };
    const all = await Promise.all(
      Array.from({ length: 6 }, () =>
        ask("POST", "/check", payment("Nobody Known"), { org: "org_c", headers }),
      ),
    );
    expect(new Set(all.map(({ json }) => json.id)).size).toBe(1);
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
  });

  it("that comes with others at once is kept beside them, each with its own place in the log", async () => {
    const org = "org_g";
    const names = ["Jong Song Hwa", ...Array.from({ length: 11 }, (_, at) => `Nobody Known${at}`)];
    const all = await Promise.all(names.map((name) => ask("POST", "/check", payment(name), { org })));
    expect(all.map(({ json }) => json.verdict.of.transaction).length).toBe(
      new Set(all.map(({ json }) => json.verdict.of.transaction)).size,
    );
    const places = all.map(({ json }) => json.receipt.sequence).sort((a, b) => a - b);
    expect(places).toEqual(names.map((_, at) => (places[0] ?? 0) + at));
    for (const { json } of all) {
      const replayed = await ask("POST", `/api/v1/checks/${json.id}/replay`, undefined, { org });
      expect(replayed.json.same, json.id).toBe(true);
    }
  });

  it("honours what a person has decided, in the verdict and in its replay", async () => {
    const org = "org_d";
    const asked = await ask("POST", "/check", payment("Jong Song Hwa"), { org });
    const [alert] = asked.json.alerts;
    await answerSteps(alert, org);
    await ask("POST", `/api/v1/alerts/${alert}/decisions`, FALSE_POSITIVE, { org });
    const again = await ask("POST", "/check", payment("Jong Song Hwa"), { org });
    expect(again.json.answer).toBe("clear");
    const replayed = await ask("POST", `/api/v1/checks/${again.json.id}/replay`, undefined, { org });
    expect(replayed.json).toMatchObject({ same: true });
    const elsewhere = await ask("POST", "/check", payment("Jong Song Hwa"), { org: "org_e" });
    expect(elsewhere.json.answer).toBe("refer");
  });

  it("takes many at once", async () => {
    const { transaction } = payment("Nobody Known");
    const many = { transactions: [transaction, payment("Jong Song Hwa").transaction] };
    const { json } = await ask("POST", "/check", many, { org: "org_m" });
    expect(json.checks.map(({ answer }: { answer: string }) => answer)).toEqual(["clear", "refer"]);
    const listed = await ask("GET", "/api/v1/checks?limit=1", undefined, { org: "org_m" });
    expect(listed.json.items).toHaveLength(1);
    const rest = await ask("GET", `/api/v1/checks?limit=1&cursor=${listed.json.next}`, undefined, {
      org: "org_m",
    });
    expect(rest.json.items[0].id).not.toBe(listed.json.items[0].id);
  });

  it("opens one alert on a pair, however many of a request's payments and of those after hit it", async () => {
    const org = "org_n";
    const pay = (reference: string) => ({ ...payment("Jong Song Hwa").transaction, reference });
    const many = { transactions: [pay("one"), pay("two"), payment("Nobody Known").transaction] };
    const { json } = await ask("POST", "/check", many, { org });
    const [first, second, clear] = json.checks;
    expect(first.alerts).toHaveLength(1);
    expect([second.alerts, clear.alerts]).toEqual([first.alerts, []]);
    const later = await ask("POST", "/check", payment("Jong Song Hwa"), { org });
    expect(later.json.alerts).toEqual(first.alerts);
    const queue = await ask("GET", "/api/v1/alerts", undefined, { org });
    expect(queue.json.items.map(({ id }: { id: string }) => id)).toEqual(first.alerts);
  });
});

describe("a file of subjects", () => {
  it("is brought in row by row, with what could not be taken named", async () => {
    imports = [];
    const csv = "id,name,type\nA1,Jong Song Hwa,person\nA2,Nobody At All,person\nA3,,person\n";
    const asking = { org: "org_f", headers: { "content-type": "text/csv" } };
    const made = await ask("POST", "/api/v1/subjects/imports?name=customers.csv", csv, asking);
    expect([made.status, made.json.state ?? made.json]).toEqual([202, "waiting"]);
    for (const { organizationId, id } of imports) await runImport(desk, organizationId, id);
    const done = await ask("GET", `/api/v1/subjects/imports/${made.json.id}`, undefined, { org: "org_f" });
    expect(done.json).toMatchObject({ state: "done", created: 2, rejected: 1, alerts: 1 });
    const subjects = await ask("GET", "/api/v1/subjects?q=jong", undefined, { org: "org_f" });
    expect(subjects.json.items).toMatchObject([{ ref: "A1", screened: { matches: 1 } }]);
  });
});

describe("a suppression", () => {
  it("ends by itself, and the alert says so", async () => {
    const org = "org_s";
    const { alert } = await bring("Jong Song Hwa", org);
    await answerSteps(alert, org);
    const until = { ...FALSE_POSITIVE, suppressUntil: "2026-02-01" };
    await ask("POST", `/api/v1/alerts/${alert}/decisions`, until, { org });
    desk.setNow("2026-02-02T00:20:00Z");
    expect(await noteEndedSuppressions(desk, org)).toBe(1);
    const [row] = (await ask("GET", "/api/v1/alerts", undefined, { org })).json.items;
    const shown = await ask("GET", `/api/v1/alerts/${row.id}`, undefined, { org });
    expect(shown.json.events[0].words).toContain("It ended on 1 February 2026");
    desk.setNow("2026-01-02T10:00:00Z");
  });
});

describe("a report", () => {
  it("is drafted by a block, due in ten business days, filed when whole, and printed", async () => {
    const org = "org_r";
    const { alert } = await bring("Jong Song Hwa", org, { address: ["Changbaishan East Road, Yanji"] });
    await answerSteps(alert, org, "several");
    const block = {
      outcome: "true-match",
      reasonCode: "facts-agree",
      narrative: "The passport is that of the listed party.",
      action: "block",
      legalAuthority: "31 CFR 510.201",
    };
    const { json } = await ask("POST", `/api/v1/alerts/${alert}/decisions`, block, { org });
    const url = `/api/v1/reports/${json.report}`;
    const report = await ask("GET", url, undefined, { org });
    expect(report.json).toMatchObject({ kind: "blocked-property", state: "draft", dueOn: "2026-01-16" });
    const filing = { on: "2026-01-05", reference: "ORS-1" };
    expect((await ask("POST", `${url}/filing`, filing, { org })).status).toBe(409);
    const fields = {
      ...report.json.fields,
      filer: {
        name: "Bank of Example",
        address: "1 Quay Street",
        contactName: "Ann",
        contactPhone: "+1 202 555 0100",
        contactEmail: "",
      },
      property: { description: "정성화 명의 예금", location: "Branch 12", references: ["ACC-9"] },
      value: { amount: "1250.00", currency: "USD", usd: "1250.00", basis: "actual" },
    };
    const edited = await ask("PUT", url, fields, { org, headers: { "if-match": '"1"' } });
    expect(edited.json).toMatchObject({ state: "ready", missing: [], version: 2 });
    const { json: one } = await ask("GET", `/api/v1/alerts/${alert}`, undefined, { org });
    const about = `/api/v1/subjects/${one.subject.id}`;
    const papers = await ask("GET", `${about}/documents`, undefined, { org });
    expect(papers.json.items).toMatchObject([{ kind: "report", id: json.report, alertId: alert }]);
    const screened = await ask("GET", `${about}/screenings`, undefined, { org });
    expect(screened.json.items).toMatchObject([{ channel: "onboarding", opened: [alert], closed: [] }]);
    const shown = await ask("GET", `${url}/document?show=true`, undefined, { org });
    expect(shown.headers["content-disposition"]).toMatch(/^inline; filename="blocked-property-/);
    const pdf = await ask("GET", `${url}/document`, undefined, { org });
    expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
    const csv = await ask("GET", `${url}/document?format=csv`, undefined, { org });
    expect(csv.raw.toString("utf8")).toContain("'+1 202 555 0100");
    expect((await ask("POST", `${url}/filing`, filing, { org })).json).toMatchObject({ state: "filed" });
    const annual = { year: 2026, filer: fields.filer };
    const year = await ask("POST", "/api/v1/reports/annual", annual, { org });
    expect(year.json).toMatchObject({
      dueOn: "2026-09-30",
      fields: { holdings: [{ owner: "Jong Song Hwa" }] },
    });
    const part = {
      on: "2026-03-02",
      ground: "licence-asks-report",
      authority: "Licence DPRK-2026-1",
      to: "The court",
      amount: "250.50",
    };
    const release = await ask("POST", `${url}/release`, part, { org });
    expect(release.json).toMatchObject({
      kind: "unblocked-property",
      state: "ready",
      dueOn: "2026-03-16",
      fields: { releaseOf: json.report, value: { amount: "250.50", usd: "250.50" } },
    });
    const held = async (of: number) =>
      (await ask("POST", "/api/v1/reports/annual", { ...annual, year: of }, { org })).json;
    expect((await held(2026)).fields.holdings[0].value).toMatchObject({ amount: "999.50", usd: "999.50" });
    const tooMuch = await ask("POST", `${url}/release`, { ...part, amount: "1000" }, { org });
    expect([tooMuch.status, tooMuch.json.detail]).toEqual([409, "No more than 999.50 USD is held."]);
    const early = await ask("POST", `${url}/release`, { ...part, on: "2026-01-01" }, { org });
    expect(early.status).toBe(409);
    // A licence that asks for no report: it need not be filed, and less is held all the same.
    const rest = await ask("POST", `${url}/release`, { ...part, ground: "licence", amount: null }, { org });
    expect(rest.json).toMatchObject({ state: "not-required", fields: { value: { amount: "999.50" } } });
    expect(rest.json.notRequired).toContain("asks for no report");
    expect((await held(2027)).code).toBe("rule-broken");
    expect((await ask("POST", `${url}/release`, part, { org })).json.detail).toContain("released already");
    const letter = await ask("GET", `/api/v1/reports/${release.json.id}/document?format=csv`, undefined, {
      org,
    });
    expect(letter.raw.toString("utf8")).toContain("Licence DPRK-2026-1");
    if (process.env.REPORT_PDF !== undefined) {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(process.env.REPORT_PDF, pdf.raw);
    }
  });
});

describe("what no database can keep", () => {
  it("is refused in a sentence, wherever it stands", async () => {
    const bad = "a\u0000b";
    const subjects = [{ schema: "Person", properties: { name: [bad] } }];
    const half = [{ schema: "Person", properties: { name: ["x\ud800"] } }];
    const cursor = Buffer.from(JSON.stringify(bad)).toString("base64url");
    const due = Buffer.from(JSON.stringify({ due: "2026-02-31", id: "x" })).toString("base64url");
    const answers = await Promise.all([
      ask("POST", "/api/v1/subjects", { subjects }),
      ask("POST", "/api/v1/subjects", { subjects: half }),
      ask("POST", "/check", payment(bad)),
      ask("POST", "/check", { ...payment("x"), at: "0000-01-01" }),
      ask("GET", "/api/v1/subjects?q=%00"),
      ask("GET", `/api/v1/subjects?cursor=${cursor}`),
      ask("GET", `/api/v1/alerts?cursor=${due}`),
      ask("GET", "/api/v1/alerts/%00"),
      ask("POST", "/api/v1/reports", { kind: "blocked-property", eventOn: "0000-01-01" }),
      ask("POST", "/api/v1/alerts/x/assignment", { to: "a", dueOn: "0000-01-01" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    const kept = await ask("POST", "/api/v1/subjects", {
      subjects: [{ schema: "Person", properties: { name: ["a back\\u0000slash"] } }],
    });
    expect(kept.status).toBe(200);
  });
});

describe("the export", () => {
  it("holds everything of one organisation and nothing of another", async () => {
    const { raw } = await ask("GET", "/api/v1/export", undefined, { org: "org_r" });
    const lines = raw
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const tables = new Set(lines.slice(1).map(({ table }) => table));
    for (const table of ["subjects", "subject_versions", "alerts", "alert_events", "legal_reports"])
      expect(tables).toContain(table);
    expect(lines.slice(1).every(({ row }) => row.organization_id === "org_r")).toBe(true);
  });
});
