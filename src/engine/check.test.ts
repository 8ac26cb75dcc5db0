import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import {
  goods,
  organization,
  payment,
  person,
  shipment,
  smallSnapshot,
  waiver,
} from "./check/fixtures/small-world.ts";
import { createWorld, DEFAULT_CHECK_POLICY } from "./check/world.ts";
import { check } from "./check.ts";
import { bundledMeasures } from "./goods/bundled-measures.ts";
import { canonicalJson, type Json } from "./json.ts";
import type { Snapshot } from "./snapshot/snapshot.ts";
import type { Transaction } from "./transaction.ts";
import type { Verdict } from "./verdict.ts";
import type { Waiver } from "./waivers/waiver.ts";

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await smallSnapshot();
});

const decide = (transaction: Transaction, at: string, waivers: readonly Waiver[] = []) =>
  check(createWorld(snapshot, waivers), transaction, at);
const found = ({ findings }: Verdict) => findings.map(({ finding }) => finding);
const US = { jurisdictions: ["us"] };
const to = (...parties: unknown[]) => payment([organization("payer", "Delta Market"), ...parties], US);

describe("a party that may be listed", () => {
  const JONG = "Jong Song Hwa";
  it.each([
    [
      "an organization by its name",
      organization("payee", "Volasys Silver Star"),
      "prohibited",
      "party-listed",
    ],
    [
      "its words in another order",
      organization("payee", "Star Silver Volasys"),
      "prohibited",
      "party-listed",
    ],
    ["a slip of the pen", organization("payee", "Volasys Silver Stra"), "refer", "party-may-be-listed"],
    ["a person by name alone", person("payee", JONG), "refer", "party-may-be-listed"],
    [
      "a person by name and nationality",
      person("payee", JONG, { nationality: ["kp"] }),
      "refer",
      "party-may-be-listed",
    ],
    [
      "a person by name and birth date",
      person("payee", JONG, { birthDate: ["1970-02-05"] }),
      "prohibited",
      "party-listed",
    ],
    [
      "a person by name and birth year",
      person("payee", JONG, { birthDate: ["1970"] }),
      "prohibited",
      "party-listed",
    ],
    [
      "a namesake born in another year",
      person("payee", JONG, { birthDate: ["1991-07-30"] }),
      "clear",
      "party-namesake",
    ],
    [
      "a person by passport alone",
      person("payee", "A. Nobody", { passportNumber: ["927220230"] }),
      "prohibited",
      "party-listed",
    ],
    [
      "a party of an export-control list",
      organization("payee", "Kestrel Avionics Brokers"),
      "refer",
      "party-listed-on-conditions",
    ],
    [
      "a party of an allow list",
      organization("payee", "Trusted Harbour Foods"),
      "clear",
      "party-on-allow-list",
    ],
    ["nobody that is known", organization("payee", "Grandmother's Bakery of Sokcho"), "clear", undefined],
    [
      "a party without any fact",
      { role: "payee", schema: "LegalEntity", properties: {} },
      "refer",
      "party-unnamed",
    ],
  ])("%s", (_, party, answer, finding) => {
    const verdict = decide(to(party), "2022-05-01");
    expect([verdict.answer, found(verdict)[0]]).toEqual([answer, finding]);
  });

  it("cites list, edition, entry, file and the rule that the listing brings", () => {
    const [finding] = decide(to(organization("payee", "Volasys Silver Star")), "2022-05-01").findings;
    expect(finding?.citations).toMatchObject([
      {
        kind: "listing",
        list: "us-ofac-sdn",
        edition: "2021-08-24",
        entry: "24978",
        programmes: ["DPRK3", "DPRK4"],
        listedOn: "2018-09-13",
        files: [expect.stringMatching(/^20210824/)],
      },
      { kind: "measure", id: "us-nk-blocking", paragraph: "510.201", basis: "background" },
    ]);
  });

  it("is referred where only a list of another jurisdiction names it, and prohibited where dollars are paid", () => {
    const party = organization("payee", "Volasys Silver Star");
    const funds = (currency: string) => ({ funds: { amount: "5", scale: 0, currency } });
    expect(found(decide(payment([party], funds("EUR")), "2022-05-01"))).toEqual(["party-listed-elsewhere"]);
    expect(found(decide(payment([party], funds("USD")), "2022-05-01"))).toEqual(["party-listed"]);
    const listed = organization("payee", "Mirae Munitions Trading Bureau");
    expect(decide(payment([listed], funds("EUR")), "2022-05-01").answer).toBe("prohibited");
  });

  it("is not held back by a list on which it no longer stands", () => {
    const party = organization("payee", "Sobaeksan Shipping Agency");
    expect(decide(to(party), "2019-01-01").answer).toBe("prohibited");
    expect(found(decide(to(party), "2026-03-01"))).toEqual(["party-delisted"]);
  });

  it("is a question where the day of listing is not known, and the verdict says so", () => {
    const verdict = decide(to(organization("payee", "AIR KORYO")), "2016-01-01");
    expect([verdict.answer, verdict.findings[0]?.finding]).toEqual(["refer", "party-listed-day-unknown"]);
    expect(verdict.findings[0]?.words).toContain("24 August 2021");
  });

  it("is clear on the day before, with the day of designation in the answer", () => {
    const verdict = decide(to(organization("payee", "Volasys Silver Star")), "2018-09-12");
    expect(verdict.answer).toBe("clear");
    expect(verdict.summary).toContain("designated from 13 September 2018");
    expect(decide(to(organization("payee", "Volasys Silver Star")), "2018-09-13").answer).toBe("prohibited");
  });

  it("may be helped by the carve-out of resolution 2664 from its day, never against the United States", () => {
    const claims = [{ exception: "humanitarian-2664", about: "party:1", evidence: "UN agency" }];
    const aid = (name: string) => payment([organization("payee", name)], { claims });
    expect(decide(aid("Mirae Munitions Trading Bureau"), "2022-12-08").answer).toBe("prohibited");
    expect(decide(aid("Mirae Munitions Trading Bureau"), "2022-12-09").answer).toBe("refer");
    expect(decide({ ...aid("Volasys Silver Star"), ...US }, "2022-12-09").answer).toBe("prohibited");
  });

  it("nobody at all is a question", () => {
    expect(found(decide(payment([]), "2022-05-01"))).toEqual(["parties-missing"]);
  });
});

describe("what leads to a listed party without its name", () => {
  const team = (more: Readonly<Record<string, unknown>>, properties = {}) =>
    to({ ...organization("payee", "Bright Harbour Studio", properties), ...more });

  it.each([
    "Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji",
    "20998B-26 Changbaishan East Road, Yanji, Jilin",
    "No. 20998B-26, Changbaishan Donglu, Yanji",
    "吉林省延吉市长白山东路20998B-26号",
  ])("the front's address: %s", (address) => {
    const verdict = decide(team({}, { address: [address] }), "2022-05-01");
    expect([verdict.answer, found(verdict)[0]]).toEqual(["refer", "address-shared"]);
  });

  it.each(["Yanji, Jilin 133000, China", "12 Changbaishan East Road, Yanji", "26 Station Street, Dandong"])(
    "not another address of the city: %s",
    (address) => {
      expect(decide(team({}, { address: [address] }), "2022-05-01").answer).toBe("clear");
    },
  );

  it("a web site in common", () => {
    const verdict = decide(team({}, { website: ["https://POUYAAIR.com/"] }), "2022-05-01");
    expect([verdict.answer, found(verdict)[0]]).toEqual(["refer", "website-shared"]);
  });

  it("a director who is listed refers the company, and does not prohibit it", () => {
    const director = { schema: "Person", properties: { name: ["Jong Song Hwa"], birthDate: ["1970-02-05"] } };
    const verdict = decide(team({ related: [{ relation: "director", subject: director }] }), "2022-05-01");
    expect([verdict.answer, found(verdict)]).toEqual(["refer", ["related-party-listed"]]);
  });

  const owner = (name: string, share: string, more = {}) => ({
    relation: "owner",
    share,
    subject: { schema: "Company", properties: { name: [name] }, ...more },
  });

  it.each([
    ["one listed owner of half", [owner("Volasys Silver Star", "50")], "prohibited"],
    [
      "two listed owners of half together",
      [owner("Volasys Silver Star", "25"), owner("AIR KORYO", "25")],
      "prohibited",
    ],
    ["a listed owner of a hair less", [owner("Volasys Silver Star", "49.999999999999")], "refer"],
    [
      "a listed owner through another company",
      [owner("Harbour Holding", "50", { id: "h" }), { ...owner("Volasys Silver Star", "50"), of: "h" }],
      "prohibited",
    ],
    [
      "a minority behind a company passes nothing on",
      [owner("Harbour Holding", "100", { id: "h" }), { ...owner("Volasys Silver Star", "49"), of: "h" }],
      "refer",
    ],
  ])("%s", (_, related, answer) => {
    expect(decide(team({ related }), "2022-05-01").answer).toBe(answer);
  });

  it("where United States law does not bind, half in listed hands is a question", () => {
    const party = {
      ...organization("payee", "Bright Harbour Studio"),
      related: [owner("Volasys Silver Star", "60")],
    };
    const verdict = decide(payment([party]), "2022-05-01");
    expect([verdict.answer, found(verdict).includes("party-owned-by-listed")]).toEqual(["refer", true]);
  });
});

describe("waivers", () => {
  const DAY = "2019-04-22";
  const monitors = (amount: string, more: Readonly<Record<string, unknown>> = {}, stated = {}) =>
    shipment({ goods: [goods("8528.52", amount, more)], ...stated });
  const us = waiver({ reference: "US-1", authority: "us", measures: ["us-ear-746-4"] });
  const EAR = { controls: ["ear"] };

  it.each([
    ["none", monitors("20"), DAY, [], "none is held"],
    ["the 20th monitor", monitors("20"), DAY, [waiver()], null],
    [
      "the 21st monitor",
      monitors("21"),
      DAY,
      [waiver()],
      "1 piece of 21 pieces is not covered: line a of UN-1",
    ],
    ["the first day", monitors("1"), "2019-03-08", [waiver()], null],
    ["the day before", monitors("1"), "2019-03-07", [waiver()], "approved only on 8 March 2019"],
    ["the last day", monitors("1"), "2019-09-08", [waiver()], null],
    ["the day after", monitors("1"), "2019-09-09", [waiver()], "it expired on 8 September 2019"],
    ["revoked", monitors("1"), DAY, [waiver({ revokedOn: "2019-04-01" })], "revoked on 1 April 2019"],
    [
      "another route",
      monitors("1"),
      DAY,
      [waiver({ route: ["Incheon", "Nampo"] })],
      "it allows the route Incheon – Nampo",
    ],
    [
      "another party",
      monitors("1"),
      DAY,
      [waiver({ parties: ["Harbour Charity of Gangneung"] })],
      "does not name Reunion Centre by the River",
    ],
    [
      "another measure",
      monitors("1"),
      DAY,
      [waiver({ measures: ["un-2397-7-metals"] })],
      "none is held for this measure",
    ],
    [
      "another item",
      shipment({ goods: [goods("8517.62")] }),
      DAY,
      [waiver()],
      "no line of its annex has HS 8517.62",
    ],
    [
      "another unit",
      monitors("1", { quantity: { amount: "1", scale: 0, unit: "kg" } }),
      DAY,
      [waiver()],
      "is counted in piece, the goods in kg",
    ],
    ["US approval lacking", monitors("1", EAR), DAY, [waiver()], "No waiver of the United States covers it"],
    [
      "UN exemption lacking",
      monitors("1", EAR),
      DAY,
      [us],
      "No waiver of the United Nations 1718 Committee covers it",
    ],
    ["both", monitors("1", EAR), DAY, [waiver(), us], null],
    [
      "another reference relied on",
      monitors("1", {}, { waivers: ["UN-2"] }),
      DAY,
      [waiver()],
      "none is held",
    ],
  ])("%s", (_, transaction, day, waivers, reason) => {
    const verdict = decide(transaction, day, waivers);
    expect(verdict.answer).toBe(reason === null ? "permitted" : "prohibited");
    if (reason !== null) expect(verdict.findings[0]?.words).toContain(reason);
  });

  it("what was drawn before is gone, but this very shipment is not counted twice", () => {
    const use = (reference: string) => ({
      reference,
      date: "2019-04-01",
      lines: [{ line: "a", quantity: { amount: "15", scale: 0, unit: "piece" } }],
    });
    expect(decide(monitors("5"), DAY, [waiver({ uses: [use("kit-0")] })]).answer).toBe("permitted");
    expect(decide(monitors("6"), DAY, [waiver({ uses: [use("kit-0")] })]).answer).toBe("prohibited");
    expect(decide(monitors("20"), DAY, [waiver({ uses: [use("kit-1")] })]).answer).toBe("permitted");
    expect(decide(monitors("1"), DAY, [waiver({ uses: [use("kit-0")], shipmentsMax: 1 })]).answer).toBe(
      "prohibited",
    );
  });

  it("two lines share one remainder", () => {
    const both = shipment({
      goods: [goods("8528.52", "12", { line: "1" }), goods("8528.59", "9", { line: "2" })],
    });
    const verdict = decide(both, DAY, [waiver()]);
    expect(verdict.findings.map(({ effect, about }) => `${effect} ${about}`).slice(0, 2)).toEqual([
      "prohibits goods:2",
      "permits goods:1",
    ]);
  });

  it("a possible match refers what is otherwise permitted", () => {
    const parties = [organization("supplier", "Harbour Charity"), person("consignee", "Jong Song Hwa")];
    expect(decide(monitors("1", {}, { parties }), DAY, [waiver()]).answer).toBe("refer");
  });

  it("a listed party is lifted only by a waiver that names it and the measure", () => {
    const pay = payment([organization("payee", "Volasys Silver Star")], US);
    const licence = (more = {}) =>
      waiver({ reference: "US-2", authority: "us", measures: ["us-nk-blocking"], ...more });
    expect(decide(pay, DAY, [licence()]).answer).toBe("prohibited");
    expect(decide(pay, DAY, [licence({ parties: ["Someone Else"] })]).answer).toBe("prohibited");
    const lifted = decide(pay, DAY, [licence({ parties: ["Volasys Silver Star"] })]);
    expect([lifted.answer, found(lifted)]).toEqual(["permitted", ["party-listed-waived"]]);
  });
});

describe("laws of the gate", () => {
  const hs = fc.constantFrom("8528.52", "8525.89", "7326.90", "9401.61", "2710.12", null);
  const line = fc.record({ hs, amount: fc.integer({ min: 0, max: 12 }) });
  const lines = fc.array(line, { maxLength: 5 });
  const waivers = fc.array(
    fc.record({
      measures: fc.subarray(["un-2397-7-machinery", "un-2397-7-metals"], { minLength: 1 }),
      codes: fc.subarray(["8528", "8525", "85", "73"], { minLength: 1 }),
      amount: fc.integer({ min: 0, max: 15 }),
    }),
    { maxLength: 4 },
  );
  const ship = (asked: readonly { readonly hs: string | null; readonly amount: number }[]) =>
    shipment({ goods: asked.map((one, at) => goods(one.hs, String(one.amount), { line: String(at) })) });
  const held = (given: readonly { measures: string[]; codes: string[]; amount: number }[]) =>
    given.map(({ measures, codes, amount }, at) =>
      waiver({
        reference: `W${at}`,
        measures,
        lines: [
          {
            line: "a",
            item: "Kit",
            hs: codes,
            quantity: { amount: String(amount), scale: 0, unit: "piece" },
          },
        ],
      }),
    );
  const RANK = { clear: 0, permitted: 1, refer: 2, prohibited: 3 };

  it("one waiver more never makes an answer worse", () => {
    fc.assert(
      fc.property(lines, waivers, (asked, given) => {
        const answers = [given.slice(0, -1), given].map(
          (some) => decide(ship(asked), "2019-04-22", held(some)).answer,
        );
        expect(RANK[answers[1] ?? "clear"]).toBeLessThanOrEqual(RANK[answers[0] ?? "clear"]);
        const reversed = decide(ship(asked), "2019-04-22", held(given).toReversed());
        expect(reversed.answer).toBe(answers[1]);
      }),
      { numRuns: 150 },
    );
  });

  it("one forbidden line more never makes an answer better", () => {
    fc.assert(
      fc.property(lines, line, waivers, (asked, more, given) => {
        const before = decide(ship(asked), "2019-04-22", held(given)).answer;
        const after = decide(ship([...asked, more]), "2019-04-22", held(given)).answer;
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
      }),
      { numRuns: 150 },
    );
  });

  it("the same inputs give the same bytes, and each finding that decides cites or says what is missing", () => {
    fc.assert(
      fc.property(lines, waivers, (asked, given) => {
        const write = () => decide(ship(asked), "2019-04-22T09:00:00Z", held(given));
        const verdict = write();
        expect(canonicalJson(write() as unknown as Json)).toBe(canonicalJson(verdict as unknown as Json));
        for (const { effect, citations, wouldChange } of verdict.findings)
          if (effect !== "note") expect(citations.length + wouldChange.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the day asked about", () => {
  const nobody = payment([organization("payee", "Grandmother's Bakery of Sokcho")]);

  it.each(["2019-02-29", "yesterday", "2019-01-01T25:00", "2019-01-01T09:00:00+09:00", ""])(
    "“%s” is none",
    (at) => {
      expect(() => decide(nobody, at)).toThrow(Fault);
    },
  );

  it("before the oldest edition, and long after the newest, the answer says what it cannot see", () => {
    const [before] = decide(nobody, "2017-01-01").reservations;
    expect(before).toContain("OFAC SDN list (oldest 24 August 2021)");
    const after = decide(nobody, "2026-03-01").reservations.join();
    expect(after).toContain("OFAC SDN list (24 August 2021");
    expect(after).not.toContain("UN list");
    expect(after).not.toContain("Own allow list");
  });
});

describe("the measures that ship", () => {
  it("reach every list that ships", () => {
    const { lists } = JSON.parse(readFileSync(new URL("../../data/lists.json", import.meta.url), "utf8"));
    const reached = new Set(
      bundledMeasures().all.flatMap(({ scope }) => (scope.kind === "listed" ? scope.lists : [])),
    );
    for (const { id, kind } of lists)
      if (kind === "sanctions" || kind === "export-control") expect(reached).toContain(id);
  });

  it("are part of the verdict's inputs, as are waivers, policy and snapshot", () => {
    const world = createWorld(snapshot, [waiver()]);
    const of = check(world, payment([]), "2022-01-01").of;
    expect(of.measures).toBe(world.measures.hash);
    expect(of.snapshot).toBe(snapshot.hash);
    expect(of.waivers).toHaveLength(1);
    const strict = createWorld(snapshot, [], { ...DEFAULT_CHECK_POLICY, certainScoreMin: 0.99 });
    expect(check(strict, payment([]), "2022-01-01").of.policy).not.toBe(of.policy);
  });
});
