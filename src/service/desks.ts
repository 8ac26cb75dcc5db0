import type { FastifyRequest } from "fastify";
import type { Registry } from "prom-client";
import { findOrganization } from "../platform/auth/organizations.ts";
import type { Resolved } from "../platform/auth/principal.ts";
import type { Config } from "../platform/config/settings.ts";
import { inOrganization } from "../platform/database/tenant.ts";
import type { Api, Routes } from "../platform/http/routes.ts";
import { mailerOf } from "../platform/mail/mailer.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { StoryClock } from "./accounts/story-clock.ts";
import { storyRoutes } from "./accounts/story-routes.ts";
import type { LiveSnapshot } from "./lists/live-snapshot.ts";
import type { UpdateReport } from "./lists/update.ts";
import { askForUpdate, followLists, listsUpdateJob } from "./lists/update-job.ts";
import { openRecords } from "./records.ts";
import { goodsRoutes } from "./screening/goods-routes.ts";
import { screeningDesk } from "./screening/screening-desk.ts";
import { storable } from "./screening/storable.ts";
import { suppressionsAt } from "./screening/suppressions/suppressed.ts";
import type { Decided } from "./screening/yente/match.ts";
import type { Store } from "./store.ts";
import { waiversDesk } from "./waivers/waivers-desk.ts";
import { workersDesk } from "./workers/workers-desk.ts";

/** What the desks add to the server. */
export type Desks = {
  readonly routes: readonly Routes[];
  /** Added to the server before any route. */
  readonly hooks: readonly ((api: Api) => void)[];
  /** Asks for newer lists, as a job that one process does; null where there are no jobs. */
  readonly updateLists: (() => Promise<void>) | null;
  /** Finds who asks. */
  readonly resolve: (request: FastifyRequest) => Promise<Resolved>;
  /** What the caller's organisation has decided before. */
  readonly decidedBy: (request: FastifyRequest) => Promise<Decided | null>;
  readonly stop: () => Promise<void>;
};

const NOBODY: Resolved = { principal: null, session: null };

/** A service without a database: it knows nobody and remembers nothing. */
export const NO_DESKS: Desks = {
  routes: [],
  hooks: [],
  updateLists: null,
  resolve: async () => NOBODY,
  decidedBy: async () => null,
  stop: async () => {},
};

/** Suppressions read a moment ago are taken again for so long: a burst of matches asks the database once. */
const DECIDED_MS = 1_000;
const DECIDED_MAX = 1_000;

type Kept = { readonly until: number; readonly decided: Promise<Decided> };

/** What organisations have decided, asked of the database at most once a second each. */
function decidedReader(store: Store, now: () => Date): Desks["decidedBy"] {
  const kept = new Map<string, Kept>();
  return async ({ principal }) => {
    if (principal === null) return null;
    const at = now();
    const held = kept.get(principal.organizationId);
    if (held !== undefined && held.until > at.getTime()) return held.decided;
    const day = at.toISOString().slice(0, 10);
    const decided = inOrganization(store.database, principal.organizationId, async (trx) => ({
      suppressions: await suppressionsAt(trx, day),
      day,
    }));
    if (kept.size >= DECIDED_MAX) kept.clear();
    kept.set(principal.organizationId, { until: at.getTime() + DECIDED_MS, decided });
    decided.catch(() => kept.delete(principal.organizationId));
    return decided;
  };
}

export type DesksOptions = {
  readonly store: Store;
  readonly live: LiveSnapshot;
  readonly config: Pick<Config, "homeFolder" | "webhooksAllowed" | "demo" | "smtpUrl" | "mailFrom">;
  readonly version: string;
  readonly registry: Registry;
  readonly now: () => Date;
  /** Looks for newer lists in this process; resolves to what became of each. */
  readonly fetchLists: () => Promise<readonly UpdateReport[]>;
  readonly onError: (error: unknown) => void;
};

/** Opens every desk over the store. */
export async function openDesks(options: DesksOptions): Promise<Desks> {
  const { store, live, config, now, onError } = options;
  const { accounts, database } = store;
  const clock = new StoryClock(now);
  const mailer = mailerOf(config);
  const workers = workersDesk({
    database,
    now: clock.now,
    publicUrl: new URL(accounts.publicUrl).origin,
    organizationName: async (id) => (await findOrganization(accounts.database, id)).name,
  });
  const desk = screeningDesk({
    database,
    gate: live,
    now: clock.now,
    version: options.version,
    home: config.homeFolder,
    payouts: workers.payouts,
  });
  const waivers = waiversDesk({
    database,
    gate: live,
    clock,
    publicUrl: accounts.publicUrl,
    mails: mailer === null ? null : { mailer, people: accounts.database },
  });
  const lists = { database, live, fetchLists: options.fetchLists, now, onError };
  const records = await openRecords({
    database,
    appUrl: store.appUrl,
    folder: store.folder,
    secret: store.secret,
    webhooksAllowed: config.webhooksAllowed,
    handlers: [...desk.handlers, ...waivers.handlers, ...workers.handlers, listsUpdateJob(lists)],
    registry: options.registry,
    now,
    onError,
  });
  const unfollow = await followLists({ ...lists, feed: records.feed }, async () => {
    await desk.listsChanged(records.jobs);
    await waivers.listsChanged();
  });
  return {
    // No desk is entered with a text that its database could not keep.
    routes: [
      ...accountRoutes(accounts),
      storyRoutes(accounts, config.demo),
      goodsRoutes(),
      ...desk.routes(records.jobs),
      ...waivers.routes(records.signer),
      ...workers.routes(records.jobs),
      ...records.routes,
    ].map(storable),
    hooks: [records.hook, clock.hook],
    updateLists: () => askForUpdate(database, records.jobs, now),
    resolve: (request) => accounts.principals.resolve(request),
    decidedBy: decidedReader(store, now),
    stop: async () => {
      unfollow();
      await records.stop();
      mailer?.close();
    },
  };
}
