import { Fault } from "../fault.ts";
import { backupCommand, restoreCommand } from "./backup-command.ts";
import { checkCommand } from "./check-command.ts";
import { type Command, type Context, readArguments, suggestion, usageFault } from "./command.ts";
import { compareCommand } from "./compare-command.ts";
import { configCommand } from "./config-command.ts";
import { demoCommand } from "./demo-command.ts";
import { demoDataCommand } from "./demo-data-command.ts";
import { jsonLine } from "./documents.ts";
import { evalCommand } from "./eval-command.ts";
import { EXIT, exitOfFault, exitOfSystemError } from "./exit-code.ts";
import { explainCommand } from "./explain-command.ts";
import { frontsCommand } from "./fronts-command.ts";
import { goodsCommand } from "./goods-command.ts";
import { commandHelp, programHelp } from "./help.ts";
import { listsCommand } from "./lists-command.ts";
import { ownerLinkCommand } from "./owner-link-command.ts";
import { ownershipCommand } from "./ownership-command.ts";
import { receiptsCommand } from "./receipts-command.ts";
import { replayCommand } from "./replay-command.ts";
import { screenCommand } from "./screen-command.ts";
import { serveCommand } from "./serve-command.ts";
import { plainText } from "./terminal.ts";
import { waiversCommand } from "./waivers-command.ts";
import { workersCommand } from "./workers-command.ts";

const COMMANDS: readonly Command[] = [
  screenCommand,
  checkCommand,
  goodsCommand,
  waiversCommand,
  explainCommand,
  compareCommand,
  evalCommand,
  listsCommand,
  ownershipCommand,
  frontsCommand,
  workersCommand,
  replayCommand,
  receiptsCommand,
  demoCommand,
  serveCommand,
  configCommand,
  ownerLinkCommand,
  demoDataCommand,
  backupCommand,
  restoreCommand,
];

function commandNamed(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command !== undefined) return command;
  const names = COMMANDS.map((known) => known.name);
  if (name.startsWith("-")) throw usageFault(`unknown flag ${name} ("sluice --help" shows what there is)`);
  throw usageFault(
    `unknown command "${name}"${suggestion(name, names)} ("sluice --help" shows what there is)`,
  );
}

async function dispatch(context: Context, typed: readonly string[]): Promise<number> {
  const { terminal } = context;
  const [first, ...rest] = typed;
  if (
    first === undefined ||
    first === "--help" ||
    first === "-h" ||
    (first === "help" && rest.length === 0)
  ) {
    await terminal.write(programHelp(terminal, COMMANDS));
    return first === undefined ? EXIT.usage : EXIT.clear;
  }
  if (first === "--version" || first === "-V") {
    await terminal.write(
      rest.includes("--json") ? jsonLine({ version: context.version }) : `sluice ${context.version}\n`,
    );
    return EXIT.clear;
  }
  const command = commandNamed(first === "help" ? (rest[0] ?? "") : first);
  if (first === "help" || rest.includes("--help") || rest.includes("-h")) {
    await terminal.write(commandHelp(terminal, command));
    return EXIT.clear;
  }
  return command.run(context, readArguments(command, rest));
}

/** One line for what went wrong, and the exit code that goes with it. */
function failure(error: unknown): { readonly line: string; readonly code: number } {
  if (error instanceof Fault) return { line: error.message, code: exitOfFault(error.code) };
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const code = exitOfSystemError(error.code);
    const path = "path" in error && typeof error.path === "string" ? `${error.path}: ` : "";
    if (code === EXIT.noFile) return { line: `${path}no such file`, code };
    if (error.code === "EEXIST") return { line: `${path}exists and is not written over`, code: EXIT.io };
    if (error.code === "EISDIR") return { line: `${path}is a folder, not a file`, code: EXIT.badInput };
    if (code !== null) return { line: `${path}${error.message}`, code };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { line: `this is a bug in sluice; please report it:\n${text}`, code: EXIT.bug };
}

/** Runs what was typed after `sluice` and resolves to the exit code; whatever goes wrong is told in a line. */
export async function runCommandLine(context: Context, typed: readonly string[]): Promise<number> {
  try {
    return await dispatch(context, typed);
  } catch (error) {
    const { line, code } = failure(error);
    const told = code === EXIT.bug ? line : plainText(line);
    context.terminal.warn(`sluice: ${told}\n`);
    return code;
  }
}
