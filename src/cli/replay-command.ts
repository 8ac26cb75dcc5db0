import { createWorld } from "../engine/check/world.ts";
import { parseReceipt, replay } from "../engine/receipt.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { jsonLine, readDocument } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { printVerdict } from "./print-verdict.ts";
import { paint, paragraph } from "./terminal.ts";

async function run(context: Context, given: Given): Promise<number> {
  const [path, ...others] = given.positionals;
  if (path === undefined || others.length > 0) throw usageFault("replay needs one RECEIPT");
  const document = await readDocument(context, path);
  const receipt = parseReceipt(document.value, document.name);
  const { snapshot } = await context.openLists();
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
    "Exit code 0 where the verdict is the same byte for byte, whatever it says; 1 where anything differs, with what does. A receipt that was altered is refused (65).",
  ],
  flags: {},
  run,
};
