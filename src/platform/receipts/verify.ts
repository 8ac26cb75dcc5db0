import { tryParse } from "../../parse.ts";
import { AnyLine, type HeadLine, type ProofDocument, type ReceiptLine } from "./export-lines.ts";
import { bodyDigest, hexOf, receiptHash } from "./leaf.ts";
import { addLeaf, type Hash, peakCount, rootOf, rootOfInclusion, rootsOfConsistency } from "./merkle.ts";
import type { HeadFacts } from "./tree-head.ts";
import type { Trust } from "./trust.ts";

/** What verification found. `problems` is empty where everything is proven. */
export type Verification = {
  readonly log: string | null;
  readonly from: number | null;
  /** The last receipt that was read. */
  readonly to: number | null;
  readonly receipts: number;
  /** Receipts whose body was erased: order and place are proven, the content is not there to prove. */
  readonly erased: number;
  /** Receipts up to which a believed signature covers the log. */
  readonly signedTo: number | null;
  readonly heads: number;
  readonly keys: readonly string[];
  /** One sentence each, the first `PROBLEMS_MAX`. */
  readonly problems: readonly string[];
  readonly problemCount: number;
};

export type VerifyOptions = {
  readonly trust: Trust;
  /** Heads kept elsewhere: the log must contain what each of them covers. */
  readonly heads?: readonly HeadLine[];
  /** Something more to say against a body, by its kind; null where there is nothing. */
  readonly checkBody?: (kind: string, body: unknown) => string | null;
};

const PROBLEMS_MAX = 50;
const bytes = (hex: string): Hash => Buffer.from(hex, "hex");
const same = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;

/** What is known while the lines go by. */
class Walk {
  readonly #options: VerifyOptions;
  readonly problems: string[] = [];
  problemCount = 0;
  log: string | null = null;
  from: number | null = null;
  stated: number | null = null;
  last: number | null = null;
  chain: Hash | null = null;
  peaks: readonly Hash[] = [];
  /** Leaves before the next one; null once a gap makes the tree unknowable. */
  size: number | null = 0;
  receipts = 0;
  erased = 0;
  signedTo: number | null = null;
  headCount = 0;
  ended = false;
  readonly #heads = new Map<number, HeadFacts[]>();
  readonly #erasures = new Map<number, number[]>();
  #extension: { readonly from: number; readonly to: number; readonly path: readonly Hash[] } | null = null;

  constructor(options: VerifyOptions) {
    this.#options = options;
  }

  problem(sentence: string): void {
    this.problemCount += 1;
    if (this.problems.length < PROBLEMS_MAX) this.problems.push(sentence);
  }

  take(line: AnyLine): void {
    if (this.ended) this.problem("lines stand behind the end");
    if (this.log === null && line.line !== "export") {
      this.problem("the first line is not an export's");
      this.log = "";
    }
    switch (line.line) {
      case "export":
        this.#begin(line);
        return;
      case "key": {
        const against = this.#options.trust.addKey(line);
        if (against !== null) this.problem(against);
        return;
      }
      case "head":
        this.#addHead(line);
        return;
      case "base":
        this.#setBase(line);
        return;
      case "extension":
        this.#extension = { from: line.from, to: line.to, path: line.path.map(bytes) };
        return;
      case "receipt":
        this.#addReceipt(line);
        return;
      case "end":
        this.ended = true;
        if (line.receipts !== this.receipts) {
          this.problem(`${this.receipts} receipts stand here, and the end counts ${line.receipts}`);
        }
    }
  }

  #begin(line: AnyLine & { line: "export" }): void {
    if (this.log !== null) {
      this.problem("two exports stand in one file");
      return;
    }
    this.log = line.log;
    this.from = line.from;
    this.stated = line.to;
    this.last = line.from - 1;
    if (line.from > 1) this.size = null;
  }

  #addHead(head: HeadLine): void {
    const facts = this.#options.trust.readSigned(head);
    if (typeof facts === "string") {
      this.problem(facts);
      return;
    }
    if (facts.log !== this.log) {
      this.problem(`a head is of another log, ${facts.log}`);
      return;
    }
    this.headCount += 1;
    this.#heads.set(facts.size, [...(this.#heads.get(facts.size) ?? []), facts]);
  }

  #setBase(line: AnyLine & { line: "base" }): void {
    if (
      this.receipts > 0 ||
      line.size !== (this.from ?? 0) - 1 ||
      line.peaks.length !== peakCount(line.size)
    ) {
      this.problem("the base does not fit the range");
      return;
    }
    this.peaks = line.peaks.map(bytes);
    this.chain = bytes(line.chain);
    this.size = line.size;
  }

  #addReceipt(line: ReceiptLine): void {
    const { sequence } = line;
    const last = this.last ?? 0;
    if (this.receipts === 0) this.#giveHeads();
    this.receipts += 1;
    if (sequence <= last)
      this.problem(`receipt ${sequence} stands behind receipt ${last}: out of order, or twice`);
    else if (sequence > last + 1) {
      const missing =
        sequence === last + 2 ? `receipt ${last + 1} is` : `receipts ${last + 1} to ${sequence - 1} are`;
      this.problem(`${missing} missing: receipt ${last === 0 ? "1" : last} is followed by ${sequence}`);
    }
    const inOrder = sequence === last + 1;
    const previous = this.chain === null ? null : hexOf(this.chain);
    if (inOrder && line.previous !== previous) {
      this.problem(
        `receipt ${sequence} does not follow the one before: it names ${line.previous ?? "none"} as that`,
      );
    }
    const hash = receiptHash({
      log: this.log ?? "",
      sequence,
      kind: line.kind,
      at: new Date(line.at),
      previous: line.previous === null ? null : bytes(line.previous),
      bodyDigest: bytes(line.bodyDigest),
    });
    if (hexOf(hash) !== line.hash) {
      this.problem(
        `receipt ${sequence} was changed: what it says has hash ${hexOf(hash)}, and it states ${line.hash}`,
      );
    }
    this.#checkBody(line);
    if (inOrder && this.size !== null) {
      this.peaks = addLeaf(this.peaks, this.size, hash).peaks;
      this.size += 1;
      this.#checkHeads(this.size, hash);
    } else {
      // The tree cannot be known past a gap; the chain goes on from what the receipt states.
      this.size = null;
    }
    this.chain = bytes(line.hash);
    this.last = Math.max(last, sequence);
  }

  #checkBody(line: ReceiptLine): void {
    const { sequence } = line;
    if (line.body === null || line.salt === null) {
      this.erased += 1;
      if (line.erasedBy === null || line.erasedBy <= sequence) {
        this.problem(`receipt ${sequence} has no body, and no erasure is named for it`);
        return;
      }
      this.#erasures.set(line.erasedBy, [...(this.#erasures.get(line.erasedBy) ?? []), sequence]);
      return;
    }
    if (hexOf(bodyDigest(Buffer.from(line.salt, "base64"), line.body)) !== line.bodyDigest) {
      this.problem(`receipt ${sequence} was changed: its body is not the one that its hash commits to`);
      return;
    }
    let body: unknown;
    try {
      body = JSON.parse(line.body);
    } catch {
      this.problem(`receipt ${sequence} has a body that is not JSON`);
      return;
    }
    const against = this.#options.checkBody?.(line.kind, body) ?? null;
    if (against !== null) this.problem(`receipt ${sequence}: ${against}`);
    const named = line.kind === "erasure" ? namedBy(body) : [];
    for (const erased of this.#erasures.get(sequence) ?? []) {
      if (!named.includes(erased))
        this.problem(`receipt ${erased} has no body, and ${sequence} is no erasure of it`);
    }
    this.#erasures.delete(sequence);
  }

  /** Heads kept elsewhere are taken in once the file's keys are known. */
  #giveHeads(): void {
    for (const head of this.#options.heads ?? []) this.#addHead(head);
    if (this.size === null && this.from !== null && this.from > 1) {
      this.problem(`the file begins at receipt ${this.from} without the base that ties it to those before`);
    }
  }

  #checkHeads(size: number, chain: Hash): void {
    for (const head of this.#heads.get(size) ?? []) {
      if (same(head.root, rootOf(this.peaks)) && same(head.chain, chain)) this.signedTo = size;
      else
        this.problem(
          `the receipts up to ${size} are not those that key ${head.keyId} signed on ${head.at}: something in them was changed, or the log was written anew`,
        );
    }
    this.#heads.delete(size);
  }

  end(): Verification {
    if (this.log === null) this.problem("there is no export in it");
    else if (!this.ended)
      this.problem(`the file is cut off after receipt ${this.last ?? 0}: its end is missing`);
    if (this.receipts === 0) this.#giveHeads();
    const last = this.last ?? 0;
    if (this.stated !== null && last < this.stated) {
      this.problem(`the file should reach receipt ${this.stated}, and ends at ${last}`);
    }
    this.#checkExtension(last);
    for (const [size, heads] of this.#heads) {
      if (size < (this.from ?? 1) || (this.size === null && size <= last)) continue;
      for (const head of heads) {
        this.problem(
          `the log is cut short: it ends at receipt ${last}, and on ${head.at} key ${head.keyId} signed ${size}`,
        );
      }
    }
    for (const [erasure, sequences] of this.#erasures) {
      if (erasure <= last)
        this.problem(`receipt ${sequences[0]} has no body, and ${erasure} is no erasure of it`);
    }
    if (this.receipts > 0 && this.size !== null && this.signedTo !== last) {
      const unsigned =
        this.signedTo === null
          ? `receipts ${this.from} to ${last}`
          : `receipts ${this.signedTo + 1} to ${last}`;
      this.problem(`no signature covers ${unsigned}: anyone could have written them`);
    }
    return {
      log: this.log === "" ? null : this.log,
      from: this.from,
      to: this.receipts === 0 ? null : last,
      receipts: this.receipts,
      erased: this.erased,
      signedTo: this.signedTo,
      heads: this.headCount,
      keys: this.#options.trust.roots(),
      problems: this.problems,
      problemCount: this.problemCount,
    };
  }

  #checkExtension(last: number): void {
    const extension = this.#extension;
    if (extension === null || this.size === null || extension.from !== last) return;
    const heads = this.#heads.get(extension.to) ?? [];
    const fromRoot = rootOf(this.peaks);
    const roots = rootsOfConsistency({ ...extension, fromRoot });
    for (const head of heads) {
      if (roots !== null && same(roots.from, fromRoot) && same(roots.to, head.root)) this.signedTo = last;
      else
        this.problem(
          `the receipts up to ${last} are not the beginning of the log that key ${head.keyId} signed on ${head.at}`,
        );
    }
    this.#heads.delete(extension.to);
  }
}

function namedBy(body: unknown): readonly unknown[] {
  const named = typeof body === "object" && body !== null && "sequences" in body ? body.sequences : [];
  return Array.isArray(named) ? named : [];
}

/** Verifies an export line by line: every receipt's content, order and place, and the signatures over them. */
export async function verifyExport(
  lines: AsyncIterable<string>,
  options: VerifyOptions,
): Promise<Verification> {
  const walk = new Walk(options);
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      walk.problem(`line ${number} is not JSON: the file is damaged or cut off there`);
      continue;
    }
    const { data, problem } = tryParse(AnyLine, value, "it");
    if (problem === null) walk.take(data);
    else walk.problem(`line ${number} is not a line of an export: ${problem.where} ${problem.reason}`);
  }
  return walk.end();
}

/** Verifies the proof of one receipt: its content, its place in the tree, and the signature over that. */
export function verifyProof(proof: ProofDocument, options: VerifyOptions): Verification {
  const problems: string[] = [];
  for (const key of proof.keys) {
    const against = options.trust.addKey(key);
    if (against !== null) problems.push(against);
  }
  const { receipt, log } = proof;
  const leaf = receiptHash({
    log,
    sequence: receipt.sequence,
    kind: receipt.kind,
    at: new Date(receipt.at),
    previous: receipt.previous === null ? null : bytes(receipt.previous),
    bodyDigest: bytes(receipt.bodyDigest),
  });
  if (hexOf(leaf) !== receipt.hash)
    problems.push(`receipt ${receipt.sequence} was changed: it has another hash`);
  if (receipt.body !== null && receipt.salt !== null) {
    if (hexOf(bodyDigest(Buffer.from(receipt.salt, "base64"), receipt.body)) !== receipt.bodyDigest) {
      problems.push(
        `receipt ${receipt.sequence} was changed: its body is not the one that its hash commits to`,
      );
    }
  }
  const head = options.trust.readSigned(proof.head);
  if (typeof head === "string") problems.push(head);
  else {
    const path = proof.path.map(bytes);
    const root = rootOfInclusion({ leaf, index: receipt.sequence - 1, size: head.size, path });
    if (head.log !== log || head.size !== proof.size || root === null || !same(root, head.root)) {
      problems.push(
        `receipt ${receipt.sequence} is not in the tree of ${head.size} receipts that was signed on ${head.at}`,
      );
    }
  }
  return {
    log,
    from: receipt.sequence,
    to: receipt.sequence,
    receipts: 1,
    erased: receipt.body === null ? 1 : 0,
    signedTo: problems.length === 0 ? receipt.sequence : null,
    heads: 1,
    keys: options.trust.roots(),
    problems,
    problemCount: problems.length,
  };
}
