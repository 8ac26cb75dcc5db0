import { pairComparer } from "../engine/match/compare.ts";
import { PAIR_THRESHOLD } from "../engine/match/pair-model.ts";
import type { Subject } from "../engine/match/subject.ts";
import { findingsOf } from "../service/screening/name-findings.ts";
import { type Command, type Context, type Flag, type Given, usageFault } from "./command.ts";
import { comparePairsFile } from "./compare-pairs.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { LANGUAGE_FLAG, languageOf } from "./language.ts";
import { printComparison } from "./print-comparison.ts";
import { numberOf, SUBJECT_FLAGS, subjectOf } from "./subject-flags.ts";

/** Facts that either side may have a flag for: `--birth1`, `--birth2`. */
const SIDE_FACTS = ["birth", "country", "nationality", "id", "address"] as const;

function sideFlags(): Readonly<Record<string, Flag>> {
  return Object.fromEntries(
    SIDE_FACTS.flatMap((fact) =>
      ([1, 2] as const).map((side): [string, Flag] => {
        const flag = SUBJECT_FLAGS[fact] ?? { words: "" };
        return [
          `${fact}${side}`,
          { ...flag, words: `of the ${side === 1 ? "first" : "second"}: ${flag.words}` },
        ];
      }),
    ),
  );
}

/** What was typed for one side, under the names that a single party's flags have. */
function sideOf(given: Given, side: 1 | 2): Given {
  const named = (flag: string): string =>
    SIDE_FACTS.some((fact) => fact === flag) ? `${flag}${side}` : flag;
  return {
    positionals: given.positionals,
    has: (flag) => given.has(named(flag)),
    value: (flag) => given.value(named(flag)),
    values: (flag) => given.values(named(flag)),
  };
}

/** Two names without a kind may be anyone's: the same kind is taken for both where one side's facts tell it. */
function ofOneKind(one: Subject, other: Subject): readonly [Subject, Subject] {
  if (one.schema === "Thing") return [{ ...one, schema: other.schema }, other];
  return other.schema === "Thing" ? [one, { ...other, schema: one.schema }] : [one, other];
}

function thresholdOf(given: Given): number {
  return numberOf("threshold", given.value("threshold"), 0, 1) ?? PAIR_THRESHOLD;
}

async function compareNames(context: Context, given: Given): Promise<number> {
  const [first, second, ...others] = given.positionals;
  if (first === undefined || second === undefined || others.length > 0)
    throw usageFault("compare needs two NAMEs (in quotes where they have spaces), or --pairs FILE");
  const [subject, other] = ofOneKind(subjectOf(first, sideOf(given, 1)), subjectOf(second, sideOf(given, 2)));
  const threshold = thresholdOf(given);
  const language = languageOf(given);
  const { snapshot } = await context.openLists();
  const match = pairComparer(snapshot.index)({ subject, other }, threshold);
  const findings = [...findingsOf(subject, "first"), ...findingsOf(other, "second")];
  const { terminal } = context;
  await terminal.write(
    given.has("json")
      ? jsonLine({ subject, other, threshold, match, findings, snapshot: snapshot.hash })
      : printComparison(terminal, { subject, other, threshold, match, findings, language }),
  );
  return match?.hit === true ? EXIT.refer : EXIT.clear;
}

async function run(context: Context, given: Given): Promise<number> {
  const pairs = given.value("pairs");
  if (pairs === null) {
    if (given.has("out")) throw usageFault("--out is for --pairs FILE");
    return compareNames(context, given);
  }
  if (given.positionals.length > 0) throw usageFault("compare takes two NAMEs or --pairs FILE, not both");
  const fact = SIDE_FACTS.flatMap((name) => [`${name}1`, `${name}2`]).find((flag) => given.has(flag));
  if (fact !== undefined) throw usageFault(`--${fact} is for two NAMEs; in a FILE it is a column`);
  return comparePairsFile(context, given, { path: pairs, threshold: thresholdOf(given) });
}

/** `sluice compare`: how alike are two names, and why? */
export const compareCommand: Command = {
  name: "compare",
  summary: "how alike two names are and why; or score every pair of a file",
  usage: [
    "sluice compare NAME NAME [--schema KIND] [--birth1 DATE] [--birth2 DATE] …",
    "sluice compare --pairs FILE [--out RESULTS]",
  ],
  about: [
    "Asks whether two names are one name written twice: by the features that screening uses, with words as rare as on the lists held, and weights of its own (a screening asks whether a customer is a listed party, and most bearers of a common name are not). The two may change places. Exit code 2 where the score reaches the threshold, else 0.",
    "FILE is a table (.csv, .tsv, .xlsx) with columns name1 and name2, optionally schema and facts of either side (birth_date1, country2, …). Each row comes back with its score. Where it has a column is_match, precision, recall and F1 follow with 95 % intervals, and the threshold that would serve it best.",
  ],
  flags: {
    schema: SUBJECT_FLAGS.schema ?? { words: "" },
    ...sideFlags(),
    threshold: {
      value: "SCORE",
      words: `at or over this, 0 to 1, two are taken for one (${PAIR_THRESHOLD})`,
    },
    pairs: { value: "FILE", words: "score every row of this table" },
    out: { value: "RESULTS", words: "write the rows to this file; standard output where not given" },
    lang: LANGUAGE_FLAG,
  },
  run,
};
