import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";
import type { Alert } from "../api/shapes.ts";

/** One alert, as it is read before its page is gone to and while the page stands. */
export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ["alert", id],
    queryFn: async ({ client }): Promise<Alert> => {
      const read = await answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id } } }));
      // An answer that was under way while the person went on must not take the page back.
      const held = client.getQueryData<Alert>(["alert", id]);
      return held !== undefined && Number(held.version) > Number(read.version) ? held : read;
    },
  });
