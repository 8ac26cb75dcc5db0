import type { Shelf } from "./catalogue.ts";
import { fieldValues, momentsOf } from "./search-places.ts";

/** An entity found, with how well. */
export type Hit = { readonly shelf: Shelf; readonly place: number; readonly score: number };

/** One key of an order; entities without it stand last. */
export type Sort = { readonly field: string; readonly descending: boolean };

type Key = number | string | null;

function keyOf({ shelf: { book }, place, score }: Hit, field: string): Key {
  if (field === "_score") return score;
  const moments = momentsOf(book, field);
  if (moments !== null) return moments[place] === 0 ? null : (moments[place] as number);
  const [least] = [...fieldValues(book, place, field)].sort();
  return least ?? null;
}

function compareKeys(one: Key, other: Key, descending: boolean): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (one === other) return 0;
  return (one < other ? -1 : 1) * (descending ? -1 : 1);
}

function compareIds(one: Hit, other: Hit): number {
  if (one.shelf === other.shelf) {
    const { ranks } = one.shelf.book;
    return (ranks[one.place] as number) - (ranks[other.place] as number);
  }
  const [a, b] = [one.shelf.book.entity(one.place).id, other.shelf.book.entity(other.place).id];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The best by score alone, so many and all that score as much as the last of them: what a page can come from. */
function bestOf(hits: readonly Hit[], wanted: number): readonly Hit[] {
  if (hits.length <= wanted * 4) return hits;
  const scores = Float64Array.from(hits, ({ score }) => score).sort();
  const least = scores[Math.max(0, scores.length - wanted)] as number;
  return hits.filter(({ score }) => score >= least);
}

/** Hits in the order asked for, then by score and by id; only the first `wanted` are put in order. */
export function sortHits(hits: readonly Hit[], sorts: readonly Sort[], wanted: number): readonly Hit[] {
  if (wanted === 0) return [];
  const chosen = sorts.length === 0 ? bestOf(hits, wanted) : hits;
  const keyed = chosen.map((hit) => ({ hit, keys: sorts.map(({ field }) => keyOf(hit, field)) }));
  keyed.sort((one, other) => {
    for (const [at, { descending }] of sorts.entries()) {
      const order = compareKeys(one.keys[at] ?? null, other.keys[at] ?? null, descending);
      if (order !== 0) return order;
    }
    if (one.hit.score !== other.hit.score) return other.hit.score - one.hit.score;
    return compareIds(one.hit, other.hit);
  });
  return keyed.slice(0, wanted).map(({ hit }) => hit);
}
