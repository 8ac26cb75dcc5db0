import { daysLeft, withActs } from "../../engine/waivers/acts.ts";
import { bundledForms, templateNamed } from "../../engine/waivers/bundled-forms.ts";
import { standingReasons } from "../../engine/waivers/cover.ts";
import { type DueReport, dueReports } from "../../engine/waivers/due-reports.ts";
import type { WaiverTemplate } from "../../engine/waivers/template.ts";
import { quantityOf } from "../../engine/waivers/unit.ts";
import { dayIn } from "../../engine/waivers/zone.ts";
import type { WaiverTransaction } from "./tables.ts";
import type { StoredWaiver } from "./waiver-store.ts";

/** A waiver's lines in quantities that a person reads: asked for, allowed, used, reserved, left. */
export function linesOf(waiver: StoredWaiver) {
  const items = new Map(waiver.terms.lines.map(({ line, item }) => [line, item]));
  return waiver.lines.map(({ line, unit, requested, allowed, committed, reserved, returned }) => {
    const of = (amount: string) => quantityOf(BigInt(amount), unit);
    return {
      line,
      item: items.get(line) ?? "",
      requested: of(requested),
      allowed: of(allowed),
      used: of(committed),
      reserved: of(reserved),
      returned: of(returned),
      left: quantityOf(BigInt(allowed) - BigInt(committed) - BigInt(reserved), unit),
    };
  });
}

/** Why the waiver does not hold at that moment, in a sentence each. */
export function reasonsOf(waiver: StoredWaiver, at: string): readonly string[] {
  const reasons = standingReasons(withActs(waiver.terms, waiver.acts), at);
  if (waiver.confirmedAt === null) return ["no second person has confirmed its record yet", ...reasons];
  return waiver.standing === "exhausted" && reasons.length === 0
    ? ["everything that it allows is used"]
    : reasons;
}

/** A waiver as lists show it. */
export function waiverRow(waiver: StoredWaiver, at: string) {
  return {
    id: waiver.id,
    reference: waiver.reference,
    authority: waiver.authority,
    title: waiver.title,
    standing: waiver.standing,
    reasons: reasonsOf(waiver, at),
    from: waiver.terms.from,
    until: waiver.terms.until,
    daysLeft: daysLeft(waiver.terms, at),
    version: waiver.version,
    applicationId: waiver.applicationId,
    lines: linesOf(waiver),
  };
}

/** What a waiver from elsewhere is of: its authority's one kind of approval; null where there are several, and none is known. */
function onlyTemplateOf(authority: string): WaiverTemplate | null {
  const own = bundledForms().templates.filter((one) => one.authority === authority);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** The reports that the waiver's authority expects, as they stand on that day. */
export async function reportsOf(
  trx: WaiverTransaction,
  waiver: StoredWaiver,
  at: string,
): Promise<readonly DueReport[]> {
  const decided =
    waiver.applicationId === null
      ? undefined
      : await trx
          .selectFrom("waiver_decisions")
          .select("authority")
          .where("application_id", "=", waiver.applicationId)
          .where("outcome", "=", "confirmed")
          .orderBy("id", "desc")
          .execute();
  const template =
    decided === undefined
      ? onlyTemplateOf(waiver.authority)
      : decided
          .map(({ authority }) => templateNamed(authority))
          .find((one) => (one?.authority ?? one?.id) === waiver.authority);
  const filed = await trx
    .selectFrom("waiver_reports")
    .select(["kind", "reference"])
    .where("waiver_id", "=", waiver.id)
    .execute();
  return dueReports({
    rules: template?.reports ?? [],
    shipments: waiver.shipments.filter(({ passed }) => passed),
    until: waiver.terms.until,
    filed: filed.flatMap(({ kind, reference }) =>
      kind === "delivery" || kind === "implementation" || kind === "diversion-risk"
        ? [{ kind, reference }]
        : [],
    ),
    today: dayIn(waiver.terms.zone ?? "UTC", at),
  });
}

/** Everything of a waiver. */
export async function waiverWhole(trx: WaiverTransaction, waiver: StoredWaiver, at: string) {
  const { value } = waiver;
  const money = (amount: bigint) => {
    const digits = amount.toString().padStart(5, "0");
    return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, "") || "0";
  };
  const letter = await trx
    .selectFrom("waiver_letters")
    .select("id")
    .where("waiver_id", "=", waiver.id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    ...waiverRow(waiver, at),
    terms: waiver.terms,
    recordedAt: waiver.recordedAt,
    recordedBy: waiver.recordedBy,
    confirmedAt: waiver.confirmedAt,
    confirmedBy: waiver.confirmedBy,
    value:
      value === null
        ? null
        : {
            currency: value.currency,
            allowed: money(BigInt(value.allowed)),
            used: money(BigInt(value.committed)),
            reserved: money(BigInt(value.reserved)),
            left: money(BigInt(value.allowed) - BigInt(value.committed) - BigInt(value.reserved)),
          },
    shipments: waiver.shipments,
    acts: waiver.acts,
    reports: await reportsOf(trx, waiver, at),
    letter: letter?.id ?? null,
  };
}
