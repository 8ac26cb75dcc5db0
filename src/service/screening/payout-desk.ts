import type { Transaction } from "../../engine/transaction.ts";
import type { Verdict } from "../../engine/verdict.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Actor } from "./alerts/alert-state.ts";

/** What another desk knows of the accounts that payouts go to, as a check asks it. */
export type PayoutDesk = {
  /** The transaction with what is known of the accounts behind its parties; itself where nothing is. */
  readonly join: (organizationId: string, transaction: Transaction, day: string) => Promise<Transaction>;
  /** Holds the money of a check that does not let it pass, in the check's own transaction. Gives the holds' ids. */
  readonly hold: (
    trx: DatabaseTransaction,
    checked: {
      readonly organizationId: string;
      readonly checkId: string;
      readonly transaction: Transaction;
      readonly verdict: Verdict;
      readonly by: Actor;
      readonly at: Date;
    },
  ) => Promise<readonly string[]>;
};
