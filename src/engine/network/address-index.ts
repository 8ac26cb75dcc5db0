import { firstOf, valuesOf } from "../entity/entity.ts";
import type { EntityIndex, Snapshot } from "../snapshot/snapshot.ts";
import { type AddressKey, readAddress, samePlace } from "./address.ts";

/** A listed party at an address. */
export type ListedAddress = { readonly target: EntityIndex; readonly address: AddressKey };

/** Finds listed parties at the place that an address names, however it is transliterated. */
export type AddressIndex = { readonly at: (address: string) => readonly ListedAddress[] };

/** Finds whoever is at the place that an address names, by the numbers in it. */
export class PlaceIndex<Holder> {
  readonly #byNumber = new Map<string, { readonly holder: Holder; readonly address: AddressKey }[]>();

  /** An address in which nothing could tell one house from another is left out. */
  add(holder: Holder, text: string): void {
    const address = readAddress(text);
    if (address === null) return;
    for (const number of new Set(address.numbers)) {
      const known = this.#byNumber.get(number);
      if (known === undefined) this.#byNumber.set(number, [{ holder, address }]);
      else known.push({ holder, address });
    }
  }

  /** Each holder at the place once, in the order in which they were added. */
  at(text: string): ReadonlyMap<Holder, AddressKey> {
    const found = new Map<Holder, AddressKey>();
    const asked = readAddress(text);
    if (asked === null) return found;
    for (const number of asked.numbers) {
      for (const { holder, address } of this.#byNumber.get(number) ?? []) {
        if (!found.has(holder) && samePlace(asked, address)) found.set(holder, address);
      }
    }
    return found;
  }
}

/** Reads all addresses of the listed parties once. */
export function buildAddressIndex(snapshot: Snapshot): AddressIndex {
  const places = new PlaceIndex<EntityIndex>();
  for (let target = 0; target < snapshot.targets; target++) {
    const entity = snapshot.entity(target);
    for (const text of valuesOf(entity, "address")) places.add(target, text);
    for (const id of valuesOf(entity, "addressEntity")) {
      const index = snapshot.find(id);
      const text =
        index < 0
          ? null
          : (firstOf(snapshot.entity(index), "full") ?? firstOf(snapshot.entity(index), "street"));
      if (text !== null) places.add(target, text);
    }
  }
  return {
    at: (text) =>
      [...places.at(text)]
        .map(([target, address]) => ({ target, address }))
        .sort((a, b) => a.target - b.target),
  };
}
