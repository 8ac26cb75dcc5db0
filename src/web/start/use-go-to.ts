import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";
import { clearTold } from "../shell/done-bar.tsx";

/** Moves the session to another organisation; nothing on any page is of the former one. */
export function useGoTo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (organizationId: string) =>
      answerOf(api.PUT("/api/v1/session/organization", { body: { organizationId } })),
    onSuccess: () => {
      clearTold();
      return queries.resetQueries();
    },
  });
}
