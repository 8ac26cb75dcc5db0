import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "../../platform/http/routes.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import { checkRoutes } from "../screening/checks/routes.ts";
import { directApi } from "../screening/fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../screening/fixtures/test-desk.ts";
import { reportRoutes } from "../screening/reports/routes.ts";
import { judgeTouched } from "./cases/judge.ts";
import type { WorkersParts } from "./desk.ts";
import { workersDesk } from "./workers-desk.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples/2018-silverstar");
const EVENTS = readFileSync(join(EXAMPLES, "events.jsonl"), "utf8").trim().split("\n");
const PAYOUT = JSON.parse(readFileSync(join(EXAMPLES, "payout-to-freelancer.json"), "utf8"));

let desk: TestDesk;
let parts: WorkersParts;
let api: Api;
const jobs: JobQueue = { enqueue: async () => "job_1" as never };

beforeAll(async () => {
  desk = await testDesk([listedPerson("1", "Qarbon Zelmira Testov")]);
  parts = {
    database: desk.database,
    now: desk.now,
    publicUrl: "https://gate.example",
    organizationName: async () => "Bank of Example",
  };
  const workers = workersDesk(parts);
  api = await directApi([
    ...workers.routes(jobs),
    checkRoutes({ ...desk, payouts: workers.payouts }),
    reportRoutes(desk),
  ]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

type Asking = { readonly by?: string; readonly org?: string; readonly type?: string };

async function ask(
  method: "GET" | "POST" | "DELETE",
  url: string,
  body?: unknown,
  { by = "ann", org = "org_1", type = "application/json" }: Asking = {},
) {
  const answer = await api.inject({
    method,
    url,
    headers: { "x-person": by, "x-org": org, ...(body === undefined ? {} : { "content-type": type }) },
    ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    json: isJson ? answer.json() : null,
    text: answer.body,
    raw: answer.rawPayload,
  };
}

const records = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

/** The one case of the organisation, as it stands. */
async function theCase(asking: Asking = {}) {
  const { json } = await ask("GET", "/api/v1/workers/cases", undefined, asking);
  expect(json.items).toHaveLength(1);
  return (await ask("GET", `/api/v1/workers/cases/${json.items[0].id}`, undefined, asking)).json;
}

describe("events", () => {
  it("are taken once however often they are told, and refused where one id says two things", async () => {
    const first = await ask("POST", "/api/v1/workers/events", { events: records(EVENTS) });
    expect(first.json).toMatchObject({ taken: EVENTS.length, repeated: 0, refused: [] });
    const again = await ask("POST", "/api/v1/workers/events", { events: records(EVENTS) });
    expect(again.json).toMatchObject({ taken: 0, repeated: EVENTS.length, refused: [] });
    const changed = { ...(records(EVENTS)[0] as object), claimedCountry: "CA" };
    const other = await ask("POST", "/api/v1/workers/events", { event: changed });
    expect(other.json.refused).toEqual([
      { index: 1, reason: expect.stringContaining("another event has this id") },
    ]);
  });

  it("that cannot be read are refused by their place and the rest is taken", async () => {
    const good = { kind: "login", id: "x1", account: "lone", at: "2018-06-01T00:00:00Z", ip: "192.0.2.9" };
    const { json } = await ask("POST", "/api/v1/workers/events", {
      events: [
        good,
        { ...good, id: "x2", at: "2050-01-01T00:00:00Z" },
        { hello: 1 },
        { ...good, id: "x3", gender: "f" },
      ],
    });
    expect(json.taken).toBe(1);
    expect(json.refused.map(({ index }: { index: number }) => index)).toEqual([2, 3, 4]);
  });

  it("stream in line by line, in any order, to the same case as a batch", async () => {
    const lines = EVENTS.toReversed();
    const body = [...lines.slice(0, 50), "no json", "", ...lines.slice(50)].join("\n");
    const { json } = await ask("POST", "/api/v1/workers/events/stream", body, {
      org: "org_2",
      type: "application/x-ndjson",
    });
    expect(json).toMatchObject({
      taken: EVENTS.length,
      refused: 1,
      refusedRows: [{ line: 51, reason: "not JSON" }],
    });
    expect((await ask("POST", "/api/v1/workers/events/stream", body, { org: "org_2" })).status).toBe(400);
    await judgeTouched(parts, "org_2");
    await judgeTouched(parts, "org_1");
    const [batch, stream] = [await theCase(), await theCase({ org: "org_2" })];
    expect(stream.cluster).toEqual(batch.cluster);
  });

  it("that come after a restart meet what is kept, and touch only their own accounts", async () => {
    const again = workersDesk({ ...parts });
    expect(again.handlers).toHaveLength(1);
    const before = await theCase();
    await ask("POST", "/api/v1/workers/events", {
      event: {
        kind: "interview",
        id: "i1",
        account: "dev-118",
        at: "2018-08-21T00:00:00Z",
        liveness: "failed",
      },
    });
    expect(await judgeTouched({ ...parts }, "org_1")).toBeGreaterThan(0);
    const after = await theCase();
    expect(after.id).toBe(before.id);
    expect(after.rules).toContain("RF-062");
    expect(after.history.map(({ event }: { event: { kind: string } }) => event.kind)).toEqual([
      "opened",
      "grown",
    ]);
    expect(await judgeTouched(parts, "org_1")).toBe(0);
  });
});

describe("a file of events", () => {
  const org = { org: "org_3", type: "text/csv" };
  const TABLE = [
    "Wer;Wann;Adresse;Land",
    "worker-7;2018-06-01T08:00:00Z;203.0.113.9;RU",
    "worker-7;yesterday;203.0.113.9;RU",
    "worker-8;2018-06-01T08:05:00Z;203.0.113.9;RU",
  ].join("\n");

  it("shows its columns before anything is taken, and those that bear a member's name", async () => {
    const head = await ask("POST", "/api/v1/workers/events/file/head?name=log.csv", TABLE, org);
    expect(head.json.columns.map(({ header }: { header: string }) => header)).toEqual([
      "Wer",
      "Wann",
      "Adresse",
      "Land",
    ]);
    expect(head.json.columns[2].samples).toEqual(["203.0.113.9"]);
    const named = await ask(
      "POST",
      "/api/v1/workers/events/file/head?name=a.csv",
      "account,at,ip,until\n",
      org,
    );
    expect(named.json.kind).toBe("login");
    expect(named.json.kinds.find(({ kind }: { kind: string }) => kind === "account").members).toContain(
      "payoutAccounts[].holder",
    );
    const lines = await ask("POST", "/api/v1/workers/events/file/head?name=a.jsonl", EVENTS[0], org);
    expect(lines.json).toMatchObject({ table: false, columns: [] });
  });

  it("is taken by a mapping, refused row by row, and told again changes nothing", async () => {
    const mapping = {
      kind: "login",
      columns: { account: "Wer", at: "Wann", ip: "Adresse", country: "Land" },
    };
    const url = `/api/v1/workers/events/file?name=log.csv&mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
    const first = await ask("POST", url, TABLE, org);
    expect(first.json).toMatchObject({ taken: 2, repeated: 0, refused: 1 });
    expect(first.json.refusedRows).toEqual([{ line: 3, reason: expect.stringContaining("at") }]);
    expect((await ask("POST", url, TABLE, org)).json).toMatchObject({ taken: 0, repeated: 2 });
    const unmapped = await ask("POST", "/api/v1/workers/events/file?name=log.csv", TABLE, org);
    expect(unmapped.json.refused).toBe(3);
    const wrong = await ask(
      "POST",
      `/api/v1/workers/events/file?name=log.csv&mapping=${encodeURIComponent('{"kind":"login","columns":{"ip":"IP"}}')}`,
      TABLE,
      org,
    );
    expect(wrong.status).toBe(400);
    expect(wrong.json.detail).toContain("there is no column “IP”");
  });
});

describe("the queue", () => {
  it("stands by risk, by due day or newest, page after page, and counts whose turn it is", async () => {
    // The same ring again, with other devices, accounts, papers and addresses, so that nothing joins the two.
    const ring = (n: number) =>
      records(EVENTS).map((event) => {
        const { resume: _, text: __, ...rest } = event as Record<string, unknown>;
        const text = JSON.stringify(rest)
          .replaceAll(
            /"(id|account|device|number|address|wallet|from|email|payoutAccount|documentHash|imageHash)":"([^"]+)"/g,
            `"$1":"$2${n}"`,
          )
          .replaceAll(/"(emails)":\["/g, `"$1":["${n}`)
          .replaceAll(/"ip":"\d+\./g, `"ip":"${20 + n}.`);
        return JSON.parse(text) as unknown;
      });
    const org = { org: "org_4" };
    await ask("POST", "/api/v1/workers/events", { events: ring(1) }, org);
    await ask("POST", "/api/v1/workers/events", { events: ring(2).slice(0, 60) }, org);
    await judgeTouched(parts, "org_4");
    const list = async (query: string) =>
      (await ask("GET", `/api/v1/workers/cases?${query}`, undefined, org)).json;
    const byRisk = (await list("view=open&order=risk")).items;
    expect(byRisk).toHaveLength(2);
    const weights = byRisk.map(({ weight }: { weight: number }) => weight);
    expect(weights).toEqual(weights.toSorted((a: number, b: number) => b - a));
    const last = byRisk.at(-1);
    const assign = `/api/v1/workers/cases/${last.id}/assign`;
    expect((await ask("POST", assign, { to: null, dueOn: "2026-02-30" }, org)).status).toBe(400);
    await ask("POST", assign, { to: "usr_ann", dueOn: "2026-01-05" }, org);
    for (const order of ["newest", "risk", "due"]) {
      const ids: string[] = [];
      for (let cursor = ""; ; ) {
        const page = await list(`order=${order}&limit=1${cursor}`);
        ids.push(...page.items.map(({ id }: { id: string }) => id));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(new Set(ids).size, order).toBe(byRisk.length);
      expect(ids, order).toHaveLength(byRisk.length);
      if (order === "due") expect(ids[0]).toBe(last.id);
    }
    const counts = (await ask("GET", "/api/v1/workers/cases/counts", undefined, org)).json;
    expect(counts).toEqual({ mine: 1, open: byRisk.length, second: 0, decided: 0 });
    expect((await list("view=mine")).items).toHaveLength(1);
    expect((await list("q=no_such%25")).items).toEqual([]);
    const told = (await ask("GET", `/api/v1/workers/cases/${last.id}/events?limit=5`, undefined, org)).json;
    const times = told.items.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(told.next).not.toBe(null);
  });
});

describe("a case", () => {
  it("gathers the ring with its links, time line, hours, questions and lists, and leaves the others in peace", async () => {
    const one = await theCase();
    expect(one.accounts).toEqual(["client-40", "dev-117", "dev-118", "dev-119"]);
    expect(one.cluster.links.length).toBeGreaterThan(5);
    expect(one.timeline.length).toBeGreaterThan(10);
    expect(
      one.facts.find(({ account }: { account: string }) => account === "dev-117").hours[3],
    ).toBeGreaterThan(10);
    expect(one.prompts.length).toBeGreaterThan(5);
    expect(one.checklist.length).toBeGreaterThan(10);
    const shares = (await ask("GET", "/api/v1/workers/countries")).json.items;
    expect(shares.find(({ country }: { country: string }) => country === "KR")).toMatchObject({
      accounts: 1,
      inCases: 0,
    });
  });

  it("takes a person's answer to a prompt as a flag of its own", async () => {
    const { id } = await theCase();
    await ask("POST", `/api/v1/workers/cases/${id}/prompts`, {
      rule: "RF-061",
      account: "dev-119",
      answer: "yes",
      words: "Night outside at noon.",
    });
    await judgeTouched(parts, "org_1");
    expect((await theCase()).rules).toContain("RF-061");
    const refused = await ask("POST", `/api/v1/workers/cases/${id}/prompts`, {
      rule: "RF-001",
      account: "dev-119",
      answer: "yes",
    });
    expect(refused.status).toBe(400);
  });

  it("fills in the reports that follow, as documents", async () => {
    const { id } = await theCase();
    const { items } = (await ask("GET", `/api/v1/workers/cases/${id}/reports`)).json;
    expect(items.map((report: { id: string }) => report.id)).toEqual([
      "ic3",
      "sar",
      "ofac-blocked",
      "ofac-rejected",
      "kr-111",
      "uk-ofsi",
    ]);
    expect(JSON.stringify(items)).toContain("Sopka Digital LLC");
    expect(JSON.stringify(items)).toContain("Bank of Example");
    const pdf = await ask("GET", `/api/v1/workers/cases/${id}/reports/kr-111/document`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await ask("GET", `/api/v1/workers/cases/${id}/reports/sar/document?format=csv`)).text).toContain(
      "RF-012",
    );
  });
});

describe("the worker's side", () => {
  it("is asked by a link that shows questions and nothing of the case, once, until it expires or is taken back", async () => {
    const { id } = await theCase();
    const made = await ask("POST", `/api/v1/workers/cases/${id}/replies`, {
      account: "dev-117",
      language: "ko",
    });
    expect(made.status).toBe(201);
    const token = String(made.json.url).split("/").at(-1);
    const read = await ask("POST", "/api/v1/worker-replies/read", { token });
    expect(Object.keys(read.json).sort()).toEqual(["expiresAt", "language", "questions"]);
    const page = await ask("GET", `/reply/${token}`);
    expect(page.text).toContain('lang="ko"');
    for (const text of [read.text, page.text])
      expect(text).not.toMatch(/RF-\d|flag|case|cas_|North Korea|북한|dev-11[89]|sanction/i);
    expect(
      (await ask("POST", `/reply/${token}`, "q1=", { type: "application/x-www-form-urlencoded" })).status,
    ).toBe(400);
    const answers = read.json.questions.map((question: { id: string }) => ({
      id: question.id,
      words: "I work alone.",
    }));
    expect((await ask("POST", "/api/v1/worker-replies/answer", { token, answers })).status).toBe(204);
    expect((await ask("POST", "/api/v1/worker-replies/answer", { token, answers })).status).toBe(410);
    expect((await ask("GET", `/reply/${token}`)).status).toBe(410);
    const after = await theCase();
    expect(after.replies[0].answers).toHaveLength(answers.length);
    expect(after.replied).toBe(1);

    const second = await ask("POST", `/api/v1/workers/cases/${id}/replies`, { account: "dev-118", days: 1 });
    await ask("DELETE", `/api/v1/workers/cases/${id}/replies/${second.json.reply.id}`);
    expect((await ask("GET", `/reply/${String(second.json.url).split("/").at(-1)}`)).status).toBe(410);
    const third = await ask("POST", `/api/v1/workers/cases/${id}/replies`, { account: "dev-118", days: 1 });
    desk.setNow("2026-01-04T00:00:00Z");
    expect((await ask("GET", `/reply/${String(third.json.url).split("/").at(-1)}`)).status).toBe(410);
    expect((await ask("POST", "/api/v1/worker-replies/read", { token: "sll_guess" })).status).toBe(410);
  });

  it("must be sought before a block, or it is written why not", async () => {
    const { id } = await theCase({ org: "org_2" });
    const refused = await ask(
      "POST",
      `/api/v1/workers/cases/${id}/decision`,
      { outcome: "block", reason: "sure" },
      { org: "org_2" },
    );
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain("asked");
  });
});

describe("money", () => {
  it("of a payout is held by the check that joins lists, network and flags, and nobody pays it out before a decision", async () => {
    const { id } = await theCase();
    const checked = await ask("POST", "/api/v1/check", { transaction: PAYOUT, at: "2018-09-12" });
    expect(checked.json.answer).toBe("refer");
    const finding = checked.json.verdict.findings.find((one: { step: string }) => one.step === "redflags");
    expect(finding.effect).toBe("refers");
    expect(checked.json.holds).toHaveLength(1);
    const hold = (await ask("GET", `/api/v1/workers/holds/${checked.json.holds[0]}`)).json;
    expect(hold).toMatchObject({
      account: "dev-117",
      caseId: id,
      checkId: checked.json.id,
      amount: PAYOUT.funds,
      ending: null,
    });
    const early = await ask("POST", `/api/v1/workers/holds/${hold.id}/end`, {
      ending: "released",
      reason: "please",
    });
    expect(early.status).toBe(409);
    const replay = await ask("POST", `/api/v1/checks/${checked.json.id}/replay`);
    expect(replay.json.same).toBe(true);
  });

  it("a payout to an account without flags passes and nothing is held", async () => {
    const transaction = {
      ...PAYOUT,
      reference: "p-2",
      parties: [
        PAYOUT.parties[0],
        { role: "payee", id: "lone", schema: "Person", properties: { name: ["Ann Lone"] } },
      ],
    };
    const checked = await ask("POST", "/api/v1/check", { transaction, at: "2018-09-12" });
    expect(checked.json).toMatchObject({ answer: "clear", holds: [] });
  });
});

describe("a block", () => {
  it("stands when another person agrees, and then the money is not paid out but blocked or returned", async () => {
    const { id } = await theCase();
    expect(
      (
        await ask("POST", `/api/v1/workers/cases/${id}/decision`, {
          outcome: "block",
          reason: "The company in Vladivostok.",
        })
      ).json.standing,
    ).toBe("awaiting-second");
    const own = await ask("POST", `/api/v1/workers/cases/${id}/second`, { agrees: true, reason: "yes" });
    expect(own.status).toBe(409);
    expect(
      (
        await ask(
          "POST",
          `/api/v1/workers/cases/${id}/second`,
          { agrees: true, reason: "Seen." },
          { by: "bob" },
        )
      ).json.standing,
    ).toBe("blocked");
    const held = (await ask("GET", "/api/v1/workers/holds?open=true")).json.items;
    expect(held).toHaveLength(1);
    expect(
      (await ask("POST", `/api/v1/workers/holds/${held[0].id}/end`, { ending: "released", reason: "no" }))
        .status,
    ).toBe(409);
    expect(
      (await ask("POST", `/api/v1/workers/holds/${held[0].id}/end`, { ending: "blocked", reason: "510.201" }))
        .json.ending,
    ).toBe("blocked");
    const { history } = await theCase();
    expect(history.filter(({ receipt }: { receipt: number | null }) => receipt !== null)).toHaveLength(2);
    // Money that is blocked is reported: the draft is at the desk of reports, with its day and what the case knows.
    const { items } = (await ask("GET", `/api/v1/workers/cases/${id}/reports`)).json;
    const blocked = items.find((report: { id: string }) => report.id === "ofac-blocked");
    const draft = (await ask("GET", `/api/v1/reports/${blocked.draft.id}`)).json;
    expect(draft).toMatchObject({
      kind: "blocked-property",
      caseId: id,
      state: "draft",
      fields: {
        filer: { name: "Bank of Example" },
        property: { references: [held[0].reference] },
        value: { amount: "4800.00", currency: "USD", usd: "4800.00" },
      },
    });
    expect(draft.dueOn > draft.eventOn).toBe(true);
    expect(draft.missing).toContain("the sanctions target");
    expect(draft.fields.narrative).toContain("RF-012");
    const again = await ask("POST", `/api/v1/workers/cases/${id}/reports/ofac-blocked/draft`);
    expect(again.json.id).toBe(draft.id);
    const rejected = await ask("POST", `/api/v1/workers/cases/${id}/reports/ofac-rejected/draft`);
    expect(rejected.json.id).not.toBe(draft.id);
    expect((await ask("POST", `/api/v1/workers/cases/${id}/reports/ic3/draft`)).status).toBe(400);
  });

  it("a cleared case is not opened again by what was known, and its money is paid out", async () => {
    const org = { org: "org_2" };
    const { id } = await theCase(org);
    const hold = await ask(
      "POST",
      "/api/v1/workers/holds",
      { account: "dev-117", reference: "p-9", reason: "wait" },
      org,
    );
    await ask(
      "POST",
      `/api/v1/workers/cases/${id}/decision`,
      { outcome: "clear", reason: "An agency, seen in person." },
      org,
    );
    await ask(
      "POST",
      "/api/v1/workers/events",
      {
        event: {
          kind: "login",
          id: "n1",
          account: "dev-117",
          at: "2018-06-14T01:00:00Z",
          ip: "198.51.100.21",
          country: "CN",
          place: "Yanji",
          device: "dvc-a",
        },
      },
      org,
    );
    await judgeTouched(parts, "org_2");
    expect((await theCase(org)).standing).toBe("cleared");
    expect(
      (
        await ask(
          "POST",
          `/api/v1/workers/holds/${hold.json.id}/end`,
          { ending: "released", reason: "cleared" },
          org,
        )
      ).json.ending,
    ).toBe("released");
  });
});
