import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";

/** One listed party as the lists of a day had it; of the lists held now where no day is named. */
export const listedQuery = (id: string, at: string | undefined) =>
  queryOptions({
    queryKey: ["listed", id, at ?? ""],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/listed/{id}", {
          params: { path: { id }, query: at === undefined ? {} : { at } },
        }),
      ),
  });
