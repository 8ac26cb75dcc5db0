import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { stopEmbedded } from "./embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly databaseFolder: string;
    /** A server given by its address, or null where the run's own is used. */
    readonly serverUrl: string | null;
  }
}

const PREFIX = "sluice-test-";

/** Gives each run a folder for its database server, which the first test that needs it starts, and ends it after. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  project.provide("databaseFolder", folder);
  project.provide("serverUrl", null);
  return () => end(folder);
}

async function end(folder: string): Promise<void> {
  await stopEmbedded(folder).catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    await end(join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  if (existsSync(`/proc/${pid}`)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
