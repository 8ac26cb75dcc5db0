import { QueryClient } from "@tanstack/react-query";
import { problemIn } from "./problem.ts";

/** What was read is shown for so long before it is asked for again. */
const FRESH_MS = 30_000;

/** What every page reads by: asked once more where the service or the way to it failed, and not where it has answered no. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (times, error) => times < 1 && mayPass(problemIn(error).status),
        staleTime: FRESH_MS,
        refetchOnWindowFocus: true,
        // A browser that says it is offline is asked all the same: the page says so instead of waiting.
        networkMode: "always",
        refetchOnReconnect: true,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** True where the same question may be answered a moment later. */
function mayPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}
