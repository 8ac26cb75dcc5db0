import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { KEY_PERMISSIONS, PERMISSIONS_OF, type Permission, ROLES } from "../../platform/auth/permission.ts";
import { ID_PREFIXES } from "../../platform/database/id.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { ServedRoute } from "../../platform/http/routes.ts";
import { PAGES } from "../../platform/http/web-app.ts";
import { fillOrganization } from "../fixtures/filled-organization.ts";
import { type OwnedService, startOwnedService } from "../fixtures/owned-service.ts";
import type { YenteService } from "../screening/yente/fixtures/yente-service.ts";
import { invite, type TestBrowser } from "./fixtures/test-service.ts";

// Thousands of requests: minutes on a busy machine.
vi.setConfig({ testTimeout: 900_000 });

/** Stands in everything that the first organisation owns, and must be seen nowhere else. */
const MARKER = "Xylograph";
const ID = new RegExp(`\\b(?:${ID_PREFIXES.join("|")})_[0-9a-f]{32}\\b`, "g");

let owned: OwnedService;
let its: TestDatabase;
let yente: YenteService;
let routes: readonly ServedRoute[];
let ownerOfA: TestBrowser;
let ownerOfB: TestBrowser;
let organizationA = "";

beforeAll(async () => {
  owned = await startOwnedService();
  ({ its, service: yente, owner: ownerOfA } = owned);
  routes = yente.service.api.servedRoutes.filter(({ method }) => method !== "OPTIONS");
  const named = await ownerOfA.ask("PATCH", "/api/v1/organization", { name: `${MARKER} Bank` });
  expect(named.status, named.text).toBe(200);
  organizationA = (await ownerOfA.ask("GET", "/api/v1/session")).json.organization.id;
  // The second organisation: made by the first's owner, and handed over whole.
  const second = await ownerOfA.ask("POST", "/api/v1/organizations", { name: "Second Bank" });
  await ownerOfA.ask("PUT", "/api/v1/session/organization", { organizationId: second.json.id });
  ownerOfB = await invite(ownerOfA, "owner", "b@second.example");
  const people = (await ownerOfB.ask("GET", "/api/v1/people")).json.items as { id: string; email: string }[];
  const former = people.find(({ email }) => email === "o@bank.example")?.id;
  expect((await ownerOfB.ask("DELETE", `/api/v1/people/${former}`)).status).toBe(204);
});
afterAll(async () => {
  await owned.close();
});

/** Only the status is of interest, and a stream would never end. */
async function statusOf(
  route: ServedRoute,
  headers: Record<string, string>,
  path = route.url,
): Promise<number> {
  const url = new URL(path.replaceAll(/:\w+|\*/g, "unknown"), ownerOfA.url);
  const hasBody = !["GET", "HEAD"].includes(route.method);
  const stop = new AbortController();
  const answer = await fetch(url, {
    method: route.method,
    redirect: "manual",
    signal: stop.signal,
    headers: { origin: ownerOfA.url, ...(hasBody ? { "content-type": "application/json" } : {}), ...headers },
    ...(hasBody ? { body: "{}" } : {}),
  });
  stop.abort();
  return answer.status;
}

/** A few at a time: thousands of requests, one after the other, take minutes. */
async function forEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

const nameOf = ({ method, url, permission }: ServedRoute): string => `${method} ${url} (${permission})`;
const asks = (route: ServedRoute): boolean => route.permission !== "public";

test("every route says who may use it, and the public ones are these and no others", () => {
  expect(routes.length).toBeGreaterThan(40);
  const open = new Set(routes.filter((route) => !asks(route)).map(({ url }) => url));
  const yentes =
    /^\/(match|search|entities|catalog|algorithms|reconcile|healthz|readyz|updatez|statements)\b/;
  // The app's document and its files hold no data; they are there where the app is built.
  const app: readonly string[] = [...PAGES, "/assets/*", "/icon.svg", "/worker.js"];
  const ours = [...open].filter((url) => !yentes.test(url) && !app.includes(url)).sort();
  expect(ours).toMatchInlineSnapshot(`
    [
      "/api/auth/*",
      "/api/v1/links/read",
      "/api/v1/links/use",
      "/api/v1/sign-in-ways",
      "/api/v1/verify/:letter",
      "/api/v1/worker-replies/answer",
      "/api/v1/worker-replies/read",
      "/docs/",
      "/docs/js/scalar.js",
      "/favicon.ico",
      "/join/:token",
      "/manifest",
      "/metrics",
      "/openapi.json",
      "/page-fonts/Pretendard-Regular.subset.woff2",
      "/page-fonts/Pretendard-SemiBold.subset.woff2",
      "/reply/:token",
    ]
  `);
});

test("nobody passes a door that asks for somebody", async () => {
  await forEach(routes.filter(asks), async (route) =>
    expect(await statusOf(route, {}), nameOf(route)).toBe(401),
  );
});

test("each role passes the doors of its permissions and is refused at all others", async () => {
  for (const role of ROLES) {
    const browser = role === "owner" ? ownerOfB : await invite(ownerOfB, role, `${role}@second.example`);
    const headers = { cookie: browser.cookie };
    await forEach(routes.filter(asks), async (route) => {
      const status = await statusOf(route, headers);
      const passes =
        route.permission === "signed-in" || PERMISSIONS_OF[role].has(route.permission as Permission);
      if (passes) expect([401, 403, 500], `${role}: ${nameOf(route)}`).not.toContain(status);
      else expect(status, `${role}: ${nameOf(route)}`).toBe(403);
    });
  }
});

test("a key passes the doors of what it was given and no other, whoever made it", async () => {
  const keyOf = async (permissions: readonly string[]): Promise<string> =>
    (await ownerOfB.ask("POST", "/api/v1/keys", { name: "walk", permissions, days: 1 })).json.key;
  const all = await keyOf(KEY_PERMISSIONS);
  const one = await keyOf(["waivers.read"]);
  await forEach(routes.filter(asks), async (route) => {
    const given =
      route.permission === "signed-in" || KEY_PERMISSIONS.includes(route.permission as Permission);
    const status = await statusOf(route, { "x-api-key": all });
    if (given) expect([401, 403, 500], nameOf(route)).not.toContain(status);
    else expect(status, nameOf(route)).toBe(403);
    if (route.permission === "signed-in" || route.permission === "waivers.read") return;
    expect(await statusOf(route, { "x-api-key": one }), nameOf(route)).toBe(403);
  });
});

test("a person who was taken out passes no door of the organisation any more", async () => {
  const gone = await invite(ownerOfB, "analyst", "gone@second.example");
  const { id } = (await gone.ask("GET", "/api/v1/session")).json;
  await ownerOfB.ask("DELETE", `/api/v1/people/${id}`);
  const doors = routes.filter((one) => asks(one) && one.permission !== "signed-in");
  await forEach(doors, async (route) =>
    expect(await statusOf(route, { cookie: gone.cookie }), nameOf(route)).toBe(401),
  );
});

const listed = (): readonly ServedRoute[] =>
  routes.filter(
    ({ method, url }) =>
      method === "GET" && url.startsWith("/api/v1/") && !url.includes(":") && !/events/.test(url),
  );

/** All ids that an owner finds in what the API lists. */
async function idsOf(owner: TestBrowser): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { url } of listed()) {
    for (const [id] of (await owner.ask("GET", url)).text.matchAll(ID)) found.add(id);
  }
  return found;
}

/** Thousands of addresses, not tens of thousands: rows of one kind differ in nothing that a door looks at. */
const oneOfEachKind = (ids: readonly string[]): readonly string[] => [
  ...new Map(ids.map((id) => [id.split("_")[0], id])).values(),
];

type Digest = { readonly name: string; readonly rows: number; readonly digest: string };

/** Every row that an organisation has in the database, as one hash per table. */
async function digestOf(organizationId: string): Promise<readonly Digest[]> {
  const tables = await its.asOwner<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') order by 1`);
  const digests: Digest[] = [];
  for (const { name } of tables) {
    const [row] = await its.asOwner<{ rows: number; digest: string }>(
      `select count(*)::int as rows, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest
       from ${name} t where organization_id = $1`,
      [organizationId],
    );
    digests.push({ name, rows: row?.rows ?? 0, digest: row?.digest ?? "" });
  }
  return digests;
}

/** Moved on by the service itself, whoever asks what. */
const CLOCKWORK: ReadonlySet<string> = new Set([
  "public.webhook_deliveries",
  "public.receipt_heads",
  "public.job_runs",
  "public.events",
  "public.event_horizons",
]);

test("no route shows, changes or gives away what belongs to another organisation, whichever of its ids is named", async () => {
  const { json } = await ownerOfA.ask("PUT", "/api/v1/session/organization", {
    organizationId: organizationA,
  });
  expect(json.name).toContain(MARKER);
  await fillOrganization(ownerOfA, MARKER);
  const own = await idsOf(ownerOfB);
  const foreign = oneOfEachKind([...(await idsOf(ownerOfA))].filter((id) => !own.has(id)));
  expect(foreign.length).toBeGreaterThan(15);
  const before = await digestOf(organizationA);
  // What neither has a row yet by the API alone: a clock, an erasure or a backup makes it.
  expect(before.filter(({ rows }) => rows === 0).map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "public.event_horizons",
      "public.receipt_erasures",
      "public.rescreen_touches",
      "public.waiver_mails",
      "public.waiver_periods",
      "public.waiver_reminders",
    ]
  `);
  for (const { url } of listed()) expect((await ownerOfB.ask("GET", url)).text, url).not.toContain(MARKER);
  // A letter is for whoever holds it to verify: its number opens that page and nothing else.
  // HEAD is answered by the route of GET.
  const named = routes.filter(
    ({ method, url }) => url.includes(":") && method !== "HEAD" && url !== "/api/v1/verify/:letter",
  );
  await forEach(named, async (route) => {
    for (const id of foreign) {
      const status = await statusOf(route, { cookie: ownerOfB.cookie }, route.url.replaceAll(/:\w+/g, id));
      expect(status >= 400 && status < 500, `${nameOf(route)} with ${id}: ${status}`).toBe(true);
    }
  });
  const ofPeople = (digests: readonly Digest[]) => digests.filter(({ name }) => !CLOCKWORK.has(name));
  expect(ofPeople(await digestOf(organizationA))).toEqual(ofPeople(before));
});

test("with the service's checks bypassed, the database itself shows and takes nothing of another organisation", async () => {
  const organizationB = (await ownerOfB.ask("GET", "/api/v1/session")).json.organization.id as string;
  const filled = (await digestOf(organizationA)).filter(
    ({ rows, name }) => rows > 0 && name.startsWith("public."),
  );
  for (const { name } of filled) {
    // What concerns the whole installation, as a new edition of a list does, everybody may see.
    const query = `select from ${name} where organization_id <> 'installation'`;
    const { rows } = await its.database.pool.query(query);
    expect(rows, `${name} outside of any organisation`).toEqual([]);
    await inOrganization(its.database, organizationB, async (trx) => {
      const { sql } = await import("kysely");
      const seen = await sql`select from ${sql.raw(name)} where organization_id = ${organizationA}`.execute(
        trx,
      );
      expect(seen.rows, name).toEqual([]);
    });
  }
  await expect(its.database.pool.query('select * from auth."user"')).rejects.toThrow(/permission denied/);
  await expect(its.database.pool.query("select * from auth.api_key")).rejects.toThrow(/permission denied/);
});

test("every table of organisations' rows has row-level security, forced, with no way around it for the service", async () => {
  const bare = await its.asOwner<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')
      and (has_table_privilege('sluice_app', c.oid, 'select, insert, update, delete')
        or (n.nspname = 'auth' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')))
      and not (c.relrowsecurity and c.relforcerowsecurity)
    order by 1`);
  // The keys that sign heads of all organisations' logs: their private halves are not in the database.
  expect(bare.map(({ name }) => name)).toEqual(["public.receipt_keys"]);
  const owned = await its.asOwner<{ name: string }>(
    "select relname as name from pg_class where relowner in (select oid from pg_roles where rolname in ('sluice_app', 'sluice_auth'))",
  );
  expect(owned).toEqual([]);
});
