import type { Section } from "../snapshot/sections.ts";
import { MULTIMAP_VALUE_MAX, type Pairs, pairsOfWalk } from "./multimap.ts";
import { pairHash } from "./token.ts";

/** How many rows hold each token. */
function rowsOfTokens(rowTokens: Uint32Array, rowStart: Uint32Array, tokens: number): Uint32Array {
  const counts = new Uint32Array(tokens);
  const lastRow = new Int32Array(tokens).fill(-1);
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at += 1) {
      const token = rowTokens[at] as number;
      if (lastRow[token] === row) continue;
      lastRow[token] = row;
      counts[token] = (counts[token] as number) + 1;
    }
  }
  return counts;
}

/** The rows in the order of their commonest word, then of the next common one: where the names of a word are walked, they lie side by side. */
function seatRows(rowTokens: Uint32Array, rowStart: Uint32Array, counts: Uint32Array): Uint32Array {
  const rank = new Uint32Array(counts.length);
  [...counts.keys()]
    .sort((one, other) => (counts[other] as number) - (counts[one] as number) || one - other)
    .forEach((token, at) => {
      rank[token] = at;
    });
  const rows = rowStart.length - 1;
  const order = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let [first, second] = [MULTIMAP_VALUE_MAX, MULTIMAP_VALUE_MAX];
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at += 1) {
      const own = rank[rowTokens[at] as number] as number;
      if (own < first) [first, second] = [own, first];
      else if (own < second) second = own;
    }
    order[row] = first * 2 * MULTIMAP_VALUE_MAX + second;
  }
  return Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (one, other) => (order[one] as number) - (order[other] as number) || one - other,
  );
}

/**
 * The sections by which words vote for names: the seats of the rows that hold each token, ascending, and what is asked of a
 * seat.
 */
export function postingSections(
  rowTokens: Uint32Array,
  rowStart: Uint32Array,
  rowWeight: Float32Array,
  tokens: number,
): Map<string, Section> {
  const counts = rowsOfTokens(rowTokens, rowStart, tokens);
  const seatRow = seatRows(rowTokens, rowStart, counts);
  const starts = new Uint32Array(tokens + 1);
  for (let at = 0; at < tokens; at += 1) starts[at + 1] = (starts[at] as number) + (counts[at] as number);
  const next = starts.slice();
  const postSeats = new Uint32Array(starts[tokens] as number);
  const lastSeat = new Int32Array(tokens).fill(-1);
  seatRow.forEach((row, seat) => {
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at += 1) {
      const token = rowTokens[at] as number;
      if (lastSeat[token] === seat) continue;
      lastSeat[token] = seat;
      postSeats[next[token] as number] = seat;
      next[token] = (next[token] as number) + 1;
    }
  });
  return new Map<string, Section>([
    ["match.postStart", starts],
    ["match.postSeats", postSeats],
    ["match.seatRow", seatRow],
    ["match.seatWeight", Float32Array.from(seatRow, (row) => rowWeight[row] as number)],
  ]);
}

/** Rows under which the names of each word are walked as quickly as pairs are looked up: twice those of the bundled lists. */
const PAIRED_ROWS_MIN = 240_000;

/** The seat of a row under each two of its words; nothing in an index of fewer rows than need it. */
export function wordPairs(
  rowTokens: Uint32Array,
  rowStart: Uint32Array,
  seatRow: Uint32Array,
  rowsMin: number = PAIRED_ROWS_MIN,
): Pairs {
  if (seatRow.length < rowsMin) return { hashes: new Uint32Array(0), values: new Uint32Array(0) };
  return pairsOfWalk((visit) => {
    seatRow.forEach((row, seat) => {
      const words = new Set(rowTokens.subarray(rowStart[row], rowStart[row + 1]));
      for (const one of words) {
        words.delete(one);
        for (const other of words) visit(pairHash(one, other), seat);
      }
    });
  });
}
