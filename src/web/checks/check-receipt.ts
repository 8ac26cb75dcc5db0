import { ProblemError, problemOf } from "../api/problem.ts";
import { verifyReceipt } from "../receipts/verify-receipt.ts";

/** A check's receipt, as far as the page shows what was asked. */
export type CheckReceipt = {
  /** Whether it says what it said when it was written, found out by this browser; null where the browser cannot. */
  readonly holds: boolean | null;
  readonly transaction: {
    readonly kind: string;
    readonly purpose: string;
    readonly parties: readonly {
      readonly role: Role;
      readonly schema: string;
      readonly properties: Readonly<Record<string, readonly string[]>>;
      readonly related?: readonly {
        readonly relation: Relation;
        readonly subject: {
          readonly schema: string;
          readonly properties: Readonly<Record<string, readonly string[]>>;
        };
      }[];
    }[];
    readonly goods: readonly {
      readonly line: string;
      readonly description: string;
      readonly hs: string | null;
      readonly quantity: { readonly amount: string; readonly scale: number; readonly unit: string };
    }[];
    readonly from: string | null;
    readonly to: string | null;
    readonly funds: { readonly amount: string; readonly scale: number; readonly currency: string } | null;
    readonly jurisdictions: readonly string[];
  };
};

/** What somebody beside a party is to it. */
type Relation = "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";

/** The parts that a party plays. */
type Role =
  | "payer"
  | "payee"
  | "payer-bank"
  | "payee-bank"
  | "intermediary"
  | "supplier"
  | "manufacturer"
  | "carrier"
  | "forwarder"
  | "vessel"
  | "consignee"
  | "end-user"
  | "employer"
  | "worker"
  | "applicant"
  | "other";

/** The receipt of a check, byte for byte as it was written. */
async function receiptText(id: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/checks/${encodeURIComponent(id)}/receipt`, {
      credentials: "same-origin",
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  if (!response.ok)
    throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  return response.text();
}

/** The receipt of a check, read and verified. */
export async function readCheckReceipt(id: string): Promise<CheckReceipt> {
  const text = await receiptText(id);
  // Hashes are computed on secure pages alone: https, or the machine itself.
  const verified = window.isSecureContext ? await verifyReceipt(text) : null;
  return { ...(JSON.parse(text) as CheckReceipt), holds: verified?.holds ?? null };
}
