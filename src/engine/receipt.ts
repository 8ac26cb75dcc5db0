import { z } from "zod";
import { parseInput } from "../parse.ts";
import { type Suppression, suppressionSchema } from "./check/suppression.ts";
import type { World } from "./check/world.ts";
import { check } from "./check.ts";
import { sha256 } from "./digest.ts";
import { canonicalJson, type Json } from "./json.ts";
import { parseTransaction, type Transaction } from "./transaction.ts";
import type { Verdict } from "./verdict.ts";
import { parseWaiver, type Waiver } from "./waivers/waiver.ts";

const sha = z.string().regex(/^[0-9a-f]{64}$/);

const receiptSchema = z
  .strictObject({
    receipt: z.literal(1),
    program: z.strictObject({ name: z.literal("sluice"), version: z.string() }).readonly(),
    /** Hash of the receipt before this one in the same chain, or null for the first. */
    previous: sha.nullable(),
    at: z.string(),
    transaction: z.unknown(),
    waivers: z.array(z.unknown()).readonly(),
    policy: z.unknown(),
    /** False positives at hand when it was decided; left out where there were none. */
    suppressions: z.array(z.unknown()).readonly().exactOptional(),
    snapshot: sha,
    /** The editions that the snapshot was compiled from: list, date, hashes of the source files. */
    editions: z
      .array(
        z.strictObject({ list: z.string(), date: z.string(), files: z.array(sha).readonly() }).readonly(),
      )
      .readonly(),
    measures: sha,
    verdict: z.unknown(),
    /** SHA-256 of the canonical JSON of all the members above. */
    hash: sha,
  })
  .readonly();

/** The record of a check: all that went in, all that came out, and a hash over both. */
export type Receipt = z.infer<typeof receiptSchema>;

/** What a receipt is made of. */
export type ReceiptParts = {
  readonly world: Pick<World, "waivers" | "policy" | "suppressions" | "snapshot" | "measures">;
  readonly transaction: Transaction;
  readonly at: string;
  readonly verdict: Verdict;
  readonly programVersion: string;
  readonly previous: string | null;
};

/** Writes down a check, so that it can be decided again years later. */
export function makeReceipt(asked: ReceiptParts): Receipt {
  return writeReceipt(asked).receipt;
}

/** A receipt with its canonical JSON, which was made already for its hash. */
export function writeReceipt(asked: ReceiptParts): { readonly receipt: Receipt; readonly text: string } {
  const { world } = asked;
  const body = {
    receipt: 1 as const,
    program: { name: "sluice" as const, version: asked.programVersion },
    previous: asked.previous,
    at: asked.at,
    transaction: asked.transaction,
    waivers: world.waivers,
    policy: world.policy,
    ...(world.suppressions.length === 0 ? {} : { suppressions: world.suppressions }),
    snapshot: world.snapshot.hash,
    editions: world.snapshot.lists.flatMap(({ id, editions }) =>
      editions.map(({ date, files }) => ({ list: id, date, files: files.map((file) => file.sha256) })),
    ),
    measures: world.measures.hash,
    verdict: asked.verdict,
  };
  const members = Object.entries(body).map(
    ([key, value]) => [key, `${JSON.stringify(key)}:${canonicalJson(value as unknown as Json)}`] as const,
  );
  const hash = sha256(objectText(members));
  const text = objectText([...members, ["hash", `"hash":${JSON.stringify(hash)}`]]);
  return { receipt: { ...body, hash }, text };
}

/** The canonical JSON of an object whose members are written already. */
function objectText(members: readonly (readonly [key: string, text: string])[]): string {
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([, text]) => text).join(",")}}`;
}

/** A receipt as it came from outside; its own hash must hold. Throws `input-invalid`. */
export function parseReceipt(value: unknown, file: string): Receipt {
  const receipt = parseInput(receiptSchema, value, file);
  const { hash, ...body } = receipt;
  const actual = sha256(canonicalJson(body as unknown as Json));
  if (actual !== hash) {
    return parseInput(
      z.never({ error: `the receipt was altered: its content has hash ${actual}, and it states ${hash}` }),
      receipt,
      file,
    );
  }
  return receipt;
}

/** The inputs of a receipt, as a world can be asked them again. */
export function inputsOf(
  receipt: Receipt,
  file: string,
): {
  readonly transaction: Transaction;
  readonly waivers: readonly Waiver[];
  readonly suppressions: readonly Suppression[];
} {
  return {
    transaction: parseTransaction(receipt.transaction, file),
    waivers: receipt.waivers.map((waiver) => parseWaiver(waiver, file)),
    suppressions: parseInput(z.array(suppressionSchema), receipt.suppressions ?? [], file),
  };
}

/** Decided again: the same byte for byte, or what differs, a sentence each. */
export type Replay =
  | { readonly same: true; readonly verdict: Verdict }
  | { readonly same: false; readonly verdict: Verdict; readonly differences: readonly string[] };

/** Decides a receipt again in this world (its transaction, waivers, day and policy; this snapshot and these measures). */
export function replay(receipt: Receipt, world: World, programVersion: string, file: string): Replay {
  const { transaction, waivers, suppressions } = inputsOf(receipt, file);
  const policy = receipt.policy as World["policy"];
  const verdict = check({ ...world, waivers, suppressions, policy }, transaction, receipt.at);
  const before = receipt.verdict as Verdict;
  if (canonicalJson(verdict as unknown as Json) === canonicalJson(before as unknown as Json))
    return { same: true, verdict };
  return {
    same: false,
    verdict,
    differences: [
      ...inputDifferences(receipt, world, programVersion),
      ...verdictDifferences(before, verdict),
    ],
  };
}

function inputDifferences(receipt: Receipt, world: World, programVersion: string): readonly string[] {
  const differences: string[] = [];
  if (receipt.snapshot !== world.snapshot.hash) {
    const key = (list: string, date: string, files: readonly string[]) =>
      `${list} of ${date} (${files.map((hash) => hash.slice(0, 12)).join(", ")})`;
    const then = new Set(receipt.editions.map(({ list, date, files }) => key(list, date, files)));
    const now = new Set(
      world.snapshot.lists.flatMap(({ id, editions }) =>
        editions.map(({ date, files }) =>
          key(
            id,
            date,
            files.map(({ sha256: hash }) => hash),
          ),
        ),
      ),
    );
    differences.push(
      `The snapshot is another one: ${receipt.snapshot.slice(0, 12)} then, ${world.snapshot.hash.slice(0, 12)} now.`,
    );
    for (const edition of then)
      if (!now.has(edition)) differences.push(`The edition ${edition} is not held now.`);
    for (const edition of now)
      if (!then.has(edition)) differences.push(`The edition ${edition} was not held then.`);
  }
  if (receipt.measures !== world.measures.hash)
    differences.push(
      `The measures are others: ${receipt.measures.slice(0, 12)} then, ${world.measures.hash.slice(0, 12)} now.`,
    );
  if (receipt.program.version !== programVersion)
    differences.push(
      `The program was version ${receipt.program.version} then, and is ${programVersion} now.`,
    );
  return differences;
}

function verdictDifferences(before: Verdict, after: Verdict): readonly string[] {
  const differences: string[] = [];
  if (before.answer !== after.answer)
    differences.push(`The answer was ${before.answer}, and is ${after.answer} now.`);
  const text = (finding: Verdict["findings"][number]) => canonicalJson(finding as unknown as Json);
  const then = new Map((before.findings ?? []).map((finding) => [text(finding), finding]));
  const now = new Map(after.findings.map((finding) => [text(finding), finding]));
  for (const [key, { words }] of then)
    if (!now.has(key)) differences.push(`Found then and not now: ${words}`);
  for (const [key, { words }] of now)
    if (!then.has(key)) differences.push(`Found now and not then: ${words}`);
  if (differences.length === 0)
    differences.push("The findings are the same; other members of the verdict differ.");
  return differences;
}
