import type { Listing, Snapshot } from "../../engine/snapshot/snapshot.ts";

/** Entries told by name; a list that is exchanged whole has thousands, and only their number is told. */
export const CHANGES_SHOWN_MAX = 500;

/** An entry that came or went between two editions. */
export type ChangedEntry = {
  readonly entity: string;
  readonly caption: string;
  readonly schema: string;
  readonly entry: string;
  readonly programmes: readonly string[];
};

/** What changed between two editions of a list. */
export type ListChanges = {
  readonly from: string | null;
  readonly to: string;
  readonly came: readonly ChangedEntry[];
  readonly cameCount: number;
  readonly went: readonly ChangedEntry[];
  readonly wentCount: number;
  /** Entries that stand in both. */
  readonly stayed: number;
};

/**
 * Who came and who went between two editions of a list that are held; everybody came where `from` is null. What is said
 * of an entry that stayed is compared by `entryChanges`, from the editions' own files: a snapshot keeps what all of them
 * say together.
 */
export function listChanges(
  snapshot: Snapshot,
  asked: { readonly list: string; readonly from: string | null; readonly to: string },
): ListChanges {
  const came: ChangedEntry[] = [];
  const went: ChangedEntry[] = [];
  const count = { came: 0, went: 0, stayed: 0 };
  const told = (index: number, listing: Listing): ChangedEntry => {
    const { id, caption, schema } = captionOf(snapshot, index);
    return { entity: id, caption, schema, entry: listing.entry, programmes: listing.programmes };
  };
  for (let index = 0; index < snapshot.targets; index += 1) {
    for (const listing of snapshot.listings(index)) {
      if (listing.list !== asked.list) continue;
      const before = asked.from !== null && listing.editions.includes(asked.from);
      const after = listing.editions.includes(asked.to);
      if (before && after) count.stayed += 1;
      else if (after) {
        count.came += 1;
        if (came.length < CHANGES_SHOWN_MAX) came.push(told(index, listing));
      } else if (before) {
        count.went += 1;
        if (went.length < CHANGES_SHOWN_MAX) went.push(told(index, listing));
      }
    }
  }
  return {
    from: asked.from,
    to: asked.to,
    came,
    cameCount: count.came,
    went,
    wentCount: count.went,
    stayed: count.stayed,
  };
}

function captionOf(snapshot: Snapshot, index: number) {
  const { id, schema, properties } = snapshot.entity(index);
  return { id, schema, caption: properties.name?.[0] ?? properties.alias?.[0] ?? id };
}
