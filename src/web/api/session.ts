import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "./client.ts";
import { ProblemError } from "./problem.ts";

/** Who is signed in, and what they may do here. */
export type Session = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
  readonly permissions: readonly string[];
  readonly organization: { readonly id: string; readonly name: string; readonly demo: boolean };
};

/** The session, or null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await call<Session>("GET", "/api/v1/session");
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
