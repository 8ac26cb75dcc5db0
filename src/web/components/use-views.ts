import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemOf } from "../api/problem.ts";

/** A view of a list: its name, and the part of the address that makes it. */
export type View = { readonly name: string; readonly search: Readonly<Record<string, string>> };

/** A view that the service keeps, for one person or for the team. */
export type KeptView = View & { readonly id: string; readonly team: boolean };

/** A page whose views can be kept under a name. */
export type ViewPage = components["schemas"]["SavedView"]["page"];

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
  // What was saved or removed is seen at once; where the service refuses, the views are again what they were.
  const showAtOnce = async (change: (held: readonly KeptView[]) => readonly KeptView[]) => {
    await queries.cancelQueries({ queryKey: key });
    const before = queries.getQueryData<readonly KeptView[]>(key);
    queries.setQueryData<readonly KeptView[]>(key, change(before ?? []));
    return before;
  };
  const putBack = (before: readonly KeptView[] | undefined): void => {
    queries.setQueryData(key, before);
  };
  const onSettled = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const save = useMutation({
    mutationFn: ({ name, search, team }: View & { readonly team: boolean }) =>
      answerOf(
        api.POST("/api/v1/views", {
          body: { name, page, query: String(new URLSearchParams(search)), team },
        }),
      ),
    onMutate: (view) => showAtOnce((held) => [...held, { ...view, id: `new ${view.name}` }]),
    onError: (_, __, before) => putBack(before),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async (id: string) => {
      const { response, error } = await api.DELETE("/api/v1/views/{id}", { params: { path: { id } } });
      if (!response.ok) throw new ProblemError(problemOf(response.status, error));
    },
    onMutate: (id) => showAtOnce((held) => held.filter((view) => view.id !== id)),
    onError: (_, __, before) => putBack(before),
    onSettled,
  });
  return { views: kept.data ?? [], save, remove };
}
