import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { answerOfNode, type OwnershipAnswer } from "../engine/network/ownership/answer.ts";
import { differenceBetween } from "../engine/network/ownership/difference.ts";
import { GraphBuilder, type OwnershipGraph } from "../engine/network/ownership/graph.ts";
import { addListRelations } from "../engine/network/ownership/list-relations.ts";
import { POLICIES, type PolicyName, ruleOn } from "../engine/network/ownership/policy.ts";
import { addSource, readListedFile, readListedIds } from "../engine/network/ownership/read-source.ts";
import {
  type ListedParty,
  type Resolution,
  resolveOwnership,
  statusOf,
} from "../engine/network/ownership/resolution.ts";
import { writeBods } from "../engine/network/ownership/write-bods.ts";
import { Fault } from "../fault.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { dayOf, todayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printDifference, printOwnership } from "./print-ownership.ts";

/** The largest file that can be read into one buffer. */
const FILE_BYTES_MAX = 2_000_000_000;
/** Problems told one by one on standard error. */
const PROBLEMS_TOLD_MAX = 10;

async function readSourceFile(context: Context, path: string) {
  if (path === "-") return { name: "standard input", bytes: await readAll(context) };
  if (statSync(path).size > FILE_BYTES_MAX) throw tooLarge(basename(path));
  return { name: basename(path), bytes: await readFile(path) };
}

async function readAll(context: Context): Promise<Uint8Array> {
  const bytes = await context.readStdin(FILE_BYTES_MAX + 1);
  if (bytes.length > FILE_BYTES_MAX) throw tooLarge("standard input");
  return bytes;
}

const tooLarge = (where: string): Fault =>
  new Fault({ code: "limit-exceeded", limit: "fileBytesMax", allowed: FILE_BYTES_MAX, where });

function policyOf(given: Given): PolicyName {
  const stated = given.value("policy") ?? "ofac";
  const policy = POLICIES.find((one) => one === stated.toLowerCase());
  if (policy === undefined) {
    throw usageFault(`--policy ${stated}: not one of ${POLICIES.join(", ")}${suggestion(stated, POLICIES)}`);
  }
  return policy;
}

type Loaded = { readonly graph: OwnershipGraph; readonly listed: readonly ListedParty[] };

/** The files, the lists where asked for, and who is listed: by the flag, else by what the files state. */
async function load(context: Context, given: Given, day: string): Promise<Loaded> {
  const builder = new GraphBuilder(true);
  const stated: ListedParty[] = [];
  for (const path of given.positionals) {
    stated.push(...addSource(builder, await readSourceFile(context, path)).listed);
  }
  if (given.has("lists")) stated.push(...(await addLists(context, builder, day)));
  const flag = given.value("listed");
  const named = flag === null ? [] : await readListed(flag);
  const graph = builder.finish();
  if (flag !== null && !existsSync(flag)) {
    const unknown = named.find(({ id }) => graph.indexOf(id) < 0);
    if (unknown !== undefined) {
      const ids = graph.parties.slice(0, 2_000).map(({ id }) => id);
      throw usageFault(
        `--listed ${unknown.id}: no party of ${given.positionals.join(", ")} has that id${suggestion(unknown.id, ids)}`,
      );
    }
  }
  const listed = [...new Map([...stated, ...named].map((one) => [one.id, one])).values()];
  if (listed.length === 0 && !given.has("lists") && !given.has("bods")) {
    throw usageFault(
      "nobody is listed: name the listed parties with --listed IDS or --listed FILE, or ask the lists with --lists (a FollowTheMoney file may also state them, by Sanction or by the topic sanction)",
    );
  }
  return { graph, listed };
}

async function readListed(flag: string): Promise<readonly ListedParty[]> {
  if (!existsSync(flag)) {
    if (/[/\\]|\.(?:csv|txt|json|jsonl)$/iu.test(flag)) throw usageFault(`--listed ${flag}: no such file`);
    return readListedIds(flag);
  }
  return readListedFile({ name: basename(flag), bytes: await readFile(flag) });
}

/** What the lists say of the parties whose ids they know: who is listed on the day, and who stands above them. */
async function addLists(
  context: Context,
  builder: GraphBuilder,
  day: string,
): Promise<readonly ListedParty[]> {
  const { snapshot } = await context.openLists();
  const roots = builder
    .ids()
    .map((id) => snapshot.find(id))
    .filter((index) => index >= 0);
  return addListRelations(builder, snapshot, { roots, day, aliases: new Map() });
}

function tellProblems(context: Context, { problems, problemCount }: OwnershipGraph): void {
  for (const { where, words } of problems.slice(0, PROBLEMS_TOLD_MAX)) {
    context.terminal.warn(`sluice: ${where}: ${words}\n`);
  }
  const more = problemCount - Math.min(problemCount, PROBLEMS_TOLD_MAX);
  if (more > 0)
    context.terminal.warn(`sluice: and ${more} more problems in the data; --json has each party's\n`);
}

function exitOf(resolution: Resolution, nodes: readonly number[]): number {
  const statuses = nodes.map((node) => statusOf(resolution, node));
  if (statuses.includes("blocked")) return EXIT.prohibited;
  return statuses.includes("undetermined") ? EXIT.refer : EXIT.clear;
}

/** One line of an answer, with the question it answers and what of the data it rests on is doubtful. */
function answerLine(resolution: Resolution, answer: OwnershipAnswer, policy: PolicyName): string {
  const { rule, day, graph } = resolution;
  const problems = graph.problems.filter(({ party }) => party === answer.id);
  return jsonLine({ ...answer, policy, rule: rule.id, at: day.day, problems });
}

function nodesAsked(graph: OwnershipGraph, given: Given): readonly number[] {
  const ids = given.values("party");
  if (ids.length === 0) return graph.parties.map((_, node) => node);
  return ids.map((id) => {
    const node = graph.indexOf(id);
    if (node >= 0) return node;
    const near = suggestion(
      id,
      graph.parties.slice(0, 2_000).map((party) => party.id),
    );
    throw usageFault(`--party ${id}: no party has that id${near}`);
  });
}

async function run(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  if (given.positionals.length === 0) {
    throw usageFault("ownership needs a FILE with who owns whom, or - for standard input");
  }
  const policy = policyOf(given);
  const at = dayOf("--at", given.value("at")) ?? todayOf(terminal.now());
  const since = dayOf("--since", given.value("since"));
  if (since !== null && since > at) throw usageFault(`--since ${since} is after --at ${at}`);
  const { graph, listed } = await load(context, given, at);
  tellProblems(context, graph);
  if (given.has("bods")) {
    const { statements, leftOut } = writeBods(graph, at);
    for (const statement of statements) await terminal.write(jsonLine(statement));
    if (leftOut > 0) terminal.warn(`sluice: ${leftOut} ties are left out: BODS has no word for them\n`);
    return EXIT.clear;
  }
  const resolution = resolveOwnership(graph, { rule: ruleOn(policy, at), day: at, listed });
  const nodes = nodesAsked(graph, given);
  if (since !== null) {
    const before = resolveOwnership(graph, { rule: ruleOn(policy, since), day: since, listed });
    const asked = new Set(nodes);
    const changes = differenceBetween(before, resolution).filter(({ id }) => asked.has(graph.indexOf(id)));
    if (given.has("json")) {
      for (const change of changes) await terminal.write(jsonLine({ ...change, policy, since, at }));
    } else await terminal.write(printDifference(terminal, { since, at, changes }));
    return exitOf(resolution, nodes);
  }
  if (given.has("json")) {
    for (const node of nodes)
      await terminal.write(answerLine(resolution, answerOfNode(resolution, node), policy));
  } else await printOwnership(terminal, resolution, { nodes, all: given.has("all") || given.has("party") });
  return exitOf(resolution, nodes);
}

/** `sluice ownership`: who is blocked because of those who own or control it? */
export const ownershipCommand: Command = {
  name: "ownership",
  summary: "who is blocked because of those who own or control it, and why",
  usage: [
    "sluice ownership FILE… --listed IDS|FILE [--policy ofac|eu|uk|bis] [--at DATE]",
    "sluice ownership FILE… --listed IDS|FILE --since DATE [--at DATE]",
    "sluice ownership FILE… --bods",
  ],
  about: [
    "FILE is who owns whom: FollowTheMoney entities, BODS 0.4 statements, GLEIF's XML, or a CSV table with the columns owner, asset and share (docs/ownership.md has all). Each party comes out blocked with the proof, not blocked, or undetermined with the fewest facts that would decide. Shares may be bands (25-50), fractions (1/3) or unknown.",
    "Exit codes here: 1 where a party is blocked, 2 where one is undetermined and none is blocked.",
  ],
  flags: {
    listed: {
      value: "IDS|FILE",
      words:
        "who is listed: ids with commas (X,Y or X:2018-09-13 with the day of designation), or a file of ids, one a line, or of FollowTheMoney entities with sanctions",
    },
    policy: { value: "NAME", words: "ofac, eu, uk or bis; ofac where not given" },
    at: { value: "DATE", words: "the day asked about (YYYY-MM-DD); today where not given" },
    since: { value: "DATE", words: "tell only what changed from that day to the one asked about, and why" },
    party: { value: "ID", words: "tell of this party alone", many: true },
    lists: { words: "ask the lists at hand about ids that they know, and follow their own relations" },
    all: { words: "tell of parties as well that are not blocked and not doubtful" },
    bods: { words: "write the graph as BODS 0.4 statements, one a line, and resolve nothing" },
  },
  run,
};
