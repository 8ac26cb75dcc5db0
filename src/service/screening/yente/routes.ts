import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sha256 } from "../../../engine/digest.ts";
import { Fault } from "../../../fault.ts";
import type { RouteAccess } from "../../../platform/auth/permission.ts";
import { etagOf, isNamed } from "../../../platform/http/etag.ts";
import type { Routes } from "../../../platform/http/routes.ts";
import type { LiveSnapshot } from "../../lists/live-snapshot.ts";
import type { YenteRequest } from "./answer.ts";
import { yenteDocs } from "./docs.ts";
import type { Decided } from "./match.ts";

export type YenteParts = {
  readonly live: LiveSnapshot;
  /** True where nobody needs a key: the service listens on this machine alone, or was told so. */
  readonly open: boolean;
  /** Reads the data anew; resolves when it is in force or refused. */
  readonly update: () => Promise<unknown>;
  readonly updateToken: string | null;
  /** What the caller's organisation has decided before, or null. */
  readonly decidedBy: (request: FastifyRequest) => Promise<Decided | null>;
};

/** A batch of a hundred subjects with many names each. */
const BODY_BYTES_MAX = 8 * 1024 * 1024;
const CATALOGUE_AGE = "public, max-age=300";

const ICON = Buffer.from(
  "AAABAAEAAQEAAAEAIAAwAAAAFgAAACgAAAABAAAAAgAAAAEAIAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAD/AAAAAAAAAA==",
  "base64",
);

function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf("?");
  return at < 0 ? "" : request.url.slice(at + 1);
}

function detail(reply: FastifyReply, status: number, words: string): FastifyReply {
  return reply.code(status).send({ detail: words });
}

/** Errors as yente's clients know them. */
function onError(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof Fault && error.code === "edition-unavailable")
    return detail(reply, 503, "Index not ready.");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return detail(reply, error.statusCode, error.message.slice(0, 200));
  request.log.error({ err: error, trace: request.trace.traceId }, "bug");
  return reply.code(500).send({ status: "error" });
}

function isToken(given: string | null, wanted: string | null): boolean {
  if (given === null || wanted === null || wanted === "") return false;
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(wanted)));
}

function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}

/** The body of an answer, whose status and headers are set here. */
async function answerTo(
  parts: YenteParts,
  request: YenteRequest,
  reply: FastifyReply,
): Promise<Buffer | FastifyReply> {
  const { answer, release } = await parts.live.answer(request);
  reply.code(answer.status).headers(answer.headers).header("sluice-release", release.slice(0, 16));
  if (answer.status === 308) return reply.send();
  reply.header("content-type", "application/json");
  // As bytes, for text would be encoded a second time; and not as the reply, which is waited for at some cost.
  return Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength);
}

/** Answers that stay the same with the data carry a tag and may be kept for five minutes. */
async function taggedAnswer(
  parts: YenteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: YenteRequest,
): Promise<FastifyReply> {
  const { answer } = await parts.live.answer(asked);
  const etag = etagOf(answer.body);
  reply.headers({ etag, "cache-control": CATALOGUE_AGE });
  if (isNamed(etag, request.headers["if-none-match"])) return reply.code(304).send();
  return reply.header("content-type", "application/json").send(Buffer.from(answer.body));
}

type Params<K extends string> = { readonly [P in K]: string };

function screeningRoutes(api: FastifyInstance, parts: YenteParts, access: RouteAccess): void {
  const config = { permission: access, knowsCallers: true, heavy: true, foreign: true };
  const own = { validatorCompiler: () => () => true, config };
  api.post(
    "/match/:dataset",
    { ...own, bodyLimit: BODY_BYTES_MAX, schema: yenteDocs.match },
    async (request, reply) => {
      const { dataset } = request.params as Params<"dataset">;
      // Its own bytes: with a part of a pool a message would carry the pool.
      const body = new Uint8Array((request.body as Buffer | null) ?? []);
      const decided = await parts.decidedBy(request);
      return answerTo(parts, { kind: "match", dataset, query: queryOf(request), body, decided }, reply);
    },
  );
  api.get("/search/:dataset", { ...own, schema: yenteDocs.search }, async (request, reply) => {
    const { dataset } = request.params as Params<"dataset">;
    return answerTo(parts, { kind: "search", dataset, query: queryOf(request) }, reply);
  });
  api.get("/entities/:id", { ...own, schema: yenteDocs.entity }, async (request, reply) => {
    const { id } = request.params as Params<"id">;
    return answerTo(parts, { kind: "entity", id, query: queryOf(request) }, reply);
  });
  api.get("/entities/:id/adjacent", { ...own, schema: yenteDocs.adjacent }, async (request, reply) => {
    const { id } = request.params as Params<"id">;
    return answerTo(parts, { kind: "adjacent", id, query: queryOf(request) }, reply);
  });
  api.get(
    "/entities/:id/adjacent/:property",
    { ...own, schema: yenteDocs.adjacentProperty },
    async (request, reply) => {
      const { id, property } = request.params as Params<"id" | "property">;
      return answerTo(parts, { kind: "adjacent-property", id, property, query: queryOf(request) }, reply);
    },
  );
}

function reconcileRoutes(api: FastifyInstance, parts: YenteParts, access: RouteAccess): void {
  const config = { permission: access, heavy: true, foreign: true };
  const own = { validatorCompiler: () => () => true, config };
  api.get("/reconcile/:dataset", { ...own, schema: yenteDocs.reconcile }, async (request, reply) => {
    const { dataset } = request.params as Params<"dataset">;
    const query = queryOf(request);
    const asked = new URLSearchParams(query);
    // OpenRefine of old sends its queries in the address.
    if (asked.has("queries") || asked.has("extend"))
      return answerTo(parts, { kind: "reconcile", dataset, query, form: query }, reply);
    return answerTo(parts, { kind: "manifest", dataset, query, origin: originOf(request) }, reply);
  });
  api.post(
    "/reconcile/:dataset",
    { ...own, bodyLimit: BODY_BYTES_MAX, schema: yenteDocs.reconcilePost },
    async (request, reply) => {
      const { dataset } = request.params as Params<"dataset">;
      const form = (request.body as Buffer | null)?.toString("utf8") ?? "";
      return answerTo(parts, { kind: "reconcile", dataset, query: queryOf(request), form }, reply);
    },
  );
  for (const what of ["entity", "property", "type"] as const) {
    api.get(
      `/reconcile/:dataset/suggest/${what}`,
      { ...own, schema: yenteDocs.suggest },
      async (request, reply) => {
        const { dataset } = request.params as Params<"dataset">;
        return answerTo(parts, { kind: "suggest", dataset, what, query: queryOf(request) }, reply);
      },
    );
  }
  api.get(
    "/reconcile/:dataset/extend/property",
    { ...own, schema: yenteDocs.extendProperty },
    async (request, reply) => {
      const { dataset } = request.params as Params<"dataset">;
      return answerTo(parts, { kind: "extend-property", dataset, query: queryOf(request) }, reply);
    },
  );
}

function systemRoutes(api: FastifyInstance, parts: YenteParts, access: RouteAccess): void {
  const open = {
    config: { permission: "public" as const, foreign: true },
    validatorCompiler: () => () => true,
  };
  const keyed = { ...open, config: { permission: access, foreign: true } };
  const catalogue = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    taggedAnswer(parts, request, reply, { kind: "catalogue" });
  api.get("/catalog", { ...keyed, schema: yenteDocs.catalogue }, catalogue);
  api.get("/manifest", { ...keyed, schema: yenteDocs.catalogue }, catalogue);
  api.get("/algorithms", { ...keyed, schema: yenteDocs.algorithms }, async (request, reply) =>
    taggedAnswer(parts, request, reply, { kind: "algorithms" }),
  );
  api.get("/healthz", { ...open, schema: yenteDocs.health }, async () => ({ status: "ok" }));
  api.get("/readyz", { ...open, schema: yenteDocs.ready }, async (_request, reply) => {
    if (!parts.live.isReady) return detail(reply, 503, "Index not ready.");
    const { ok, problem, at } = parts.live.lastUpdate;
    // What is served is whole either way; that it could be newer is for the operator to know.
    return {
      status: "ok",
      update: {
        ok,
        problem: ok ? problem : "The last update was refused; see the log.",
        at: at?.toISOString() ?? null,
      },
    };
  });
  api.post("/updatez", { ...open, schema: yenteDocs.update }, async (request, reply) => {
    const asked = new URLSearchParams(queryOf(request));
    if (!isToken(asked.get("token"), parts.updateToken)) return detail(reply, 403, "Invalid token.");
    const done = parts.update();
    const sync = /^(true|1|yes|on|t|y)$/i.test(asked.get("sync") ?? "");
    if (!sync) {
      done.catch((error: unknown) =>
        request.log.error({ err: error, trace: request.trace.traceId }, "update refused"),
      );
      return { status: "ok" };
    }
    try {
      await done;
      return { status: "ok" };
    } catch (error) {
      request.log.error({ err: error, trace: request.trace.traceId }, "update refused");
      return detail(
        reply,
        500,
        `The update was refused, and what was served before still is: ${error instanceof Error ? error.message : "see the log"}`,
      );
    }
  });
  api.get("/favicon.ico", { ...open, schema: { hide: true } }, async (_request, reply) =>
    reply.header("content-type", "image/x-icon").header("cache-control", "public, max-age=86400").send(ICON),
  );
}

/** The routes of yente, for its clients as they are. */
export function yenteRoutes(parts: YenteParts): Routes {
  const access: RouteAccess = parts.open ? "public" : "match.use";
  return async (api) => {
    await api.register(async (scope) => {
      // Whatever the content type says, the body is read as what the route takes.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
      scope.addHook("onRequest", async ({ headers }) => {
        // Fastify refuses what is no media type before any parser is asked; yente's clients may send anything.
        if (headers["content-type"] !== undefined) headers["content-type"] = "application/octet-stream";
      });
      scope.setErrorHandler(onError);
      // Schemas here describe; what is sent was made by the thread that answered.
      scope.setSerializerCompiler(() => (data) => JSON.stringify(data));
      // Its own schemas describe and don't check, so they give no types either.
      const yente = scope as unknown as FastifyInstance;
      screeningRoutes(yente, parts, access);
      reconcileRoutes(yente, parts, access);
      systemRoutes(yente, parts, access);
    });
  };
}

/** True for addresses that yente answers: pages of any origin may ask them, as they may ask yente. */
export function isYentePath(path: string): boolean {
  return /^\/(match|search|entities|reconcile|catalog|manifest|algorithms|healthz|readyz|updatez)(\/|$)/.test(
    path,
  );
}
