import { basename } from "node:path";
import { joinParty } from "../../../engine/redflags/join-party.ts";
import { EventLedger } from "../../../engine/redflags/ledger.ts";
import { bundledRules } from "../../../engine/redflags/rule.ts";
import type { AccountState } from "../../../engine/redflags/state/account-state.ts";
import type { Transaction } from "../../../engine/transaction.ts";
import { Fault } from "../../../fault.ts";
import { readEventFile } from "./event-file.ts";

/** Events that one check reads into memory; more are kept as states by `sluice workers --state` or by the service. */
const EVENTS_MAX = 1_000_000;
const DAY_MS = 86_400_000;

/** Milliseconds after which nothing was known yet at the day or instant asked about. */
function endOf(at: string): number {
  return at.length === 10 ? Date.parse(`${at}T00:00:00Z`) + DAY_MS - 1 : Date.parse(at);
}

/**
 * The transaction with what files of events say of the parties whose `id` is an account in them: flags of the accounts
 * that hang together, and whom they lead to. What happened after `at` is left out: it was not known then. Throws
 * `input-invalid` for a record that cannot be read, and for files in which no party has an account.
 */
export async function joinEventFiles(
  transaction: Transaction,
  asked: { readonly paths: readonly string[]; readonly at: string; readonly now: number },
): Promise<Transaction> {
  const ledger = new EventLedger();
  const end = endOf(asked.at);
  let events = 0;
  for (const path of asked.paths) {
    for await (const lines of readEventFile(path, {
      mapping: null,
      kind: null,
      now: asked.now,
      afterLine: 0,
    })) {
      for (const { line, rejected, events: read } of lines) {
        if (rejected !== null)
          throw new Fault({
            code: "input-invalid",
            file: basename(path),
            where: `line ${line}`,
            reason: rejected,
          });
        for (const event of read) if (Date.parse(event.at) <= end) ledger.add(event);
        events += read.length;
      }
      if (events > EVENTS_MAX)
        throw new Fault({
          code: "limit-exceeded",
          limit: "eventsMax",
          allowed: EVENTS_MAX,
          where: basename(path),
        });
    }
  }
  return joinLedger(transaction, ledger, asked.at.slice(0, 10));
}

function joinLedger(transaction: Transaction, ledger: EventLedger, day: string): Transaction {
  const states = new Map<string, AccountState>([...ledger.accounts()].map((state) => [state.account, state]));
  const { clusters } = ledger.clusters({ book: bundledRules(), day });
  let joined = 0;
  const parties = transaction.parties.map((party) => {
    const own = party.id === undefined ? undefined : states.get(party.id);
    if (own === undefined) return party;
    joined += 1;
    const cluster = clusters.find(({ accounts }) => accounts.includes(own.account)) ?? {
      accounts: [own.account],
      flags: [],
    };
    return joinParty(party, {
      cluster,
      states: cluster.accounts.flatMap((account) => states.get(account) ?? []),
      caseId: null,
    });
  });
  if (joined > 0) return { ...transaction, parties };
  throw new Fault({
    code: "input-invalid",
    file: "transaction",
    where: "parties",
    reason:
      'no party\'s id is an account of the events: name the payee by its account, such as { "role": "payee", "id": "dev-117" }',
  });
}
