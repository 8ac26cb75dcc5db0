import { z } from "zod";
import { daySchema } from "../../engine/day.ts";
import { FACT_KINDS } from "../../engine/snapshot/entry-facts.ts";
import type { ListHistory } from "../../engine/snapshot/list-history.ts";
import type { ListRecord, Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault } from "../../fault.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../platform/http/page.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { changedEntries, type EntryChanges, entryChanges } from "./entry-changes.ts";
import type { Histories } from "./list-histories.ts";
import type { LiveSnapshot } from "./live-snapshot.ts";

const Kind = z.enum(FACT_KINDS);

const FactChanged = z
  .object({
    kind: Kind,
    fact: z
      .string()
      .describe(
        "A property of the FollowTheMoney model, `edtf.` and a date property, `schema`, `sanction.` and what the sanction states, `document`, `wallet` or `linked`",
      ),
    gained: z.array(z.string()).readonly(),
    lost: z.array(z.string()).readonly(),
  })
  .meta({ id: "ListedFactChange" });

const EntryChanged = z
  .object({
    entity: z.string(),
    caption: z.string(),
    schema: z.string(),
    entry: z.string().describe("The publisher's own reference"),
    changes: z.array(FactChanged).readonly(),
  })
  .meta({ id: "ListedEntryChange" });

const Changes = pageSchema(EntryChanged)
  .extend({
    from: z.string().nullable().describe("The edition before; null where none is held"),
    to: z.string(),
    changed: z.int().describe("Entries that stand in both and are not the same"),
    counts: z.array(z.object({ kind: Kind, entries: z.int() })).readonly(),
    notCompared: z
      .array(z.object({ fact: z.string(), before: z.int(), after: z.int() }))
      .readonly()
      .describe(
        "Facts that one of the editions states ten times more often: read from other tables, not news",
      ),
  })
  .meta({ id: "ListEntryChanges" });

const ChangesQuery = PageQuery.extend({
  from: daySchema.optional().describe("An edition held; the one before `to` where it is left out"),
  to: daySchema.optional().describe("An edition held; the newest where it is left out"),
  kind: Kind.optional().describe("Only changes of this kind"),
});

const PartyHistory = z
  .object({
    id: z.string(),
    lists: z.array(
      z.object({
        list: z.string(),
        editions: z.array(z.string()).readonly().describe("Editions held of the list, oldest first"),
        present: z.array(z.string()).readonly().describe("Those that hold the entry"),
        values: z
          .array(
            z.object({
              kind: Kind,
              fact: z.string(),
              value: z.string(),
              editions: z.array(z.string()).readonly().describe("Those that state it"),
            }),
          )
          .readonly(),
      }),
    ),
  })
  .meta({ id: "ListedPartyHistory" });

export type EntryParts = { readonly live: Pick<LiveSnapshot, "current">; readonly histories: Histories };

/** Comparisons kept for those who page through one: places and bits, some 100 kB for the largest list. */
const COMPARISONS_MAX = 12;

/** One comparison for all who page through it. */
function comparing(): (history: ListHistory, from: string, to: string) => Promise<EntryChanges> {
  const kept = new Map<string, Promise<EntryChanges>>();
  return (history, from, to) => {
    const key = `${history.hash} ${from} ${to}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const changes = entryChanges(history, from, to);
    kept.set(key, changes);
    changes.catch(() => kept.delete(key));
    for (const oldest of [...kept.keys()].slice(0, -COMPARISONS_MAX)) kept.delete(oldest);
    return changes;
  };
}

/** The two editions asked about: the newest and the one before it where nothing is said. */
export function editionsAsked(
  list: ListRecord,
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly from: string | null; readonly to: string } {
  const dates = list.editions.map(({ date }) => date);
  const held = (date: string): string => {
    if (dates.includes(date)) return date;
    throw new Fault({ code: "not-found", what: `edition of ${list.id}`, id: date });
  };
  const to = query.to === undefined ? (dates.at(-1) ?? "") : held(query.to);
  const from = query.from === undefined ? (dates[dates.indexOf(to) - 1] ?? null) : held(query.from);
  return { from, to };
}

/** The list in force with this id. Throws `not-found`. */
export function listOf(lists: readonly ListRecord[], id: string): ListRecord {
  const list = lists.find((one) => one.id === id);
  if (list === undefined) throw new Fault({ code: "not-found", what: "list", id });
  return list;
}

function entryNumber(snapshot: Snapshot, id: string, list: string): string {
  const place = snapshot.find(id);
  const listings = place < 0 || place >= snapshot.targets ? [] : snapshot.listings(place);
  return listings.find((listing) => listing.list === list)?.entry ?? id;
}

async function historyOfParty(
  { live, histories }: EntryParts,
  id: string,
): Promise<z.input<typeof PartyHistory>> {
  const { snapshot, lists } = live.current();
  const place = snapshot.find(id);
  if (place < 0 || place >= snapshot.targets)
    throw new Fault({ code: "not-found", what: "listed party", id });
  const told = [];
  for (const { list: name } of snapshot.listings(place)) {
    const history = await histories.of(listOf(lists, name));
    const at = history.find(id);
    if (at < 0) continue;
    const { editions: present, values } = history.entry(at);
    const shown = values
      .map(({ kind, fact, value, editions }) => ({ kind, fact, value, editions }))
      .toSorted((one, other) => FACT_KINDS.indexOf(one.kind) - FACT_KINDS.indexOf(other.kind));
    told.push({ list: name, editions: history.dates, present, values: shown });
  }
  return { id, lists: told };
}

/** What changed within the entries of a list between two editions, fact by fact; and which edition says what of a party. */
export function entryRoutes(parts: EntryParts): Routes {
  const { live, histories } = parts;
  const compare = comparing();
  return (api) => {
    api.get(
      "/api/v1/lists/:id/changes/entries",
      {
        schema: {
          summary: "What changed within the entries that two editions of a list hold, fact by fact",
          tags: ["Lists"],
          params: z.object({ id: z.string().max(100) }),
          querystring: ChangesQuery,
          response: { 200: Changes },
        },
        config: { permission: "lists.read" },
      },
      async ({ params: { id }, query }) => {
        const { snapshot, lists } = live.current();
        const list = listOf(lists, id);
        const { from, to } = editionsAsked(list, query);
        if (from === null || from === to)
          return { from, to, changed: 0, counts: [], notCompared: [], items: [], next: null };
        const history = await histories.of(list);
        const changes = await compare(history, from, to);
        const after = query.cursor === undefined ? -1 : decodeCursor(query.cursor, z.int().min(0));
        const rows = changedEntries(history, changes, {
          after,
          limit: query.limit,
          kind: query.kind ?? null,
        });
        const { items, next } = pageOf(rows, query.limit, ({ place }) => place);
        return {
          from,
          to,
          changed: changes.places.length,
          counts: changes.counts,
          notCompared: changes.notCompared,
          items: items.map(({ id: entity, caption, schema, changes: facts }) => ({
            entity,
            caption,
            schema,
            entry: entryNumber(snapshot, entity, id),
            changes: facts,
          })),
          next,
        };
      },
    );
    api.get(
      "/api/v1/listed/:id/history",
      {
        schema: {
          summary: "Which edition of each list says what of a listed party",
          tags: ["Lists"],
          params: z.object({ id: z.string().max(400) }),
          response: { 200: PartyHistory },
        },
        config: { permission: "lists.read" },
      },
      ({ params: { id } }) => historyOfParty(parts, id),
    );
  };
}
