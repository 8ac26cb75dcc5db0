import type { Cluster } from "../engine/redflags/case.ts";
import type { Flag } from "../engine/redflags/flag.ts";
import type { Judged } from "../engine/redflags/ledger.ts";
import { bundledRules, ruleOf } from "../engine/redflags/rule.ts";
import type { FilesReport } from "../service/workers/files/run-files.ts";
import type { Language } from "./language.ts";
import { section } from "./print-verdict.ts";
import { fitTo, paint, paragraph, type Style, type Terminal } from "./terminal.ts";

const STYLES: Readonly<Record<Flag["severity"], Style>> = { high: "red", medium: "yellow", low: "dim" };
/** Rows of evidence that a flag shows on a terminal; --json has all that are kept. */
const ROWS_MAX = 4;
/** Cases that are told whole. */
const CASES_MAX = 20;

function printFlag(terminal: Terminal, flag: Flag, language: Language): string {
  const rule = ruleOf(bundledRules(), flag.rule);
  const mark = `  ${flag.rule} ${flag.severity.padEnd(6)} `;
  const rows = flag.evidence.slice(0, ROWS_MAX).map(({ at, account, fact, value }) =>
    paragraph(terminal, {
      mark: "     · ",
      text: `${at === null ? "" : `${at.slice(0, 16).replace("T", " ")} `}${account === flag.account ? "" : `${account}: `}${fact} ${value}`,
      paint: (line) => paint(terminal, "dim", line),
    }),
  );
  const more = flag.rows - Math.min(ROWS_MAX, flag.evidence.length);
  return [
    paragraph(terminal, {
      mark,
      text: rule.title[language],
      paint: (line) => paint(terminal, STYLES[flag.severity], line),
    }),
    paragraph(terminal, { mark: "     ", text: flag.words[language] }),
    ...rows,
    more > 0 ? paragraph(terminal, { mark: "     · ", text: `and ${more} more rows` }) : "",
  ].join("");
}

/** An account with its flags and the rows that they rest on. */
export function printFlags(
  terminal: Terminal,
  { account, claims: { country }, flags }: Pick<Judged, "account" | "claims" | "flags">,
  language: Language,
): string {
  const head = paragraph(terminal, {
    mark: "",
    text: `${account}, ${country === null ? "no country claimed" : `claims ${country}`}`,
    paint: (line) => paint(terminal, "bold", line),
  });
  return `\n${head}${flags.map((flag) => printFlag(terminal, flag, language)).join("")}`;
}

function printCase(terminal: Terminal, one: Cluster, number: number, language: Language): string {
  const byRule = [...Map.groupBy(one.flags, ({ rule }) => rule).values()]
    .map(([flag]) => flag)
    .filter((flag) => flag !== undefined);
  const links = [...Map.groupBy(one.links, ({ kind }) => kind)].map(
    ([kind, all]) => `${kind} (${all.length})`,
  );
  return [
    `\n${paragraph(terminal, { mark: "", text: `Case ${number}: ${one.accounts.join(", ")}`, paint: (line) => paint(terminal, "bold", line) })}`,
    paragraph(terminal, { mark: "  ", text: one.score.because }),
    links.length === 0 ? "" : paragraph(terminal, { mark: "  ", text: `They share: ${links.join(", ")}.` }),
    ...byRule.map((flag) => printFlag(terminal, flag, language)),
  ].join("");
}

function printCountries(terminal: Terminal, report: FilesReport): string {
  const rows = report.countries.map(
    ({ country, accounts, flagged, inCases }) =>
      `  ${fitTo(country, 12)} ${String(accounts).padStart(8)} ${String(flagged).padStart(8)} ${String(inCases).padStart(8)}\n`,
  );
  return `\n${paint(terminal, "bold", "By the country that accounts claim, so that a bias shows")}\n  ${fitTo("", 12)} ${"accounts".padStart(8)} ${"flagged".padStart(8)} ${"in cases".padStart(8)}\n${rows.join("")}`;
}

/** What a run found: the cases, whom flags fall on by country, and what was not read. */
export function printWorkersReport(
  terminal: Terminal,
  report: FilesReport,
  { day, language }: { readonly day: string; readonly language: Language },
): string {
  const formats = Object.entries(report.formats).map(([name, number]) => `${number} ${name}`);
  const shown = report.cases.slice(0, CASES_MAX);
  const passed = Object.entries(report.passedOver).map(([reason, number]) => `${number}: ${reason}`);
  return [
    paragraph(terminal, {
      mark: "",
      text: `${report.events} events of ${report.accounts} accounts as of ${day} (${formats.join(", ") || "none"}); ${report.flagged} accounts have flags, ${report.cases.length} cases are opened, ${report.watched.length} clusters are watched.`,
    }),
    ...shown.map((one, at) => printCase(terminal, one, at + 1, language)),
    report.cases.length > shown.length
      ? `\n${paragraph(terminal, { mark: "", text: `And ${report.cases.length - shown.length} more cases; --json has all.` })}`
      : "",
    report.accounts === 0 ? "" : printCountries(terminal, report),
    section(terminal, "Passed over", passed),
    report.cases.length === 0
      ? ""
      : `\n${paragraph(terminal, { mark: "", text: "A case is a question to a person, not an answer. Each flag has innocent explanations (docs/redflags.md), and the worker is to be heard." })}`,
  ].join("");
}
