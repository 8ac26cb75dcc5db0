/**
 * Keeps the app's own document, scripts, styles and letters in the browser, so that a page opens where there is no
 * network. It never keeps what the API answers: what an organization screens stays with the service.
 */

type Waiting = Event & { readonly waitUntil: (done: Promise<unknown>) => void };
type Fetching = Waiting & {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
};
type Told = Waiting & { readonly data: unknown };

declare const self: {
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (kind: "install" | "activate", hear: (event: Waiting) => void): void;
    (kind: "fetch", hear: (event: Fetching) => void): void;
    (kind: "message", hear: (event: Told) => void): void;
  };
};

const PREFIX = "sluice-app ";
/** The document is the same at every address of the app. */
const DOCUMENT = "/";
/** An app has some hundred files; a message that names more is not from it. */
const FILES_MAX = 600;
/** What is no page of the app and is never answered with its document. */
const NO_PAGE = /^\/(?:api|assets|docs|join|metrics|health|match|entities|updatez|healthz|readyz)(?:\/|$)/;

/** What a page tells: the build that it is of, and the files that it has used. */
function readKept(data: unknown): { readonly build: string; readonly files: readonly string[] } | null {
  if (typeof data !== "object" || data === null) return null;
  const { build, files } = data as { readonly build?: unknown; readonly files?: unknown };
  if (typeof build !== "string" || !Array.isArray(files) || files.length > FILES_MAX) return null;
  return {
    build,
    files: files.filter((file): file is string => typeof file === "string" && file.startsWith("/assets/")),
  };
}

/** Keeps the files of this build beside its document, and lets go of those of others. */
async function keep(build: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(PREFIX + build);
  const missing: string[] = [];
  for (const file of files) if ((await cache.match(file)) === undefined) missing.push(file);
  await Promise.all(missing.map((file) => cache.add(file)));
  if ((await cache.match(DOCUMENT)) === undefined) await cache.add(DOCUMENT);
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== PREFIX + build) await caches.delete(name);
}

async function fromNetworkElseKept(request: Request, key: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(key)) ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const kept = readKept(event.data);
  // A network that goes in the middle of it leaves what is kept so far; the next visit keeps the rest.
  if (kept !== null) event.waitUntil(keep(kept.build, kept.files).catch(() => undefined));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fromNetworkElseKept(request, pathname));
  else if (request.mode === "navigate" && !NO_PAGE.test(pathname))
    event.respondWith(fromNetworkElseKept(request, DOCUMENT));
});

export {};
