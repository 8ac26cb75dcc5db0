import type { Suppression } from "../../engine/check/suppression.ts";
import { type CheckPolicy, createWorld } from "../../engine/check/world.ts";
import { type Checked, checkWithHits } from "../../engine/check.ts";
import type { ScreenPolicy, Subject } from "../../engine/match/subject.ts";
import { type ScreenResult, screen } from "../../engine/screen.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import type { Transaction } from "../../engine/transaction.ts";
import type { Waiver } from "../../engine/waivers/waiver.ts";

/** What a check is decided with beside the lists. */
export type CheckWorld = {
  readonly waivers: readonly Waiver[];
  readonly policy: CheckPolicy;
  readonly suppressions: readonly Suppression[];
};

/**
 * The engine over the lists in force, wherever it runs. `snapshot` in an answer is the hash of the lists that it was
 * given on: these may change between two calls.
 */
export type Gate = {
  /** The lists in force. Throws `edition-unavailable` while there are none. */
  readonly current: () => { readonly hash: string; readonly snapshot: Snapshot };
  readonly screen: (
    subject: Subject,
    policy: ScreenPolicy,
    at: string | null,
  ) => Promise<ScreenResult & { readonly snapshot: string }>;
  readonly check: (
    transaction: Transaction,
    at: string,
    world: CheckWorld,
  ) => Promise<Checked & { readonly snapshot: string }>;
};

/** A gate that asks the engine in this very thread: for tests and small tools. */
export function directGate(current: () => Snapshot): Gate {
  return {
    current: () => ({ hash: current().hash, snapshot: current() }),
    screen: (subject, policy, at) =>
      Promise.resolve({ ...screen(current(), subject, policy, at), snapshot: current().hash }),
    check: (transaction, at, { waivers, policy, suppressions }) => {
      const snapshot = current();
      const checked = checkWithHits(createWorld(snapshot, waivers, policy, suppressions), transaction, at);
      return Promise.resolve({ ...checked, snapshot: snapshot.hash });
    },
  };
}
