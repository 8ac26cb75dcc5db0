import { beforeAll, describe, expect, it } from "vitest";
import { check } from "../check.ts";
import { bundledMeasures } from "../goods/bundled-measures.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { caseTransaction, MEASURE_CASES } from "./fixtures/measure-cases.ts";
import { goods, organization, payment, person, shipment, smallSnapshot } from "./fixtures/small-world.ts";
import { createWorld } from "./world.ts";

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await smallSnapshot();
});
const decide = (...[transaction, at]: [Parameters<typeof check>[1], string]) =>
  check(createWorld(snapshot), transaction, at);

/** Ids of measures that the table meets, gathered as it is run. */
const met = new Set<string>();

describe("goods and services under the measures, each from its day", () => {
  it.each(MEASURE_CASES)("$day $way $under $hs, $item: $answer $instrument $paragraph", (one) => {
    const verdict = decide(caseTransaction(one), one.day);
    expect(verdict.answer).toBe(one.answer);
    const effect = one.answer === "refer" ? "refers" : "prohibits";
    const cited = verdict.findings
      .filter((finding) => finding.effect === effect)
      .flatMap(({ citations }) => citations)
      .flatMap((citation) => (citation.kind === "measure" ? [citation] : []));
    // A finding that cites many only says that the line has no code.
    for (const { citations } of verdict.findings) {
      const [only, ...others] = citations;
      if (only?.kind === "measure" && others.length === 0) met.add(only.id);
    }
    if (one.instrument === "") return;
    const names = cited.map(({ instrument, paragraph }) => `${instrument.split(",")[0]} ${paragraph}`);
    expect(names).toContain(`${one.instrument} ${one.paragraph}`);
  });

  it("meet every measure on goods and services that decides something", () => {
    const decisive = bundledMeasures().all.filter(
      ({ scope, effect }) => (scope.kind === "goods" || scope.kind === "services") && effect !== "notes",
    );
    expect(decisive.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
  });
});

describe("the caps on petroleum", () => {
  const supply = (barrels: string, used: string | null, period = "2018-01-01") =>
    decide(
      shipment({
        goods: [{ ...goods("2710.12"), quantity: { amount: barrels, scale: 0, unit: "barrel" } }],
        ...(used === null
          ? {}
          : {
              capUses: [
                {
                  measure: "un-2397-5-refined",
                  used: { amount: used, scale: 0, unit: "barrel" },
                  period,
                  source: "the Committee's web site, 1 October 2018",
                },
              ],
            }),
      }),
      "2018-10-15",
    );
  const words = (verdict: ReturnType<typeof supply>) => verdict.findings.map((one) => one.words).join(" ");

  it("ask for what was supplied so far where it is not stated, or stated for another year", () => {
    for (const verdict of [supply("1000", null), supply("1000", "1", "2017-01-01")]) {
      expect(verdict.findings.map(({ finding }) => finding)).toContain("cap-use-unknown");
      expect(verdict.answer).toBe("refer");
    }
  });

  it("say what a supply would bring the total to, and which notice is due", () => {
    const verdict = supply("10000", "445000");
    expect(words(verdict)).toContain("455000 barrels of 500000 barrels (91 %");
    expect(words(verdict)).toContain("notice at 90 %");
    expect(verdict.answer).toBe("refer");
  });

  it("forbid one barrel more than the cap, and not the last one of it", () => {
    expect(supply("1", "499999").findings.map(({ finding }) => finding)).toContain("cap-not-reached");
    expect(supply("2", "499999").answer).toBe("prohibited");
  });
});

describe("what goods lines leave open", () => {
  it("a line without US content stated is referred, as export control follows the goods", () => {
    const { controls: _, ...unstated } = goods("9401.61");
    const verdict = decide(shipment({ goods: [unstated] }), "2019-04-22");
    expect(verdict.answer).toBe("refer");
    expect(verdict.findings.map(({ finding }) => finding)).toContain("us-content-unknown");
  });

  it("a line under US export control needs a licence though the shipper is not American", () => {
    const verdict = decide(shipment({ goods: [goods("9401.61", "1", { controls: ["ear"] })] }), "2019-04-22");
    expect(verdict.answer).toBe("prohibited");
    expect(verdict.wouldChange.join()).toMatch(/the United States/i);
  });

  it("food under US export control is a question, not a prohibition", () => {
    const verdict = decide(shipment({ goods: [goods("1006.30", "1", { controls: ["ear"] })] }), "2019-04-22");
    expect(verdict.answer).toBe("refer");
  });

  it("a spare part for a civil aircraft is referred where that exception is claimed", () => {
    const claims = [
      { exception: "civil-aircraft-spares", about: "goods:1", evidence: "airworthiness directive" },
    ];
    expect(decide(shipment({ goods: [goods("8803.30")], claims }), "2019-04-22").answer).toBe("refer");
    expect(decide(shipment({ goods: [goods("8803.30")] }), "2019-04-22").answer).toBe("prohibited");
  });

  it.each([
    ["250100", "prohibited"],
    ["50000", "clear"],
    [null, "refer"],
  ])("a rug worth %s US cents is luxury only above 500 dollars: %s", (amount, answer) => {
    const value = amount === null ? {} : { unitValue: { amount, scale: 2, currency: "USD" } };
    expect(decide(shipment({ goods: [goods("5701.10", "1", value)] }), "2019-04-22").answer).toBe(answer);
  });

  it("goods to nowhere in particular are referred", () => {
    const verdict = decide(shipment({ goods: [goods("8528.52")], to: null, route: [] }), "2019-04-22");
    expect(verdict.findings.map(({ finding }) => finding)).toContain("goods-destination-missing");
    expect(verdict.answer).toBe("refer");
  });

  it("a consignee in North Korea, or a port of it, makes another destination no way round", () => {
    const parties = [organization("end-user", "Reunion Centre by the River", { country: ["kp"] })];
    const lines = { goods: [goods("8528.52")], to: "CN" };
    expect(decide(shipment({ ...lines, route: [], parties }), "2019-04-22").answer).toBe("prohibited");
    expect(decide(shipment({ ...lines, route: ["CNDLC", "KPNAM"] }), "2019-04-22").answer).toBe("prohibited");
    expect(decide(shipment({ ...lines, route: ["CNDLC", "Nampo"] }), "2019-04-22").answer).toBe("clear");
  });
});

describe("workers, services and money", () => {
  const pay = (kind: "it-work" | "other", worker = person("payee", "Pak Un Byol", { nationality: ["kp"] })) =>
    payment([organization("payer", "Delta Market"), worker], {
      services: [{ line: "1", description: "Code", kind }],
    });

  it.each([
    ["2017-08-04", "clear", ""],
    ["2017-08-05", "refer", "11"],
    ["2017-09-11", "refer", "17"],
    ["2019-12-21", "refer", "17"],
    ["2019-12-22", "prohibited", "8"],
  ])("on %s paid work of a national of North Korea is: %s, paragraph %s", (day, answer, paragraph) => {
    const verdict = decide(pay("it-work"), day);
    expect(verdict.answer).toBe(answer);
    const cited = verdict.findings.flatMap(({ citations }) => citations);
    if (paragraph !== "")
      expect(cited).toContainEqual(expect.objectContaining({ kind: "measure", paragraph }));
  });

  it("every such worker is named, not the first alone", () => {
    const hire = payment(
      ["Pak Un Byol", "Ryu Kang San"].map((name) => person("worker", name, { nationality: ["kp"] })),
      { kind: "hire" },
    );
    const about = decide(hire, "2020-01-01").findings.filter(({ effect }) => effect === "prohibits");
    expect(about.map((finding) => finding.about)).toEqual(["party:1", "party:2"]);
  });

  it("looks never matter: a worker of another nationality is clear", () => {
    expect(
      decide(pay("it-work", person("payee", "Pak Un Byol", { nationality: ["kr"] })), "2020-01-01").answer,
    ).toBe("clear");
  });

  it("money to North Korea is a question since resolution 2094", () => {
    const funds = { amount: "100", scale: 0, currency: "EUR" };
    const send = payment([organization("payer", "Delta Market"), organization("payee", "Riverside Clinic")], {
      to: "KP",
      funds,
    });
    expect(decide(send, "2013-03-06").answer).toBe("clear");
    expect(decide(send, "2013-03-07").answer).toBe("refer");
  });

  it("an American service to North Korea needs a licence", () => {
    const serve = payment([organization("payer", "Delta Market")], {
      to: "KP",
      jurisdictions: ["us"],
      services: [{ line: "1", description: "Repair", kind: "other" }],
    });
    expect(decide(serve, "2019-01-01").answer).toBe("prohibited");
    expect(decide({ ...serve, jurisdictions: [] }, "2019-01-01").answer).toBe("clear");
  });

  it("a project with a North Korean party may be a joint venture", () => {
    const project = payment([organization("other", "Riverside Works", { country: ["kp"] })], {
      kind: "project",
    });
    expect(decide(project, "2018-01-01").answer).toBe("refer");
  });
});
