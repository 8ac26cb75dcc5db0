import scalar from "@scalar/fastify-api-reference";
import type { Routes } from "./routes.ts";

const OWN = "'self'";
/** The page runs its own script and styles, asks this service, and nothing else. */
const PAGE_POLICY = `default-src 'none'; script-src ${OWN} 'unsafe-inline'; style-src ${OWN} 'unsafe-inline'; img-src ${OWN} data:; font-src ${OWN} data:; connect-src ${OWN}; frame-ancestors 'none'; base-uri 'none'`;

/** Leads from `/` to the docs, where no app was built that could stand there. */
export const frontDoorRoutes: Routes = async (api) => {
  api.get("/", { schema: { hide: true }, config: { permission: "public" } }, async (_request, reply) =>
    reply.redirect("/docs", 302),
  );
};

/** `/openapi.json`, and `/docs`: a page on which every request can be tried. No address outside is asked. */
export const docsRoutes: Routes = async (api) => {
  const config = { permission: "public" as const };
  api.get("/openapi.json", { schema: { hide: true }, config }, async (_request, reply) =>
    reply
      .type("application/json; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .serializer(JSON.stringify)
      .send(api.swagger()),
  );
  await api.register(async (scope) => {
    scope.addHook("onRoute", (route) => {
      route.config = { ...route.config, permission: "public" };
    });
    scope.addHook("onSend", async (_request, reply, payload) => {
      reply.header("content-security-policy", PAGE_POLICY);
      return payload;
    });
    await scope.register(scalar, {
      routePrefix: "/docs",
      configuration: {
        url: "/openapi.json",
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
        hideClientButton: true,
        // Its bar of tools leads to a service of its makers.
        showDeveloperTools: "never",
        pageTitle: "Sluice API",
      },
    });
  });
};
