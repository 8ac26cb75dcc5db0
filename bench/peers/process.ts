import { spawn } from "node:child_process";

/** How a process ended, with what it wrote. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Characters of output that are kept; more than a run's answers take. */
const OUTPUT_CHARS_MAX = 200_000_000;

/** Runs a program to its end, or until its time is up; never throws. `code` is null where it could not be started or was ended. */
export function runProcess(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly timeoutMs: number;
  },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.timeoutMs,
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      if (out.length < OUTPUT_CHARS_MAX) out += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err = (err + chunk.toString("utf8")).slice(-10_000);
    });
    child.on("error", (error) => resolve({ code: null, out, err: error.message }));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** The last lines of what a process complained about, for a person. */
export function lastWords({ err, out }: Ended): string {
  return (err.trim() || out.trim()).split("\n").slice(-2).join(" ").slice(0, 300);
}
