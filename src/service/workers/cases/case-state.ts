import { Fault } from "../../../fault.ts";
import type { Actor } from "../../screening/alerts/alert-state.ts";

/** Where a case stands: follows from its events. */
export type Standing = "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";

export const OUTCOMES = ["block", "clear", "watch"] as const;
export type CaseOutcome = (typeof OUTCOMES)[number];

/** Something that happened to a case. */
export type CaseEvent =
  | {
      readonly kind: "opened";
      readonly because: string;
      readonly rules: readonly string[];
      readonly accounts: readonly string[];
    }
  | { readonly kind: "grown"; readonly rules: readonly string[]; readonly accounts: readonly string[] }
  | { readonly kind: "merged"; readonly into: string }
  | { readonly kind: "assigned"; readonly to: string | null; readonly dueOn: string | null }
  | { readonly kind: "noted"; readonly text: string }
  | { readonly kind: "checked"; readonly item: string; readonly done: boolean; readonly words: string }
  | {
      readonly kind: "prompted";
      readonly rule: string;
      readonly account: string;
      readonly answer: "yes" | "no" | "unclear";
      readonly words: string;
    }
  | { readonly kind: "asked"; readonly reply: string; readonly account: string }
  | { readonly kind: "replied"; readonly reply: string; readonly account: string }
  | { readonly kind: "decided"; readonly outcome: CaseOutcome; readonly reason: string }
  | { readonly kind: "seconded"; readonly agrees: boolean; readonly reason: string }
  | { readonly kind: "reopened"; readonly reason: string };

export type DatedCaseEvent = {
  readonly event: CaseEvent;
  readonly at: string;
  readonly by: Actor;
  readonly receipt: number | null;
};

/** What a case's events come to. */
export type CaseState = {
  readonly standing: Standing;
  readonly assignee: string | null;
  readonly dueOn: string | null;
  readonly decision: {
    readonly outcome: CaseOutcome;
    readonly reason: string;
    readonly by: Actor;
    readonly at: string;
    readonly secondedBy: Actor | null;
  } | null;
  /** Items of checklist and playbook that were ticked, with the words of the last tick. */
  readonly checked: Readonly<
    Record<
      string,
      { readonly done: boolean; readonly words: string; readonly by: Actor; readonly at: string }
    >
  >;
  readonly mergedInto: string | null;
  /** Whether the worker was asked, and whether an answer came. */
  readonly asked: number;
  readonly replied: number;
};

const START: CaseState = {
  standing: "open",
  assignee: null,
  dueOn: null,
  decision: null,
  checked: {},
  mergedInto: null,
  asked: 0,
  replied: 0,
};

/** A block stands when another person agrees; the others stand at once. */
const AFTER: Readonly<Record<CaseOutcome, Standing>> = {
  block: "awaiting-second",
  clear: "cleared",
  watch: "watched",
};

function after(state: CaseState, { event, at, by }: DatedCaseEvent): CaseState {
  switch (event.kind) {
    case "assigned":
      return { ...state, assignee: event.to, dueOn: event.dueOn ?? state.dueOn };
    case "checked":
      return {
        ...state,
        checked: { ...state.checked, [event.item]: { done: event.done, words: event.words, by, at } },
      };
    case "asked":
      return { ...state, asked: state.asked + 1 };
    case "replied":
      return { ...state, replied: state.replied + 1 };
    case "decided":
      return {
        ...state,
        standing: AFTER[event.outcome],
        decision: { outcome: event.outcome, reason: event.reason, by, at, secondedBy: null },
      };
    case "seconded":
      if (state.decision === null) return state;
      return event.agrees
        ? { ...state, standing: "blocked", decision: { ...state.decision, secondedBy: by } }
        : { ...state, standing: "open", decision: null };
    case "reopened":
      return { ...state, standing: "open", decision: null };
    case "merged":
      return { ...state, standing: "merged", mergedInto: event.into };
    default:
      return state;
  }
}

/** The state that events lead to. */
export function caseState(events: readonly DatedCaseEvent[]): CaseState {
  let state = START;
  for (const event of events) state = after(state, event);
  return state;
}

function broken(rule: string, reason: string): Fault {
  return new Fault({ code: "rule-broken", rule, reason });
}

/** Throws `rule-broken` where a case is not open to be worked on. */
export function assertOpen({ standing }: CaseState): void {
  if (standing !== "open") throw broken("case-not-open", `The case is ${standing}: reopen it first.`);
}

/** Throws `rule-broken` where this person may not confirm: a block needs the eyes of another person. */
export function assertMaySecond({ standing, decision }: CaseState, by: Actor): void {
  if (standing !== "awaiting-second" || decision === null)
    throw broken("nothing-to-second", `The case is ${standing}: no block awaits a second person.`);
  if (decision.by.id === by.id)
    throw broken("four-eyes", "A block is confirmed by another person than the one who decided it.");
}

/** Throws `rule-broken` where there is nothing to reopen. */
export function assertMayReopen({ standing }: CaseState): void {
  if (standing === "open" || standing === "merged")
    throw broken("nothing-to-reopen", `The case is ${standing}.`);
}
