import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault, must } from "../../../fault.ts";
import {
  type AlertEvent,
  alertState,
  assertMayDecide,
  assertMaySecond,
  assertMayUndo,
  type DatedEvent,
  isUndecided,
  type Reviewer,
} from "./alert-state.ts";
import { guideOf, OUTCOMES, type Outcome, STEPS } from "./steps.ts";

const person = (id: string, businessLine: string | null = null): Reviewer => ({
  kind: "person",
  id,
  name: id,
  businessLine,
});
const ANN = person("ann");
const BEN = person("ben");
const CAT = person("cat", "retail");

class History {
  events: DatedEvent[] = [];
  minute = 0;
  constructor() {
    this.add(ANN, { kind: "opened", because: "new-hit", words: "A hit.", dueOn: "2026-01-09" });
  }
  get now(): string {
    return new Date(Date.UTC(2026, 0, 2, 0, this.minute)).toISOString();
  }
  get state() {
    return alertState(this.events, this.now);
  }
  add(by: Reviewer, event: AlertEvent): void {
    this.minute += 1;
    this.events.push({ ...event, at: this.now, by });
  }
  answerAll(by: Reviewer, last = "none"): void {
    const given = ["ofac", "same-kind", "whole-name", "compared", last];
    for (const [at, answer] of given.entries())
      this.add(by, { kind: "answered", step: at + 1, answer, words: "" });
  }
  decide(by: Reviewer, outcome: Outcome, secondNeeded: boolean): void {
    assertMayDecide(this.events, this.state, { by, outcome });
    this.add(by, {
      kind: "decided",
      decision: `dec_${this.events.length}`,
      outcome,
      reasonCode: "other",
      narrative: "Because.",
      action: "none",
      legalAuthority: null,
      suppressUntil: null,
      secondNeeded,
      undoMinutes: 60,
      againstSteps: false,
    });
  }
  second(by: Reviewer, agrees: boolean): void {
    assertMaySecond(this.state, by);
    const decision = must(this.state.decision, "a decision").decision;
    this.add(by, { kind: "seconded", decision, agrees, narrative: "Seen." });
  }
  undo(by: Reviewer): void {
    assertMayUndo(this.state, by);
    this.add(by, { kind: "undone", decision: this.state.decision?.decision ?? "", reason: "A slip." });
  }
}

const ruleOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Fault && error.details.code === "rule-broken") return error.details.rule;
    throw error;
  }
};

describe("an alert", () => {
  it("is settled only when the five steps have led to an end", () => {
    const alert = new History();
    expect(ruleOf(() => alert.decide(ANN, "false-positive", false))).toBe("steps-unfinished");
    alert.add(ANN, { kind: "answered", step: 1, answer: "other-list", words: "" });
    alert.add(ANN, { kind: "answered", step: 2, answer: "different-kind", words: "" });
    expect(alert.state.guide).toEqual({ next: null, suggests: "false-positive" });
    alert.decide(ANN, "false-positive", false);
    expect(alert.state.phase).toBe("decided");
  });

  it("can be taken back until it is final, and never after", () => {
    const alert = new History();
    alert.answerAll(ANN);
    alert.decide(ANN, "false-positive", false);
    alert.minute += 59;
    expect(alert.state.phase).toBe("decided");
    alert.undo(ANN);
    expect(alert.state.phase).toBe("in-review");
    alert.decide(ANN, "true-match", false);
    alert.minute += 60;
    expect(alert.state.phase).toBe("final");
    expect(ruleOf(() => alert.undo(ANN))).toBe("decision-final");
    expect(ruleOf(() => alert.decide(BEN, "true-match", false))).toBe("already-decided");
  });

  it("needs another person outside the business line where four eyes are asked for", () => {
    const alert = new History();
    alert.answerAll(ANN);
    alert.decide(ANN, "false-positive", true);
    alert.minute += 10_000;
    expect(alert.state.phase).toBe("awaiting-second");
    expect(ruleOf(() => alert.second(ANN, true))).toBe("four-eyes");
    expect(ruleOf(() => alert.second(CAT, true))).toBe("outside-business-line");
    expect(ruleOf(() => alert.second({ ...BEN, kind: "key" }, true))).toBe("person-decides");
    alert.second(BEN, true);
    expect(alert.state.phase).toBe("decided");
    alert.minute += 60;
    expect(alert.state.phase).toBe("final");
  });

  it("goes to a third person where the second disagrees", () => {
    const alert = new History();
    alert.answerAll(ANN);
    alert.decide(ANN, "false-positive", true);
    alert.second(BEN, false);
    expect(alert.state.phase).toBe("escalated");
    expect(ruleOf(() => alert.decide(ANN, "true-match", true))).toBe("escalated-to-another");
    expect(ruleOf(() => alert.decide(BEN, "true-match", true))).toBe("escalated-to-another");
    alert.decide(CAT, "true-match", false);
    expect(alert.state.phase).toBe("decided");
  });

  it("is overdue after its day, and no more once it is decided", () => {
    const alert = new History();
    alert.answerAll(ANN);
    expect(alertState(alert.events, "2026-01-09T23:00:00.000Z").overdue).toBe(false);
    expect(alertState(alert.events, "2026-01-10T00:00:00.000Z").overdue).toBe(true);
    alert.minute += 12_000;
    alert.decide(ANN, "false-positive", false);
    expect(alert.state.overdue).toBe(false);
  });
});

describe("any course of an alert", () => {
  const act = fc.record({
    who: fc.constantFrom(ANN, BEN, CAT),
    what: fc.constantFrom("answer", "decide", "second", "disagree", "undo", "assign", "note"),
    outcome: fc.constantFrom(...OUTCOMES),
    secondNeeded: fc.boolean(),
    wait: fc.nat(90),
    answer: fc.nat(2),
  });

  it("keeps to the rules: two persons where asked, nothing after the end, nothing taken out", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const alert = new History();
        for (const { who, what, outcome, secondNeeded, wait, answer } of acts) {
          alert.minute += wait;
          const before = alert.state;
          const rule = ruleOf(() => {
            if (what === "decide") alert.decide(who, outcome, secondNeeded);
            else if (what === "second" || what === "disagree") alert.second(who, what === "second");
            else if (what === "undo") alert.undo(who);
            else if (what === "assign") alert.add(who, { kind: "assigned", to: who.id, dueOn: null });
            else if (what === "note") alert.add(who, { kind: "noted", text: "Seen." });
            else {
              const step = STEPS[(before.guide.next ?? 1) - 1] ?? must(STEPS[0], "a step");
              const chosen = step.answers[answer % step.answers.length];
              alert.add(who, { kind: "answered", step: step.step, answer: chosen?.answer ?? "", words: "" });
            }
          });
          const after = alert.state;
          if (before.phase === "final") {
            expect(after.phase).toBe("final");
            expect(after.decision).toEqual(before.decision);
            expect(["decide", "second", "disagree", "undo"].includes(what) && rule === null).toBe(false);
          }
          if (after.secondedBy !== null) {
            expect(after.secondedBy.id).not.toBe(after.decision?.by.id);
            expect(after.secondedBy.id).not.toBe("cat");
          }
          if (what === "undo" && rule === null) expect(isUndecided(after.phase)).toBe(true);
          const settled = after.phase === "decided" || after.phase === "final";
          if (settled && after.decision?.secondNeeded === true) expect(after.secondedBy).not.toBeNull();
        }
        expect(alert.events.map(({ at }) => at)).toEqual(alert.events.map(({ at }) => at).sort());
      }),
    );
  });

  it("is guided: answers lead to one end, and an answer beyond it counts for nothing", () => {
    const answers = fc.tuple(
      ...STEPS.map(({ answers: possible }) => fc.option(fc.constantFrom(...possible))),
    );
    fc.assert(
      fc.property(answers, (given) => {
        const chosen = new Map(given.flatMap((one, at) => (one === null ? [] : [[at + 1, one.answer]])));
        const guide = guideOf(chosen);
        expect(guide.next === null).toBe(guide.suggests !== null);
        if (guide.next !== null) expect(chosen.has(guide.next)).toBe(false);
      }),
    );
  });
});
