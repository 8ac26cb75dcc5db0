import { stat } from "node:fs/promises";
import type { AlgorithmName } from "../engine/match/algorithms/algorithm.ts";
import { namedAlgorithm } from "../engine/match/algorithms/algorithm-index.ts";
import { curveOfSubject } from "../engine/match/review-capacity.ts";
import { type ScreenMatch, type ScreenResult, screen } from "../engine/screen.ts";
import { formatOfName } from "../service/screening/files/opened-file.ts";
import { findingsOf, findingWords } from "../service/screening/name-findings.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { dayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { changeWords, featureWords, LANGUAGE_FLAG, type Language, languageOf } from "./language.ts";
import { printScreening } from "./print-matches.ts";
import { capacityWords, withCapacity } from "./review-capacity.ts";
import { screenFileCommand } from "./screen-file-command.ts";
import { POLICY_FLAGS, policyOf, SUBJECT_FLAGS, subjectOf } from "./subject-flags.ts";

const FILE_FLAGS = ["out", "map", "sheet", "encoding", "threads"] as const;
const FACT_FLAGS = ["birth", "country", "nationality", "id", "address"] as const;

async function screenName(context: Context, given: Given, name: string): Promise<number> {
  const forFiles = FILE_FLAGS.find((flag) => given.has(flag));
  if (forFiles !== undefined)
    throw usageFault(`--${forFiles} is for screening a FILE, and "${name}" is a name`);
  const subject = subjectOf(name, given);
  const { policy, capacity } = withCapacity(policyOf(given), given, curveOfSubject(subject));
  const language = languageOf(given);
  const at = dayOf("--at", given.value("at"));
  const { snapshot } = await context.openLists();
  for (const list of policy.lists ?? []) {
    if (!snapshot.lists.some(({ id }) => id === list))
      throw usageFault(`--list ${list}: not held; "sluice lists" shows those held`);
  }
  const result = screen(snapshot, subject, policy, at);
  const findings = findingsOf(subject, "subject");
  const { terminal } = context;
  const remarks = [
    ...findings.map((finding) => findingWords(finding, language)),
    ...(capacity === null ? [] : [capacityWords(capacity)]),
    ...(policy.algorithm === undefined ? [] : [algorithmWords(policy.algorithm)]),
  ];
  const threshold = policy.threshold;
  await terminal.write(
    given.has("json")
      ? jsonLine({
          subject,
          at,
          policy,
          snapshot: snapshot.hash,
          ...(findings.length === 0 ? {} : { findings }),
          ...(capacity === null ? {} : { capacity }),
          ...resultIn(language, result),
        })
      : printScreening(terminal, { subject, at, threshold, language, remarks }, result, snapshot),
  );
  return result.matches.some(({ hit }) => hit) ? EXIT.refer : EXIT.clear;
}

/** The result with its sentences in the language asked for. */
function resultIn(language: Language, result: ScreenResult): ScreenResult {
  const translated = (match: ScreenMatch): ScreenMatch => ({
    ...match,
    features: match.features.map((feature) => ({ ...feature, words: featureWords(feature, language) })),
    ...(match.change === undefined
      ? {}
      : { change: { ...match.change, words: changeWords(match.change, language) } }),
  });
  if (language === "en") return result;
  return { matches: result.matches.map(translated), outOfForce: result.outOfForce.map(translated) };
}

/** What another system's algorithm is, before its matches. */
function algorithmWords(name: AlgorithmName): string {
  return `Algorithm ${name}. ${namedAlgorithm(name)?.about ?? ""}`;
}

/** True where the typed word means a file: it ends like one, begins like a path, or there is one. */
async function meansFile(typed: string): Promise<boolean> {
  if (formatOfName(typed) !== null || /^(?:\.{0,2}|~)\//.test(typed)) return true;
  return stat(typed).then(
    (facts) => facts.isFile(),
    () => false,
  );
}

async function run(context: Context, given: Given): Promise<number> {
  const { positionals } = given;
  const [what = ""] = positionals;
  if (positionals.join("").trim() === "") throw usageFault("screen needs a NAME or a FILE");
  const files = (await Promise.all(positionals.map(meansFile))).some((file) => file);
  if (!files) return screenName(context, given, positionals.join(" "));
  if (positionals.length > 1) throw usageFault("screen takes one FILE, or a NAME, not more");
  const fact = FACT_FLAGS.find((flag) => given.has(flag));
  if (fact !== undefined) throw usageFault(`--${fact} is for screening a NAME; in a FILE it is a column`);
  return screenFileCommand(context, given, what);
}

/** `sluice screen`: is this party listed, or any in this file? */
export const screenCommand: Command = {
  name: "screen",
  summary: "is this party listed, or any party in a file",
  usage: [
    "sluice screen NAME [--birth DATE] [--country COUNTRY] [--id NUMBER] …",
    "sluice screen NAME --capacity 40 --per 5000",
    "sluice screen FILE [--out RESULTS] [--map COLUMN=PROPERTY …]",
  ],
  about: [
    "What ends like a file, begins with / or ./ or is a file, is a FILE; anything else is a NAME.",
    "--capacity says how many hits can be reviewed: --capacity 40 --per 5000 takes the threshold at which the measured curve has 40 hits in 5,000, and says what is missed there. --algorithm compares as another system does, for those who must reproduce it; it takes some tens of milliseconds for each subject. --require takes nothing for a hit that lacks evidence; what is left out so is shown with the reason, and missed where a list states no such fact.",
    "FILE ends in .csv, .tsv, .txt, .xlsx, .jsonl, .ndjson, .ijson or .json (lines of FollowTheMoney entities or plain objects). Columns are recognized by their headers in English and Korean, or mapped by --map.",
    "Results are CSV (JSON lines where RESULTS ends in .jsonl or with --json), one line for each row in the order of the rows, written as they come. A row that cannot be screened stands there with the reason. A run that was stopped resumes where it was when the same command is given again; RESULTS.run.json says what the results rest on.",
  ],
  flags: {
    ...SUBJECT_FLAGS,
    ...POLICY_FLAGS,
    lang: LANGUAGE_FLAG,
    out: {
      value: "RESULTS",
      words: "write results to this file and resume it if it was begun; standard output where not given",
    },
    map: {
      value: "COLUMN=PROPERTY",
      words: "read a column as a FollowTheMoney property: --map Kunde=name",
      many: true,
    },
    sheet: { value: "NAME", words: "sheet of a workbook; the first where not given" },
    encoding: {
      value: "LABEL",
      words: "encoding of a text file; UTF-8, UTF-16 and Korean code page 949 are recognized",
    },
    threads: { value: "COUNT", words: "worker threads; as many as processors where not given, at most 8" },
  },
  run,
};
