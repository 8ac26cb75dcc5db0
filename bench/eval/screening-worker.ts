import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { scoreOf } from "../../src/engine/match/features.ts";
import { type IndexData, openIndexData } from "../../src/engine/match/index-data.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf } from "../../src/engine/match/scorer.ts";
import type { Match, ScreenPolicy, Subject } from "../../src/engine/match/subject.ts";
import { openSnapshotFile } from "../../src/engine/snapshot/file.ts";
import { listingStateOn } from "../../src/engine/snapshot/listing-state.ts";
import { loadSnapshot } from "../../src/engine/snapshot/load.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { must } from "../../src/fault.ts";
import { screen } from "../../src/sluice.ts";
import type { Found, Job, Screened } from "./screening-messages.ts";

const found = (matches: readonly Match[]): readonly Found[] =>
  matches.map(({ id, score, name }) => ({ id, score, listed: name?.listed ?? null }));

function isInForce(snapshot: Snapshot, id: string): boolean {
  return snapshot.listings(snapshot.find(id)).some((listing) => {
    const list = must(
      snapshot.lists.find((held) => held.id === listing.list),
      "listings name held lists",
    );
    const state = listingStateOn(listing, list, null);
    return state === "listed" || state === "unknown";
  });
}

/** What `screen` answers. Where only its first match is wanted and the index's first is in force, they are the same. */
function matchesOf(snapshot: Snapshot, subject: Subject, policy: ScreenPolicy): readonly Match[] {
  if (policy.limit === 1) {
    const first = snapshot.index.match(subject, policy);
    if (first.every(({ id }) => isInForce(snapshot, id))) return first;
  }
  return screen(snapshot, subject, policy).matches;
}

/** The best score that any two names of a subject and a listed party give: nothing is left out. */
function scoreByEveryName(data: IndexData, subject: Subject, entity: number): number {
  const query = queryOf(data, subject);
  const scorer = scorerOf(data, query);
  const [first, end] = [data.entityName[entity] as number, data.entityName[entity + 1] as number];
  let best = Number.NEGATIVE_INFINITY;
  for (let row = data.nameRow[first] as number; row < (data.nameRow[end] as number); row += 1) {
    for (let reading = 0; reading < query.readings.length; reading += 1)
      best = Math.max(best, scorer.weighEntity(entity, reading, row));
  }
  return scoreOf(best);
}

function run({ kind, file, asked, limit }: Job): readonly Screened[] {
  const bytes = readFileSync(file);
  const snapshot = loadSnapshot(bytes, file);
  const policy: ScreenPolicy = { name: "eval", threshold: 0, limit, lists: null };
  if (kind === "screen")
    return asked.map(({ subject }) => ({
      matches: found(matchesOf(snapshot, subject, policy)),
      reference: [],
    }));
  const data = openIndexData(openSnapshotFile(bytes, file).sections);
  return asked.map(({ subject, right = [] }) => ({
    matches: found(snapshot.index.match(subject, policy)),
    reference: right.map((id) => ({
      id,
      score: scoreByEveryName(data, subject, snapshot.find(id)),
      listed: null,
    })),
  }));
}

parentPort?.postMessage(run(workerData as Job));
