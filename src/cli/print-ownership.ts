import { sayDay } from "../engine/day.ts";
import {
  answerOfNode,
  type OwnershipAnswer,
  type OwnershipInterval,
} from "../engine/network/ownership/answer.ts";
import { sayPercent } from "../engine/network/ownership/bounds.ts";
import type { StatusChange } from "../engine/network/ownership/difference.ts";
import type { GraphProblem } from "../engine/network/ownership/graph.ts";
import { isLawOn } from "../engine/network/ownership/policy.ts";
import type { NamedParty, Proof, ProofStake, ProofStep } from "../engine/network/ownership/proof.ts";
import { type OwnershipStatus, type Resolution, statusOf } from "../engine/network/ownership/resolution.ts";
import { paint, paragraph, type Style, type Terminal } from "./terminal.ts";

/** Parties of one status told in text; --json tells all. */
const TOLD_MAX = 40;
/** Missing facts told of one party in text. */
const FACTS_MAX = 10;
/** Problems of the data told with one party. */
const PROBLEMS_MAX = 5;
/** Steps of one proof told in text. */
const LINES_MAX = 30;

const STATUSES: Readonly<Record<OwnershipStatus, { readonly words: string; readonly style: Style }>> = {
  blocked: { words: "BLOCKED", style: "red" },
  undetermined: { words: "UNDETERMINED", style: "yellow" },
  "not-blocked": { words: "NOT BLOCKED", style: "green" },
};

const label = ({ id, name }: NamedParty): string => (name === null || name === id ? id : `${name} (${id})`);
const short = ({ id, name }: NamedParty): string => name ?? id;

/** `50 %`, `between 25 and 75 %`. */
function sayInterval(interval: OwnershipInterval): string {
  const { minOpen, maxOpen } = interval;
  const [min, max] = [sayPercent(interval.min), sayPercent(interval.max)];
  if (min === max) return `${min} %`;
  if (minOpen || maxOpen) {
    return `${minOpen ? "more than" : "at least"} ${min} % and ${maxOpen ? "less than" : "at most"} ${max} %`;
  }
  return `between ${min} and ${max} %`;
}

function stakeWords(stake: ProofStake, by: ProofStep["by"]): string {
  const held = stake.held === "" ? "" : `, ${stake.held}`;
  // A reference that begins with its source names both.
  const place = stake.reference.startsWith(stake.source)
    ? [stake.reference]
    : [stake.source, stake.reference];
  const words = place.filter((one) => one !== "").join("; ");
  const source = words === "" ? "" : ` [${words.slice(0, 160)}]`;
  const what =
    by === "control"
      ? `controls ${short(stake.asset)} (${stake.interest})`
      : by === "joint-block"
        ? `is one of the holders of ${short(stake.asset)}`
        : `owns ${stake.share}${by === "votes" ? " of the votes" : ""} of ${short(stake.asset)}`;
  return `${short(stake.owner)} ${what}${held}${source}`;
}

/** The proof as a tree: each owner under what it owns, down to those who are listed. */
function proofLines(proof: Proof, id: string): readonly { readonly depth: number; readonly text: string }[] {
  const steps = new Map(proof.steps.map((step) => [step.party.id, step]));
  const listed = new Map(proof.listed.map((one) => [one.id, one]));
  const told = new Set<string>();
  const lines: { readonly depth: number; readonly text: string }[] = [];
  const tell = (party: string, depth: number): void => {
    const one = listed.get(party);
    if (one !== undefined) {
      const since = one.since === null ? "" : ` since ${sayDay(one.since)}`;
      lines.push({
        depth,
        text: `${short(one)} is listed${since}${one.words === null ? "" : `: ${one.words}`}`,
      });
      return;
    }
    const step = steps.get(party);
    if (step === undefined || told.has(party)) return;
    told.add(party);
    for (const stake of step.stakes) {
      lines.push({ depth, text: stakeWords(stake, step.by) });
      tell(stake.owner.id, depth + 1);
    }
  };
  tell(id, 0);
  return lines;
}

function bullet(terminal: Terminal, mark: string, text: string, style?: Style): string {
  return paragraph(terminal, {
    mark,
    text,
    ...(style === undefined ? {} : { paint: (line: string) => paint(terminal, style, line) }),
  });
}

function printProof(terminal: Terminal, answer: OwnershipAnswer): string {
  const { proof } = answer;
  if (proof === null) return "";
  const lines = proofLines(proof, answer.id);
  const shown = lines
    .slice(0, LINES_MAX)
    .map(({ depth, text }) => bullet(terminal, `  ${"  ".repeat(Math.min(depth, 8))}↳ `, text));
  const more = lines.length - shown.length + proof.more;
  return (
    shown.join("") + (more > 0 ? bullet(terminal, "    ", `and ${more} more steps; --json has them`) : "")
  );
}

function printMissing(terminal: Terminal, { missing }: OwnershipAnswer): string {
  if (missing === null) return "";
  const { toBlock, toClear, smallest, exact } = missing;
  const facts = (list: readonly { readonly words: string }[]) =>
    list
      .slice(0, FACTS_MAX)
      .map(({ words }) => bullet(terminal, "    → ", words))
      .join("") +
    (list.length > FACTS_MAX
      ? bullet(terminal, "      ", `and ${list.length - FACTS_MAX} more; --json has them`)
      : "");
  const same =
    toBlock !== null && toBlock.map(({ words }) => words).join() === toClear.map(({ words }) => words).join();
  const doubt = exact ? "" : " (too many to try all sets: a smaller one may do)";
  if (same || toBlock === null || toBlock.length >= toClear.length || smallest === toClear) {
    const both =
      same || toBlock === null
        ? ""
        : bullet(terminal, "  ", "and this could prove it blocked:") + facts(toBlock);
    const title = same ? "What would decide it:" : "This could clear it:";
    return bullet(terminal, "  ", `${title}${doubt}`) + facts(toClear) + both;
  }
  return (
    bullet(terminal, "  ", `This could prove it blocked:${doubt}`) +
    facts(toBlock) +
    bullet(terminal, "  ", "and this could clear it:") +
    facts(toClear)
  );
}

function heldWords({ interval, basis }: OwnershipAnswer): string {
  if (interval.max === "0") return "";
  const held = `${sayInterval(interval)} is in the hands of blocked parties`;
  return basis === "controlled" ? `${held}; it is blocked by control` : held;
}

function printAnswer(terminal: Terminal, answer: OwnershipAnswer, problems: readonly GraphProblem[]): string {
  const { words, style } = STATUSES[answer.status];
  const held = heldWords(answer);
  const quiet = answer.basis === "listed" || answer.basis === "status";
  return [
    `${paint(terminal, style, paint(terminal, "bold", words))}  ${label(answer)}\n`,
    held === "" || quiet ? "" : bullet(terminal, "  ", `${held}.`, "dim"),
    printProof(terminal, answer),
    printMissing(terminal, answer),
    ...answer.flags.map((flag) => bullet(terminal, "  ! ", flag.words, "yellow")),
    ...problems
      .slice(0, PROBLEMS_MAX)
      .map(({ where, words: problem }) => bullet(terminal, "  ! ", `${where}: ${problem}.`, "yellow")),
  ].join("");
}

function heading(terminal: Terminal, resolution: Resolution): string {
  const { rule, day, graph, seeds } = resolution;
  const counts = { blocked: 0, undetermined: 0, "not-blocked": 0 };
  graph.parties.forEach((_, node) => {
    counts[statusOf(resolution, node)] += 1;
  });
  const listed = [...seeds.values()].filter(({ kind }) => kind === "listed").length;
  const law = isLawOn(rule, day.day)
    ? ""
    : bullet(
        terminal,
        "",
        `This rule is not law on ${sayDay(day.day)} (${rule.paragraph}): what it finds is a red flag.`,
        "yellow",
      );
  const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;
  const numbers = `${count(graph.parties.length, "party", "parties")}, ${count(graph.size, "tie", "ties")}. ${listed} listed on that day; ${counts.blocked} blocked in all, ${counts.undetermined} undetermined, ${counts["not-blocked"]} not blocked.`;
  return [
    `${paint(terminal, "bold", rule.title.split(":")[0] ?? rule.title)}  ${paint(terminal, "dim", `as of ${day.day}`)}\n`,
    bullet(terminal, "", rule.title.slice(rule.title.indexOf(":") + 2), "dim"),
    law,
    bullet(terminal, "", numbers),
  ].join("");
}

/** Writes the answers about the parties asked for: the blocked, then the doubtful, then those flagged, then the rest. */
export async function printOwnership(
  terminal: Terminal,
  resolution: Resolution,
  asked: { readonly nodes: readonly number[]; readonly all: boolean },
): Promise<void> {
  await terminal.write(heading(terminal, resolution));
  for (const status of ["blocked", "undetermined", "not-blocked"] as const) {
    const nodes = asked.nodes.filter((node) => statusOf(resolution, node) === status);
    // What the lists themselves say needs no proof here: those blocked by others come first.
    const owned = nodes.filter((node) => resolution.seeds.get(node)?.kind !== "listed");
    const listed = nodes.filter((node) => resolution.seeds.get(node)?.kind === "listed");
    let told = 0;
    let quiet = 0;
    for (const node of [...owned, ...listed]) {
      if (told >= TOLD_MAX) break;
      const answer = answerOfNode(resolution, node);
      const problems = resolution.graph.problems.filter(({ party }) => party === answer.id);
      if (status === "not-blocked" && !asked.all && answer.flags.length + problems.length === 0) {
        quiet += 1;
        continue;
      }
      told += 1;
      await terminal.write(`\n${printAnswer(terminal, answer, problems)}`);
    }
    const more = nodes.length - told - quiet;
    if (more > 0)
      await terminal.write(`\n${more} more ${STATUSES[status].words.toLowerCase()}; --json tells all.\n`);
    if (quiet > 0) await terminal.write(`\n${quiet} more not blocked, and nothing to say of them (--all).\n`);
  }
}

/** What changed between two days, and why. */
export function printDifference(
  terminal: Terminal,
  {
    since,
    at,
    changes,
  }: { readonly since: string; readonly at: string; readonly changes: readonly StatusChange[] },
): string {
  const title = `${paint(terminal, "bold", `From ${sayDay(since)} to ${sayDay(at)}`)}\n`;
  if (changes.length === 0) return `${title}No party's status changed.\n`;
  const shown = changes.slice(0, TOLD_MAX).map(({ id, name, before, after, because }) => {
    const [was, is] = [STATUSES[before], STATUSES[after]];
    const words = `${was.words.toLowerCase()} → ${paint(terminal, is.style, is.words)}`;
    return `\n${label({ id, name })}  ${words}\n${because.map((text) => bullet(terminal, "  ↳ ", text)).join("")}`;
  });
  const more = changes.length - shown.length;
  return `${title}${shown.join("")}${more > 0 ? `\n${more} more; --json tells all.\n` : ""}`;
}
