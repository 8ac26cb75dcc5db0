import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";

/** One check, which never changes. */
export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ["check", id],
    queryFn: () => answerOf(api.GET("/api/v1/checks/{id}", { params: { path: { id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
