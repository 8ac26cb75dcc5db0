import { Fault, must } from "../../../fault.ts";
import { appendReceipt } from "../../../platform/receipts/append.ts";
import type { Caller } from "../../screening/caller.ts";
import { atWorkers, lockStates, type WorkersParts } from "../desk.ts";
import { plainOf, type WorkersTransaction } from "../tables.ts";
import {
  assertMayReopen,
  assertMaySecond,
  assertOpen,
  type CaseEvent,
  type CaseOutcome,
} from "./case-state.ts";
import { appendCaseEvent, caseVersion, readCase, type WorkerCase } from "./case-store.ts";
import { assertItem } from "./playbook.ts";
import { makeReply, REPLY_LIMITS, type Reply, revokeReply } from "./reply-store.ts";

/** Who asks for a change of which case, and the version that they have seen; null where they do not say. */
export type CaseCall = {
  readonly caller: Caller;
  readonly caseId: string;
  readonly ifVersion: string | null;
};

type Work = { readonly trx: WorkersTransaction; readonly one: WorkerCase; readonly at: Date };

/** Runs a change of one case that nobody else can change meanwhile, a machine that learns something among them. */
function change<T>(
  parts: WorkersParts,
  { caller, caseId, ifVersion }: CaseCall,
  work: (given: Work) => Promise<T>,
): Promise<T> {
  return atWorkers(parts, caller.organizationId, async (trx, at) => {
    await lockStates(trx, caller.organizationId);
    const one = await readCase(trx, caseId, true);
    const version = caseVersion(one);
    if (ifVersion !== null && ifVersion !== version)
      throw new Fault({ code: "changed-meanwhile", what: `case ${caseId}`, now: `version ${version}` });
    return work({ trx, one, at });
  });
}

const add = ({ trx, one, at }: Work, { caller }: CaseCall, event: CaseEvent): Promise<WorkerCase> =>
  appendCaseEvent(trx, one, event, { by: caller.by, at });

/** Gives a case to a person or to nobody, and may set a due day. */
export function assignCase(
  parts: WorkersParts,
  call: CaseCall,
  asked: { readonly to: string | null; readonly dueOn: string | null },
): Promise<WorkerCase> {
  return change(parts, call, (work) => add(work, call, { kind: "assigned", ...asked }));
}

export function noteCase(parts: WorkersParts, call: CaseCall, text: string): Promise<WorkerCase> {
  return change(parts, call, (work) => add(work, call, { kind: "noted", text }));
}

/** Ticks an item of the checklist or the playbook, or takes the tick back. Throws `input-invalid` for an unknown one. */
export function checkItem(
  parts: WorkersParts,
  call: CaseCall,
  asked: { readonly item: string; readonly done: boolean; readonly words: string },
): Promise<WorkerCase> {
  assertItem(asked.item);
  return change(parts, call, (work) => add(work, call, { kind: "checked", ...asked }));
}

/** Writes down that a prompt was answered; the answer itself is an event of the account. */
export function notePrompt(
  parts: WorkersParts,
  call: CaseCall,
  asked: Omit<Extract<CaseEvent, { readonly kind: "prompted" }>, "kind">,
): Promise<WorkerCase> {
  return change(parts, call, (work) => {
    assertOpen(work.one.state);
    assertAccount(work.one, asked.account);
    return add(work, call, { kind: "prompted", ...asked });
  });
}

function assertAccount({ cluster, id }: WorkerCase, account: string): void {
  if (cluster.accounts.includes(account)) return;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "account",
    reason: `${account} does not stand in case ${id}`,
  });
}

async function receiptOf({ trx, one, at }: Work, { caller }: CaseCall, event: CaseEvent): Promise<number> {
  const { sequence } = await appendReceipt(plainOf(trx), {
    organizationId: one.organizationId,
    kind: "worker-case",
    at,
    body: {
      case: one.id,
      event,
      by: caller.by,
      at: at.toISOString(),
      cluster: one.cluster,
      checked: one.state.checked,
    },
  });
  return sequence;
}

async function addWithReceipt(work: Work, call: CaseCall, event: CaseEvent): Promise<WorkerCase> {
  const receipt = await receiptOf(work, call, event);
  return appendCaseEvent(work.trx, work.one, event, {
    by: call.caller.by,
    at: work.at,
    receipt,
    tells: "worker-case.decided",
  });
}

/**
 * Decides a case, with a receipt of all that was known. A block waits for another person, and is refused before the
 * worker's side was sought or a reason is given why not (the checklist's item `heard`). Throws `rule-broken`.
 */
export function decideCase(
  parts: WorkersParts,
  call: CaseCall,
  asked: { readonly outcome: CaseOutcome; readonly reason: string },
): Promise<WorkerCase> {
  return change(parts, call, (work) => {
    const { state } = work.one;
    assertOpen(state);
    const heard = state.asked > 0 || state.checked.heard?.done === true;
    if (asked.outcome === "block" && !heard)
      throw new Fault({
        code: "rule-broken",
        rule: "worker-not-heard",
        reason: "Before a block the worker is asked, or the item “heard” says why not yet.",
      });
    return addWithReceipt(work, call, { kind: "decided", ...asked });
  });
}

/** Confirms a block, or disagrees and opens the case again. Throws `rule-broken` for the person who decided it. */
export function secondCase(
  parts: WorkersParts,
  call: CaseCall,
  asked: { readonly agrees: boolean; readonly reason: string },
): Promise<WorkerCase> {
  return change(parts, call, (work) => {
    assertMaySecond(work.one.state, call.caller.by);
    return addWithReceipt(work, call, { kind: "seconded", ...asked });
  });
}

/** Opens a decided case again. */
export function reopenCase(parts: WorkersParts, call: CaseCall, reason: string): Promise<WorkerCase> {
  return change(parts, call, (work) => {
    assertMayReopen(work.one.state);
    return addWithReceipt(work, call, { kind: "reopened", reason });
  });
}

/** Makes a link by which the worker of an account can answer questions. The token is given once. */
export function askWorker(
  parts: WorkersParts,
  call: CaseCall,
  asked: {
    readonly account: string;
    readonly language: "en" | "ko";
    readonly questions: readonly string[];
    readonly days: number;
  },
): Promise<{ readonly reply: Reply; readonly token: string; readonly case: WorkerCase }> {
  return change(parts, call, async (work) => {
    assertAccount(work.one, asked.account);
    const days = Math.min(asked.days, REPLY_LIMITS.daysMax);
    const { reply, token } = await makeReply(work.trx, {
      organizationId: work.one.organizationId,
      caseId: work.one.id,
      ...asked,
      days,
      by: call.caller.by,
      at: work.at,
    });
    const changed = await add(work, call, { kind: "asked", reply: reply.id, account: asked.account });
    return { reply: must(reply, "the link was made"), token, case: changed };
  });
}

/** Takes a link back. */
export function withdrawReply(parts: WorkersParts, call: CaseCall, replyId: string): Promise<void> {
  return change(parts, call, async ({ trx, one, at }) => {
    await revokeReply(trx, one.id, replyId, at);
  });
}
