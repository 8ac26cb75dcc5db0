import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig, shownValue } from "./config.ts";

const load = (
  environment: NodeJS.ProcessEnv,
  file: string | null = null,
  flags: Record<string, string> = {},
) => loadConfig({ environment, file, flags });

function fileOf(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "sluice-config-")), "sluice.env");
  writeFileSync(path, content);
  return path;
}

test("without anything set, every setting has its usual value and says so", () => {
  const { config, origins } = load({});
  expect([config.host, config.port, config.openMatch]).toEqual(["127.0.0.1", 8000, "auto"]);
  expect(new Set(Object.values(origins).map(({ kind }) => kind))).toEqual(new Set(["default"]));
});

test("a flag goes before the environment, which goes before the file, and each says where it came from", () => {
  const file = fileOf('# the port\nSLUICE_PORT=8001\nexport SLUICE_HOST="0.0.0.0"\n');
  const { config, origins } = load({ SLUICE_PORT: "8002" }, file, { SLUICE_PORT: "8003" });
  expect([config.port, config.host]).toEqual([8003, "0.0.0.0"]);
  expect(origins.port).toEqual({ kind: "flag", name: "SLUICE_PORT" });
  expect(origins.host).toEqual({ kind: "file", name: "SLUICE_HOST" });
  expect(load({ SLUICE_PORT: "8002" }, file).config.port).toBe(8002);
});

test("yente's names are taken, and ours go before them", () => {
  const { config, origins } = load({
    YENTE_PORT: "9000",
    YENTE_UPDATE_TOKEN: "t",
    YENTE_AUTO_REINDEX: "False",
  });
  expect([config.port, config.updateToken, config.autoUpdate]).toEqual([9000, "t", false]);
  expect(load({ YENTE_LOG_LEVEL: "WARNING" }).config.logLevel).toBe("warn");
  expect(origins.port).toEqual({ kind: "environment", name: "YENTE_PORT" });
  expect(load({ YENTE_PORT: "9000", SLUICE_PORT: "9001" }).config.port).toBe(9001);
});

test.each([
  [{ SLUICE_PORT: "eighty" }, 'SLUICE_PORT: "eighty" is not a whole number'],
  [{ PORT: "70000" }, 'PORT: "70000" is not from 0 to 65535'],
  [{ SLUICE_OPEN_MATCH: "maybe" }, "is not one of auto, true, false"],
  [{ SLUICE_WITH_LISTS: "2" }, "is neither true nor false"],
  [{ SLUICE_URL: "ftp://x" }, "is not an http address"],
  [{ SLUICE_PROT: "8000" }, "SLUICE_PROT is no setting"],
])("%j is refused in one line that names it", (environment, words) => {
  expect(() => load(environment)).toThrow(words);
});

test("a file that says what is no setting, or nothing at all, is refused with the line", () => {
  expect(() => load({}, fileOf("SLUICE_PORT=1\nBANANA=2\n"))).toThrow("line 2");
  expect(() => load({}, fileOf("what is this\n"))).toThrow("is not NAME=value");
  expect(() => load({}, "/there/is/no/such/file")).toThrow("the settings");
});

test("secrets are only said to be set, and a wrong one is not repeated", () => {
  const { config } = load({ DATABASE_URL: "postgres://user:hush@host/name", SLUICE_UPDATE_TOKEN: "hush" });
  expect(shownValue("databaseUrl", config)).toBe("set, not shown");
  expect(shownValue("updateToken", config)).not.toContain("hush");
  expect(shownValue("homeFolder", config)).toBe("not set");
});
