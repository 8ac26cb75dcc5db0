import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import type { Check } from "../api/shapes.ts";

/** A message that was read and checked. */
export type Checked = {
  readonly checks: readonly Check[];
  /** Parts of the message that say nothing to a check. */
  readonly unread: readonly string[];
};

type CheckBody = NonNullable<paths["/api/v1/check"]["post"]["requestBody"]>["content"]["application/json"];

async function postChecks(
  transactions: readonly object[],
  at: string | undefined,
): Promise<readonly Check[]> {
  const answer = await answerOf(
    api.POST("/api/v1/check", {
      params: { header: { "idempotency-key": crypto.randomUUID() } },
      body: {
        // The service reads and refuses them by its own schema.
        transactions: transactions as NonNullable<CheckBody["transactions"]>,
        waivers: [],
        ...(at === undefined ? {} : { at }),
      },
    }),
  );
  return "checks" in answer ? answer.checks : [answer];
}

/** Reads a payment message at the service and checks every payment that it orders. */
export async function checkMessage(text: string, at: string | undefined): Promise<Checked> {
  const { payments } = await answerOf(api.POST("/api/v1/payments/read", { body: { text } }));
  const checks = await postChecks(
    payments.map(({ transaction }) => transaction),
    at,
  );
  return { checks, unread: [...new Set(payments.flatMap(({ unread }) => unread))] };
}

/** Checks a transaction as `sluice check` takes it. */
export async function checkTransaction(transaction: unknown, at: string | undefined): Promise<Checked> {
  return { checks: await postChecks([transaction as object], at), unread: [] };
}
