import { z } from "zod";
import { daySchema } from "../../engine/day.ts";
import { Fault } from "../../fault.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { editionsAsked, listOf } from "./entry-routes.ts";
import { CHANGES_SHOWN_MAX, listChanges } from "./list-changes.ts";
import type { LiveSnapshot } from "./live-snapshot.ts";
import type { UpdateOutcome } from "./update.ts";

const Edition = z
  .object({
    date: z.string(),
    format: z.string(),
    targets: z.int(),
    rejected: z.int().describe("Rows that could not be read"),
    notes: z.array(z.string()),
    files: z.array(z.object({ name: z.string(), sha256: z.string(), url: z.string().nullable() })),
  })
  .meta({ id: "Edition" });

const List = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string(),
    kind: z.enum(["sanctions", "export-control", "watch", "allow"]),
    editions: z.array(Edition).describe("Oldest first"),
  })
  .meta({ id: "List" });

const Update = z.object({
  at: z.iso.datetime().nullable(),
  ok: z.boolean(),
  problem: z.string().nullable(),
});

const Outcome = z.object({
  list: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(["updated", "unchanged", "refused", "unreachable", "not-offered"]),
  edition: z.string().nullable().describe("The one that stayed or came into force"),
  words: z.string(),
});

const Lists = z
  .object({
    snapshot: z.string().describe("SHA-256 of the lists in force; every answer and receipt names it"),
    openedAt: z.iso.datetime(),
    update: Update.describe("How what is held was last taken into force; what is served is whole either way"),
    outcomes: z
      .array(Outcome)
      .readonly()
      .describe("How each publisher was last asked for a newer edition, and what came of it"),
    lists: z.array(List),
  })
  .meta({ id: "Lists" });

const ChangedEntry = z.object({
  entity: z.string(),
  caption: z.string(),
  schema: z.string(),
  entry: z.string(),
  programmes: z.array(z.string()).readonly(),
});

const Changes = z
  .object({
    from: z.string().nullable().describe("The edition before; null where none is held"),
    to: z.string(),
    came: z.array(ChangedEntry).readonly().describe(`The first ${CHANGES_SHOWN_MAX}`),
    cameCount: z.int(),
    went: z.array(ChangedEntry).readonly(),
    wentCount: z.int(),
    stayed: z.int(),
  })
  .meta({ id: "ListChanges" });

const ChangesQuery = z.object({
  from: daySchema.optional().describe("An edition held; the one before `to` where it is left out"),
  to: daySchema.optional().describe("An edition held; the newest where it is left out"),
});

const Started = z.object({ started: z.boolean() });

export type ListParts = {
  readonly live: LiveSnapshot;
  readonly update: () => Promise<unknown>;
  /** What came of the last update of each list. */
  readonly outcomes: () => readonly UpdateOutcome[];
};

/** The lists in force, and looking for newer ones. */
export function listRoutes({ live, update, outcomes }: ListParts): Routes {
  return (api) => {
    const tags = ["Lists"];
    const answer = (): z.input<typeof Lists> => {
      const { hash, openedAt, lists } = live.current();
      const { at, ok, problem } = live.lastUpdate;
      return {
        snapshot: hash,
        openedAt: openedAt.toISOString(),
        update: { at: at?.toISOString() ?? null, ok, problem },
        outcomes: outcomes(),
        lists: lists.map((list) => ({
          ...list,
          editions: list.editions.map((edition) => ({
            ...edition,
            notes: [...edition.notes],
            files: [...edition.files],
          })),
        })),
      };
    };
    api.get(
      "/api/v1/lists",
      {
        schema: { summary: "The lists in force, with their editions", tags, response: { 200: Lists } },
        config: { permission: "lists.read" },
      },
      async () => answer(),
    );
    api.get(
      "/api/v1/lists/:id",
      {
        schema: {
          summary: "One list",
          tags,
          params: z.object({ id: z.string().max(100) }),
          response: { 200: List },
        },
        config: { permission: "lists.read" },
      },
      async ({ params: { id } }) => {
        const found = answer().lists.find((list) => list.id === id);
        if (found === undefined) throw new Fault({ code: "not-found", what: "list", id });
        return found;
      },
    );
    api.get(
      "/api/v1/lists/:id/changes",
      {
        schema: {
          summary:
            "Who came and who went between two editions of a list; `/changes/entries` has what changed",
          tags,
          params: z.object({ id: z.string().max(100) }),
          querystring: ChangesQuery,
          response: { 200: Changes },
        },
        config: { permission: "lists.read" },
      },
      async ({ params: { id }, query }) => {
        const { snapshot, lists } = live.current();
        const { from, to } = editionsAsked(listOf(lists, id), query);
        return listChanges(snapshot, { list: id, from, to });
      },
    );
    api.post(
      "/api/v1/lists/update",
      {
        schema: {
          summary: "Look for newer editions now; the lists in force stay until newer ones are open",
          tags,
          response: { 202: Started },
        },
        config: { permission: "lists.update" },
      },
      async (request, reply) => {
        update().catch((error: unknown) =>
          request.log.error({ err: error, trace: request.trace.traceId }, "update refused"),
        );
        return reply.code(202).send({ started: true });
      },
    );
  };
}
