import { COMMON_FLAGS, type Command } from "./command.ts";
import { EXIT_WORDS } from "./exit-code.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

function heading(terminal: Terminal, words: string): string {
  return `\n${paint(terminal, "bold", words)}\n`;
}

/** Rows of a term and its words; on a narrow terminal the words stand under the term. */
function rows(terminal: Terminal, entries: readonly (readonly [string, string])[]): string {
  const widest = Math.max(...entries.map(([term]) => term.length));
  const narrow = widest + 4 > terminal.columns / 2;
  return entries
    .map(([term, words]) =>
      narrow
        ? `  ${term}\n${paragraph(terminal, { mark: "      ", text: words })}`
        : paragraph(terminal, { mark: `  ${term.padEnd(widest)}  `, text: words }),
    )
    .join("");
}

function exitCodes(terminal: Terminal): string {
  return (
    heading(terminal, "Exit codes") +
    rows(
      terminal,
      EXIT_WORDS.map(([code, words]) => [String(code), words]),
    )
  );
}

/** The help of the whole program. */
export function programHelp(terminal: Terminal, commands: readonly Command[]): string {
  return [
    paragraph(terminal, {
      mark: "",
      text: "sluice: may this go through? Screens parties against sanctions lists and checks transactions against measures and waivers, with the proof of each answer.",
    }),
    heading(terminal, "Commands"),
    rows(
      terminal,
      commands.map(({ name, summary }) => [name, summary]),
    ),
    "\n",
    paragraph(terminal, {
      mark: "",
      text: '"sluice COMMAND --help" shows how a command is used; "sluice --version" shows the version. --json works with every command. NO_COLOR and COLUMNS are respected; SLUICE_HOME is the folder for snapshots and fetched editions.',
    }),
    exitCodes(terminal),
  ].join("");
}

/** The help of one command. */
export function commandHelp(terminal: Terminal, command: Command): string {
  const flags = Object.entries({ ...command.flags, ...COMMON_FLAGS });
  return [
    paragraph(terminal, { mark: "", text: `sluice ${command.name}: ${command.summary}` }),
    heading(terminal, "Usage"),
    ...command.usage.map((usage) => paragraph(terminal, { mark: "  ", text: usage })),
    ...command.about.map((text) => `\n${paragraph(terminal, { mark: "", text })}`),
    heading(terminal, "Flags"),
    rows(
      terminal,
      flags.map(([name, { value, words, many }]) => [
        `--${name}${value === undefined ? "" : ` ${value}`}`,
        many === true ? `${words}; may be repeated` : words,
      ]),
    ),
    exitCodes(terminal),
  ].join("");
}
