import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(1);

export const KeyLine = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  pem: z.string().max(1000),
  at: z.string().max(40),
  vouchedBy: z.string().nullable(),
  vouch: z.string().max(200).nullable(),
  reason: z.string().max(2000).nullable(),
});
export type KeyLine = z.infer<typeof KeyLine>;

export const HeadLine = z.object({ size, text: z.string().max(2000), signature: z.string().max(200) });
export type HeadLine = z.infer<typeof HeadLine>;

export const ReceiptLine = z.object({
  sequence: size,
  kind: z.string().regex(/^[a-z][a-z0-9.-]{0,39}$/),
  at: z.iso.datetime({ precision: 3 }),
  previous: hash.nullable(),
  bodyDigest: hash,
  hash,
  salt: z.base64().nullable(),
  body: z.string().nullable(),
  erasedBy: size.nullable(),
});
export type ReceiptLine = z.infer<typeof ReceiptLine>;

/** Any line of an export, as it comes from outside. */
export const AnyLine = z.discriminatedUnion("line", [
  z.object({
    line: z.literal("export"),
    format: z.literal("sluice-receipts/1"),
    log: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
    from: size,
    to: z.int().min(0),
    exportedAt: z.string().max(40),
  }),
  KeyLine.extend({ line: z.literal("key") }),
  HeadLine.extend({ line: z.literal("head") }),
  z.object({ line: z.literal("base"), size, chain: hash, peaks: z.array(hash).max(64) }),
  z.object({ line: z.literal("extension"), from: size, to: size, path: z.array(hash).max(128) }),
  ReceiptLine.extend({ line: z.literal("receipt") }),
  z.object({ line: z.literal("end"), receipts: z.int().min(0) }),
]);
export type AnyLine = z.infer<typeof AnyLine>;

/** The proof of one receipt, as it comes from outside. */
export const ProofDocument = z.object({
  format: z.literal("sluice-receipt-proof/1"),
  log: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  receipt: ReceiptLine,
  size,
  path: z.array(hash).max(64),
  head: HeadLine,
  keys: z.array(KeyLine).max(1000),
});
export type ProofDocument = z.infer<typeof ProofDocument>;
