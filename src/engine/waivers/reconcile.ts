import { plainName } from "../names/plain-name.ts";
import type { Quantity } from "../transaction.ts";
import { sayQuantity } from "./amount.ts";
import { countIn, quantityOf } from "./unit.ts";

/** A use as an authority or customs have it. */
export type StatedUse = {
  readonly row: number;
  readonly licence: string;
  readonly line: string;
  readonly quantity: Quantity;
  readonly day: string | null;
  readonly declaration: string | null;
};

/** A line of a waiver with what our ledger has on it, in the smallest unit. */
export type KeptLine = {
  readonly licence: string;
  readonly line: string;
  readonly unit: string;
  readonly allowed: bigint;
  readonly committed: bigint;
};

/** How the two differ on one line, or that they agree. */
export type Drift = {
  readonly licence: string;
  readonly line: string;
  readonly kind:
    | "agrees"
    | "they-have-more"
    | "we-have-more"
    | "over-allowance"
    | "unknown-line"
    | "unit"
    | "repeated";
  readonly stated: Quantity | null;
  readonly kept: Quantity | null;
  readonly words: string;
  readonly rows: readonly number[];
};

const keyOf = (licence: string, line: string) => `${plainName(licence)} ${line.replace(/^0+(?=.)/, "")}`;

/**
 * Compares their uses with our ledger, line by line. Nothing is changed by it: what differs is told, and a person corrects the
 * ledger by an entry with a reason, or writes to the authority. A declaration that is stated twice is counted once.
 */
export function reconcile(stated: readonly StatedUse[], kept: readonly KeptLine[]): readonly Drift[] {
  const ours = new Map(kept.map((one) => [keyOf(one.licence, one.line), one]));
  const theirs = new Map<string, StatedUse[]>();
  const drifts: Drift[] = [];
  const seen = new Set<string>();
  for (const use of stated) {
    const key = keyOf(use.licence, use.line);
    const declared = use.declaration === null ? null : `${key} ${use.declaration}`;
    if (declared !== null && seen.has(declared)) {
      drifts.push(
        drift(use, "repeated", null, `declaration ${use.declaration} is stated again and not counted twice`),
      );
      continue;
    }
    if (declared !== null) seen.add(declared);
    theirs.set(key, [...(theirs.get(key) ?? []), use]);
  }
  for (const [key, uses] of theirs) drifts.push(...compareLine(uses, ours.get(key)));
  for (const [key, one] of ours) {
    if (theirs.has(key) || one.committed === 0n) continue;
    const quantity = quantityOf(one.committed, one.unit);
    drifts.push({
      licence: one.licence,
      line: one.line,
      kind: "we-have-more",
      stated: null,
      kept: quantity,
      words: `our ledger has ${sayQuantity(quantity)} used, and their file has none`,
      rows: [],
    });
  }
  return drifts;
}

function drift(use: StatedUse, kind: Drift["kind"], kept: Quantity | null, words: string): Drift {
  return { licence: use.licence, line: use.line, kind, stated: use.quantity, kept, words, rows: [use.row] };
}

function compareLine(uses: readonly StatedUse[], kept: KeptLine | undefined): readonly Drift[] {
  const [first] = uses;
  if (first === undefined) return [];
  if (kept === undefined)
    return [
      {
        ...drift(first, "unknown-line", null, "we hold no such licence or line"),
        rows: uses.map(({ row }) => row),
      },
    ];
  let sum = 0n;
  for (const use of uses) {
    const counted = countIn(use.quantity, kept.unit);
    if (counted.kind === "refused") return [drift(use, "unit", null, `row ${use.row}: ${counted.reason}`)];
    sum += counted.amount;
  }
  const [theirs, ours] = [quantityOf(sum, kept.unit), quantityOf(kept.committed, kept.unit)];
  const made = (kind: Drift["kind"], words: string): readonly Drift[] => [
    {
      licence: kept.licence,
      line: kept.line,
      kind,
      stated: theirs,
      kept: ours,
      words,
      rows: uses.map(({ row }) => row),
    },
  ];
  if (sum > kept.allowed)
    return made(
      "over-allowance",
      `they have ${sayQuantity(theirs)} used, more than the ${sayQuantity(quantityOf(kept.allowed, kept.unit))} allowed; our ledger has ${sayQuantity(ours)}`,
    );
  if (sum > kept.committed)
    return made(
      "they-have-more",
      `they have ${sayQuantity(quantityOf(sum - kept.committed, kept.unit))} more than our ledger`,
    );
  if (sum < kept.committed)
    return made(
      "we-have-more",
      `our ledger has ${sayQuantity(quantityOf(kept.committed - sum, kept.unit))} more than they have`,
    );
  return made("agrees", `both have ${sayQuantity(ours)}`);
}
