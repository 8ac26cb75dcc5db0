import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { programFolder } from "../platform/paths.ts";
import { openSnapshot } from "../service/lists/store.ts";
import type { Context } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { runCommandLine } from "./run.ts";
import { COLUMNS, type Terminal } from "./terminal.ts";

const { env, stdout, stderr, stdin } = process;

function columnsOf(): number {
  const stated = Number(env.COLUMNS);
  // A terminal that does not know its width says 0; standard output may be a file while progress is shown.
  const shown = stdout.columns || stderr.columns || COLUMNS.usual;
  const columns = Number.isInteger(stated) && stated > 0 ? stated : shown;
  return Math.min(COLUMNS.max, Math.max(COLUMNS.min, columns));
}

function colorOf(): boolean {
  // https://no-color.org: any value that is not empty turns colors off.
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0") return true;
  return stdout.isTTY === true && env.TERM !== "dumb";
}

/** A reader that went away ends the program quietly, but never as if the answer had been delivered. */
function leaveOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") stderr.write(`sluice: standard output: ${error.message}\n`);
  process.exit(EXIT.io);
}
stdout.on("error", leaveOnBrokenPipe);
stderr.on("error", leaveOnBrokenPipe);

const terminal: Terminal = {
  write: (text) =>
    new Promise((resolve) => {
      if (stdout.write(text)) resolve();
      else stdout.once("drain", resolve);
    }),
  warn: (text) => {
    stderr.write(text);
  },
  columns: columnsOf(),
  color: colorOf(),
  showsProgress: stderr.isTTY === true && env.TERM !== "dumb",
  now: Date.now,
};

const folder = programFolder();
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly version: string;
};

const context: Context = {
  terminal,
  version,
  programFolder: folder,
  readStdin: async (bytesMax) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stdin) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes >= bytesMax) break;
    }
    return Buffer.concat(chunks).subarray(0, bytesMax);
  },
  openLists: async () => {
    if (terminal.showsProgress) terminal.warn("Opening the lists …");
    const opened = await openSnapshot();
    if (terminal.showsProgress) terminal.warn("\r\u001b[K");
    for (const problem of opened.problems) terminal.warn(`sluice: left out: ${problem.message}\n`);
    return opened;
  },
  threads: availableParallelism(),
};

process.exitCode = await runCommandLine(context, process.argv.slice(2));
