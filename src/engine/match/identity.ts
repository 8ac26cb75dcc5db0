import { sha256 } from "../digest.ts";
import { firstOf, type Properties, valuesOf } from "../entity/entity.ts";
import { isA } from "../entity/model.ts";
import { canonicalJson } from "../json.ts";
import type { EntityIndex, Snapshot } from "../snapshot/snapshot.ts";
import type { Subject } from "./subject.ts";
import { indexTargetOf } from "./target.ts";

/**
 * The facts by which one party is told from another, sorted, each with its values: what a person weighs when two are
 * compared. Programmes, notes and sources are no such facts: they may change and the party is still who it was.
 */
export type IdentityFacts = Readonly<Record<string, readonly string[]>>;

/** Facts beside those that the matcher reads. */
const OTHER_FACTS = ["birthPlace", "address", "deathDate", "incorporationDate", "motherName", "fatherName"];

function factsOf(
  party: { readonly schema: string; readonly properties: Properties; readonly edtf?: Properties },
  attached: readonly { readonly id: string; readonly schema: string; readonly properties: Properties }[],
  addresses: readonly string[],
): IdentityFacts {
  const target = indexTargetOf({ id: "", ...party }, attached);
  const facts: Record<string, readonly string[]> = {
    schema: [party.schema],
    birthDate: target.birthDates,
    country: target.countries,
    gender: target.genders,
    identifier: target.identifiers.map(({ kind, text }) => `${kind} ${text}`),
  };
  for (const { text, kind } of target.names) facts[kind] = [...(facts[kind] ?? []), text];
  for (const fact of OTHER_FACTS) facts[fact] = valuesOf(party, fact);
  facts.address = [...(facts.address ?? []), ...addresses];
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, values]) => values.length > 0)
      .map(([fact, values]) => [fact, [...new Set(values)].sort()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** What is known of a subject; the order of its values is no fact, nor is its id. */
export function subjectFacts({ schema, properties }: Subject): IdentityFacts {
  return factsOf({ schema, properties }, [], []);
}

/** What the lists say of a listed party, its documents, wallets and addresses among it. */
export function listingFacts(snapshot: Snapshot, index: EntityIndex): IdentityFacts {
  const entity = snapshot.entity(index);
  const attached = snapshot
    .referrers(index)
    .filter(({ property }) => property === "holder")
    .map((referrer) => snapshot.entity(referrer.index))
    .filter(({ schema }) => isA(schema, "Identification") || isA(schema, "CryptoWallet"));
  const addresses = valuesOf(entity, "addressEntity").flatMap((id) => {
    const place = snapshot.find(id);
    return place < 0 ? [] : (firstOf(snapshot.entity(place), "full") ?? []);
  });
  return factsOf(entity, attached, addresses);
}

/** SHA-256 of the facts: two parties with equal facts have equal fingerprints. */
export function fingerprint(facts: IdentityFacts): string {
  return sha256(canonicalJson(facts));
}

/** What differs between two states of one party's facts, a phrase each: `birthDate: now 1970-02-05, no longer 1970`. */
export function factDifferences(before: IdentityFacts, after: IdentityFacts): readonly string[] {
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return facts.flatMap((fact) => {
    const [old, now] = [before[fact] ?? [], after[fact] ?? []];
    const gained = now.filter((value) => !old.includes(value));
    const lost = old.filter((value) => !now.includes(value));
    if (gained.length + lost.length === 0) return [];
    const parts = [
      ...(gained.length > 0 ? [`now ${gained.join(", ")}`] : []),
      ...(lost.length > 0 ? [`no longer ${lost.join(", ")}`] : []),
    ];
    return [`${fact}: ${parts.join("; ")}`];
  });
}
