/** Compiles src/ and the data it imports to dist/, and builds the app, for the published package: Node strips types only outside node_modules. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const dist = join(root, "dist");
// The app is built by its own script, which knows whether it is built from these files, and may be served meanwhile.
for (const name of existsSync(dist) ? readdirSync(dist) : []) {
  if (!name.startsWith("web")) rmSync(join(dist, name), { recursive: true, force: true });
}
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
execFileSync(process.execPath, [join(root, "scripts/build-web.ts")], { stdio: "inherit" });
