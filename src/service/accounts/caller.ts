import type { FastifyRequest } from "fastify";
import { must } from "../../fault.ts";
import type { Principal } from "../../platform/auth/permission.ts";

/** Who asks, behind a route that lets nobody else in. */
export function callerOf(request: FastifyRequest): Principal {
  return must(request.principal, "a route that needs a permission is reached with a principal");
}
