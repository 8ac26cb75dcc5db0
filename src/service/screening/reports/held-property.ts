import { Fault } from "../../../fault.ts";
import type { DeskTransaction } from "../tables.ts";
import { EMPTY_FIELDS, type ReleaseGround, type ReportFields, type ReportHolding } from "./report-fields.ts";
import { type LegalReport, type Made, startReport } from "./report-store.ts";

/** Holdings of one year are a screenful of work; more than this is another system's. */
const HOLDINGS_MAX = 10_000;

/** Decimal places that an amount may have. */
const AMOUNT_SCALE = 6;

function countOf(amount: string): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(AMOUNT_SCALE, "0"));
}

function amountOf(count: bigint): string {
  const text = count.toString().padStart(AMOUNT_SCALE + 1, "0");
  const part = text.slice(-AMOUNT_SCALE).replace(/0+$/, "");
  return text.slice(0, -AMOUNT_SCALE) + (part === "" ? "" : `.${part.padEnd(2, "0")}`);
}

/**
 * What of a value is left after releases, or null where nothing is. A release without a value, or in another currency than
 * what was blocked, is one of the whole.
 */
export function valueLeft(
  value: ReportFields["value"],
  released: readonly ReportFields["value"][],
): ReportFields["value"] | null {
  if (released.length === 0) return value;
  const inKind = released.every(({ amount, currency }) => amount !== "" && currency === value.currency);
  if (value.amount === "" || !inKind) return null;
  const left = released.reduce((sum, { amount }) => sum - countOf(amount), countOf(value.amount));
  if (left <= 0n) return null;
  const amount = amountOf(left);
  // In dollars a part of it has no rate of its own.
  return { ...value, amount, usd: value.currency === "USD" ? amount : "" };
}

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly alert_id: string | null;
  readonly fields: ReportFields;
};

/** True where a report of a release is about the property of this report of a blocking. */
function releases(release: Row, blocked: Row): boolean {
  const { releaseOf } = release.fields;
  if (releaseOf !== undefined) return releaseOf === blocked.id;
  // One that names no report, as they were written by hand: the same alert, or an account or reference in common.
  if (release.alert_id !== null && release.alert_id === blocked.alert_id) return true;
  const own = new Set(blocked.fields.property.references);
  return release.fields.property.references.some((reference) => own.has(reference));
}

/** What was blocked by 30 June of the year and not released by then: the rows of the annual report. */
export async function holdingsOn(trx: DeskTransaction, year: number): Promise<readonly ReportHolding[]> {
  const rows = await trx
    .selectFrom("legal_reports")
    .select(["id", "kind", "alert_id", "fields", "event_on"])
    .where("kind", "in", ["blocked-property", "unblocked-property"])
    .where("event_on", "<=", `${year}-06-30`)
    .orderBy("event_on")
    .orderBy("id")
    .limit(HOLDINGS_MAX + 1)
    .execute();
  if (rows.length > HOLDINGS_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "holdingsMax",
      allowed: HOLDINGS_MAX,
      where: "the annual report",
    });
  }
  const released = rows.filter(({ kind }) => kind === "unblocked-property");
  return rows.flatMap((row): readonly ReportHolding[] => {
    if (row.kind !== "blocked-property") return [];
    const { fields } = row;
    const value = valueLeft(
      fields.value,
      released.filter((release) => releases(release, row)).map((release) => release.fields.value),
    );
    if (value === null) return [];
    return [
      {
        report: row.id,
        blockedOn: row.event_on,
        owner: fields.parties.map(({ name }) => name).join("; "),
        target: fields.target.name,
        programmes: fields.target.programmes,
        description: fields.property.description,
        location: fields.property.location,
        references: fields.property.references,
        value,
      },
    ];
  });
}

/** Starts the annual report of a year with what was held. Throws `rule-broken` where nothing was: then none is due. */
export async function startAnnualReport(
  trx: DeskTransaction,
  asked: {
    readonly organizationId: string;
    readonly year: number;
    readonly filer: ReportFields["filer"];
  } & Made,
): Promise<string> {
  const holdings = await holdingsOn(trx, asked.year);
  if (holdings.length === 0) {
    throw new Fault({
      code: "rule-broken",
      rule: "nothing-held",
      reason: `Nothing was blocked on 30 June ${asked.year}, so no annual report is due.`,
    });
  }
  const eventOn = `${asked.year}-06-30`;
  const fields = { ...EMPTY_FIELDS, filer: asked.filer, eventOn, year: asked.year, holdings };
  return startReport(trx, { ...asked, kind: "annual-blocked-property", alertId: null, fields, eventOn });
}

/** A release, or a transfer, of what was blocked: when, by which licence or rule, to whom; all of it, or a part. */
export type Release = {
  readonly on: string;
  readonly ground: ReleaseGround;
  readonly authority: string;
  readonly to: string;
  /** In the currency of what was blocked; null for all that is left. */
  readonly amount: string | null;
  readonly narrative: string;
};

/**
 * Starts the report of a release (31 CFR 501.603(b)(3)) from that of the blocking, with everything that this one states.
 * One that need not be filed is kept all the same: by it less is held.
 * Throws `rule-broken` where the report is of no blocking, where nothing is held any more, or less than is to be released.
 */
export async function startReleaseReport(
  trx: DeskTransaction,
  blocked: LegalReport,
  asked: { readonly organizationId: string; readonly release: Release } & Made,
): Promise<string> {
  const { release, organizationId } = asked;
  const refuse = (rule: string, reason: string): Fault => new Fault({ code: "rule-broken", rule, reason });
  if (blocked.kind !== "blocked-property")
    throw refuse("of-a-blocking", "Only what a report says to be blocked can be released.");
  if (release.on < blocked.eventOn)
    throw refuse(
      "after-the-blocking",
      `The property was blocked on ${blocked.eventOn}, after ${release.on}.`,
    );
  const before = await trx
    .selectFrom("legal_reports")
    .select(["id", "kind", "alert_id", "fields"])
    .where("kind", "=", "unblocked-property")
    .execute();
  const own = { id: blocked.id, kind: blocked.kind, alert_id: blocked.alertId, fields: blocked.fields };
  const value = valueLeft(
    blocked.fields.value,
    before.filter((one) => releases(one, own)).map((one) => one.fields.value),
  );
  if (value === null) throw refuse("still-held", "All of it was released already.");
  if (release.amount !== null && countOf(release.amount) > countOf(value.amount || "0"))
    throw refuse("no-more-than-held", `No more than ${value.amount || "0"} ${value.currency} is held.`);
  const part =
    release.amount === null
      ? value
      : { ...value, amount: release.amount, usd: value.currency === "USD" ? release.amount : "" };
  const fields: ReportFields = {
    ...blocked.fields,
    eventOn: release.on,
    value: part,
    narrative: release.narrative,
    copies: [],
    releaseAuthority: release.authority,
    releaseOf: blocked.id,
    releaseGround: release.ground,
    releasedTo: release.to,
  };
  const { by, at } = asked;
  // Several releases may follow one blocking, so they hang on its report and not on its alert.
  const made = { organizationId, kind: "unblocked-property" as const, alertId: null, by, at };
  return startReport(trx, { ...made, fields, eventOn: release.on });
}
