import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Ticks of the kernel's clock in a second: what `getconf CLK_TCK` says on every Linux of today. */
const TICKS_PER_SECOND = 100;

/** Processor time in milliseconds: of the service, of what it started (its database), of the generator, of the machine. */
type ProcessorTime = {
  readonly service: number;
  readonly database: number;
  readonly generator: number;
  readonly machine: number;
  /** For how long threads of the service, and of the generator, were ready and had no processor. */
  readonly serviceWaited: number;
  readonly generatorWaited: number;
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

/** For how long the threads of a process were ready and waited for a processor; V8's helpers, for whom nobody waits, aside. */
function waitedMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => {
    try {
      if (readFileSync(`/proc/${pid}/task/${id}/comm`, "utf8").startsWith("V8Worker")) return 0;
      return Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "utf8").split(" ")[1]) / 1e6;
    } catch {
      // It ended meanwhile.
      return 0;
    }
  });
  return threads.reduce((sum, one) => sum + one, 0);
}

/** The processor time that each has had up to now, where service and generator are these processes. */
export function processorTime(pid: number, generator: number): ProcessorTime {
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
    generator: sum((other) => other === generator),
    machine: machineMs(),
    serviceWaited: waitedMs(pid),
    generatorWaited: waitedMs(generator),
    at: performance.now(),
  };
}

/** The share of all processors that other programs had between two readings: above a few hundredths nothing is quiet. */
export function takenByOthers(before: ProcessorTime, after: ProcessorTime): number {
  const had = (part: "service" | "database" | "generator" | "machine"): number => after[part] - before[part];
  const others = had("machine") - had("service") - had("database") - had("generator");
  return Math.max(0, others / ((after.at - before.at) * cpus().length));
}

/** Memory of a process that lies in the machine's, in megabytes. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kb ?? 0) / 1024;
}
