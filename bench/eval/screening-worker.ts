import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { openReference } from "../../src/engine/match/reference.ts";
import type { Match, ScreenPolicy, Subject } from "../../src/engine/match/subject.ts";
import { openSnapshotFile } from "../../src/engine/snapshot/file.ts";
import { listingStateOn } from "../../src/engine/snapshot/listing-state.ts";
import { loadSnapshot } from "../../src/engine/snapshot/load.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { must } from "../../src/fault.ts";
import { screen } from "../../src/sluice.ts";
import type { Found, Job, Screened } from "./screening-messages.ts";

/** Matches of the reference below half of this are left out, so that it stays bearable. */
const REFERENCE_THRESHOLD = 0.5;

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

function run({ kind, file, subjects, limit }: Job): readonly Screened[] {
  const bytes = readFileSync(file);
  const snapshot = loadSnapshot(bytes, file);
  if (kind === "screen") {
    const policy: ScreenPolicy = { name: "eval", threshold: 0, limit, lists: null };
    return subjects.map((subject) => ({
      matches: found(matchesOf(snapshot, subject, policy)),
      reference: [],
    }));
  }
  const policy: ScreenPolicy = { name: "eval", threshold: REFERENCE_THRESHOLD, limit, lists: null };
  const reference = openReference(openSnapshotFile(bytes, file).sections, { entity: snapshot.entity });
  return subjects.map((subject) => ({
    matches: found(snapshot.index.match(subject, policy)),
    reference: found(reference.match(subject, policy)),
  }));
}

parentPort?.postMessage(run(workerData as Job));
