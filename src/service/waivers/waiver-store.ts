import { type DatedAct, standingOf, type WaiverAct, type WaiverStanding } from "../../engine/waivers/acts.ts";
import { moneyAt } from "../../engine/waivers/amount.ts";
import type { ApplicationFile } from "../../engine/waivers/application.ts";
import { requestedAmount } from "../../engine/waivers/grant.ts";
import { MONEY_SCALE } from "../../engine/waivers/ledger.ts";
import { countIn, unitName } from "../../engine/waivers/unit.ts";
import { Fault } from "../../fault.ts";
import { newId } from "../../platform/database/id.ts";
import { publish } from "../../platform/live/publish.ts";
import { appendReceipt } from "../../platform/receipts/append.ts";
import { type Actor, plainOf, type StoredTerms, type WaiverParty, type WaiverTransaction } from "./tables.ts";

type Made = { readonly organizationId: string; readonly by: Actor; readonly at: Date };

/** Receipts and events are written last: the log's row is a lock that others wait for. */
const EVENT_OF: Readonly<Partial<Record<WaiverAct["kind"], "waiver.suspended">>> = {
  suspended: "waiver.suspended",
};

/** Writes down an act on a waiver, with its receipt in the organisation's log. */
export async function addAct(
  trx: WaiverTransaction,
  act: WaiverAct,
  { organizationId, by, at, waiverId }: Made & { readonly waiverId: string },
): Promise<void> {
  const last = await trx
    .selectFrom("waiver_acts")
    .select(({ fn }) => fn.max("sequence").as("sequence"))
    .where("waiver_id", "=", waiverId)
    .executeTakeFirst();
  const receipt = await appendReceipt(plainOf(trx), {
    organizationId,
    kind: `waiver.${act.kind}`,
    at,
    body: { waiver: waiverId, by, act },
  });
  await trx
    .insertInto("waiver_acts")
    .values({
      organization_id: organizationId,
      waiver_id: waiverId,
      sequence: (last?.sequence ?? 0) + 1,
      at,
      by: JSON.stringify(by),
      act: JSON.stringify(act),
      receipt_sequence: receipt.sequence,
    })
    .execute();
  const kind = EVENT_OF[act.kind] ?? "waiver.changed";
  await publish(plainOf(trx), { organizationId, kind, id: waiverId, at, data: { act: act.kind } });
}

/** A line's quantity in the smallest unit. Throws `input-invalid` where it cannot be counted exactly. */
function countedLine(terms: StoredTerms, line: StoredTerms["lines"][number]): bigint {
  const counted = countIn(line.quantity, line.quantity.unit);
  if (counted.kind === "exact") return counted.amount;
  throw new Fault({
    code: "input-invalid",
    file: terms.reference,
    where: `line ${line.line}`,
    reason: counted.reason,
  });
}

function valueAllowed({ valueMax, reference }: StoredTerms): bigint | null {
  if (valueMax === undefined) return null;
  const amount = moneyAt(valueMax, MONEY_SCALE);
  if (amount !== null) return amount;
  const reason = `more than ${MONEY_SCALE} decimal places`;
  throw new Fault({ code: "input-invalid", file: reference, where: "valueMax", reason });
}

/** What a new waiver is made of. */
export type NewWaiver = Made & {
  readonly terms: StoredTerms;
  readonly parties: readonly WaiverParty[];
  /** The application that it answers, or null for one that was recorded. */
  readonly application: { readonly id: string; readonly file: ApplicationFile } | null;
  /** The second person, where the record needs no confirmation any more. */
  readonly confirmedBy: Actor | null;
};

/** Keeps a waiver with its lines; a reference is given once. Throws `conflict` where it is taken. Gives its id. */
export async function keepWaiver(trx: WaiverTransaction, made: NewWaiver): Promise<string> {
  const { terms, organizationId, application, at } = made;
  const id = newId("wvr");
  const taken = await trx
    .selectFrom("waivers")
    .select("id")
    .where("reference", "=", terms.reference)
    .executeTakeFirst();
  if (taken !== undefined) {
    const reason = `${terms.reference} is ${taken.id} already`;
    throw new Fault({ code: "conflict", what: "waiver", reason });
  }
  if (new Set(terms.lines.map(({ line }) => line)).size < terms.lines.length)
    throw new Fault({
      code: "input-invalid",
      file: terms.reference,
      where: "lines",
      reason: "two have one number",
    });
  await trx
    .insertInto("waivers")
    .values({
      organization_id: organizationId,
      id,
      reference: terms.reference,
      authority: terms.authority,
      title: terms.title,
      application_id: application?.id ?? null,
      version: 1,
      terms: JSON.stringify(terms),
      parties: JSON.stringify(made.parties),
      from_day: terms.from,
      until_day: terms.until,
      recorded_at: at,
      recorded_by: JSON.stringify(made.by),
      confirmed_at: made.confirmedBy === null ? null : at,
      confirmed_by: made.confirmedBy === null ? null : JSON.stringify(made.confirmedBy),
      value_currency: terms.valueMax?.currency ?? null,
      value_allowed: valueAllowed(terms)?.toString() ?? null,
      shipments_max: terms.shipmentsMax,
      screened_snapshot: null,
    })
    .execute();
  await trx
    .insertInto("waiver_lines")
    .values(
      terms.lines.map((line) => ({
        organization_id: organizationId,
        waiver_id: id,
        line: line.line,
        unit: unitName(line.quantity.unit),
        requested: requestedAmount(application?.file ?? null, line).toString(),
        allowed: countedLine(terms, line).toString(),
      })),
    )
    .execute();
  await addVersion(trx, id, { ...made, version: 1, changes: [], applicationId: application?.id ?? null });
  return id;
}

async function addVersion(
  trx: WaiverTransaction,
  waiverId: string,
  made: Made & {
    readonly terms: StoredTerms;
    readonly version: number;
    readonly changes: readonly string[];
    readonly applicationId: string | null;
  },
): Promise<void> {
  await trx
    .insertInto("waiver_versions")
    .values({
      organization_id: made.organizationId,
      waiver_id: waiverId,
      version: made.version,
      terms: JSON.stringify(made.terms),
      changes: JSON.stringify(made.changes),
      application_id: made.applicationId,
      at: made.at,
      by: JSON.stringify(made.by),
    })
    .execute();
}

/**
 * Puts other terms in force on a waiver, as its next version; what was drawn stays drawn. Throws `rule-broken` where a line
 * would allow less than is drawn or held already.
 */
export async function amendWaiver(
  trx: WaiverTransaction,
  waiver: StoredWaiver,
  made: Omit<NewWaiver, "confirmedBy"> & { readonly changes: readonly string[] },
): Promise<void> {
  const { terms, organizationId, application } = made;
  const version = waiver.version + 1;
  for (const line of terms.lines) {
    const allowed = countedLine(terms, line);
    const before = waiver.lines.find((one) => one.line === line.line);
    if (before !== undefined && BigInt(before.committed) + BigInt(before.reserved) > allowed)
      throw new Fault({
        code: "rule-broken",
        rule: "waiver-covers",
        reason: `line ${line.line} would allow less than has been drawn or is reserved`,
      });
    const values = {
      unit: unitName(line.quantity.unit),
      requested: requestedAmount(application?.file ?? null, line).toString(),
      allowed: allowed.toString(),
    };
    if (before !== undefined && before.unit !== values.unit) {
      const reason = `line ${line.line} is counted in ${before.unit}; an amendment cannot count it in ${values.unit}`;
      throw new Fault({ code: "rule-broken", rule: "one-unit", reason });
    }
    await trx
      .insertInto("waiver_lines")
      .values({ organization_id: organizationId, waiver_id: waiver.id, line: line.line, ...values })
      .onConflict((conflict) =>
        conflict.columns(["organization_id", "waiver_id", "line"]).doUpdateSet(values),
      )
      .execute();
  }
  // A line that is taken out allows what was drawn on it, and nothing more.
  for (const line of waiver.lines.filter((one) => !terms.lines.some((kept) => kept.line === one.line))) {
    await trx
      .updateTable("waiver_lines")
      .set({ allowed: (BigInt(line.committed) + BigInt(line.reserved)).toString() })
      .where("waiver_id", "=", waiver.id)
      .where("line", "=", line.line)
      .execute();
  }
  await trx
    .updateTable("waivers")
    .set({
      version,
      terms: JSON.stringify(terms),
      title: terms.title,
      parties: JSON.stringify(made.parties),
      from_day: terms.from,
      until_day: terms.until,
      value_currency: terms.valueMax?.currency ?? null,
      value_allowed: valueAllowed(terms)?.toString() ?? null,
      shipments_max: terms.shipmentsMax,
      screened_snapshot: null,
    })
    .where("id", "=", waiver.id)
    .execute();
  await addVersion(trx, waiver.id, { ...made, version, applicationId: application?.id ?? null });
  await addAct(trx, { kind: "amended", version, changes: made.changes }, { ...made, waiverId: waiver.id });
}

type LineRow = {
  readonly line: string;
  readonly unit: string;
  readonly requested: string;
  readonly allowed: string;
  readonly committed: string;
  readonly reserved: string;
  readonly returned: string;
};

/** A waiver with its accounts and acts, and where it stands at the moment that it was read. */
export type StoredWaiver = {
  readonly id: string;
  readonly organizationId: string;
  readonly reference: string;
  readonly authority: string;
  readonly title: string;
  readonly applicationId: string | null;
  readonly version: number;
  readonly terms: StoredTerms;
  readonly parties: readonly WaiverParty[];
  readonly recordedAt: string;
  readonly recordedBy: Actor;
  readonly confirmedAt: string | null;
  readonly confirmedBy: Actor | null;
  readonly lines: readonly LineRow[];
  readonly value: {
    readonly currency: string;
    readonly allowed: string;
    readonly committed: string;
    readonly reserved: string;
  } | null;
  readonly shipments: readonly {
    readonly reference: string;
    readonly day: string;
    readonly passed: boolean;
  }[];
  readonly acts: readonly (DatedAct & { readonly by: Actor })[];
  readonly standing: WaiverStanding;
  readonly screenedSnapshot: string | null;
  readonly screened: readonly string[];
};

/** Waivers read at once: an organisation's check knows the newest of them. */
const WAIVERS_MAX = 500;

/** Waivers by their ids, the newest first; all where `ids` is null, at most 500. With `lock` they stay as they are until the end. */
export async function readWaivers(
  trx: WaiverTransaction,
  asked: {
    readonly ids: readonly string[] | null;
    readonly at: Date;
    readonly lock?: boolean;
    readonly before?: string | null;
    readonly limit?: number;
  },
): Promise<readonly StoredWaiver[]> {
  const { ids, at } = asked;
  if (ids?.length === 0) return [];
  let query = trx
    .selectFrom("waivers")
    .selectAll()
    .orderBy("id", "desc")
    .limit(asked.limit ?? WAIVERS_MAX);
  if (ids !== null) query = query.where("id", "in", [...ids]);
  if (asked.before !== undefined && asked.before !== null) query = query.where("id", "<", asked.before);
  const rows = await (asked.lock === true ? query.forUpdate() : query).execute();
  const found = rows.map(({ id }) => id);
  if (found.length === 0) return [];
  const lines = await trx.selectFrom("waiver_lines").selectAll().where("waiver_id", "in", found).execute();
  const held = await trx
    .selectFrom("waiver_reservations")
    .select(["waiver_id", "reference", "day", "lines", "passed", "expires_at", "value_open"])
    .where("waiver_id", "in", found)
    .where(({ or, eb }) => or([eb("passed", "=", true), eb("counted", "=", true)]))
    .execute();
  const acts = await trx
    .selectFrom("waiver_acts")
    .select(["waiver_id", "at", "by", "act"])
    .where("waiver_id", "in", found)
    .orderBy("waiver_id")
    .orderBy("sequence")
    .execute();
  return rows.map((row) => {
    const reservations = held.filter(({ waiver_id }) => waiver_id === row.id);
    const free = (line: string) =>
      reservations
        .filter(({ expires_at }) => expires_at !== null && expires_at <= at)
        .reduce((sum, one) => sum + BigInt(one.lines[line]?.[0] ?? "0"), 0n);
    const own = lines
      .filter(({ waiver_id }) => waiver_id === row.id)
      // What ran out is free, whether or not the ledger has been touched since.
      .map((line) => ({ ...line, reserved: (BigInt(line.reserved) - free(line.line)).toString() }))
      .sort((a, b) => a.line.localeCompare(b.line, "en", { numeric: true }));
    const shipments = shipmentsOf(reservations, at);
    const known = acts
      .filter(({ waiver_id }) => waiver_id === row.id)
      .map((one) => ({ at: one.at.toISOString(), by: one.by, act: one.act }));
    const noneLeft = own.every((line) => BigInt(line.committed) >= BigInt(line.allowed));
    const allMade =
      row.shipments_max !== null &&
      shipments.filter(({ passed }) => passed).length >= row.shipments_max &&
      own.every(({ reserved }) => reserved === "0");
    return {
      id: row.id,
      organizationId: row.organization_id,
      reference: row.reference,
      authority: row.authority,
      title: row.title,
      applicationId: row.application_id,
      version: row.version,
      terms: row.terms,
      parties: row.parties,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
      confirmedBy: row.confirmed_by,
      lines: own,
      value:
        row.value_currency === null || row.value_allowed === null
          ? null
          : {
              currency: row.value_currency,
              allowed: row.value_allowed,
              committed: row.value_committed,
              reserved: (
                BigInt(row.value_reserved) -
                reservations
                  .filter(({ expires_at }) => expires_at !== null && expires_at <= at)
                  .reduce((sum, one) => sum + BigInt(one.value_open), 0n)
              ).toString(),
            },
      shipments,
      acts: known,
      standing: standingOf({
        terms: row.terms,
        acts: known,
        confirmed: row.confirmed_at !== null,
        isUsedUp: noneLeft || allMade,
        at: at.toISOString(),
      }),
      screenedSnapshot: row.screened_snapshot,
      screened: row.screened,
    };
  });
}

function shipmentsOf(
  reservations: readonly {
    readonly reference: string;
    readonly day: string;
    readonly passed: boolean;
    readonly expires_at: Date | null;
  }[],
  at: Date,
): StoredWaiver["shipments"] {
  const shipments = new Map<string, { day: string; passed: boolean }>();
  for (const { reference, day, passed, expires_at } of reservations) {
    if (!passed && expires_at !== null && expires_at <= at) continue;
    const known = shipments.get(reference);
    shipments.set(reference, {
      day: known === undefined || day > known.day ? day : known.day,
      passed: passed || known?.passed === true,
    });
  }
  return [...shipments].map(([reference, one]) => ({ reference, ...one }));
}

/** One waiver. Throws `not-found`. */
export async function readWaiver(
  trx: WaiverTransaction,
  id: string,
  at: Date,
  lock = false,
): Promise<StoredWaiver> {
  const [waiver] = await readWaivers(trx, { ids: [id], at, lock });
  if (waiver === undefined) throw new Fault({ code: "not-found", what: "waiver", id });
  return waiver;
}
