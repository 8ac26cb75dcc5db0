import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { assert } from "../../fault.ts";

/** Bytes of a webhook's secret; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;
const PREFIX = "whsec_";

/** A new secret as Standard Webhooks writes it: `whsec_` and base64. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/**
 * The headers of one attempt (Standard Webhooks 1.0): the message's id, the attempt's moment in seconds, and a signature
 * `v1,…` for each secret in force, with a space between.
 */
export function signedHeaders(message: {
  readonly id: string;
  readonly at: Date;
  readonly payload: string;
  readonly secrets: readonly string[];
}): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(message.at.getTime() / 1000));
  const signatures = message.secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    const mac = createHmac("sha256", key).update(`${message.id}.${seconds}.${message.payload}`);
    return `v1,${mac.digest("base64")}`;
  });
  return {
    "webhook-id": message.id,
    "webhook-timestamp": seconds,
    "webhook-signature": signatures.join(" "),
  };
}

/** Seals and opens small secrets for the database with a key derived from the service's own secret. */
export type SecretBox = {
  /** `context` must be the same when it is opened: a sealed secret cannot be moved to another row. */
  readonly seal: (secret: string, context: string) => Buffer;
  readonly open: (sealed: Uint8Array, context: string) => string;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A box (AES-256-GCM; the key by HKDF from the service's secret, for this use alone). */
export function secretBox(serviceSecret: string): SecretBox {
  const key = Buffer.from(hkdfSync("sha256", serviceSecret, "", "sluice webhook secrets", 32));
  return {
    seal: (secret, context) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    open: (sealed, context) => {
      assert(sealed.length > IV_BYTES + TAG_BYTES, "a sealed secret is whole");
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(Buffer.from(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)));
      const text = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    },
  };
}
