import { parentPort, workerData } from "node:worker_threads";
import { Fault, must } from "../../fault.ts";
import type { HeldEdition } from "./held-editions.ts";
import { buildHistory } from "./list-histories.ts";

// Only `buildInThread` of list-histories.ts starts this file, with exactly this value.
const editions = workerData as readonly HeldEdition[];
const port = must(parentPort, "only buildInThread starts this file");

try {
  port.postMessage({ bytes: await buildHistory(editions) });
} catch (error) {
  const details = error instanceof Fault ? error.details : null;
  port.postMessage({ details, message: error instanceof Error ? error.message : String(error) });
}
