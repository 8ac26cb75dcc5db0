/**
 * A hash to many values in two arrays: `starts[bucket]` to `starts[bucket + 1]` are the entries of a bucket, each with
 * 24 bits of value and 8 bits of the hash, so that most strangers in a bucket are passed over without a look.
 */
export type Multimap = { readonly starts: Uint32Array; readonly entries: Uint32Array };

/** Values below this fit beside the 8 bits of hash. */
export const MULTIMAP_VALUE_MAX = 1 << 24;

/** Builds a multimap from parallel hashes and values (pairs may repeat; a pair given twice is kept once). */
export function buildMultimap(hashes: Uint32Array, values: Uint32Array): Multimap {
  let buckets = 16;
  while (buckets * 2 < hashes.length) buckets *= 2;
  const shift = 32 - Math.log2(buckets);
  const starts = new Uint32Array(buckets + 1);
  for (const hash of hashes) starts[(hash >>> shift) + 1] = (starts[(hash >>> shift) + 1] as number) + 1;
  for (let at = 0; at < buckets; at += 1)
    starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const next = starts.slice();
  const entries = new Uint32Array(hashes.length);
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at] as number;
    const bucket = hash >>> shift;
    entries[next[bucket] as number] = (((values[at] as number) << 8) | (hash & 0xff)) >>> 0;
    next[bucket] = (next[bucket] as number) + 1;
  }
  return withoutRepeats(starts, entries);
}

function withoutRepeats(starts: Uint32Array, entries: Uint32Array): Multimap {
  const own = new Uint32Array(starts.length);
  let kept = 0;
  for (let bucket = 0; bucket + 1 < starts.length; bucket += 1) {
    const sorted = entries.subarray(starts[bucket], starts[bucket + 1]).sort();
    for (let at = 0; at < sorted.length; at += 1) {
      if (at > 0 && sorted[at] === sorted[at - 1]) continue;
      entries[kept] = sorted[at] as number;
      kept += 1;
    }
    own[bucket + 1] = kept;
  }
  return { starts: own, entries: entries.slice(0, kept) };
}

/** How far a hash is shifted to its bucket. */
export function bucketShift(map: Multimap): number {
  return 32 - Math.log2(map.starts.length - 1);
}
