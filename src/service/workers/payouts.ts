import { joinParty } from "../../engine/redflags/join-party.ts";
import type { Party, Transaction } from "../../engine/transaction.ts";
import type { PayoutDesk } from "../screening/payout-desk.ts";
import { casesOfAccounts } from "./cases/case-store.ts";
import { clusterOf, judgeComponent } from "./cases/judge.ts";
import { atWorkers, type WorkersParts } from "./desk.ts";
import { holdPayout } from "./holds/hold-store.ts";
import { type WorkersTransaction, workersOf } from "./tables.ts";

/** Whom money goes to: their id is the account that the platform knows them by. */
const isPaid = ({ role, id }: Party): boolean => id !== undefined && (role === "payee" || role === "worker");

const paidIds = ({ kind, parties }: Transaction): readonly string[] =>
  kind === "payment" || kind === "hire"
    ? [...new Set(parties.flatMap((party) => (isPaid(party) ? [party.id ?? ""] : [])))]
    : [];

async function knownOf(trx: WorkersTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom("worker_states")
    .select("account")
    .where("account", "in", [...ids])
    .execute();
  return new Set(rows.map(({ account }) => account));
}

/** What this desk tells a check about payouts, and what it does with the money of those that may not pass. */
export function payoutDesk(parts: WorkersParts): PayoutDesk {
  return {
    join: (organizationId, transaction, day) => {
      const ids = paidIds(transaction);
      if (ids.length === 0) return Promise.resolve(transaction);
      return atWorkers(parts, organizationId, async (trx) => {
        const known = await knownOf(trx, ids);
        if (known.size === 0) return transaction;
        const joined = new Map<string, (party: Party) => Party>();
        for (const account of known) {
          const component = await judgeComponent(trx, account, day);
          const cluster = clusterOf(component, account);
          const cases = await casesOfAccounts(trx, cluster.accounts);
          const states = cluster.accounts.flatMap((member) => component.states.get(member) ?? []);
          joined.set(account, (party) =>
            joinParty(party, { cluster, states, caseId: cases.at(-1)?.id ?? null }),
          );
        }
        return {
          ...transaction,
          parties: transaction.parties.map((party) =>
            isPaid(party) ? (joined.get(party.id ?? "")?.(party) ?? party) : party,
          ),
        };
      });
    },
    hold: async (plain, { organizationId, checkId, transaction, verdict, by, at }) => {
      if (verdict.answer === "clear" || verdict.answer === "permitted" || transaction.kind !== "payment")
        return [];
      const trx = workersOf(plain);
      const holds: string[] = [];
      for (const account of await knownOf(trx, paidIds(transaction))) {
        const redFlags = transaction.parties.find(({ id }) => id === account)?.redFlags;
        holds.push(
          await holdPayout(trx, {
            organizationId,
            account,
            caseId: redFlags?.case ?? null,
            checkId,
            reference: transaction.reference,
            amount: transaction.funds,
            reason: verdict.summary.slice(0, 4_000),
            by,
            at,
          }),
        );
      }
      return holds;
    },
  };
}
