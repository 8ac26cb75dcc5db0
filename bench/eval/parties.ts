import { partyNumbers } from "../../scripts/train/same-party.ts";
import { type Entity, firstOf, valuesOf } from "../../src/engine/entity/entity.ts";
import { countriesOf, type NameKind, namesOf, partyKindOf } from "../../src/engine/match/target.ts";
import { listingStateOn } from "../../src/engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { must } from "../../src/fault.ts";
import { bagOf, isLatin } from "./fold.ts";

/** A party that is listed in the newest editions held. */
export type Party = {
  readonly index: number;
  readonly entity: Entity;
  readonly kind: "person" | "organization" | "other";
  readonly lists: readonly string[];
  readonly names: readonly { readonly text: string; readonly kind: NameKind }[];
  readonly birthDates: readonly string[];
  readonly countries: readonly string[];
};

/** All parties in force, and who bears which name, whatever the order of its words. */
export type Parties = {
  readonly all: readonly Party[];
  /** Ids of the parties that bear this very name under any kind of name. */
  readonly bearersOf: (name: string) => readonly string[];
  /** Ids of all entries that are the same party as this one, as far as names and years of birth tell; its own among them. */
  readonly sameAs: (id: string) => readonly string[];
};

/** Reads the parties in force out of a snapshot. */
export function partiesOf(snapshot: Snapshot): Parties {
  const all: Party[] = [];
  const bearers = new Map<string, string[]>();
  const lists = new Map(snapshot.lists.map((list) => [list.id, list]));
  for (let index = 0; index < snapshot.targets; index += 1) {
    const inForce = snapshot.listings(index).filter((listing) => {
      const state = listingStateOn(listing, must(lists.get(listing.list), "listings name held lists"), null);
      return state === "listed" || state === "unknown";
    });
    if (inForce.length === 0) continue;
    const entity = snapshot.entity(index);
    const kind = partyKindOf(entity.schema);
    const names = namesOf(entity);
    all.push({
      index,
      entity,
      kind: kind === "person" || kind === "organization" ? kind : "other",
      lists: inForce.map(({ list }) => list),
      names,
      birthDates: valuesOf(entity, "birthDate"),
      countries: countriesOf(entity),
    });
    for (const bag of new Set(names.map(({ text }) => bagOf(text))))
      bearers.set(bag, [...(bearers.get(bag) ?? []), entity.id]);
  }
  const { party } = partyNumbers(snapshot);
  const entries = new Map<number, string[]>();
  for (let index = 0; index < snapshot.targets; index += 1) {
    const number = party[index] as number;
    entries.set(number, [...(entries.get(number) ?? []), snapshot.entity(index).id]);
  }
  return {
    all,
    bearersOf: (name) => bearers.get(bagOf(name)) ?? [],
    sameAs: (id) => entries.get(party[snapshot.find(id)] as number) ?? [id],
  };
}

/** OFAC's and the UN's own lists: whose names the figures are measured on. */
export function isOfacOrUn(party: Party): boolean {
  return party.lists.some((list) => list === "un-sc" || list === "us-ofac-sdn" || list === "us-ofac-cons");
}

/** Names by which a party may be asked for: no weak aliases, in Latin letters, with a word of three letters at least. */
export function latinNames(party: Party): readonly string[] {
  return party.names
    .filter(({ text, kind }) => kind !== "weakAlias" && isLatin(text) && /\p{L}{3}/u.test(text))
    .map(({ text }) => text);
}

/** A person's name as people write it: OFAC puts the family name first, with a comma. */
export function asWritten(party: Party, name: string): string {
  const parts = name.split(", ");
  return party.kind === "person" && parts.length === 2 ? `${parts[1] ?? ""} ${parts[0] ?? ""}` : name;
}

/** Given and family name as the list states them, in Latin letters; null where one is missing. */
export function nameParts(party: Party): { readonly given: string; readonly family: string } | null {
  const given = firstOf(party.entity, "firstName");
  const family = firstOf(party.entity, "lastName");
  if (given === null || family === null || !isLatin(given) || !isLatin(family)) return null;
  return { given, family };
}
