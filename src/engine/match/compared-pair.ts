import { type AnalyzedName, analyzeAsWritten, analyzeName, scriptOfName } from "../names/name.ts";
import { sectionsOf } from "../snapshot/sections.ts";
import { buildComparison, type NameAnalysis } from "./build-index.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { type IndexData, openIndexData } from "./index-data.ts";
import { type Query, type QueryReading, queryOf } from "./query.ts";
import { mayBeOneParty, type Scorer, type ScorerSpace, scorerOf, scorerSpace } from "./scorer.ts";
import type { Subject } from "./subject.ts";
import { indexTargetOf, namesOf } from "./target.ts";

/** Two parties set side by side, one of them as if it were listed, and the best of their names found. */
export type ComparedNames = {
  readonly data: IndexData;
  readonly query: Query;
  readonly scorer: Scorer;
  /** Place of the reading and row of the names that are likest, or -1 and -1 where none can be compared. */
  readonly reading: number;
  readonly row: number;
  /** What the model says of these names, in log-odds. */
  readonly nameSum: number;
};

/** Place of the other party in the small index; the subject stands behind it, so that its words are weighed too. */
const OTHER = 0;

/** Letters as they are where all names stand in one script other than Latin, else as names are read for screenings. */
function analysisOf(subject: Subject, other: Subject): NameAnalysis {
  const scripts = new Set([...namesOf(subject), ...namesOf(other)].map(({ text }) => scriptOfName(text)));
  const [only = null] = scripts;
  return scripts.size === 1 && only !== null && only !== "latin" ? analyzeAsWritten : analyzeName;
}

/** How two parties are compared: by which reading of their names, in what space. */
type Comparing = { readonly analyze: NameAnalysis; readonly space: ScorerSpace };

/** Reads the names of two parties, each once however often it is asked for; `space` serves one comparison at a time. */
export function comparing(subject: Subject, other: Subject, space: ScorerSpace = scorerSpace()): Comparing {
  const read = analysisOf(subject, other);
  const held = new Map<string, AnalyzedName>();
  const analyze: NameAnalysis = (text, bearer) => {
    const key = `${bearer} ${text}`;
    const known = held.get(key);
    if (known !== undefined) return known;
    const name = read(text, bearer);
    held.set(key, name);
    return name;
  };
  return { analyze, space };
}

/** Compares all names of two parties; null where these are never one (a person and a ship). */
export function compareNames(
  index: Pick<CandidateIndex, "wordWeight">,
  subject: Subject,
  other: Subject,
  { analyze, space }: Comparing = comparing(subject, other),
): ComparedNames | null {
  const own = { id: "subject", schema: subject.schema, properties: { ...subject.properties } };
  const words = { ...indexTargetOf(own), identifiers: [] };
  const listed = indexTargetOf({ id: "other", schema: other.schema, properties: other.properties });
  const data = openIndexData(sectionsOf(buildComparison([listed, words], index.wordWeight, analyze)));
  const query = queryOf(data, subject, analyze);
  if (!mayBeOneParty(query.kind, data.entityKind[OTHER] as number)) return null;
  const scorer = scorerOf(data, query, space);
  scorer.evidence.pair = true;
  const { sum: nameSum, ...likest } = likestNames(data, query, (own, row) => scorer.weighNames(own, row));
  return { data, query, scorer, ...likest, nameSum };
}

/** The reading and row of two parties' names that weigh most; -1 and -1 where none can be compared. */
export function likestNames(
  data: IndexData,
  query: Query,
  weigh: (reading: QueryReading, row: number) => number,
): { readonly reading: number; readonly row: number; readonly sum: number } {
  let best = { reading: -1, row: -1, sum: Number.NEGATIVE_INFINITY };
  const rows = data.nameRow[data.entityName[OTHER + 1] as number] as number;
  query.readings.forEach((own, reading) => {
    for (let row = 0; row < rows; row += 1) {
      const sum = weigh(own, row);
      if (sum > best.sum) best = { reading, row, sum };
    }
  });
  return best;
}
