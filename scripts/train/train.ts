/**
 * Makes `data/matching/model.json` from the bundled lists and tables of names: made-up questions are put to the real
 * index, and the model learns to tell the right candidates from the others. Then `data/matching/pair-model.json`, for
 * two names set side by side, from made-up pairs and the labelled half. The same inputs give the same files.
 * Usage: npm run train [-- --scale 0.1] [-- --out FILE] [-- --pairs-out FILE] [-- --only persons | organizations | pairs]
 * [-- --check]. `--only persons` and `--only organizations` keep the other kind's trees as they are in the model there.
 * `--check` makes nothing: it says whether the model there was made from what is there, and fails where it was not.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CandidateFinder } from "../../src/engine/match/candidates.ts";
import { openIndexData } from "../../src/engine/match/index-data.ts";
import type { KindData, ModelFile } from "../../src/engine/match/model.ts";
import { openSnapshotFile } from "../../src/engine/snapshot/file.ts";
import { openSnapshot } from "../../src/service/lists/store.ts";
import { FULL_AMOUNTS, scaled } from "./amounts.ts";
import { type Harvest, harvest } from "./harvest.ts";
import { learn } from "./learn.ts";
import { pairsMadeFrom, screeningMadeFrom } from "./made-from.ts";
import { writeModel } from "./model-file.ts";
import { learnPairs, makePairRows } from "./pairs/learn-pairs.ts";
import { makeSubjects, SubjectMaker } from "./subjects.ts";

const MODEL_FILE = "data/matching/model.json";
const PAIR_MODEL_FILE = "data/matching/pair-model.json";
const SEED = 20_261_124;
/** How many times the amounts are learnt from: of fewer, single names come and go from one training to the next. */
const SCALE = "1.4";
/** Share of the best likeness from which names are learnt from: more of them than a search compares, so that the trees know what is unlike. */
const SHARE_RETRIEVED = 0.5;

const { values } = parseArgs({
  options: {
    scale: { type: "string", default: SCALE },
    out: { type: "string", default: MODEL_FILE },
    "pairs-out": { type: "string", default: PAIR_MODEL_FILE },
    only: { type: "string" },
    check: { type: "boolean", default: false },
  },
});
const started = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);

const { snapshot, file } = await openSnapshot({ bundledOnly: true });
const data = openIndexData(openSnapshotFile(readFileSync(file), file).sections);
const maker = new SubjectMaker(snapshot);
const date =
  snapshot.lists
    .map(({ editions }) => editions.at(-1)?.date ?? "")
    .sort()
    .at(-1) ?? "";
const scale = Number(values.scale);

const { only } = values;
if (only !== undefined && !["persons", "organizations", "pairs"].includes(only))
  throw new Error(`--only ${only}: persons, organizations or pairs`);

/** Share of the questions and pairs that tell whether the engine still makes the same of them. */
const SAMPLE = 0.03;
const silent = (): void => {};

/** Digests of what the two models are made from, as things stand. */
function madeFrom(): { readonly screening: string; readonly pairs: string } {
  const subjects = makeSubjects(maker, scaled(FULL_AMOUNTS, SAMPLE), SEED);
  const rows = harvest(data, new CandidateFinder(data, SHARE_RETRIEVED), maker, subjects, silent);
  return {
    screening: screeningMadeFrom(rows),
    pairs: pairsMadeFrom(makePairRows(snapshot.index, maker, SAMPLE)),
  };
}

function check(): boolean {
  const now = madeFrom();
  const models = [
    [values.out, now.screening],
    [values["pairs-out"], now.pairs],
  ] as const;
  const stale = models
    .filter(([path, wanted]) => (JSON.parse(readFileSync(path, "utf8")) as ModelFile).madeFrom !== wanted)
    .map(([path]) => path);
  console.log(
    stale.length === 0
      ? `${values.out} and ${values["pairs-out"]} were made from the lists, tables and programs that are there.`
      : `${stale.join(" and ")}: made from other lists, tables or programs. npm run train makes them anew.`,
  );
  return stale.length === 0;
}

function trainScreening(): void {
  const made = makeSubjects(maker, scaled(FULL_AMOUNTS, scale), SEED);
  const subjects = only === undefined ? made : made.filter(({ kind }) => `${kind}s` === only);
  say(`${subjects.length} subjects made`);
  const rows: Harvest = harvest(data, new CandidateFinder(data, SHARE_RETRIEVED), maker, subjects, (done) =>
    say(`${done} asked for`),
  );
  say(`${rows.rows} candidates retrieved`);
  const held = only === undefined ? null : (JSON.parse(readFileSync(MODEL_FILE, "utf8")) as ModelFile);
  const learnt = (model: "person" | "hebrew" | "organization"): KindData => {
    const kept = held?.[model];
    const wanted = only === undefined || only === (model === "organization" ? "organizations" : "persons");
    return wanted || kept === undefined ? learn(model, subjects, rows, say) : kept;
  };
  const [person, hebrew, organization] = [learnt("person"), learnt("hebrew"), learnt("organization")];
  writeFileSync(values.out, writeModel({ date, madeFrom: digests.screening, person, hebrew, organization }));
  say(`${values.out} written`);
}

function trainPairs(): void {
  const models = learnPairs(makePairRows(snapshot.index, maker, scale), say);
  writeFileSync(values["pairs-out"], writeModel({ date, madeFrom: digests.pairs, ...models }));
  say(`${values["pairs-out"]} written`);
}

if (values.check) process.exit(check() ? 0 : 1);
// Before anything is learnt: the check asks an engine that has seen nothing else.
const digests = madeFrom();
if (only !== "pairs") trainScreening();
if (only === undefined || only === "pairs") trainPairs();
