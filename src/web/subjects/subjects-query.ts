import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";

const PAGE_ROWS = 100;

/** Subjects by name or number, page after page. */
export const subjectsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["subjects", q ?? ""],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/subjects", {
          params: {
            query: {
              limit: PAGE_ROWS,
              ...(q === undefined ? {} : { q }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
