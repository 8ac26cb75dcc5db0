import { type Cluster, clustersOf } from "../../../engine/redflags/case.ts";
import { type Judged, judgeState } from "../../../engine/redflags/ledger.ts";
import { bundledRules } from "../../../engine/redflags/rule.ts";
import { linkKeysOf } from "../../../engine/redflags/rules/view.ts";
import type { AccountState } from "../../../engine/redflags/state/account-state.ts";
import { SYSTEM } from "../../screening/alerts/alert-state.ts";
import { atWorkers, lockStates, type WorkersParts } from "../desk.ts";
import { loadLinks, loadStates } from "../events/state-store.ts";
import type { WorkersTransaction } from "../tables.ts";
import {
  appendCaseEvent,
  casesOfAccounts,
  confirmedAccounts,
  openCase,
  readCase,
  rulesOf,
  updateCluster,
  type WorkerCase,
} from "./case-store.ts";

/** Accounts judged in one transaction. */
const ACCOUNTS_PER_ROUND = 100;
/** Accounts that are followed from one: rings that were met have some dozens, and a hundred are more than one case. */
const COMPONENT_MAX = 200;

/** Accounts that hang together, judged. */
type Component = {
  readonly states: ReadonlyMap<string, AccountState>;
  readonly judged: ReadonlyMap<string, Judged>;
};

/** Judges an account and, from link to link, those that hang together with it. */
export async function judgeComponent(
  trx: WorkersTransaction,
  start: string,
  day: string,
): Promise<Component> {
  const confirmed = await confirmedAccounts(trx);
  const states = new Map<string, AccountState>();
  const judged = new Map<string, Judged>();
  let frontier = [start];
  while (frontier.length > 0 && judged.size < COMPONENT_MAX) {
    const loaded = await loadStates(trx, frontier);
    const links = await loadLinks(trx, [...new Set([...loaded.values()].flatMap(linkKeysOf))], 2);
    for (const [account, state] of loaded) {
      states.set(account, state);
      judged.set(
        account,
        judgeState(state, (key) => links.get(key), { book: bundledRules(), day, confirmed }),
      );
    }
    const next = [...loaded.keys()].flatMap((account) =>
      (judged.get(account)?.links ?? []).flatMap(({ from, to }) => [from, to]),
    );
    frontier = [...new Set(next)].filter((account) => !judged.has(account)).slice(0, COMPONENT_MAX);
  }
  return { states, judged };
}

/** The cluster of an account, as it stands; one without flags where nothing was found. */
export function clusterOf(
  component: Component,
  account: string,
): Pick<Cluster, "accounts" | "flags"> & { readonly whole: Cluster | null } {
  const whole =
    clustersOf(component.judged.values(), bundledRules()).find(({ accounts }) =>
      accounts.includes(account),
    ) ?? null;
  return { accounts: whole?.accounts ?? [account], flags: whole?.flags ?? [], whole };
}

async function keepFlags(
  trx: WorkersTransaction,
  organizationId: string,
  { account, flags }: Pick<Judged, "account" | "flags">,
  at: Date,
): Promise<void> {
  const rules = flags.map(({ rule }) => rule);
  let lift = trx
    .updateTable("worker_flags")
    .set({ lifted_at: at })
    .where("account", "=", account)
    .where("lifted_at", "is", null);
  if (rules.length > 0) lift = lift.where("rule", "not in", rules);
  await lift.execute();
  if (flags.length === 0) return;
  await trx
    .insertInto("worker_flags")
    .values(
      flags.map((flag) => ({
        organization_id: organizationId,
        account,
        rule: flag.rule,
        flag: JSON.stringify(flag),
        first_at: at,
        last_at: at,
        lifted_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "account", "rule"])
        .doUpdateSet(({ ref }) => ({ flag: ref("excluded.flag"), last_at: at, lifted_at: null })),
    )
    .execute();
}

/** True where a cluster shows a rule or an account that a case has not seen yet. */
function isNews(
  known: Cluster,
  now: Cluster,
): { readonly rules: readonly string[]; readonly accounts: readonly string[] } | null {
  const rules = rulesOf(now).filter((rule) => !rulesOf(known).includes(rule));
  const accounts = now.accounts.filter((account) => !known.accounts.includes(account));
  return rules.length === 0 && accounts.length === 0 ? null : { rules, accounts };
}

/**
 * Brings a cluster to its case: into the one that is open; into a new one where it opens one and none is, or where the
 * last was decided before a rule or an account came up. What the guard's rule does not open stays without a case.
 */
async function settleCluster(
  trx: WorkersTransaction,
  organizationId: string,
  cluster: Cluster,
  at: Date,
): Promise<void> {
  const known = await casesOfAccounts(trx, cluster.accounts);
  const open = known.filter(({ standing }) => standing === "open" || standing === "awaiting-second");
  const [first, ...others] = open;
  if (first !== undefined) {
    const one = await readCase(trx, first.id, true);
    await grow(trx, one, cluster, at);
    for (const { id } of others)
      await appendCaseEvent(
        trx,
        await readCase(trx, id, true),
        { kind: "merged", into: first.id },
        { by: SYSTEM, at },
      );
    return;
  }
  if (!cluster.score.opens) return;
  const last = known.at(-1);
  const decided = last === undefined ? null : await readCase(trx, last.id);
  if (decided !== null && isNews(decided.cluster, cluster) === null) return;
  await openCase(trx, { organizationId, cluster, previousId: decided?.id ?? null, by: SYSTEM, at });
}

async function grow(trx: WorkersTransaction, one: WorkerCase, cluster: Cluster, at: Date): Promise<void> {
  const news = isNews(one.cluster, cluster);
  await updateCluster(trx, one, cluster);
  if (news !== null) await appendCaseEvent(trx, one, { kind: "grown", ...news }, { by: SYSTEM, at });
}

/** Judges an organisation's accounts of which something was learnt, until none is left. Gives how many. */
export async function judgeTouched(
  parts: WorkersParts,
  organizationId: string,
  signal?: AbortSignal,
): Promise<number> {
  let judged = 0;
  while (signal?.aborted !== true) {
    const round = await atWorkers(parts, organizationId, async (trx, at) => {
      await lockStates(trx, organizationId);
      const rows = await trx
        .selectFrom("worker_states")
        .select("account")
        .where("dirty", "=", true)
        .orderBy("account")
        .limit(ACCOUNTS_PER_ROUND)
        .execute();
      await judgeAccounts(
        trx,
        organizationId,
        rows.map(({ account }) => account),
        at,
      );
      return rows.length;
    });
    judged += round;
    if (round < ACCOUNTS_PER_ROUND) return judged;
  }
  return judged;
}

async function judgeAccounts(
  trx: WorkersTransaction,
  organizationId: string,
  accounts: readonly string[],
  at: Date,
): Promise<void> {
  const done = new Set<string>();
  for (const account of accounts) {
    if (done.has(account)) continue;
    const component = await judgeComponent(trx, account, at.toISOString().slice(0, 10));
    const clusters = clustersOf(component.judged.values(), bundledRules());
    const flags = Map.groupBy(
      clusters.flatMap((cluster) => cluster.flags),
      (flag) => flag.account,
    );
    for (const [member, judged] of component.judged) {
      done.add(member);
      await keepFlags(trx, organizationId, { account: member, flags: flags.get(member) ?? [] }, at);
      await trx
        .updateTable("worker_states")
        .set({ dirty: false, judged_at: at, country: judged.claims.country })
        .where("account", "=", member)
        .execute();
    }
    for (const cluster of clusters) await settleCluster(trx, organizationId, cluster, at);
  }
}
