import { createHash } from "node:crypto";
import { assert, must } from "../../fault.ts";

/** A SHA-256 hash, 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** A perfect subtree: of 2^level leaves, the `position`-th of its level from the left. */
export type NodePlace = { readonly level: number; readonly position: number };
export type TreeNode = NodePlace & { readonly hash: Hash };

/** Leaves `start` to `end` - 1. */
export type LeafRange = { readonly start: number; readonly end: number };

/** The hash of a leaf's bytes (RFC 9162, 2.1.1: the prefix keeps leaves and nodes apart). */
export function leafHash(leaf: Uint8Array | string): Hash {
  return createHash("sha256").update(Uint8Array.of(0)).update(leaf).digest();
}

/** The hash of two subtrees side by side (RFC 9162, 2.1.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** Adds a leaf to a tree known by its size and peaks; resolves to the new peaks and the inner nodes that it completed. */
export function addLeaf(
  peaks: readonly Hash[],
  size: number,
  leaf: Hash,
): { readonly peaks: readonly Hash[]; readonly nodes: readonly TreeNode[] } {
  const left = [...peaks];
  const nodes: TreeNode[] = [];
  let hash = leaf;
  let position = size;
  for (let level = 1; position % 2 === 1; level += 1) {
    hash = nodeHash(must(left.pop(), "an odd position has a left neighbour"), hash);
    position = (position - 1) / 2;
    nodes.push({ level, position, hash });
  }
  return { peaks: [...left, hash], nodes };
}

/** The root of the tree with these peaks (the perfect subtrees that it falls into, from the left). */
export function rootOf(peaks: readonly Hash[]): Hash {
  const last = peaks.at(-1);
  if (last === undefined) return createHash("sha256").digest();
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** How many peaks a tree of so many leaves has. */
export function peakCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The perfect subtrees of a range that begins where a subtree begins, from the left. */
export function placesOf({ start, end }: LeafRange): readonly NodePlace[] {
  const places: NodePlace[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    let leaves = 1;
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= end) {
      leaves *= 2;
      level += 1;
    }
    places.push({ level, position: at / leaves });
    at += leaves;
  }
  return places;
}

function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves (RFC 9162, 2.1.3.1), leaf side first. */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  assert(index >= 0 && index < size, "a leaf lies in its tree");
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/** The ranges whose hashes prove that the tree of `to` leaves begins with that of `from` (RFC 9162, 2.1.4.1). */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  assert(from >= 0 && from <= to, "a tree grows");
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  // The old tree itself needs no proof where it is the left edge whole.
  if (start > 0) ranges.unshift({ start, end });
  return ranges;
}

/** The hash of a range from the hashes of its perfect subtrees. */
export function rangeHash(range: LeafRange, hashAt: (place: NodePlace) => Hash): Hash {
  return rootOf(placesOf(range).map(hashAt));
}

/** The root that an inclusion proof leads to (RFC 9162, 2.1.3.2), or null where the proof has the wrong length. */
export function rootOfInclusion(proof: {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hash[];
}): Hash | null {
  const { leaf, index, size, path } = proof;
  if (index < 0 || index >= size) return null;
  const ranges = inclusionRanges(index, size);
  if (ranges.length !== path.length) return null;
  return path.reduce((hash, other, at) => {
    const range = must(ranges[at], "as many ranges as hashes");
    return range.start > index ? nodeHash(hash, other) : nodeHash(other, hash);
  }, leaf);
}

/** The two roots that a consistency proof leads to (RFC 9162, 2.1.4.2), or null where it has the wrong length. */
export function rootsOfConsistency(proof: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Hash;
  readonly path: readonly Hash[];
}): { readonly from: Hash; readonly to: Hash } | null {
  const { from, to, fromRoot, path } = proof;
  if (from < 1 || from > to) return null;
  const ranges = consistencyRanges(from, to);
  if (ranges.length !== path.length) return null;
  const whole = (ranges[0]?.start ?? from) >= from;
  const first = whole ? fromRoot : must(path[0], "as many hashes as ranges");
  let old = first;
  let grown = first;
  for (const [at, range] of ranges.entries()) {
    const hash = must(path[at], "as many hashes as ranges");
    if (!whole && at === 0) continue;
    if (range.start >= from) grown = nodeHash(grown, hash);
    else {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
    }
  }
  return { from: old, to: grown };
}
