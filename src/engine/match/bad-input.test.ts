import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { firstOf } from "../entity/entity.ts";
import { NAME_LIMITS } from "../names/limits.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndex } from "./open-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { Match, Subject } from "./subject.ts";

const ENTITIES = listedEntities();
const INDEX = openIndex(sectionsFor(ENTITIES), {
  entity: (index) => must(ENTITIES[index], "an entity of the index"),
});

function named(name: string, schema = "Person", more: readonly string[] = []): Subject {
  return { schema, properties: { name: [name, ...more] } };
}

const match = (subject: Subject): readonly Match[] => INDEX.match(subject, DEFAULT_POLICY);
const scoreOf = (subject: Subject): number => match(subject)[0]?.score ?? 0;
const findingsOf = (subject: Subject): readonly string[] =>
  (match(subject)[0]?.nameFindings ?? []).map(({ finding }) => finding);

/** Listed parties whose first name is in plain Latin letters, with it. */
const LISTED = ENTITIES.flatMap((entity) => {
  const name = firstOf(entity, "name") ?? "";
  return /^[A-Za-z][A-Za-z ,-]{8,60}$/.test(name) ? [{ name, schema: entity.schema }] : [];
});
const listed = fc.constantFrom(...LISTED);

/** The text with a sign put in at each of some places, given as shares of its length. */
function withSigns(text: string, sign: string, places: readonly number[]): string {
  const at = new Set(places.map((place) => Math.floor(place * (text.length + 1))));
  return [...text, ""].map((letter, index) => (at.has(index) ? sign + letter : letter)).join("");
}

const places = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 6 });
const RUNS = { numRuns: 60 };

describe("a name that hides what it is", () => {
  it.each([
    ["invisible-characters", "\u200b"],
    ["invisible-characters", "\u2060"],
    ["invisible-characters", "\u00ad"],
    ["direction-controls", "\u202e"],
    ["direction-controls", "\u2067"],
  ])("is seen through and reported: %s (%j)", (finding, sign) => {
    fc.assert(
      fc.property(listed, places, ({ name, schema }, at) => {
        const hidden = named(withSigns(name, sign, at), schema);
        expect(scoreOf(hidden)).toBe(scoreOf(named(name, schema)));
        expect(findingsOf(hidden)).toContain(finding);
      }),
      RUNS,
    );
  });

  it("is seen through where letters of another alphabet look like its own", () => {
    const alike = new Map(Object.entries({ a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", i: "і", s: "ѕ" }));
    fc.assert(
      fc.property(
        listed,
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        ({ name, schema }, swap) => {
          const disguised = [...name]
            .map((letter, at) => (swap[at] === true ? (alike.get(letter.toLowerCase()) ?? letter) : letter))
            .join("");
          // A word of which no Latin letter is left may be a word of the other alphabet.
          const words = disguised.split(/[ ,-]+/).filter((word) => word !== "");
          fc.pre(disguised !== name && words.every((word) => /[a-z]/i.test(word)));
          const subject = named(disguised, schema);
          expect(scoreOf(subject)).toBe(scoreOf(named(name, schema)));
          expect(findingsOf(subject)).toContain("mixed-lookalikes");
        },
      ),
      RUNS,
    );
  });

  it("loses nothing by half a character between its words", () => {
    fc.assert(
      fc.property(listed, fc.constantFrom("\ud83d", "\udc00"), ({ name, schema }, half) => {
        const broken = named(name.replace(" ", ` ${half} `), schema);
        fc.pre(name.includes(" "));
        expect(scoreOf(broken)).toBe(scoreOf(named(name, schema)));
        expect(findingsOf(broken)).toContain("unpaired-surrogate");
      }),
      RUNS,
    );
  });
});

describe("a name that is too much", () => {
  it("is cut to its limit, so that a megabyte costs what the limit costs", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
      fc.constant("Jong Song Hwa "),
    );
    fc.assert(
      fc.property(piece, (text) => {
        const long = text.repeat(Math.ceil(1_000_000 / text.length));
        const cut = long.slice(0, NAME_LIMITS.charsMax);
        const [whole, part] = [match(named(long)), match(named(cut))];
        expect(whole.map(({ id, score }) => [id, score])).toEqual(part.map(({ id, score }) => [id, score]));
        for (const { nameFindings } of whole)
          expect(nameFindings?.map(({ finding }) => finding)).toContain("cut-to-limit");
      }),
      { numRuns: 8 },
    );
  });

  it("says nothing where it is made of marks alone", () => {
    const marks = fc.string({
      unit: fc.constantFrom("\u0301", "\u0308", "\u0483", "\u20dd", "\ufe0f"),
      minLength: 1,
    });
    fc.assert(
      fc.property(marks, (text) => {
        expect(match(named(text)).some(({ hit }) => hit)).toBe(false);
      }),
      RUNS,
    );
  });

  it("among five hundred aliases is one of those that are looked at, the first", () => {
    const aliases = Array.from({ length: 500 }, (_, at) => `Stranger Number${at} Nobody`);
    const first = match(named("Jong Song Hwa", "Person", aliases))[0];
    expect(first).toMatchObject({ id: "ofac-24979", hit: true });
    const last = named("Stranger Nobody", "Person", [...aliases, "Jong Song Hwa"]);
    expect(match(last).map(({ id }) => id)).not.toContain("ofac-24979");
    expect(NAME_LIMITS.namesPerSubjectMax).toBeLessThan(500);
  });
});

describe("a name written in another way that means nothing", () => {
  it("keeps its score whatever its case, accents and width", () => {
    const way = fc.constantFrom<(text: string) => string>(
      (text) => text.toLowerCase(),
      (text) => text.toUpperCase(),
      (text) => text.replace(/[aeou]/gi, "$&\u0308"),
      (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      (text) => text.replaceAll(" ", " \u{1f600} "),
    );
    fc.assert(
      fc.property(listed, way, ({ name, schema }, write) => {
        expect(scoreOf(named(write(name), schema))).toBe(scoreOf(named(name, schema)));
      }),
      { numRuns: 150 },
    );
  });

  it("moves by less than 0.25 when a person's words stand in any other order", () => {
    const persons = LISTED.filter(
      ({ schema, name }) => schema === "Person" && name.split(/[ ,-]+/).length <= 4,
    );
    const order = fc.array(fc.double({ noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...persons), order, ({ name }, keys) => {
        const words = name.split(/[ ,-]+/).filter((word) => word !== "");
        const turned = words
          .map((word, at) => ({ word, key: keys[at] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ word }) => word);
        const [asListed, mixed] = [named(words.join(" ")), named(turned.join(" "))].map(scoreOf);
        expect(Math.abs((asListed ?? 0) - (mixed ?? 0)), turned.join(" ")).toBeLessThan(0.25);
      }),
      { numRuns: 150 },
    );
  });
});
