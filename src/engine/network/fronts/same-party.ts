import { valuesOf } from "../../entity/entity.ts";
import type { PairComparer } from "../../match/compare.ts";
import type { FeatureEvidence, Subject } from "../../match/subject.ts";
import { analyzeName } from "../../names/name.ts";
import type { RecordBook, RecordParty } from "./record-book.ts";
import { type FactKind, rarityOf, TIES } from "./tie-kind.ts";

/** Bounds of a search for records of one party. */
export const SAME_PARTY_LIMITS = {
  /** More records of one name are a common name and no reason to compare them all; facts in common still join them. */
  namesakesMax: 50,
  /** More holders of one fact are an office, a shop, a family's line. */
  holdersMax: 20,
  /** Pairs compared; a comparison takes some tenths of a millisecond. */
  pairsMax: 200_000,
} as const;

/** Two records that may be one party, with what speaks for it and against it. A person confirms or refuses. */
export type SamePartyProposal = {
  readonly a: string;
  readonly b: string;
  /** Facts that both state, as each writes them. */
  readonly shared: readonly {
    readonly fact: FactKind;
    readonly a: string;
    readonly b: string;
    readonly sharers: number;
  }[];
  /** What the comparison of names, dates and countries found; empty where they are not comparable. */
  readonly features: readonly FeatureEvidence[];
  /** The score of the names and facts alone; null where the two have nothing to compare. */
  readonly score: number | null;
  /** From 0 to 1, to order the proposals by. */
  readonly strength: number;
};

/** Below this the names and facts of two records that share nothing else are no reason to ask a person. */
const SCORE_MIN = 0.5;
/** A domain or an address in common joins colleagues, not one party's two records. */
const IDENTIFYING: ReadonlySet<FactKind> = new Set([
  "document",
  "wallet",
  "bank-account",
  "device",
  "email",
  "phone",
]);

/** Records of the book that may be one party, the strongest first, and whether a bound cut the search. Pure. */
export function samePartyProposals(
  book: RecordBook,
  compare: PairComparer,
): { readonly proposals: readonly SamePartyProposal[]; readonly cut: boolean } {
  const pairs = pairsOf(book);
  const proposals = [...pairs.pairs].flatMap((pair) => proposalOf(book, compare, pair) ?? []);
  return {
    proposals: proposals.toSorted(
      (one, other) => other.strength - one.strength || (keyOf(one) < keyOf(other) ? -1 : 1),
    ),
    cut: pairs.cut,
  };
}

const keyOf = ({ a, b }: { readonly a: string; readonly b: string }): string => `${a}\u0000${b}`;

type Pair = { readonly a: string; readonly b: string };

function pairsOf(book: RecordBook): { readonly pairs: Iterable<Pair>; readonly cut: boolean } {
  const pairs = new Map<string, Pair>();
  let cut = false;
  const join = (ids: readonly string[], most: number): void => {
    if (ids.length > most) return;
    for (const [at, one] of ids.entries()) {
      for (const other of ids.slice(at + 1)) {
        if (pairs.size >= SAME_PARTY_LIMITS.pairsMax) {
          cut = true;
          return;
        }
        const pair = one < other ? { a: one, b: other } : { a: other, b: one };
        if (one !== other && areOfOneKind(book.party(one), book.party(other))) pairs.set(keyOf(pair), pair);
      }
    }
  };
  for (const { fact, holders } of book.sharedFacts()) {
    if (IDENTIFYING.has(fact.kind)) join(holders, SAME_PARTY_LIMITS.holdersMax);
  }
  for (const namesakes of namesakesOf(book)) join(namesakes, SAME_PARTY_LIMITS.namesakesMax);
  return { pairs: pairs.values(), cut };
}

/** Records whose names are the same words in some reading and any order. */
function namesakesOf(book: RecordBook): Iterable<readonly string[]> {
  const byWords = new Map<string, Set<string>>();
  for (const id of book.ids()) {
    const party = book.party(id);
    if (party === null) continue;
    for (const key of nameKeys(party)) {
      const known = byWords.get(key);
      if (known === undefined) byWords.set(key, new Set([id]));
      else known.add(id);
    }
  }
  return [...byWords.values()].map((ids) => [...ids]);
}

/** The words of a party's names in each reading, sorted: equal ones are namesakes in whatever order and script. */
export function nameKeys(party: Pick<Subject, "schema" | "properties">): ReadonlySet<string> {
  const bearer = party.schema === "Person" ? "person" : "organization";
  const names = ["name", "alias", "previousName"].flatMap((property) => valuesOf(party, property));
  return new Set(
    names.flatMap((name) =>
      analyzeName(name, bearer).readings.map(({ words }) => words.toSorted().join(" ")),
    ),
  );
}

function areOfOneKind(a: RecordParty | null, b: RecordParty | null): boolean {
  return a !== null && b !== null && (a.schema === "Person") === (b.schema === "Person");
}

function proposalOf(book: RecordBook, compare: PairComparer, { a, b }: Pair): SamePartyProposal | null {
  const [one, other] = [book.party(a), book.party(b)];
  if (one === null || other === null) return null;
  const theirs = new Map(book.factsOf(b).map((fact) => [fact.key, fact]));
  const shared = book.factsOf(a).flatMap((fact) => {
    const twin = theirs.get(fact.key);
    if (twin === undefined) return [];
    return [{ fact: fact.kind, a: fact.raw, b: twin.raw, sharers: book.holdersOf(fact.key).length }];
  });
  const match = compare({ subject: one, other }, SCORE_MIN);
  const telling = shared.filter(({ fact }) => IDENTIFYING.has(fact));
  if (telling.length === 0 && (match === null || match.score < SCORE_MIN)) return null;
  const apart = telling.reduce(
    (rest, { fact, sharers }) => rest * (1 - TIES[fact].strength * rarityOf(sharers)),
    1,
  );
  const score = match?.score ?? null;
  return { a, b, shared, features: match?.features ?? [], score, strength: 1 - apart * (1 - (score ?? 0)) };
}
