import { createHash } from "node:crypto";

/** A tag of these bytes: the same bytes have the same. */
export function etagOf(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
}

/** True where an `If-None-Match` header names the tag, weak or strong, or any. */
export function isNamed(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((one) => {
    const tag = one.trim().replace(/^W\//, "");
    return tag === "*" || tag === etag.replace(/^W\//, "");
  });
}
