import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { REUNION_FILE } from "./fixtures/reunion-file.ts";
import { OTHERS, proposal, waiverOffice } from "./fixtures/waiver-office.ts";
import { proveLetter } from "./letters/letter.ts";
import { remindAll } from "./waivers-desk.ts";

const SHIPMENT = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../examples/2019-video-reunion/shipment.json"), "utf8"),
);

const office = await waiverOffice();
const { desk, waivers, api, ask, granted } = office;
afterAll(office.close);

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
