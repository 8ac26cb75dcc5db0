import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { type LiveEvent, useLive } from "../api/live.ts";
import type { Alert, AlertRow } from "../api/shapes.ts";

export const VIEWS = ["mine", "team", "second", "all"] as const;
export type QueueView = (typeof VIEWS)[number];

export const ORDERS = ["due", "risk", "newest"] as const;

/** What the address says of the queue. */
export type QueueSearch = {
  readonly view?: string | undefined;
  readonly q?: string | undefined;
  readonly order?: string | undefined;
  readonly overdue?: string | undefined;
};

/** Large enough that scrolling seldom waits, small enough to come at once. */
const PAGE_ROWS = 200;

type Page = { readonly items: AlertRow[]; readonly next: string | null };

/** How many wait, and for whom. */
export function useCounts() {
  return useQuery({
    queryKey: ["alert-counts"],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/counts")),
  });
}

/** The view and the order of an address; the team's by due day where it says nothing or nothing known. */
export function readSearch(search: QueueSearch) {
  return {
    view: VIEWS.find((one) => one === search.view) ?? "team",
    order: ORDERS.find((one) => one === search.order) ?? "due",
    q: search.q,
    overdue: search.overdue === "true",
  } as const;
}

/**
 * Rows of the queue, page after page. What happens elsewhere changes rows in place; new alerts wait until they are asked
 * for, so that nothing moves under the hand.
 */
export function useQueue(search: QueueSearch) {
  const queries = useQueryClient();
  const { view, order, q, overdue } = readSearch(search);
  const key = useMemo(() => ["alerts", view, order, q ?? "", overdue], [view, order, q, overdue]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const queue = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/alerts", {
          params: {
            query: {
              view,
              order,
              limit: PAGE_ROWS,
              ...(q === undefined ? {} : { q }),
              ...(overdue ? { overdue: "true" as const } : {}),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    // Rows change by events; the order stays as it was read.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const { data } = queue;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const replace = useCallback(
    (alert: AlertRow) =>
      queries.setQueryData<InfiniteData<Page>>(key, (held) => held && withRow(held, alert)),
    [queries, key],
  );
  const hear = (event: LiveEvent | null): void => {
    void queries.invalidateQueries({ queryKey: ["alert-counts"] });
    if (event === null) {
      void queue.refetch();
      return;
    }
    if (rows.some(({ id }) => id === event.subject)) {
      void answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id: event.subject } } }))
        .then(replace)
        .catch(() => undefined);
    } else if (event.kind === "alert.opened" || event.kind === "alert.reopened")
      setFresh((now) => new Set([...now, event.subject]));
  };
  useLive(["alert.opened", "alert.changed", "alert.closed", "alert.reopened", "decision.made"], hear);
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
