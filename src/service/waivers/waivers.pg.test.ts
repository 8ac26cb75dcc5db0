import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "../../platform/http/routes.ts";
import { keyIdOf, type Signer } from "../../platform/receipts/signing-key.ts";
import { StoryClock } from "../accounts/story-clock.ts";
import { checkRoutes } from "../screening/checks/routes.ts";
import { directApi } from "../screening/fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../screening/fixtures/test-desk.ts";
import { REUNION_ANNEX, REUNION_FILE } from "./fixtures/reunion-file.ts";
import { proveLetter } from "./letters/letter.ts";
import { remindAll, type WaiversDesk, waiversDesk } from "./waivers-desk.ts";

const OTHERS = Array.from({ length: 6 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));
const SHIPMENT = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../examples/2019-video-reunion/shipment.json"), "utf8"),
);

let desk: TestDesk;
let waivers: WaiversDesk;
let api: Api;

beforeAll(async () => {
  desk = await testDesk(OTHERS);
  desk.setNow("2019-02-25T14:00:00Z");
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const signer: Signer = {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey),
    signBytes: (bytes) => sign(null, bytes, privateKey),
  };
  await desk.its.asOwner(`insert into receipt_keys (key_id, public_key, at) values ($1, $2, now())`, [
    signer.keyId,
    publicKey.export({ type: "spki", format: "der" }),
  ]);
  waivers = waiversDesk({
    database: desk.database,
    gate: desk.gate,
    clock: new StoryClock(desk.now),
    publicUrl: "https://gate.example",
  });
  api = await directApi([...waivers.routes(signer), checkRoutes(desk)]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

let keys = 0;
async function ask(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  url: string,
  body?: object | string,
  given: { readonly by?: string; readonly headers?: Record<string, string> } = {},
) {
  const answer = await api.inject({
    method,
    url,
    headers: {
      "x-person": given.by ?? "ann",
      "idempotency-key": `key-${++keys}`,
      ...(typeof body === "string" ? { "content-type": "text/csv" } : {}),
      ...given.headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  const isJson = /json/.test(String(answer.headers["content-type"]));
  return {
    status: answer.statusCode,
    json: isJson ? answer.json() : null,
    raw: answer.rawPayload,
    headers: answer.headers,
  };
}

const MEMBERS = [
  "Belgium",
  "China",
  "Côte d'Ivoire",
  "Dominican Republic",
  "Equatorial Guinea",
  "France",
  "Germany",
  "Indonesia",
  "Kuwait",
  "Peru",
  "Poland",
  "Russian Federation",
  "South Africa",
  "United Kingdom",
  "United States",
];
const UN = "un-1718-exemption";
const US = "us-concurrence";
const items = ["1", "2", "3", "4"].map((line) => ({ line, outcome: "approved" as const }));
const proposal = (reference: string, change: object = {}) => ({
  reference,
  items: items.map((item) => (item.line === "2" ? { ...item, hs: ["852580", "852589"] } : item)),
  measures: ["un-2397-7-machinery"],
  approvedOn: "2019-03-08",
  from: "2019-03-08",
  until: "2019-09-08",
  parties: REUNION_FILE.parties.map(({ properties }) => properties.name[0]),
  route: REUNION_FILE.transfers[0].route,
  shipmentsMax: 1,
  reason: "No member objected, and the annex fits the purpose.",
  ...change,
});

async function begun(approvals: readonly string[] = [UN, US]): Promise<string> {
  const { json } = await ask("POST", "/api/v1/waiver-applications", {
    title: "Video reunions",
    file: { ...REUNION_FILE, approvals },
  });
  await ask("POST", `/api/v1/waiver-applications/${json.id}/lines?name=annex.csv`, REUNION_ANNEX);
  return json.id;
}
const act = (id: string, body: object, by = "rev") =>
  ask("POST", `/api/v1/waiver-applications/${id}/office-acts`, body, { by });
const propose = (id: string, template: string, body: object, by = "rev") =>
  ask("POST", `/api/v1/waiver-applications/${id}/proposals`, { template, proposal: body }, { by });
const countersign = (id: string, template: string, by = "sig", confirms = true) =>
  ask(
    "POST",
    `/api/v1/waiver-applications/${id}/countersignature`,
    { template, confirms, reason: "compared with the file" },
    { by },
  );
const submit = (id: string, approvals: readonly string[] = [UN, US]) =>
  ask("POST", `/api/v1/waiver-applications/${id}/submission`, { approvals });

/** From the form to the waiver of one authority; gives the waiver's id. */
async function granted(reference: string, change: object = {}): Promise<string> {
  desk.setNow("2019-03-01T15:00:00Z");
  const id = await begun([UN]);
  expect((await submit(id, [UN])).status).toBe(200);
  await act(id, { kind: "circulated", template: UN, members: MEMBERS });
  desk.setNow("2019-03-08T22:00:00Z");
  const proposed = await propose(id, UN, proposal(reference, change));
  expect(proposed.json.detail ?? "proposed").toBe("proposed");
  const done = await countersign(id, UN);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.courses[0].decision.waiver;
}

describe("an application", () => {
  it("saves as one types, tells what is missing in words, and is not taken before it is whole", async () => {
    const { json } = await ask("POST", "/api/v1/waiver-applications", {
      title: "Begun",
      file: { approvals: [UN] },
    });
    const url = `/api/v1/waiver-applications/${json.id}`;
    expect(json.forms[0].missing.map(({ words }: { words: string }) => words)).toContain(
      "Item b: who receives it in the country.",
    );
    const saved = await ask("PATCH", url, { file: { nature: "Aid" } });
    expect([saved.json.version, saved.json.file.nature]).toEqual([2, "Aid"]);
    expect(
      (await ask("PATCH", url, { file: { nature: "x" } }, { headers: { "if-match": '"1"' } })).status,
    ).toBe(412);
    expect((await ask("PATCH", url, { file: { natur: "x" } })).status).toBe(400);
    const refused = await submit(json.id, [UN]);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      expect.stringContaining("Item j: what keeps the goods from being diverted"),
    ]);
  });

  it("reads its lines from a table exactly, and tells the rows that it could not read", async () => {
    const id = await begun();
    const table =
      "품명,세번,수량,단위,단가,통화\n모니터,8528.52,20,대,0.1,USD\n케이블,8544.70,1e3,m,1,USD\n의자,9401.69,0.30000000000000004,개,1,USD\n";
    const { json } = await ask("POST", `/api/v1/waiver-applications/${id}/lines?name=a.csv`, table);
    expect(json.application.file.lines[0]).toMatchObject({
      item: "모니터",
      quantity: { amount: "20", unit: "piece" },
      unitValue: { amount: "1", scale: 1, currency: "USD" },
    });
    expect(json.problems).toEqual([
      { row: 3, problem: "“1e3” is no number" },
      {
        row: 4,
        problem: "“0.30000000000000004” has more than 12 decimal places; write the exact number as text",
      },
    ]);
  });

  it("is held against itself: totals, ports, suppliers, windows and ways of filing", async () => {
    const id = await begun();
    const { json } = await ask("PATCH", `/api/v1/waiver-applications/${id}`, {
      file: {
        statedTotal: { amount: "45000", scale: 0, currency: "USD" },
        transfers: [{ ...REUNION_FILE.transfers[0], entry: "Nampo", from: "2019-03-01" }],
        until: "2020-04-01",
        applicant: { ...REUNION_FILE.applicant, kind: "ngo" },
        parties: [],
      },
    });
    const words = json.conflicts.map((note: { words: string }) => note.words).join("\n");
    for (const part of [
      "The lines come to USD 45130",
      "enters at Nampo, which its route does not pass",
      "begins before the time",
      "at most 12 months",
      "is not among the parties",
      "Direct filing",
    ])
      expect(words).toContain(part);
  });

  it("has every party screened on the spot", async () => {
    const id = await begun();
    await ask("PATCH", `/api/v1/waiver-applications/${id}`, {
      file: {
        parties: [
          ...REUNION_FILE.parties,
          { role: "carrier", schema: "Person", properties: { name: ["Qarbon Zelmira Testov3"] } },
        ],
      },
    });
    const { json } = await ask("POST", `/api/v1/waiver-applications/${id}/screening`);
    expect(json.parties.map(({ state }: { state: string }) => state)).toEqual([
      "clear",
      "clear",
      expect.stringMatching(/listed/),
      "clear",
    ]);
  });

  it("keeps files within bounds and of the kinds that it names", async () => {
    const id = await begun();
    const url = `/api/v1/waiver-applications/${id}/attachments?name=cover.pdf`;
    const good = await ask("POST", url, "%PDF-1.7 made up", {
      headers: { "content-type": "application/pdf" },
    });
    expect(good.json.application.attachments).toHaveLength(1);
    expect((await ask("POST", url, "MZ", { headers: { "content-type": "application/pdf" } })).status).toBe(
      400,
    );
    expect(
      (await ask("POST", url, "MZ", { headers: { "content-type": "application/x-msdownload" } })).status,
    ).toBe(400);
    const back = await ask("GET", `/api/v1/waiver-applications/${id}/attachments/${good.json.attachment}`);
    expect(back.raw.toString()).toBe("%PDF-1.7 made up");
  });

  it("lets a file be taken out again until it was given to an authority", async () => {
    const id = await begun([UN]);
    const files = `/api/v1/waiver-applications/${id}/attachments`;
    const attach = async (name: string) =>
      (await ask("POST", `${files}?name=${name}`, "Made up.", { headers: { "content-type": "text/plain" } }))
        .json.attachment;
    const [wrong, right] = [await attach("wrong.txt"), await attach("right.txt")];
    const removed = await ask("DELETE", `${files}/${wrong}`);
    expect(removed.json.application.attachments.map(({ name }: { name: string }) => name)).toEqual([
      "right.txt",
    ]);
    expect((await ask("DELETE", `${files}/${wrong}`)).status).toBe(404);
    await submit(id, [UN]);
    expect((await ask("DELETE", `${files}/${right}`)).json.detail).toContain("the file lies with");
    await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, {
      kind: "withdrawn",
      reason: "The route has changed.",
    });
    expect((await ask("DELETE", `${files}/${right}`)).json.detail).toContain("was part of what");
  });
});

describe("a circulation", () => {
  it("makes silence approval at the deadline and not a minute before, holidays and weekends left out", async () => {
    desk.setNow("2019-02-14T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    const { json } = await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    // 18 February is Presidents' Day: five full days are 15, 19, 20, 21, 22.
    expect(json.courses[0].circulation.deadline).toBe("2019-02-22T22:00:00.000Z");
    desk.setNow("2019-02-22T21:59:00Z");
    const early = { ...proposal("EARLY"), approvedOn: "2019-02-22", from: "2019-02-22", until: "2019-08-22" };
    expect((await propose(id, UN, early)).json.detail).toContain(
      "silence is consent only from 2019-02-22T22:00:00.000Z on",
    );
    desk.setNow("2019-02-22T22:00:00Z");
    expect((await propose(id, UN, early)).json.courses[0].phase).toBe("proposed");
  });

  it("waits for a hold until it is lifted, and ends with an objection", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const [held, objected] = [await begun([UN]), await begun([UN])];
    for (const id of [held, objected]) {
      await submit(id, [UN]);
      await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    }
    await act(held, { kind: "held", template: UN, member: "France", reason: "more time for the annex" });
    await act(held, {
      kind: "asked",
      template: UN,
      number: 1,
      by: "France",
      question: "Who watches over the kit?",
    });
    expect(
      (await act(held, { kind: "held", template: UN, member: "Norway", reason: "not a member of it" })).json
        .detail,
    ).toContain("not among the members");
    desk.setNow("2019-03-11T15:00:00Z");
    expect((await propose(held, UN, proposal("HELD"))).json.detail).toContain("France holds it");
    const answered = await ask("POST", `/api/v1/waiver-applications/${held}/applicant-acts`, {
      kind: "answered",
      template: UN,
      number: 1,
      answer: "Our technicians.",
    });
    expect(answered.json.courses[0]).toMatchObject({
      phase: "on-hold",
      questions: [{ answer: "Our technicians." }],
    });
    const lifted = await act(held, { kind: "hold-lifted", template: UN, member: "France" });
    expect(lifted.json.courses[0].phase).toBe("no-objection");
    desk.setNow("2019-03-05T15:00:00Z");
    const no = await act(objected, {
      kind: "objected",
      template: UN,
      member: "Peru",
      reason: "not humanitarian aid",
    });
    expect(no.json.courses[0]).toMatchObject({ phase: "objected" });
  });

  it("lets nobody decide on what they asked for, nor one person twice, in the service and in the database", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    expect(
      (await act(id, { kind: "circulated", template: UN, members: MEMBERS }, "ann")).json.detail,
    ).toContain("takes no part");
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    expect((await propose(id, UN, proposal("EYES"), "ann")).status).toBe(409);
    await propose(id, UN, proposal("EYES"));
    expect((await countersign(id, UN, "rev")).json.detail).toContain("cannot countersign");
    expect((await countersign(id, UN, "ann")).json.detail).toContain("takes no part");
    for (const [column, person] of [
      ["countersigner_id", "usr_rev"],
      ["countersigner_id", "usr_ann"],
      ["reviewer_id", "usr_ann"],
    ])
      await expect(
        desk.its.asOwner(
          `update waiver_decisions set ${column} = '${person}', outcome = 'confirmed', countersigned_at = now() where application_id = '${id}'`,
        ),
      ).rejects.toThrow(/check|does not decide|not changed/);
  });
});

describe("a decision", () => {
  it("is item by item, keeps what was asked for beside what was allowed, and refuses more than was asked", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    const pieces = (amount: string) => ({ amount, scale: 0, unit: "piece" });
    const some = [
      { line: "1", outcome: "approved", quantity: pieces("21") },
      { line: "2", outcome: "refused" },
      { line: "3", outcome: "further-review", reason: "the maker is not known" },
    ];
    const { json } = await propose(id, UN, proposal("ITEMS", { items: some }));
    for (const part of [
      "21 pieces are more than the 20 pieces asked for",
      "no reason is given",
      "nothing is decided on line 4",
    ])
      expect(json.detail).toContain(part);
    const right = [
      { line: "1", outcome: "approved", quantity: pieces("15") },
      { line: "2", outcome: "refused", reason: "a substitute is allowed" },
      { line: "3", outcome: "further-review", reason: "the maker is not known" },
      { line: "4", outcome: "approved" },
    ];
    await propose(id, UN, proposal("ITEMS", { items: right }));
    const back = await countersign(id, UN, "sig", false);
    expect(back.json.courses[0].phase).toBe("no-objection");
    await propose(id, UN, proposal("ITEMS", { items: right }));
    const done = await countersign(id, UN);
    const waiver = await ask("GET", `/api/v1/waivers/${done.json.courses[0].decision.waiver}`);
    expect(
      waiver.json.lines.map(
        ({
          line,
          requested,
          allowed,
        }: {
          line: string;
          requested: { amount: string };
          allowed: { amount: string };
        }) => [line, requested.amount, allowed.amount],
      ),
    ).toEqual([
      ["1", "20", "15"],
      ["4", "500", "500"],
    ]);
  });

  it("is amended by a version that says what changed, with the ledger going on and the old letter ended", async () => {
    const id = await granted("AMENDED");
    const line = { line: "1", quantity: { amount: "12", scale: 0, unit: "piece" } };
    const taking = {
      reference: "kit",
      route: REUNION_FILE.transfers[0].route,
      parties: ["Korean National Red Cross"],
    };
    await ask("POST", `/api/v1/waivers/${id}/ledger`, { kind: "draw", ...taking, lines: [line] });
    const first = (await ask("GET", `/api/v1/waivers/${id}`)).json;
    const begin = await ask("POST", "/api/v1/waiver-applications", {
      title: "Extension",
      amends: { kind: "extension", waiverId: id },
      file: {
        ...REUNION_FILE,
        approvals: [UN],
        until: "2019-12-08",
        lines: (await ask("GET", `/api/v1/waiver-applications/${first.applicationId}`)).json.file.lines,
      },
    });
    expect((await submit(begin.json.id, [UN])).json.detail).toContain("What the extension changes");
    await ask("PATCH", `/api/v1/waiver-applications/${begin.json.id}`, {
      file: { changes: "Three months more" },
    });
    await submit(begin.json.id, [UN]);
    await act(begin.json.id, { kind: "circulated", template: UN, members: MEMBERS, urgent: true });
    desk.setNow("2019-03-12T22:00:00Z");
    const fewer = items.map((one) =>
      one.line === "1" ? { ...one, quantity: { amount: "11", scale: 0, unit: "piece" } } : one,
    );
    await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08", items: fewer }));
    expect((await countersign(begin.json.id, UN)).json.detail).toContain("less than has been drawn");
    await countersign(begin.json.id, UN, "sig", false);
    await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08" }));
    const done = await countersign(begin.json.id, UN);
    expect(done.status, JSON.stringify(done.json)).toBe(200);
    const now = (await ask("GET", `/api/v1/waivers/${id}`)).json;
    expect([now.version, now.until, now.lines[0].used.amount, now.lines[0].left.amount]).toEqual([
      2,
      "2019-12-08",
      "12",
      "8",
    ]);
    const amended = now.acts.find(({ act: one }: { act: { kind: string } }) => one.kind === "amended");
    // An extension alone changes the last day, and says that it changed nothing else.
    expect(amended.act.changes).toEqual(["Last day: 8 September 2019 becomes 8 December 2019."]);
    expect([amended.act.version, now.applicationId]).toEqual([2, first.applicationId]);
    const old = await ask("GET", `/api/v1/verify/${first.letter}`);
    expect(old.json).toMatchObject({ valid: false, standing: "superseded", supersededBy: now.letter });
  });

  it("given by two at once is given once, and one that races with a revocation comes before it or not at all", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    await propose(id, UN, proposal("RACE"));
    const both = await Promise.all([countersign(id, UN, "sig"), countersign(id, UN, "sig2")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const all = (await ask("GET", "/api/v1/waivers?limit=200")).json.items;
    const [waiver, ...others] = all.filter(({ reference }: { reference: string }) => reference === "RACE");
    expect(others).toEqual([]);
    const begin = await ask("POST", "/api/v1/waiver-applications", {
      title: "Extension",
      amends: { kind: "extension", waiverId: waiver.id },
      file: {
        ...REUNION_FILE,
        approvals: [UN],
        until: "2019-12-08",
        changes: "Three months more",
        lines: (await ask("GET", `/api/v1/waiver-applications/${id}`)).json.file.lines,
      },
    });
    await submit(begin.json.id, [UN]);
    await act(begin.json.id, { kind: "circulated", template: UN, members: MEMBERS, urgent: true });
    desk.setNow("2019-03-12T22:00:00Z");
    expect((await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08" }))).status).toBe(200);
    const [extended, revoked] = await Promise.all([
      countersign(begin.json.id, UN),
      ask(
        "POST",
        `/api/v1/waivers/${waiver.id}/standing`,
        { act: "revoked", reason: "the project was given up" },
        { by: "rev" },
      ),
    ]);
    expect(revoked.status).toBe(200);
    const now = (await ask("GET", `/api/v1/waivers/${waiver.id}`)).json;
    const kinds = now.acts.map((one: { act: { kind: string } }) => one.act.kind);
    expect([now.standing, kinds.at(-1)]).toEqual(["revoked", "revoked"]);
    expect(now.version).toBe(extended.status === 200 ? 2 : 1);
    if (extended.status !== 200) expect(extended.json.detail).toContain("was revoked meanwhile");
    expect((await ask("GET", `/api/v1/verify/${now.letter}`)).json).toMatchObject({
      valid: false,
      standing: "revoked",
    });
  });

  it("is withdrawn, appealed and revoked, each with its reason", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun(["us-bis-licence"]);
    await submit(id, ["us-bis-licence"]);
    const refused = items.map(({ line }) => ({ line, outcome: "refused", reason: "a policy of denial" }));
    await propose(
      id,
      "us-bis-licence",
      proposal("NO", { items: refused, approvedOn: "2019-03-01", from: "2019-03-01" }),
    );
    expect((await countersign(id, "us-bis-licence")).json.courses[0]).toMatchObject({
      phase: "refused",
      appealUntil: "2019-04-15",
    });
    const appeal = { kind: "appealed", template: "us-bis-licence", reason: "the policy knows an exception" };
    desk.setNow("2019-04-16T15:00:00Z");
    expect(
      (await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, appeal)).json.detail,
    ).toContain("ended on 15 April 2019");
    desk.setNow("2019-04-15T15:00:00Z");
    expect(
      (await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, appeal)).json.courses[0].phase,
    ).toBe("appealed");
    const withdrawn = await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, {
      kind: "withdrawn",
      reason: "the project was given up",
    });
    expect(withdrawn.json.courses[0].phase).toBe("withdrawn");
    const waiver = await granted("REVOKED");
    const standing = (one: string) =>
      ask(
        "POST",
        `/api/v1/waivers/${waiver}/standing`,
        { act: one, reason: "goods were found elsewhere" },
        { by: "rev" },
      );
    expect((await standing("suspended")).json.standing).toBe("suspended");
    expect((await standing("reinstated")).json.standing).toBe("in-force");
    expect((await standing("revoked")).json.standing).toBe("revoked");
    expect((await standing("reinstated")).json.detail).toContain("revoked already");
  });
});

describe("a letter", () => {
  it("is verified by anybody, offline and on its page, and neither a forged one nor one of another key", async () => {
    const id = await granted("LETTER");
    const { letter: number } = (await ask("GET", `/api/v1/waivers/${id}`)).json;
    const signed = (await ask("GET", `/api/v1/waivers/${id}/letter?format=json`)).json;
    const credential = JSON.parse(
      (await ask("GET", `/api/v1/waivers/${id}/letter?format=vc`)).raw.toString(),
    );
    expect([proveLetter(signed).kind, proveLetter(credential).kind]).toEqual(["signed", "signed"]);
    // The verifiable credentials data model 2.0: its context first, an issuer, from when it holds, of what it speaks.
    expect(credential).toMatchObject({
      "@context": ["https://www.w3.org/ns/credentials/v2", expect.anything()],
      id: `urn:sluice:letter:${number}`,
      type: ["VerifiableCredential", "WaiverCredential"],
      issuer: expect.stringMatching(/^did:key:z6Mk/),
      validFrom: signed.letter.issuedAt,
      credentialSubject: { letter: number, lines: signed.letter.lines, until: signed.letter.until },
      proof: { type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022", proofPurpose: "assertionMethod" },
    });
    expect(Object.keys(credential)).not.toContain("issuanceDate");
    const forged = { ...signed, letter: { ...signed.letter, until: "2030-01-01" } };
    expect(proveLetter(forged)).toMatchObject({
      kind: "not",
      reason: expect.stringContaining("was changed"),
    });
    const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();
    expect(proveLetter({ ...signed, key: { id: signed.key.id, pem: other } })).toMatchObject({ kind: "not" });
    const seen = await api.inject({
      method: "GET",
      url: `/api/v1/verify/${number}`,
      headers: { "x-org": "org_of_nobody" },
    });
    expect(seen.json()).toMatchObject({
      valid: true,
      standing: "in-force",
      today: "2019-03-08",
      shipmentsLeft: 1,
    });
    expect(seen.json().lines[0]).toMatchObject({ left: { amount: "20" } });
    desk.setNow("2019-09-09T04:00:00Z");
    expect((await ask("GET", `/api/v1/verify/${number}`)).json).toMatchObject({
      valid: false,
      standing: "expired",
    });
    expect((await ask("GET", "/api/v1/verify/ltr_0")).status).toBe(404);
    const pdf = await ask("GET", `/api/v1/waivers/${id}/letter`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
    if (process.env.LETTER_PDF !== undefined) writeFileSync(process.env.LETTER_PDF, pdf.raw);
  });
});

describe("a check", () => {
  const kit = {
    ...SHIPMENT,
    goods: SHIPMENT.goods.map((one: object) => ({ ...one, controls: [] })),
    jurisdictions: ["kr"],
  };
  const withMonitors = (amount: string, change: object = {}) => ({
    ...kit,
    ...change,
    goods: [{ ...kit.goods[0], quantity: { amount, scale: 0, unit: "piece" } }],
  });

  it("finds the organisation's waivers by itself, and says what each uncovered line lacks", async () => {
    desk.setNow("2019-04-22T12:00:00Z");
    expect(
      (
        await ask(
          "POST",
          "/check",
          { transaction: withMonitors("20"), at: "2019-04-22" },
          { headers: { "x-org": "org_bare" } },
        )
      ).json.answer,
    ).toBe("prohibited");
    const org = { headers: { "x-org": "org_check" } };
    const terms = {
      ...proposal("FOUND"),
      authority: "un-1718",
      title: "made up",
      source: "made up",
      revokedOn: null,
      lines: [
        { line: "1", item: "Monitors", hs: ["852852"], quantity: { amount: "20", scale: 0, unit: "piece" } },
      ],
    };
    const { items: _, reason: __, ...waiver } = terms;
    const recorded = await ask("POST", "/api/v1/waivers", { waiver }, org);
    expect(recorded.json).toMatchObject({ standing: "awaiting-confirmation" });
    const asked = async (amount: string, at: string, change: object = {}) =>
      (await ask("POST", "/check", { transaction: withMonitors(amount, change), at }, org)).json;
    expect((await asked("20", "2019-04-22")).answer).toBe("prohibited");
    const url = `/api/v1/waivers/${recorded.json.id}`;
    expect((await ask("POST", `${url}/confirmation`, undefined, org)).status).toBe(409);
    expect((await ask("POST", `${url}/confirmation`, undefined, { ...org, by: "rev" })).json.standing).toBe(
      "in-force",
    );
    expect((await asked("20", "2019-04-22")).answer).toBe("permitted");
    const words = async (...given: Parameters<typeof asked>) =>
      JSON.stringify((await asked(...given)).verdict);
    expect(await words("24", "2019-04-22")).toContain("4 pieces of 24 pieces");
    expect(await words("20", "2019-09-09")).toContain("it expired on 8 September 2019");
    expect(await words("20", "2019-04-22", { route: ["Seoul", "Dandong", "Pyongyang"] })).toContain(
      "route through Dandong is not in the letter",
    );
    const taking = {
      reference: "reunion-kit-0",
      route: REUNION_FILE.transfers[0].route,
      parties: ["Korean National Red Cross"],
    };
    await ask(
      "POST",
      `${url}/ledger`,
      { kind: "draw", ...taking, lines: [{ line: "1", quantity: { amount: "1", scale: 0, unit: "piece" } }] },
      org,
    );
    expect(await words("20", "2019-04-22")).toContain("its one shipment has been made");
  });

  it("and the question what one would need give the approvals with their reasons and the form begun", async () => {
    const { json } = await ask(
      "POST",
      "/api/v1/waiver-needs",
      { transaction: SHIPMENT, at: "2019-02-01" },
      { headers: { "x-org": "org_needs" } },
    );
    expect(json.needs.map(({ template }: { template: string }) => template)).toEqual([
      "un-1718-exemption",
      "us-bis-licence",
      "us-concurrence",
      "kr-contact-report",
      "kr-visit-approval",
      "kr-carry-out",
      "kr-strategic-items",
      "unc-crossing",
      "kp-consent",
    ]);
    const made = await ask(
      "POST",
      "/api/v1/waiver-applications",
      { title: "From needs", file: json.file },
      { headers: { "x-org": "org_needs" } },
    );
    expect(made.json.file.lines.map(({ item }: { item: string }) => item)).toContain("Monitor, 24 inch");
  });
});

describe("a new edition", () => {
  it("that lists a waiver's party suspends it in that moment, with what is affected; one that no longer does is told", async () => {
    const id = await granted("SCREENED");
    const taking = {
      reference: "kit",
      route: REUNION_FILE.transfers[0].route,
      parties: ["Korean National Red Cross"],
    };
    const line = (amount: string) => [{ line: "1", quantity: { amount, scale: 0, unit: "piece" } }];
    const draw = (amount: string) =>
      ask("POST", `/api/v1/waivers/${id}/ledger`, { kind: "reserve", ...taking, lines: line(amount) });
    expect((await draw("5")).status).toBe(200);
    const listed = {
      id: "us-ofac-900",
      schema: "Organization",
      properties: { name: ["Korean National Red Cross"], country: ["kr"] },
    };
    desk.publishEdition([...OTHERS, listed], "2019-03-08");
    // Nobody has run a job: whoever draws first finds it.
    expect((await draw("1")).json.detail).toContain(
      "suspended since 8 March 2019: Korean National Red Cross is named by",
    );
    const { json } = await ask("GET", `/api/v1/waivers/${id}`);
    const suspended = json.acts.find(
      ({ act: one }: { act: { kind: string } }) => one.kind === "suspended",
    ).act;
    expect(suspended.impact).toMatchObject({
      party: "Korean National Red Cross",
      onTheWay: ["kit"],
      told: ["rev", "sig", "ann"],
    });
    expect(suspended.impact.lines[0]).toEqual({
      line: "1",
      undrawn: "15 pieces",
      reserved: "5 pieces",
      passed: "0 pieces",
    });
    expect(json.standing).toBe("suspended");
    desk.publishEdition(OTHERS, "2019-03-09");
    await waivers.listsChanged();
    const after = await ask("GET", `/api/v1/waivers/${id}`);
    expect(after.json.acts.at(-1).act).toMatchObject({
      kind: "delisted",
      party: "Korean National Red Cross",
    });
    expect(after.json.standing).toBe("suspended");
  });
});

describe("what authorities expect afterwards", () => {
  it("is told as it falls due, once for each stage, and a usage file is held against the ledger", async () => {
    const id = await granted("REPORTS");
    const taking = {
      reference: "kit",
      route: REUNION_FILE.transfers[0].route,
      parties: ["Korean National Red Cross"],
    };
    await ask("POST", `/api/v1/waivers/${id}/ledger`, {
      kind: "draw",
      ...taking,
      lines: [{ line: "1", quantity: { amount: "20", scale: 0, unit: "piece" } }],
    });
    const drift = async (csv: string) => (await ask("POST", "/api/v1/waiver-reconciliations", csv)).json;
    const head = "licenceRef,line,quantity,measurementUnit,usageDate,declarationUCR\n";
    const agreed = await drift(`${head}REPORTS,1,20,30,20190422,9GB1\n`);
    expect(agreed.lines.find(({ licence }: { licence: string }) => licence === "REPORTS")).toMatchObject({
      kind: "agrees",
    });
    const off = await drift(
      `${head}REPORTS,1,12,NAR,2019-04-22,9GB1\nREPORTS,1,12,NAR,2019-04-22,9GB1\nREPORTS,1,9,NAR,22/04/2019,9GB2\nREPORTS,9,1,NAR,,\nREPORTS,2,x,NAR,,\n`,
    );
    expect(
      off.lines
        .filter(({ licence }: { licence: string }) => licence === "REPORTS")
        .map(({ kind }: { kind: string }) => kind),
    ).toEqual(["repeated", "over-allowance", "unknown-line"]);
    expect(off.problems).toEqual([{ row: 6, problem: "“x” is no number" }]);
    desk.setNow("2019-03-30T12:00:00Z");
    const due = (await ask("GET", "/api/v1/waiver-reports")).json.items.filter(
      ({ waiverId }: { waiverId: string }) => waiverId === id,
    );
    expect(due[0]).toMatchObject({ key: "delivery kit", dueOn: "2019-04-07", state: "due-soon" });
    expect(await remindAll({ ...desk, mails: null })).toBeGreaterThan(0);
    expect(await remindAll({ ...desk, mails: null })).toBe(0);
    const filed = await ask("POST", `/api/v1/waivers/${id}/reports`, {
      kind: "delivery",
      reference: "kit",
      filedOn: "2019-04-01",
      body: "Twenty monitors stand in Pyongyang.",
    });
    expect(filed.json.reports[0]).toMatchObject({ state: "filed" });
    const audited = await desk.its.asOwner<{ kind: string }>(
      "select distinct kind from receipts where kind like 'waiver%'",
    );
    expect(audited.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["waiver.granted", "waiver-application.circulated", "waiver.suspended"]),
    );
  });
});
