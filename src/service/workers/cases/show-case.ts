import type { z } from "zod";
import { bundledRules } from "../../../engine/redflags/rule.ts";
import { loadStates } from "../events/state-store.ts";
import { listHolds } from "../holds/hold-store.ts";
import type { CaseMessage, CaseRow } from "../messages.ts";
import { accountFacts } from "../reports/account-facts.ts";
import type { WorkersTransaction } from "../tables.ts";
import { caseVersion, rulesOf, type WorkerCase } from "./case-store.ts";
import { PLAYBOOK } from "./playbook.ts";
import { type Reply, repliesOf } from "./reply-store.ts";

/** Holds that a case shows; more are in the list of holds. */
const HOLDS_MAX = 200;

/** A case as a list shows it. */
export function showCaseRow(one: WorkerCase): z.infer<typeof CaseRow> {
  const { cluster, state } = one;
  return {
    id: one.id,
    version: caseVersion(one),
    standing: state.standing,
    openedAt: one.openedAt,
    accounts: cluster.accounts,
    rules: rulesOf(cluster),
    weight: cluster.score.sum,
    because: cluster.score.because,
    assignee: state.assignee,
    dueOn: state.dueOn,
    asked: state.asked,
    replied: state.replied,
  };
}

function itemsOf(items: typeof PLAYBOOK.checklist, { state }: WorkerCase) {
  return items.map(({ id, words }) => {
    const tick = state.checked[id];
    return {
      id,
      words,
      done: tick?.done ?? false,
      note: tick?.words ?? "",
      by: tick?.by ?? null,
      at: tick?.at ?? null,
    };
  });
}

/** A reply without what only the store needs. */
export function showReply({ caseId: _, ...reply }: Reply): Omit<Reply, "caseId"> {
  return reply;
}

/** A case with its evidence in the order of time, its questions to people, its lists, links, holds and history. */
export async function showCase(
  trx: WorkersTransaction,
  one: WorkerCase,
): Promise<z.infer<typeof CaseMessage>> {
  const { cluster, state, events } = one;
  const states = await loadStates(trx, cluster.accounts);
  const holds = await listHolds(trx, { accounts: cluster.accounts }, { after: null, limit: HOLDS_MAX });
  const timeline = cluster.flags
    .flatMap(({ rule, evidence }) => evidence.map((row) => ({ ...row, rule })))
    .filter(({ at }) => at !== null)
    .sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
  return {
    ...showCaseRow(one),
    previousId: one.previousId,
    mergedInto: state.mergedInto,
    decision: state.decision,
    cluster,
    timeline,
    facts: cluster.accounts.flatMap((account) => {
      const known = states.get(account);
      return known === undefined ? [] : [{ account, ...accountFacts(known) }];
    }),
    prompts: bundledRules().rules.flatMap(({ id, mode, question, why }) =>
      mode === "prompt" && question !== undefined ? [{ rule: id, question, why: why ?? "" }] : [],
    ),
    checklist: itemsOf(PLAYBOOK.checklist, one),
    playbook: itemsOf(PLAYBOOK.playbook, one),
    questions: PLAYBOOK.questions,
    replies: (await repliesOf(trx, one.id)).map(showReply),
    holds,
    history: events.map(({ at, by, receipt, event }) => ({ at, by, receipt, event })),
  };
}
