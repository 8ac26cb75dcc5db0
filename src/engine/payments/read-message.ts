import { parseTransaction } from "../transaction.ts";
import { looksLikeXml, readIso20022 } from "./iso20022.ts";
import { looksLikeMt, readMt103 } from "./mt103.ts";
import { PAYMENT_LIMITS, type PaymentFormat, type ReadPayment, refuseMessage } from "./payment.ts";

/** A payment message with the payments that it orders. */
export type ReadMessage = { readonly format: PaymentFormat; readonly payments: readonly ReadPayment[] };

/** True where a text may be a payment message. */
export function looksLikePayment(text: string): boolean {
  return looksLikeMt(text) || looksLikeXml(text);
}

/**
 * Reads a payment message: MT103, or ISO 20022 pacs.008, pacs.009 or pain.001 of any version, bare or in its envelope.
 * Throws `input-invalid` with the place and the reason; never leaves out a payment of the message.
 */
export function readPaymentMessage(text: string): ReadMessage {
  if (text.length > PAYMENT_LIMITS.charsMax)
    throw refuseMessage("whole message", `is longer than ${PAYMENT_LIMITS.charsMax} characters`);
  const read: ReadMessage = looksLikeXml(text)
    ? readIso20022(text)
    : looksLikeMt(text)
      ? { format: "mt103", payments: readMt103(text) }
      : refuseAny();
  // What a message states may still be more than a transaction holds.
  return {
    format: read.format,
    payments: read.payments.map(({ transaction, unread }) => ({
      transaction: parseTransaction(transaction, "message"),
      unread,
    })),
  };
}

function refuseAny(): never {
  throw refuseMessage("whole message", "is neither an MT103 nor an ISO 20022 credit transfer");
}
