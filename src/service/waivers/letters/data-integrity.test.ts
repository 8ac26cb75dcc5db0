import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../engine/json.ts";
import { keyIdOf, type Signer } from "../../../platform/receipts/signing-key.ts";
import { addProof, checkProof, didOfKey, fromMultibase, keyOfDid, toMultibase } from "./data-integrity.ts";

const KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"];

/** Signed by another implementation: the alumni credential that the suite's own tests use. */
const FOREIGN: { readonly [key: string]: Json } = {
  "@context": CONTEXT,
  id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
  type: ["VerifiableCredential", "AlumniCredential"],
  name: "Alumni Credential",
  description: "A minimum viable example of an Alumni Credential.",
  issuer: KEY,
  validFrom: "2023-01-01T00:00:00Z",
  credentialSubject: { id: "did:example:abcdefgh", alumniOf: "The School of Examples" },
  proof: {
    type: "DataIntegrityProof",
    created: "2023-02-24T23:36:38Z",
    verificationMethod: `${KEY}#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2`,
    cryptosuite: "eddsa-jcs-2022",
    proofPurpose: "assertionMethod",
    "@context": CONTEXT,
    proofValue: "z5EhYRJkfPLkoT92FPXN8KK6M9rsBhq3xs19GBSsA6VdNYH4QMKSyNuA2Gfznz9QthVD7Rz3HTAfqxxay23htUpTg",
  },
};

function testSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey),
    signBytes: (bytes) => sign(null, bytes, privateKey),
  };
}

describe("a Data Integrity proof", () => {
  it("of another implementation is believed, and its least change is not", () => {
    const key = checkProof(FOREIGN);
    expect(typeof key === "string" ? key : didOfKey(key)).toBe(KEY);
    expect(checkProof({ ...FOREIGN, name: "Alumni credential" })).toContain("was changed");
    expect(
      checkProof({ ...FOREIGN, proof: { ...(FOREIGN.proof as object), created: "2024-02-24T23:36:38Z" } }),
    ).toContain("was changed");
  });

  it("of ours names the key that made it, whatever the document", () => {
    const signer = testSigner();
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => key !== "proof" && key !== "__proto__"),
          fc.jsonValue(),
        ),
        (value) => {
          const secured = addProof(
            { ...(value as object), "@context": CONTEXT },
            signer,
            "2019-03-14T00:00:00Z",
          );
          const key = checkProof(secured);
          expect(typeof key === "string" ? key : keyIdOf(key)).toBe(signer.keyId);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("reads what base 58 wrote, and no key from a name that is none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect([...(fromMultibase(toMultibase(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
    for (const name of ["did:key:z", "did:web:example.org", "did:key:z0OIl", `${KEY.slice(0, -1)}`])
      expect(keyOfDid(name)).toBeNull();
  });
});
