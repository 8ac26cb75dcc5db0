import { createServer as createNodeServer, type RequestListener, type Server } from "node:http";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import Fastify, {
  type FastifyError,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RouteOptions,
} from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import type { Logger } from "pino";
import { z } from "zod";
import { assert, Fault } from "../../fault.ts";
import { saidMissing } from "../../parse.ts";
import type { Resolved } from "../auth/principal.ts";
import { isDatabaseAway, unavailable } from "../database/database.ts";
import type { HttpMetrics } from "../telemetry/metrics.ts";
import { Stages, withStages } from "../telemetry/stages.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import { etagOf, isNamed } from "./etag.ts";
import { documentApi } from "./openapi.ts";
import { type HttpCode, problemOf, problemOfFault, sendProblem } from "./problem.ts";
import { RouteTable } from "./route-table.ts";
import type { Api, Routes } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { type TraceContext, traceHeaders, traceOf } from "./trace-context.ts";
import { isForBrowsers, servedUrl } from "./web-app.ts";

declare module "fastify" {
  interface FastifyRequest {
    trace: TraceContext;
    startedMs: number;
    /** Where its time went, as far as it is known. */
    stages: Stages;
    /** Why what the caller sent to be known by opens nothing, or null. */
    callerRefused: Fault | null;
  }
}

export const HTTP_LIMITS = {
  /** Node's own is 16 KiB and would answer 431 before an address of 60,000 characters is seen. */
  headerBytesMax: 256 * 1024,
  bodyBytesMax: 1024 * 1024,
  /** An id in an address. */
  parameterCharsMax: 2_000,
  /** A request must be there whole by then; a slow one holds a place. */
  requestMsMax: 60_000,
  keepAliveMs: 75_000,
  /** Smaller answers gain nothing from compression. */
  compressBytesMin: 500,
} as const;

export type ServerOptions = {
  readonly version: string;
  readonly log: Logger;
  readonly metrics: HttpMetrics;
  readonly tracing: Tracing | null;
  /** Finds who asks. */
  readonly resolve: (request: FastifyRequest) => Promise<Resolved>;
  /** Seconds to wait where a heavy route must not be entered now, else null. */
  readonly refuseHeavy: () => number | null;
  /** Requests that keep what they find: more at once would wait for a connection to the database. */
  readonly keepingMax: number;
  readonly urlCharsMax: number;
  readonly ratePerMinute: number;
  readonly corsOrigins: readonly string[];
  readonly trustProxy: readonly string[];
  /** True for addresses that pages of any origin may ask: yente's. */
  readonly isOpenToOrigins: (path: string) => boolean;
  /** Added before any route, and so for all of them. */
  readonly hooks?: readonly ((api: Api) => void)[];
  readonly routes: readonly Routes[];
  /** Shows a browser that goes to an address that is none what there is instead; programs get a problem. */
  readonly missingPage?: ((reply: FastifyReply) => FastifyReply) | null;
};

/** Body of yente's answer to an address that is too long. */
const TOO_LONG = { detail: "Request URI too long" };

/** What Fastify's own errors mean. */
const FASTIFY_CODES: Readonly<Record<string, HttpCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "wrong-type",
  FST_ERR_CTP_EMPTY_JSON_BODY: "body-unreadable",
  FST_ERR_CTP_INVALID_JSON_BODY: "body-unreadable",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "body-unreadable",
  FST_ERR_BAD_URL: "unknown-route",
};

/** What is away for a moment, a database that was restarted or lists that compile, is asked again after so long. */
const RETRY_SECONDS = 2;

function logFault(request: FastifyRequest, fault: Fault): void {
  const trace = request.trace.traceId;
  // Expected while the lists compile, of every request: its words are enough.
  if (fault.code === "edition-unavailable") request.log.warn({ trace, reason: fault.message }, "no edition");
  else request.log.error({ err: fault, trace }, "fault");
}

function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = isDatabaseAway(error) ? unavailable(error) : error;
  if (fault instanceof Fault) {
    const problem = problemOfFault(fault);
    if (problem.status === 503) reply.header("retry-after", String(RETRY_SECONDS));
    if (problem.status >= 500) logFault(request, fault);
    return sendProblem(reply, problem);
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.slice(0, 50).map((issue) => ({
      where: `${error.validationContext ?? "request"}${issue.instancePath.replaceAll("/", ".").replace(/\.$/, "")}`,
      reason: issue.message ?? "is not what it should be",
    }));
    return sendProblem(
      reply,
      problemOf(
        "input-invalid",
        errors
          .map(({ where, reason }) => `${where}: ${reason}`)
          .join("; ")
          .slice(0, 500),
        errors,
      ),
    );
  }
  const known = FASTIFY_CODES[error.code];
  if (known !== undefined) return sendProblem(reply, problemOf(known, error.message.slice(0, 200)));
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return sendProblem(reply, problemOf("limit-exceeded", "The body is larger than this address takes."));
  if (error.statusCode === 429) return sendProblem(reply, problemOf("rate-limited", error.message));
  if (error.statusCode !== undefined && error.statusCode < 500)
    return sendProblem(reply, {
      ...problemOf("body-unreadable", error.message.slice(0, 200)),
      status: error.statusCode,
    });
  request.log.error({ err: error, trace: request.trace.traceId }, "bug");
  return sendProblem(reply, problemOf("internal", `Trace ${request.trace.traceId}.`));
}

/** Finds who asks. What was sent and opens nothing is refused later, when it was counted for its address. */
function resolveCallers(api: Api, { resolve }: ServerOptions): void {
  api.decorateRequest("principal", null);
  api.decorateRequest("personSession", null);
  api.decorateRequest("callerRefused", null);
  api.addHook("onRequest", (request, _reply, done) => {
    const { permission, knowsCallers } = request.routeOptions.config;
    if (permission === undefined || (permission === "public" && knowsCallers !== true)) return done();
    resolve(request).then(
      ({ principal, session }) => {
        request.principal = principal;
        request.personSession = session;
        done();
      },
      (error: Error) => {
        if (!(error instanceof Fault) || error.code !== "credentials-refused") return done(error);
        request.callerRefused = error;
        done();
      },
    );
  });
}

/** Bounds what one key, person or address asks in a minute. A key that opens nothing counts for its address. */
async function limitRates(api: Api, { ratePerMinute }: ServerOptions): Promise<void> {
  if (ratePerMinute === 0) return;
  await api.register(rateLimit, { global: false });
  const limit = api.rateLimit({
    max: ratePerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ principal, ip }: FastifyRequest) => principal?.id ?? ip,
  });
  api.addHook("onRequest", limit);
}

function requirePermissions(api: Api): void {
  const routes: RouteOptions[] = [];
  api.decorate("servedRoutes", []);
  api.addHook("onRoute", (route) => {
    routes.push(route);
  });
  // Looked at when all are added: a plugin's routes get theirs from the scope that they are added to.
  api.addHook("onReady", async () => {
    for (const { config, method, url } of routes) {
      const permission = config?.permission;
      assert(permission !== undefined, `${String(method)} ${url} names the permission that it needs`);
      for (const one of [method].flat()) api.servedRoutes.push({ method: one, url, permission });
    }
  });
  api.addHook("onRequest", (request, reply, done) => {
    const needed = request.routeOptions.config.permission;
    // An address that is none is told so to everybody.
    if (needed === undefined || needed === "public") return done();
    const { principal, personSession: session, callerRefused } = request;
    if (callerRefused !== null) return done(callerRefused);
    if (needed === "signed-in" ? principal === null && session === null : principal === null) {
      sendProblem(
        reply.header("www-authenticate", "Bearer"),
        problemOf("signed-out", "This address answers nobody unknown."),
      );
      return;
    }
    if (needed === "signed-in" || principal?.permissions.has(needed) === true) return done();
    sendProblem(reply, problemOf("forbidden", `This needs the permission ${needed}.`));
  });
}

function traceRequests(api: Api, { metrics, tracing, log }: ServerOptions): void {
  api.decorateRequest("trace");
  api.decorateRequest("startedMs", 0);
  api.decorateRequest("stages");
  // Hooks of all routes call back: a promise of each would be a promise for each request.
  api.addHook("onRequest", (request, reply, done) => {
    request.startedMs = performance.now();
    const { traceparent, tracestate } = request.headers;
    request.trace = traceOf(one(traceparent), one(tracestate));
    reply.headers(traceHeaders(request.trace));
    metrics.began();
    request.stages = new Stages();
    withStages(request.stages, done);
  });
  // The body comes by events of the connection, which are nobody's: the request is named anew when it is there.
  api.addHook("preHandler", (request, _reply, done) => withStages(request.stages, done));
  api.addHook("onSend", (request, reply, payload, done) => {
    const { stages, startedMs } = request;
    if (request.routeOptions.config.heavy === true && !stages.isEmpty)
      reply.header("server-timing", stages.serverTiming(performance.now() - startedMs));
    done(null, payload);
  });
  // Nothing in the line of a request is to be redacted, and to look for it at every depth costs as much as the routing.
  const lines = log.child({}, { redact: [] });
  const logged = log.isLevelEnabled("info");
  api.addHook("onResponse", (request, reply, done) => {
    const ms = performance.now() - request.startedMs;
    // The pattern and not the address: addresses hold names that are searched for.
    const route = request.routeOptions.url ?? "unknown";
    const { statusCode: status } = reply;
    const { stages, startedMs } = request;
    metrics.ended({ method: request.method, route, status, ms, stages });
    tracing?.record({ trace: request.trace, method: request.method, route, status, ms, startedMs, stages });
    if (logged)
      lines.info(
        {
          method: request.method,
          route,
          status,
          ms: Math.round(ms * 100) / 100,
          trace: request.trace.traceId,
          span: request.trace.spanId,
          caller: request.principal?.id,
          batch: reply.getHeader("x-batch-size"),
        },
        "request",
      );
    done();
  });
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function refuseEarly(api: Api, options: ServerOptions): void {
  api.addHook("onRequest", (request, reply, done) => {
    if (request.url.length > options.urlCharsMax) reply.code(414).send(TOO_LONG);
    else done();
  });
}

/** Answers of our own API carry a tag, and are not sent again where the caller has them. */
function tagAnswers(api: Api): void {
  api.addHook("onSend", (request, reply, payload, done) => {
    const tagged = request.method === "GET" && reply.statusCode === 200 && request.url.startsWith("/api/");
    if (!tagged || typeof payload !== "string" || reply.hasHeader("etag")) return done(null, payload);
    const etag = etagOf(payload);
    reply.header("etag", etag);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "private, no-cache");
    if (!isNamed(etag, request.headers["if-none-match"])) return done(null, payload);
    reply.code(304).removeHeader("content-length");
    done(null, "");
  });
}

function answerUnknown(api: Api, table: RouteTable, missingPage: ServerOptions["missingPage"]): void {
  api.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const methods = table.methodsOf(path);
    const opens = request.method === "GET" && isForBrowsers(request);
    if (methods.length === 0 && opens && missingPage) return missingPage(reply);
    if (methods.length === 0)
      return sendProblem(reply, problemOf("unknown-route", `There is no ${path.slice(0, 200)} here.`));
    reply.header("allow", methods.join(", "));
    if (table.isForeign(path)) return reply.code(405).send({ detail: "Method Not Allowed" });
    return sendProblem(reply, problemOf("wrong-method", `${request.method} is not for this address.`));
  });
}

async function secure(api: Api, options: ServerOptions): Promise<void> {
  const headers = securityHeaders();
  api.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await api.register(cors, {
    delegator: (request, callback) => {
      const open = options.isOpenToOrigins((request.url ?? "/").split("?")[0] ?? "/");
      callback(null, {
        origin: open ? "*" : [...options.corsOrigins],
        credentials: true,
        methods: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"],
        exposedHeaders: ["x-batch-size", "traceparent", "tracestate", "etag", "retry-after"],
        maxAge: 600,
        strictPreflight: false,
      });
    },
  });
  await api.register(compress, {
    threshold: HTTP_LIMITS.compressBytesMin,
    encodings: ["gzip", "deflate"],
    zlibOptions: { level: 1 },
  });
}

/** What a heavy request is answered while all threads or connections are busy, in ASCII. */
const BUSY = JSON.stringify(problemOf("overloaded", "As much as can be is under way."));
const BUSY_HEAD = [
  "content-type",
  "application/problem+json; charset=utf-8",
  "content-length",
  String(BUSY.length),
  "access-control-allow-origin",
  "*",
] as const;

/**
 * Node's server, with refusals before anything else is done: under four times the load that can be borne, what a refusal
 * costs decides what is left for answers.
 */
function nodeServer(table: RouteTable, options: ServerOptions, handler: RequestListener): Server {
  const { headerBytesMax, requestMsMax, keepAliveMs } = HTTP_LIMITS;
  const limits = {
    maxHeaderSize: headerBytesMax,
    requestTimeout: requestMsMax,
    keepAliveTimeout: keepAliveMs,
  };
  let keeping = 0;
  const refusal = (keeps: boolean): number | null => {
    const seconds = options.refuseHeavy();
    return seconds === null && keeps && keeping >= options.keepingMax ? 1 : seconds;
  };
  return createNodeServer(limits, (request, response) => {
    const heavy = table.heavyRoute(request.method ?? "", request.url ?? "");
    const seconds = heavy === null ? null : refusal(heavy.keeps);
    if (seconds === null) {
      if (heavy?.keeps === true) {
        keeping += 1;
        response.once("close", () => {
          keeping -= 1;
        });
      }
      return handler(request, response);
    }
    options.metrics.shed();
    // A list and not an object, and text with it: each of both is a tenth of what a refusal costs.
    response.writeHead(503, [...BUSY_HEAD, "retry-after", String(seconds)]);
    response.end(BUSY, "latin1");
  });
}

/** The server with everything that is the same for all routes. Throws where a route does not say who may use it. */
export async function createServer(options: ServerOptions): Promise<Api> {
  const table = new RouteTable();
  const app = Fastify({
    serverFactory: (handler) => nodeServer(table, options, handler),
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    // Lines name the trace; a log of each request's own would put its rules of redaction together anew.
    childLoggerFactory: (log) => log,
    bodyLimit: HTTP_LIMITS.bodyBytesMax,
    rewriteUrl: servedUrl,
    routerOptions: { maxParamLength: HTTP_LIMITS.parameterCharsMax, ignoreTrailingSlash: true },
    trustProxy: options.trustProxy.length === 0 ? false : [...options.trustProxy],
    return503OnClosing: false,
    exposeHeadRoutes: true,
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => {
      request.trace ??= traceOf(undefined, undefined);
      onError(error, request as FastifyRequest, reply as FastifyReply);
    },
  });
  const api: Api = app.withTypeProvider<ZodTypeProvider>() as unknown as Api;
  // A member that a request lacks is told as one that a file lacks.
  z.config({ customError: saidMissing });
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  api.setErrorHandler(onError);
  api.addHook("onRoute", (route) => table.add(route));
  traceRequests(api, options);
  await secure(api, options);
  refuseEarly(api, options);
  resolveCallers(api, options);
  await limitRates(api, options);
  requirePermissions(api);
  tagAnswers(api);
  await documentApi(api, options.version);
  for (const hook of options.hooks ?? []) hook(api);
  for (const routes of options.routes) await api.register(async (scope) => await routes(scope as Api));
  answerUnknown(api, table, options.missingPage);
  return api;
}
