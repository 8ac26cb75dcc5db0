import { createHash } from "node:crypto";
import { type Hash, leafHash } from "./merkle.ts";

/** What a receipt's leaf commits to. */
export type Leaf = {
  /** The log's name: the id of the organisation. */
  readonly log: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly kind: string;
  readonly at: Date;
  /** The hash of the receipt before, null for the first. */
  readonly previous: Hash | null;
  /** Of salt and body: without the salt nobody can try out bodies against it. */
  readonly bodyDigest: Hash;
};

export const SALT_BYTES = 32;

/** The hash that stands for a body in its leaf; it stays when salt and body are erased. */
export function bodyDigest(salt: Uint8Array, body: string): Hash {
  return createHash("sha256").update(salt).update(body, "utf8").digest();
}

/** The bytes of a leaf, seven lines that anyone can type. The database writes the same ones (migration 0100). */
export function leafText({ log, sequence, kind, at, previous, bodyDigest: digest }: Leaf): string {
  return [
    "sluice-receipt/1",
    `log ${log}`,
    `sequence ${sequence}`,
    `kind ${kind}`,
    `at ${at.toISOString()}`,
    `previous ${previous === null ? "none" : hexOf(previous)}`,
    `body ${hexOf(digest)}`,
    "",
  ].join("\n");
}

/** The receipt's hash: its leaf's in the tree, and what the next receipt names as the one before. */
export function receiptHash(leaf: Leaf): Hash {
  return leafHash(leafText(leaf));
}

/** 64 lower-case hexadecimal digits. */
export function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}
