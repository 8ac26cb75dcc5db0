import { assert } from "../../fault.ts";
import { COMPANY_FORMS } from "../names/legal-form.ts";
import { type Alignment, align, newAlignment } from "./align.ts";
import { BIRTH_CLASSES, BIRTH_WEIGHTS, compareBirthSpans } from "./birth-date.ts";
import { type Evidence, forgetNames, newEvidence, takeAlignment } from "./evidence.ts";
import { modelOf, weighFacts } from "./features.ts";
import { FACT_FIELDS, type IndexData, ROW_FIELDS } from "./index-data.ts";
import { fillInputs, type NamePair, newTally, type Tally, weighTies } from "./inputs.ts";
import { ORGANIZATION_MODEL, PERSON_MODEL, weighForest } from "./model.ts";
import { AS_MEASURED, type FullWeights } from "./policy-weights.ts";
import type { Query, QueryReading } from "./query.ts";
import { weighSpelled } from "./spelled.ts";
import { NAME_KINDS, PARTY_KINDS, type PartyKind } from "./target.ts";
import { weighQuickly } from "./weights.ts";

const WEAK_ALIAS = NAME_KINDS.indexOf("weakAlias");
const PERSON = PARTY_KINDS.indexOf("person");
const ORGANIZATION = PARTY_KINDS.indexOf("organization");
const LEGAL = PARTY_KINDS.indexOf("legal");
const ANY = PARTY_KINDS.indexOf("any");

/** Space that pairs are compared in; one serves all queries of an open index, one after the other. */
export type ScorerSpace = {
  readonly alignment: Alignment;
  readonly evidence: Evidence;
  readonly tally: Tally;
};

/** Space for comparisons. */
export function scorerSpace(): ScorerSpace {
  return { alignment: newAlignment(), evidence: newEvidence(), tally: newTally() };
}

/** Compares one query with rows and entities of the index. What it wrote last stands in its space. */
export type Scorer = {
  readonly alignment: Alignment;
  readonly evidence: Evidence;
  /** True where the listed party is weighed as an organization. */
  readonly isOrganization: (reading: QueryReading, row: number) => boolean;
  /** Rough log-odds of the two names alone, to choose which pairs deserve `weighNames`. */
  readonly weighRow: (reading: QueryReading, row: number) => number;
  /** Log-odds of the two names alone, by the model. */
  readonly weighNames: (reading: QueryReading, row: number) => number;
  /** How birth date and country compare, as one number for `weighFactsCode`. */
  readonly factsCode: (entity: number) => number;
  /** What the facts beside the names add; to choose as well. */
  readonly weighFactsAlone: (entity: number, organization: boolean) => number;
  /**
   * Log-odds of the parties, given the best pair of names found (reading and row, or -1 and -1 for none), and what the model
   * says of the two where that is known: the inputs are then left as they were.
   */
  readonly weighEntity: (entity: number, reading: number, row: number, nameSum?: number) => number;
};

/** True where a subject of this kind may be a listed party of that kind: a person is never a ship. */
export function mayBeOneParty(subject: PartyKind, listed: number): boolean {
  const own = PARTY_KINDS.indexOf(subject);
  if (own === listed || own === ANY || listed === ANY) return true;
  if (own === LEGAL) return listed === PERSON || listed === ORGANIZATION;
  return listed === LEGAL && (own === PERSON || own === ORGANIZATION);
}

/** Codes of birth dates and countries compared: place in `BIRTH_CLASSES`, and two bits for the countries above it. */
const COUNTRY_SHIFT = 4;

/** What each code of facts adds in log-odds, by the model for persons and by the one for others. */
const CODE_WEIGHTS: readonly Float64Array[] = [PERSON_MODEL, ORGANIZATION_MODEL].map(({ facts }) =>
  Float64Array.from({ length: 3 << COUNTRY_SHIFT }, (_, code) => {
    const birth = facts.birth[BIRTH_CLASSES[code & ((1 << COUNTRY_SHIFT) - 1)] ?? "none"];
    const country = (code >>> COUNTRY_SHIFT) - 1;
    return birth + (country > 0 ? facts.countrySame : country < 0 ? facts.countryDifferent : 0);
  }),
);

/** The most that such facts add. */
export const FACTS_MAX = Math.max(...CODE_WEIGHTS.flatMap((weights) => [...weights]));

/** What the facts of a code add in log-odds. */
export function weighFactsCode(code: number, organization: boolean): number {
  return (CODE_WEIGHTS[organization ? 1 : 0] as Float64Array)[code] as number;
}

/** A scorer for one query, in space that no other query uses meanwhile; `weights` are the policy's. */
export function scorerOf(
  data: IndexData,
  query: Query,
  space: ScorerSpace = scorerSpace(),
  weights: FullWeights = AS_MEASURED,
): Scorer {
  const { alignment, evidence, tally } = space;
  evidence.weights = weights;
  const { rowFacts } = data;
  const [none] = query.readings;
  const pair: NamePair | null =
    none === undefined
      ? null
      : { data, alignment, reading: none, row: -1, equal: false, forms: 0, formsMissing: false };
  const isOrganization = (reading: QueryReading, row: number): boolean => {
    const kind = (rowFacts[row * ROW_FIELDS + 1] as number) & 0xff;
    // A listed party of unknown kind is weighed as a person unless one of the names says company.
    if (kind !== LEGAL && kind !== ANY) return kind !== PERSON;
    return query.organization || rowFacts[row * ROW_FIELDS + 2] !== 0 || reading.forms !== 0;
  };
  const weighRow = (reading: QueryReading, row: number): number => {
    const kinds = rowFacts[row * ROW_FIELDS + 1] as number;
    const forms = rowFacts[row * ROW_FIELDS + 2] as number;
    evidence.organization = isOrganization(reading, row);
    align(data, reading, row, evidence.organization, alignment);
    takeAlignment(evidence, alignment);
    evidence.named = true;
    evidence.equal = rowFacts[row * ROW_FIELDS + 3] === reading.equal;
    evidence.romanized = reading.romanized;
    evidence.hebrew = reading.hebrew;
    evidence.homophones = reading.homophones;
    evidence.weakAlias = kinds >>> 8 === WEAK_ALIAS;
    evidence.companyListed =
      query.kind === "person" && (kinds & 0xff) !== PERSON && (forms & COMPANY_FORMS) !== 0;
    evidence.wordsQuery = reading.count;
    evidence.wordsListed = (data.rowStart[row + 1] as number) - (data.rowStart[row] as number);
    evidence.forms = forms === 0 || reading.forms === 0 ? 0 : (forms & reading.forms) !== 0 ? 1 : -1;
    evidence.formsMissing = (forms === 0) !== (reading.forms === 0);
    evidence.spelled = weighSpelled(data, reading, row, alignment);
    return weighQuickly(evidence) + evidence.spelled;
  };
  const weighNames = (reading: QueryReading, row: number): number => {
    weighRow(reading, row);
    assert(pair !== null, "a reading that is weighed is one of the query's");
    pair.reading = reading;
    pair.row = row;
    pair.equal = evidence.equal;
    pair.forms = evidence.forms;
    pair.formsMissing = evidence.formsMissing;
    fillInputs(pair, tally, evidence.inputs);
    evidence.nameSum =
      weighForest(modelOf(evidence).forest, evidence.inputs) + weighTies(evidence.inputs) + evidence.spelled;
    return evidence.nameSum;
  };
  const compareFacts = (entity: number): void => {
    evidence.birth = birthClass(data, query, entity);
    evidence.country = countryEvidence(data, query, entity);
    const gender = data.entityGender[entity] as number;
    evidence.gender = gender === 0 || query.gender === 0 ? 0 : (gender & query.gender) !== 0 ? 1 : -1;
  };
  const factsCode = (entity: number): number =>
    birthClass(data, query, entity) | ((countryEvidence(data, query, entity) + 1) << COUNTRY_SHIFT);
  const weighFactsAlone = (entity: number, organization: boolean): number =>
    weighFactsCode(factsCode(entity), organization);
  const weighEntity = (entity: number, reading: number, row: number, known = Number.NaN): number => {
    const best = query.readings[reading];
    if (best === undefined) {
      forgetNames(evidence);
      evidence.organization = data.entityKind[entity] !== PERSON;
    } else if (Number.isNaN(known)) weighNames(best, row);
    else {
      weighRow(best, row);
      evidence.nameSum = known;
    }
    compareFacts(entity);
    evidence.identifier = identifierEvidence(data, query, entity);
    return weighFacts(evidence, evidence.nameSum);
  };
  return {
    alignment,
    evidence,
    isOrganization,
    weighRow,
    weighNames,
    factsCode,
    weighFactsAlone,
    weighEntity,
  };
}

const CLASS_WEIGHTS = Float64Array.from(BIRTH_CLASSES, (name) => BIRTH_WEIGHTS[name]);

/** The most favourable of all pairs of dates: a list that gives several says that it does not know which. */
function birthClass(data: IndexData, query: Query, entity: number): number {
  const first = entity * FACT_FIELDS;
  const count = (data.entityFacts[first + 3] as number) & 0xff;
  if (count === 0 || query.birth.length === 0) return 0;
  if (count === 1 && query.birth.length === 2) {
    const [from, to] = [data.entityFacts[first] as number, data.entityFacts[first + 1] as number];
    return compareBirthSpans(query.birth[0] as number, query.birth[1] as number, from, to);
  }
  let best = 0;
  let weight = Number.NEGATIVE_INFINITY;
  for (let own = 0; own < query.birth.length; own += 2) {
    for (let at = data.birthStart[entity] as number; at < (data.birthStart[entity + 1] as number); at += 2) {
      const found = compareBirthSpans(
        query.birth[own] as number,
        query.birth[own + 1] as number,
        data.birth[at] as number,
        data.birth[at + 1] as number,
      );
      const says = CLASS_WEIGHTS[found] as number;
      if (says > weight) {
        weight = says;
        best = found;
      }
    }
  }
  return best;
}

function countryEvidence(data: IndexData, query: Query, entity: number): number {
  const first = entity * FACT_FIELDS;
  const count = ((data.entityFacts[first + 3] as number) >>> 8) & 0xff;
  const { countries } = query;
  if (count === 0 || countries.length === 0) return 0;
  if (count === 1 && countries.length === 1) return countries[0] === data.entityFacts[first + 2] ? 1 : -1;
  const to = data.countryStart[entity + 1] as number;
  for (let at = data.countryStart[entity] as number; at < to; at += 1) {
    for (let own = 0; own < countries.length; own += 1) if (countries[own] === data.country[at]) return 1;
  }
  return -1;
}

/** First identifier of an entity: they are filed in the order of the entities. */
export function firstIdentifier(data: IndexData, entity: number): number {
  let low = 0;
  let high = data.idEntity.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data.idEntity[middle] as number) < entity) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Kinds (see `identifierClass`) of which a party has one: LEI, IMO number, INN, OGRN, USCC. */
const ONE_OF_A_KIND = new Set([1, 4, 7, 8, 9]);

function identifierEvidence(data: IndexData, query: Query, entity: number): number {
  if (query.identifiers.length === 0) return 0;
  let differs = 0;
  for (
    let at = firstIdentifier(data, entity);
    at < data.idEntity.length && data.idEntity[at] === entity;
    at += 1
  ) {
    for (const own of query.identifiers) {
      if (own.hash === data.idHash[at]) return 1;
      if (own.kind === data.idKind[at] && ONE_OF_A_KIND.has(own.kind)) differs = -1;
    }
  }
  return differs;
}
