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

/** A waiver that a person brings to a question, as the authority's file has it; the service reads and refuses it. */
export type BroughtWaiver = { readonly reference: string; readonly document: object };

/** The waiver in a file's text; null where it is none. */
export function readWaiver(text: string): BroughtWaiver | null {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== "object" || document === null) return null;
    const { reference, authority, approvedOn } = document as Readonly<Record<string, unknown>>;
    const isWaiver =
      typeof reference === "string" && typeof authority === "string" && approvedOn !== undefined;
    return isWaiver ? { reference, document } : null;
  } catch {
    return null;
  }
}

/** On which day, and with which waivers, something is asked. */
export type Asked = { readonly at: string | undefined; readonly waivers: readonly BroughtWaiver[] };

async function postChecks(
  transactions: readonly object[],
  { at, waivers }: Asked,
): Promise<readonly Check[]> {
  const answer = await answerOf(
    api.POST("/api/v1/check", {
      params: { header: { "idempotency-key": crypto.randomUUID() } },
      body: {
        // The service reads and refuses them by its own schema.
        transactions: transactions as NonNullable<CheckBody["transactions"]>,
        waivers: waivers.map(({ document }) => document) as NonNullable<CheckBody["waivers"]>,
        ...(at === undefined ? {} : { at }),
      },
    }),
  );
  return "checks" in answer ? answer.checks : [answer];
}

/** Reads a payment message at the service and checks every payment that it orders. */
export async function checkMessage(text: string, asked: Asked): Promise<Checked> {
  const { payments } = await answerOf(api.POST("/api/v1/payments/read", { body: { text } }));
  const checks = await postChecks(
    payments.map(({ transaction }) => transaction),
    asked,
  );
  return { checks, unread: [...new Set(payments.flatMap(({ unread }) => unread))] };
}

/** Checks a transaction as `sluice check` takes it. */
export async function checkTransaction(transaction: unknown, asked: Asked): Promise<Checked> {
  return { checks: await postChecks([transaction as object], asked), unread: [] };
}
