import { createServer as createSocket } from "node:net";
import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { Fault } from "../fault.ts";
import { issueFirstOwnerLink } from "../platform/auth/links.ts";
import type { Config } from "../platform/config/settings.ts";
import { parseCron } from "../platform/cron.ts";
import { docsRoutes, frontDoorRoutes } from "../platform/http/docs-page.ts";
import type { Api } from "../platform/http/routes.ts";
import { createServer } from "../platform/http/server.ts";
import { builtWebApp, missingPageOf, webAppRoutes } from "../platform/http/web-app.ts";
import { homeFolder, programFolder } from "../platform/paths.ts";
import { HttpMetrics } from "../platform/telemetry/metrics.ts";
import { startTracing, type Tracing } from "../platform/telemetry/tracing.ts";
import { fillDemoOrganization, makeDemoOrganization } from "./accounts/demo-organization.ts";
import { linkUrl } from "./accounts/link-page.ts";
import { type Desks, NO_DESKS, openDesks } from "./desks.ts";
import { addGateMetrics, metricsRoutes } from "./gate-metrics.ts";
import { entryRoutes } from "./lists/entry-routes.ts";
import { GatePool } from "./lists/gate-pool.ts";
import { keptHistories } from "./lists/list-histories.ts";
import { LiveSnapshot } from "./lists/live-snapshot.ts";
import { listRoutes } from "./lists/routes.ts";
import { lastOutcomes, type UpdateReport, updateLists } from "./lists/update.ts";
import { startUpdateClock } from "./lists/update-clock.ts";
import { isLoopback, publicUrlOf } from "./public-url.ts";
import { type DatasetSource, readDatasetsSetting } from "./screening/yente/dataset-source.ts";
import type { ReleasePlan } from "./screening/yente/release.ts";
import { isYentePath, yenteRoutes } from "./screening/yente/routes.ts";
import { checkedRules, type Rules } from "./screening/yente/rules.ts";
import { readYenteManifest } from "./screening/yente/yente-manifest.ts";
import { databaseOf, openStore, type Store } from "./store.ts";

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
  /** Where it remembers, or null where it remembers nothing. */
  readonly database: string | null;
  /** The first owner's one-time link, where nobody is in yet. */
  readonly ownerLink: string | null;
  /** Resolves when the data is open for the first time; rejects where it cannot be. */
  readonly ready: Promise<void>;
  readonly update: () => Promise<boolean>;
  /** Lets what is under way end, then stops everything. */
  readonly stop: () => Promise<void>;
};

/** Requests under way at a stop are given so long. */
const DRAIN_MS_MAX = 20_000;
/** Datasets and compiled lists are open within it; the first compilation of all lists takes a minute. */
const READY_FIRST_MS = 10_000;

function rulesOf(config: Config): Rules {
  return checkedRules({
    matchPage: config.matchPage,
    matchesMax: config.matchesMax,
    batchMax: config.batchMax,
    defaultAlgorithm: config.defaultAlgorithm,
    bestAlgorithm: config.bestAlgorithm,
    hiddenAlgorithms: config.hiddenAlgorithms,
  });
}

/** Whether the lists are served: datasets of one's own are served by themselves unless they are asked for as well. */
function servesLists({ datasets, manifest, withLists }: Config): boolean {
  return (datasets === null && manifest === null) || withLists;
}

async function planOf(
  { config, environment }: ServiceParts,
  before: Readonly<Record<string, number>>,
): Promise<ReleasePlan> {
  const sources: DatasetSource[] = [];
  if (config.datasets !== null) sources.push(...readDatasetsSetting(config.datasets, "SLUICE_DATASETS"));
  if (config.manifest !== null) sources.push(...(await readYenteManifest(config.manifest, environment)));
  return {
    home: config.homeFolder,
    sources,
    lists: servesLists(config),
    before,
    verifyChecksum: config.verifyChecksum,
    deltas: config.deltaUpdates,
    rules: rulesOf(config),
  };
}

/** Asks the publishers for newer editions, where that is not turned off; what became of each list. */
async function fetchLists({ config, log, now }: ServiceParts): Promise<readonly UpdateReport[]> {
  if (!config.fetchLists) return [];
  const home = config.homeFolder === null ? {} : { home: config.homeFolder };
  const reports = await updateLists({ ...home, now: now() });
  for (const report of reports)
    log[report.outcome === "refused" || report.outcome === "unreachable" ? "warn" : "info"](
      { list: report.list, outcome: report.outcome },
      "list update",
    );
  return reports;
}

/** Looks for newer data; with `fetch`, the publishers are asked first. What fails leaves what is served. */
async function update(parts: ServiceParts, live: LiveSnapshot, fetch: boolean): Promise<boolean> {
  const { log } = parts;
  if (fetch) await fetchLists(parts);
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

/** A port that is free at this moment, where any will do. */
async function chosenPort({ host, port }: Config): Promise<number> {
  if (port !== 0) return port;
  return new Promise((resolve, reject) => {
    const probe = createSocket();
    probe.once("error", reject);
    probe.listen(0, host ?? "127.0.0.1", () => {
      const address = probe.address();
      const free = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(free));
    });
  });
}

async function serverOf(
  parts: ServiceParts,
  live: LiveSnapshot,
  observed: { readonly metrics: HttpMetrics; readonly tracing: Tracing | null },
  desks: Desks,
): Promise<Api> {
  const { config, version, log } = parts;
  const look = (): Promise<boolean> => update(parts, live, true);
  const open = config.openMatch === "true" || (config.openMatch === "auto" && isLoopback(config.host));
  const app = builtWebApp(programFolder());
  const yente = { live, open, update: look, updateToken: config.updateToken, decidedBy: desks.decidedBy };
  return createServer({
    version,
    log,
    ...observed,
    resolve: desks.resolve,
    refuseHeavy: heavyGate(live, config.waitMsMax),
    keepingMax: config.databaseConnections,
    urlCharsMax: config.urlCharsMax,
    ratePerMinute: config.ratePerMinute,
    corsOrigins: config.corsOrigins,
    trustProxy: config.trustProxy,
    isOpenToOrigins: isYentePath,
    routes: [
      yenteRoutes(yente),
      metricsRoutes(observed.metrics, config.metricsToken),
      listRoutes({
        live,
        update: desks.updateLists ?? look,
        outcomes: () => lastOutcomes(homeFolder(config.homeFolder ?? undefined, process.env)),
      }),
      entryRoutes({
        live,
        histories: keptHistories(config.homeFolder === null ? {} : { home: config.homeFolder }),
      }),
      docsRoutes,
      app === null ? frontDoorRoutes : webAppRoutes(app),
      ...desks.routes,
    ],
    hooks: desks.hooks,
    missingPage: app === null ? null : missingPageOf(app),
  });
}

/** At the very first start, an organisation to look at: made now, and filled when the lists, which it is about, are open. */
async function startDemo(
  { config, log }: ServiceParts,
  store: Store | null,
  api: Api,
  ready: Promise<void>,
): Promise<void> {
  if (store === null || !config.demo || !servesLists(config)) return;
  const { accounts } = store;
  const id = await makeDemoOrganization(accounts);
  if (id === null) return;
  ready
    .then(() => fillDemoOrganization({ api, accounts, programFolder: programFolder() }, id))
    .then((report) => log.info(report, "demonstration filled"))
    .catch((error: unknown) => log.warn({ err: error }, "the demonstration could not be filled"));
}

/** The first owner's way in, where nobody is in yet: an address that opens once. */
async function ownerLink(store: Store | null, now: Date): Promise<string | null> {
  if (store === null) return null;
  const link = await issueFirstOwnerLink(store.accounts.database, now);
  return link === null ? null : linkUrl(store.accounts.publicUrl, link.token);
}

/** Ends what was begun, last first; each is given its turn whatever the others do. */
class Closing {
  readonly #steps: (() => unknown)[] = [];

  add(step: () => unknown): void {
    this.#steps.push(step);
  }

  async close(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch {
        // What cannot be ended in order ends with the process.
      }
    }
  }
}

/** Starts everything that a process has of its own; listens before the lists are open, and says so in `/readyz`. */
export async function startService(given: ServiceParts): Promise<Service> {
  const config = { ...given.config, port: await chosenPort(given.config) };
  const parts = { ...given, config };
  const { version, log, now } = parts;
  const closing = new Closing();
  try {
    rulesOf(config);
    const kind = databaseOf(config);
    const cron = parseCron(config.updateCron ?? "0 * * * *", "SLUICE_UPDATE_CRON");
    const threads = config.threads > 0 ? config.threads : Math.max(1, availableParallelism() - 1);
    const pool = new GatePool(threads, (reason) =>
      log.error({ reason }, "a screening thread was started anew"),
    );
    closing.add(() => pool.end());
    const live = new LiveSnapshot({ pool, now });
    closing.add(() => live.stop());
    const metrics = new HttpMetrics();
    addGateMetrics(metrics, live, now);
    const tracing = config.traceEndpoint === null ? null : startTracing(config.traceEndpoint, version);
    closing.add(() => tracing?.stop());
    const ready = update(parts, live, false).then(() => {});
    // Whoever waits for it hears of it; nobody waiting is no crash.
    ready.catch(() => {});
    const store = kind === null ? null : await openStore({ ...parts, kind, publicUrl: publicUrlOf(config) });
    closing.add(() => store?.close());
    const desks =
      store === null
        ? NO_DESKS
        : await openDesks({
            store,
            live,
            config,
            version,
            registry: metrics.registry,
            now,
            fetchLists: async () => {
              const reports = await fetchLists(parts);
              await update(parts, live, false);
              return reports;
            },
            onError: (error) => log.warn({ err: error }, "records"),
          });
    closing.add(() => desks.stop());
    const api = await serverOf(parts, live, { metrics, tracing }, desks);
    closing.add(() => drain(api));
    // What is quickly open is open before the first question can come.
    await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, READY_FIRST_MS).unref())]);
    const address = await listen(api, config);
    await startDemo(parts, store, api, ready);
    const clock = config.autoUpdate
      ? startUpdateClock({ cron, now, work: desks.updateLists ?? (() => update(parts, live, true)) })
      : null;
    closing.add(() => clock?.stop());
    return {
      api,
      live,
      address,
      ready,
      database: store?.place ?? null,
      ownerLink: await ownerLink(store, now()),
      update: () => update(parts, live, true),
      stop: () => closing.close(),
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Takes nothing new and lets what is under way end, for as long as is given. */
async function drain(api: Api): Promise<void> {
  await Promise.race([api.close(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS_MAX).unref())]);
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
