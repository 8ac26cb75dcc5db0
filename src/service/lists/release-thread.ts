import { parentPort, workerData } from "node:worker_threads";
import { Fault, must } from "../../fault.ts";
import { buildRelease, type ReleasePlan } from "../screening/yente/release.ts";

// Only `buildInThread` starts this file, with exactly this value.
const plan = workerData as ReleasePlan;
const port = must(parentPort, "only buildInThread starts this file");

try {
  port.postMessage({ release: await buildRelease(plan) });
} catch (error) {
  const details = error instanceof Fault ? error.details : null;
  port.postMessage({ details, message: error instanceof Error ? error.message : String(error) });
}
