import { Fault } from "../fault.ts";

/** Bounds of one download. */
export type FetchLimits = {
  readonly bytesMax: number;
  readonly timeMsMax: number;
  /** No byte for so long, and the download is given up. */
  readonly idleMsMax: number;
  readonly redirectsMax: number;
};

/** The largest official list is about 120 MB, and a slow line needs minutes for it; publishers redirect once or twice. */
export const FETCH_LIMITS: FetchLimits = {
  bytesMax: 512 * 1024 * 1024,
  timeMsMax: 300_000,
  idleMsMax: 30_000,
  redirectsMax: 5,
};

/** What the last answer said of its version; sent back, so that an unchanged file is not sent again. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export type Fetched =
  | { readonly kind: "not-modified" }
  | ({ readonly kind: "fetched"; readonly bytes: Uint8Array } & Validators);

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Downloads a file over HTTPS (plain HTTP from this machine alone), within limits. Throws `fetch-failed` with the reason:
 * no network, a status other than 200 and 304, a refused redirect, too large, too slow, cut off. `authorization` is sent
 * to the host named and to no other.
 */
export async function fetchFile(
  url: string,
  known: Validators,
  limits: FetchLimits = FETCH_LIMITS,
  authorization: string | null = null,
): Promise<Fetched> {
  const stop = new AbortController();
  const deadline = setTimeout(
    () => stop.abort(failed(url, `not done after ${limits.timeMsMax} ms`)),
    limits.timeMsMax,
  );
  const idle = setTimeout(
    () => stop.abort(failed(url, `no byte for ${limits.idleMsMax} ms`)),
    limits.idleMsMax,
  );
  try {
    const response = await follow(url, known, { limits, authorization }, stop.signal);
    if (response.status === 304) return { kind: "not-modified" };
    if (response.status !== 200) throw failed(url, `answered with status ${response.status}`);
    const bytes = await readBody(url, response, limits.bytesMax, () => idle.refresh());
    return {
      kind: "fetched",
      bytes,
      etag: response.headers.get("etag"),
      lastModified: response.headers.get("last-modified"),
    };
  } catch (error) {
    const reason: unknown = stop.signal.aborted ? stop.signal.reason : error;
    if (reason instanceof Fault) throw reason;
    throw failed(url, networkReason(reason), reason);
  } finally {
    clearTimeout(deadline);
    clearTimeout(idle);
    // Nothing of an answer that was given up stays open.
    stop.abort();
  }
}

async function follow(
  url: string,
  known: Validators,
  { limits, authorization }: { readonly limits: FetchLimits; readonly authorization: string | null },
  signal: AbortSignal,
): Promise<Response> {
  const local = isLoopback(parse(url, url));
  const headers: Record<string, string> = { accept: "*/*", "user-agent": "sluice" };
  if (known.etag !== null) headers["if-none-match"] = known.etag;
  if (known.lastModified !== null) headers["if-modified-since"] = known.lastModified;
  let address = parse(url, url);
  for (let redirects = 0; redirects <= limits.redirectsMax; redirects += 1) {
    refuseUnsafe(url, address, local);
    // A token is for the host that was named, not for where it leads.
    const own = authorization !== null && address.host === parse(url, url).host ? { authorization } : {};
    const response = await ask(address, { ...headers, ...own }, signal);
    const location = response.headers.get("location");
    if (!REDIRECTS.has(response.status) || location === null) return response;
    await response.body?.cancel();
    address = parse(url, location, address);
  }
  throw failed(url, `more than ${limits.redirectsMax} redirects`);
}

/** A connection that was kept open may be closed by the other side just as it is used again. */
const CLOSED_MEANWHILE: ReadonlySet<unknown> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** Asks once more where the connection broke before any answer; whoever breaks a new one as well is unreachable. */
async function ask(
  address: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const asked = () => fetch(address, { headers, redirect: "manual", signal });
  try {
    return await asked();
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (signal.aborted || !CLOSED_MEANWHILE.has(code)) throw error;
    return asked();
  }
}

/** A publisher's answer must not lead to this machine, nor to an address that anyone on the way could change. */
function refuseUnsafe(url: string, address: URL, local: boolean): void {
  if (isLoopback(address)) {
    if (!local) throw failed(url, `leads to this machine (${address.host})`);
    if (address.protocol === "http:" || address.protocol === "https:") return;
  }
  if (address.protocol !== "https:")
    throw failed(url, `leads to ${address.protocol}//${address.host}, not https`);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function parse(url: string, location: string, base?: URL): URL {
  const parsed = URL.parse(location, base?.href);
  if (parsed === null) throw failed(url, `${location.slice(0, 200)} is not an address`);
  return parsed;
}

async function readBody(
  url: string,
  response: Response,
  bytesMax: number,
  arrived: () => void,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    arrived();
    length += part.length;
    // Counted after decompression, so that a small answer cannot swell without bound.
    if (length > bytesMax) throw failed(url, `more than ${bytesMax} bytes`);
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function failed(url: string, reason: string, cause?: unknown): Fault {
  return new Fault({ code: "fetch-failed", url, reason }, cause);
}

function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause && typeof cause.code === "string"
    ? `${cause.code} ${cause.message}`.trim()
    : cause.message;
}
