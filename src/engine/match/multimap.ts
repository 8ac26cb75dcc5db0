/**
 * A hash to many values in two arrays: `starts[bucket]` to `starts[bucket + 1]` are the entries of a bucket, each with
 * 8 bits of the hash above 24 bits of value, so that most strangers in a bucket are passed over without a look.
 */
export type Multimap = { readonly starts: Uint32Array; readonly entries: Uint32Array };

const VALUE_BITS = 24;
/** Values below this fit beside the 8 bits of hash. */
export const MULTIMAP_VALUE_MAX = 1 << VALUE_BITS;

/** True for an entry that may be of a hash. */
export function isEntryOf(entry: number, hash: number): boolean {
  return entry >>> VALUE_BITS === (hash & 0xff);
}

export function entryValue(entry: number): number {
  return entry & (MULTIMAP_VALUE_MAX - 1);
}

/** Hashes and their values, side by side. */
export type Pairs = { readonly hashes: Uint32Array; readonly values: Uint32Array };

/** What a walk visits, which is walked twice and must be the same both times. */
export function pairsOfWalk(walk: (visit: (hash: number, value: number) => void) => void): Pairs {
  let size = 0;
  walk(() => {
    size += 1;
  });
  const [hashes, values] = [new Uint32Array(size), new Uint32Array(size)];
  let at = 0;
  walk((hash, value) => {
    hashes[at] = hash;
    values[at] = value;
    at += 1;
  });
  return { hashes, values };
}

/** Builds a multimap (pairs may repeat; a pair given twice is kept once). */
export function buildMultimap({ hashes, values }: Pairs): Multimap {
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
    entries[next[bucket] as number] = ((hash << VALUE_BITS) | (values[at] as number)) >>> 0;
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

/** A bucket of more entries is not looked through from its beginning. */
const BUCKET_WALKED = 16;

/** The place of the first entry of a bucket that may be of a hash, or where it would stand. */
export function firstOf(map: Multimap, hash: number, shift: number): number {
  const bucket = hash >>> shift;
  let low = map.starts[bucket] as number;
  let high = map.starts[bucket + 1] as number;
  const least = (hash << VALUE_BITS) >>> 0;
  while (high - low > BUCKET_WALKED) {
    const middle = (low + high) >>> 1;
    if ((map.entries[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  while (low < high && (map.entries[low] as number) < least) low += 1;
  return low;
}

/** Bits for each entry: of hashes that a map does not have an eighth looks as if it had. */
const BITS_EACH = 8;

/** A bit for each hash of a map that many hashes are asked of which few have: small, so that it stays in the cache. */
export function hashBits(hashes: Uint32Array): Uint32Array {
  let words = 1;
  while (words * 32 < hashes.length * BITS_EACH) words *= 2;
  const bits = new Uint32Array(words);
  for (const hash of hashes) {
    const bit = bitOf(bits, hash);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return bits;
}

/** False where the map has nothing for the hash. */
export function mayHold(bits: Uint32Array, hash: number): boolean {
  const bit = bitOf(bits, hash);
  return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

function bitOf(bits: Uint32Array, hash: number): number {
  return Math.imul(hash, 0x2c1b3c6d) >>> (Math.clz32(bits.length) - 4);
}
