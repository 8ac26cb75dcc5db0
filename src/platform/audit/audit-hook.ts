import type { FastifyRequest } from "fastify";
import type { RouteAccess } from "../auth/permission.ts";
import type { Database } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import type { Api } from "../http/routes.ts";
import { recordAct } from "./record.ts";

/** Questions by POST: they change nothing, are many, and a check has its receipt. */
const QUESTIONS: ReadonlySet<RouteAccess> = new Set(["match.use", "checks.create", "public"]);
const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

function isAct(request: FastifyRequest, status: number): boolean {
  const { permission, changes } = request.routeOptions.config;
  if (permission === undefined || request.principal === null) return false;
  // Who asked for what was not theirs is worth knowing, whatever the method.
  if (status === 403) return true;
  if (changes === true) return true;
  return !SAFE.has(request.method) && !QUESTIONS.has(permission) && !permission.endsWith(".read");
}

function targetOf(request: FastifyRequest): { readonly kind: string; readonly id: string } {
  const params = Object.entries((request.params ?? {}) as Readonly<Record<string, unknown>>);
  const [kind, id] = params[0] ?? ["", ""];
  return { kind, id: typeof id === "string" ? id : "" };
}

/**
 * Writes down every request by which a known caller changes something, or is refused for want of a permission: before
 * it is answered, so that nothing acknowledged is missing. Bodies are never kept. Where writing fails the answer still
 * goes out, because what it tells has happened; `onError` is told.
 */
export function auditRequests(
  api: Api,
  parts: {
    readonly database: Database;
    readonly now: () => Date;
    readonly onError: (error: unknown) => void;
  },
): void {
  api.addHook("onSend", async (request, reply, payload) => {
    const { principal } = request;
    const status = reply.statusCode;
    if (principal === null || !isAct(request, status)) return payload;
    const { organizationId } = principal;
    try {
      await inOrganization(parts.database, organizationId, (trx) =>
        recordAct(trx, {
          organizationId,
          actor: { kind: principal.kind, id: principal.id, name: principal.name, role: principal.role },
          // The pattern of the route: addresses can hold names.
          action: `${request.method} ${request.routeOptions.url ?? ""}`,
          target: targetOf(request),
          at: parts.now(),
          status,
          traceId: request.trace.traceId,
          origin: { address: request.ip, program: request.headers["user-agent"] ?? null },
        }),
      );
    } catch (error) {
      parts.onError(error);
    }
    return payload;
  });
}
