import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { ScreenResult } from "../../../engine/screen.ts";
import { loadSnapshot } from "../../../engine/snapshot/load.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { newId } from "../../../platform/database/id.ts";
import { homeFolder } from "../../../platform/paths.ts";
import type { Channel } from "../alerts/hit-record.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { type PolicyInForce, thresholdFor, thresholdsOf } from "../policy/policy.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { engineSubject, type StoredSubject } from "../subjects/subject-store.ts";
import type { DeskTransaction, NearMatch } from "../tables.ts";
import { type ListingDelta, listingDelta, wordsOf } from "./listing-delta.ts";
import { driftBand, driftOf, reaches, WORD_REACH } from "./reach.ts";
import { SCREEN_BATCH, type ScreenOptions, screenSubjects } from "./screen-subjects.ts";
import { screenedWith } from "./settle.ts";
import { recordTouches, TOUCHES_MAX, type Touch, type TouchedSubject, TouchLog } from "./touches.ts";

/** What a run did. */
export type RescreenReport = {
  readonly id: string;
  readonly kind: "delta" | "full";
  readonly listingsTouched: number;
  readonly subjectsScreened: number;
  readonly subjectsTotal: number;
  readonly alertsOpened: number;
  readonly alertsClosed: number;
  readonly suppressionsLapsed: number;
  /** Listed parties that came, changed or went, counted once for each subject that is or was their hit. */
  readonly touches: number;
};

type Tally = { screened: number; opened: number; closed: number; lapsed: number; drift: number };

/** What changed since a snapshot, with both sides of it. */
type Compared = { readonly delta: ListingDelta; readonly before: Snapshot; readonly after: Snapshot };

type Run = {
  readonly parts: DeskParts;
  readonly organizationId: string;
  readonly policy: PolicyInForce;
  readonly tally: Tally;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal | null;
};

export type RescreenOptions = {
  /** Screen everyone again, whatever changed. */
  readonly full?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** A delta of more keys than this reaches nearly everyone: a full pass is cheaper. */
const KEYS_MAX = 400_000;
const KEYS_CHUNK = 5_000;
const PAGE = 1_000;
/** Looks at the band around the threshold, which widens as drift is seen. */
const BAND_PASSES_MAX = 4;

/**
 * Screens an organisation's subjects again where the lists, its policy or the engine are others than at their last
 * screening: only those whom what changed can touch, with the result of a full pass. What was done stays done where a
 * run is stopped: the next one goes on.
 */
export async function rescreenOrganization(
  parts: DeskParts,
  organizationId: string,
  options: RescreenOptions = {},
): Promise<RescreenReport> {
  const release = parts.gate.current();
  const id = newId("run");
  const { policy, total, groups } = await atDesk(parts, organizationId, async (trx, at) => {
    const inForce = await policyInForce(trx, at);
    const states = await screeningStates(trx);
    return {
      policy: inForce,
      total: states.reduce((sum, { subjects }) => sum + subjects, 0),
      groups: states,
    };
  });
  const tally: Tally = { screened: 0, opened: 0, closed: 0, lapsed: 0, drift: 0 };
  const onProgress = (done: number) => options.onProgress?.(done, total);
  const run: Run = { parts, organizationId, policy, tally, onProgress, signal: options.signal ?? null };
  const using = screenedWith(parts.engine, policy);
  let touched = 0;
  let kind: "delta" | "full" = "delta";
  let before: string | null = null;
  const touches: Touch[] = [];
  let touchCount = 0;
  const startedAt = parts.now();
  for (const group of groups) {
    const same = group.snapshot === release.hash && group.with === using;
    if (same && options.full !== true) continue;
    before = group.snapshot;
    const compared =
      options.full === true || group.with !== using || group.snapshot === null
        ? null
        : await comparedTo(parts, group.snapshot, release.snapshot);
    const log = compared === null ? null : new TouchLog(compared);
    if (compared === null || log === null || compared.delta.keys.size > KEYS_MAX) {
      kind = "full";
      const channel = group.with === null || group.with === using ? "periodic" : "policy";
      await screenAll(run, group, channel, (was, { matches }) =>
        log?.see(seenOf(policy, was), was.screened?.near ?? [], nearOf(matches)),
      );
    } else {
      touched += compared.delta.touched.size;
      await screenTouched(run, { snapshot: group.snapshot ?? "", with: using }, compared, log);
    }
    touches.push(...(log?.touches ?? []).slice(0, TOUCHES_MAX - touches.length));
    touchCount += log?.count ?? 0;
  }
  const report: RescreenReport = {
    id,
    kind,
    listingsTouched: touched,
    subjectsScreened: tally.screened,
    subjectsTotal: total,
    alertsOpened: tally.opened,
    alertsClosed: tally.closed,
    suppressionsLapsed: tally.lapsed,
    touches: touchCount,
  };
  await atDesk(parts, organizationId, async (trx, at) => {
    await recordRun(trx, organizationId, report, { before, after: release.hash, startedAt, endedAt: at });
    await recordTouches(trx, { organizationId, id }, touches);
  });
  return report;
}

type ScreeningState = {
  readonly snapshot: string | null;
  readonly with: string | null;
  readonly subjects: number;
};

/** On what and with what the subjects were screened last. */
async function screeningStates(trx: DeskTransaction): Promise<readonly ScreeningState[]> {
  const rows = await trx
    .selectFrom("subjects")
    .select(({ fn }) => [
      "screened_snapshot as snapshot",
      "screened_with as with",
      fn.countAll<number>().as("subjects"),
    ])
    .where("removed_at", "is", null)
    .groupBy(["screened_snapshot", "screened_with"])
    .execute();
  return rows;
}

/** What changed since that snapshot; null where it is not kept any more. */
async function comparedTo(parts: DeskParts, hash: string, after: Snapshot): Promise<Compared | null> {
  const before = hash === after.hash ? after : await parts.openSnapshot(hash);
  return before === null ? null : { before, after, delta: await listingDelta(before, after) };
}

function nearOf(matches: ScreenResult["matches"]): readonly NearMatch[] {
  return matches.map(({ id, score }) => [id, score]);
}

/** A snapshot from the folder where they are kept, by its hash; null where it was pruned. */
export async function openKeptSnapshot(home: string | null, hash: string): Promise<Snapshot | null> {
  const folder = homeFolder(home ?? undefined, process.env);
  const file = join(folder, "snapshots", `${hash}.snapshot`);
  try {
    const snapshot = loadSnapshot(await readFile(file), file);
    return snapshot.hash === hash ? snapshot : null;
  } catch {
    // Pruned, or damaged: a full pass needs neither.
    return null;
  }
}

async function screenSome(
  run: Run,
  ids: readonly string[],
  channel: Channel,
  onScreened: ScreenOptions["onScreened"] = () => undefined,
): Promise<void> {
  for (let at = 0; at < ids.length; at += SCREEN_BATCH) {
    run.signal?.throwIfAborted();
    const settled = await screenSubjects(run.parts, run.organizationId, ids.slice(at, at + SCREEN_BATCH), {
      channel,
      onScreened,
    });
    run.tally.screened += settled.screened;
    run.tally.opened += settled.opened.length;
    run.tally.closed += settled.closed.length;
    run.tally.lapsed += settled.lapsed;
    run.onProgress(run.tally.screened);
  }
}

function seenOf({ policy }: PolicyInForce, subject: StoredSubject): TouchedSubject {
  return { id: subject.id, threshold: thresholdFor(policy, engineSubject(subject)) };
}

/** Screens all subjects of a group, in the order of their ids. */
async function screenAll(
  run: Run,
  group: ScreeningState,
  channel: Channel,
  seen: NonNullable<ScreenOptions["onScreened"]>,
): Promise<void> {
  for (let after = ""; ; ) {
    const from = after;
    const ids = await atDesk(run.parts, run.organizationId, async (trx) => {
      const rows = await trx
        .selectFrom("subjects")
        .select("id")
        .where("removed_at", "is", null)
        .where("screened_snapshot", group.snapshot === null ? "is" : "=", group.snapshot)
        .where("screened_with", group.with === null ? "is" : "=", group.with)
        .where("id", ">", from)
        .orderBy("id")
        .limit(PAGE)
        .execute();
      return rows.map(({ id }) => id);
    });
    await screenSome(run, ids, channel, seen);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

type Group = { readonly snapshot: string; readonly with: string };

/** Screens whom the delta can touch, then notes of all others that their screening holds for the lists of today. */
async function screenTouched(
  run: Run,
  group: Group,
  { delta, after }: Compared,
  log: TouchLog,
): Promise<void> {
  const seen: ScreenOptions["onScreened"] = (subject, { matches }) => {
    const [was, now] = [subject.screened?.near ?? [], nearOf(matches)];
    run.tally.drift = Math.max(run.tally.drift, driftOf(delta, was, now));
    log.see(seenOf(run.policy, subject), was, now);
  };
  if (delta.touched.size > 0) {
    await screenSome(run, await sharingKeys(run, group, delta), "list-delta", seen);
    await screenNear(run, group, delta, { after, seen });
  }
  const band = delta.touched.size === 0 ? 0 : driftBand(delta, run.tally.drift);
  await atDesk(run.parts, run.organizationId, async (trx, at) => {
    // Small shifts add up over the editions: each takes its share of the margin, until the subject is looked at again.
    await trx
      .updateTable("subjects")
      .where("removed_at", "is", null)
      .where("screened_snapshot", "=", group.snapshot)
      .where("screened_with", "=", group.with)
      .set({
        screened_snapshot: after.hash,
        screened_at: at,
        margin: sql<number | null>`greatest(margin - ${band}::double precision, 0)`,
      })
      .execute();
  });
}

/** Subjects that share a key with what changed, in the order of ids. */
async function sharingKeys(run: Run, group: Group, delta: ListingDelta): Promise<readonly string[]> {
  const keys = [...delta.keys];
  const ids = new Set<string>();
  for (let at = 0; at < keys.length; at += KEYS_CHUNK) {
    run.signal?.throwIfAborted();
    const chunk = keys.slice(at, at + KEYS_CHUNK);
    await atDesk(run.parts, run.organizationId, async (trx) => {
      const rows = await trx
        .selectFrom("subjects")
        .select("id")
        .where("removed_at", "is", null)
        .where("screened_snapshot", "=", group.snapshot)
        .where("screened_with", "=", group.with)
        .where(sql<boolean>`keys && ${chunk}::integer[]`)
        .execute();
      for (const { id } of rows) ids.add(id);
    });
  }
  return [...ids].sort();
}

/** Screens subjects that no changed listing reaches, but whose scores stand so near the threshold that they may cross it. */
async function screenNear(
  run: Run,
  group: Group,
  delta: ListingDelta,
  { after, seen }: { readonly after: Snapshot; readonly seen: ScreenOptions["onScreened"] },
): Promise<void> {
  const thresholds = thresholdsOf(run.policy.policy);
  const known = new Map<string, boolean>();
  const bearsWord = (entity: string): boolean => {
    const held = known.get(entity);
    if (held !== undefined) return held;
    const index = after.find(entity);
    const bears = index >= 0 && wordsOf(after, index).some((word) => delta.words.has(word));
    known.set(entity, bears);
    return bears;
  };
  for (let pass = 1; pass <= BAND_PASSES_MAX; pass += 1) {
    const band = driftBand(delta, run.tally.drift);
    const screened = run.tally.screened;
    for (let last = ""; ; ) {
      const from = last;
      const rows = await atDesk(run.parts, run.organizationId, (trx) =>
        trx
          .selectFrom("subjects")
          .select(["id", "near", "margin", "crowded"])
          .where("removed_at", "is", null)
          .where("screened_snapshot", "=", group.snapshot)
          .where("screened_with", "=", group.with)
          .where((where) =>
            where.or([where("crowded", "=", true), where("margin", "<=", Math.max(band, WORD_REACH))]),
          )
          .where("id", ">", from)
          .orderBy("id")
          .limit(PAGE)
          .execute(),
      );
      const reached = rows.filter((row) => reaches(delta, row, { band, thresholds, bearsWord }));
      await screenSome(
        run,
        reached.map(({ id }) => id),
        "list-delta",
        seen,
      );
      const end = rows.at(-1);
      if (end === undefined) break;
      last = end.id;
    }
    if (run.tally.screened === screened || driftBand(delta, run.tally.drift) <= band) return;
  }
}

async function recordRun(
  trx: DeskTransaction,
  organizationId: string,
  report: RescreenReport,
  run: {
    readonly before: string | null;
    readonly after: string;
    readonly startedAt: Date;
    readonly endedAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto("rescreens")
    .values({
      organization_id: organizationId,
      id: report.id,
      kind: report.kind,
      snapshot_before: run.before,
      snapshot_after: run.after,
      listings_touched: report.listingsTouched,
      subjects_screened: report.subjectsScreened,
      subjects_total: report.subjectsTotal,
      alerts_opened: report.alertsOpened,
      alerts_closed: report.alertsClosed,
      suppressions_lapsed: report.suppressionsLapsed,
      touches: report.touches,
      started_at: run.startedAt,
      ended_at: run.endedAt,
    })
    .execute();
}
