import { z } from "zod";
import { PAYMENT_FORMATS, PAYMENT_LIMITS } from "../../../engine/payments/payment.ts";
import { readPaymentMessage } from "../../../engine/payments/read-message.ts";
import { transactionSchema } from "../../../engine/transaction.ts";
import type { Api } from "../../../platform/http/routes.ts";

const PaymentMessage = z.strictObject({
  text: z.string().min(1).max(PAYMENT_LIMITS.charsMax).describe("The whole message, as it was sent"),
});

const ReadMessage = z.object({
  format: z.enum(PAYMENT_FORMATS),
  payments: z.array(
    z.object({
      transaction: transactionSchema,
      unread: z.array(z.string()).describe("Parts that were seen and say nothing to a check"),
    }),
  ),
});

/** What a payment message orders, as transactions for `POST /api/v1/check`: nothing is checked or kept. */
export function paymentRoutes(api: Api): void {
  api.route({
    method: "POST",
    url: "/api/v1/payments/read",
    // Letters outside ASCII take up to three bytes, and JSON may escape each.
    bodyLimit: PAYMENT_LIMITS.charsMax * 6,
    schema: {
      summary: "Read a payment message (MT103; ISO 20022 pacs.008, pacs.009, pain.001) into transactions",
      tags: ["Checks"],
      body: PaymentMessage,
      response: { 200: ReadMessage },
    },
    config: { permission: "checks.create" },
    handler: (request) => {
      const { format, payments } = readPaymentMessage(request.body.text);
      return {
        format,
        payments: payments.map(({ transaction, unread }) => ({ transaction, unread: [...unread] })),
      };
    },
  });
}
