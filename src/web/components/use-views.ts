import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemOf } from "../api/problem.ts";

/** A view of a list: its name, and the part of the address that makes it. */
export type View = { readonly name: string; readonly search: Readonly<Record<string, string>> };

/** A view that the service keeps, for one person or for the team. */
export type KeptView = View & { readonly id: string; readonly team: boolean };

/** The saved views of the queue, and how they are saved and removed. */
export function useViews() {
  const queries = useQueryClient();
  const key = ["views", "alerts"];
  const kept = useQuery({
    queryKey: key,
    queryFn: async (): Promise<readonly KeptView[]> => {
      const { items } = await answerOf(api.GET("/api/v1/views", { params: { query: { page: "alerts" } } }));
      return items.map(({ id, name, query, team }) => ({
        id,
        name,
        team,
        search: Object.fromEntries(new URLSearchParams(query)),
      }));
    },
  });
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const save = useMutation({
    mutationFn: ({ name, search, team }: View & { readonly team: boolean }) =>
      answerOf(
        api.POST("/api/v1/views", {
          body: { name, page: "alerts", query: String(new URLSearchParams(search)), team },
        }),
      ),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: async (id: string) => {
      const { response, error } = await api.DELETE("/api/v1/views/{id}", { params: { path: { id } } });
      if (!response.ok) throw new ProblemError(problemOf(response.status, error));
    },
    onSuccess: again,
  });
  return { views: kept.data ?? [], save, remove };
}
