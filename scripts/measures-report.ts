/**
 * Prints each measure with the cases of `data/measures/cases.csv` that meet it, how many decide by it and whether its
 * paragraph was read; ends with 1 where a measure on goods or services that decides something is met by none.
 * Usage: npm run measures
 */
import { caseTransaction, MEASURE_CASES } from "../src/engine/check/fixtures/measure-cases.ts";
import { goodsFindings } from "../src/engine/check/goods.ts";
import { workFindings } from "../src/engine/check/work.ts";
import { boundJurisdictions } from "../src/engine/check/world.ts";
import { bundledMeasures } from "../src/engine/goods/bundled-measures.ts";
import { bundledNomenclature } from "../src/engine/goods/bundled-nomenclature.ts";

const measures = bundledMeasures();
const nomenclature = bundledNomenclature();
const counts = new Map<string, number>();
for (const one of MEASURE_CASES) {
  const transaction = caseTransaction(one);
  const question = {
    world: { measures, nomenclature: () => nomenclature },
    transaction,
    day: one.day,
    bound: boundJurisdictions(transaction),
  };
  const results = [goodsFindings(question), workFindings(question)];
  const met = results
    .flatMap(({ prohibitions, findings }) => [...prohibitions.map(({ finding }) => finding), ...findings])
    .filter(
      ({ effect, citations }) => (effect === "prohibits" || effect === "refers") && citations.length === 1,
    );
  const ids = new Set(
    met.flatMap(({ citations }) => citations.map((one) => (one.kind === "measure" ? one.id : ""))),
  );
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** Kinds of measures that the table can speak of: parties and workers are not of one line. */
const isTabled = (kind: string): boolean => kind === "goods" || kind === "services";

const rows = measures.all.map(({ id, scope, effect, basis, from }) => ({
  id,
  kind: scope.kind,
  effect,
  basis,
  from,
  cases: counts.get(id) ?? 0,
}));
const widest = Math.max(...rows.map(({ id }) => id.length));
console.log(`${"measure".padEnd(widest)}  of        does       text        from        cases`);
for (const { id, kind, effect, basis, from, cases } of rows) {
  const tested = isTabled(kind) && effect !== "notes" ? String(cases) : "-";
  console.log(
    `${id.padEnd(widest)}  ${kind.padEnd(9)} ${effect.padEnd(10)} ${basis.padEnd(11)} ${from}  ${tested.padStart(5)}`,
  );
}
const untouched = rows.filter((row) => isTabled(row.kind) && row.effect !== "notes" && row.cases === 0);
console.log(
  `\n${rows.length} measures, ${rows.filter(({ basis }) => basis === "read").length} read in their source; ${MEASURE_CASES.length} cases on goods and services; measures on these without a case: ${untouched.length}`,
);
console.log("Measures of other kinds (-) are held to their word by the tests in src/engine/check.");
if (untouched.length > 0) process.exitCode = 1;
