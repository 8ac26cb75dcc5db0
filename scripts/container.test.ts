import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = dirname(import.meta.dirname);
const HARBOR = join(root, "src/service/screening/yente/fixtures/harbor.ftm.json");
/** A minute and more on a machine that is busy with other tests. */
const START_MS_MAX = 300_000;
/** Each look starts a program of its own, which takes the processor from the service that is to become healthy. */
const LOOK_MS = 1_000;

type Step = { readonly word: string; readonly rest: string };

/** The steps of a Dockerfile, with lines that go on joined. */
function stepsOf(text: string): readonly Step[] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  return lines.flatMap((line) => {
    const [, word, rest] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    return word === undefined || rest === undefined ? [] : [{ word, rest }];
  });
}

const steps = stepsOf(readFileSync(join(root, "Dockerfile"), "utf8"));
const restOf = (word: string): readonly string[] =>
  steps.filter((step) => step.word === word).map(({ rest }) => rest);

/** What the image sets for the service. */
function imageEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    restOf("ENV").flatMap((rest) =>
      [...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    ),
  );
}

const compose = parse(readFileSync(join(root, "compose.yaml"), "utf8")) as {
  readonly services: Readonly<
    Record<
      "sluice" | "database",
      { readonly environment: Readonly<Record<string, string>>; readonly ports?: readonly string[] }
    >
  >;
};

/** A value of compose.yaml as docker reads it, where `.env` has both secrets and nothing else. */
function composed(value: string): string {
  const secrets: Readonly<Record<string, string>> = {
    POSTGRES_PASSWORD: "0f".repeat(24),
    SLUICE_SECRET: "1e".repeat(32),
  };
  return value.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
    const given = secrets[name];
    if (given !== undefined) return given;
    if (kind === "?") throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

let image: string;

/** The build's context: all but what `.dockerignore` names, with the installed packages in the place of `npm ci`. */
beforeAll(() => {
  image = mkdtempSync(join(tmpdir(), "sluice-image-"));
  const ignored = readFileSync(join(root, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.includes("*"));
  cpSync(root, image, {
    recursive: true,
    filter: (from) => !ignored.some((name) => relative(root, from).split(sep)[0] === name),
  });
  symlinkSync(join(root, "node_modules"), join(image, "node_modules"));
}, START_MS_MAX);
afterAll(() => rmSync(image, { recursive: true, force: true }));

function inImage(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: image, ...environment };
  return { words: words.slice(1), options: { cwd: image, env } };
}

describe("the image, its steps followed in a folder that holds what it is given", () => {
  it("copies what is there, and runs programs that are there", () => {
    const [first, ...others] = restOf("COPY");
    for (const name of first?.split(" ").slice(0, -1) ?? []) expect(existsSync(join(image, name))).toBe(true);
    expect(others).toEqual([". .", "--from=install /sluice /sluice"]);
    const programs = restOf("RUN").flatMap((rest) =>
      [...rest.matchAll(/\bnode (\S+\.[jt]s)/g)].map(([, name]) => name),
    );
    expect(programs).toEqual(["scripts/build-web.ts", "bin/sluice.js"]);
    for (const name of programs) expect(existsSync(join(image, name ?? ""))).toBe(true);
    // Left out, and needed by nothing that runs there.
    expect(existsSync(join(image, "bench"))).toBe(false);
  });

  it("runs the Node that the program asks for", () => {
    const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      engines: { node: string };
    };
    const least = Number(/\d+/.exec(engines.node)?.[0]);
    for (const base of restOf("FROM"))
      expect(Number(/^node:(\d+)/.exec(base)?.[1])).toBeGreaterThanOrEqual(least);
  });

  it(
    "is told by compose.yaml nothing that the service does not take, beside PostgreSQL's own address",
    () => {
      const own = Object.entries(compose.services.sluice.environment).map(([name, value]) => [
        name,
        composed(value),
      ]);
      const environment = { ...imageEnvironment(), ...(Object.fromEntries(own) as Record<string, string>) };
      const { words, options } = inImage(["node", "bin/sluice.js", "config", "--json"], environment);
      const done = spawnSync(process.execPath, words, { ...options, encoding: "utf8" });
      expect([done.status, done.stderr]).toEqual([0, ""]);
      const rows = JSON.parse(done.stdout) as { name: string; value: string; from: string }[];
      const taken = rows
        .filter(({ from }) => from.startsWith("environment"))
        .map(({ from }) => from.split(" ")[1]);
      const told = Object.keys(environment).filter((name) => name !== "NODE_ENV");
      expect([...taken].sort()).toEqual([...told].sort());
      const { database } = compose.services;
      const url = new URL(composed(compose.services.sluice.environment.DATABASE_URL ?? ""));
      expect(url.username).toBe(database.environment.POSTGRES_USER);
      expect(url.pathname).toBe(`/${database.environment.POSTGRES_DB}`);
      expect(url.password).toBe(composed(database.environment.POSTGRES_PASSWORD ?? ""));
      expect(Object.keys(compose.services)).toContain(url.hostname);
      expect(compose.services.sluice.ports).toEqual([`127.0.0.1:8000:${imageEnvironment().SLUICE_PORT}`]);
      expect(restOf("EXPOSE")).toEqual([imageEnvironment().SLUICE_PORT]);
    },
    START_MS_MAX,
  );

  it(
    "starts by its entry point, is called healthy by its own check, and ends at its stop signal",
    async () => {
      const probe = createServer().listen(0, "127.0.0.1");
      await once(probe, "listening");
      const { port } = probe.address() as { port: number };
      probe.close();
      await once(probe, "close");
      const [entry, command] = [restOf("ENTRYPOINT")[0], restOf("CMD")[0]].map(
        (rest) => JSON.parse(rest ?? "[]") as string[],
      );
      const settings = {
        SLUICE_HOST: "127.0.0.1",
        SLUICE_PORT: String(port),
        SLUICE_DATA: join(image, "data"),
      };
      // A small dataset in the place of the lists, which take a minute to compile, and no database.
      const given = {
        SLUICE_HOME: join(image, "home"),
        SLUICE_DATASETS: `harbor=${HARBOR}`,
        SLUICE_AUTO_UPDATE: "false",
      };
      const environment = { ...imageEnvironment(), ...settings, ...given };
      const { words, options } = inImage([...(entry ?? []), ...(command ?? [])], environment);
      const service = spawn(process.execPath, words, { ...options, stdio: "ignore" });
      const ended = once(service, "exit");
      const check = /CMD (\[.*\])$/.exec(restOf("HEALTHCHECK")[0] ?? "")?.[1] ?? "[]";
      const asked = (JSON.parse(check) as string[]).map((word) => word.replace(":8000/", `:${port}/`));
      const isHealthy = (): boolean =>
        spawnSync(process.execPath, inImage(asked, {}).words, { cwd: image }).status === 0;
      try {
        const until = Date.now() + START_MS_MAX * 0.8;
        let healthy = isHealthy();
        while (!healthy && Date.now() < until && service.exitCode === null) {
          await sleep(LOOK_MS);
          healthy = isHealthy();
        }
        expect(healthy).toBe(true);
      } finally {
        service.kill(restOf("STOPSIGNAL")[0] as NodeJS.Signals);
      }
      expect(await ended).toEqual([0, null]);
      expect(isHealthy()).toBe(false);
    },
    START_MS_MAX,
  );
});
