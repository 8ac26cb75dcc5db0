import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addLeaf,
  consistencyRanges,
  type Hash,
  inclusionRanges,
  leafHash,
  nodeHash,
  peakCount,
  rangeHash,
  rootOf,
  rootOfInclusion,
  rootsOfConsistency,
  type TreeNode,
} from "./merkle.ts";

const hex = (hash: Hash | null | undefined): string => Buffer.from(hash ?? []).toString("hex");

/** RFC 9162, 2.1.1 word for word: the reference that the fast forms are held to. */
function reference(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return rootOf([]);
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(reference(leaves.slice(0, split)), reference(leaves.slice(split)));
}

function grow(count: number): {
  leaves: readonly Hash[];
  peaks: readonly (readonly Hash[])[];
  nodes: Map<string, Hash>;
} {
  const leaves = Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));
  const nodes = new Map(leaves.map((hash, index) => [`0/${index}`, hash]));
  const peaks: (readonly Hash[])[] = [[]];
  for (const [size, leaf] of leaves.entries()) {
    const added = addLeaf(peaks[size] ?? [], size, leaf);
    peaks.push(added.peaks);
    for (const { level, position, hash } of added.nodes as readonly TreeNode[])
      nodes.set(`${level}/${position}`, hash);
  }
  return { leaves, peaks, nodes };
}

const LEAVES = 130;
const tree = grow(LEAVES);
const at = ({ level, position }: { level: number; position: number }): Hash =>
  tree.nodes.get(`${level}/${position}`) ?? expect.fail(`no node ${level}/${position}`);

test("the empty tree and a tree of known leaves have the roots that RFC 6962's own test vectors state", () => {
  expect(hex(rootOf([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  // The leaves of Certificate Transparency's published vectors.
  const data = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];
  let peaks: readonly Hash[] = [];
  for (const [size, leaf] of data.entries())
    peaks = addLeaf(peaks, size, leafHash(Buffer.from(leaf, "hex"))).peaks;
  expect(hex(rootOf(peaks))).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
});

test("growing leaf by leaf gives the root that the definition gives, at every size", () => {
  for (let size = 0; size <= LEAVES; size += 1) {
    const peaks = tree.peaks[size] ?? [];
    expect(peaks.length).toBe(peakCount(size));
    expect(hex(rootOf(peaks))).toBe(hex(reference(tree.leaves.slice(0, size))));
  }
});

test("every leaf's inclusion in every later tree is proven, and by no other leaf, index or size", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LEAVES }), fc.nat(), (size, seed) => {
      const index = seed % size;
      const path = inclusionRanges(index, size).map((range) => rangeHash(range, at));
      const leaf = tree.leaves[index] ?? expect.fail();
      const root = hex(rootOf(tree.peaks[size] ?? []));
      expect(hex(rootOfInclusion({ leaf, index, size, path }))).toBe(root);
      expect(hex(rootOfInclusion({ leaf: leafHash("another"), index, size, path }))).not.toBe(root);
      expect(rootOfInclusion({ leaf, index: size, size, path })).toBeNull();
      expect(rootOfInclusion({ leaf, index, size, path: [...path, leaf] })).toBeNull();
      if (size > 1)
        expect(hex(rootOfInclusion({ leaf, index: (index + 1) % size, size, path }))).not.toBe(root);
    }),
    { numRuns: 1000 },
  );
});

test("every tree is proven to begin with every earlier one, and with no other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LEAVES }), fc.nat(), (to, seed) => {
      const from = 1 + (seed % to);
      const path = consistencyRanges(from, to).map((range) => rangeHash(range, at));
      const fromRoot = rootOf(tree.peaks[from] ?? []);
      const roots = rootsOfConsistency({ from, to, fromRoot, path });
      expect(hex(roots?.from)).toBe(hex(fromRoot));
      expect(hex(roots?.to)).toBe(hex(rootOf(tree.peaks[to] ?? [])));
      const bent = path.map((hash, index) => (index === seed % path.length ? leafHash("another") : hash));
      if (path.length > 0) {
        const wrong = rootsOfConsistency({ from, to, fromRoot, path: bent });
        const same =
          hex(wrong?.from) === hex(fromRoot) && hex(wrong?.to) === hex(rootOf(tree.peaks[to] ?? []));
        expect(same).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});
