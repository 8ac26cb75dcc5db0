import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { assert } from "../fault.ts";

/** The folder of the program: where `package.json` and `data/` are, in a clone and in an installed package alike. */
export function programFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "data"))) return folder;
    assert(dirname(folder) !== folder, "the program lies in a package with its data");
  }
}

/**
 * The folder for what Sluice keeps between runs: `home` where given, else `SLUICE_HOME`, else `sluice` in
 * `XDG_CACHE_HOME`, else `.cache/sluice` in the user's home. It need not exist yet.
 */
export function homeFolder(home: string | undefined, environment: NodeJS.ProcessEnv): string {
  const chosen = home ?? environment.SLUICE_HOME;
  if (chosen !== undefined && chosen !== "") return chosen;
  const cache = environment.XDG_CACHE_HOME;
  return join(cache !== undefined && cache !== "" ? cache : join(homedir(), ".cache"), "sluice");
}
