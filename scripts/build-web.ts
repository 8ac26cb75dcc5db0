/**
 * Builds the app from `src/web` into `dist/web`, where it is not built from these very files already.
 * Usage: node scripts/build-web.ts
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const mark = join(root, "dist/web/made-from.txt");

/** One hash over everything that the built app depends on. */
function digest(): string {
  const hash = createHash("sha256");
  const sources = globSync("src/{web,client}/**/*.{ts,tsx,css,html,svg,json}", { cwd: root }).sort();
  for (const file of [...sources, "vite.config.ts", "package-lock.json"])
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

const made = digest();
if (!existsSync(mark) || readFileSync(mark, "utf8") !== made) {
  console.log("Building the app, once …");
  await build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  writeFileSync(mark, made);
}
