import { schemaOfWord } from "../engine/lists/plain-csv/columns.ts";
import { ALGORITHM_NAMES } from "../engine/match/algorithms/algorithm.ts";
import { namedAlgorithm } from "../engine/match/algorithms/algorithm-index.ts";
import { DEFAULT_POLICY } from "../engine/match/policy.ts";
import {
  type PolicyWeights,
  WEIGHED_EVIDENCE,
  WEIGHT_TIMES_MAX,
  type WeighedEvidence,
} from "../engine/match/policy-weights.ts";
import { REQUIRED_EVIDENCE } from "../engine/match/required-evidence.ts";
import type { ScreenPolicy, Subject } from "../engine/match/subject.ts";
import { rowOfFacts } from "../service/screening/files/subject-of-cells.ts";
import { type Flag, type Given, suggestion, usageFault } from "./command.ts";

/** Flags that state facts of the party asked about. */
export const SUBJECT_FLAGS: Readonly<Record<string, Flag>> = {
  schema: {
    value: "KIND",
    words: "what the party is: Person, Company, Organization, Vessel … ; guessed where not given",
  },
  birth: {
    value: "DATE",
    words: "date of birth, as precisely as it is known: 1970, 1970-02 or 1970-02-05",
    many: true,
  },
  country: { value: "COUNTRY", words: "a country it belongs to, by code or name", many: true },
  nationality: { value: "COUNTRY", words: "nationality, by code or name", many: true },
  id: {
    value: "NUMBER",
    words: "an identifier: passport, registration, IMO number …; PROPERTY=NUMBER says which",
    many: true,
  },
  address: { value: "ADDRESS", words: "an address", many: true },
};

/** How the kinds of evidence that have weights are typed. */
const WEIGHT_FLAGS: Readonly<Record<WeighedEvidence, string>> = {
  birthDate: "birth-date",
  country: "country",
  gender: "gender",
  weakAlias: "weak-alias",
};

/** Flags that state how screening is done. */
export const POLICY_FLAGS: Readonly<Record<string, Flag>> = {
  limit: { value: "COUNT", words: `at most so many matches (${DEFAULT_POLICY.limit})` },
  threshold: {
    value: "SCORE",
    words: `a match at or over this score, 0 to 1, is a hit (${DEFAULT_POLICY.threshold})`,
  },
  capacity: {
    value: "COUNT",
    words: "hits that can be reviewed of every --per screened: the threshold follows from the measured curve",
  },
  per: { value: "COUNT", words: "screened for every --capacity hits" },
  list: { value: "LIST", words: 'only this list, by its id in "sluice lists"', many: true },
  lists: { value: "LIST,LIST", words: "only these lists" },
  algorithm: {
    value: "NAME",
    words: `how parties are compared: ${ALGORITHM_NAMES.join(", ")} (sluice)`,
  },
  require: {
    value: "EVIDENCE",
    words: `evidence without which a match is no hit, with commas between: ${REQUIRED_EVIDENCE.join(", ")}`,
  },
  weights: {
    value: "EVIDENCE=TIMES",
    words: `what evidence counts for, as a multiple of what was measured, 0 to ${WEIGHT_TIMES_MAX}, with commas between: ${WEIGHED_EVIDENCE.map((kind) => WEIGHT_FLAGS[kind]).join(", ")}`,
  },
  at: {
    value: "DATE",
    words: "as the lists stood on this day (YYYY-MM-DD); their newest editions where not given",
  },
};

/** Most matches that may be asked for. */
const LIMIT_MAX = 500;

/** The schema that `--schema` states, or null. Throws `usage` for a word that means none. */
export function schemaFlag(given: Given): string | null {
  const word = given.value("schema");
  const schema = word === null ? null : schemaOfWord(word);
  if (word !== null && schema === null) {
    throw usageFault(`--schema ${word}: no such kind; Person, Company, Organization, LegalEntity, Vessel …`);
  }
  return schema;
}

function identifierFacts(given: Given, schema: string | null): Record<string, readonly string[]> {
  const facts: Record<string, string[]> = {};
  for (const text of given.values("id")) {
    const [, named, number] = /^([A-Za-z]+)=(.+)$/.exec(text) ?? [];
    const property =
      named ?? (schema === "Vessel" ? "imoNumber" : schema === "CryptoWallet" ? "publicKey" : "idNumber");
    facts[property] = [...(facts[property] ?? []), number ?? text];
  }
  return facts;
}

/** The party that a name and the flags describe. Throws `usage` where a fact is not what its flag takes. */
export function subjectOf(name: string, given: Given): Subject {
  const schema = schemaFlag(given);
  const facts: Record<string, readonly string[]> = {
    name: [name],
    ...identifierFacts(given, schema),
  };
  const flags = { birth: "birthDate", country: "country", nationality: "nationality", address: "address" };
  for (const [flag, property] of Object.entries(flags)) {
    if (given.has(flag)) facts[property] = given.values(flag);
  }
  const row = rowOfFacts({ row: 1, line: 1 }, facts, schema);
  if (row.notes[0] !== undefined) throw usageFault(row.notes[0]);
  if ("problem" in row) throw usageFault(row.problem);
  return row.subject;
}

/** The number that a flag states, or null where it is not given. Throws `usage`. */
export function numberOf(flag: string, value: string | null, least: number, most: number): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || number < least || number > most) {
    throw usageFault(`--${flag} ${value}: not a number from ${least} to ${most}`);
  }
  return number;
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  throw usageFault(`--${flag} ${text}: not known${suggestion(text, known)} (there are ${known.join(", ")})`);
}

/** Values of a flag that may stand with commas between them. */
function parts(text: string | null): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Customers screened, of whom so many can be reviewed, at most. */
const PER_MAX = 1_000_000_000;

/** The review capacity that the flags state: so many hits of so many screened, or null. Throws `usage`. */
export function capacityOf(given: Given): { readonly capacity: number; readonly per: number } | null {
  const capacity = numberOf("capacity", given.value("capacity"), 0, PER_MAX);
  const per = numberOf("per", given.value("per"), 1, PER_MAX);
  if (capacity === null && per === null) return null;
  if (capacity === null || per === null)
    throw usageFault(
      "--capacity and --per go together: --capacity 40 --per 5000 means 40 hits of 5,000 screened",
    );
  if (given.has("threshold")) throw usageFault("--capacity gives the threshold; leave out --threshold");
  const algorithm = given.value("algorithm");
  if (algorithm !== null && algorithm !== "sluice")
    throw usageFault(`--capacity is measured for Sluice's own scores, not for ${algorithm}'s`);
  return { capacity, per };
}

/** The weights that `--weights birth-date=0.5,country=2` states, or null. Throws `usage`. */
function weightsOf(given: Given): PolicyWeights | null {
  const weights = parts(given.value("weights")).map((part): [WeighedEvidence, number] => {
    const [kind = "", times = ""] = part.split("=");
    const word = oneOf("weights", kind, Object.values(WEIGHT_FLAGS));
    const number = numberOf(`weights ${word}`, times, 0, WEIGHT_TIMES_MAX);
    const evidence = WEIGHED_EVIDENCE.find((one) => WEIGHT_FLAGS[one] === word);
    if (evidence === undefined || number === null)
      throw usageFault(`--weights ${part}: write birth-date=0.5`);
    return [evidence, number];
  });
  if (weights.length === 0) return null;
  if (given.has("capacity"))
    throw usageFault("--capacity is measured for the weights as they are; give --threshold beside --weights");
  if ((given.value("algorithm") ?? "sluice") !== "sluice")
    throw usageFault(
      `--weights are those of Sluice's own evidence, which ${given.value("algorithm")} does not weigh`,
    );
  return Object.fromEntries(weights);
}

/** The screening policy that the flags state. Throws `usage`. */
export function policyOf(given: Given): ScreenPolicy {
  const limit = numberOf("limit", given.value("limit"), 1, LIMIT_MAX);
  if (limit !== null && !Number.isInteger(limit)) throw usageFault(`--limit ${limit}: not a whole number`);
  const threshold = numberOf("threshold", given.value("threshold"), 0, 1);
  const lists = [...new Set([...given.values("list"), ...parts(given.value("lists"))])];
  const named = given.value("algorithm");
  const algorithm = named === null ? "sluice" : oneOf("algorithm", named, ALGORITHM_NAMES);
  const required = parts(given.value("require")).map((text) => oneOf("require", text, REQUIRED_EVIDENCE));
  const weights = weightsOf(given);
  const changed =
    limit !== null ||
    threshold !== null ||
    lists.length > 0 ||
    algorithm !== "sluice" ||
    required.length > 0 ||
    weights !== null;
  return {
    name: changed ? "command-line" : DEFAULT_POLICY.name,
    threshold: threshold ?? namedAlgorithm(algorithm)?.threshold ?? DEFAULT_POLICY.threshold,
    limit: limit ?? DEFAULT_POLICY.limit,
    lists: lists.length > 0 ? lists : DEFAULT_POLICY.lists,
    ...(algorithm === "sluice" ? {} : { algorithm }),
    ...(required.length === 0 ? {} : { require: required }),
    ...(weights === null ? {} : { weights }),
  };
}
