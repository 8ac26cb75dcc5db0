import { existsSync, statSync } from "node:fs";
import { type Mapping, parseMapping } from "../engine/redflags/adapters/mapping.ts";
import { EVENT_SCHEMAS, type EventKind } from "../engine/redflags/event.ts";
import type { Judged } from "../engine/redflags/ledger.ts";
import { bundledRules } from "../engine/redflags/rule.ts";
import { runEventFiles } from "../service/workers/files/run-files.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { companySigns, printCompanySigns } from "./company-signs.ts";
import { dayOf, todayOf } from "./days.ts";
import { jsonLine, readDocument } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { LANGUAGE_FLAG, languageOf } from "./language.ts";
import { printFlags, printWorkersReport } from "./print-workers.ts";

/** Problems told one by one on standard error. */
const PROBLEMS_TOLD_MAX = 10;

async function mappingOf(context: Context, path: string | null): Promise<Mapping | null> {
  if (path === null) return null;
  const { name, value } = await readDocument(context, path);
  return parseMapping(value, name);
}

function kindOf(given: Given): EventKind | null {
  const stated = given.value("kind");
  if (stated === null) return null;
  const kinds = Object.keys(EVENT_SCHEMAS);
  if (!kinds.includes(stated))
    throw usageFault(`--kind ${stated}: not one of ${kinds.join(", ")}${suggestion(stated, kinds)}`);
  return stated as EventKind;
}

function assertFiles(paths: readonly string[]): void {
  if (paths.length === 0)
    throw usageFault("workers needs a FILE of events (JSON lines, a JSON document or a table)");
  for (const path of paths)
    if (existsSync(path) && !statSync(path).isFile()) throw usageFault(`${path}: not a file`);
}

async function run(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  assertFiles(given.positionals);
  const day = dayOf("--at", given.value("at")) ?? todayOf(terminal.now());
  const json = given.has("json");
  const language = languageOf(given);
  const onFlagged = async ({ account, claims, flags }: Judged): Promise<void> => {
    if (json) for (const flag of flags) await terminal.write(jsonLine({ type: "flag", ...flag }));
    else if (given.has("flags"))
      await terminal.write(printFlags(terminal, { account, claims, flags }, language));
  };
  const report = await runEventFiles(
    {
      book: bundledRules(),
      day,
      confirmed: new Set(given.values("confirmed")),
      paths: given.positionals,
      mapping: await mappingOf(context, given.value("map")),
      kind: kindOf(given),
      now: terminal.now(),
      folder: given.value("state"),
    },
    onFlagged,
  );
  for (const { file, line, reason } of report.rejectedRows.slice(0, PROBLEMS_TOLD_MAX))
    terminal.warn(`sluice: ${file}: line ${line}: ${reason}\n`);
  const more = report.rejected - Math.min(report.rejected, PROBLEMS_TOLD_MAX);
  if (more > 0) terminal.warn(`sluice: and ${more} more records that were not read\n`);
  const companies = await companySigns(context, report.companies, day);
  if (json) {
    for (const one of companies) await terminal.write(jsonLine({ type: "company", ...one }));
    for (const one of report.cases) await terminal.write(jsonLine({ type: "case", ...one }));
    const { cases, watched, companies: known, ...summary } = report;
    const counts = { cases: cases.length, watched: watched.length, companies: known.length };
    await terminal.write(jsonLine({ type: "summary", ...summary, ...counts, at: day }));
  } else
    await terminal.write(
      `${printWorkersReport(terminal, report, { day, language })}${printCompanySigns(terminal, companies, language)}`,
    );
  return report.cases.length > 0 || companies.length > 0 ? EXIT.refer : EXIT.clear;
}

/** `sluice workers`: what do accounts of a platform do that North Korea's IT workers were found to do? */
export const workersCommand: Command = {
  name: "workers",
  summary: "find red flags of disguised IT workers in files of events, and gather them into cases",
  usage: [
    "sluice workers FILE… [--at DATE] [--state FOLDER]",
    "sluice workers TABLE.csv --map MAPPING.json",
    "sluice workers TABLE.csv --kind login",
  ],
  about: [
    "FILE holds events as JSON lines, a JSON document or a table: the common model, or what Okta, Entra, Google Workspace, GitHub, Stripe and PayPal export (docs/redflags.md, examples/events). No database is needed, and memory stays bounded.",
    "A flag is no verdict: each has innocent explanations, a low one alone opens nothing, and no rule reads anybody's ethnicity, sex or age. A person decides.",
    "Companies that the records name are compared with the lists at hand: who runs and founds them, and what they share (RF-140 to RF-142, docs/fronts.md).",
    "Exit codes here: 2 where a case is opened or a company bears a sign of a front, 0 where neither is.",
  ],
  flags: {
    at: { value: "DATE", words: "the day asked about (YYYY-MM-DD); today where not given" },
    map: { value: "FILE", words: "how the columns of tables are called (JSON: kind, columns, constants)" },
    kind: { value: "KIND", words: "what the rows of tables are, where no column says it: login, payment …" },
    state: { value: "FOLDER", words: "keep states there: the next run goes on with what is new" },
    confirmed: {
      value: "ACCOUNT",
      words: "an account of a confirmed case: whom it recommended is told",
      many: true,
    },
    flags: { words: "print every flag with its rows of evidence, not the cases alone" },
    lang: LANGUAGE_FLAG,
  },
  run,
};
