import { canonical } from "../receipts/verify-receipt.ts";

/** What a browser found of a signature: `cannot` where it knows no Ed25519. */
export type SignatureState = "holds" | "fails" | "cannot";

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Whether the key signed the letter: Ed25519 over its canonical JSON (RFC 8785), proved by this browser alone. */
export async function letterSignature(signed: {
  readonly letter: unknown;
  readonly signature: string;
  readonly key: { readonly pem: string };
}): Promise<SignatureState> {
  const spki = bytesOf(signed.key.pem.replace(/-----[^-]+-----|\s/g, ""));
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("spki", spki, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return "cannot";
  }
  const text = new TextEncoder().encode(canonical(signed.letter));
  return (await crypto.subtle.verify("Ed25519", key, bytesOf(signed.signature), text)) ? "holds" : "fails";
}
