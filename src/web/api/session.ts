import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "./client.ts";
import { ProblemError } from "./problem.ts";
import type { Session } from "./shapes.ts";

const KEY = ["session"] as const;

/** The session, or null where nobody is signed in. One that ends while the page stands is kept: its person signs in again. */
export const sessionQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ client }): Promise<Session | null> => {
    try {
      return await answerOf(api.GET("/api/v1/session"));
    } catch (error) {
      const before = client.getQueryData<Session | null>(KEY);
      const isNobody = error instanceof ProblemError && error.problem.status === 401;
      if (isNobody && (before === undefined || before === null)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The session as the page has it: undefined while it is on its way. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}
