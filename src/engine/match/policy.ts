import { Fault } from "../../fault.ts";
import { ALGORITHM_NAMES, type AlgorithmName } from "./algorithms/algorithm.ts";
import { namedAlgorithm } from "./algorithms/algorithm-index.ts";
import { type PolicyWeights, WEIGHED_EVIDENCE, WEIGHT_TIMES_MAX } from "./policy-weights.ts";
import { REQUIRED_EVIDENCE } from "./required-evidence.ts";
import { capacityPoint, curveOfSubject } from "./review-capacity.ts";
import type { ReviewCapacity, ScreenPolicy, Subject } from "./subject.ts";

/** The policy used where none is given: every list, ten matches, and the threshold that `npm run eval` measures. */
export const DEFAULT_POLICY: ScreenPolicy = { name: "default", threshold: 0.55, limit: 10, lists: null };

/** What a policy may state; the rest is that of `DEFAULT_POLICY`, and of the algorithm that is named. */
export type PolicyInput = { readonly [Member in keyof ScreenPolicy]?: ScreenPolicy[Member] | undefined };

/** Bounds of a policy: matches beyond these are read by nobody, lists beyond these are not held. */
export const POLICY_LIMITS = { limitMax: 10_000, listsMax: 200, textMax: 120 } as const;

const MEMBERS: ReadonlySet<string> = new Set<keyof ScreenPolicy>([
  "name",
  "threshold",
  "limit",
  "lists",
  "algorithm",
  "require",
  "weights",
  "capacity",
]);

function wrong(where: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file: "policy", where, reason });
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= POLICY_LIMITS.textMax;
}

function checkLists(lists: unknown): void {
  if (lists === null || lists === undefined) return;
  const { listsMax } = POLICY_LIMITS;
  if (!Array.isArray(lists) || lists.length === 0 || lists.length > listsMax || !lists.every(isText))
    throw wrong("lists", `ids of 1 to ${listsMax} lists, or null for all; "sluice lists" shows those held`);
}

function checkRequired(require: unknown): void {
  if (require === undefined) return;
  const known: readonly unknown[] = REQUIRED_EVIDENCE;
  if (!Array.isArray(require) || !require.every((kind) => known.includes(kind)))
    throw wrong("require", `kinds of evidence, of ${REQUIRED_EVIDENCE.join(", ")}`);
}

function checkWeights(weights: unknown): void {
  if (weights === undefined) return;
  if (typeof weights !== "object" || weights === null || Array.isArray(weights))
    throw wrong("weights", `an object with a number for any of ${WEIGHED_EVIDENCE.join(", ")}`);
  const known: readonly string[] = WEIGHED_EVIDENCE;
  for (const [kind, times] of Object.entries(weights)) {
    if (!known.includes(kind))
      throw wrong(`weights.${kind}`, `no such evidence: there are ${WEIGHED_EVIDENCE.join(", ")}`);
    if (!isWithin(times, 0, WEIGHT_TIMES_MAX))
      throw wrong(`weights.${kind}`, `a multiple of the measured weight from 0 to ${WEIGHT_TIMES_MAX}`);
  }
}

function checkCapacity(capacity: ReviewCapacity | undefined, input: PolicyInput): void {
  if (capacity === undefined) return;
  const most = Number.MAX_SAFE_INTEGER;
  if (typeof capacity !== "object" || capacity === null || !isWithin(capacity.of, 1, most))
    throw wrong("capacity.of", "how many are screened for so many reviews: { reviews: 40, of: 5000 }");
  if (!isWithin(capacity.reviews, Number.MIN_VALUE, capacity.of))
    throw wrong("capacity.reviews", "more than none, and no more than are screened");
  if (input.algorithm !== undefined && input.algorithm !== "sluice")
    throw wrong("capacity", `measured for Sluice's own scores, not for those of ${input.algorithm}`);
  if (input.weights !== undefined)
    throw wrong(
      "capacity",
      "measured for the weights as they are: state a threshold beside weights of your own",
    );
}

function checkNumbers({ threshold, limit }: PolicyInput): void {
  if (threshold !== undefined && !isWithin(threshold, 0, 1)) throw wrong("threshold", "a number from 0 to 1");
  const { limitMax } = POLICY_LIMITS;
  if (limit !== undefined && !(isWithin(limit, 1, limitMax) && Number.isInteger(limit)))
    throw wrong("limit", `a whole number from 1 to ${limitMax}`);
}

/**
 * The policy that an input states. Throws a `Fault` with code `input-invalid` that names the member and what it takes; an
 * unknown member is refused, so that a misspelled one is never left out in silence.
 */
export function parsePolicy(input: PolicyInput): ScreenPolicy {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw wrong("", "an object with threshold, limit, lists, require, weights, capacity, algorithm or name");
  const unknown = Object.keys(input).find((member) => !MEMBERS.has(member));
  if (unknown !== undefined) throw wrong(unknown, `no such member: there are ${[...MEMBERS].join(", ")}`);
  const { algorithm, require, weights, capacity } = input;
  if (input.name !== undefined && !isText(input.name)) throw wrong("name", "a text");
  checkNumbers(input);
  checkLists(input.lists);
  if (algorithm !== undefined && !ALGORITHM_NAMES.includes(algorithm))
    throw wrong("algorithm", `one of ${ALGORITHM_NAMES.join(", ")}`);
  checkRequired(require);
  checkWeights(weights);
  checkCapacity(capacity, input);
  if (weights !== undefined && algorithm !== undefined && algorithm !== "sluice")
    throw wrong("weights", `those of Sluice's own evidence, which ${algorithm} does not weigh`);
  return {
    name: input.name ?? "policy",
    threshold: input.threshold ?? usualThreshold(algorithm),
    limit: input.limit ?? DEFAULT_POLICY.limit,
    lists: input.lists ?? null,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(require === undefined ? {} : { require }),
    ...(weights === undefined ? {} : { weights: statedWeights(weights) }),
    ...(capacity === undefined ? {} : { capacity: { reviews: capacity.reviews, of: capacity.of } }),
  };
}

function statedWeights(weights: PolicyWeights): PolicyWeights {
  return Object.fromEntries(
    WEIGHED_EVIDENCE.flatMap((kind) => (weights[kind] === undefined ? [] : [[kind, weights[kind]]])),
  );
}

function usualThreshold(algorithm: AlgorithmName | undefined): number {
  return (algorithm === undefined ? null : namedAlgorithm(algorithm)?.threshold) ?? DEFAULT_POLICY.threshold;
}

/** The policy with the threshold that holds for a subject: by its review capacity, where it has one. */
export function policyFor(policy: ScreenPolicy, subject: Subject): ScreenPolicy {
  const { capacity } = policy;
  if (capacity === undefined) return policy;
  const { threshold } = capacityPoint(capacity.reviews, capacity.of, curveOfSubject(subject));
  return { ...policy, threshold };
}
