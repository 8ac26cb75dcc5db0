import { parseArgs } from "node:util";
import { Fault } from "../fault.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import type { Terminal } from "./terminal.ts";

/** A flag of a command; `value` is what stands for its value in help, absent for a flag that is there or not. */
export type Flag = { readonly words: string; readonly value?: string; readonly many?: true };

/** What a command works with: only `main.ts` makes one. */
export type Context = {
  readonly terminal: Terminal;
  readonly version: string;
  /** The folder of the program, with `examples/` and `data/`. */
  readonly programFolder: string;
  /** Standard input, and no more of it than so many bytes. */
  readonly readStdin: (bytesMax: number) => Promise<Uint8Array>;
  /** The lists at hand, compiled or loaded. */
  readonly openLists: () => Promise<OpenedSnapshot>;
  /** Processors that may be kept busy. */
  readonly threads: number;
};

/** What was typed after a command's name, checked against its flags. */
export type Given = {
  readonly positionals: readonly string[];
  readonly has: (flag: string) => boolean;
  /** The last value of a flag, or null. */
  readonly value: (flag: string) => string | null;
  readonly values: (flag: string) => readonly string[];
};

/** One command: how it is called, what it promises, and what it does; resolves to the exit code. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly usage: readonly string[];
  /** Further paragraphs of its help. */
  readonly about: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  readonly run: (context: Context, given: Given) => Promise<number>;
};

/** Flags that every command has. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: { words: "write canonical JSON (RFC 8785) instead of text" },
  help: { words: "show this help" },
};

/** A fault for wrong use of a command. */
export function usageFault(reason: string): Fault {
  return new Fault({ code: "usage", reason });
}

/** Longest flag name that is compared for a suggestion. */
const NEAR_CHARS = 2;

function near(typed: string, known: readonly string[]): string | null {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (const [i, letter] of [...a].entries()) {
      const next = [i + 1];
      for (const [j, other] of [...b].entries()) {
        next.push(
          Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
        );
      }
      row = next;
    }
    return row[b.length] ?? a.length;
  };
  const ranked = known
    .map((name) => ({ name, far: name.startsWith(typed) && typed.length > 1 ? 1 : distance(typed, name) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= NEAR_CHARS ? best.name : null;
}

/** `, did you mean …?` where a known word is near, else nothing. */
export function suggestion(typed: string, known: readonly string[], prefix = ""): string {
  const found = near(typed.slice(0, 40), known);
  return found === null ? "" : `; did you mean ${prefix}${found}?`;
}

/** Checks what was typed against the command's flags. Throws `usage` in one clear line. */
export function readArguments(command: Command, typed: readonly string[]): Given {
  const flags = { ...command.flags, ...COMMON_FLAGS };
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      Object.entries(flags).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple: true },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    const help = `"sluice ${command.name} --help" lists the flags`;
    if (flag === undefined) {
      throw usageFault(
        `unknown flag ${token.rawName}${suggestion(token.name, Object.keys(flags), "--")} (${help})`,
      );
    }
    const needs = flag.value !== undefined;
    if (!needs && token.value !== undefined) throw usageFault(`${token.rawName} takes no value (${help})`);
    // A value that begins like a flag is a forgotten value; `--flag=-x` says it on purpose.
    const forgotten = !token.inlineValue && token.value?.startsWith("--") === true;
    if (needs && (token.value === undefined || token.value === "" || forgotten)) {
      throw usageFault(`${token.rawName} needs a value: ${flag.value} (${help})`);
    }
    const values = found.get(token.name) ?? [];
    if (values.length > 0 && flag.many !== true && needs) throw usageFault(`${token.rawName} is given twice`);
    found.set(token.name, [...values, token.value ?? ""]);
  }
  return {
    positionals,
    has: (flag) => found.has(flag),
    value: (flag) => found.get(flag)?.at(-1) ?? null,
    values: (flag) => found.get(flag) ?? [],
  };
}
