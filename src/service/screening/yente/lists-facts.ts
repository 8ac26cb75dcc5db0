import { propertyOf } from "../../../engine/entity/model.ts";
import { listingStateOn } from "../../../engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { DatasetEntity } from "./book-file.ts";
import type { Envelope } from "./wire-entity.ts";

/** Things hang on a party by at most so many links: a party's document, a party's owner's address. */
const LINKS_MAX = 2;

/** Lists whose newest edition holds the party. */
function listedOn(snapshot: Snapshot, place: number): readonly string[] {
  const lists = snapshot.listings(place).flatMap((listing) => {
    const list = snapshot.lists.find(({ id }) => id === listing.list);
    if (list === undefined) return [];
    const state = listingStateOn(listing, list, null);
    return state === "listed" || state === "unknown" ? [listing.list] : [];
  });
  return [...new Set(lists)];
}

/** Entities that this one refers to or that refer to it. */
function neighbors(snapshot: Snapshot, place: number): readonly number[] {
  const { schema, properties } = snapshot.entity(place);
  const own = Object.entries(properties).flatMap(([name, values]) =>
    propertyOf(schema, name)?.type === "entity" ? values.map((id) => snapshot.find(id)) : [],
  );
  return [...own.filter((at) => at >= 0), ...snapshot.referrers(place).map(({ index }) => index)];
}

/** Per entity the lists that it stands on now, or that a party does to which it belongs. */
function datasetsOf(snapshot: Snapshot): readonly (readonly string[])[] {
  const datasets: (readonly string[])[] = Array.from({ length: snapshot.size }, (_, place) =>
    place < snapshot.targets ? listedOn(snapshot, place) : [],
  );
  const near = Array.from({ length: snapshot.size - snapshot.targets }, (_, at) =>
    neighbors(snapshot, snapshot.targets + at),
  );
  for (let links = 0; links < LINKS_MAX; links += 1) {
    const before = [...datasets];
    near.forEach((places, at) => {
      const place = snapshot.targets + at;
      if (before[place]?.length === 0)
        datasets[place] = [...new Set(places.flatMap((other) => before[other] ?? []))];
    });
  }
  return datasets;
}

function envelopeOf(snapshot: Snapshot, place: number, datasets: readonly string[]): Envelope {
  const listings = snapshot.listings(place);
  const editions = listings.flatMap((listing) => listing.editions).sort();
  const days = [...listings.flatMap(({ listedOn: day }) => day ?? []), ...editions].sort();
  const moment = (day: string | undefined): string | null => (day === undefined ? null : `${day}T00:00:00`);
  return {
    caption: null,
    datasets,
    referents: [],
    firstSeen: moment(days[0]),
    lastSeen: moment(editions.at(-1)),
    lastChange: moment(editions[0]),
  };
}

/** The lists' entities with what yente's clients read of them; who stands on no list any more has no dataset. */
export function* listsEntities(snapshot: Snapshot): Generator<DatasetEntity> {
  const datasets = datasetsOf(snapshot);
  for (let place = 0; place < snapshot.size; place += 1)
    yield { entity: snapshot.entity(place), envelope: envelopeOf(snapshot, place, datasets[place] ?? []) };
}
