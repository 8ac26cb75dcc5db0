import { addCalendarDays } from "./calendar.ts";
import type { ReportRule } from "./template.ts";

/** A shipment as its reports count it: its name and the day on which the last of it passed. */
export type PassedShipment = { readonly reference: string; readonly day: string };

export type FiledReport = { readonly kind: ReportRule["kind"]; readonly reference: string | null };

/** A report that the authority expects. */
export type DueReport = {
  /** Names it for good: kind, and the shipment where it is of one. */
  readonly key: string;
  readonly kind: ReportRule["kind"];
  readonly reference: string | null;
  readonly words: string;
  readonly dueOn: string;
  readonly state: "upcoming" | "due-soon" | "overdue" | "filed";
};

type Due = Pick<DueReport, "kind" | "reference" | "words" | "dueOn">;

/** Reminders begin so many days before a report is due: time to ask the one who was there. */
const SOON_DAYS = 14;

/**
 * The reports that follow from the rules, the shipments and the day. Those after the end are not expected of a waiver under
 * which nothing passed, but for its implementation: that nothing passed is what the authority wants to know.
 */
export function dueReports(facts: {
  readonly rules: readonly ReportRule[];
  readonly shipments: readonly PassedShipment[];
  readonly until: string;
  readonly filed: readonly FiledReport[];
  readonly today: string;
}): readonly DueReport[] {
  const { rules, shipments, until, filed, today } = facts;
  const due = rules.flatMap(({ kind, after, days, words }): readonly Due[] => {
    if (after === "shipment")
      return shipments.map(({ reference, day }) => ({
        kind,
        reference,
        words,
        dueOn: addCalendarDays(day, days),
      }));
    if (shipments.length === 0 && kind !== "implementation") return [];
    return [{ kind, reference: null, words, dueOn: addCalendarDays(until, days) }];
  });
  return due.map((one) => {
    const isFiled = filed.some(({ kind, reference }) => kind === one.kind && reference === one.reference);
    const soon = addCalendarDays(today, SOON_DAYS) >= one.dueOn;
    const state = isFiled ? "filed" : today > one.dueOn ? "overdue" : soon ? "due-soon" : "upcoming";
    return { ...one, key: one.reference === null ? one.kind : `${one.kind} ${one.reference}`, state };
  });
}
