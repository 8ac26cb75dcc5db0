import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.ts";

export type { components, paths } from "./schema.ts";

/** A client of Sluice's API; every path, parameter and answer has its type. */
export type SluiceClient = Client<paths>;

export type SluiceClientOptions = {
  /** Where the service is: `https://sluice.example.com`. */
  readonly url: string;
  /** An API key; without one the browser's session is used. */
  readonly key?: string;
  /** Another `fetch`, for tests and special networks. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * A client of the service at an address. Answers come as `{ data, error, response }`: `error` is the problem
 * (`application/problem+json`) that the service answered with.
 */
export function createSluiceClient({ url, key, fetch }: SluiceClientOptions): SluiceClient {
  return createClient<paths>({
    baseUrl: url.replace(/\/+$/, ""),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    credentials: "same-origin",
    ...(fetch === undefined ? {} : { fetch }),
  });
}
