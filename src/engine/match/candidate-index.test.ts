import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { firstOf, valuesOf } from "../entity/entity.ts";
import { candidateIndexContract } from "./candidate-index.contract.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndex } from "./open-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { openReference } from "./reference.ts";
import { REMEMBERED_MAX } from "./spellings.ts";
import type { Subject } from "./subject.ts";

const ENTITIES = listedEntities();
const SECTIONS = sectionsFor(ENTITIES);
const ACCESS = { entity: (index: number) => must(ENTITIES[index], "an entity of the index") };
const INDEX = openIndex(SECTIONS, ACCESS);

candidateIndexContract("compiled", ENTITIES, (entities) =>
  openIndex(sectionsFor(entities), { entity: (index) => must(entities[index], "an entity") }),
);
candidateIndexContract("reference", ENTITIES, (entities) =>
  openReference(sectionsFor(entities), { entity: (index) => must(entities[index], "an entity") }),
);

/** A slip of the kind that hands make, chosen by two numbers. */
function mistype(name: string, kind: number, place: number): string {
  const at = Math.floor(place * (name.length - 1));
  if (kind === 0) return `${name.slice(0, at)}${name.slice(at + 1)}`;
  if (kind === 1) return `${name.slice(0, at)}e${name.slice(at)}`;
  if (kind === 2) return `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
  return name
    .split(/[\s,]+/)
    .reverse()
    .join(" ");
}

describe("the compiled index against the exhaustive reference", () => {
  it("finds what the reference finds", () => {
    const reference = openReference(SECTIONS, ACCESS);
    let asked = 0;
    const lost: string[] = [];
    for (let at = 0; at < ENTITIES.length; at += 13) {
      const entity = must(ENTITIES[at], "an entity");
      const name = mistype(firstOf(entity, "name") ?? "", at % 4, (at % 17) / 17);
      const subject = { schema: entity.schema, properties: { name: [name] } };
      const slow = reference.match(subject, DEFAULT_POLICY)[0];
      if (slow?.hit !== true) continue;
      asked += 1;
      const fast = INDEX.match(subject, DEFAULT_POLICY)[0];
      if (fast?.score !== slow.score)
        lost.push(`${name}: ${slow.id} ${slow.score}, not ${fast?.id} ${fast?.score}`);
    }
    expect(asked).toBeGreaterThan(150);
    expect(lost).toEqual([]);
    // Four seconds of a processor, of which other programs may take most.
  }, 240_000);

  it("finds every name and strong alias as it stands, first or tied", () => {
    const lost: string[] = [];
    for (const entity of ENTITIES) {
      for (const name of [...valuesOf(entity, "name"), ...valuesOf(entity, "alias")]) {
        const found = INDEX.match(
          { schema: entity.schema, properties: { name: [name] } },
          { ...DEFAULT_POLICY, limit: 200 },
        );
        const own = found.find(({ id }) => id === entity.id);
        if (own === undefined || own.score < (found[0]?.score ?? 0)) lost.push(`${entity.id} ${name}`);
      }
    }
    expect(lost).toEqual([]);
  }, 60_000);

  it("tells reasons that are read later as those of their own question and of its policy's weights", () => {
    const born = must(
      ENTITIES.find((entity) => entity.schema === "Person" && valuesOf(entity, "birthDate").length === 1),
      "a person whose birth date is listed",
    );
    const facts = { name: [firstOf(born, "name") ?? ""], birthDate: valuesOf(born, "birthDate") };
    const asked = { schema: "Person", properties: facts };
    const half = { ...DEFAULT_POLICY, weights: { birthDate: 0.5 } };
    const read = structuredClone(INDEX.match(asked, half));
    const unread = INDEX.match(asked, half);
    INDEX.match({ schema: "Company", properties: { name: ["Yanbian Silverstar"] } }, DEFAULT_POLICY);
    expect(read.length).toBeGreaterThan(0);
    expect(structuredClone(unread)).toEqual(read);
    expect(structuredClone(INDEX.match(asked, DEFAULT_POLICY))[0]?.features).not.toEqual(read[0]?.features);
  });

  it("answers alike in any order of questions, with its memories of words empty or run over", () => {
    // Two names in Arabic that are written together or apart are two questions, however alike their letters.
    const written =
      "عبد الله كريمي,عبدالله كريمي,عبد الرحمن خليل,عبدالرحمن خليل,هدايت الله,هدايتالله,شمس الدين,شمسالدين,김정은,김 정은,金正恩,キム・ジョンウン,Ким Чен Ын,Чон Сон Хва,Abd al-Rahman Khalil,Abdalrahman Khalil";
    const asked: readonly Subject[] = [
      ...written.split(",").map((name) => ({ schema: "Person", properties: { name: [name] } })),
      ...ENTITIES.filter((_entity, at) => at % 40 === 0).map(({ schema, properties: { name = [] } }) => ({
        schema,
        properties: { name: [mistype(name[0] ?? "", name.length % 4, 0.4)] },
      })),
    ];
    const answers = (index: CandidateIndex, subjects: readonly Subject[]): readonly unknown[] =>
      subjects.map((subject) => structuredClone(index.match(subject, { ...DEFAULT_POLICY, threshold: 0 })));
    const fresh = answers(openIndex(SECTIONS, ACCESS), asked);
    const used = openIndex(SECTIONS, ACCESS);
    // Half of the questions were asked before, and what was remembered of them is among what is forgotten next.
    answers(used, asked.slice(asked.length / 2));
    for (let at = 0; at < REMEMBERED_MAX; at += 1) {
      const local = [...at.toString(16)].map((digit) =>
        "ابتجحدرزسصطعفقلم".charAt(Number.parseInt(digit, 16)),
      );
      used.candidates({ schema: "Person", properties: { name: [local.join("")] } }, 1);
    }
    expect(answers(used, asked.toReversed()).toReversed()).toEqual(fresh);
  });

  it("finds a ship or company of which a word of three letters has lost one, among many that share the rest", () => {
    const signs = ["IJB", "MOM", "WRQ", "QFS", "TUV"];
    const others = Array.from({ length: 300 }, (_, at) => `EP-${String.fromCharCode(65 + (at % 26))}Z${at}`);
    const listed = [...others, ...signs.map((sign) => `EP-${sign}`)].map((name, at) => ({
      id: `x-${at}`,
      schema: "Airplane",
      properties: { name: [name] },
    }));
    const index = openIndex(sectionsFor(listed), { entity: (at) => must(listed[at], "an entity") });
    for (const [at, sign] of signs.entries()) {
      for (const kept of [sign.slice(1), sign.slice(0, 2), `${sign.charAt(0)}${sign.charAt(2)}`]) {
        const found = index.candidates({ schema: "Airplane", properties: { name: [`EP-${kept}`] } }, 20);
        expect(found, `EP-${kept}`).toContain(others.length + at);
      }
    }
  });

  it("never throws, whatever the subject", () => {
    const subject = fc.record({
      schema: fc.constantFrom("Person", "Company", "LegalEntity", "Vessel", "Thing", "?"),
      properties: fc.record({
        name: fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 4 }),
        birthDate: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }),
        nationality: fc.array(fc.string({ maxLength: 4 }), { maxLength: 2 }),
        idNumber: fc.array(fc.string({ maxLength: 10 }), { maxLength: 2 }),
      }),
    });
    fc.assert(
      fc.property(subject, (one: Subject) => {
        for (const { score } of INDEX.match(one, DEFAULT_POLICY)) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("gives a name the same score whatever its case, accents or width", () => {
    for (const entity of ENTITIES.slice(0, 200)) {
      const name = firstOf(entity, "name") ?? "";
      const score = (text: string): number | undefined =>
        INDEX.match({ schema: entity.schema, properties: { name: [text] } }, DEFAULT_POLICY)[0]?.score;
      const wide = name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect(score(name.toLowerCase()), name).toBe(score(name));
      expect(score(name.replace(/[AEO]/g, "$&\u0301")), name).toBe(score(name));
      expect(score(wide), name).toBe(score(name));
    }
  });
});
