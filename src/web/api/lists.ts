import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { answerOf, api } from "./client.ts";
import { useSession } from "./session.ts";

/** The lists in force. */
export const listsQuery = queryOptions({
  queryKey: ["lists"],
  queryFn: () => answerOf(api.GET("/api/v1/lists")),
});

/** What a list is called, by its id: the id itself until it is known, and where no list has it any more. */
export function useListTitle(): (id: string) => string {
  const session = useSession();
  const { data } = useQuery({ ...listsQuery, enabled: session !== null && session !== undefined });
  const titles = useMemo(() => new Map(data?.lists.map(({ id, title }) => [id, title])), [data]);
  return useCallback((id) => titles.get(id) ?? id, [titles]);
}
