import { describe, expect, it } from "vitest";
import type { Entity } from "../entity/entity.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { Match, Subject } from "./subject.ts";

function person(name: string, facts: Readonly<Record<string, readonly string[]>> = {}): Subject {
  return { schema: "Person", properties: { name: [name], ...facts } };
}

const EXTRA: readonly Entity[] = [
  {
    id: "x-person",
    schema: "Person",
    properties: {
      name: ["Qarbon Zelmira Testov"],
      weakAlias: ["Zelmo the Fox"],
      birthDate: ["1961-04-05"],
      nationality: ["ru"],
      gender: ["male"],
      passportNumber: ["KP 123-456789"],
    },
  },
  {
    id: "x-vessel",
    schema: "Vessel",
    properties: { name: ["Qarbon Zelmira Testov"], imoNumber: ["IMO 9187629"] },
  },
  { id: "x-only-form", schema: "Company", properties: { name: ["S.A. de C.V."] } },
  { id: "x-burmese", schema: "Person", properties: { name: ["အောင်ဆန်း"] } },
  { id: "x-digits", schema: "Organization", properties: { name: ["17"] } },
  { id: "x-one", schema: "Person", properties: { name: ["Zzyzx"] } },
];

/** What every implementation of the index must do. `open` gets the fixture's entities and those of this suite. */
export function candidateIndexContract(
  name: string,
  entities: readonly Entity[],
  open: (entities: readonly Entity[]) => CandidateIndex,
): void {
  describe(`candidate index: ${name}`, () => {
    const index = open([...entities, ...EXTRA]);
    const match = (subject: Subject): readonly Match[] => index.match(subject, DEFAULT_POLICY);
    const first = (subject: Subject): Match | undefined => match(subject)[0];

    it.each([
      "Jong Song Hwa",
      "JONG, Song Hwa",
      "정성화",
      "정 성화",
      "Чон Сон Хва",
      "Chong Song-hwa",
      "Jeong Seong-hwa",
      "Songhwa Jong",
      "Jung Sung Hwa",
      "ＪＯＮＧ Song\u200BHwa",
    ])("finds JONG, Song Hwa by %s", (written) => {
      const found = first(person(written));
      expect(found?.id).toBe("ofac-24979");
      expect(found?.hit).toBe(true);
    });

    it("scores a birth date that agrees above none, and none above one that does not", () => {
      const [agrees, none, differs] = [["1970-02-05"], [], ["1991-02-06"]].map(
        (birthDate) => first(person("Jong Song Hwa", { birthDate }))?.score ?? 0,
      );
      expect(agrees).toBeGreaterThan(none ?? 0);
      expect(none).toBeGreaterThan(differs ?? 0);
      expect(differs).toBeLessThan(DEFAULT_POLICY.threshold);
    });

    it.each([
      "China Silver Star",
      "延边银星网络科技有限公司",
      "Yanbian Silver Star Network Technology Limited",
      "YANBIAN SILVERSTAR NETWORK TECHNOLOGYLTD",
      "Yanbian Silverstra Network Technology Compnay Limited",
    ])("finds Yanbian Silverstar by %s", (written) => {
      const found = first({ schema: "Company", properties: { name: [written] } });
      expect(found?.id).toBe("ofac-24977");
      expect(found?.hit).toBe(true);
    });

    it("never takes a person for a ship", () => {
      expect(match(person("Qarbon Zelmira Testov")).map(({ id }) => id)).toEqual(["x-person"]);
      expect(
        match({ schema: "Vessel", properties: { name: ["Qarbon Zelmira Testov"] } }).map(({ id }) => id),
      ).toEqual(["x-vessel"]);
      expect(
        match({ schema: "LegalEntity", properties: { name: ["Qarbon Zelmira Testov"] } }).map(({ id }) => id),
      ).toEqual(["x-person"]);
    });

    it("finds by an identifier alone, however it is written", () => {
      const found = first({ schema: "Person", properties: { idNumber: ["kp123456789"] } });
      expect(found).toMatchObject({ id: "x-person", hit: true, name: null });
      expect(first({ schema: "Vessel", properties: { imoNumber: ["9187629"] } })?.id).toBe("x-vessel");
    });

    it("holds an identifier in common against a name that differs", () => {
      expect(first(person("Somebody Else Entirely", { passportNumber: ["KP123456789"] }))).toMatchObject({
        id: "x-person",
        hit: true,
      });
    });

    it("makes no hit of a weak alias alone, and lets it confirm", () => {
      expect(first(person("Zelmo the Fox"))?.hit).toBe(false);
      expect(first(person("Zelmo the Fox", { birthDate: ["1961-04-05"], nationality: ["ru"] }))?.hit).toBe(
        true,
      );
    });

    it("makes no hit of one word of a longer name", () => {
      expect(
        match(person("Jong"))
          .filter(({ id }) => id === "ofac-24979" && true)
          .some(({ hit }) => hit),
      ).toBe(false);
      expect(match(person("Zelmira")).some(({ hit }) => hit)).toBe(false);
    });

    it("finds names of signs, digits, one word, rare scripts and legal forms alone", () => {
      expect(first({ schema: "Company", properties: { name: ["S.A. DE C.V."] } })?.id).toBe("x-only-form");
      expect(first(person("အောင်ဆန်း"))?.id).toBe("x-burmese");
      expect(first({ schema: "Organization", properties: { name: ["17"] } })?.id).toBe("x-digits");
      expect(first(person("ZZYZX"))?.id).toBe("x-one");
    });

    it("leaves strangers alone", () => {
      for (const stranger of ["Lasse Klavs Schultz", "Minji Park", "Angel Lori Espinoza", "Emma Johansson"]) {
        expect(
          match(person(stranger)).some(({ hit }) => hit),
          stranger,
        ).toBe(false);
      }
    });

    it("adds up: the weights of an explanation are its score", () => {
      for (const found of match(
        person("Chong Song-hwa", { birthDate: ["1970"], gender: ["female"], nationality: ["kr"] }),
      )) {
        const sum = found.features.reduce((total, { weight }) => total + weight, 0);
        expect(found.score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 3);
        for (const { words } of found.features) expect(words).toMatch(/^[A-Z“].*\.$/);
      }
    });

    it("answers alike whatever was asked before, and nothing for nothing", () => {
      const before = match(person("Chong Song-hwa"));
      match(person("Vladimir Putin"));
      match({ schema: "Thing", properties: {} });
      match(person(""));
      match(person("\u0301".repeat(5_000)));
      match({ schema: "Nonsense", properties: { name: ["x".repeat(100_000)] } });
      match(
        person("a ".repeat(10_000), {
          birthDate: ["31 Feb", "x"],
          nationality: ["?"],
          passportNumber: ["-"],
        }),
      );
      expect(match(person("Chong Song-hwa"))).toEqual(before);
    });
  });
}
