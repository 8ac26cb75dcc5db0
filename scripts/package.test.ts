import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
let stranger: string;

/** Runs a program in the stranger's folder with a home of its own, and Node 24 first on the path. */
function run(command: string, args: readonly string[]) {
  const env = {
    ...process.env,
    SLUICE_HOME: join(stranger, "home"),
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  };
  const done = spawnSync(command, args, { cwd: stranger, env, encoding: "utf8", timeout: 240_000 });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

beforeAll(() => {
  stranger = mkdtempSync(join(tmpdir(), "sluice-stranger-"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", stranger], { cwd: root, stdio: "pipe" });
  const tarball = readdirSync(stranger).find((name) => name.endsWith(".tgz"));
  writeFileSync(
    join(stranger, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module" }),
  );
  execFileSync("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`], {
    cwd: stranger,
    stdio: "pipe",
  });
}, 300_000);
afterAll(() => rmSync(stranger, { recursive: true, force: true }));

describe("the published package, installed into an empty folder", () => {
  it("holds compiled JavaScript with types, and no source", () => {
    const installed = join(stranger, "node_modules/sluice");
    expect(existsSync(join(installed, "dist/src/sluice.d.ts"))).toBe(true);
    expect(existsSync(join(installed, "src"))).toBe(false);
  });

  it("answers from the command line", () => {
    const { status, stdout, stderr } = run(process.execPath, [
      "node_modules/sluice/bin/sluice.js",
      "screen",
      "Jong Song Hwa",
      "--birth",
      "1970-02-05",
      "--json",
    ]);
    expect(stderr).not.toContain("Error");
    expect(stdout).toContain("us-ofac-24979");
    expect(status).toBe(2);
  }, 240_000);

  it("answers from the library", () => {
    writeFileSync(
      join(stranger, "ask.js"),
      `import { check, loadSnapshot, screen, createWorld } from "sluice";
       const snapshot = await loadSnapshot();
       const subject = { schema: "Person", properties: { name: ["Jong Song Hwa"], birthDate: ["1970-02-05"] } };
       const { matches } = screen(snapshot, subject);
       const verdict = check(createWorld(snapshot), {
         kind: "payment", reference: "p-1", purpose: "wages", parties: [{ ...subject, role: "payee" }],
         from: "US", to: "CN",
       }, "2024-06-01");
       console.log(JSON.stringify([matches[0].id, verdict.answer]));`,
    );
    const { status, stdout, stderr } = run(process.execPath, ["ask.js"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(["us-ofac-24979", "prohibited"]);
    expect(status).toBe(0);
  }, 240_000);
});
