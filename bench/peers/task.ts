import type { CandidateIndex } from "../../src/engine/match/candidate-index.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import { indexTargetOf } from "../../src/engine/match/target.ts";
import { must } from "../../src/fault.ts";
import type { OpenedSnapshot } from "../../src/service/lists/store.ts";
import { indexOf } from "../eval/built-index.ts";
import { cleanCustomers } from "../eval/negatives.ts";
import { type Parties, type Party, partiesOf } from "../eval/parties.ts";
import { positivesOf } from "../eval/positives.ts";

/** One question that every program is asked. */
export type Query = {
  readonly kind: "listed" | "clean";
  readonly mode: "with-facts" | "name-alone";
  readonly subject: Subject;
  /** Ids that are right to find; none for clean customers. */
  readonly right: readonly string[];
};

/** What every program is given: the same listed parties and the same questions, in one mixed order. */
export type Task = {
  readonly parties: readonly Party[];
  readonly index: CandidateIndex;
  readonly queries: readonly Query[];
};

/** The one list that all three programs read. */
export const LIST = "us-ofac-sdn";

/** Positives of each class of writing, and clean customers; each is asked with facts and by the name alone. */
const PER_CLASS = 20;
const CLEAN = 2_500;

function onOneList(parties: Parties): Parties {
  return { ...parties, all: parties.all.filter(({ lists }) => lists.includes(LIST)) };
}

/** Mixes in strides, so that a program that runs out of its time has answered some of everything. */
function mixed(queries: readonly Query[]): readonly Query[] {
  const stride = 97;
  return Array.from({ length: stride }, (_, first) =>
    queries.filter((_query, at) => at % stride === first),
  ).flat();
}

/** The listed parties and the questions. */
export function taskOf({ snapshot }: OpenedSnapshot): Task {
  const parties = onOneList(partiesOf(snapshot));
  const index = indexOf(
    parties.all.map(({ entity }) => indexTargetOf(entity)),
    (place) => must(parties.all[place], "a party of the list").entity,
  );
  const held = new Set(parties.all.map(({ entity }) => entity.id));
  const listed = positivesOf(parties, PER_CLASS).flatMap(({ withFacts, alone, right }): Query[] => {
    const ids = right.filter((id) => held.has(id));
    return [
      { kind: "listed", mode: "with-facts", subject: withFacts, right: ids },
      { kind: "listed", mode: "name-alone", subject: alone, right: ids },
    ];
  });
  const clean = cleanCustomers(CLEAN).flatMap(({ withFacts, alone }): Query[] => [
    { kind: "clean", mode: "with-facts", subject: withFacts, right: [] },
    { kind: "clean", mode: "name-alone", subject: alone, right: [] },
  ]);
  return { parties: parties.all, index, queries: mixed([...listed, ...clean]) };
}
