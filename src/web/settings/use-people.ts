import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "../../client/schema.ts";
import { atOnce } from "../api/at-once.ts";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemOf } from "../api/problem.ts";

type Person =
  paths["/api/v1/people"]["get"]["responses"][200]["content"]["application/json"]["items"][number];
/** A person of the organisation with the business line. */
export type Member = Person & { readonly businessLine: string | null };

type NewRole = Pick<Member, "id" | "role">;
type NewLine = Pick<Member, "id" | "businessLine">;

/** A call that answers nothing. Throws `ProblemError`. */
export async function done(
  called: Promise<{ readonly error?: unknown; readonly response: Response }>,
): Promise<void> {
  const { error, response } = await called;
  if (!response.ok) throw new ProblemError(problemOf(response.status, error));
}

async function readAll(): Promise<readonly Person[]> {
  const all: Person[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = await answerOf(api.GET("/api/v1/people", { params: { query } }));
    all.push(...page.items);
    if (page.next === null) return all;
    cursor = page.next;
  }
}

/** The people of the organisation, and what can be changed about them. */
export function usePeople(onLink: (link: { readonly email: string; readonly url: string }) => void): {
  readonly people: UseQueryResult<readonly Member[]>;
  readonly changeRole: (of: NewRole) => void;
  readonly setLine: (of: NewLine) => void;
  readonly remove: (id: string) => void;
  readonly passwordLink: (of: { readonly id: string; readonly email: string }) => void;
  readonly failed: Error | null;
} {
  const queries = useQueryClient();
  const key = ["people"];
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  const shown = <Change extends Partial<Member> & { readonly id: string }>() =>
    atOnce<readonly Member[], Change>(queries, key, (held, change) =>
      held?.map((one) => (one.id === change.id ? { ...one, ...change } : one)),
    );
  const people = useQuery({
    queryKey: ["people"],
    queryFn: async (): Promise<readonly Member[]> => {
      const [members, lines] = await Promise.all([readAll(), answerOf(api.GET("/api/v1/business-lines"))]);
      const lineOf = new Map(lines.items.map(({ personId, businessLine }) => [personId, businessLine]));
      return members.map((one) => ({ ...one, businessLine: lineOf.get(one.id) ?? null }));
    },
  });
  const role = useMutation({
    mutationFn: ({ id, role: next }: NewRole) =>
      done(api.PATCH("/api/v1/people/{id}", { params: { path: { id } }, body: { role: next } })),
    ...shown<NewRole>(),
    onSettled,
  });
  const line = useMutation({
    mutationFn: ({ id, businessLine }: NewLine) =>
      answerOf(
        api.PUT("/api/v1/people/{id}/business-line", { params: { path: { id } }, body: { businessLine } }),
      ),
    ...shown<NewLine>(),
    onSettled,
  });
  const removal = useMutation({
    mutationFn: (id: string) => done(api.DELETE("/api/v1/people/{id}", { params: { path: { id } } })),
    onSettled,
  });
  const link = useMutation({
    mutationFn: ({ id }: { readonly id: string; readonly email: string }) =>
      answerOf(api.POST("/api/v1/people/{id}/password-link", { params: { path: { id } } })),
    onSuccess: ({ url }, { email }) => onLink({ email, url }),
  });
  return {
    people,
    changeRole: role.mutate,
    setLine: line.mutate,
    remove: removal.mutate,
    passwordLink: link.mutate,
    failed: role.error ?? line.error ?? removal.error ?? link.error,
  };
}
