import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import type { CheckReceipt } from "../checks/check-receipt.ts";
import type { BroughtWaiver } from "./checking.ts";
import type { AskedShipment } from "./shipment-sentence.ts";
import { partyOf, type SubjectDraft } from "./subject-draft.ts";

type PreviewBody = NonNullable<
  paths["/api/v1/check/preview"]["post"]["requestBody"]
>["content"]["application/json"];

type Transaction = CheckReceipt["transaction"] & { readonly reference: string };

/** A question of the front page as a check takes it: what would happen, on which day, and by which waivers. */
export type Asked = {
  readonly transaction: Transaction;
  readonly at: string | undefined;
  readonly waivers: readonly BroughtWaiver[];
};

/** Whoever asks about a name or goods alone has not said whose rules bind: it is held against all that Sluice knows. */
const ALL_RULES = ["us", "eu", "gb", "ca", "kr"] as const;

/** A check's reference is at most so long. */
const REFERENCE_CHARS_MAX = 200;

const NOTHING = { purpose: "", goods: [], from: null, to: null, funds: null, jurisdictions: ALL_RULES };

/** What is asked of a party before any dealing. */
export function askedOfParty(draft: SubjectDraft): Asked {
  return {
    transaction: {
      ...NOTHING,
      kind: "party",
      reference: (draft.q ?? "").trim().slice(0, REFERENCE_CHARS_MAX),
      parties: [{ role: "other", ...partyOf(draft) }],
    },
    at: draft.at,
    waivers: [],
  };
}

/** What is asked of goods on their way, of whose parties nothing was said. */
export function askedOfShipment(
  text: string,
  { shipment, ...rest }: Omit<Asked, "transaction"> & { readonly shipment: AskedShipment },
): Asked {
  const { from, to, ...line } = shipment;
  return {
    ...rest,
    transaction: {
      ...NOTHING,
      kind: "shipment",
      reference: text.slice(0, REFERENCE_CHARS_MAX),
      parties: [],
      goods: [{ line: "1", ...line }],
      from,
      to,
    },
  };
}

function bodyOf({ transaction, at, waivers }: Asked): PreviewBody {
  return {
    transaction: transaction as unknown as PreviewBody["transaction"],
    waivers: waivers.map(({ document }) => document) as NonNullable<PreviewBody["waivers"]>,
    ...(at === undefined ? {} : { at }),
  };
}

/** What the gate says of it; nothing is kept. */
export function previewOf(asked: Asked) {
  return answerOf(api.POST("/api/v1/check/preview", { body: bodyOf(asked) }));
}

/** The same question as a check that is kept, with its receipt and its alerts; resolves to the check's id. */
export async function keepAsked(asked: Asked): Promise<string> {
  const answer = await answerOf(
    api.POST("/api/v1/check", {
      params: { header: { "idempotency-key": crypto.randomUUID() } },
      body: bodyOf(asked),
    }),
  );
  if ("checks" in answer) throw new Error("bug: one check was asked for");
  return answer.id;
}
