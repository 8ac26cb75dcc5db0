import { join, resolve } from "node:path";
import { backUp } from "../platform/backup/backup.ts";
import { restore } from "../platform/backup/restore.ts";
import { MIGRATIONS_FOLDER, readMigrations } from "../platform/database/migrate.ts";
import { openOwned } from "../service/owner.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { configOf, serveCommand } from "./serve-command.ts";

const FLAGS = { config: serveCommand.flags.config ?? { words: "a file of settings", value: "FILE" } };

function fileOf(given: Given, command: string): string {
  const [file, ...more] = given.positionals;
  if (file === undefined || more.length > 0) throw usageFault(`name one file: sluice ${command} FILE`);
  return resolve(file);
}

async function takeBackup(context: Context, given: Given): Promise<number> {
  const file = fileOf(given, "backup");
  const { config } = configOf(given, process.env);
  const owned = await openOwned(config, process.env);
  try {
    const { ownerUrl, folder } = owned;
    const { terminal, version } = context;
    const { rows, tables } = await backUp({ ownerUrl, file, version, now: () => new Date(terminal.now()) });
    const secret = folder === null ? "SLUICE_SECRET" : `SLUICE_SECRET or the file ${join(folder, "secret")}`;
    await terminal.write(
      `${file}: ${rows} rows of ${tables} tables.\nKeep ${secret} too, in another place: second factors open with it alone.\n`,
    );
    return EXIT.clear;
  } finally {
    await owned.close();
  }
}

async function restoreBackup(context: Context, given: Given): Promise<number> {
  const file = fileOf(given, "restore");
  const { config } = configOf(given, process.env);
  const owned = await openOwned(config, process.env);
  try {
    const migrations = readMigrations(MIGRATIONS_FOLDER);
    const { rows, tables } = await restore({ ownerUrl: owned.ownerUrl, file, migrations });
    await context.terminal.write(
      `${rows} rows of ${tables} tables are restored. "sluice serve" goes on from there.\n`,
    );
    return EXIT.clear;
  } finally {
    await owned.close();
  }
}

/** `sluice backup`: all that the service remembers, in one file. */
export const backupCommand: Command = {
  name: "backup",
  summary: "write all that the service remembers into one file",
  usage: ["sluice backup FILE [--config FILE]"],
  about: [
    "Takes the state of one moment while the service runs on. The file holds what people are called: it is readable by you alone, and should be kept so. Lists are not in it: they are files in SLUICE_HOME.",
  ],
  flags: FLAGS,
  run: takeBackup,
};

/** `sluice restore`: a backup into an empty database. */
export const restoreCommand: Command = {
  name: "restore",
  summary: "put a backup into an empty database",
  usage: ["sluice restore FILE [--config FILE]"],
  about: [
    "Restores all or nothing, and only into a database that was never used: a new data folder (SLUICE_DATA), or an empty one that DATABASE_URL names. Backups of earlier releases are brought up to this one.",
  ],
  flags: FLAGS,
  run: restoreBackup,
};
