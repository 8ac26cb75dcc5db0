import { beforeAll, describe, expect, it } from "vitest";
import { check } from "../check.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Verdict } from "../verdict.ts";
import { organization, payment, smallSnapshot } from "./fixtures/small-world.ts";
import { createWorld } from "./world.ts";

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await smallSnapshot();
});

const DAY = "2022-05-01";
const owner = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  relation: "owner",
  subject: { schema: "Company", properties: { name: [name] } },
  ...more,
});
const LISTED = "Volasys Silver Star";
const decide = (related: readonly unknown[], jurisdictions: readonly string[] = ["us"], day = DAY): Verdict =>
  check(
    createWorld(snapshot, []),
    payment([{ ...organization("payee", "Bright Harbour Studio"), related }], {
      jurisdictions: [...jurisdictions],
    }),
    day,
  );
const finding = (verdict: Verdict, name: string) => verdict.findings.find((one) => one.finding === name);

describe("ownership in a check", () => {
  it("prohibits with the proof: who, how much, of what", () => {
    const verdict = decide([
      owner("Harbour Holding", {
        share: "50",
        subject: { id: "h", schema: "Company", properties: { name: ["Harbour Holding"] } },
      }),
      owner(LISTED, { share: "50", of: "h", from: "2015-01-01" }),
    ]);
    const owned = finding(verdict, "party-owned-by-listed");
    expect([verdict.answer, owned?.effect]).toEqual(["prohibited", "prohibits"]);
    expect(owned?.evidence.map(({ query }) => query)).toEqual([
      "“Harbour Holding” owns 50 % of Payee “Bright Harbour Studio”",
      "“Volasys Silver Star” owns 50 % of “Harbour Holding” (since 2015-01-01)",
    ]);
    expect(owned?.citations.some(({ kind }) => kind === "listing")).toBe(true);
    expect(owned?.citations.some(({ kind }) => kind === "measure")).toBe(true);
  });

  it.each([
    [
      "a band around half",
      [owner(LISTED, { share: "25-75" })],
      "What share Volasys Silver Star holds of Payee “Bright Harbour Studio”",
    ],
    [
      "a share that is not stated",
      [owner(LISTED)],
      "What share Volasys Silver Star holds of Payee “Bright Harbour Studio”",
    ],
    [
      "a nominee who holds for somebody",
      [owner("Nominee Services Ltd", { share: "60", interest: "nominee" })],
      "Who is the one for whom Nominee Services Ltd holds",
    ],
  ])("refers for %s, and names the fact that would decide", (_, related, fact) => {
    const verdict = decide(related);
    const undecided = finding(verdict, "party-ownership-undecided");
    expect([verdict.answer, undecided?.effect]).toEqual(["refer", "refers"]);
    expect(undecided?.wouldChange[0]).toContain(fact);
    expect(verdict.wouldChange.join(" ")).toContain(fact);
  });

  it("refers for control where ownership alone counts", () => {
    const verdict = decide([
      owner(LISTED, { share: "49.99" }),
      owner(LISTED, { interest: "board-majority" }),
    ]);
    expect([verdict.answer, finding(verdict, "party-control-by-listed")?.effect]).toEqual([
      "refer",
      "refers",
    ]);
    expect(finding(verdict, "party-owned-by-listed")).toBeUndefined();
  });

  it("refers for a stake given up close to the designation", () => {
    const sold = [owner(LISTED, { share: "60", until: "2018-09-05" })];
    const verdict = decide(sold, ["us"], "2018-09-20");
    expect(finding(verdict, "party-divested-near-designation")?.words).toContain(
      "8 days before the designation",
    );
    expect(finding(verdict, "party-owned-by-listed")).toBeUndefined();
  });

  it("leaves a party alone whose owners are strangers", () => {
    expect(decide([owner("Grandmother's Bakery of Sokcho", { share: "100" })]).answer).toBe("clear");
  });

  it("gives the same bytes for the same question", () => {
    const related = [owner(LISTED, { share: "25-75" })];
    expect(JSON.stringify(decide(related))).toBe(JSON.stringify(decide(related)));
  });
});
