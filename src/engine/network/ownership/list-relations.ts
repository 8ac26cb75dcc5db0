import { firstOf, valuesOf } from "../../entity/entity.ts";
import { standingListings } from "../../snapshot/listing-state.ts";
import type { EntityIndex, Snapshot } from "../../snapshot/snapshot.ts";
import { readBounds } from "./bounds.ts";
import type { GraphBuilder, Interest } from "./graph.ts";
import { kindOfSchema } from "./party-kind.ts";
import { readPeriod } from "./period.ts";
import type { ListedParty } from "./resolution.ts";

/** Listed parties above one party that are followed: the largest family of holdings on the lists has some sixty. */
const FOLLOWED_MAX = 500;

/** The edges of the lists that say who stands above a party, with the property of its end below. */
const EDGES: ReadonlyMap<string, { readonly owner: string; readonly interest: Interest }> = new Map([
  ["asset", { owner: "owner", interest: "ownership" }],
  ["organization", { owner: "director", interest: "director" }],
  ["subject", { owner: "object", interest: "linked" }],
]);

/** Words by which a list leaves open whether it speaks of owning or of controlling. */
const OPEN_WORDS = /control|operat/iu;

/** Adds the ties into one listed party; the parties at their upper ends. */
function addTiesInto(
  builder: GraphBuilder,
  snapshot: Snapshot,
  { index, idOf }: { readonly index: EntityIndex; readonly idOf: (id: string) => string },
): readonly EntityIndex[] {
  const id = snapshot.entity(index).id;
  return snapshot.referrers(index).flatMap(({ index: at, property }): readonly EntityIndex[] => {
    const edge = EDGES.get(property);
    if (edge === undefined) return [];
    const entity = snapshot.entity(at);
    const roles = valuesOf(entity, "role");
    const stated = firstOf(entity, "percentage");
    const share = stated === null ? null : readBounds(stated);
    const open =
      edge.interest === "ownership" && share === null && roles.some((role) => OPEN_WORDS.test(role));
    return valuesOf(entity, edge.owner).flatMap((owner): readonly EntityIndex[] => {
      const above = snapshot.find(owner);
      if (above < 0 || owner === id) return [];
      builder.tie({
        owner: idOf(owner),
        asset: idOf(id),
        interest: open ? "unspecified" : edge.interest,
        share: share === null || typeof share === "string" ? null : share,
        period: readPeriod(valuesOf(entity, "startDate"), valuesOf(entity, "endDate")),
        confidence: "confirmed",
        source: "the lists' own relations",
        reference: `${entity.id}${roles.length === 0 ? "" : ` (${roles.join(", ")})`}`,
        joint: null,
      });
      return [above];
    });
  });
}

/** How a listed party stands on the day: listed for certain, perhaps, or not. */
function listedOn(snapshot: Snapshot, index: EntityIndex, day: string): ListedParty | null {
  const { id } = snapshot.entity(index);
  if (index >= snapshot.targets) return null;
  const states = standingListings(snapshot, index, { lists: null, day });
  const on = states.filter(({ state }) => state === "listed");
  const [first] = on.length > 0 ? on : states.filter(({ state }) => state === "unknown");
  if (first === undefined) return null;
  const days = on.flatMap(({ listing }) => listing.listedOn ?? []).sort();
  return {
    id,
    from: days[0] ?? null,
    until: null,
    certain: on.length > 0,
    words: `${first.list.title} ${first.listing.entry}`,
  };
}

/** Where to begin, the day, and other ids under which the graph knows listed parties. */
export type ListQuestion = {
  readonly roots: readonly EntityIndex[];
  readonly day: string;
  readonly aliases: ReadonlyMap<string, string>;
};

/**
 * Adds to the graph what the lists themselves say of who owns, directs or is linked to parties of the snapshot, upwards
 * from owner to owner. Returns who of all those met is listed on the day.
 */
export function addListRelations(
  builder: GraphBuilder,
  snapshot: Snapshot,
  { roots, day, aliases }: ListQuestion,
): readonly ListedParty[] {
  const waiting = [...new Set(roots)];
  const seen = new Set(waiting);
  const listed: ListedParty[] = [];
  const idOf = (id: string) => aliases.get(id) ?? id;
  for (const index of waiting) {
    const entity = snapshot.entity(index);
    builder.party({
      id: idOf(entity.id),
      name: firstOf(entity, "name"),
      kind: kindOfSchema(entity.schema),
      country: (firstOf(entity, "jurisdiction") ?? firstOf(entity, "country"))?.toUpperCase() ?? null,
    });
    const standing = listedOn(snapshot, index, day);
    if (standing !== null) listed.push({ ...standing, id: idOf(standing.id) });
    for (const above of addTiesInto(builder, snapshot, { index, idOf })) {
      if (seen.has(above) || seen.size >= roots.length + FOLLOWED_MAX) continue;
      seen.add(above);
      waiting.push(above);
    }
  }
  return listed;
}
