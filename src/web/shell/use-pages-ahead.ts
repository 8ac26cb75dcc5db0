import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Place } from "./places.ts";

/** Pages of one thing, which a row of these places leads to. */
const BEHIND: Readonly<Record<string, string>> = {
  "/alerts": "/alerts/$id",
  "/subjects": "/subjects/$id",
  "/cases": "/cases/$id",
  "/waivers": "/waivers/$id",
  "/lists": "/lists/$id",
};

/** Where a browser does not tell when it is idle. */
const LATER_MS = 200;

const later: (act: () => void) => void =
  typeof requestIdleCallback === "function"
    ? (act) => void requestIdleCallback(act)
    : (act) => void setTimeout(act, LATER_MS);

/** True where the reader pays for what is fetched and asked to be spared. */
function isSparing(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Fetches the scripts of the pages that a person may go to, one after the other while the browser has nothing else to do:
 * the first click finds them there. Begins with the first move, so that the first page itself waits for none of it.
 */
export function usePagesAhead(places: readonly Place[]): void {
  const router = useRouter();
  const key = places.map(({ to }) => to).join(" ");
  useEffect(() => {
    if (isSparing()) return;
    let gone = false;
    const waiting = key.split(" ").flatMap((to) => [to, ...(BEHIND[to] === undefined ? [] : [BEHIND[to]])]);
    const next = (): void => {
      const path = waiting.shift();
      if (path === undefined || gone) return;
      const route = Object.entries(router.routesByPath).find(([known]) => known === path)?.[1];
      // One that cannot be fetched now is asked for again when it is gone to.
      const fetched = route === undefined ? undefined : router.loadRouteChunk(route);
      Promise.resolve(fetched).then(
        () => later(next),
        () => undefined,
      );
    };
    const begin = (): void => {
      stop();
      later(next);
    };
    const stop = (): void => {
      for (const move of MOVES) window.removeEventListener(move, begin);
    };
    for (const move of MOVES) window.addEventListener(move, begin, { passive: true });
    return () => {
      gone = true;
      stop();
    };
  }, [router, key]);
}

const MOVES = ["pointermove", "pointerdown", "keydown"] as const;
