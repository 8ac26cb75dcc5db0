import { setFlagsFromString } from "node:v8";
import pino from "pino";
import { type LoadedConfig, loadConfig } from "../platform/config/config.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { type Service, startService } from "../service/app.ts";
import type { Command, Context, Flag, Given } from "./command.ts";
import { EXIT } from "./exit-code.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  port: { words: "port to listen on (SLUICE_PORT)", value: "NUMBER" },
  host: { words: "address to listen on (SLUICE_HOST)", value: "ADDRESS" },
  config: { words: "a file of NAME=value lines (SLUICE_CONFIG)", value: "FILE" },
};

/**
 * A heap may grow to three times what lives before it is collected whole, with what its arrays hold outside of it counted
 * in. Left to itself the engine collects a screening thread's at a tenth more, or when its arrays have taken 64 MB since
 * the last time: several times a second, 100 ms each, in which every question waits (decisions/078).
 */
const HEAP_FLAGS = ["--heap-growing-percent=200", "--external-memory-accounted-in-global-limit"] as const;

/** Lines of many requests are written in one go: a call to the system for each would be a tenth of what it costs. */
const LOG_BUFFER = { minLength: 4_096, periodicFlush: 200 } as const;

/** The settings as the environment, a file and the flags of `serve` and `config` give them. */
export function configOf(given: Given, environment: NodeJS.ProcessEnv): LoadedConfig {
  const [port, host] = [given.value("port"), given.value("host")];
  return loadConfig({
    environment,
    file: given.value("config") ?? environment.SLUICE_CONFIG ?? null,
    flags: {
      ...(port === null ? {} : { SLUICE_PORT: port }),
      ...(host === null ? {} : { SLUICE_HOST: host }),
    },
  });
}

function dayOf(moment: string | null): string {
  return moment === null ? "" : moment.slice(0, 10);
}

function greeting({ address, database, ownerLink, live }: Service): string {
  const link = ownerLink === null ? "" : `  the first owner's way in, good once:  ${ownerLink}\n`;
  const opening = live.isReady ? "" : "Compiling the lists, a minute the first time …\n";
  return `Sluice listens on ${address}
  what can be asked:  ${address}/docs
  remembers:          ${database ?? "nothing (SLUICE_DATABASE=embedded turns it on)"}
${link}${opening}`;
}

/** What is served, list by list. */
function told(service: Service, now: number): string {
  const datasets = (service.live.files?.datasets ?? []).filter(({ children }) => children.length === 0);
  const width = Math.max(0, ...datasets.map(({ name }) => name.length));
  const lines = datasets.map(({ name, lastExport, version }) => {
    const written = dayOf(lastExport);
    const days = written === "" ? null : Math.floor((now - Date.parse(written)) / 86_400_000);
    const age = days === null ? `version ${version}` : `of ${written}, ${days} days old`;
    return `  ${name.padEnd(width)}  ${age}\n`;
  });
  return lines.join("");
}

/** Resolves with the signal's name when the process is asked to stop. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
  });
}

async function run(context: Context, given: Given): Promise<number> {
  const { terminal, version } = context;
  // Before the threads are made, which take it over.
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const { config } = configOf(given, process.env);
  const level = config.logLevel === "auto" ? (terminal.showsProgress ? "warn" : "info") : config.logLevel;
  // The log goes where it can be read apart from what is told to a person.
  const log = createLog(level, pino.destination({ dest: 2, sync: false, ...LOG_BUFFER }));
  const stopped = stopSignal();
  const service = await startService({
    config,
    version,
    environment: process.env,
    log,
    now: () => new Date(terminal.now()),
  });
  try {
    await terminal.write(greeting(service));
    const signal = await Promise.race([service.ready.then(() => null), stopped]);
    if (signal === null) await terminal.write(`Ready. Served:\n${told(service, terminal.now())}`);
    await stopped;
    await terminal.write("Stopping: what is under way is answered first.\n");
    return EXIT.clear;
  } finally {
    await service.stop();
    log.flush();
  }
}

/** `sluice serve`: the service, until it is told to stop. */
export const serveCommand: Command = {
  name: "serve",
  summary: "run the service over HTTP",
  usage: ["sluice serve [--port NUMBER] [--host ADDRESS] [--config FILE]"],
  about: [
    'Serves until SIGTERM or Ctrl-C; what is under way is answered before it ends. Settings come from the environment, from a file, and from flags: "sluice config" shows all of them and where each value came from.',
  ],
  flags: FLAGS,
  run,
};
