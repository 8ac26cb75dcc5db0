import { bearerOf } from "../../../engine/match/build-index.ts";
import { fingerprint, listingFacts } from "../../../engine/match/identity.ts";
import { namesOf, partyKindOf } from "../../../engine/match/target.ts";
import { analyzeName } from "../../../engine/names/name.ts";
import { listingStateOn } from "../../../engine/snapshot/listing-state.ts";
import type { EntityIndex, Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { touchKeys } from "./touch-keys.ts";

/** What two snapshots say differently of the parties listed, and by what it can reach a subject. */
export type ListingDelta = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Ids of all of these. */
  readonly touched: ReadonlySet<string>;
  /** Keys of them all, as they were and as they are. */
  readonly keys: ReadonlySet<number>;
  /** Words of their names: how rare these are has changed, and with it what they say in other listings. */
  readonly words: ReadonlySet<string>;
  /** How far the rarity of every word shifts, in nats, as the lists grow or shrink. */
  readonly shift: number;
};

/** Parties looked at before others get their turn. */
const CHUNK = 250;
/** The index takes shorter lists for lists of this length, so that below it nothing shifts (src/engine/match/rarity.ts). */
const RARITY_ENTITIES_MIN = 20_000;

/** What screening reads of a listed party: its facts, and on which lists it stands in which state. */
function digestOf(snapshot: Snapshot, index: EntityIndex): string {
  const lists = new Map(snapshot.lists.map((list) => [list.id, list]));
  const states = snapshot.listings(index).map((listing) => {
    const list = lists.get(listing.list);
    return `${listing.list} ${list === undefined ? "unknown" : listingStateOn(listing, list, null)}`;
  });
  return `${fingerprint(listingFacts(snapshot, index))} ${states.sort().join(" ")}`;
}

/** Words of a listed party's names in all their readings. */
export function wordsOf(snapshot: Snapshot, index: EntityIndex): readonly string[] {
  const entity = snapshot.entity(index);
  const bearer = bearerOf(partyKindOf(entity.schema));
  return namesOf(entity).flatMap(({ text }) =>
    analyzeName(text, bearer).readings.flatMap(({ words }) => words),
  );
}

function keysOf(snapshot: Snapshot, index: EntityIndex): readonly number[] {
  const attached = snapshot
    .referrers(index)
    .filter(({ property }) => property === "holder")
    .map((referrer) => snapshot.entity(referrer.index));
  return touchKeys("listing", snapshot.entity(index), attached);
}

const breathe = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

/** Compares all parties of two snapshots, in turns that let the process do other work. */
export async function listingDelta(before: Snapshot, after: Snapshot): Promise<ListingDelta> {
  const [added, changed, removed]: [string[], string[], string[]] = [[], [], []];
  const keys = new Set<number>();
  const words = new Set<string>();
  const touch = (snapshot: Snapshot, index: EntityIndex) => {
    for (const key of keysOf(snapshot, index)) keys.add(key);
    for (const word of wordsOf(snapshot, index)) words.add(word);
  };
  for (let index = 0; index < after.targets; index += 1) {
    if (index % CHUNK === 0) await breathe();
    const { id } = after.entity(index);
    const old = before.find(id);
    const stood = old >= 0 && old < before.targets;
    if (stood && digestOf(before, old) === digestOf(after, index)) continue;
    touch(after, index);
    if (stood) touch(before, old);
    (stood ? changed : added).push(id);
  }
  for (let index = 0; index < before.targets; index += 1) {
    if (index % CHUNK === 0) await breathe();
    const { id } = before.entity(index);
    const now = after.find(id);
    if (now >= 0 && now < after.targets) continue;
    touch(before, index);
    removed.push(id);
  }
  const size = ({ targets }: Snapshot) => Math.max(targets, RARITY_ENTITIES_MIN);
  return {
    added,
    changed,
    removed,
    touched: new Set([...added, ...changed, ...removed]),
    keys,
    words,
    shift: Math.abs(Math.log(size(after) / size(before))),
  };
}
