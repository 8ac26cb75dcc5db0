import { type Entity, valuesOf } from "../../entity/entity.ts";
import type { EntityIndex, Snapshot } from "../../snapshot/snapshot.ts";
import { type AddressIndex, buildAddressIndex } from "../address-index.ts";
import { readPeriod } from "../ownership/period.ts";
import { type TellingFact, tellingFacts } from "./telling-fact.ts";
import type { RelationKind } from "./tie-kind.ts";

/** A listed party with a fact, as the list writes it. */
export type ListedHolder = { readonly target: EntityIndex; readonly raw: string };

/** The listed parties by their facts and places: built once from a snapshot. */
export type ListedFacts = {
  readonly addresses: () => AddressIndex;
  readonly holdersOf: (fact: TellingFact) => readonly ListedHolder[];
};

/** Records that stand by themselves and belong to whom they name. */
const HOLDING: ReadonlySet<string> = new Set(["holder", "accountHolder"]);

function factsOf(snapshot: Snapshot, target: EntityIndex): readonly TellingFact[] {
  const own = tellingFacts(snapshot.entity(target));
  const held = snapshot
    .referrers(target)
    .flatMap(({ index, property }) => (HOLDING.has(property) ? tellingFacts(snapshot.entity(index)) : []));
  return held.length === 0 ? own : [...own, ...held];
}

/** Reads the facts of all listed parties, when they are first asked for. */
export function listedFacts(
  snapshot: Snapshot,
  addresses = memo(() => buildAddressIndex(snapshot)),
): ListedFacts {
  const byKey = memo(() => {
    const built = new Map<string, ListedHolder[]>();
    for (let target = 0; target < snapshot.targets; target++) {
      for (const { key, raw } of factsOf(snapshot, target)) {
        const known = built.get(key);
        if (known === undefined) built.set(key, [{ target, raw }]);
        else if (known.at(-1)?.target !== target) known.push({ target, raw });
      }
    }
    return built;
  });
  return { addresses, holdersOf: ({ key }) => byKey().get(key) ?? [] };
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A tie that the lists themselves state between two parties. */
export type ListedTie = {
  readonly kind: RelationKind;
  readonly other: EntityIndex;
  /** True where this party has the part in the other, as a director in a company. */
  readonly forward: boolean;
  readonly role: string | null;
  readonly period: ReturnType<typeof readPeriod>;
  readonly source: string;
};

const ENDS: ReadonlyMap<
  string,
  { readonly other: string; readonly kind: RelationKind; readonly forward: boolean }
> = new Map([
  ["asset", { other: "owner", kind: "owner", forward: false }],
  ["owner", { other: "asset", kind: "owner", forward: true }],
  ["organization", { other: "director", kind: "director", forward: false }],
  ["director", { other: "organization", kind: "director", forward: true }],
  ["subject", { other: "object", kind: "linked", forward: true }],
  ["object", { other: "subject", kind: "linked", forward: false }],
  ["person", { other: "relative", kind: "family", forward: true }],
  ["relative", { other: "person", kind: "family", forward: false }],
]);

/** Listed parties that the lists say are tied to this one. */
export function listedTies(snapshot: Snapshot, target: EntityIndex): readonly ListedTie[] {
  return snapshot.referrers(target).flatMap(({ index, property }): readonly ListedTie[] => {
    const ends = ENDS.get(property);
    if (ends === undefined) return [];
    const edge: Entity = snapshot.entity(index);
    return valuesOf(edge, ends.other).flatMap((id): readonly ListedTie[] => {
      const other = snapshot.find(id);
      if (other < 0 || other >= snapshot.targets || other === target) return [];
      return [
        {
          kind: ends.kind,
          other,
          forward: ends.forward,
          role: valuesOf(edge, "role")[0] ?? null,
          period: readPeriod(valuesOf(edge, "startDate"), valuesOf(edge, "endDate")),
          source: edge.id,
        },
      ];
    });
  });
}
