import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";

/** One subject, as it is read before its page is gone to and while the page stands. */
export const subjectQuery = (id: string) =>
  queryOptions({
    queryKey: ["subject", id],
    queryFn: () => answerOf(api.GET("/api/v1/subjects/{id}", { params: { path: { id } } })),
  });
