import type { FastifyRequest } from "fastify";
import type { Resolved } from "../platform/auth/principal.ts";
import { inOrganization } from "../platform/database/tenant.ts";
import type { Routes } from "../platform/http/routes.ts";
import { accountRoutes } from "./accounts/routes.ts";
import type { Gate } from "./lists/live-snapshot.ts";
import { goodsRoutes } from "./screening/goods-routes.ts";
import { screenRoutes } from "./screening/screen-routes.ts";
import { suppressionsAt } from "./screening/suppressions/suppressed.ts";
import type { Decided } from "./screening/yente/match.ts";
import type { Store } from "./store.ts";

/** What the desks add to the server. */
export type Desks = {
  readonly routes: readonly Routes[];
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

/** Opens every desk over the store. */
export async function openDesks(store: Store, gate: Gate, now: () => Date): Promise<Desks> {
  const { accounts } = store;
  return {
    routes: [...accountRoutes(accounts), screenRoutes({ gate }), goodsRoutes()],
    resolve: (request) => accounts.principals.resolve(request),
    decidedBy: decidedReader(store, now),
    stop: async () => {},
  };
}
