import { answerOf, api } from "../api/client.ts";

/** What came of verifying a log: how far it is whole, or the first receipt that does not fit. */
export type LogVerified =
  | { readonly kind: "none" }
  | { readonly kind: "whole"; readonly from: number; readonly to: number; readonly count: number }
  | { readonly kind: "broken"; readonly sequence: number };

/** Receipts looked at in one go: the newest of them. Older ones are for `sluice receipts verify`. */
const RECEIPTS_MAX = 5_000;
const PAGE = 200;

const encoder = new TextEncoder();

async function sha256(...parts: readonly Uint8Array[]): Promise<string> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  const digest = await crypto.subtle.digest("SHA-256", all);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Receipt = {
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly previous: string | null;
  readonly bodyDigest: string;
  readonly hash: string;
};

/** The hash that a receipt must have: of the seven lines that docs/receipts.md describes, as a leaf of the tree. */
export function hashOf(log: string, receipt: Receipt): Promise<string> {
  const text = [
    "sluice-receipt/1",
    `log ${log}`,
    `sequence ${receipt.sequence}`,
    `kind ${receipt.kind}`,
    `at ${receipt.at}`,
    `previous ${receipt.previous ?? "none"}`,
    `body ${receipt.bodyDigest}`,
    "",
  ].join("\n");
  return sha256(Uint8Array.of(0), encoder.encode(text));
}

/**
 * Takes the receipts of a log from the newest down and computes each hash anew in this browser; each must be what the
 * service says, and what the next one names as the one before it.
 */
export async function verifyLog(log: string, onCount: (count: number) => void): Promise<LogVerified> {
  let named: string | null = null;
  let [from, to, count] = [0, 0, 0];
  for (let cursor: string | undefined; count < RECEIPTS_MAX; ) {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = await answerOf(api.GET("/api/v1/receipts", { params: { query } }));
    for (const receipt of page.items) {
      const hash = await hashOf(log, receipt);
      const follows = count === 0 || (named === hash && receipt.sequence === from - 1);
      if (hash !== receipt.hash || !follows) return { kind: "broken", sequence: receipt.sequence };
      if (count === 0) to = receipt.sequence;
      from = receipt.sequence;
      named = receipt.previous;
      count += 1;
    }
    onCount(count);
    if (page.next === null) break;
    cursor = page.next;
  }
  return count === 0 ? { kind: "none" } : { kind: "whole", from, to, count };
}
