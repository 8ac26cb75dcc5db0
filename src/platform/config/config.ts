import { readFileSync } from "node:fs";
import { Fault } from "../../fault.ts";
import type { Setting } from "./setting.ts";
import { type Config, SETTINGS, type SettingName } from "./settings.ts";

/** Where a setting's value came from. */
export type Origin =
  | { readonly kind: "default" }
  | { readonly kind: "environment" | "file" | "flag"; readonly name: string };

/** The settings in force, each with where it came from. */
export type LoadedConfig = {
  readonly config: Config;
  readonly origins: Readonly<Record<SettingName, Origin>>;
};

export type ConfigSources = {
  readonly environment: NodeJS.ProcessEnv;
  /** A file of `NAME=value` lines, or null. Values in the environment go before it. */
  readonly file: string | null;
  /** What was given on the command line, by the settings' first names; goes before all. */
  readonly flags: Readonly<Record<string, string>>;
};

const LINE = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/;

/** Names of settings that begin so are ours: one that is not known is a slip of the pen. */
const OWN = /^SLUICE_/;

function known(name: string): boolean {
  return Object.values(SETTINGS).some(({ names }) => (names as readonly string[]).includes(name));
}

function readFile(file: string): ReadonlyMap<string, string> {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : "cannot be read";
    throw new Fault({ code: "input-invalid", file, where: "the settings", reason }, error);
  }
  const found = new Map<string, string>();
  for (const [at, line] of content.split("\n").entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = LINE.exec(line) ?? [];
    const refuse = (reason: string): Fault =>
      new Fault({ code: "input-invalid", file, where: `line ${at + 1}`, reason });
    if (name === undefined || value === undefined) throw refuse("is not NAME=value");
    if (!known(name)) throw refuse(`${name} is no setting ("sluice config" shows them)`);
    found.set(name, value.replace(/^(["'])(.*)\1$/, "$2"));
  }
  return found;
}

/** Variables of ours that no setting has; some are the tests' and the scripts' own. */
const OTHERS: ReadonlySet<string> = new Set(["SLUICE_CONFIG"]);

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (!OWN.test(name) || known(name) || OTHERS.has(name) || name.startsWith("SLUICE_TEST_")) continue;
    throw new Fault({ code: "usage", reason: `${name} is no setting ("sluice config" shows them)` });
  }
}

function readValue<T>(setting: Setting<T>, given: { readonly value: string; readonly name: string }): T {
  const result = setting.schema.safeParse(given.value);
  if (result.success) return result.data;
  const shown = setting.secret === true ? "its value" : `"${given.value.slice(0, 80)}"`;
  const reason = result.error.issues[0]?.message ?? "is not what it should be";
  throw new Fault({ code: "usage", reason: `${given.name}: ${shown} ${reason}. ${setting.words}.` });
}

/** Reads all settings. Throws `usage` or `input-invalid` with one line that names the setting and what it should be. */
export function loadConfig({ environment, file, flags }: ConfigSources): LoadedConfig {
  refuseUnknown(environment);
  const fromFile = file === null ? new Map<string, string>() : readFile(file);
  const config: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [key, setting] of Object.entries(SETTINGS) as [SettingName, Setting<unknown>][]) {
    const given = setting.names
      .flatMap((name): { value: string; origin: Origin; name: string }[] => {
        const own = (value: string | undefined, kind: "flag" | "environment" | "file") =>
          value === undefined || value === "" ? [] : [{ value, name, origin: { kind, name } }];
        return [
          ...own(flags[name], "flag"),
          ...own(environment[name], "environment"),
          ...own(fromFile.get(name), "file"),
        ];
      })
      .sort((one, other) => RANK.indexOf(one.origin.kind) - RANK.indexOf(other.origin.kind))[0];
    config[key] = given === undefined ? setting.usual : readValue(setting, given);
    origins[key] = given === undefined ? { kind: "default" } : given.origin;
  }
  // Every setting was gone through.
  return { config: config as Config, origins: origins as LoadedConfig["origins"] };
}

const RANK: readonly Origin["kind"][] = ["flag", "environment", "file", "default"];

/** A setting as it may be shown: secrets are only said to be set. */
export function shownValue(name: SettingName, config: Config): string {
  const setting: Setting<unknown> = SETTINGS[name];
  const value = config[name];
  if (value === null) return "not set";
  if (setting.secret === true) return "set, not shown";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(",");
  return String(value);
}
