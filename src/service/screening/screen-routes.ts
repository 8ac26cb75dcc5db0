import { z } from "zod";
import type { Entity } from "../../engine/entity/entity.ts";
import { edgeOf, propertyOf } from "../../engine/entity/model.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../engine/match/policy.ts";
import type { ScreenPolicy } from "../../engine/match/subject.ts";
import { listingStateOn } from "../../engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault } from "../../fault.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { callerOf } from "./caller.ts";
import { atDesk, type DeskParts } from "./desk.ts";
import { checkPolicyOf } from "./policy/policy.ts";
import { policyInForce } from "./policy/policy-store.ts";
import { ListedParty, ListedQuery, ScreenAnswer, ScreenBody } from "./screen-messages.ts";
import { captionOfEntity } from "./yente/wire-entity.ts";

type Listed = z.input<typeof ListedParty>;
type Relation = Listed["relations"][number];

/** Links shown of one party; a bank has thousands of customers on a list of wallets. */
const RELATIONS_MAX = 500;

function mutable(properties: Entity["properties"]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values]]));
}

function brief(
  snapshot: Snapshot,
  place: number,
): { id: string; caption: string; schema: string; listed: boolean } {
  const entity = snapshot.entity(place);
  return {
    id: entity.id,
    caption: captionOfEntity(entity, null),
    schema: entity.schema,
    listed: place < snapshot.targets,
  };
}

function relationOf(
  snapshot: Snapshot,
  link: { readonly place: number; readonly property: string; readonly direction: "in" | "out" },
  party: string,
): Relation {
  const entity = snapshot.entity(link.place);
  const edge = edgeOf(entity.schema);
  const others = edge === null ? [] : [edge.source, edge.target];
  return {
    property: link.property,
    direction: link.direction,
    entity: { ...brief(snapshot, link.place), properties: mutable(entity.properties) },
    others: others.flatMap((property) =>
      (entity.properties[property] ?? []).flatMap((id) => {
        const place = id === party ? -1 : snapshot.find(id);
        return place < 0 ? [] : [{ property, ...brief(snapshot, place) }];
      }),
    ),
  };
}

function relationsOf(snapshot: Snapshot, place: number): readonly Relation[] {
  const entity = snapshot.entity(place);
  const out = Object.entries(entity.properties).flatMap(([property, values]) =>
    propertyOf(entity.schema, property)?.type === "entity"
      ? values.flatMap((id) => {
          const found = snapshot.find(id);
          return found < 0 ? [] : [{ place: found, property, direction: "out" as const }];
        })
      : [],
  );
  const inward = snapshot
    .referrers(place)
    .map(({ index, property }) => ({ place: index, property, direction: "in" as const }));
  return [...out, ...inward].slice(0, RELATIONS_MAX + 1).map((link) => relationOf(snapshot, link, entity.id));
}

function listedParty(snapshot: Snapshot, id: string, at: string | null): Listed {
  const place = snapshot.find(id);
  if (place < 0) throw new Fault({ code: "not-found", what: "listed party", id });
  const entity = snapshot.entity(place);
  const relations = relationsOf(snapshot, place);
  return {
    ...brief(snapshot, place),
    properties: mutable(entity.properties),
    ...(entity.edtf === undefined ? {} : { edtf: mutable(entity.edtf) }),
    snapshot: snapshot.hash,
    listings: snapshot.listings(place).flatMap((listing) => {
      const list = snapshot.lists.find((held) => held.id === listing.list);
      if (list === undefined) return [];
      const shown = { ...listing, programmes: [...listing.programmes], editions: [...listing.editions] };
      return [{ listing: shown, state: listingStateOn(listing, list, at) }];
    }),
    relations: relations.slice(0, RELATIONS_MAX),
    relationsLeftOut: Math.max(0, relations.length - RELATIONS_MAX),
  };
}

type AskedPolicy = z.infer<typeof ScreenBody>["policy"];

/** The organisation's policy, but for what is asked for instead: a threshold, weights and a capacity replace each other. */
function screenedBy(held: ScreenPolicy, asked: AskedPolicy, limit = DEFAULT_POLICY.limit): ScreenPolicy {
  if (asked === undefined) return { ...held, limit };
  const { threshold, weights, capacity } = asked;
  const { weights: heldWeights, capacity: heldCapacity, ...rest } = held;
  const keepsCapacity = threshold === undefined && weights === undefined;
  return parsePolicy({
    ...rest,
    ...(heldWeights === undefined || capacity !== undefined ? {} : { weights: heldWeights }),
    ...(heldCapacity === undefined || !keepsCapacity ? {} : { capacity: heldCapacity }),
    ...asked,
    name: "request",
    limit,
  });
}

/** Asking whom a party may be, by the organisation's own policy and without keeping it; and looking at one listed party. */
export function screenRoutes(parts: Pick<DeskParts, "database" | "gate" | "now">): Routes {
  const { gate } = parts;
  return (api) => {
    const tags = ["Screening"];
    api.post(
      "/api/v1/screen",
      {
        schema: {
          summary: "Whom a party may be among the listed; nothing is kept",
          tags,
          body: ScreenBody,
          response: { 200: ScreenAnswer },
        },
        config: { permission: "checks.create", heavy: true },
      },
      async (request) => {
        const { subject, at, limit, policy } = request.body;
        const started = performance.now();
        const held = await atDesk(parts, callerOf(request).organizationId, policyInForce);
        const own = screenedBy(checkPolicyOf(held).screen, policy, limit);
        const { id, schema, properties } = subject;
        const asked = id === undefined ? { schema, properties } : { id, schema, properties };
        const found = await gate.screen(asked, own, at ?? null);
        const tookMs = Math.round((performance.now() - started) * 100) / 100;
        // The schema of the answer copies what it names and leaves out the rest.
        return { ...(found as unknown as z.input<typeof ScreenAnswer>), tookMs };
      },
    );
    api.get(
      "/api/v1/listed/:id",
      {
        schema: {
          summary: "One listed party: names, facts, listings with their editions, and relations both ways",
          tags,
          params: z.object({ id: z.string().max(400) }),
          querystring: ListedQuery,
          response: { 200: ListedParty },
        },
        config: { permission: "lists.read" },
      },
      async ({ params: { id }, query: { at } }) => listedParty(gate.current().snapshot, id, at ?? null),
    );
  };
}
