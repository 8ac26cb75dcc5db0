import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "../../client/schema.ts";
import { atOnce } from "../api/at-once.ts";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemOf } from "../api/problem.ts";

/** A view of a list: its name, and the part of the address that makes it. */
export type View = { readonly name: string; readonly search: Readonly<Record<string, string>> };

/** A view that the service keeps, for one person or for the team. */
export type KeptView = View & { readonly id: string; readonly team: boolean };

/** A page whose views can be kept under a name. */
export type ViewPage = components["schemas"]["SavedView"]["page"];

type NewView = View & { readonly team: boolean };

/** Begins the id of a view that is on its way to the service. */
const UNSAVED = "unsaved ";

/** True for a view that the service has not yet kept: nothing can be done with it but to look. */
export const isOnItsWay = ({ id }: KeptView): boolean => id.startsWith(UNSAVED);

/** The saved views of a page, and how they are saved and removed. */
export function useViews(page: ViewPage) {
  const queries = useQueryClient();
  const key = ["views", page];
  const kept = useQuery({
    queryKey: key,
    queryFn: async (): Promise<readonly KeptView[]> => {
      const { items } = await answerOf(api.GET("/api/v1/views", { params: { query: { page } } }));
      return items.map(({ id, name, query, team }) => ({
        id,
        name,
        team,
        search: Object.fromEntries(new URLSearchParams(query)),
      }));
    },
  });
  const onSettled = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const save = useMutation({
    mutationFn: ({ name, search, team }: NewView) =>
      answerOf(
        api.POST("/api/v1/views", {
          body: { name, page, query: String(new URLSearchParams(search)), team },
        }),
      ),
    ...atOnce<readonly KeptView[], NewView>(queries, key, (held = [], view) => [
      ...held,
      { ...view, id: `${UNSAVED}${view.name}` },
    ]),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async (id: string) => {
      const { response, error } = await api.DELETE("/api/v1/views/{id}", { params: { path: { id } } });
      if (!response.ok) throw new ProblemError(problemOf(response.status, error));
    },
    ...atOnce<readonly KeptView[], string>(queries, key, (held = [], id) =>
      held.filter((view) => view.id !== id),
    ),
    onSettled,
  });
  return { views: kept.data ?? [], save, remove };
}
