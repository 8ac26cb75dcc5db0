import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Properties } from "../../../engine/entity/entity.ts";
import type { Api } from "../../../platform/http/routes.ts";
import { atDesk } from "../desk.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { networkRoutes } from "../network/routes.ts";
import { upsertSubject } from "../subjects/subject-store.ts";
import { ownFacts } from "./own-facts.ts";
import { checkRoutes } from "./routes.ts";

const HOUSE = "No. 20998B-26, Changbai Shan Dong Lu, Yanji City, Jilin 133000, China";
const BY = { kind: "person", id: "usr_1", name: "Ann" } as const;

let desk: TestDesk;
let api: Api;

beforeAll(async () => {
  desk = await testDesk([
    listedPerson("1", "Qarbon Zelmira", {
      address: ["20998B-26 Changbaishan East Road, Yanji, Jilin, China"],
    }),
    listedPerson("2", "Vostrik Umbrelo Testov"),
  ]);
  api = await directApi([networkRoutes(desk), checkRoutes({ ...desk, ownFacts: ownFacts(desk) })]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const bring = (ref: string, properties: Properties): Promise<unknown> =>
  atDesk(desk, "org_1", (trx, at) => {
    const input = { id: null, ref, schema: "Company", properties, businessLine: null };
    return upsertSubject(trx, input, { organizationId: "org_1", by: BY, at, source: "api" });
  });

/** A payout to a customer who is named by nothing but the organisation's own reference. */
async function payTo(id: string, name: string) {
  const answer = await api.inject({
    method: "POST",
    url: "/api/v1/check",
    payload: {
      transaction: {
        reference: `p-${id}`,
        kind: "payment",
        purpose: "work on an application",
        jurisdictions: ["us"],
        funds: { amount: "100", scale: 2, currency: "USD" },
        parties: [
          { role: "payer", schema: "Company", properties: { name: ["Lakeside Commerce Inc."] } },
          { role: "payee", id, schema: "Company", properties: { name: [name] } },
        ],
      },
    },
  });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json();
}

describe("what the organisation's own records know of a party", () => {
  it("joins its check: an own record leads over another one to the house of a listed party", async () => {
    await bring("c-1", { name: ["Pebble One"], phone: ["+86 433 255 0001"] });
    await bring("c-2", { name: ["Pebble Two"], phone: ["0086 433 2550001"], address: [HOUSE] });
    const check = await payTo("c-1", "Pebble One");
    expect(check.answer).toBe("refer");
    const finding = check.verdict.findings.find((one: { finding: string }) => /^front-/.test(one.finding));
    expect(JSON.stringify(finding.evidence)).toContain("0001");
    expect(finding.citations.length).toBeGreaterThan(0);
    const again = await api.inject({ method: "POST", url: `/api/v1/checks/${check.id}/replay` });
    expect(again.json().same).toBe(true);
  });

  it("joins its check: who stands above it in the files of ownership leaves it undecided, up to the last owner", async () => {
    const holdings = [
      "owner,owner_name,owner_kind,asset,asset_name,share,source",
      "o-1,Vostrik Umbrelo Testov,person,c-9,Cobble Holding,60,register of Kestovia",
      "c-9,Cobble Holding,company,c-3,Cobble Trading,100,shareholder list",
    ].join("\n");
    const sent = await api.inject({
      method: "POST",
      url: "/api/v1/network/sources?name=holdings.csv",
      headers: { "content-type": "text/csv" },
      payload: holdings,
    });
    expect(sent.statusCode, sent.body).toBeLessThan(300);
    const check = await payTo("c-3", "Cobble Trading");
    expect(check.answer).toBe("refer");
    const undecided = check.verdict.findings.find(
      (one: { finding: string }) => one.finding === "party-ownership-undecided",
    );
    expect(undecided.wouldChange).toEqual(["Whether Vostrik Umbrelo Testov is the listed party."]);
  });

  it("leaves a party alone that no record knows, and one whose records lead nowhere", async () => {
    expect((await payTo("c-77", "Nobody Known")).answer).toBe("clear");
    await bring("c-4", { name: ["Quiet Pebble"], phone: ["+1 555 010 9999"] });
    expect((await payTo("c-4", "Quiet Pebble")).answer).toBe("clear");
  });
});
