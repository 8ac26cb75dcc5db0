import { assert, Fault } from "../../../fault.ts";
import { type Guide, guideOf, type Outcome } from "./steps.ts";

/** Who did something: a person, an API key, or Sluice itself. */
export type Actor = {
  readonly kind: "person" | "key" | "system";
  readonly id: string;
  readonly name: string;
};

/** Sluice itself, where no one asked. */
export const SYSTEM: Actor = { kind: "system", id: "sluice", name: "Sluice" };

/** What is done with the party or the money. */
export const ACTIONS = ["block", "reject", "release", "freeze", "report", "none"] as const;
export type Action = (typeof ACTIONS)[number];

/** Why a decision is as it is, for counting; the narrative says it in words. */
export const REASON_CODES = [
  "different-kind",
  "name-part-only",
  "name-differs",
  "birth-date-differs",
  "country-differs",
  "identifier-differs",
  "address-differs",
  "known-customer",
  "facts-agree",
  "identifier-equal",
  "owned-or-controlled",
  "facts-missing",
  "authority-asked",
  "other",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export type DecisionMade = {
  readonly decision: string;
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly narrative: string;
  readonly action: Action;
  readonly legalAuthority: string | null;
  /** Last day of the suppression that a false positive asks for, or null for none. */
  readonly suppressUntil: string | null;
  /** The organisation's policy asked for a second person when it was made. */
  readonly secondNeeded: boolean;
  readonly undoMinutes: number;
  /** The steps answered suggested another outcome. */
  readonly againstSteps: boolean;
};

/** What can happen to an alert. Nothing is ever taken out of its history. */
export type AlertEvent =
  | {
      readonly kind: "opened";
      readonly because: OpenedBecause;
      readonly words: string;
      readonly dueOn: string;
    }
  | { readonly kind: "assigned"; readonly to: string | null; readonly dueOn: string | null }
  | { readonly kind: "noted"; readonly text: string }
  | { readonly kind: "attached"; readonly attachment: string; readonly name: string }
  | { readonly kind: "answered"; readonly step: number; readonly answer: string; readonly words: string }
  | ({ readonly kind: "decided" } & DecisionMade)
  | {
      readonly kind: "seconded";
      readonly decision: string;
      readonly agrees: boolean;
      readonly narrative: string;
    }
  | { readonly kind: "undone"; readonly decision: string; readonly reason: string }
  | { readonly kind: "closed"; readonly cause: ClosedBecause; readonly words: string }
  | { readonly kind: "seen-again"; readonly words: string };

/** Why there is an alert. */
export const OPENED_BECAUSE = ["new-hit", "suppression-lapsed", "hit-again", "check"] as const;
export type OpenedBecause = (typeof OPENED_BECAUSE)[number];

/** Why there is nothing left to decide. */
export const CLOSED_BECAUSE = ["listing-removed", "no-hit-any-more", "subject-removed"] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

/** An event with when (ISO 8601, UTC) and by whom. */
export type DatedEvent = AlertEvent & { readonly at: string; readonly by: Actor };

/** Where an alert can stand. `final` and `closed` are the ends. */
export const PHASES = [
  "open",
  "in-review",
  "undetermined",
  "escalated",
  "awaiting-second",
  "decided",
  "final",
  "closed",
] as const;
export type Phase = (typeof PHASES)[number];

/** An alert as its history and the moment make it. */
export type AlertState = {
  readonly phase: Phase;
  readonly assignee: string | null;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  /** The latest answer at each step. */
  readonly answers: ReadonlyMap<number, string>;
  readonly guide: Guide;
  /** The decision that stands, made or awaiting its second. */
  readonly decision: (DecisionMade & { readonly at: string; readonly by: Actor }) | null;
  readonly secondedBy: Actor | null;
  /** Until when the decision can be taken back; null where none stands or a second person must speak first. */
  readonly finalAt: string | null;
};

type Folded = {
  closed: boolean;
  touched: boolean;
  pending: "undetermined" | "escalated" | null;
  assignee: string | null;
  dueOn: string | null;
  answers: Map<number, string>;
  decision: AlertState["decision"];
  seconded: (DatedEvent & { readonly kind: "seconded" }) | null;
};

function take(state: Folded, event: DatedEvent): void {
  switch (event.kind) {
    case "opened":
      state.dueOn = event.dueOn;
      return;
    case "assigned":
      state.assignee = event.to;
      state.dueOn = event.dueOn ?? state.dueOn;
      state.touched = event.to !== null || state.answers.size > 0;
      return;
    case "answered":
      state.answers.set(event.step, event.answer);
      state.touched = true;
      return;
    case "decided": {
      const { kind: _, ...made } = event;
      state.decision = made;
      state.seconded = null;
      state.pending =
        event.outcome === "undetermined" || event.outcome === "escalated" ? event.outcome : null;
      return;
    }
    case "seconded":
      if (event.agrees) state.seconded = event;
      else {
        // Two opinions stand side by side in the history; a third person has to settle it.
        state.decision = null;
        state.pending = "escalated";
      }
      return;
    case "undone":
      state.decision = null;
      state.seconded = null;
      state.pending = null;
      state.touched = true;
      return;
    case "closed":
      state.closed = true;
      return;
    default:
      return;
  }
}

const MINUTE_MS = 60_000;

/** The state that follows from an alert's history and the moment (ISO 8601, UTC): nothing of it is stored. */
export function alertState(events: readonly DatedEvent[], now: string): AlertState {
  const state: Folded = {
    closed: false,
    touched: false,
    pending: null,
    assignee: null,
    dueOn: null,
    answers: new Map(),
    decision: null,
    seconded: null,
  };
  for (const event of events) take(state, event);
  const { decision, seconded } = state;
  const settles =
    decision !== null && (decision.outcome === "true-match" || decision.outcome === "false-positive");
  const effective = !settles ? null : !decision.secondNeeded ? decision.at : (seconded?.at ?? null);
  const finalAt =
    effective === null || decision === null
      ? null
      : new Date(Date.parse(effective) + decision.undoMinutes * MINUTE_MS).toISOString();
  const phase = phaseOf(state, { settles, finalAt, now });
  const ended = phase === "final" || phase === "closed" || phase === "decided";
  return {
    phase,
    assignee: state.assignee,
    dueOn: state.dueOn,
    overdue: !ended && state.dueOn !== null && now.slice(0, 10) > state.dueOn,
    answers: state.answers,
    guide: guideOf(state.answers),
    decision,
    secondedBy: seconded?.by ?? null,
    finalAt,
  };
}

function phaseOf(
  state: Folded,
  at: { readonly settles: boolean; readonly finalAt: string | null; readonly now: string },
): Phase {
  if (at.settles) {
    if (at.finalAt === null) return state.closed ? "closed" : "awaiting-second";
    return at.now >= at.finalAt ? "final" : "decided";
  }
  if (state.closed) return "closed";
  return state.pending ?? (state.touched ? "in-review" : "open");
}

function refuse(rule: string, reason: string): Fault {
  return new Fault({ code: "rule-broken", rule, reason });
}

/** Phases in which there is something to decide. */
export function isUndecided(phase: Phase): boolean {
  return phase === "open" || phase === "in-review" || phase === "undetermined" || phase === "escalated";
}

/** Who asks, and what is known of the person. */
export type Reviewer = Actor & { readonly businessLine: string | null };

/** Throws `rule-broken` where this person may not decide this alert now, or not so. */
export function assertMayDecide(
  events: readonly DatedEvent[],
  state: AlertState,
  asked: { readonly by: Reviewer; readonly outcome: Outcome },
): void {
  if (asked.by.kind !== "person") throw refuse("person-decides", "A person decides an alert, not a key.");
  if (!isUndecided(state.phase))
    throw refuse("already-decided", `The alert is ${state.phase}: there is nothing left to decide.`);
  if (state.phase === "escalated" && involved(events).has(asked.by.id)) {
    throw refuse(
      "escalated-to-another",
      "The alert was escalated: a person who has not decided on it before must do so.",
    );
  }
  const settles = asked.outcome === "true-match" || asked.outcome === "false-positive";
  if (settles && state.guide.suggests === null) {
    throw refuse(
      "steps-unfinished",
      `Step ${state.guide.next ?? 1} of the review is not answered yet: a match is settled only when the steps have led to an end.`,
    );
  }
}

/** People who have decided or confirmed since the alert was opened. */
function involved(events: readonly DatedEvent[]): ReadonlySet<string> {
  return new Set(
    events.filter(({ kind }) => kind === "decided" || kind === "seconded").map(({ by }) => by.id),
  );
}

/** Throws `rule-broken` where this person may not be the second pair of eyes. */
export function assertMaySecond(state: AlertState, by: Reviewer): void {
  if (by.kind !== "person") throw refuse("person-decides", "A person confirms a decision, not a key.");
  if (state.phase !== "awaiting-second")
    throw refuse("nothing-to-second", `The alert is ${state.phase}: no decision awaits a second person.`);
  assert(state.decision !== null, "an alert that awaits a second has a decision");
  if (state.decision.by.id === by.id)
    throw refuse("four-eyes", "The person who decided cannot confirm the decision.");
  if (by.businessLine !== null) {
    throw refuse(
      "outside-business-line",
      `The second person must stand outside the business line; you belong to ${by.businessLine}.`,
    );
  }
}

/** Throws `rule-broken` where the decision is final or there is none. */
export function assertMayUndo(state: AlertState, by: Reviewer): void {
  if (by.kind !== "person") throw refuse("person-decides", "A person takes a decision back, not a key.");
  const undoable =
    state.phase === "decided" ||
    state.phase === "awaiting-second" ||
    (isUndecided(state.phase) && state.decision !== null);
  if (!undoable) {
    throw refuse(
      state.phase === "final" ? "decision-final" : "nothing-to-undo",
      state.phase === "final"
        ? `The decision became final on ${state.finalAt ?? ""}; new facts open a new alert.`
        : `The alert is ${state.phase}: there is no decision to take back.`,
    );
  }
}
