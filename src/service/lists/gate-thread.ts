import { parentPort } from "node:worker_threads";
import { Fault, must } from "../../fault.ts";
import { sharedNow } from "../../platform/telemetry/shared-clock.ts";
import { openRelease } from "../screening/yente/release.ts";
import { type GateAnswerer, gateAnswerer } from "./gate-answer.ts";
import type { GateMessage, GateReply, Ran, SentTask, TaskReply } from "./gate-work.ts";

const port = must(parentPort, "only the pool starts this file");
const open = new Map<string, GateAnswerer>();

function reply(message: GateReply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Replies wait for each other no longer than so many milliseconds. */
const TOGETHER_MS = 1;

function work({ id, hash, task }: SentTask): TaskReply {
  const startMs = sharedNow();
  const ran = (): Ran => ({ startMs, ms: sharedNow() - startMs });
  try {
    const result = must(open.get(hash), "a task is sent after its release")(task);
    return { kind: "done", id, result, ran: ran() };
  } catch (error) {
    const details = error instanceof Fault ? error.details : null;
    const told =
      error instanceof Fault
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    return { kind: "failed", id, details, message: told, ran: ran() };
  }
}

/** Bytes that go over to the other thread instead of being copied. */
function bodyOf(reply: TaskReply): readonly ArrayBuffer[] {
  return reply.kind === "done" && "body" in reply.result ? [reply.result.body.buffer as ArrayBuffer] : [];
}

function workAll(tasks: readonly SentTask[]): void {
  let replies: TaskReply[] = [];
  let since = sharedNow();
  for (const [at, task] of tasks.entries()) {
    replies.push(work(task));
    const now = sharedNow();
    if (now - since < TOGETHER_MS && at < tasks.length - 1) continue;
    reply({ kind: "replies", replies }, replies.flatMap(bodyOf));
    replies = [];
    since = now;
  }
}

port.on("message", (message: GateMessage) => {
  if (message.kind === "tasks") workAll(message.tasks);
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
