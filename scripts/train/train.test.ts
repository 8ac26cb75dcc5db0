import { describe, expect, it } from "vitest";
import { CandidateFinder } from "../../src/engine/match/candidates.ts";
import { listedEntities, sectionsFor } from "../../src/engine/match/fixtures/listed.ts";
import { openIndexData } from "../../src/engine/match/index-data.ts";
import { INPUT_COUNT, INPUTS } from "../../src/engine/match/inputs.ts";
import { calibrate, type ModelFile, plantForest, weighForest } from "../../src/engine/match/model.ts";
import { must } from "../../src/fault.ts";
import { FULL_AMOUNTS, scaled } from "./amounts.ts";
import { type Harvest, harvest, LABELS } from "./harvest.ts";
import { learn } from "./learn.ts";
import { writeModel } from "./model-file.ts";
import { isTrainedOn, makeSubjects, SubjectMaker, type TrainingSubject } from "./subjects.ts";

const ENTITIES = listedEntities();
const DATA = openIndexData(sectionsFor(ENTITIES));
const MAKER = new SubjectMaker({
  targets: ENTITIES.length,
  entity: (place) => must(ENTITIES[place], "an entry"),
});

function run(): { subjects: readonly TrainingSubject[]; rows: Harvest; text: string } {
  const subjects = makeSubjects(MAKER, scaled(FULL_AMOUNTS, 0.01), 7);
  const rows = harvest(DATA, new CandidateFinder(DATA), MAKER, subjects, () => {});
  const silent = (): void => {};
  const person = learn("person", subjects, rows, silent);
  const organization = learn("organization", subjects, rows, silent);
  return { subjects, rows, text: writeModel({ date: "2026-11-24", madeFrom: "test", person, organization }) };
}

const FIRST = run();
const MODEL = JSON.parse(FIRST.text) as ModelFile;

/** Mean score by label of what was retrieved for subjects that the trees have not seen. */
function meanScore(kind: "person" | "organization", label: number): number {
  const forest = plantForest(MODEL[kind].base, MODEL[kind].trees);
  let [sum, count] = [0, 0];
  for (let row = 0; row < FIRST.rows.rows; row += 1) {
    const subject = FIRST.rows.subject[row] as number;
    if (subject % 4 !== 0 || FIRST.subjects[subject]?.kind !== kind || FIRST.rows.label[row] !== label)
      continue;
    sum += weighForest(forest, FIRST.rows.inputs.subarray(row * INPUT_COUNT, (row + 1) * INPUT_COUNT));
    count += 1;
  }
  return sum / count;
}

describe("training, end to end on a small list", () => {
  it("gives the same model twice", () => {
    expect(run().text === FIRST.text).toBe(true);
  });

  it("learns the same of a question whatever was asked before it", () => {
    // Written together or apart, an Arabic name has the same letters: each was taken for the other where that came first.
    const written = "عبد الله كريمي,عبدالله كريمي,عبد الرحمن خليل,عبدالرحمن خليل,هدايت الله,هدايتالله".split(
      ",",
    );
    const strangers = written.map(
      (name): TrainingSubject => ({ kind: "person", made: "foreign", name, facts: {}, entry: -1 }),
    );
    const rowsOf = (subjects: readonly TrainingSubject[]): readonly string[] => {
      const data = openIndexData(sectionsFor(ENTITIES));
      const { inputs, rows, subject } = harvest(data, new CandidateFinder(data), MAKER, subjects, () => {});
      const each = subjects.map((): string[] => []);
      for (let row = 0; row < rows; row += 1)
        each[subject[row] as number]?.push(
          inputs.subarray(row * INPUT_COUNT, (row + 1) * INPUT_COUNT).join(" "),
        );
      return each.map((own) => own.join("\n"));
    };
    const asked = [...strangers, ...FIRST.subjects.filter((_subject, at) => at % 10 === 0)];
    expect(rowsOf(asked.toReversed()).toReversed()).toEqual(rowsOf(asked));
  });

  it("tells the right candidates of unseen questions from the others", () => {
    for (const kind of ["person", "organization"] as const) {
      expect(meanScore(kind, LABELS.right)).toBeGreaterThan(meanScore(kind, LABELS.other) + 3);
    }
  });

  it("writes a model whose columns are the program's inputs, and whose calibration always rises", () => {
    expect(MODEL.inputs).toEqual(INPUTS.map(([name]) => name));
    for (const { calibration } of [MODEL.person, MODEL.organization]) {
      for (let at = -10; at < 10; at += 0.1)
        expect(calibrate(calibration, at + 0.1)).toBeGreaterThan(calibrate(calibration, at));
    }
  });

  it("asks in Hebrew for a few persons, listed or not, and for no organization", () => {
    const hebrew = FIRST.subjects.filter(({ name }) => /\p{Script=Hebrew}/u.test(name));
    const share = hebrew.length / FIRST.subjects.filter(({ kind }) => kind === "person").length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.15);
    expect(new Set(hebrew.map(({ kind }) => kind))).toEqual(new Set(["person"]));
    expect(new Set(hebrew.map(({ entry }) => entry >= 0))).toEqual(new Set([true, false]));
  });

  it("takes no question from a party that is kept for measuring", () => {
    const asked = FIRST.subjects.filter(({ entry }) => entry >= 0);
    expect(asked.length).toBeGreaterThan(100);
    for (const { entry } of asked) {
      const first = must(ENTITIES[MAKER.party[entry] as number], "the first entry of its party");
      expect(isTrainedOn(first.id)).toBe(true);
    }
  });
}, 120_000);
