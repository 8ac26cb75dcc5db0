import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { principalOf } from "../../platform/http/routes.ts";
import type { Actor } from "./alerts/alert-state.ts";

/** Who asks, and for which organisation. */
export type Caller = {
  readonly organizationId: string;
  readonly by: Actor & { readonly kind: "person" | "key" };
};

/** Who asks, on a route that names a permission. */
export function callerOf(request: FastifyRequest): Caller {
  const { organizationId, kind, id, name } = principalOf(request);
  return { organizationId, by: { kind, id, name } };
}

/** The version that an If-Match header names, or null where it names none or any. */
export function versionOf(request: FastifyRequest): string | null {
  const header = request.headers["if-match"];
  if (header === undefined || header === "*") return null;
  return header.replace(/^W\//, "").replaceAll('"', "");
}

/** The ETag of a version. */
export function tagOf(version: string | number): string {
  return `"${version}"`;
}

/** An id in an address. */
export const ById = z.object({ id: z.string().min(1).max(100) });

/** The place of a list whose rows stand in the order of their ids. */
export const IdPlace = z.string().max(100);
