import { parentPort } from "node:worker_threads";
import { Fault, must } from "../../fault.ts";
import { sharedNow } from "../../platform/telemetry/shared-clock.ts";
import { openRelease } from "../screening/yente/release.ts";
import { type GateAnswerer, gateAnswerer } from "./gate-answer.ts";
import type { GateMessage, GateReply, Ran } from "./gate-work.ts";

const port = must(parentPort, "only the pool starts this file");
const open = new Map<string, GateAnswerer>();

function reply(message: GateReply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function work(id: number, hash: string, message: Extract<GateMessage, { readonly kind: "task" }>): void {
  const startMs = sharedNow();
  const ran = (): Ran => ({ startMs, ms: sharedNow() - startMs });
  try {
    const result = must(open.get(hash), "a task is sent after its release")(message.task);
    const body = "body" in result ? [result.body.buffer as ArrayBuffer] : [];
    reply({ kind: "done", id, result, ran: ran() }, body);
  } catch (error) {
    const details = error instanceof Fault ? error.details : null;
    const told =
      error instanceof Fault
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    reply({ kind: "failed", id, details, message: told, ran: ran() });
  }
}

port.on("message", (message: GateMessage) => {
  if (message.kind === "task") work(message.id, message.hash, message);
  else if (message.kind === "close") open.delete(message.hash);
  else {
    try {
      open.set(message.release.hash, gateAnswerer(openRelease(message.release, message.bytes)));
      reply({ kind: "opened", hash: message.release.hash, problem: null });
    } catch (error) {
      reply({ kind: "opened", hash: message.release.hash, problem: reasonOf(error) });
    }
  }
});
