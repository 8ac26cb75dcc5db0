import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../../engine/lists/workbook.ts";
import { inOrganization } from "../../../platform/database/tenant.ts";
import type { Api } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { runBatch } from "./batch-run.ts";
import { batchRoutes } from "./routes.ts";
import { batchesOf } from "./tables.ts";

const JONG = listedPerson("24979", "Jong Song Hwa", { birthDate: ["1970-02-05"], nationality: ["kp"] });
const OTHERS = Array.from({ length: 10 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));

let desk: TestDesk;
let api: Api;
const asked: { readonly batch: string; readonly run: number }[] = [];

const jobs: JobQueue = {
  enqueue: async (_trx, { data }) => {
    asked.push(data as (typeof asked)[number]);
    return "job_1" as never;
  },
};

beforeAll(async () => {
  desk = await testDesk([JONG, ...OTHERS]);
  api = await directApi([batchRoutes(desk, jobs)]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const call = async (method: "GET" | "POST" | "PUT" | "DELETE", url: string, payload?: object) => {
  const answer = await api.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
  return {
    status: answer.statusCode,
    body: /json;/.test(String(answer.headers["content-type"])) ? answer.json() : null,
    text: answer.body,
  };
};
const upload = async (name: string, text: string) => {
  const answer = await api.inject({
    method: "POST",
    url: `/api/v1/batches?name=${name}`,
    headers: { "content-type": "text/csv" },
    payload: text,
  });
  return { status: answer.statusCode, body: answer.json() };
};
const runAsked = async (scope: Parameters<typeof runBatch>[2] = {}) => {
  for (const { batch: id, run } of asked.splice(0))
    await runBatch(desk, { organizationId: "org_1", id, run }, scope);
};

const CUSTOMERS = [
  "customer;born;whatever",
  "Jong Song Hwa;1970-02-05;x",
  ";1988-01-01;x",
  ...Array.from({ length: 150 }, (_, at) => `Amara Okoye ${at};1988-04-02;x`),
].join("\n");

test("a file is read, its columns are mended, and each row gets one result in its order", async () => {
  const { status, body: draft } = await upload("customers.csv", CUSTOMERS);
  expect(status).toBe(201);
  expect(draft).toMatchObject({ state: "draft", head: { namesParty: false } });
  expect(draft.head.columns.map(({ property }: { property: string }) => property)).toEqual([
    null,
    "birthDate",
    null,
  ]);
  expect((await call("POST", `/api/v1/batches/${draft.id}/start`)).status).toBe(400);
  const mapping = { map: { customer: "name", born: "birthDate", whatever: "" }, schema: "Person" };
  const mapped = await call("PUT", `/api/v1/batches/${draft.id}/mapping`, mapping);
  expect(mapped.body.head.columns[0]).toMatchObject({
    property: "name",
    samples: ["Jong Song Hwa", "Amara Okoye 0", "Amara Okoye 1"],
  });
  await call("POST", `/api/v1/batches/${draft.id}/start`);
  await runAsked();
  const { body: done } = await call("GET", `/api/v1/batches/${draft.id}`);
  expect(done).toMatchObject({
    state: "done",
    rowsTotal: 152,
    rows: 152,
    hits: 1,
    clear: 150,
    errors: 1,
    failure: null,
  });
  const { body: hits } = await call("GET", `/api/v1/batches/${draft.id}/rows?result=hit`);
  expect(hits.items).toMatchObject([{ row: 1, line: 2, matches: [{ id: "us-ofac-24979" }] }]);
  const { body: errors } = await call("GET", `/api/v1/batches/${draft.id}/rows?result=error`);
  expect(errors.items).toMatchObject([{ row: 2, problem: "neither a name nor an identifier" }]);
  const { text } = await call("GET", `/api/v1/batches/${draft.id}/results?format=csv`);
  expect(text.trim().split("\n")).toHaveLength(153);
  expect(
    (await call("GET", `/api/v1/batches/${draft.id}/results?format=jsonl&result=error`)).text
      .trim()
      .split("\n"),
  ).toHaveLength(1);
});

test("a batch that is stopped keeps what it has, goes on where it was, and counts no row twice", async () => {
  const { body } = await upload("customers.csv", CUSTOMERS.replace("customer;", "name;"));
  await call("POST", `/api/v1/batches/${body.id}/start`);
  let stopped = false;
  await runAsked({
    onProgress: () => {
      if (stopped) return;
      stopped = true;
      void call("POST", `/api/v1/batches/${body.id}/stop`);
    },
  });
  // Stopped between two writes: by the call where it came in time, else before the run is asked for again.
  const { body: now } = await call("GET", `/api/v1/batches/${body.id}`);
  if (now.state === "running") await call("POST", `/api/v1/batches/${body.id}/stop`);
  const { body: held } = await call("GET", `/api/v1/batches/${body.id}`);
  expect(["stopped", "done"]).toContain(held.state);
  if (held.state === "stopped") {
    expect(held.rows).toBeGreaterThan(0);
    await call("POST", `/api/v1/batches/${body.id}/start`);
    await runAsked();
  }
  const { body: done } = await call("GET", `/api/v1/batches/${body.id}`);
  expect(done).toMatchObject({ state: "done", rows: 152, hits: 1, clear: 150, errors: 1 });
});

test("a run that died after some rows is taken up by its next attempt without a row twice", async () => {
  const { body } = await upload("customers.csv", CUSTOMERS.replace("customer;", "name;"));
  await call("POST", `/api/v1/batches/${body.id}/start`);
  const [job] = asked.splice(0);
  if (job === undefined) return expect.fail("a job was asked for");
  const given = { organizationId: "org_1", id: job.batch, run: job.run };
  const died = new AbortController();
  const first = runBatch(desk, given, {
    onProgress: () => died.abort(new Error("the process ends")),
    signal: died.signal,
  });
  await expect(first).rejects.toThrow("the process ends");
  expect((await call("GET", `/api/v1/batches/${body.id}`)).body).toMatchObject({
    state: "running",
    rows: 64,
  });
  await runBatch(desk, given);
  expect((await call("GET", `/api/v1/batches/${body.id}`)).body).toMatchObject({
    state: "done",
    rows: 152,
    clear: 150,
  });
});

test("a file that is none is refused in words, and a batch that was removed leaves nothing", async () => {
  const refused = await upload("customers.xlsx", "not a workbook");
  expect([refused.status, refused.body.detail]).toEqual([
    400,
    expect.stringContaining("not an XLSX workbook"),
  ]);
  expect((await upload("customers.pdf", "x")).status).toBe(400);
  const { body } = await upload("customers.csv", CUSTOMERS);
  expect((await call("DELETE", `/api/v1/batches/${body.id}`)).status).toBe(204);
  expect((await call("GET", `/api/v1/batches/${body.id}`)).status).toBe(404);
  const left = await inOrganization(desk.database, "org_1", (trx) =>
    batchesOf(trx).selectFrom("batch_rows").select("row").where("batch_id", "=", body.id).execute(),
  );
  expect(left).toEqual([]);
});

async function workbookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("a workbook's sheets are listed, another one is chosen, and the results come as a workbook", async () => {
  const payload = await workbookOf({
    "Read me": [["What this is"], ["Our customers"]],
    Customers: [
      ["name", "birthDate"],
      ["Jong Song Hwa", "1970-02-05"],
      ["=1+1", ""],
    ],
  });
  const answer = await api.inject({ method: "POST", url: "/api/v1/batches?name=customers.xlsx", payload });
  const draft = answer.json();
  expect([answer.statusCode, draft.sheets, draft.options.sheet]).toEqual([
    201,
    ["Read me", "Customers"],
    null,
  ]);
  const url = `/api/v1/batches/${draft.id}`;
  const wrong = await call("PUT", `${url}/mapping`, { map: {}, sheet: "Nothing" });
  expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringContaining("Read me, Customers")]);
  const { body: chosen } = await call("PUT", `${url}/mapping`, { map: {}, sheet: "Customers" });
  expect(chosen).toMatchObject({ options: { sheet: "Customers" }, head: { namesParty: true } });
  await call("POST", `${url}/start`);
  await runAsked();
  const file = await api.inject({ method: "GET", url: `${url}/results?format=xlsx` });
  expect(file.headers["content-type"]).toMatch(/spreadsheetml/);
  expect(file.headers["content-disposition"]).toContain("customers-results.xlsx");
  const [sheet] = readWorkbook({ name: "results.xlsx", bytes: file.rawPayload }, "xlsx");
  expect(sheet?.rows.map(({ cells }) => cells.slice(3, 6))).toEqual([
    ["name", "result", "hits"],
    ["Jong Song Hwa", "hit", "1"],
    ["=1+1", "no-hit", "0"],
  ]);
});
