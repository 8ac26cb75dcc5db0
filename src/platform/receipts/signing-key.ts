import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import type { ReceiptTables } from "./tables.ts";

/** A public key that signed heads, and who says that it is the log's. */
export type PublicKey = {
  /** The first 16 hexadecimal digits of the SHA-256 of its SPKI form. */
  readonly id: string;
  /** SubjectPublicKeyInfo in PEM, as openssl reads it. */
  readonly pem: string;
  readonly at: string;
  /** The key before it, which signed `vouchText`; null for the first and for one that replaces a lost key. */
  readonly vouchedBy: string | null;
  /** Base64. */
  readonly vouch: string | null;
  /** Why a later key has no voucher; null else. */
  readonly reason: string | null;
};

/** Signs heads. */
export type Signer = {
  readonly keyId: string;
  readonly publicKey: KeyObject;
  readonly sign: (text: string) => Uint8Array;
  /** Signs bytes that are no text: the digests of a document's proof. */
  readonly signBytes: (bytes: Uint8Array) => Uint8Array;
};

const CURRENT = "receipts.key";
const NEXT = "receipts.key.next";

/** The id of an Ed25519 public key. */
export function keyIdOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);
}

/** A public key in PEM. Throws `input-invalid` for anything that is not an Ed25519 key. */
export function readPublicKey(pem: string, file: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Told below, in the words of the caller's file.
  }
  throw new Fault({ code: "input-invalid", file, where: "key", reason: "not an Ed25519 public key in PEM" });
}

/** True where the key signed this text. */
export function isSignedBy(key: KeyObject, text: string, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, Buffer.from(text, "utf8"), key, signature);
}

/** What an old key signs to hand over to a new one. */
export function vouchText(key: { readonly id: string; readonly at: string; readonly after: string }): string {
  return `sluice-key/1\nkey ${key.id}\nafter ${key.after}\nat ${key.at}\n`;
}

function signerOf(privateKey: KeyObject): Signer {
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey),
    signBytes: (bytes) => sign(null, bytes, privateKey),
  };
}

function readPrivateKey(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path, "utf8"));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EACCES") throw error;
  }
  throw new Fault({
    code: "data-invalid",
    file: path,
    where: "key",
    reason: "not an Ed25519 private key in PEM",
  });
}

function writePrivateKey(path: string, key: KeyObject): void {
  writeFileSync(path, key.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flush: true });
}

async function register(
  database: Pick<Database, "kysely">,
  key: KeyObject,
  facts: {
    readonly at: Date;
    readonly vouchedBy: string | null;
    readonly vouch: Uint8Array | null;
    readonly reason: string | null;
  },
): Promise<void> {
  await database.kysely
    .withTables<ReceiptTables>()
    .insertInto("receipt_keys")
    .values({
      key_id: keyIdOf(key),
      public_key: key.export({ type: "spki", format: "der" }),
      at: facts.at,
      vouched_by: facts.vouchedBy,
      vouch: facts.vouch === null ? null : Buffer.from(facts.vouch),
      reason: facts.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All public keys that this installation has signed with, the oldest first. */
export async function publicKeys(database: Pick<Database, "kysely">): Promise<readonly PublicKey[]> {
  const rows = await database.kysely
    .withTables<ReceiptTables>()
    .selectFrom("receipt_keys")
    .selectAll()
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    id: row.key_id,
    pem: createPublicKey({ key: row.public_key, type: "spki", format: "der" })
      .export({ type: "spki", format: "pem" })
      .toString(),
    at: row.at.toISOString(),
    vouchedBy: row.vouched_by,
    vouch: row.vouch?.toString("base64") ?? null,
    reason: row.reason,
  }));
}

/**
 * Opens the key in this folder; makes it (mode 600) where this installation has none yet. Null where it has one, but not
 * here: another machine's process signs, or the key was lost (`rotateKey` with a reason begins anew).
 */
export async function openSigner(options: {
  readonly folder: string;
  readonly database: Pick<Database, "kysely">;
  readonly now: () => Date;
}): Promise<Signer | null> {
  const { folder, database, now } = options;
  const current = join(folder, CURRENT);
  const next = join(folder, NEXT);
  mkdirSync(folder, { recursive: true });
  const known = await publicKeys(database);
  const isKnown = (key: KeyObject) => known.some(({ id }) => id === signerOf(key).keyId);
  // A rotation that was cut off after the new key was made known is finished here.
  if (existsSync(next) && isKnown(readPrivateKey(next))) renameSync(next, current);
  if (!existsSync(current)) {
    if (known.length > 0) return null;
    const aside = `${current}.${process.pid}.partial`;
    writePrivateKey(aside, generateKeyPairSync("ed25519").privateKey);
    try {
      // Fails where there is one: of two processes that start at once, one key wins.
      linkSync(aside, current);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  }
  const key = readPrivateKey(current);
  if (!isKnown(key)) {
    if (known.length > 0) return null;
    await register(database, createPublicKey(key), { at: now(), vouchedBy: null, vouch: null, reason: null });
    const [first] = await publicKeys(database);
    if (first?.id !== signerOf(key).keyId) return null;
  }
  return signerOf(key);
}

/**
 * Replaces the key: the old one signs for the new, and is then destroyed. Where the old one is lost, `lostReason` begins
 * anew without a voucher, and that stands in the log of keys. Throws `rule-broken` where neither is the case.
 */
export async function rotateKey(options: {
  readonly folder: string;
  readonly database: Pick<Database, "kysely">;
  readonly now: () => Date;
  readonly lostReason?: string;
}): Promise<Signer> {
  const { folder, database, now, lostReason } = options;
  const old = await openSigner(options);
  if (old === null && lostReason === undefined) {
    throw new Fault({
      code: "rule-broken",
      rule: "key-vouched",
      reason:
        "the signing key in force is not in this folder; run this where it is, or say that it is lost and why",
    });
  }
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const at = now();
  const vouch =
    old?.sign(vouchText({ id: keyIdOf(publicKey), at: at.toISOString(), after: old.keyId })) ?? null;
  writePrivateKey(join(folder, NEXT), privateKey);
  await register(database, publicKey, {
    at,
    vouchedBy: old?.keyId ?? null,
    vouch,
    reason: old === null ? (lostReason ?? null) : null,
  });
  renameSync(join(folder, NEXT), join(folder, CURRENT));
  return signerOf(privateKey);
}
