import type { Checked } from "../../engine/check.ts";
import type { ScreenPolicy, Subject } from "../../engine/match/subject.ts";
import type { ScreenResult } from "../../engine/screen.ts";
import type { Transaction } from "../../engine/transaction.ts";
import type { CheckWorld } from "../screening/gate.ts";
import type { YenteAnswer, YenteRequest } from "../screening/yente/answer.ts";
import type { Release, ReleaseBytes } from "../screening/yente/release.ts";

/** A question that a thread can answer by itself from a release. */
export type GateTask =
  | { readonly kind: "yente"; readonly request: YenteRequest }
  | {
      readonly kind: "check";
      readonly transaction: Transaction;
      readonly at: string;
      readonly world: CheckWorld;
    }
  | {
      readonly kind: "screen";
      readonly subject: Subject;
      readonly policy: ScreenPolicy;
      readonly at: string | null;
    };

/** The answer to each kind of question. */
export type GateResult = {
  readonly yente: Omit<YenteAnswer, "body"> & { readonly body: Uint8Array };
  readonly check: Checked;
  readonly screen: ScreenResult;
};

/** A task for a thread. `hash` names the release that answers it, whatever came meanwhile. */
export type SentTask = { readonly id: number; readonly hash: string; readonly task: GateTask };

/** Messages to a gate thread: a message costs both threads about as much however much it carries. */
export type GateMessage =
  | { readonly kind: "open"; readonly release: Release; readonly bytes: ReleaseBytes }
  | { readonly kind: "close"; readonly hash: string }
  | { readonly kind: "tasks"; readonly tasks: readonly SentTask[] };

/** When a task began, by the clock that all threads share, and what it took. */
export type Ran = { readonly startMs: number; readonly ms: number };

/** What became of one task. */
export type TaskReply =
  | {
      readonly kind: "done";
      readonly id: number;
      readonly result: GateResult[GateTask["kind"]];
      readonly ran: Ran;
    }
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly details: unknown;
      readonly message: string;
      readonly ran: Ran;
    };

/** Messages from a gate thread; tasks are replied to in the order in which they were sent. */
export type GateReply =
  | { readonly kind: "opened"; readonly hash: string; readonly problem: string | null }
  | { readonly kind: "replies"; readonly replies: readonly TaskReply[] };
