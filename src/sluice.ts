/** The library: what `import … from "sluice"` gives. Everything here also works without a database or a network. */
import { readFile } from "node:fs/promises";
import type { World } from "./engine/check/world.ts";
import { check as checkIn } from "./engine/check.ts";
import { DEFAULT_POLICY, type PolicyInput, parsePolicy } from "./engine/match/policy.ts";
import type { Subject } from "./engine/match/subject.ts";
import { type ScreenResult, screen as screenOn } from "./engine/screen.ts";
import { loadSnapshot as openSnapshot } from "./engine/snapshot/load.ts";
import type { Snapshot } from "./engine/snapshot/snapshot.ts";
import { parseTransaction, type TransactionInput } from "./engine/transaction.ts";
import type { Verdict } from "./engine/verdict.ts";
import { openBundledSnapshot } from "./service/lists/store.ts";

export { type CheckPolicy, createWorld, DEFAULT_CHECK_POLICY, type World } from "./engine/check/world.ts";
export { DEFAULT_POLICY, type PolicyInput, parsePolicy } from "./engine/match/policy.ts";
export type { PolicyWeights } from "./engine/match/policy-weights.ts";
export type {
  FeatureEvidence,
  Match,
  ReviewCapacity,
  ScreenPolicy,
  Subject,
} from "./engine/match/subject.ts";
export { makeReceipt, parseReceipt, type Receipt, type Replay, replay } from "./engine/receipt.ts";
export type { ScreenMatch, ScreenResult } from "./engine/screen.ts";
export type { Listing, ListRecord, Snapshot } from "./engine/snapshot/snapshot.ts";
export { parseTransaction, type Transaction, type TransactionInput } from "./engine/transaction.ts";
export type { Answer, Citation, Finding, Verdict } from "./engine/verdict.ts";
export { parseWaiver, type Waiver } from "./engine/waivers/waiver.ts";
export { Fault } from "./fault.ts";

/**
 * The snapshot in a file, or, where none is named, the one of the bundled and updated editions: compiled once into
 * the cache folder, then only loaded. Throws `snapshot-damaged` where the file was cut or altered.
 */
export async function loadSnapshot(file?: string): Promise<Snapshot> {
  return file === undefined ? openBundledSnapshot() : openSnapshot(await readFile(file), file);
}

/**
 * Whom the subject may be among the listed parties on a day (YYYY-MM-DD; null for the newest editions), best first. What
 * the policy does not state is as in `DEFAULT_POLICY`. Throws a `Fault` with code `input-invalid` for a policy that states
 * what it cannot.
 */
export function screen(
  snapshot: Snapshot,
  subject: Subject,
  policy: PolicyInput = DEFAULT_POLICY,
  at: string | null = null,
): ScreenResult {
  return screenOn(snapshot, subject, policy === DEFAULT_POLICY ? DEFAULT_POLICY : parsePolicy(policy), at);
}

/**
 * May this go through? The transaction is validated first and its defaults are filled in; `at` is a day or an instant
 * (ISO 8601, UTC). Throws a `Fault` with code `input-invalid` that names the place and the reason.
 */
export function check(world: World, transaction: TransactionInput, at: string): Verdict {
  return checkIn(world, parseTransaction(transaction, "transaction"), at);
}
