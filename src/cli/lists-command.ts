import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printLists } from "./print-lists.ts";

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

async function run(context: Context, given: Given): Promise<number> {
  const [what, ...rest] = given.positionals;
  if (what === undefined) return show(context, given);
  void rest;
  throw usageFault(`lists ${what}: no such part${suggestion(what, ["update", "diff"])}`);
}

/** `sluice lists`: what is held, how old, how many; fetching newer editions; telling two apart. */
export const listsCommand: Command = {
  name: "lists",
  summary: "the lists held and their age; fetch newer editions; tell two editions apart",
  usage: ["sluice lists"],
  about: [],
  flags: {},
  run,
};
