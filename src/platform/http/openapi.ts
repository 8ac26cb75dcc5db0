import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { Api } from "./routes.ts";

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
      const { schema, url } = jsonSchemaTransform(given);
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
