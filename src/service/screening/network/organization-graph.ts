import { type Bounds, readBounds } from "../../../engine/network/ownership/bounds.ts";
import { GraphBuilder, type OwnershipGraph } from "../../../engine/network/ownership/graph.ts";
import { addListRelations } from "../../../engine/network/ownership/list-relations.ts";
import { readPeriod } from "../../../engine/network/ownership/period.ts";
import { addSource } from "../../../engine/network/ownership/read-source.ts";
import type { ListedParty } from "../../../engine/network/ownership/resolution.ts";
import type { EntityIndex, Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { readNetwork } from "./source-store.ts";

type Known = Awaited<ReturnType<typeof readNetwork>>;

/** The graph of all that an organisation knows, with what the lists say of the parties that they know. */
export type OrganizationGraph = {
  readonly graph: OwnershipGraph;
  /** Places on the lists from which their relations were followed. */
  readonly roots: readonly EntityIndex[];
  /** Parties that the files themselves say are listed. */
  readonly stated: readonly ListedParty[];
  /** Ties out of a party. */
  readonly tiesOutOf: (party: number) => readonly number[];
};

/** The ends below of relations in which a listed party owns, directs or stands behind another. */
const ABOVE = new Set(["owner", "director", "object"]);
/** Listed parties below one that are shown: no family of holdings on the lists has so many. */
const BELOW_MAX = 100;

/** A listed party and those that the lists say it stands above. */
export function rootsAround(snapshot: Snapshot, id: string): readonly EntityIndex[] {
  const place = snapshot.find(id);
  if (place < 0) return [];
  const below = snapshot.referrers(place).flatMap(({ index, property }) => {
    if (!ABOVE.has(property)) return [];
    const { properties } = snapshot.entity(index);
    return ["asset", "organization", "subject"]
      .flatMap((end) => properties[end] ?? [])
      .map((other) => snapshot.find(other))
      .filter((other) => other >= 0 && other !== place);
  });
  return [place, ...new Set(below)].slice(0, BELOW_MAX);
}

/** Makes the graph. `asked` are ids that it shall hold where the lists know them. */
export function makeGraph(known: Known, snapshot: Snapshot, asked: readonly string[]): OrganizationGraph {
  const builder = new GraphBuilder();
  const stated: ListedParty[] = [];
  for (const { name, bytes } of known.sources) stated.push(...addSource(builder, { name, bytes }).listed);
  for (const fact of known.facts) {
    const describe = (id: string, name: string | null): void => {
      if (name !== null) builder.party({ id, name, kind: "company", country: null });
    };
    describe(fact.owner, fact.owner_name);
    describe(fact.asset, fact.asset_name);
    const share: Bounds | string | null = fact.share === null ? null : readBounds(fact.share);
    builder.tie({
      owner: fact.owner,
      asset: fact.asset,
      interest: fact.interest,
      share: typeof share === "string" ? null : share,
      period: readPeriod(
        fact.from_date === null ? [] : [fact.from_date],
        fact.until_date === null ? [] : [fact.until_date],
      ),
      confidence: "stated",
      source: fact.source,
      reference: fact.reference,
      joint: null,
    });
  }
  const roots = [
    ...builder
      .ids()
      .map((id) => snapshot.find(id))
      .filter((place) => place >= 0),
    ...asked.flatMap((id) => rootsAround(snapshot, id)),
  ];
  // The ties do not depend on the day; who is listed on it is asked again for each question.
  addListRelations(builder, snapshot, { roots, day: "9999-12-31", aliases: new Map() });
  const graph = builder.finish();
  return { graph, roots, stated, tiesOutOf: indexOut(graph) };
}

function indexOut({ ownerOf, parties, size }: OwnershipGraph): (party: number) => readonly number[] {
  let out: number[][] | null = null;
  return (party) => {
    if (out === null) {
      out = parties.map(() => []);
      for (let tie = 0; tie < size; tie += 1) out[ownerOf[tie] ?? 0]?.push(tie);
    }
    return out[party] ?? [];
  };
}

/** Who of the listed parties that the graph's relations lead to is listed on a day; `aliases` gives them other ids. */
export function listedOnDay(
  snapshot: Snapshot,
  roots: readonly EntityIndex[],
  day: string,
  aliases: ReadonlyMap<string, string> = new Map(),
): readonly ListedParty[] {
  return addListRelations(new GraphBuilder(), snapshot, { roots, day, aliases });
}
