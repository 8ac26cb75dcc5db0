import type { KeyObject } from "node:crypto";
import { Fault } from "../../fault.ts";
import type { HeadLine, KeyLine } from "./export-lines.ts";
import { isSignedBy, keyIdOf, readPublicKey, vouchText } from "./signing-key.ts";
import { type HeadFacts, readHead } from "./tree-head.ts";

/** Keys that a verifier believes: given from outside, or vouched for by one that is believed. */
export type Trust = {
  /** Takes a key of the file in; a sentence where there is something to say against it. */
  readonly addKey: (key: KeyLine) => string | null;
  /** What a signed head says, or a sentence that says why it is not believed. */
  readonly readSigned: (head: HeadLine) => HeadFacts | string;
  /** Ids of the keys believed without a voucher. */
  readonly roots: () => readonly string[];
};

/**
 * Trust that begins with these keys, each a file's name and PEM; without any, with the first key that the file itself
 * states: then only a comparison of its id with one known from elsewhere tells whose log it is.
 */
export function trustOf(given: readonly { readonly file: string; readonly pem: string }[]): Trust {
  const believed = new Map<string, KeyObject>();
  const roots: string[] = [];
  for (const { file, pem } of given) {
    const key = readPublicKey(pem, file);
    believed.set(keyIdOf(key), key);
    roots.push(keyIdOf(key));
  }
  const addKey = (line: KeyLine): string | null => {
    if (believed.has(line.id)) return null;
    let key: KeyObject;
    try {
      key = readPublicKey(line.pem, "export");
    } catch (error) {
      if (error instanceof Fault) return `key ${line.id} is not an Ed25519 public key`;
      throw error;
    }
    if (keyIdOf(key) !== line.id) return `key ${line.id} is another one: its id is ${keyIdOf(key)}`;
    if (believed.size === 0) {
      believed.set(line.id, key);
      roots.push(line.id);
      return null;
    }
    const voucher = line.vouchedBy === null ? undefined : believed.get(line.vouchedBy);
    if (voucher === undefined || line.vouchedBy === null || line.vouch === null) {
      // A key given from outside may be a later one than the first of the file: those before it need no voucher here.
      if (given.length > 0) return null;
      return `key ${line.id} has no voucher that is believed${line.reason === null ? "" : ` (stated reason: ${line.reason})`}`;
    }
    const text = vouchText({ id: line.id, at: line.at, after: line.vouchedBy });
    if (!isSignedBy(voucher, text, Buffer.from(line.vouch, "base64"))) {
      return `key ${line.id} is not vouched for by key ${line.vouchedBy}: the signature is not its`;
    }
    believed.set(line.id, key);
    return null;
  };
  const readSigned = (head: HeadLine): HeadFacts | string => {
    const facts = readHead(head.text);
    if (facts === null || facts.size !== head.size)
      return `the head of size ${head.size} is not a head's text`;
    const key = believed.get(facts.keyId);
    if (key === undefined)
      return `the head of size ${head.size} is signed by key ${facts.keyId}, which is not believed`;
    if (!isSignedBy(key, head.text, Buffer.from(head.signature, "base64"))) {
      return `the head of size ${head.size} has a signature that is not of key ${facts.keyId}`;
    }
    return facts;
  };
  return { addKey, readSigned, roots: () => roots };
}
