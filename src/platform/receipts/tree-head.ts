import { hexOf } from "./leaf.ts";
import { HASH_BYTES, type Hash } from "./merkle.ts";

/** What a signed head says of a log at one size. */
export type HeadFacts = {
  readonly log: string;
  readonly size: number;
  readonly root: Hash;
  /** The hash of the last receipt. */
  readonly chain: Hash;
  readonly at: string;
  readonly keyId: string;
};

/** A head as it is handed out: the signed text to the byte, and the Ed25519 signature in base64. */
export type SignedHead = { readonly size: number; readonly text: string; readonly signature: string };

/**
 * The text that is signed. Its first three lines are a checkpoint as transparency logs write it (C2SP tlog-checkpoint:
 * origin, size, root in base64); the others are extension lines.
 */
export function headText({ log, size, root, chain, at, keyId }: HeadFacts): string {
  return [
    `sluice/${log}`,
    String(size),
    Buffer.from(root).toString("base64"),
    `chain ${hexOf(chain)}`,
    `at ${at}`,
    `key ${keyId}`,
    "",
  ].join("\n");
}

const HEAD =
  /^sluice\/([A-Za-z0-9_-]{1,128})\n([1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nchain ([0-9a-f]{64})\nat (\S{20,30})\nkey ([0-9a-f]{16})\n$/;

/** Reads what `headText` wrote; null for anything else. */
export function readHead(text: string): HeadFacts | null {
  const [, log, size, root, chain, at, keyId] = HEAD.exec(text) ?? [];
  if (log === undefined || root === undefined || chain === undefined || at === undefined) return null;
  const rootBytes = Buffer.from(root, "base64");
  if (rootBytes.length !== HASH_BYTES || keyId === undefined) return null;
  return { log, size: Number(size), root: rootBytes, chain: Buffer.from(chain, "hex"), at, keyId };
}
