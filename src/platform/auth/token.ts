import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: beyond guessing, so that a plain SHA-256 of it is safe to keep. */
const TOKEN_BYTES = 32;
/** 32 bytes in base64url. */
const TOKEN_CHARS = 43;

export type TokenKind = "slk" | "sll";

/** A new secret that is shown once: `slk_…` for a key, `sll_…` for a link. */
export function newToken(kind: TokenKind): string {
  return `${kind}_${randomBytes(TOKEN_BYTES).toString("base64url")}`;
}

/** True where the text has the shape of such a secret: what has not is not worth a look into the database. */
export function isToken(kind: TokenKind, text: string): boolean {
  return text.length === kind.length + 1 + TOKEN_CHARS && text.startsWith(`${kind}_`);
}

/** What is kept of a secret. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
