import { availableParallelism } from "node:os";
import type { FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { Fault } from "../fault.ts";
import type { Resolved } from "../platform/auth/principal.ts";
import type { Config } from "../platform/config/settings.ts";
import { parseCron } from "../platform/cron.ts";
import { docsRoutes } from "../platform/http/docs-page.ts";
import type { Api, Routes } from "../platform/http/routes.ts";
import { createServer } from "../platform/http/server.ts";
import { HttpMetrics } from "../platform/telemetry/metrics.ts";
import { startTracing, type Tracing } from "../platform/telemetry/tracing.ts";
import { addGateMetrics, metricsRoutes } from "./gate-metrics.ts";
import { GatePool } from "./lists/gate-pool.ts";
import { LiveSnapshot } from "./lists/live-snapshot.ts";
import { listRoutes } from "./lists/routes.ts";
import { updateLists } from "./lists/update.ts";
import { startUpdateClock } from "./lists/update-clock.ts";
import { type DatasetSource, readDatasetsSetting } from "./screening/yente/dataset-source.ts";
import type { Decided } from "./screening/yente/match.ts";
import type { ReleasePlan } from "./screening/yente/release.ts";
import { isYentePath, yenteRoutes } from "./screening/yente/routes.ts";
import { readYenteManifest } from "./screening/yente/yente-manifest.ts";

/** What the service stands on that only the program's start knows. */
export type ServiceParts = {
  readonly config: Config;
  readonly version: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
  readonly now: () => Date;
};

/** A running service. */
export type Service = {
  readonly api: Api;
  readonly live: LiveSnapshot;
  /** Where it listens: http://127.0.0.1:8000. */
  readonly address: string;
  /** Resolves when the data is open for the first time; rejects where it cannot be. */
  readonly ready: Promise<void>;
  readonly update: () => Promise<boolean>;
  /** Lets what is under way end, then stops everything. */
  readonly stop: () => Promise<void>;
};

/** Requests under way at a stop are given so long. */
const DRAIN_MS_MAX = 20_000;

const NOBODY: Resolved = { principal: null, session: null };

/** True where only this machine can reach the address. */
export function isLoopback(host: string | null): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host ?? "");
}

async function planOf(
  { config, environment }: ServiceParts,
  before: Readonly<Record<string, number>>,
): Promise<ReleasePlan> {
  const sources: DatasetSource[] = [];
  if (config.datasets !== null) sources.push(...readDatasetsSetting(config.datasets, "SLUICE_DATASETS"));
  if (config.manifest !== null) sources.push(...(await readYenteManifest(config.manifest, environment)));
  const own = config.datasets !== null || config.manifest !== null;
  return {
    home: config.homeFolder,
    sources,
    lists: !own || config.withLists,
    before,
    verifyChecksum: config.verifyChecksum,
  };
}

/** Looks for newer data; with `fetch`, the publishers are asked first. What fails leaves what is served. */
async function update(parts: ServiceParts, live: LiveSnapshot, fetch: boolean): Promise<boolean> {
  const { config, log, now } = parts;
  if (fetch && config.fetchLists) {
    const home = config.homeFolder === null ? {} : { home: config.homeFolder };
    for (const report of await updateLists({ ...home, now: now() }))
      log[report.outcome === "refused" || report.outcome === "unreachable" ? "warn" : "info"](
        { list: report.list, outcome: report.outcome },
        "list update",
      );
  }
  const changed = await live.update((before) => planOf(parts, before));
  if (changed) log.info({ release: live.files?.hash }, "release taken into force");
  return changed;
}

/** The seconds that a heavy request should wait, or null where it may enter. */
function heavyGate(live: LiveSnapshot, waitMsMax: number): () => number | null {
  return () => {
    const wait = live.pool.expectedWaitMs;
    return wait > waitMsMax ? Math.max(1, Math.ceil(wait / 1000)) : null;
  };
}

/** What a desk adds to the server. */
export type Desk = {
  readonly routes: readonly Routes[];
  readonly resolve: (request: FastifyRequest) => Promise<Resolved>;
  readonly decidedBy: (request: FastifyRequest) => Promise<Decided | null>;
  readonly stop: () => Promise<void>;
};

const NO_DESK: Desk = {
  routes: [],
  resolve: async () => NOBODY,
  decidedBy: async () => null,
  stop: async () => {},
};

/** Everything that is built once per process; listens before the lists are open, and says so in `/readyz`. */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { config, version, log, now } = parts;
  const cron = parseCron(config.updateCron ?? "0 * * * *", "SLUICE_UPDATE_CRON");
  const threads = config.threads > 0 ? config.threads : Math.max(1, availableParallelism() - 1);
  const pool = new GatePool(threads, (reason) => log.error({ reason }, "a screening thread was started anew"));
  const live = new LiveSnapshot({ pool, now });
  const metrics = new HttpMetrics();
  addGateMetrics(metrics, live, now);
  const tracing: Tracing | null =
    config.traceEndpoint === null ? null : startTracing(config.traceEndpoint, version);
  const look = (): Promise<boolean> => update(parts, live, true);
  const desk = NO_DESK;
  const open = config.openMatch === "true" || (config.openMatch === "auto" && isLoopback(config.host));
  const api = await createServer({
    version,
    log,
    metrics,
    tracing,
    resolve: desk.resolve,
    refuseHeavy: heavyGate(live, config.waitMsMax),
    urlCharsMax: config.urlCharsMax,
    ratePerMinute: config.ratePerMinute,
    corsOrigins: config.corsOrigins,
    trustProxy: config.trustProxy,
    isOpenToOrigins: isYentePath,
    routes: [
      yenteRoutes({ live, open, update: look, updateToken: config.updateToken, decidedBy: desk.decidedBy }),
      metricsRoutes(metrics, config.metricsToken),
      listRoutes({ live, update: look }),
      docsRoutes,
      ...desk.routes,
    ],
  });
  const ready = update(parts, live, false).then(() => {});
  // Whoever waits for it hears of it; nobody waiting is no crash.
  ready.catch(() => {});
  const clock = config.autoUpdate ? startUpdateClock({ cron, now, work: look }) : null;
  const address = await listen(api, config);
  const stop = async (): Promise<void> => {
    clock?.stop();
    await Promise.race([api.close(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS_MAX).unref())]);
    await pool.end();
    await desk.stop();
    await tracing?.stop();
  };
  return { api, live, address, ready, update: look, stop };
}

async function listen(api: Api, { host, port }: Config): Promise<string> {
  try {
    return await api.listen({ host: host ?? "127.0.0.1", port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const at = `${host}:${port}`;
    const reason =
      code === "EADDRINUSE"
        ? `${at} is taken by another program; choose another port with --port`
        : `cannot listen on ${at}: ${error instanceof Error ? error.message : String(error)}`;
    throw new Fault({ code: "usage", reason }, error);
  }
}
