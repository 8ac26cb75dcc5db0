import type { Properties } from "../../src/engine/entity/entity.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { hashOf, isLatin, shuffled } from "./fold.ts";
import { asWritten, isOfacOrUn, latinNames, type Parties, type Party } from "./parties.ts";
import { type Perturbation, perturb, perturbBirthDate } from "./perturb.ts";

/** `script` is the listing's own name in its original script, as the list writes it. */
export type NameClass = Perturbation | "script";

type Classes = readonly (readonly ["person" | "organization", readonly NameClass[]])[];

const PERSON_CLASSES: readonly NameClass[] = [
  "as-listed",
  "typo",
  "two-typos",
  "first-letter",
  "order",
  "word-dropped",
  "initial",
  "joined",
  "split",
  "transliteration",
  "noise",
  "homoglyph",
  "script",
];

/** Organizations have no order, middle names or initials; what is left off them is the legal form. */
const ORGANIZATION_CLASSES: readonly NameClass[] = [
  "as-listed",
  "typo",
  "two-typos",
  "first-letter",
  "joined",
  "split",
  "transliteration",
  "noise",
  "homoglyph",
  "legal-form",
  "script",
];

/** Ways of writing that are measured apart: added to the classes above they would make another figure of the same name. */
const FURTHER_CLASSES: Classes = [
  ["person", ["given-name-added", "hebrew"]],
  ["organization", ["word-added", "country-added", "cut-off"]],
];

/** A listed party asked about under a name that is written otherwise. */
export type Positive = {
  readonly kind: "person" | "organization";
  readonly nameClass: NameClass;
  /** What was done to the birth date; `none-listed` where the list gives none. */
  readonly dateClass: string;
  readonly listed: string;
  readonly name: string;
  /** Ids of the parties that bear the listed name: finding any of them is right. */
  readonly right: readonly string[];
  /** These, and entries of other lists for the same party under names spelled otherwise: nobody is wrong to find them. */
  readonly same: readonly string[];
  readonly withFacts: Subject;
  readonly alone: Subject;
};

/** A share of the names asked for is the first name of the list, the rest are other names of full weight. */
const FIRST_NAME_SHARE = 0.6;

function written(
  party: Party,
  nameClass: NameClass,
  random: Random,
): { readonly listed: string; readonly name: string } | null {
  if (nameClass === "script") {
    const scripts = party.names.filter(({ text, kind }) => kind !== "weakAlias" && isOtherScript(text));
    if (scripts.length === 0) return null;
    const { text } = random.pick(scripts);
    return { listed: text, name: text };
  }
  const names = latinNames(party);
  const [first] = names;
  if (first === undefined) return null;
  const listed = random.chance(FIRST_NAME_SHARE) ? first : random.pick(names);
  // The name as listed keeps the list's comma: that is how it is pasted out of the list.
  const base = nameClass === "as-listed" ? listed : asWritten(party, listed);
  const name = perturb(base, nameClass, random);
  return name === null ? null : { listed, name };
}

/** True where a name holds letters of another script and none of the Latin one. */
export function isOtherScript(text: string): boolean {
  return /\p{L}.*\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text) && !isLatin(text);
}

function factsOf(party: Party, random: Random): { readonly facts: Properties; readonly dateClass: string } {
  if (party.kind === "organization") {
    const facts: Properties = party.countries.length === 0 ? {} : { country: [random.pick(party.countries)] };
    return { facts, dateClass: "organization" };
  }
  const nationality = party.countries.length === 0 ? {} : { nationality: [random.pick(party.countries)] };
  if (party.birthDates.length === 0) return { facts: nationality, dateClass: "none-listed" };
  const { date, how } = perturbBirthDate(random.pick(party.birthDates), random);
  return { facts: date === null ? nationality : { ...nationality, birthDate: [date] }, dateClass: how };
}

function positiveOf(parties: Parties, party: Party, nameClass: NameClass): Positive | null {
  if (party.kind === "other") return null;
  const random = new Random(hashOf(`positive ${nameClass} ${party.entity.id}`));
  const spelling = written(party, nameClass, random);
  if (spelling === null) return null;
  const { facts, dateClass } = factsOf(party, random);
  const schema = party.kind === "person" ? "Person" : "Organization";
  const right = [...new Set([party.entity.id, ...parties.bearersOf(spelling.listed)])];
  return {
    kind: party.kind,
    nameClass,
    dateClass,
    ...spelling,
    right,
    same: [...new Set(right.flatMap(parties.sameAs))],
    withFacts: { schema, properties: { name: [spelling.name], ...facts } },
    alone: { schema, properties: { name: [spelling.name] } },
  };
}

function positivesIn(parties: Parties, perClass: number, all: Classes): readonly Positive[] {
  const positives: Positive[] = [];
  for (const [kind, classes] of all) {
    const pool = parties.all.filter((party) => party.kind === kind && isOfacOrUn(party));
    for (const nameClass of classes) {
      let taken = 0;
      for (const party of shuffled(pool, `positives ${nameClass}`, ({ entity }) => entity.id)) {
        if (taken === perClass) break;
        const positive = positiveOf(parties, party, nameClass);
        if (positive === null) continue;
        positives.push(positive);
        taken += 1;
      }
    }
  }
  return positives;
}

/** Listed parties of OFAC and the UN, asked about under names of every class, at most `perClass` persons and as many organizations each. */
export function positivesOf(parties: Parties, perClass: number): readonly Positive[] {
  return positivesIn(parties, perClass, [
    ["person", PERSON_CLASSES],
    ["organization", ORGANIZATION_CLASSES],
  ]);
}

/** The same under names of the further classes. */
export function furtherPositivesOf(parties: Parties, perClass: number): readonly Positive[] {
  return positivesIn(parties, perClass, FURTHER_CLASSES);
}
