import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { AddressGuard } from "./address-guard.ts";

/** What an attempt met: the answer's status, or words for why there was none. */
export type Sent = { readonly status: number | null; readonly words: string | null };

export const SEND_LIMITS = {
  /** Standard Webhooks asks receivers to answer within 15 to 30 seconds. */
  answerMsMax: 15_000,
  /** Of the answer's body nothing is used; a little is read so that the connection ends well. */
  bodyBytesMax: 16 * 1024,
  wordsChars: 300,
} as const;

/** Sends one message and waits for the status. Redirects are not followed: an address that moved is told anew. */
export function sendWebhook(message: {
  readonly url: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly guard: AddressGuard;
  readonly timeoutMs?: number;
}): Promise<Sent> {
  const { guard, payload } = message;
  let url: URL;
  try {
    url = guard.checkUrl(message.url);
  } catch (error) {
    return Promise.resolve({ status: null, words: wordsOf(error) });
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const against = isIP(host) === 0 ? null : guard.refusal(host);
  if (against !== null) return Promise.resolve({ status: null, words: against });
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(message.timeoutMs ?? SEND_LIMITS.answerMsMax);
    const end = (sent: Sent): void => resolve(sent);
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(
      url,
      {
        method: "POST",
        // A connection of its own, to the address that this very resolution gave and the guard saw.
        agent: false,
        lookup: guard.lookup,
        signal,
        headers: {
          ...message.headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
          "user-agent": "Sluice-Webhooks/1",
          accept: "*/*",
        },
      },
      (response) => {
        const { statusCode: status = 0 } = response;
        let bytes = 0;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
          if (bytes > SEND_LIMITS.bodyBytesMax) response.destroy();
        });
        response.on("error", () => undefined);
        response.once("close", () => {
          const moved = status >= 300 && status < 400;
          end({ status, words: moved ? "it redirects, which is not followed" : null });
        });
      },
    );
    request.on("error", (error) => {
      const reason = signal.aborted
        ? `no answer within ${(message.timeoutMs ?? SEND_LIMITS.answerMsMax) / 1000} s`
        : wordsOf(error);
      end({ status: null, words: reason.slice(0, SEND_LIMITS.wordsChars) });
    });
    request.end(payload);
  });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
