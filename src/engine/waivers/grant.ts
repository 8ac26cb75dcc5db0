import { sayDay } from "../day.ts";
import { readHsCode } from "../goods/hs-code.ts";
import { sayMoney, sayQuantity } from "./amount.ts";
import type { AnnexLine, ApplicationFile } from "./application.ts";
import { addCalendarDays, type OfficeCalendar } from "./calendar.ts";
import type { Course, Proposal } from "./course.ts";
import type { WaiverTemplate } from "./template.ts";
import { countIn, unitName } from "./unit.ts";
import type { Waiver } from "./waiver.ts";

/** The waiver that a confirmed proposal gives, or null where no line is approved. */
export function waiverOf(
  proposal: Proposal,
  file: ApplicationFile,
  office: { readonly template: WaiverTemplate; readonly calendar: OfficeCalendar },
): (Waiver & { readonly returnsRestore: boolean; readonly publishRemaining: boolean }) | null {
  const approved = proposal.items.flatMap((item) => {
    const asked = file.lines.find(({ line }) => line === item.line);
    if (item.outcome !== "approved" || asked === undefined) return [];
    const quantity = item.quantity ?? asked.quantity;
    const hs = item.hs ?? codesOf(asked);
    if (quantity === null || hs.length === 0) return [];
    return [
      { line: item.line, item: asked.item, hs, quantity: { ...quantity, unit: unitName(quantity.unit) } },
    ];
  });
  if (approved.length === 0) return null;
  const { reference, approvedOn, from, until, parties, route, shipmentsMax, conditions, measures } = proposal;
  return {
    reference,
    authority: office.template.authority ?? office.template.id,
    title: `${office.template.title}: ${file.description.slice(0, 200) || reference}`,
    source: proposal.source,
    measures: measures.length > 0 ? measures : [office.template.id],
    approvedOn,
    from,
    until,
    revokedOn: null,
    parties,
    route,
    shipmentsMax,
    lines: approved,
    uses: [],
    conditions,
    zone: office.calendar.zone,
    ...(proposal.valueMax === undefined ? {} : { valueMax: proposal.valueMax }),
    ...(proposal.periodLimits === undefined ? {} : { periodLimits: proposal.periodLimits }),
    returnsRestore: proposal.returnsRestore,
    publishRemaining: proposal.publishRemaining,
  };
}

function codesOf({ hs }: AnnexLine): readonly string[] {
  const code = hs === null ? null : readHsCode(hs);
  return code?.kind === "code" ? [code.digits] : [];
}

/** What one version of a waiver changes in the one before, in a sentence each. */
export function changesBetween(before: Waiver, after: Waiver): readonly string[] {
  const changes: string[] = [];
  const days = (name: string, was: string, is: string) => {
    if (was !== is) changes.push(`${name}: ${sayDay(was)} becomes ${sayDay(is)}.`);
  };
  const list = (name: string, was: readonly string[] | null, is: readonly string[] | null) => {
    const say = (names: readonly string[] | null) => (names === null ? "no limit" : names.join(", "));
    if (say(was) !== say(is)) changes.push(`${name}: ${say(was)} becomes ${say(is)}.`);
  };
  days("First day", before.from, after.from);
  days("Last day", before.until, after.until);
  for (const line of after.lines) {
    const was = before.lines.find((one) => one.line === line.line);
    if (was === undefined)
      changes.push(`Line ${line.line} is new: ${sayQuantity(line.quantity)} of ${line.item}.`);
    else {
      if (sayQuantity(was.quantity) !== sayQuantity(line.quantity))
        changes.push(`Line ${line.line}: ${sayQuantity(was.quantity)} become ${sayQuantity(line.quantity)}.`);
      if (was.hs.join() !== line.hs.join())
        changes.push(`Line ${line.line}: the codes ${was.hs.join(", ")} become ${line.hs.join(", ")}.`);
    }
  }
  for (const { line, item } of before.lines)
    if (!after.lines.some((one) => one.line === line)) changes.push(`Line ${line}, ${item}, is taken out.`);
  list("Parties", before.parties, after.parties);
  list("Route", before.route, after.route);
  list("Conditions", before.conditions, after.conditions);
  const shipments = (count: number | null) => (count === null ? "no limit" : String(count));
  if (before.shipmentsMax !== after.shipmentsMax)
    changes.push(`Shipments: ${shipments(before.shipmentsMax)} becomes ${shipments(after.shipmentsMax)}.`);
  const value = (waiver: Waiver) => (waiver.valueMax === undefined ? "no limit" : sayMoney(waiver.valueMax));
  if (value(before) !== value(after)) changes.push(`Value: ${value(before)} becomes ${value(after)}.`);
  return changes;
}

/** What an authority's course says about time: the approval's own window, or when it may be expected at the earliest guess. */
export type ApprovalTime = {
  readonly template: WaiverTemplate;
  readonly course: Pick<Course, "phase" | "submittedAt">;
  readonly window: { readonly from: string; readonly until: string } | null;
};

/** Warnings where approvals that depend on each other do not fit in time: one would end before the other is there. */
export function windowWarnings(times: readonly ApprovalTime[], today: string): readonly string[] {
  const warnings: string[] = [];
  const given = times.flatMap(({ template, window }) => (window === null ? [] : [{ template, window }]));
  for (const { template, course, window } of times) {
    if (window !== null || ["refused", "objected", "withdrawn"].includes(course.phase)) continue;
    const since = course.submittedAt?.slice(0, 10) ?? today;
    const usual = addCalendarDays(since, template.daysUsual);
    const expected = usual > today ? usual : today;
    for (const other of given) {
      if (other.window.until < expected)
        warnings.push(
          `${other.template.office}: its approval ends on ${sayDay(other.window.until)}, before that of ${template.office} is likely to be there (${sayDay(expected)}, by the ${template.daysUsual} days it usually took). Ask for an extension in time.`,
        );
    }
    for (const id of template.dependsOn) {
      const needed = times.find((one) => one.template.id === id);
      if (needed !== undefined && needed.window === null)
        warnings.push(
          `${template.office} waits for ${needed.template.office}: that approval is not given yet.`,
        );
    }
  }
  for (const [at, one] of given.entries()) {
    for (const other of given.slice(at + 1)) {
      const from = [one.window.from, other.window.from].sort()[1] ?? "";
      const until = [one.window.until, other.window.until].sort()[0] ?? "";
      if (from > until)
        warnings.push(
          `The approvals of ${one.template.office} and ${other.template.office} have no day in common.`,
        );
    }
  }
  return warnings;
}

/** What is asked for on a line, counted in the unit in which it is granted; what cannot be counted so counts as what is granted. */
export function requestedAmount(file: ApplicationFile | null, line: Waiver["lines"][number]): bigint {
  const granted = countIn(line.quantity, line.quantity.unit);
  const asked = file?.lines.find((one) => one.line === line.line)?.quantity ?? null;
  const counted = asked === null ? granted : countIn(asked, line.quantity.unit);
  return counted.kind === "exact" ? counted.amount : granted.kind === "exact" ? granted.amount : 0n;
}
