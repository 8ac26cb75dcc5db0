import { APIError } from "better-auth/api";
import type {} from "fastify";
import { Fault } from "../../fault.ts";
import { type Database, unavailable } from "../database/database.ts";
import { findKey, type KeyUse, noteKeyUses } from "./keys.ts";
import { type Membership, membershipsOf } from "./organizations.ts";
import { PERMISSIONS_OF, type Principal } from "./permission.ts";
import { type Auth, COOKIE_PREFIX } from "./sign-in.ts";
import { hashOfToken, isToken } from "./token.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null where nobody is signed in and no key was sent. */
    principal: Principal | null;
    /** The session of a person, also of one who belongs to no organisation; null for a key. */
    personSession: PersonSession | null;
  }
}

/** A person's session, and every organisation that it may work in. */
export type PersonSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly memberships: readonly Membership[];
  /** The one it works in now. */
  readonly membership: Membership | null;
};

/** What of a request tells who asks. */
export type Caller = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
};

/** Who asks: the principal, and the session where it is a person's. */
export type Resolved = { readonly principal: Principal | null; readonly session: PersonSession | null };

/** A key that was withdrawn by another process opens for no longer than this; by this one, not at all. */
const KEY_CACHE_MS = 5_000;
const KEY_CACHE_MAX = 10_000;
const USES_EVERY_MS = 10_000;
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
const NOBODY: Resolved = { principal: null, session: null };

type CachedKey = { readonly principal: Principal; readonly expiresAtMs: number; readonly untilMs: number };

export type PrincipalOptions = {
  readonly auth: Auth;
  /** Opened as the role `sluice_auth`. */
  readonly database: Database;
  /** Where the service's own pages come from. */
  readonly origins: readonly string[];
  readonly now: () => Date;
};

/** Finds who asks, by key or by session, and notes when each key was used last. */
export class Principals {
  readonly #options: PrincipalOptions;
  readonly #keys = new Map<string, CachedKey>();
  readonly #uses = new Map<string, KeyUse>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: PrincipalOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.#writeUses().catch(() => undefined);
    }, USES_EVERY_MS);
    this.#timer.unref();
  }

  /**
   * Who asks. Nobody is an answer; a key that is wrong, withdrawn or past its end is refused (`credentials-refused`)
   * rather than taken for nobody, and a changing request with a session's cookie from another site's page is too
   * (`origin-refused`).
   */
  async resolve(caller: Caller): Promise<Resolved> {
    const key = keyIn(caller.headers);
    if (key !== null) return { principal: await this.#principalOfKey(key, caller.ip), session: null };
    if (!hasSessionCookie(caller.headers)) return NOBODY;
    const session = await this.#sessionOf(caller.headers);
    if (session === null) return NOBODY;
    if (!SAFE_METHODS.has(caller.method)) refuseForeignOrigin(caller.headers, this.#options.origins);
    return { principal: principalOf(session), session };
  }

  /** Forgets a key that was withdrawn. */
  forget(keyId: string): void {
    for (const [hash, { principal }] of this.#keys) if (principal.id === keyId) this.#keys.delete(hash);
  }

  /** Writes what was noted, and ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writeUses();
  }

  async #principalOfKey(key: string, ip: string): Promise<Principal> {
    const now = this.#options.now();
    const hash = hashOfToken(key);
    let cached = this.#keys.get(hash);
    if (cached === undefined || cached.untilMs <= now.getTime()) {
      this.#keys.delete(hash);
      cached = await this.#readKey(key, now);
      if (this.#keys.size >= KEY_CACHE_MAX) this.#keys.clear();
      this.#keys.set(hash, cached);
    }
    if (cached.expiresAtMs <= now.getTime()) throw refused("this API key has expired");
    this.#uses.set(cached.principal.id, { id: cached.principal.id, at: now, from: ip });
    return cached.principal;
  }

  async #readKey(key: string, now: Date): Promise<CachedKey> {
    const found = isToken("slk", key) ? await findKey(this.#options.database, key) : null;
    if (found === null) throw refused("there is no such API key");
    if (found.revokedAt !== null) throw refused("this API key was withdrawn");
    return {
      principal: {
        kind: "key",
        id: found.id,
        name: found.name,
        organizationId: found.organizationId,
        role: "developer",
        permissions: new Set(found.permissions),
      },
      expiresAtMs: found.expiresAt.getTime(),
      untilMs: now.getTime() + KEY_CACHE_MS,
    };
  }

  async #sessionOf({ cookie }: Caller["headers"]): Promise<PersonSession | null> {
    const headers = new Headers({ cookie: Array.isArray(cookie) ? cookie.join("; ") : (cookie ?? "") });
    const found = await this.#options.auth.api.getSession({ headers }).catch((error: unknown) => {
      // The library logs what broke and says no more; nothing but its reading of the database can.
      throw error instanceof APIError && error.statusCode === 500 ? unavailable(error) : error;
    });
    if (found === null) return null;
    const { session, user } = found;
    const memberships = await membershipsOf(this.#options.database, user.id);
    const chosen = memberships.find(({ id }) => id === session.activeOrganizationId);
    return {
      sessionId: session.id,
      userId: user.id,
      name: user.name,
      email: user.email,
      secondFactor: user.twoFactorEnabled === true,
      memberships,
      membership: chosen ?? memberships[0] ?? null,
    };
  }

  async #writeUses(): Promise<void> {
    if (this.#uses.size === 0) return;
    // In one order everywhere, so that two processes never wait for each other.
    const uses = [...this.#uses.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#uses.clear();
    await noteKeyUses(this.#options.database, uses);
  }
}

function refused(reason: string): Fault {
  return new Fault({ code: "credentials-refused", reason });
}

function principalOf({ userId, name, membership }: PersonSession): Principal | null {
  if (membership === null) return null;
  const { role, id: organizationId } = membership;
  return { kind: "person", id: userId, name, organizationId, role, permissions: PERMISSIONS_OF[role] };
}

/** The key of a request: `Authorization: ApiKey …` as yente's clients send it, `Bearer …`, or `X-API-Key`. */
export function keyIn(headers: Caller["headers"]): string | null {
  const authorization = headers.authorization;
  if (typeof authorization === "string") {
    const [, key] = /^(?:apikey|bearer)\s+(\S+)\s*$/i.exec(authorization.slice(0, 512)) ?? [];
    if (key !== undefined) return key;
    throw refused("the Authorization header is none that is known: send ApiKey or Bearer and a key");
  }
  const key = headers["x-api-key"];
  return typeof key === "string" && key !== "" ? key.slice(0, 512) : null;
}

function hasSessionCookie(headers: Caller["headers"]): boolean {
  return String(headers.cookie ?? "").includes(`${COOKIE_PREFIX}.session_token=`);
}

/**
 * A session's cookie is sent by the browser whoever wrote the page, so that a changing request also shows that one of
 * our own pages made it: by Fetch Metadata, or by its origin. Throws `origin-refused`.
 */
function refuseForeignOrigin(headers: Caller["headers"], origins: readonly string[]): void {
  const origin = headers.origin;
  if (typeof origin === "string") {
    if (origins.includes(origin)) return;
    throw new Fault({ code: "origin-refused", origin: origin.slice(0, 200) });
  }
  if (headers["sec-fetch-site"] === "same-origin") return;
  throw new Fault({ code: "origin-refused", origin: "nowhere (no Origin header)" });
}
