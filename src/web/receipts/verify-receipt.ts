import type { ReceiptProof } from "../api/shapes.ts";

/** One thing that was looked at, and whether it holds; null where the document has nothing to look at. */
export type Step = { readonly what: StepName; readonly holds: boolean | null };
export type StepName = "own-hash" | "body" | "leaf" | "tree" | "signature" | "key";

/** What the browser found by itself, without asking the service. */
export type Verified = {
  readonly kind: "check" | "proof";
  readonly steps: readonly Step[];
  readonly holds: boolean;
  /** Id of the key that signed; who it belongs to is told by comparing it with one known from elsewhere. */
  readonly keyId: string | null;
  /** What the document is about: the log and the place in it, or the check's day. */
  readonly about: string;
  /** What was written in the log; null for a check's own receipt. */
  readonly entry: Entry | null;
};

/** An entry of the log as it was written: its text is null once erased, and then `erasedBy` is the entry that says why. */
export type Entry = Pick<ReceiptProof["receipt"], "kind" | "at" | "body" | "erasedBy">;

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) as Bytes;
const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) as Bytes;
const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob([...parts]).arrayBuffer()));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The one way to write a value down (RFC 8785), as receipts are hashed. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
  return `{${members.join(",")}}`;
}

/** Verifies a check's receipt or the proof of a receipt; null where the text is neither. */
export async function verifyReceipt(text: string): Promise<Verified | null> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  if (value.format === "sluice-receipt-proof/1") return verifyProof(value as unknown as ReceiptProof);
  if (value.receipt === 1 && typeof value.hash === "string") return verifyCheck(value, value.hash);
  return null;
}

async function verifyCheck(receipt: Readonly<Record<string, unknown>>, stated: string): Promise<Verified> {
  const { hash: _, ...body } = receipt;
  const holds = toHex(await sha256(utf8(canonical(body)))) === stated;
  return {
    kind: "check",
    steps: [{ what: "own-hash", holds }],
    holds,
    keyId: null,
    about: typeof receipt.at === "string" ? receipt.at : "",
    entry: null,
  };
}

/** The bytes of a leaf, as `docs/receipts.md` gives them. */
function leafText({ log, receipt }: ReceiptProof): string {
  return [
    "sluice-receipt/1",
    `log ${log}`,
    `sequence ${receipt.sequence}`,
    `kind ${receipt.kind}`,
    `at ${new Date(receipt.at).toISOString()}`,
    `previous ${receipt.previous ?? "none"}`,
    `body ${receipt.bodyDigest}`,
    "",
  ].join("\n");
}

/** The root that the path leads to (RFC 9162, 2.1.3.2); null where the path has the wrong length. */
async function rootOf(
  leaf: Bytes,
  index: number,
  size: number,
  path: readonly Bytes[],
): Promise<Bytes | null> {
  let [at, last, hash] = [index, size - 1, leaf];
  for (const other of path) {
    if (last === 0) return null;
    const isRight = at % 2 === 1 || at === last;
    hash = isRight
      ? await sha256(Uint8Array.of(1), other, hash)
      : await sha256(Uint8Array.of(1), hash, other);
    // A subtree that stands alone at the right edge moves up without a neighbour.
    if (isRight) while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

const HEAD =
  /^sluice\/([A-Za-z0-9_-]{1,128})\n([1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nchain ([0-9a-f]{64})\nat (\S{20,30})\nkey ([0-9a-f]{16})\n$/;

async function verifyProof(proof: ReceiptProof): Promise<Verified> {
  const { receipt } = proof;
  const leaf = await sha256(Uint8Array.of(0), utf8(leafText(proof)));
  const body =
    receipt.body === null || receipt.salt === null
      ? null
      : toHex(await sha256(fromBase64(receipt.salt), utf8(receipt.body))) === receipt.bodyDigest;
  const [, log = "", size = "0", root64 = "", , , keyId = ""] = HEAD.exec(proof.head.text) ?? [];
  const path = proof.path.map(fromHex);
  const root = root64 === "" ? null : await rootOf(leaf, receipt.sequence - 1, Number(size), path);
  const inTree =
    root !== null &&
    log === proof.log &&
    Number(size) === proof.size &&
    toHex(root) === toHex(fromBase64(root64));
  const key = proof.keys.find(({ id }) => id === keyId);
  const spki = key === undefined ? null : fromBase64(key.pem.replace(/-----[^-]+-----|\s/g, ""));
  const keyIsNamed = spki !== null && toHex(await sha256(spki)).startsWith(keyId);
  const steps: readonly Step[] = [
    { what: "body", holds: body },
    { what: "leaf", holds: toHex(leaf) === receipt.hash },
    { what: "tree", holds: inTree },
    { what: "key", holds: keyIsNamed },
    { what: "signature", holds: spki !== null && (await isSigned(spki, proof.head)) },
  ];
  return {
    kind: "proof",
    steps,
    holds: steps.every(({ holds }) => holds !== false),
    keyId: keyId === "" ? null : keyId,
    about: `${proof.log} ${receipt.sequence}`,
    entry: receipt,
  };
}

async function isSigned(spki: Bytes, head: ReceiptProof["head"]): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("spki", spki, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, fromBase64(head.signature), utf8(head.text));
  } catch {
    // No Ed25519 key, or a browser that does not know it: nothing is proven then.
    return false;
  }
}
