import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "./problem.ts";
import type { Api } from "./routes.ts";

/** The answers of a route with what every other status answers. */
function withProblem(response: unknown): Readonly<Record<string, unknown>> {
  const file = { 200: { description: "A document", content: { "*/*": { schema: z.unknown() } } } };
  const content = { "application/problem+json": { schema: Problem } };
  return { ...(response ?? file), default: { description: "What is wrong, and what to do", content } };
}

/** Describes every route that is added after this, in OpenAPI 3.1; served at `/openapi.json`. */
export async function documentApi(api: Api, version: string): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Sluice",
        version,
        description:
          "May this go through? Sluice answers with a verdict and its proof. Routes under /api/v1 are Sluice's own; /match, /search, /entities, /catalog, /algorithms and /reconcile are those of yente.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "An API key of an organisation" },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "sluice.session_token",
            description: "A person who signed in",
          },
        },
      },
    },
    transform: (given) => {
      const permission = given.route.config?.permission;
      // Routes that another service's clients know answer errors as that one does.
      const own = given.route.config?.foreign !== true;
      const told = own ? { ...given.schema, response: withProblem(given.schema?.response) } : given.schema;
      const { schema, url } = jsonSchemaTransform({ ...given, schema: told });
      const open = permission === "public" || permission === undefined;
      return {
        url,
        schema: {
          security: open ? [] : [{ key: [] }, { session: [] }],
          ...schema,
          "x-permission": permission,
        },
      };
    },
    transformObject: jsonSchemaTransformObject,
  });
}
