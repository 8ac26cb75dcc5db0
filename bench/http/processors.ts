import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Ticks of the kernel's clock in a second: what `getconf CLK_TCK` says on every Linux of today. */
const TICKS_PER_SECOND = 100;

/** Processor time in milliseconds: of the service, of what it started (its database), of this program, of the machine. */
export type ProcessorTime = {
  readonly service: number;
  readonly database: number;
  readonly own: number;
  readonly machine: number;
  /** When it was read, by the machine's clock. */
  readonly at: number;
};

type Stat = { readonly pid: number; readonly parent: number; readonly ms: number };

/** Of the fields of `/proc/<pid>/stat` behind the program's name, which stands in brackets and may hold anything. */
function statsOf(name: string): readonly Stat[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = (fields[11] ?? 0) + (fields[12] ?? 0);
    return [{ pid: Number(name), parent: fields[1] ?? 0, ms: (ticks / TICKS_PER_SECOND) * 1000 }];
  } catch {
    return [];
  }
}

/** What all programs of the machine have had: the first line of `/proc/stat` without its idle and waiting time. */
function machineMs(): number {
  const [, user, nice, system, , , irq, soft, steal] = (
    readFileSync("/proc/stat", "utf8").split("\n")[0] ?? ""
  )
    .split(/\s+/)
    .map(Number);
  const ticks = [user, nice, system, irq, soft, steal].reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return (ticks / TICKS_PER_SECOND) * 1000;
}

/** The processor time that each has had up to now, where the service is the process `pid`. */
export function processorTime(pid: number): ProcessorTime {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(statsOf);
  const family = new Set([pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const one of stats) if (family.has(one.parent)) family.add(one.pid);
  }
  const sum = (fits: (other: number) => boolean): number =>
    stats.reduce((all, one) => all + (fits(one.pid) ? one.ms : 0), 0);
  return {
    service: sum((other) => other === pid),
    database: sum((other) => other !== pid && family.has(other)),
    own: sum((other) => other === process.pid),
    machine: machineMs(),
    at: performance.now(),
  };
}

/** The share of all processors that other programs had between two readings: above a few hundredths nothing is quiet. */
export function takenByOthers(before: ProcessorTime, after: ProcessorTime): number {
  const had = (part: "service" | "database" | "own" | "machine"): number => after[part] - before[part];
  const others = had("machine") - had("service") - had("database") - had("own");
  return Math.max(0, others / ((after.at - before.at) * cpus().length));
}

/** Memory of a process that lies in the machine's, in megabytes. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kb ?? 0) / 1024;
}
