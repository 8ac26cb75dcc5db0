import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { pairComparer } from "./compare.ts";
import { NAME_FEATURES } from "./features.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { INPUTS } from "./inputs.ts";
import { openIndex } from "./open-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { Match, Subject } from "./subject.ts";

const ENTITIES = listedEntities();
const INDEX = openIndex(sectionsFor(ENTITIES), {
  entity: (index) => must(ENTITIES[index], "an entity of the index"),
});

function person(name: string, facts: Subject["properties"] = {}): Subject {
  return { schema: "Person", properties: { name: [name], ...facts } };
}

function find(subject: Subject, id: string): Match {
  const policy = { ...DEFAULT_POLICY, threshold: 0.7, limit: 50 };
  const found = INDEX.match(subject, { ...policy, threshold: 0 }).find((match) => match.id === id);
  const hit = INDEX.match(subject, policy).find((match) => match.id === id);
  return hit ?? must(found, `a match with ${id}`);
}

const JONG = "ofac-24979";

describe("the explanation of a match", () => {
  it("has one statement for every number that the model looks at", () => {
    const spoken = NAME_FEATURES.flatMap(({ inputs }) => inputs);
    expect(spoken.toSorted()).toEqual(INPUTS.map(([name]) => name).toSorted());
  });

  it("says how words met that are not equal", () => {
    const { features } = find(person("Chong Song-hwa"), JONG);
    const altered = must(
      features.find(({ feature }) => feature === "name-words-altered"),
      "a statement about altered words",
    );
    expect(altered.meetings).toEqual([{ query: "chong", listed: "jong", how: "romanization" }]);
  });

  it.each([
    ["محمد حسين", "Mohammed Hussain", "“محمد” (Arabic) may be written “mohammed”"],
    ["Владимир Ковалёв", "Wladimir Kovalyov", "“владимир” (Cyrillic) may be written “wladimir”"],
    ["王小明", "Wang Xiaomin", "“小明” (Chinese) may be written “xiaomin”"],
    ["משה כהן", "Moshe Cohen", "“כהן” (Hebrew) may be written “cohen”"],
  ])("says from which script %s was read where it meets %s", (name, other, words) => {
    const match = pairComparer(INDEX)({ subject: person(name), other: person(other) }, 0.5);
    const altered = match?.features.find(({ feature }) => feature === "name-words-altered");
    expect(altered?.words).toContain(words);
  });

  it("speaks of a birth date when it agrees, when it does not, and not when none is stated", () => {
    const birth = (facts: Subject["properties"]): readonly string[] =>
      find(person("Jong Song Hwa", facts), JONG).features.flatMap(({ feature }) =>
        feature.startsWith("birth") ? [feature] : [],
      );
    expect(birth({ birthDate: ["1970-02-05"] })).toEqual(["birth-date-equal"]);
    expect(birth({ birthDate: ["1971-06-06"] })).toEqual(["birth-date-neighbor-year"]);
    expect(birth({ birthDate: ["1990"] })).toEqual(["birth-date-disjoint"]);
    expect(birth({})).toEqual([]);
  });

  it("tells the smallest change that turns a hit into none, with the score that the change then gives", () => {
    const { hit, change } = find(person("Jong Song Hwa"), JONG);
    expect(hit).toBe(true);
    expect(change?.words).toMatch(/^With a birth date years away from 1970-02-05: 0\.\d\d, no hit\.$/);
    expect(find(person("Jong Song Hwa", { birthDate: ["1999-09-09"] }), JONG).score).toBe(change?.score);
  });

  it("never takes a namesake who was born years apart for a hit, however rare the name, and says why", () => {
    const persons = ENTITIES.filter(
      ({ schema, properties }) => schema === "Person" && (properties.birthDate ?? []).length > 0,
    ).slice(0, 200);
    expect(persons.length).toBe(200);
    for (const { id, properties } of persons) {
      const subject = person(properties.name?.[0] ?? "", { birthDate: ["1899-01-01"] });
      const match = INDEX.match(subject, { ...DEFAULT_POLICY, threshold: 0 }).find((one) => one.id === id);
      expect([match?.name?.listed, (match?.score ?? 0) < DEFAULT_POLICY.threshold]).toEqual([
        match?.name?.listed,
        true,
      ]);
    }
    const stated = ({ features }: Match): readonly string[] => features.map(({ feature }) => feature);
    const namesake = person("Jong Song Hwa", { birthDate: ["1899-01-01"] });
    expect(stated(find(namesake, JONG))).toContain("namesake-alone");
    expect(stated(find(person("Jong Song Hwa", { birthDate: ["1971-06-06"] }), JONG))).not.toContain(
      "namesake-alone",
    );
  });

  it("is read by the same accessors for every match, since V8 keeps what has accessors of its own", () => {
    const read = (name: string): (() => unknown) | undefined =>
      Object.getOwnPropertyDescriptor(find(person(name), JONG), "features")?.get;
    expect(read("Jong Song Hwa")).toBeTypeOf("function");
    expect(read("Jong Song Hwa")).toBe(read("Jong Sung Hwa"));
  });

  it("tells what was found in the writing of the name", () => {
    expect(find(person("Jong Song\u200b Hwa"), JONG).nameFindings).toEqual([
      { side: "query", finding: "invisible-characters" },
    ]);
    expect(find(person("Jong Song Hwa"), JONG).nameFindings).toBeUndefined();
  });
});

describe("the laws of the score", () => {
  const score = (subject: Subject, id: string): number => find(subject, id).score;
  const sample = ENTITIES.filter(({ schema }) => schema === "Person").slice(0, 60);

  it("moves by less than 0.15 when a person's words stand in another order", () => {
    for (const { id, properties } of sample) {
      const name = must(properties.name?.[0], "a name").replaceAll(",", "");
      const words = name.split(/\s+/);
      const turned = [...words.slice(1), words[0]].join(" ");
      expect(Math.abs(score(person(turned), id) - score(person(name), id)), name).toBeLessThan(0.15);
    }
  });

  it("never falls when a fact that agrees is added", () => {
    for (const { id, properties } of sample) {
      const name = must(properties.name?.[0], "a name");
      const alone = score(person(name), id);
      for (const property of ["nationality", "birthDate"] as const) {
        const values = properties[property];
        if (values !== undefined)
          expect(score(person(name, { [property]: values }), id)).toBeGreaterThanOrEqual(alone);
      }
    }
  });

  it("never rises when a word that the listing has is left out", () => {
    for (const { id, properties } of sample) {
      const name = must(properties.name?.[0], "a name");
      const fewer = name.split(/\s+/).slice(0, -1).join(" ");
      if (fewer === "") continue;
      const found = INDEX.match(person(fewer), { ...DEFAULT_POLICY, threshold: 0, limit: 50 });
      const own = found.find((match) => match.id === id)?.score ?? 0;
      expect(own, name).toBeLessThanOrEqual(score(person(name), id) + 1e-6);
    }
  });
});
