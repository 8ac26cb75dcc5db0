import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components, paths } from "../../client/schema.ts";
import { atOnce } from "../api/at-once.ts";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import type { Session } from "../api/shapes.ts";

type Schemas = components["schemas"];

/** A case as the desk keeps it, with everything that a person decides it by. */
export type WorkerCase = Schemas["WorkerCase"];
export type CaseRow = Schemas["WorkerCaseRow"];
export type RedFlag = Schemas["RedFlag"];
export type Rule = Schemas["RedFlagRule"];
export type AccountLink = Schemas["AccountLink"];
export type AccountFacts = Schemas["WorkerAccountFacts"];
export type Hold = Schemas["PayoutHold"];
export type ToldEvent =
  paths["/api/v1/workers/cases/{id}/events"]["get"]["responses"][200]["content"]["application/json"]["items"][number];

/** Money, exact: what it is counted in. */
export type Money = NonNullable<Hold["amount"]>;

/** The rules by their ids: they change with the program alone. */
export function useRules(): ReadonlyMap<string, Rule> {
  const rules = useQuery({
    queryKey: ["worker-rules"],
    queryFn: () => answerOf(api.GET("/api/v1/workers/rules")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map(rules.data?.items.map((rule) => [rule.id, rule]));
}

/**
 * A change of a case, after which the case and the queue are read anew, whether it was taken or not. What `shown` makes of
 * the case is shown before the service has answered, and taken back where it refuses.
 */
export function useCaseWork<Asked>(
  id: string,
  work: (asked: Asked) => Promise<unknown>,
  shown?: (held: WorkerCase, asked: Asked) => WorkerCase,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    ...(shown === undefined
      ? {}
      : atOnce<WorkerCase, Asked>(queries, ["case", id], (held, asked) => held && shown(held, asked))),
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["case", id] }),
        queries.invalidateQueries({ queryKey: ["cases"] }),
        queries.invalidateQueries({ queryKey: ["case-counts"] }),
      ]);
    },
  });
}

/** What the person may do with cases. */
export function useMay(permission: Session["permissions"][number]): boolean {
  return useSession()?.permissions.includes(permission) === true;
}

/** Sums by currency, exact; amounts of one currency that are counted in other units are told apart. */
export function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const { amount, scale, currency } of amounts) {
    const key = `${currency} ${scale}`;
    const sum = BigInt(sums.get(key)?.amount ?? "0") + BigInt(amount);
    sums.set(key, { amount: String(sum), scale, currency });
  }
  return [...sums.values()];
}
