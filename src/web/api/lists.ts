import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import { answerOf, api } from "./client.ts";
import { useSession } from "./session.ts";

/** The lists in force. */
export const listsQuery = queryOptions({
  queryKey: ["lists"],
  queryFn: () => answerOf(api.GET("/api/v1/lists")),
});

/** What a list is called in the language of the page, by its id: the id itself until it is known, and where no list has it any more. */
export function useListTitle(): (id: string) => string {
  const session = useSession();
  const { language } = useLanguage();
  const { data } = useQuery({ ...listsQuery, enabled: session !== null && session !== undefined });
  const titles = useMemo(() => new Map(data?.lists.map(({ id, title }) => [id, title])), [data]);
  return useCallback((id) => sayTitle(language, titles.get(id) ?? id), [titles, language]);
}
