import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { must } from "../../fault.ts";
import type { Principal, RouteAccess } from "../auth/permission.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the caller needs: a permission, to be signed in, or nothing. Every route says it. */
    permission?: RouteAccess;
    /** True for routes that are open to nobody known, and remember whoever sends a key that opens. */
    knowsCallers?: boolean;
    /** True for routes whose work is screening: they are the first to be refused when the threads are busy. */
    heavy?: boolean;
    /** True for routes that change something of the caller's own, though to read is all that they ask for. */
    changes?: boolean;
    /** True for heavy routes that keep what they find: no more are let in than the database has connections for. */
    keeps?: boolean;
    /** True for routes that answer errors as another service's clients know them. */
    foreign?: boolean;
  }
}

/** A route that the server answers, and what it asks of the caller. */
export type ServedRoute = {
  readonly method: string;
  readonly url: string;
  readonly permission: RouteAccess;
};

declare module "fastify" {
  interface FastifyInstance {
    /** Every route there is: what goes through all of them can forget none. */
    servedRoutes: ServedRoute[];
  }
}

/** The server as desks see it: schemas in Zod, types from them. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Who asks, on a route that names a permission: nobody unknown gets that far. */
export function principalOf(request: FastifyRequest): Principal {
  return must(request.principal, "a route with a permission is entered by a principal");
}

/** Adds a desk's routes to the server. */
export type Routes = (api: Api) => void | Promise<void>;
