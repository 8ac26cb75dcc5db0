import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { standingOf } from "./acts.ts";
import { bundledForms, calendarOf, templateNamed } from "./bundled-forms.ts";
import { addMonths, addWorkingDays, isWorkingDay } from "./calendar.ts";
import { type ApplicationEvent, courseOf, type DatedEvent, objectionDeadline } from "./course.ts";
import { dueReports } from "./due-reports.ts";
import { windowWarnings } from "./grant.ts";
import { eventReason } from "./rules.ts";
import { parseWaiver } from "./waiver.ts";
import { dayIn, instantIn } from "./zone.ts";

const UN = must(templateNamed("un-1718-exemption"), "it is there");
const NY = calendarOf(UN);
const MEMBERS = ["France", "Peru", "China"];
const ms = (at: string) => Date.parse(at);

const event: fc.Arbitrary<ApplicationEvent> = fc.oneof(
  fc.constant({ kind: "submitted" as const, version: 1, approvals: [UN.id] }),
  fc.constant({ kind: "forwarded" as const, template: UN.id, by: "Seoul" }),
  fc.record({
    kind: fc.constant("circulated" as const),
    template: fc.constant(UN.id),
    members: fc.constant(MEMBERS),
    urgent: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("held" as const, "hold-extended" as const, "objected" as const),
    template: fc.constant(UN.id),
    member: fc.constantFrom(...MEMBERS, "Norway"),
    reason: fc.constant("more time is needed"),
  }),
  fc.record({
    kind: fc.constantFrom("consented" as const, "hold-lifted" as const),
    template: fc.constant(UN.id),
    member: fc.constantFrom(...MEMBERS),
  }),
  fc.constant({ kind: "withdrawn" as const, reason: "given up" }),
) as fc.Arbitrary<ApplicationEvent>;

describe("a course", () => {
  it("takes only events that can happen, approves nobody's objection and no silence before its time, and forgets nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 1, max: 60 })), { maxLength: 14 }), (asked) => {
        const events: DatedEvent[] = [];
        let now = ms("2019-03-01T15:00:00Z");
        for (const [one, hours] of asked) {
          now += hours * 3_600_000;
          const at = new Date(now).toISOString();
          const before = courseOf(UN, NY, events, at);
          if (eventReason(one, before, UN, at) !== null) continue;
          events.push({ at, event: one });
          const after = courseOf(UN, NY, events, at);
          if (after.phase === "no-objection") {
            expect(at >= (after.circulation?.deadline ?? "9")).toBe(true);
            expect(after.votes.some(({ vote }) => vote === "objects" || vote === "holds")).toBe(false);
          }
          if (after.objections.length > 0 && after.phase !== "withdrawn")
            expect(after.phase).toBe("objected");
          // The past does not change by what comes later.
          expect(courseOf(UN, NY, events, new Date(now - 1).toISOString())).toEqual(
            courseOf(UN, NY, events.slice(0, -1), new Date(now - 1).toISOString()),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it("stands at no objection from the deadline on, and at circulated the millisecond before", () => {
    const circulated: DatedEvent[] = [
      { at: "2019-02-28T15:00:00Z", event: { kind: "submitted", version: 1, approvals: [UN.id] } },
      {
        at: "2019-03-01T15:00:00Z",
        event: { kind: "circulated", template: UN.id, members: MEMBERS, urgent: false },
      },
    ];
    const phase = (at: string) => courseOf(UN, NY, circulated, at).phase;
    expect([phase("2019-03-08T21:59:59.999Z"), phase("2019-03-08T22:00:00.000Z")]).toEqual([
      "circulated",
      "no-objection",
    ]);
    const held = [
      ...circulated,
      {
        at: "2019-03-05T15:00:00Z",
        event: { kind: "held", template: UN.id, member: "Peru", reason: "more time is needed" },
      } as const,
    ];
    const heldPhase = (at: string) => courseOf(UN, NY, held, at).phase;
    expect([
      heldPhase("2019-03-09T00:00:00Z"),
      heldPhase("2019-09-06T03:58:00Z"),
      heldPhase("2019-09-06T03:59:00Z"),
    ]).toEqual(["on-hold", "on-hold", "no-objection"]);
  });

  it("of a notice may proceed when two weeks have passed in silence, and begin after thirty days", () => {
    const notice = must(templateNamed("us-ofac-510-512-notice"), "it is there");
    const events: DatedEvent[] = [
      { at: "2024-03-01T15:00:00Z", event: { kind: "submitted", version: 1, approvals: [notice.id] } },
      {
        at: "2024-03-01T15:00:00Z",
        event: { kind: "noticed", template: notice.id, activitiesFrom: "2024-03-10" },
      },
    ];
    const at = (instant: string) => courseOf(notice, calendarOf(notice), events, instant);
    expect([at("2024-03-16T03:59:00Z").phase, at("2024-03-16T04:00:00Z").phase]).toEqual([
      "notice-running",
      "may-proceed",
    ]);
    expect(at("2024-03-16T04:00:00Z").notice?.mayBegin).toBe("2024-03-31");
  });
});

describe("time", () => {
  it("is counted in working days of the place, over weekends, holidays and years", () => {
    const deadline = (at: string, urgent = false) => objectionDeadline(UN, NY, { at, urgent });
    // Circulated after midnight in London it is still the day before in New York.
    expect(deadline("2019-03-02T02:00:00Z")).toBe("2019-03-08T22:00:00.000Z");
    // The clocks went forward on 10 March.
    expect(deadline("2019-03-08T15:00:00Z")).toBe("2019-03-15T21:00:00.000Z");
    expect(deadline("2019-12-23T15:00:00Z", true)).toBe("2019-12-26T22:00:00.000Z");
    expect(() => deadline("2031-03-01T15:00:00Z")).toThrow(/held for 2018 to 2026/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_800 }), fc.integer({ min: 0, max: 60 }), (day, steps) => {
        const from = new Date(Date.UTC(2018, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
        const to = addWorkingDays(NY, from, steps);
        let worked = 0;
        for (
          let time = ms(`${from}T00:00:00Z`) + 86_400_000;
          time <= ms(`${to}T00:00:00Z`);
          time += 86_400_000
        )
          if (isWorkingDay(NY, new Date(time).toISOString().slice(0, 10))) worked += 1;
        expect([worked, steps === 0 || isWorkingDay(NY, to)]).toEqual([steps, true]);
      }),
      { numRuns: 100 },
    );
  });

  it("in months ends on the last day of a shorter month, and comes to leap days", () => {
    expect([
      addMonths("2019-08-31", 6),
      addMonths("2019-12-09", 6),
      addMonths("2020-02-29", 12),
      addMonths("2019-03-31", -1),
    ]).toEqual(["2020-02-29", "2020-06-09", "2021-02-28", "2019-02-28"]);
  });

  it("of day is the same day whichever way it is asked, in every zone of the calendars", () => {
    for (const { zone } of bundledForms().calendars.values())
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 3_000 }), (day) => {
          const date = new Date(Date.UTC(2018, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
          expect(dayIn(zone, instantIn(zone, date, "17:00"))).toBe(date);
          expect(dayIn(zone, instantIn(zone, date, "00:00"))).toBe(date);
        }),
        { numRuns: 30 },
      );
  });
});

describe("a standing", () => {
  const terms = parseWaiver(
    {
      reference: "W",
      authority: "un-1718",
      title: "t",
      source: "s",
      measures: ["m"],
      approvedOn: "2019-03-08",
      from: "2019-03-08",
      until: "2019-09-08",
      parties: null,
      route: null,
      shipmentsMax: null,
      zone: "America/New_York",
      lines: [{ line: "1", item: "i", hs: ["85"], quantity: { amount: "1", scale: 0, unit: "piece" } }],
    },
    "w",
  );
  const at = (instant: string, change: object = {}) =>
    standingOf({ terms, acts: [], confirmed: true, isUsedUp: false, at: instant, ...change });
  it("follows from acts, ledger and the authority's clock", () => {
    expect([
      at("2019-03-08T04:59:00Z"),
      at("2019-03-08T05:00:00Z"),
      at("2019-09-09T03:59:00Z"),
      at("2019-09-09T04:00:00Z"),
    ]).toEqual(["not-yet", "in-force", "in-force", "expired"]);
    expect([
      at("2019-04-01T00:00:00Z", { isUsedUp: true }),
      at("2019-04-01T00:00:00Z", { confirmed: false }),
    ]).toEqual(["exhausted", "awaiting-confirmation"]);
    const acts = [
      { at: "2019-04-01T00:00:00Z", act: { kind: "suspended", reason: "r", impact: null } },
      { at: "2019-05-01T00:00:00Z", act: { kind: "reinstated", reason: "r" } },
      { at: "2019-06-01T12:00:00Z", act: { kind: "revoked", reason: "r" } },
    ];
    expect(
      ["2019-03-31T00:00:00Z", "2019-04-02T00:00:00Z", "2019-05-02T00:00:00Z", "2019-06-01T12:00:00Z"].map(
        (one) => at(one, { acts }),
      ),
    ).toEqual(["in-force", "suspended", "in-force", "revoked"]);
  });
});

describe("approvals that depend on each other", () => {
  it("are warned of where one ends before the other is likely there", () => {
    const us = must(templateNamed("us-ofac-licence"), "it is there");
    const given = {
      template: UN,
      course: { phase: "approved", submittedAt: "2019-02-26T00:00:00Z" } as const,
      window: { from: "2019-03-08", until: "2019-04-08" },
    };
    const waiting = {
      template: us,
      course: { phase: "submitted", submittedAt: "2019-03-01T00:00:00Z" } as const,
      window: null,
    };
    expect(windowWarnings([given, waiting], "2019-03-10")[0]).toContain(
      "ends on 8 April 2019, before that of US Treasury",
    );
    const late = {
      ...waiting,
      course: { ...waiting.course, phase: "approved" as const },
      window: { from: "2019-05-15", until: "2020-05-15" },
    };
    expect(windowWarnings([given, late], "2019-05-16")).toEqual([
      expect.stringContaining("no day in common"),
    ]);
  });
});

describe("reports", () => {
  it("fall due after shipments and ends, and of an unused waiver only that it was", () => {
    const rules = UN.reports;
    const facts = { rules, shipments: [], until: "2019-09-08", filed: [], today: "2019-10-09" };
    expect(dueReports(facts)).toMatchObject([
      { kind: "implementation", dueOn: "2019-10-08", state: "overdue" },
    ]);
    const shipped = dueReports({
      ...facts,
      shipments: [{ reference: "A", day: "2019-04-22" }],
      today: "2019-05-01",
      filed: [{ kind: "diversion-risk", reference: null }],
    });
    expect(shipped.map(({ key, state }) => `${key}: ${state}`)).toEqual([
      "delivery A: upcoming",
      "implementation: upcoming",
      "diversion-risk: filed",
    ]);
  });
});
