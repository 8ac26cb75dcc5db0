import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { assert } from "../../../fault.ts";
import type { Signer } from "../../../platform/receipts/signing-key.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Multicodec's prefix of an Ed25519 public key. */
const ED25519 = Uint8Array.of(0xed, 0x01);
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** The longest text that is read as base 58: a signature takes 88 letters. */
const BASE58_CHARS_MAX = 120;

/** Bytes in base 58 as Bitcoin writes it, after the letter by which multibase knows it. */
export function toMultibase(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString("hex") || "0"}`);
  let text = "";
  while (number > 0n) {
    text = `${ALPHABET[Number(number % 58n)] ?? ""}${text}`;
    number /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${"1".repeat(zeros < 0 ? bytes.length : zeros)}${text}`;
}

/** The bytes of a multibase text in base 58, or null where it is none. */
export function fromMultibase(text: string): Uint8Array | null {
  if (!text.startsWith("z") || text.length > BASE58_CHARS_MAX) return null;
  let number = 0n;
  for (const letter of text.slice(1)) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    number = number * 58n + BigInt(value);
  }
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  const hex = number === 0n ? "" : number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}

/** The key as `did:key` names it: whoever has the name has the key. */
export function didOfKey(key: KeyObject): string {
  const { x } = key.export({ format: "jwk" });
  assert(typeof x === "string", "an Ed25519 key has its point");
  return `did:key:${toMultibase(Buffer.concat([ED25519, Buffer.from(x, "base64url")]))}`;
}

/** The Ed25519 key that a `did:key` (or its verification method) names, or null. */
export function keyOfDid(did: string): KeyObject | null {
  const bytes = fromMultibase(/^did:key:(z[^#]+)/.exec(did)?.[1] ?? "");
  if (bytes === null || bytes.length !== KEY_BYTES + 2 || bytes[0] !== ED25519[0] || bytes[1] !== ED25519[1])
    return null;
  const x = Buffer.from(bytes.subarray(2)).toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

const Proof = z.looseObject({
  type: z.literal("DataIntegrityProof"),
  cryptosuite: z.literal("eddsa-jcs-2022"),
  verificationMethod: z.string(),
  proofPurpose: z.literal("assertionMethod"),
  proofValue: z.string(),
});

type Document = { readonly [key: string]: Json | undefined };

const digest = (value: Json): Buffer => createHash("sha256").update(canonicalJson(value)).digest();

/** What is signed: the digest of the proof's options, and that of the document without its proof (eddsa-jcs-2022, 3.3.4). */
function signedBytes(document: Document, options: Document): Buffer {
  return Buffer.concat([digest(options), digest(document)]);
}

/** The document with a Data Integrity proof of the suite eddsa-jcs-2022 by the signer's key. */
export function addProof(document: Document, signer: Signer, created: string): Document {
  const did = didOfKey(signer.publicKey);
  const options: Document = {
    ...(document["@context"] === undefined ? {} : { "@context": document["@context"] }),
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created,
    verificationMethod: `${did}#${did.slice("did:key:".length)}`,
    proofPurpose: "assertionMethod",
  };
  const proofValue = toMultibase(signer.signBytes(signedBytes(document, options)));
  return { ...document, proof: { ...options, proofValue } };
}

/** The key that signed the document, where its proof holds; else a sentence that says why it does not. */
export function checkProof(secured: Document): KeyObject | string {
  const { proof: stated, ...document } = secured;
  const proof = Proof.safeParse(stated);
  if (!proof.success) return "it has no proof of the suite eddsa-jcs-2022";
  const { proofValue, ...options } = proof.data;
  const key = keyOfDid(proof.data.verificationMethod);
  if (key === null) return "its proof names no Ed25519 key by did:key";
  const signature = fromMultibase(proofValue);
  if (signature === null || signature.length !== SIGNATURE_BYTES)
    return "its proof is not the length of a signature";
  if (
    "@context" in options &&
    canonicalJson(options["@context"] as Json) !== canonicalJson(document["@context"] ?? null)
  )
    return "its proof is for another context";
  if (verify(null, signedBytes(document, options as Document), key, signature)) return key;
  return "its proof is not of what it says: it was changed, or another key signed";
}
