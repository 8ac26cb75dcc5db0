import {
  type InfiniteData,
  type QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { type LiveEvent, useLive } from "../api/live.ts";
import type { Alert, AlertRow } from "../api/shapes.ts";
import { type QueueSearch, type QueueView, queueQuery, readQueue } from "./queue-query.ts";

type Page = { readonly items: AlertRow[]; readonly next: string | null };

/** How many wait, and for whom. */
export function useCounts() {
  return useQuery({
    queryKey: ["alert-counts"],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/counts")),
  });
}

/**
 * Rows of the queue, page after page. What happens elsewhere changes rows in place; new alerts wait until they are asked
 * for, so that nothing moves under the hand.
 */
export function useQueue(search: QueueSearch) {
  const queries = useQueryClient();
  const { queryKey: key, ...asked } = useMemo(() => queueQuery(search), [search]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const queue = useInfiniteQuery({ queryKey: key, ...asked });
  const { data } = queue;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const replace = useCallback((alert: AlertRow) => keepRow(queries, key, alert), [queries, key]);
  const hear = (event: LiveEvent | null): void => {
    void queries.invalidateQueries({ queryKey: ["alert-counts"] });
    if (event === null) {
      void queue.refetch();
      return;
    }
    if (rows.some(({ id }) => id === event.subject)) {
      void answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id: event.subject } } }))
        .then((alert) => keepAlert(queries, alert))
        .catch(() => undefined);
    } else if (event.kind === "alert.opened" || event.kind === "alert.reopened")
      setFresh((now) => new Set([...now, event.subject]));
  };
  useLive(["alert.opened", "alert.changed", "alert.closed", "alert.reopened", "decision.made"], hear);
  useWhatCameMeanwhile(search, queue.dataUpdatedAt, rows, (page) => {
    for (const row of page) replace(row);
    const known = new Set(rows.map(({ id }) => id));
    setFresh(new Set(page.flatMap(({ id }) => (known.has(id) ? [] : [id]))));
  });
  const showFresh = (): void => {
    setFresh(new Set());
    void queries.resetQueries({ queryKey: key });
  };
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { queue, rows, fresh: fresh.size, showFresh, replace, more };
}

/** A queue that is come back to after so long is looked at for what came meanwhile. */
const AWAY_MS = 60_000;

/** Reads the first rows anew where the queue was read a while ago: what changed is told, and the order stays. */
function useWhatCameMeanwhile(
  search: QueueSearch,
  readAt: number,
  rows: readonly AlertRow[],
  hear: (page: readonly AlertRow[]) => void,
): void {
  const latest = useRef(hear);
  latest.current = hear;
  const [isOld] = useState(() => rows.length > 0 && Date.now() - readAt > AWAY_MS);
  useEffect(() => {
    if (!isOld) return;
    readQueue(search).then(
      ({ items }) => latest.current(items),
      () => undefined,
    );
  }, [search, isOld]);
}

/** Keeps what the service said of an alert, on its own page and in every queue that holds it. */
export function keepAlert(queries: QueryClient, alert: Alert): void {
  // An answer that comes late must not take back what came after it.
  const held = queries.getQueryData<Alert>(["alert", alert.id]);
  if (held !== undefined && Number(held.version) > Number(alert.version)) return;
  queries.setQueryData(["alert", alert.id], alert);
  for (const [key] of queries.getQueriesData({ queryKey: ["alerts"] })) keepRow(queries, key, alert);
}

/** The rest of the queue is as old as before. */
function keepRow(queries: QueryClient, key: QueryKey, alert: AlertRow): void {
  const updatedAt = queries.getQueryState(key)?.dataUpdatedAt;
  queries.setQueryData<InfiniteData<Page>>(
    key,
    (held) => held && withRow(held, alert),
    updatedAt === undefined ? {} : { updatedAt },
  );
}

function withRow(held: InfiniteData<Page>, alert: AlertRow): InfiniteData<Page> {
  const at = held.pages.findIndex(({ items }) => items.some(({ id }) => id === alert.id));
  const page = held.pages[at];
  if (page === undefined) return held;
  const items = page.items.map((row) => (row.id === alert.id ? alert : row));
  return { ...held, pages: held.pages.with(at, { ...page, items }) };
}

/** True where there is nothing left to do with a row in the view. */
export function isDone(view: QueueView, { phase }: Pick<Alert, "phase">): boolean {
  if (phase === "decided" || phase === "final" || phase === "closed") return true;
  return phase === "awaiting-second" && view !== "second" && view !== "all";
}

/** The queue that a person came from, so that an alert knows the one before and the one after it. */
export type QueueTrail = { readonly ids: readonly string[]; readonly search: QueueSearch };

/** Where the trail is kept. */
export const TRAIL_KEY = ["alert-trail"] as const;
