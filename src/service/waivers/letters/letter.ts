import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { moneySchema, quantitySchema } from "../../../engine/transaction.ts";
import { tryParse } from "../../../parse.ts";
import { isSignedBy, keyIdOf, type Signer } from "../../../platform/receipts/signing-key.ts";
import type { StoredTerms } from "../tables.ts";
import { addProof, checkProof, didOfKey } from "./data-integrity.ts";

/** What a letter says: all that whoever holds the paper needs to hold a shipment against. */
export const letterSchema = z
  .strictObject({
    /** Tells a letter from everything else that the key signs. */
    type: z.literal("sluice-letter/1"),
    id: z.string(),
    issuer: z.strictObject({ organization: z.string(), key: z.string() }).readonly(),
    waiver: z.string(),
    version: z.int(),
    /** The letter that it takes the place of, or null. */
    replaces: z.string().nullable(),
    reference: z.string(),
    authority: z.string(),
    title: z.string(),
    measures: z.array(z.string()).readonly(),
    approvedOn: z.string(),
    from: z.string(),
    until: z.string(),
    /** Its days are the days there. */
    zone: z.string(),
    parties: z.array(z.string()).readonly().nullable(),
    route: z.array(z.string()).readonly().nullable(),
    shipmentsMax: z.int().nullable(),
    valueMax: moneySchema.nullable(),
    lines: z
      .array(
        z
          .strictObject({
            line: z.string(),
            item: z.string(),
            hs: z.array(z.string()).readonly(),
            quantity: quantitySchema,
          })
          .readonly(),
      )
      .readonly(),
    conditions: z.array(z.string()).readonly(),
    issuedAt: z.string(),
    /** Where anybody can ask how it stands today. */
    verify: z.string(),
  })
  .readonly();
export type Letter = z.infer<typeof letterSchema>;

/** A letter with its signature and the key that made it, as a file. */
export const signedLetterSchema = z
  .strictObject({
    letter: letterSchema,
    /** Ed25519 over the letter's canonical JSON (RFC 8785), base64. */
    signature: z.string().max(200),
    key: z.strictObject({ id: z.string().max(100), pem: z.string().max(1_000) }).readonly(),
  })
  .readonly();
export type SignedLetter = z.infer<typeof signedLetterSchema>;

/** What a letter is made of beside the terms. */
export type LetterFacts = {
  readonly id: string;
  readonly organization: string;
  readonly waiverId: string;
  readonly version: number;
  readonly replaces: string | null;
  readonly at: Date;
  readonly publicUrl: string;
};

/** The letter of a waiver's terms. */
export function letterOf(terms: StoredTerms, facts: LetterFacts, signer: Pick<Signer, "keyId">): Letter {
  return {
    type: "sluice-letter/1",
    id: facts.id,
    issuer: { organization: facts.organization, key: signer.keyId },
    waiver: facts.waiverId,
    version: facts.version,
    replaces: facts.replaces,
    reference: terms.reference,
    authority: terms.authority,
    title: terms.title,
    measures: terms.measures,
    approvedOn: terms.approvedOn,
    from: terms.from,
    until: terms.until,
    zone: terms.zone ?? "UTC",
    parties: terms.parties,
    route: terms.route,
    shipmentsMax: terms.shipmentsMax,
    valueMax: terms.valueMax ?? null,
    lines: terms.lines.map(({ line, item, hs, quantity }) => ({ line, item, hs, quantity })),
    conditions: terms.conditions,
    issuedAt: facts.at.toISOString(),
    verify: `${facts.publicUrl}/verify/${facts.id}`,
  };
}

/** The letter signed. */
export function signLetter(letter: Letter, signer: Signer): SignedLetter {
  const text = canonicalJson(letter as unknown as Json);
  return {
    letter,
    signature: Buffer.from(signer.sign(text)).toString("base64"),
    key: { id: signer.keyId, pem: signer.publicKey.export({ type: "spki", format: "pem" }).toString() },
  };
}

/** The letter as a credential of the W3C's data model 2.0, secured by eddsa-jcs-2022: the same facts, and the same key. */
export function credentialOf(letter: Letter, signer: Signer): { readonly [key: string]: Json | undefined } {
  const { type: _, id, ...facts } = letter;
  return addProof(
    {
      "@context": ["https://www.w3.org/ns/credentials/v2", { "@vocab": "urn:sluice:waiver#" }],
      id: `urn:sluice:letter:${id}`,
      type: ["VerifiableCredential", "WaiverCredential"],
      issuer: didOfKey(signer.publicKey),
      validFrom: letter.issuedAt,
      credentialSubject: { letter: id, ...facts } as unknown as Json,
    },
    signer,
    letter.issuedAt,
  );
}

/** What a file proves by itself: the letter and the key that signed it, or why it proves nothing. */
export type Proven =
  | {
      readonly kind: "signed";
      readonly letter: Letter;
      readonly key: KeyObject;
      readonly keyId: string;
      readonly form: "letter" | "credential";
    }
  | { readonly kind: "not"; readonly reason: string };

const not = (reason: string): Proven => ({ kind: "not", reason });

/** Reads a letter or a credential and checks its signature, asking nobody. Whose key it is, the caller must know. */
export function proveLetter(value: unknown): Proven {
  if (typeof value !== "object" || value === null) return not("it is no letter and no credential");
  return "proof" in value ? proveCredential(value as { readonly [key: string]: Json }) : proveSigned(value);
}

function proveSigned(value: object): Proven {
  const signed = tryParse(signedLetterSchema, value);
  if (signed.problem !== null)
    return not(`it is no signed letter: ${signed.problem.where}: ${signed.problem.reason}`);
  const { letter, signature, key: stated } = signed.data;
  let key: KeyObject;
  try {
    key = createPublicKey(stated.pem);
  } catch {
    return not("the key in it is none");
  }
  if (key.asymmetricKeyType !== "ed25519") return not("the key in it is no Ed25519 key");
  const keyId = keyIdOf(key);
  if (stated.id !== keyId || letter.issuer.key !== keyId)
    return not("it names another key than the one in it");
  const text = canonicalJson(letter as unknown as Json);
  if (!isSignedBy(key, text, Buffer.from(signature, "base64")))
    return not("the signature is not of this text: the letter was changed, or another key signed it");
  return { kind: "signed", letter, key, keyId, form: "letter" };
}

const Subject = z.looseObject({ letter: z.string() });

function proveCredential(value: { readonly [key: string]: Json }): Proven {
  const key = checkProof(value);
  if (typeof key === "string") return not(key);
  const subject = Subject.safeParse(value.credentialSubject);
  if (!subject.success) return not("the credential is of no letter");
  const { letter: id, ...facts } = subject.data;
  const letter = letterSchema.safeParse({ type: "sluice-letter/1", id, ...facts });
  if (!letter.success) return not("the credential's subject is no letter");
  const keyId = keyIdOf(key);
  if (letter.data.issuer.key !== keyId || value.issuer !== didOfKey(key))
    return not("the credential names another issuer than the key that signed it");
  return { kind: "signed", letter: letter.data, key, keyId, form: "credential" };
}
