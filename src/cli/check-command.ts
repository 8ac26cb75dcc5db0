import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { createWorld } from "../engine/check/world.ts";
import { check } from "../engine/check.ts";
import { makeReceipt } from "../engine/receipt.ts";
import { parseTransaction } from "../engine/transaction.ts";
import { parseWaiver } from "../engine/waivers/waiver.ts";
import { joinEventFiles } from "../service/workers/files/join-events.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { todayOf } from "./days.ts";
import { jsonLine, readDocument } from "./documents.ts";
import { exitOfAnswer } from "./exit-code.ts";
import { printVerdict } from "./print-verdict.ts";

async function run(context: Context, given: Given): Promise<number> {
  const [path, ...others] = given.positionals;
  if (path === undefined || others.length > 0) {
    throw usageFault("check needs one FILE with a transaction, or - for standard input");
  }
  const files = given.values("waiver");
  if ([path, ...files].filter((file) => file === "-").length > 1) {
    throw usageFault("standard input (-) can be read only once");
  }
  const receiptPath = given.value("receipt");
  if (receiptPath !== null && existsSync(receiptPath)) {
    throw usageFault(`--receipt ${receiptPath}: exists; a receipt is never written over`);
  }
  const at = given.value("at") ?? todayOf(context.terminal.now());
  const document = await readDocument(context, path);
  const stated = parseTransaction(document.value, document.name);
  const events = given.values("events");
  const asked = { paths: events, at, now: context.terminal.now() };
  const transaction = events.length === 0 ? stated : await joinEventFiles(stated, asked);
  const papers = await Promise.all(files.map((file) => readDocument(context, file)));
  const waivers = papers.map(({ name, value }) => parseWaiver(value, name));
  const { snapshot } = await context.openLists();
  const world = createWorld(snapshot, waivers);
  const verdict = check(world, transaction, at);
  if (receiptPath !== null) {
    const receipt = makeReceipt({
      world,
      transaction,
      at,
      verdict,
      programVersion: context.version,
      previous: null,
    });
    // "x": a receipt is a record and is never written over.
    const handle = await open(receiptPath, "wx");
    await handle.writeFile(jsonLine(receipt));
    await handle.sync();
    await handle.close();
  }
  const { terminal } = context;
  await terminal.write(given.has("json") ? jsonLine(verdict) : printVerdict(terminal, verdict));
  if (receiptPath !== null && !given.has("json"))
    await terminal.write(`\nReceipt written to ${receiptPath}\n`);
  return exitOfAnswer(verdict.answer);
}

/** `sluice check`: may this transaction go through? */
export const checkCommand: Command = {
  name: "check",
  summary: "may this transaction go through on that day, and why",
  usage: ["sluice check FILE|- [--at DATE] [--waiver FILE …] [--events FILE …] [--receipt FILE]"],
  about: [
    "FILE is a transaction in JSON (docs/cli.md shows one; examples/ has several). The verdict is clear, permitted (prohibited, and covered by waivers in every part), refer (a person must decide) or prohibited, and every reason cites where it stands.",
  ],
  flags: {
    at: {
      value: "DATE",
      words: "the day (YYYY-MM-DD) or instant (2019-04-22T09:00:00Z) asked about; today where not given",
    },
    waiver: { value: "FILE", words: "a waiver in JSON", many: true },
    events: {
      value: "FILE",
      words: "events of the accounts behind the parties, whose ids are accounts there (docs/redflags.md)",
      many: true,
    },
    receipt: {
      value: "FILE",
      words: 'write the record of this check, for "sluice replay"; never over an existing file',
    },
  },
  run,
};
