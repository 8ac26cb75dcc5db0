import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import type { CheckReceipt } from "../checks/check-receipt.ts";
import { partyOf, type SubjectDraft } from "./subject-draft.ts";

type PreviewBody = NonNullable<
  paths["/api/v1/check/preview"]["post"]["requestBody"]
>["content"]["application/json"];

/** Whoever asks about a name alone has not said whose rules bind: it is held against all that Sluice knows. */
const ALL_RULES = ["us", "eu", "gb", "ca", "kr"] as const;

/** A check's reference is at most so long. */
const REFERENCE_CHARS_MAX = 200;

/** What is asked of a party before any dealing, as a check takes it. */
export function transactionOf(
  draft: SubjectDraft,
): CheckReceipt["transaction"] & { readonly reference: string } {
  return {
    kind: "party",
    reference: (draft.q ?? "").trim().slice(0, REFERENCE_CHARS_MAX),
    purpose: "",
    parties: [{ role: "other", ...partyOf(draft) }],
    goods: [],
    from: null,
    to: null,
    funds: null,
    jurisdictions: ALL_RULES,
  };
}

function askedOf(draft: SubjectDraft): PreviewBody {
  return {
    transaction: transactionOf(draft) as unknown as PreviewBody["transaction"],
    ...(draft.at === undefined ? {} : { at: draft.at }),
  };
}

/** What the gate says of a party; nothing is kept. */
export function previewOf(draft: SubjectDraft) {
  return answerOf(api.POST("/api/v1/check/preview", { body: askedOf(draft) }));
}

/** The same question as a check that is kept, with its receipt and its alerts; resolves to the check's id. */
export async function keepParty(draft: SubjectDraft): Promise<string> {
  const answer = await answerOf(
    api.POST("/api/v1/check", {
      params: { header: { "idempotency-key": crypto.randomUUID() } },
      body: askedOf(draft),
    }),
  );
  if ("checks" in answer) throw new Error("bug: one check was asked for");
  return answer.id;
}
