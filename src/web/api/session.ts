import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "./client.ts";
import { ProblemError } from "./problem.ts";
import type { Session } from "./shapes.ts";

/** The session, or null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answerOf(api.GET("/api/v1/session"));
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The session as the page has it: undefined while it is on its way. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}
