import { Fault, must } from "../../fault.ts";

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/** Errors of the database that one item can be to blame for: bad data, a broken constraint, a transaction that lost. */
const OF_AN_ITEM = /^(22|23|40)/;

/** True where nothing can have been committed, so that each item may be tried by itself. */
function isOfAnItem(error: unknown): boolean {
  if (error instanceof Fault) return true;
  return error instanceof Error && "code" in error && OF_AN_ITEM.test(String(error.code));
}

/**
 * Runs `work` for one group at a time, over all items that came while the one before ran: where a commit is waited for and
 * a lock is held, ten at once cost little more than one. `work` gives a result for each item, in their order, in one
 * transaction; where an item breaks it, each is tried by itself, so that nobody fails for another's sake.
 */
export function groupCommit<Item, Result>(
  work: (group: string, items: readonly Item[]) => Promise<readonly Result[]>,
  /** Items of one transaction: what locks are held for, and what an item in front waits for. */
  itemsMax: number,
): (group: string, item: Item) => Promise<Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  async function settle(group: string, batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(
        group,
        batch.map(({ item }) => item),
      );
      for (const [at, { resolve }] of batch.entries()) resolve(must(results[at], "a result for each item"));
    } catch (error) {
      if (batch.length > 1 && isOfAnItem(error)) for (const one of batch) await settle(group, [one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  async function drain(group: string, queue: Waiting<Item, Result>[]): Promise<void> {
    while (queue.length > 0) await settle(group, queue.splice(0, itemsMax));
    queues.delete(group);
  }

  return (group, item) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(group);
      const waiting = { item, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const started = [waiting];
      queues.set(group, started);
      void drain(group, started);
    });
}
