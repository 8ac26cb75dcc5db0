import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createWorld } from "../engine/check/world.ts";
import { parseReceipt, type Receipt, replay } from "../engine/receipt.ts";
import { loadSnapshot } from "../engine/snapshot/load.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { jsonLine, readDocument } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printVerdict } from "./print-verdict.ts";
import { paint, paragraph } from "./terminal.ts";

/** The snapshot that the receipt names where it is still kept, as after an update of the lists; else the one of today. */
async function snapshotOf(receipt: Receipt, lists: OpenedSnapshot): Promise<Snapshot> {
  if (receipt.snapshot === lists.snapshot.hash) return lists.snapshot;
  const kept = join(dirname(lists.file), `${receipt.snapshot}.snapshot`);
  return existsSync(kept) ? loadSnapshot(await readFile(kept), kept) : lists.snapshot;
}

async function run(context: Context, given: Given): Promise<number> {
  const [path, ...others] = given.positionals;
  if (path === undefined || others.length > 0) throw usageFault("replay needs one RECEIPT");
  const document = await readDocument(context, path);
  const receipt = parseReceipt(document.value, document.name);
  const lists = await context.openLists();
  const snapshot = await snapshotOf(receipt, lists);
  const again = replay(receipt, createWorld(snapshot), context.version, document.name);
  const { terminal } = context;
  const code = again.same ? EXIT.clear : EXIT.prohibited;
  if (given.has("json")) {
    await terminal.write(jsonLine({ receipt: receipt.hash, ...again }));
    return code;
  }
  const title = again.same
    ? paint(terminal, "green", "THE SAME, byte for byte")
    : paint(terminal, "red", "NOT THE SAME");
  const differences = again.same ? [] : again.differences;
  await terminal.write(
    [
      `${paint(terminal, "bold", title)}\n`,
      paragraph(terminal, { mark: "", text: `Receipt ${receipt.hash}` }),
      ...differences.map((text) => paragraph(terminal, { mark: "  - ", text })),
      `\n${printVerdict(terminal, again.verdict)}`,
    ].join(""),
  );
  return code;
}

/** `sluice replay`: decides a receipt again. */
export const replayCommand: Command = {
  name: "replay",
  summary: "decide a receipt again and compare byte for byte",
  usage: ["sluice replay RECEIPT"],
  about: [
    "Exit code 0 where the verdict is the same byte for byte, whatever it says; 1 where anything differs, with what does. A receipt that was altered is refused (65). It is decided on the snapshot that it names where that is still kept, else on today's.",
  ],
  flags: {},
  run,
};
