import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemOf } from "../api/problem.ts";

type Person =
  paths["/api/v1/people"]["get"]["responses"][200]["content"]["application/json"]["items"][number];
/** A person of the organisation with the business line. */
export type Member = Person & { readonly businessLine: string | null };

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
  readonly changeRole: (of: { readonly id: string; readonly role: Person["role"] }) => void;
  readonly setLine: (of: { readonly id: string; readonly businessLine: string | null }) => void;
  readonly remove: (id: string) => void;
  readonly passwordLink: (of: { readonly id: string; readonly email: string }) => void;
  readonly failed: Error | null;
} {
  const queries = useQueryClient();
  const key = ["people"];
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  // What was chosen is shown at once, and what was there before where the service refuses.
  const showAtOnce = async (id: string, change: Partial<Member>) => {
    await queries.cancelQueries({ queryKey: key });
    const before = queries.getQueryData<readonly Member[]>(key);
    queries.setQueryData<readonly Member[]>(key, (held) =>
      held?.map((one) => (one.id === id ? { ...one, ...change } : one)),
    );
    return before;
  };
  const putBack = (before: readonly Member[] | undefined): void => {
    queries.setQueryData(key, before);
  };
  const people = useQuery({
    queryKey: ["people"],
    queryFn: async (): Promise<readonly Member[]> => {
      const [members, lines] = await Promise.all([readAll(), answerOf(api.GET("/api/v1/business-lines"))]);
      const lineOf = new Map(lines.items.map(({ personId, businessLine }) => [personId, businessLine]));
      return members.map((one) => ({ ...one, businessLine: lineOf.get(one.id) ?? null }));
    },
  });
  const role = useMutation({
    mutationFn: ({ id, role: next }: { readonly id: string; readonly role: Person["role"] }) =>
      done(api.PATCH("/api/v1/people/{id}", { params: { path: { id } }, body: { role: next } })),
    onMutate: ({ id, role: next }) => showAtOnce(id, { role: next }),
    onError: (_, __, before) => putBack(before),
    onSettled,
  });
  const line = useMutation({
    mutationFn: ({ id, businessLine }: { readonly id: string; readonly businessLine: string | null }) =>
      answerOf(
        api.PUT("/api/v1/people/{id}/business-line", { params: { path: { id } }, body: { businessLine } }),
      ),
    onMutate: ({ id, businessLine }) => showAtOnce(id, { businessLine }),
    onError: (_, __, before) => putBack(before),
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
