import { must } from "../../fault.ts";
import type { Entity } from "../entity/entity.ts";
import { type AlgorithmIndex, openAlgorithmIndex } from "../match/algorithms/algorithm-index.ts";
import { openIndex } from "../match/open-index.ts";
import type { ListingRow } from "./compile.ts";
import { type EntityNames, EntityStore, textAt } from "./entity-store.ts";
import { openSnapshotFile } from "./file.ts";
import type { EntityIndex, Listing, ListRecord, Snapshot } from "./snapshot.ts";

type Header = {
  readonly lists: readonly ListRecord[];
  readonly names: EntityNames;
  readonly targets: number;
};

/**
 * The snapshot in these bytes: views on them, so they must not be altered afterwards. `fileName` is for faults.
 * Throws `snapshot-damaged` where the bytes are not a whole snapshot.
 */
export function loadSnapshot(bytes: Uint8Array, fileName: string): Snapshot {
  const { hash, header, sections } = openSnapshotFile(bytes, fileName);
  // The hash was checked: the header is as this program wrote it.
  const { lists, names, targets } = header as unknown as Header;
  const store = new EntityStore(sections, names, targets);
  const rows = sections.u8("listing.rows");
  const rowEnds = sections.u32("listing.rowEnds");
  const listings = (target: EntityIndex): readonly Listing[] => {
    if (target < 0 || target >= targets) return [];
    return (JSON.parse(textAt(rows, rowEnds, target)) as readonly ListingRow[]).map((row) =>
      listingOf(row, lists),
    );
  };
  const entity = (place: EntityIndex): Entity => store.entity(place);
  const opened = new Map<string, AlgorithmIndex>();
  return {
    hash,
    lists,
    size: store.size,
    targets,
    entity,
    find: (id) => store.find(id),
    listings,
    referrers: (place) => store.referrers(place),
    index: openIndex(sections, { entity: (place) => ({ id: store.id(place) }) }),
    algorithm: (algorithm) => {
      const held = opened.get(algorithm.name) ?? openAlgorithmIndex(algorithm, targets, entity);
      opened.set(algorithm.name, held);
      return held;
    },
  };
}

function listingOf(row: ListingRow, lists: readonly ListRecord[]): Listing {
  const list = must(lists[row[0]], "a listing's list is in the header");
  return {
    list: list.id,
    entry: row[1],
    programmes: row[2],
    editions: row[3].map(
      (number) => must(list.editions[number], "a listing's edition is in the header").date,
    ),
    listedOn: row[4],
    listedOnSource: row[5],
  };
}
