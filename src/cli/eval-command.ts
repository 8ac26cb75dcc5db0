import { scoreScreenings } from "../service/evaluation/evaluate-screening.ts";
import {
  capacityPointOf,
  type ScreeningReport,
  screeningReport,
} from "../service/evaluation/screening-report.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { dayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printScreeningReport } from "./print-screening-report.ts";
import { showFraction } from "./progress.ts";
import { capacityOf, POLICY_FLAGS, policyOf, SUBJECT_FLAGS, schemaFlag } from "./subject-flags.ts";

async function run(context: Context, given: Given): Promise<number> {
  const [positives, negatives] = [given.value("positives"), given.value("negatives")];
  if (given.positionals.length > 0 || positives === null || negatives === null)
    throw usageFault("eval needs --positives FILE and --negatives FILE");
  const policy = policyOf(given);
  const capacity = capacityOf(given);
  const { terminal } = context;
  const { snapshot } = await context.openLists();
  const progress = showFraction(terminal, "both files screened");
  const scores = await scoreScreenings(snapshot, {
    positives,
    negatives,
    policy,
    schema: schemaFlag(given),
    at: dayOf("--at", given.value("at")),
    onProgress: progress.show,
  }).finally(progress.end);
  const report: ScreeningReport = {
    ...screeningReport(scores, policy.threshold),
    capacity: capacity === null ? null : capacityPointOf(scores, capacity),
  };
  await terminal.write(
    given.has("json")
      ? jsonLine({ ...report, policy, snapshot: snapshot.hash })
      : printScreeningReport(terminal, report),
  );
  return EXIT.clear;
}

/** `sluice eval`: how well would screening do on one's own customers? */
export const evalCommand: Command = {
  name: "eval",
  summary: "measure screening on your own files: what is found, at how many hits",
  usage: ["sluice eval --positives FILE --negatives FILE [--capacity COUNT --per COUNT]"],
  about: [
    'Both files are tables as "sluice screen" reads them. The positives have one more column, "expected" (or listed_name, expected_id, reference): whom the row should find, by the id that sluice prints, the publisher\'s reference, or a listed name. The negatives are customers known not to be listed.',
    "It prints how many of the positives are found at each number of hits in a thousand negatives, with 95 % intervals; and with --capacity the threshold at which your own negatives fill your reviewers' day, and who is missed there. Nothing leaves the machine.",
  ],
  flags: {
    positives: { value: "FILE", words: "names that should find a listed party" },
    negatives: { value: "FILE", words: "customers known not to be listed" },
    capacity: { value: "COUNT", words: "hits that can be reviewed of every --per screened" },
    per: { value: "COUNT", words: "screened for every --capacity hits, such as a day's customers" },
    schema: SUBJECT_FLAGS.schema ?? { words: "" },
    threshold: POLICY_FLAGS.threshold ?? { words: "" },
    list: POLICY_FLAGS.list ?? { words: "" },
    lists: POLICY_FLAGS.lists ?? { words: "" },
    algorithm: POLICY_FLAGS.algorithm ?? { words: "" },
    at: POLICY_FLAGS.at ?? { words: "" },
  },
  run,
};
