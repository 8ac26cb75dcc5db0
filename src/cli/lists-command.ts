import { diffEditions, type EditionDiff } from "../service/lists/editions.ts";
import { type UpdateReport, updateLines, updateLists } from "../service/lists/update.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { countSentences, printDelta } from "./print-delta.ts";
import { printLists, sayNumber } from "./print-lists.ts";
import { paragraph } from "./terminal.ts";

async function show(context: Context, given: Given): Promise<number> {
  const { snapshot } = await context.openLists();
  const { terminal } = context;
  await terminal.write(
    given.has("json")
      ? jsonLine({ snapshot: snapshot.hash, lists: snapshot.lists })
      : printLists(terminal, snapshot.lists, snapshot.hash),
  );
  return EXIT.clear;
}

function exitOfUpdate(reports: readonly UpdateReport[]): number {
  if (reports.some(({ outcome }) => outcome === "refused")) return EXIT.badInput;
  return reports.some(({ outcome }) => outcome === "unreachable") ? EXIT.unavailable : EXIT.clear;
}

type Changes = { readonly list: string; readonly added: number; readonly removed: number } & Pick<
  EditionDiff,
  "before" | "after" | "counts" | "notCompared"
>;

/** What an update brought, in numbers; null where it brought nothing. Two editions of one day are one: nothing lies between. */
async function changesOf({ list, outcome, edition, before }: UpdateReport): Promise<Changes | null> {
  if (outcome !== "updated" || edition === null || before === null || edition === before) return null;
  const { delta, ...difference } = await diffEditions(`${list}@${before}`, `${list}@${edition}`);
  return { list, ...difference, added: delta.added.length, removed: delta.removed.length };
}

function changeLines(changes: Changes): readonly string[] {
  const { list, before, after, added, removed } = changes;
  return [
    `${list}: ${sayNumber(added)} came and ${sayNumber(removed)} went since ${before}; sluice lists diff ${before} ${after} tells who.`,
    ...countSentences(changes),
  ];
}

async function update(context: Context, given: Given, lists: readonly string[]): Promise<number> {
  const { terminal } = context;
  const now = new Date(terminal.now());
  const reports = await updateLists(lists.length === 0 ? { now } : { now, lists });
  const changes = await Promise.all(reports.map(changesOf));
  const told = given.has("json")
    ? jsonLine(
        reports.map(({ fault, ...report }, at) => ({
          ...report,
          fault: fault?.details ?? null,
          changes: changes[at] ?? null,
        })),
      )
    : [...updateLines(reports), ...changes.flatMap((one) => (one === null ? [] : changeLines(one)))]
        .map((text) => paragraph(terminal, { mark: "", text }))
        .join("");
  await terminal.write(told);
  return exitOfUpdate(reports);
}

async function diff(context: Context, given: Given, editions: readonly string[]): Promise<number> {
  const [before, after, ...others] = editions;
  if (before === undefined || after === undefined || others.length > 0) {
    throw usageFault("lists diff needs two editions, such as us-ofac-sdn@2018-09-12 and us-ofac-sdn");
  }
  const difference = await diffEditions(before, after);
  const { terminal } = context;
  await terminal.write(given.has("json") ? jsonLine(difference) : printDelta(terminal, difference));
  return EXIT.clear;
}

async function run(context: Context, given: Given): Promise<number> {
  const [what, ...rest] = given.positionals;
  if (what === undefined) return show(context, given);
  if (what === "update") return update(context, given, rest);
  if (what === "diff") return diff(context, given, rest);
  throw usageFault(`lists ${what}: no such part${suggestion(what, ["update", "diff"])}`);
}

/** `sluice lists`: what is held, how old, how many; fetching newer editions; telling two apart. */
export const listsCommand: Command = {
  name: "lists",
  summary: "the lists held and their age; fetch newer editions; tell two editions apart",
  usage: ["sluice lists", "sluice lists update [LIST …]", "sluice lists diff A B"],
  about: [
    "update fetches from the publishers' official addresses, checks, and takes an edition in whole or not at all; what cannot be fetched or is refused leaves the edition held in force (exit code 69 or 65).",
    "A and B are editions: LIST@DATE, LIST for its newest, or a file in the format of the other's list.",
  ],
  flags: {},
  run,
};
