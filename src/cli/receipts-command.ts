import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import pino from "pino";
import { z } from "zod";
import { parseReceipt } from "../engine/receipt.ts";
import { Fault } from "../fault.ts";
import { parseInput } from "../parse.ts";
import { HeadLine, ProofDocument } from "../platform/receipts/export-lines.ts";
import { publicKeys, rotateKey } from "../platform/receipts/signing-key.ts";
import { trustOf } from "../platform/receipts/trust.ts";
import {
  type Verification,
  type VerifyOptions,
  verifyExport,
  verifyProof,
} from "../platform/receipts/verify.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { publicUrlOf } from "../service/public-url.ts";
import { KEYS_FOLDER } from "../service/records.ts";
import { databaseOf, openStore } from "../service/store.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { configOf, serveCommand } from "./serve-command.ts";
import { paint, paragraph } from "./terminal.ts";

/** A receipt has up to 8 MB, twice that as JSON within JSON, and its line a little more. */
const LINE_CHARS_MAX = 20 * 1024 * 1024;
const SMALL_FILE_BYTES_MAX = 1024 * 1024;
const FETCH_MS_MAX = 600_000;

async function open(source: string): Promise<Readable> {
  if (!/^https?:\/\//.test(source)) {
    await stat(source);
    return createReadStream(source);
  }
  const key = process.env.SLUICE_API_KEY;
  const headers: Record<string, string> =
    key === undefined || key === "" ? {} : { authorization: `Bearer ${key}` };
  let response: Response;
  try {
    // A key must not travel to where a redirect leads.
    response = await fetch(source, { headers, redirect: "error", signal: AbortSignal.timeout(FETCH_MS_MAX) });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Fault({ code: "fetch-failed", url: source, reason }, error);
  }
  if (response.status !== 200 || response.body === null) {
    const hint = response.status === 401 ? " (SLUICE_API_KEY is sent as the key where it is set)" : "";
    throw new Fault({
      code: "fetch-failed",
      url: source,
      reason: `answered with status ${response.status}${hint}`,
    });
  }
  return Readable.fromWeb(response.body as import("node:stream/web").ReadableStream);
}

/** The lines of a stream, each within bounds; what follows an overlong one is not read. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const part of stream) {
    rest += decoder.decode(part as Buffer, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > LINE_CHARS_MAX) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "lineCharsMax",
        allowed: LINE_CHARS_MAX,
        where: "export",
      });
    }
  }
  if (rest !== "") yield rest;
}

async function readSmall(path: string): Promise<string> {
  if ((await stat(path)).size > SMALL_FILE_BYTES_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "fileBytesMax",
      allowed: SMALL_FILE_BYTES_MAX,
      where: path,
    });
  }
  return readFile(path, "utf8");
}

const Heads = z.union([
  HeadLine.transform((head) => [head]),
  z.array(HeadLine),
  z.object({ items: z.array(HeadLine) }).transform(({ items }) => items),
]);

async function readHeadFile(path: string): Promise<readonly HeadLine[]> {
  const text = await readSmall(path);
  const refuse = (reason: string): Fault =>
    new Fault({ code: "input-invalid", file: path, where: "head", reason });
  try {
    const heads = Heads.safeParse(JSON.parse(text));
    if (heads.success) return heads.data;
  } catch {
    throw refuse("not JSON");
  }
  throw refuse("not a head, nor a list of heads, as GET /api/v1/receipts/heads gives them");
}

/** A check's receipt has a hash of its own, over all that went in and came out. */
function checkBody(kind: string, body: unknown): string | null {
  const document = kind === "check" && typeof body === "object" && body !== null && "receipt" in body;
  if (!document || body.receipt !== 1) return null;
  try {
    parseReceipt(body, "receipt");
    return null;
  } catch (error) {
    return error instanceof Fault ? error.message : String(error);
  }
}

async function verifySource(source: string, options: VerifyOptions): Promise<Verification> {
  const lines = linesOf(await open(source));
  const first = await lines.next();
  const text = first.done === true ? "" : first.value;
  const proof = await proofOf(text, lines);
  if (proof !== null) return verifyProof(proof, options);
  async function* all(): AsyncGenerator<string> {
    yield text;
    yield* lines;
  }
  return verifyExport(all(), options);
}

/** A proof is one document, which may be spread over lines; an export's first line says what it is. */
async function proofOf(first: string, rest: AsyncGenerator<string>): Promise<ProofDocument | null> {
  const isProof = first.includes('"sluice-receipt-proof/1"') || first.trim() === "{";
  if (!isProof) return null;
  let text = first;
  for await (const line of rest) text += `\n${line}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault({ code: "input-invalid", file: "proof", where: "document", reason: "not JSON" });
  }
  return parseInput(ProofDocument, value, "proof");
}

function told(context: Context, result: Verification, keyGiven: boolean): string {
  const { terminal } = context;
  const proven = result.problemCount === 0;
  const title = proven ? paint(terminal, "green", "PROVEN") : paint(terminal, "red", "NOT PROVEN");
  const range =
    result.from === result.to
      ? `Receipt ${result.from}`
      : `Receipts ${result.from} to ${result.to ?? "none"}`;
  const facts = [
    `${range} of log ${result.log ?? "unknown"}: ${result.receipts} read, ${result.erased} with an erased body, signed up to ${result.signedTo ?? "none"} by ${result.heads} ${result.heads === 1 ? "head" : "heads"}.`,
    keyGiven
      ? `Believed: the key given, ${result.keys.join(", ")}.`
      : `Believed: the file's own key, ${result.keys.join(", ") || "none"}. Compare it with the one you know, or give that with --key.`,
  ];
  const more = result.problemCount - result.problems.length;
  return [
    `${paint(terminal, "bold", title)}\n`,
    ...facts.map((text) => paragraph(terminal, { mark: "", text })),
    ...result.problems.map((text) => paragraph(terminal, { mark: "  - ", text })),
    ...(more > 0 ? [`  … and ${more} more\n`] : []),
  ].join("");
}

/** Replaces the signing key of this machine's service. */
async function rotate(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  const { config } = configOf(given, process.env);
  const kind = databaseOf(config);
  if (kind === null) throw usageFault("with these settings the service keeps no log (SLUICE_DATABASE)");
  const now = (): Date => new Date(terminal.now());
  const log = createLog("error", pino.destination({ dest: 2, sync: true }));
  const publicUrl = publicUrlOf(config);
  const store = await openStore({ config, environment: process.env, kind, publicUrl, log, now });
  try {
    const lost = given.value("lost");
    const { keyId } = await rotateKey({
      folder: join(store.folder, KEYS_FOLDER),
      database: store.database,
      now,
      ...(lost === null ? {} : { lostReason: lost }),
    });
    const [key] = (await publicKeys(store.database)).filter(({ id }) => id === keyId);
    const by = key?.vouchedBy ?? null;
    const told =
      by === null
        ? `Key ${keyId} begins anew, without a voucher.`
        : `Key ${keyId} follows key ${by}, which signed for it and is destroyed.`;
    await terminal.write(
      given.has("json") ? jsonLine(key) : `${told}\nStart the service anew, so that it signs with it.\n`,
    );
    return EXIT.clear;
  } finally {
    await store.close();
  }
}

async function run(context: Context, given: Given): Promise<number> {
  const [what, source, ...others] = given.positionals;
  if (what === "rotate-key" && source === undefined) return rotate(context, given);
  if (what !== "verify") {
    throw usageFault(
      `receipts ${what ?? ""}: no such part${suggestion(what ?? "", ["verify", "rotate-key"])} (receipts verify FILE)`,
    );
  }
  if (source === undefined || others.length > 0) throw usageFault("receipts verify needs one FILE or URL");
  const keyFiles = given.values("key");
  const keys = await Promise.all(keyFiles.map(async (file) => ({ file, pem: await readSmall(file) })));
  const heads = (await Promise.all(given.values("head").map(readHeadFile))).flat();
  const result = await verifySource(source, { trust: trustOf(keys), heads, checkBody });
  await context.terminal.write(
    given.has("json")
      ? jsonLine({ proven: result.problemCount === 0, ...result })
      : told(context, result, keys.length > 0),
  );
  return result.problemCount === 0 ? EXIT.clear : EXIT.prohibited;
}

/** `sluice receipts verify`: proves a log of receipts without asking anyone. */
export const receiptsCommand: Command = {
  name: "receipts",
  summary: "prove a log of receipts offline: nothing changed, missing, reordered or cut off",
  usage: [
    "sluice receipts verify FILE|URL [--key FILE] [--head FILE]",
    "sluice receipts rotate-key [--lost REASON] [--config FILE]",
  ],
  about: [
    "FILE is an export (GET /api/v1/receipts/export) or the proof of one receipt (GET /api/v1/receipts/N/proof); a URL is fetched, with SLUICE_API_KEY as its key. Nothing but what is given is read.",
    "rotate-key gives this machine's service a new signing key, for which the old one signs; where the old one is lost, --lost begins anew and says so in the list of keys.",
    "Exit code 0 where everything is proven, 1 where anything is not, with what. The format, and how to prove it with openssl and sha256sum alone: docs/receipts.md.",
  ],
  flags: {
    key: { words: "a public key to believe (PEM); without it the file's own", value: "FILE", many: true },
    head: {
      words: "a signed head kept from before, which the log must contain (JSON)",
      value: "FILE",
      many: true,
    },
    lost: { words: "rotate-key: the old key is lost, and how", value: "REASON" },
    config: serveCommand.flags.config ?? { words: "a file of settings", value: "FILE" },
  },
  run,
};
