/**
 * Keeps the members of a map that come first in an order, at most `max`. As the order is of the keys and never of
 * arrival, the same members stay whatever the order in which they came. True where the key is in the map afterwards.
 */
export function makeRoom<K, V>(
  map: Map<K, V>,
  key: K,
  max: number,
  comesFirst: (a: K, b: K) => boolean,
): boolean {
  if (map.has(key) || map.size < max) return true;
  let last: K | undefined;
  for (const one of map.keys()) if (last === undefined || comesFirst(last, one)) last = one;
  if (last === undefined || !comesFirst(key, last)) return false;
  map.delete(last);
  return true;
}

/** The same for a set of numbers: the largest stay. */
export function addLargest(set: Set<number>, value: number, max: number): void {
  if (set.has(value)) return;
  if (set.size < max) {
    set.add(value);
    return;
  }
  let least = value;
  for (const one of set) if (one < least) least = one;
  if (least === value) return;
  set.delete(least);
  set.add(value);
}

/** The same for a list of numbers that ascends and has each once: it takes less room than a set. */
export function insertLargest(list: number[], value: number, max: number): void {
  let at = list.length;
  while (at > 0 && (list[at - 1] ?? 0) > value) at -= 1;
  if (at > 0 && list[at - 1] === value) return;
  if (list.length < max) list.splice(at, 0, value);
  else if (at > 0) {
    list.splice(at, 0, value);
    list.shift();
  }
}
