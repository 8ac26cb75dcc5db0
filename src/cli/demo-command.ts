import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createWorld } from "../engine/check/world.ts";
import { check } from "../engine/check.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import { parseTransaction } from "../engine/transaction.ts";
import type { Verdict } from "../engine/verdict.ts";
import { parseWaiver } from "../engine/waivers/waiver.ts";
import { must } from "../fault.ts";
import { parseInput } from "../parse.ts";
import { joinEventFiles } from "../service/workers/files/join-events.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printVerdict, printVerdictBriefly, section } from "./print-verdict.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

const STORIES = ["2018-silverstar", "2019-video-reunion"] as const;

const storySchema = z.strictObject({
  title: z.string(),
  intro: z.string(),
  cases: z.array(
    z.strictObject({
      title: z.string(),
      transaction: z.string(),
      at: z.string(),
      waivers: z.array(z.string()),
      events: z.array(z.string()).exactOptional(),
      answer: z.enum(["clear", "permitted", "refer", "prohibited"]),
    }),
  ),
});

type StoryCase = z.infer<typeof storySchema>["cases"][number];
type Decided = { readonly asked: StoryCase; readonly verdict: Verdict };

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

async function decide(
  snapshot: Snapshot,
  { folder, now }: { readonly folder: string; readonly now: number },
  asked: StoryCase,
): Promise<Decided> {
  const waivers = await Promise.all(
    asked.waivers.map(async (file) => parseWaiver(await readJson(join(folder, file)), file)),
  );
  const stated = parseTransaction(await readJson(join(folder, asked.transaction)), asked.transaction);
  const paths = (asked.events ?? []).map((file) => join(folder, file));
  const transaction =
    paths.length === 0 ? stated : await joinEventFiles(stated, { paths, at: asked.at, now });
  return { asked, verdict: check(createWorld(snapshot, waivers), transaction, asked.at) };
}

/** What one would type to ask the same. */
function commandOf(story: string, { transaction, at, waivers, events = [] }: StoryCase): string {
  const known = events.map((file) => ` --events examples/${story}/${file}`).join("");
  const files = waivers.map((file) => ` --waiver examples/${story}/${file}`).join("");
  return `npx sluice check examples/${story}/${transaction} --at ${at}${known}${files}`;
}

function rule(terminal: Terminal): string {
  return `\n${paint(terminal, "dim", "─".repeat(terminal.columns))}\n`;
}

function printBriefly(terminal: Terminal, { asked, verdict }: Decided): string {
  return [
    "\n",
    paragraph(terminal, { mark: "", text: asked.title, paint: (line) => paint(terminal, "bold", line) }),
    printVerdictBriefly(terminal, verdict),
  ].join("");
}

function printWhole(terminal: Terminal, story: string, { asked, verdict }: Decided): string {
  return [
    rule(terminal),
    paragraph(terminal, { mark: "", text: asked.title, paint: (line) => paint(terminal, "bold", line) }),
    paragraph(terminal, {
      mark: "$ ",
      text: commandOf(story, asked),
      paint: (line) => paint(terminal, "dim", line),
    }),
    "\n",
    printVerdict(terminal, verdict),
  ].join("");
}

/** What the answers of a story cannot see, each once: most of it differs in the day alone. */
function unseen(terminal: Terminal, cases: readonly Decided[]): string {
  const lines = new Map<string, string>();
  for (const text of cases.flatMap(({ verdict }) => verdict.reservations)) {
    const kind = text.replace(/\d+ \p{L}+ \d{4}|\d+ days before/gu, "");
    if (!lines.has(kind)) lines.set(kind, text);
  }
  return section(terminal, "What these answers cannot see", [...lines.values()]);
}

async function run(context: Context, given: Given): Promise<number> {
  if (given.positionals.length > 0) throw usageFault("demo takes no arguments");
  const { terminal } = context;
  const { snapshot } = await context.openLists();
  const wrong: string[] = [];
  const all: { readonly story: string; readonly cases: readonly Decided[] }[] = [];
  for (const name of STORIES) {
    const folder = join(context.programFolder, "examples", name);
    const story = parseInput(storySchema, await readJson(join(folder, "story.json")), `${name}/story.json`);
    const cases: Decided[] = [];
    if (!given.has("json")) {
      await terminal.write(`${rule(terminal)}${paint(terminal, "bold", story.title.toUpperCase())}\n`);
      await terminal.write(paragraph(terminal, { mark: "", text: story.intro }));
    }
    for (const asked of story.cases) {
      const decided = await decide(snapshot, { folder, now: terminal.now() }, asked);
      cases.push(decided);
      if (decided.verdict.answer !== asked.answer) wrong.push(`${asked.title}: ${decided.verdict.answer}`);
      if (given.has("json")) continue;
      await terminal.write(
        given.has("full") ? printWhole(terminal, name, decided) : printBriefly(terminal, decided),
      );
    }
    if (!given.has("json") && !given.has("full")) await terminal.write(unseen(terminal, cases));
    all.push({ story: name, cases });
  }
  if (given.has("json")) await terminal.write(jsonLine(all));
  else await terminal.write(`${rule(terminal)}${overview(terminal, all)}`);
  for (const text of wrong) terminal.warn(`sluice: a story came out wrong: ${text}\n`);
  return wrong.length > 0 ? EXIT.bug : EXIT.clear;
}

function overview(
  terminal: Terminal,
  all: readonly { readonly story: string; readonly cases: readonly Decided[] }[],
): string {
  const lines = all.flatMap(({ story, cases }) => [
    `${paint(terminal, "bold", story)}\n`,
    ...cases.map(({ asked, verdict }) =>
      paragraph(terminal, {
        mark: `  ${verdict.answer.toUpperCase().padEnd(10)}  ${asked.at.slice(0, 10)}  `,
        text: asked.title,
      }),
    ),
  ]);
  const example = must(all[0]?.cases[0], "there is a story with a case");
  const again = commandOf(all[0]?.story ?? "", example.asked);
  const hint = `"npx sluice demo --full" prints each verdict whole; "${again}" asks for the first.`;
  return [...lines, "\n", paragraph(terminal, { mark: "", text: hint })].join("");
}

/** `sluice demo`: both stories, decided on the bundled lists. */
export const demoCommand: Command = {
  name: "demo",
  summary: "decide both stories of examples/ on the bundled lists and print the verdicts",
  usage: ["sluice demo [--full]"],
  about: ["Exit code 0 where every verdict is the one that the story expects."],
  flags: { full: { words: "print each verdict whole, with the command that asks for it" } },
  run,
};
