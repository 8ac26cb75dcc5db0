import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";

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

/** The view and the order of an address; the team's by due day where it says nothing or nothing known. */
export function readSearch(search: QueueSearch) {
  return {
    view: VIEWS.find((one) => one === search.view) ?? "team",
    order: ORDERS.find((one) => one === search.order) ?? "due",
    q: search.q,
    overdue: search.overdue === "true",
  } as const;
}

/** One page of the queue's rows, after a cursor or from the top. */
export function readQueue(search: QueueSearch, cursor?: string) {
  const { view, order, q, overdue } = readSearch(search);
  return answerOf(
    api.GET("/api/v1/alerts", {
      params: {
        query: {
          view,
          order,
          limit: PAGE_ROWS,
          ...(q === undefined ? {} : { q }),
          ...(overdue ? { overdue: "true" as const } : {}),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );
}

/** Rows of the queue, page after page, as they are read before the queue is gone to and while it is scrolled. */
export function queueQuery(search: QueueSearch) {
  const { view, order, q, overdue } = readSearch(search);
  return infiniteQueryOptions({
    queryKey: ["alerts", view, order, q ?? "", overdue],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readQueue(search, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
    // Rows change by events; the order stays as it was read.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}
