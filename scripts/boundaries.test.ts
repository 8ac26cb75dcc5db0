import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "sluice-boundaries-"));
  const rules = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(join(tree, "biome.json"), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Lints this text as the file at `path`, under the project's own rules, in a tree of its own. */
function lint(path: string, text: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
  const run = spawnSync(join(root, "node_modules/.bin/biome"), ["lint", path], {
    cwd: tree,
    encoding: "utf8",
  });
  return { status: run.status, output: (run.stdout + run.stderr).replace(/\s+/g, " ") };
}

const importing = (what: string) => `import { x } from "${what}";\nexport const y = x;\n`;

describe("folder boundaries", () => {
  it.each([
    ["src/engine/goods/probe.ts", "../../platform/files.ts", "engine imports nothing of ours"],
    ["src/engine/goods/probe.ts", "../../service/lists/store.ts", "engine imports nothing of ours"],
    ["src/engine/goods/probe.ts", "node:fs", "engine does no I/O"],
    ["src/platform/probe.ts", "../engine/screen.ts", "platform knows nothing of ours"],
    ["src/service/lists/probe.ts", "../../cli/main.ts", "service knows nothing of those"],
    ["src/korean/probe.ts", "../service/lists/store.ts", "korean knows sentences and nothing else"],
    ["src/engine/goods/probe.ts", "../../korean/sentence.ts", "engine imports nothing of ours"],
  ])("%s may not import %s", (path, what, message) => {
    const { status, output } = lint(path, importing(what));
    expect(output).toContain(message);
    expect(status).not.toBe(0);
  });

  it("the command line may use the engine", () => {
    expect(lint("src/cli/probe.ts", importing("../engine/screen.ts"))).toMatchObject({ status: 0 });
  });
});
