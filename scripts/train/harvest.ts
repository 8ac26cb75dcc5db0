import type { CandidateFinder } from "../../src/engine/match/candidates.ts";
import type { IndexData } from "../../src/engine/match/index-data.ts";
import { INPUT_COUNT } from "../../src/engine/match/inputs.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf } from "../../src/engine/match/scorer.ts";
import type { SubjectMaker, TrainingSubject } from "./subjects.ts";

/** What a candidate is to the subject that it was retrieved for. */
export const LABELS = { other: 0, right: 1, namesake: 2 } as const;

/** Retrieved candidates, one row each: numbers of the best pair of names, and the facts compared. */
export type Harvest = {
  readonly rows: number;
  /** Row-major, `rows × INPUT_COUNT`. */
  readonly inputs: Float32Array;
  readonly label: Uint8Array;
  /** Place of the subject among those asked for. */
  readonly subject: Int32Array;
  readonly organization: Uint8Array;
  readonly birth: Uint8Array;
  readonly country: Int8Array;
  readonly weak: Uint8Array;
};

/** Candidates kept for each subject: the likest by name, and the likest with the facts. */
const BY_NAME_MAX = 6;
const WITH_FACTS_MAX = 3;
/** Another entry of the same party is right too where its name is nearly as like as that of the entry asked for. */
const AS_LIKE = 2;

/**
 * Of the organizations asked for in another script all but one in so many are held against Latin names alone, so that the
 * model meets translations. Persons are not: it would take every stranger's name in local script for the listed one it sounds like.
 */
const LATIN_ALONE_ONE_IN = 4;

const isOtherScript = (text: string): boolean => /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text);

/** 1 for each name of the index that is written in another script. */
function originals(data: IndexData): Uint8Array {
  const text = new TextDecoder();
  return Uint8Array.from(data.nameKind, (_kind, name) =>
    isOtherScript(text.decode(data.nameText.subarray(data.nameTextStart[name], data.nameTextStart[name + 1])))
      ? 1
      : 0,
  );
}

type Met = { readonly entity: number; reading: number; row: number; quick: number; rough: number };

/** Asks the compiled index about each subject, and keeps what the model has to tell apart. */
export function harvest(
  data: IndexData,
  finder: CandidateFinder,
  maker: SubjectMaker,
  subjects: readonly TrainingSubject[],
  say: (done: number) => void,
): Harvest {
  const size = subjects.length * (BY_NAME_MAX + WITH_FACTS_MAX + 1);
  const inputs = new Float32Array(size * INPUT_COUNT);
  const label = new Uint8Array(size);
  const subject = new Int32Array(size);
  const organization = new Uint8Array(size);
  const birth = new Uint8Array(size);
  const country = new Int8Array(size);
  const weak = new Uint8Array(size);
  const inOriginal = originals(data);
  let rows = 0;
  subjects.forEach((own, at) => {
    const latinAlone =
      own.kind === "organization" && isOtherScript(own.name) && at % LATIN_ALONE_ONE_IN !== 0;
    if (at % 10_000 === 0) say(at);
    const schema = own.kind === "person" ? "Person" : "Organization";
    const query = queryOf(data, { schema, properties: { ...own.facts, name: [own.name] } });
    const scorer = scorerOf(data, query);
    const met = new Map<number, Met>();
    finder.visitRows(query, (reading, row) => {
      const chosen = query.readings[reading];
      if (chosen === undefined || (latinAlone && inOriginal[data.rowName[row] as number] === 1)) return;
      const quick = scorer.weighRow(chosen, row);
      const entity = data.nameEntity[data.rowName[row] as number] as number;
      const held = met.get(entity);
      if (held === undefined) met.set(entity, { entity, reading, row, quick, rough: 0 });
      else if (quick > held.quick) Object.assign(held, { reading, row, quick });
    });
    for (const one of met.values())
      one.rough = one.quick + scorer.weighFactsAlone(one.entity, own.kind === "organization");
    const byName = [...met.values()].sort(
      (one, other) => other.quick - one.quick || one.entity - other.entity,
    );
    const withFacts = [...met.values()].sort(
      (one, other) => other.rough - one.rough || one.entity - other.entity,
    );
    const kept = new Set([...byName.slice(0, BY_NAME_MAX), ...withFacts.slice(0, WITH_FACTS_MAX)]);
    const asked = own.entry < 0 ? undefined : met.get(own.entry);
    if (asked !== undefined) kept.add(asked);
    for (const one of kept) {
      const is = labelOf(maker, own, one, asked?.quick ?? 0);
      if (is === null) continue;
      scorer.weighEntity(one.entity, one.reading, one.row);
      const { evidence } = scorer;
      inputs.set(evidence.inputs, rows * INPUT_COUNT);
      label[rows] = is;
      subject[rows] = at;
      organization[rows] = evidence.organization ? 1 : 0;
      birth[rows] = evidence.birth;
      country[rows] = evidence.country;
      weak[rows] = evidence.weakAlias ? 1 : 0;
      rows += 1;
    }
  });
  const cut = <T extends { slice(from: number, to: number): T }>(column: T): T => column.slice(0, rows);
  return {
    rows,
    inputs: inputs.slice(0, rows * INPUT_COUNT),
    label: cut(label),
    subject: cut(subject),
    organization: cut(organization),
    birth: cut(birth),
    country: cut(country),
    weak: cut(weak),
  };
}

/** What a candidate is to the subject; null where nobody can say. */
function labelOf(maker: SubjectMaker, own: TrainingSubject, met: Met, askedQuick: number): number | null {
  if (own.entry < 0) return LABELS.other;
  if (met.entity === own.entry) return LABELS.right;
  if (maker.party[met.entity] === maker.party[own.entry])
    return met.quick > askedQuick - AS_LIKE ? LABELS.right : null;
  return met.quick > askedQuick - AS_LIKE / 4 ? LABELS.namesake : LABELS.other;
}
