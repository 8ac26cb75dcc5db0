import { type Origin, shownValue } from "../platform/config/config.ts";
import { SETTINGS, type SettingName } from "../platform/config/settings.ts";
import type { Command, Context, Given } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { configOf, serveCommand } from "./serve-command.ts";
import { paragraph } from "./terminal.ts";

function originWords(origin: Origin): string {
  return origin.kind === "default" ? "default" : `${origin.kind} ${origin.name}`;
}

async function run(context: Context, given: Given): Promise<number> {
  const { config, origins } = configOf(given, process.env);
  const { terminal } = context;
  const rows = (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
    name: SETTINGS[name].names[0] as string,
    value: shownValue(name, config),
    from: originWords(origins[name]),
    names: [...SETTINGS[name].names] as string[],
    words: SETTINGS[name].words,
  }));
  if (given.has("json")) await terminal.write(jsonLine(rows));
  else {
    for (const { name, value, from, words, names } of rows) {
      const others = names.length > 1 ? ` (also ${names.slice(1).join(", ")})` : "";
      await terminal.write(`${name}=${value}   [${from}]\n`);
      await terminal.write(paragraph(terminal, { mark: "    ", text: `${words}.${others}` }));
    }
  }
  return EXIT.clear;
}

/** `sluice config`: every setting, its value in force, and where it came from. */
export const configCommand: Command = {
  name: "config",
  summary: "show the service's settings in force, and where each came from",
  usage: ["sluice config [--config FILE]"],
  about: [
    "Secrets are only said to be set. A wrong value ends this, as it ends the start of the service, with one line.",
  ],
  flags: serveCommand.flags,
  run,
};
