import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import type { Entity } from "../entity/entity.ts";
import { sectionsFor } from "./fixtures/listed.ts";
import { openIndex } from "./open-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";

const NAMES = [
  "FREGAT OOO",
  "FINDER TECHNOLOGY LTD",
  "KHUZESTAN STEEL COMPANY",
  "AL-AQSA E.V.",
  "SINBAD",
  "CONFIDERI PTE LTD",
  "AKTSIONERNOE OBSHCHESTVO AKKUMULYATORNYI ZAVOD AKOM",
  "ISLAMIC ARMY OF ADEN",
  "FEDERAL SERVICE FOR MILITARY-TECHNICAL COOPERATION",
  "CORPORACION CIMEX S.A.",
];
const ENTITIES = NAMES.map(
  (name): Entity => ({ id: name, schema: "Organization", properties: { name: [name] } }),
);
const INDEX = openIndex(sectionsFor(ENTITIES), {
  entity: (index) => must(ENTITIES[index], "an entity of the index"),
});

describe("a company's name with slips", () => {
  it.each([
    ["FEGTA OOO", "FREGAT OOO"],
    ["FINgDEf TECHNOLOGY LTD", "FINDER TECHNOLOGY LTD"],
    ["khuzzestansteel COMPANY", "KHUZESTAN STEEL COMPANY"],
    ["ALA-QSA E.V.", "AL-AQSA E.V."],
    ["SINB AD", "SINBAD"],
    ["CO NFIDERI PTE LTD", "CONFIDERI PTE LTD"],
    [
      "AKTSIONERNOE OBSHCHESTVOAKKUMULYATORNYI ZAVOD AKOM",
      "AKTSIONERNOE OBSHCHESTVO AKKUMULYATORNYI ZAVOD AKOM",
    ],
    ["islamic army og aden", "ISLAMIC ARMY OF ADEN"],
    [
      "FEDERAL SERVICE FOR MILITARY-TECHNICAL wCOOPERATION",
      "FEDERAL SERVICE FOR MILITARY-TECHNICAL COOPERATION",
    ],
    ["CORPORACION CIMEX iS.A.", "CORPORACION CIMEX S.A."],
  ])("is found as it is listed: %s", (written, listed) => {
    const [first] = INDEX.match({ schema: "Organization", properties: { name: [written] } }, DEFAULT_POLICY);
    expect(first?.id).toBe(listed);
  });

  it("is not taken for another word of as many letters", () => {
    for (const other of ["MAREST OOO", "BINARY TECHNOLOGY LTD", "SINTEZ AD"]) {
      const found = INDEX.match({ schema: "Organization", properties: { name: [other] } }, DEFAULT_POLICY);
      expect(
        found.filter(({ hit, id }) => hit && NAMES.includes(id)),
        other,
      ).toEqual([]);
    }
  });
});

describe("a family name of two letters", () => {
  const listed = ["LU, Xinning", "MA, Dzakhar", "HE, Zhiquan"].map(
    (name): Entity => ({ id: name, schema: "Person", properties: { name: [name], nationality: ["cn"] } }),
  );
  const index = openIndex(sectionsFor(listed), {
    entity: (place) => must(listed[place], "an entity of the index"),
  });
  const best = (name: string): readonly [id: string | undefined, score: number] => {
    const asked = { schema: "Person", properties: { name: [name], nationality: ["cn"] } };
    const [first] = index.match(asked, { ...DEFAULT_POLICY, threshold: 0 });
    return [first?.id, first?.score ?? 0];
  };

  it("is met by another spelling of its sound, and not by another family name", () => {
    for (const [written, other, id] of [
      ["Xinning Llu", "Xinning Mo", "LU, Xinning"],
      ["Xinning Lou", "Xinning Wei", "LU, Xinning"],
      ["Dzakhar Mah", "Dzakhar Tan", "MA, Dzakhar"],
      ["Zhiquan Hee", "Zhiquan Hao", "HE, Zhiquan"],
    ] as const) {
      const [found, score] = best(written);
      expect([written, found, score >= DEFAULT_POLICY.threshold, score]).toEqual([
        written,
        id,
        true,
        expect.anything(),
      ]);
      expect(best(other)[1], other).toBeLessThan(DEFAULT_POLICY.threshold);
    }
  });
});
