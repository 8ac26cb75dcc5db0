import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import type { Routes } from "./routes.ts";

/** Addresses that are pages of the app; each is the same document, which then shows the page. */
export const PAGES = [
  "/",
  "/sign-in",
  "/page/checks/*",
  "/receipts",
  "/alerts",
  "/alerts/*",
  "/subjects",
  "/subjects/*",
  "/listed/*",
  "/goods",
  "/lists",
  "/lists/*",
  "/start",
  "/settings",
  "/settings/*",
  "/batch",
  "/batch/*",
  "/tuning",
  "/reports",
  "/reports/*",
  "/audit",
  "/network",
  "/network/*",
  "/verify/*",
  "/waivers",
  "/waivers/*",
  "/apply/*",
  "/desk",
  "/desk/*",
  "/cases",
  "/cases/*",
] as const;

/** Addresses that are a page to a browser that goes there, and data to everybody else. */
const BOTH = /^\/checks\/[^/?]+(?:\?|$)/;

/** Where a request is served: a browser that opens an address of both kinds gets the app's document. */
export function servedUrl({ url = "/", method, headers }: IncomingMessage): string {
  const opens = method === "GET" && /\btext\/html\b/.test(headers.accept ?? "");
  return opens && BOTH.test(url) ? `/page${url}` : url;
}

/** The app runs its own scripts, asks this service alone, and is framed by nobody. */
const policyOf = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths and heights that components set on elements; a script cannot be smuggled in by them.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

/** Where the built app is, or null where it was not built. */
export function builtWebApp(programFolder: string): string | null {
  const folder = join(programFolder, "dist/web");
  return existsSync(join(folder, "index.html")) ? folder : null;
}

/** True where somebody opens an address in a browser, and it is no address of data. */
export function isForBrowsers({
  url,
  headers,
}: Pick<IncomingMessage, "headers"> & { readonly url: string }): boolean {
  return /\btext\/html\b/.test(headers.accept ?? "") && !/^\/(?:api|assets)\//.test(url);
}

/** The app's document for one answer: with a nonce of its own, and kept by nobody on the way. */
function documentOf(document: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(18).toString("base64");
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-security-policy", policyOf(nonce))
    .send(document.replaceAll("%CSP_NONCE%", nonce));
}

/** Answers a browser at an address that is none with the app, which says so and leads on. */
export function missingPageOf(folder: string): (reply: FastifyReply) => FastifyReply {
  const document = readFileSync(join(folder, "index.html"), "utf8");
  return (reply) => documentOf(document, reply.code(404));
}

/** Serves the built app of a folder: its document at the addresses of its pages, its files under `/assets`. */
export function webAppRoutes(folder: string): Routes {
  const document = readFileSync(join(folder, "index.html"), "utf8");
  return async (api) => {
    const config = { permission: "public" as const };
    for (const url of PAGES) {
      api.get(url, { schema: { hide: true }, config }, async (_request, reply) =>
        documentOf(document, reply),
      );
    }
    await api.register(async (scope) => {
      scope.addHook("onRoute", (route) => {
        route.config = { ...route.config, permission: "public" };
        route.schema = { ...route.schema, hide: true };
      });
      // The names of the files change with what is in them.
      await scope.register(fastifyStatic, {
        root: join(folder, "assets"),
        prefix: "/assets/",
        immutable: true,
        maxAge: "365d",
        index: false,
        preCompressed: true,
        dotfiles: "deny",
      });
    });
    const worker = join(folder, "worker.js");
    // An app that was built before there was a worker is served without one.
    if (existsSync(worker)) {
      const script = readFileSync(worker);
      api.get("/worker.js", { schema: { hide: true }, config }, async (_request, reply) =>
        reply
          .type("text/javascript; charset=utf-8")
          .header("cache-control", "no-cache")
          .header("content-security-policy", "default-src 'none'; connect-src 'self'")
          .send(script),
      );
    }
    const icon = readFileSync(join(folder, "icon.svg"));
    api.get("/icon.svg", { schema: { hide: true }, config }, async (_request, reply) =>
      reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(icon),
    );
  };
}
