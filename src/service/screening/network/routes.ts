import { z } from "zod";
import { readBounds } from "../../../engine/network/ownership/bounds.ts";
import { statusOf } from "../../../engine/network/ownership/resolution.ts";
import { Fault, must } from "../../../fault.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { askParty, askWhatIf, GraphShelf, type NetworkParts, resolveAll } from "./ask-network.ts";
import {
  ByParty,
  FactMessage,
  FactRequest,
  NetworkMessage,
  NetworkOverview,
  NetworkQuery,
  SourceMessage,
  WhatIfMessage,
  WhatIfRequest,
} from "./messages.ts";
import { showNetwork, statusesOf } from "./show-network.ts";
import { addFact, addFile, listFacts, listSources, remove, SOURCES_BYTES_MAX } from "./source-store.ts";
import { networkOf } from "./tables.ts";

const tags = ["Network"];
/** Parties told of in the overview: those that need a look come first. */
const PARTIES_SHOWN_MAX = 200;

/** Who is behind a party: the organisation's own facts of ownership joined with the lists' relations. */
export function networkRoutes(desk: DeskParts): Routes {
  const parts: NetworkParts = { ...desk, shelf: new GraphShelf() };
  return (api) => {
    addOverview(api, parts);
    addQuestions(api, parts);
    addFiles(api, parts);
    addFacts(api, parts);
  };
}

const todayOf = ({ now }: NetworkParts): string => now().toISOString().slice(0, 10);

const RANK = { blocked: 0, undetermined: 1, "not-blocked": 2 } as const;

function addOverview(api: Api, parts: NetworkParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/network",
    schema: {
      summary: "What the organisation knows of who owns whom; blocked and undetermined parties first",
      tags,
      querystring: NetworkQuery.extend({
        q: z.string().max(200).optional().describe("Part of a name or an id"),
      }),
      response: { 200: NetworkOverview },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { organizationId } = callerOf(request);
      const { policy, at, q } = request.query;
      const { whole, resolution, open } = await resolveAll(parts, organizationId, {
        policy,
        day: at ?? todayOf(parts),
      });
      const listed = new Set((open?.listed ?? []).filter(({ certain }) => certain).map(({ id }) => id));
      const asked = (q ?? "").trim().toLowerCase();
      const rows = whole.graph.parties
        .map((party, node) => ({
          ...party,
          status: resolution === null ? null : statusOf(resolution, node),
          listed: listed.has(party.id),
        }))
        .filter(({ id, name }) => `${name ?? ""}\n${id}`.toLowerCase().includes(asked))
        .sort(
          (a, b) =>
            (a.status === null ? 3 : RANK[a.status]) - (b.status === null ? 3 : RANK[b.status]) ||
            (a.name ?? a.id).localeCompare(b.name ?? b.id),
        );
      const sources = await atDesk(parts, organizationId, (_desk, _at, plain) =>
        listSources(networkOf(plain)),
      );
      return {
        parties: whole.graph.parties.length,
        ties: whole.graph.size,
        sources: sources.map(sourceMessage),
        items: rows.slice(0, PARTIES_SHOWN_MAX),
        left: Math.max(0, rows.length - PARTIES_SHOWN_MAX),
      };
    },
  });
}

function sourceMessage(row: Awaited<ReturnType<typeof listSources>>[number]) {
  const { created_at: at, created_by: createdBy, ...rest } = row;
  return { ...rest, createdAt: at.toISOString(), createdBy };
}

function addQuestions(api: Api, parts: NetworkParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/network/:id",
    schema: {
      summary:
        "Who is behind a party: the answer with its proof or the missing facts, and the network around it",
      tags,
      params: ByParty,
      querystring: NetworkQuery,
      response: { 200: NetworkMessage },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { policy, at } = request.query;
      const asked = { id: request.params.id, policy, day: at ?? todayOf(parts) };
      return showNetwork(
        await askParty(parts, callerOf(request).organizationId, asked),
        parts.gate.current().snapshot,
      );
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/network/:id/what-if",
    schema: {
      summary: "What the answer would be if stakes were others; nothing is written down",
      tags,
      params: ByParty,
      body: WhatIfRequest,
      response: { 200: WhatIfMessage },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { policy, at, changes } = request.body;
      const asked = { id: request.params.id, policy, day: at ?? todayOf(parts) };
      const { before, after, resolution } = await askWhatIf(
        parts,
        callerOf(request).organizationId,
        asked,
        changes,
      );
      return { before: before.answer, after, statuses: statusesOf(before, resolution) };
    },
  });
}

function addFiles(api: Api, parts: NetworkParts): void {
  fileRoutes(api, { bytesMax: SOURCES_BYTES_MAX }, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/v1/network/sources",
      bodyLimit: SOURCES_BYTES_MAX,
      schema: {
        summary: "Bring a file of who owns whom (CSV, FollowTheMoney, BODS 0.4, GLEIF): the body is the file",
        tags,
        querystring: z.object({ name: z.string().trim().min(1).max(200) }),
        response: { 201: SourceMessage },
      },
      config: { permission: "subjects.write" },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const made = await atDesk(parts, organizationId, async (_desk, at, plain) => {
          const trx = networkOf(plain);
          const id = await addFile(trx, { name: request.query.name, bytes }, { organizationId, by, at });
          return must(
            (await listSources(trx)).find((one) => one.id === id),
            "a file that was added is there",
          );
        });
        return reply.code(201).send(sourceMessage(made));
      },
    });
  });
  removal(api, parts, "sources", "ownership_sources");
}

function removal(
  api: Api,
  parts: NetworkParts,
  what: "sources" | "facts",
  table: "ownership_sources" | "ownership_facts",
): void {
  api.route({
    method: "DELETE",
    url: `/api/v1/network/${what}/:id`,
    schema: {
      summary: `Take one of the ${what} out of what counts; it stays on record`,
      tags,
      params: ById,
      response: { 204: z.null().describe("nothing") },
    },
    config: { permission: "subjects.write" },
    handler: async (request, reply) => {
      const { organizationId, by } = callerOf(request);
      await atDesk(parts, organizationId, (_desk, at, plain) =>
        remove(networkOf(plain), table, request.params.id, { by, at }),
      );
      return reply.code(204).send(null);
    },
  });
}

function addFacts(api: Api, parts: NetworkParts): void {
  const shown = (row: Awaited<ReturnType<typeof listFacts>>[number]) => ({
    ...row,
    from: row.from_date,
    until: row.until_date,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  });
  api.route({
    method: "GET",
    url: "/api/v1/network/facts",
    schema: {
      summary: "Facts of ownership that were written down one by one, the newest first",
      tags,
      response: { 200: z.object({ items: z.array(FactMessage).readonly() }) },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, async (_desk, _at, plain) => ({
        items: (await listFacts(networkOf(plain))).map(shown),
      })),
  });
  api.route({
    method: "POST",
    url: "/api/v1/network/facts",
    schema: {
      summary: "Write down who owns or controls whom, and where that stands",
      tags,
      body: FactRequest,
      response: { 201: FactMessage },
    },
    config: { permission: "subjects.write" },
    handler: async (request, reply) => {
      const { organizationId, by } = callerOf(request);
      const { share } = request.body;
      const bounds = share === null ? null : readBounds(share);
      if (typeof bounds === "string")
        throw new Fault({
          code: "input-invalid",
          file: "request",
          where: "share",
          reason: `“${share}” is ${bounds}`,
        });
      const made = await atDesk(parts, organizationId, async (_desk, at, plain) => {
        const trx = networkOf(plain);
        const id = await addFact(trx, request.body, { organizationId, by, at });
        return must(
          (await listFacts(trx)).find((one) => one.id === id),
          "a fact that was added is there",
        );
      });
      return reply.code(201).send(shown(made));
    },
  });
  removal(api, parts, "facts", "ownership_facts");
}
