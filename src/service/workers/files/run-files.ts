import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Mapping } from "../../../engine/redflags/adapters/mapping.ts";
import { type Cluster, clustersOf, type Flagged } from "../../../engine/redflags/case.ts";
import type { CompanyRow } from "../../../engine/redflags/company-records.ts";
import type { EventKind } from "../../../engine/redflags/event.ts";
import { type Judged, type Judging, judgeState } from "../../../engine/redflags/ledger.ts";
import { rowsOf } from "../../../engine/redflags/state/account-state.ts";
import { type LineRead, type Rejected, readEventFile } from "./event-file.ts";
import { EventStore, type InputFile, lookAt } from "./event-store.ts";

/** Rejected records that a report tells one by one; the rest is counted. */
export const REJECTED_TOLD_MAX = 100;

/** What is read, and how. */
export type FilesRun = Judging & {
  readonly paths: readonly string[];
  readonly mapping: Mapping | null;
  readonly kind: EventKind | null;
  readonly now: number;
  /** Where states are kept between runs; null for a folder that is removed in the end. */
  readonly folder: string | null;
  /** Events after which states go to disk; what is usual where it is left out. */
  readonly eventsPerSegment?: number;
};

/** How many accounts that claim a country were flagged, and how many are in cases. */
export type CountryShare = {
  readonly country: string;
  readonly accounts: number;
  readonly flagged: number;
  readonly inCases: number;
};

/** What became of the records, and whom it touches. */
export type FilesReport = {
  readonly records: number;
  readonly events: number;
  readonly accounts: number;
  readonly flagged: number;
  readonly formats: Readonly<Record<string, number>>;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly rejected: number;
  readonly rejectedRows: readonly Rejected[];
  readonly countries: readonly CountryShare[];
  readonly cases: readonly Cluster[];
  /** Clusters with flags that open no case: someone may look, nobody must. */
  readonly watched: readonly Cluster[];
  /** Companies that the records name, each with the account that it belongs to; the first of them. */
  readonly companies: readonly CompanyRow[];
};

/** Companies that are looked at; an agency of agencies has hundreds. */
const COMPANIES_MAX = 10_000;

/** What became of the records of files. */
export type Counts = {
  records: number;
  events: number;
  rejected: number;
  readonly formats: Map<string, number>;
  readonly passedOver: Map<string, number>;
  readonly rows: Rejected[];
};

const noCounts = (): Counts => ({
  records: 0,
  events: 0,
  rejected: 0,
  formats: new Map(),
  passedOver: new Map(),
  rows: [],
});

function count(counts: Counts, file: string, { line, format, events, passedOver, rejected }: LineRead): void {
  const add = (map: Map<string, number>, name: string, by: number) =>
    map.set(name, (map.get(name) ?? 0) + by);
  counts.records += 1;
  counts.events += events.length;
  if (events.length > 0) add(counts.formats, format, events.length);
  if (passedOver !== null) add(counts.passedOver, passedOver, 1);
  if (rejected === null) return;
  counts.rejected += 1;
  if (counts.rows.length < REJECTED_TOLD_MAX) counts.rows.push({ file, line, reason: rejected });
}

async function takeFile(store: EventStore, run: FilesRun, input: InputFile, counts: Counts): Promise<void> {
  let line = store.lineOf(input);
  const { mapping, kind, now } = run;
  for await (const lines of readEventFile(input.path, { mapping, kind, now, afterLine: line })) {
    for (const one of lines) count(counts, basename(input.path), one);
    line = lines.at(-1)?.line ?? line;
    await store.add(
      lines.flatMap(({ events }) => events),
      input,
      line,
    );
  }
  await store.save(input, line);
}

/** Takes files of events into the states of a folder, and judges nobody: for what comes in parts. */
export async function takeEventFiles(run: FilesRun & { readonly folder: string }): Promise<Counts> {
  const store = await EventStore.open(run.folder, run.eventsPerSegment);
  const counts = noCounts();
  for (const path of run.paths) await takeFile(store, run, await lookAt(path), counts);
  return counts;
}

/**
 * Takes files of events, judges every account and gathers cases. `onFlagged` is told of each account with flags, in the
 * order of their names, before the report comes. Memory holds a bounded number of events, the things that accounts
 * share, and what is to be told.
 */
export async function runEventFiles(
  run: FilesRun,
  onFlagged: (judged: Judged) => Promise<void>,
): Promise<FilesReport> {
  const own = run.folder ?? (await mkdtemp(join(tmpdir(), "sluice-workers-")));
  try {
    const counts = await takeEventFiles({ ...run, folder: own });
    return await judgeAll(await EventStore.open(own, run.eventsPerSegment), run, counts, onFlagged);
  } finally {
    if (run.folder === null) await rm(own, { recursive: true, force: true });
  }
}

async function judgeAll(
  store: EventStore,
  run: FilesRun,
  counts: Counts,
  onFlagged: (judged: Judged) => Promise<void>,
): Promise<FilesReport> {
  const shared = await store.shared();
  const told: Flagged[] = [];
  const companies: CompanyRow[] = [];
  const countryOf = new Map<string, string>();
  const countries = new Map<string, { accounts: number; flagged: number; inCases: number }>();
  let [accounts, flagged] = [0, 0];
  for await (const state of store.accounts()) {
    const judged = judgeState(state, (key) => shared.get(key), run);
    const { account, flags, links, claims } = judged;
    const country = claims.country ?? "not claimed";
    const share = countries.get(country) ?? { accounts: 0, flagged: 0, inCases: 0 };
    countries.set(country, share);
    accounts += 1;
    share.accounts += 1;
    companies.push(...rowsOf(state, "company").slice(0, COMPANIES_MAX - companies.length));
    if (flags.length > 0) {
      flagged += 1;
      share.flagged += 1;
      await onFlagged(judged);
    }
    if (flags.length === 0 && links.length === 0) continue;
    told.push({ account, flags, links, claims });
    countryOf.set(account, country);
  }
  const clusters = clustersOf(told, run.book);
  const cases = clusters.filter(({ score }) => score.opens);
  for (const { accounts: members } of cases)
    for (const account of members) {
      const share = countries.get(countryOf.get(account) ?? "");
      if (share !== undefined) share.inCases += 1;
    }
  return {
    records: counts.records,
    events: counts.events,
    accounts,
    flagged,
    formats: Object.fromEntries(counts.formats),
    passedOver: Object.fromEntries(counts.passedOver),
    rejected: counts.rejected,
    rejectedRows: counts.rows,
    countries: [...countries]
      .map(([country, share]) => ({ country, ...share }))
      .sort((a, b) => (a.country < b.country ? -1 : 1)),
    cases,
    watched: clusters.filter(({ score }) => !score.opens),
    companies,
  };
}
