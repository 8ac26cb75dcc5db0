import { firstOf, valuesOf } from "../entity/entity.ts";
import type { EntityIndex, Snapshot } from "../snapshot/snapshot.ts";
import { type AddressKey, readAddress, samePlace } from "./address.ts";

/** A listed party at an address. */
export type ListedAddress = { readonly target: EntityIndex; readonly address: AddressKey };

/** Finds listed parties at the place that an address names, however it is transliterated. */
export type AddressIndex = { readonly at: (address: string) => readonly ListedAddress[] };

/** Reads all addresses of the listed parties once. */
export function buildAddressIndex(snapshot: Snapshot): AddressIndex {
  const byNumber = new Map<string, ListedAddress[]>();
  const add = (target: EntityIndex, text: string) => {
    const address = readAddress(text);
    if (address === null) return;
    for (const number of new Set(address.numbers)) {
      const known = byNumber.get(number);
      if (known === undefined) byNumber.set(number, [{ target, address }]);
      else known.push({ target, address });
    }
  };
  for (let target = 0; target < snapshot.targets; target++) {
    const entity = snapshot.entity(target);
    for (const text of valuesOf(entity, "address")) add(target, text);
    for (const id of valuesOf(entity, "addressEntity")) {
      const index = snapshot.find(id);
      const text =
        index < 0
          ? null
          : (firstOf(snapshot.entity(index), "full") ?? firstOf(snapshot.entity(index), "street"));
      if (text !== null) add(target, text);
    }
  }
  return {
    at: (text) => {
      const asked = readAddress(text);
      if (asked === null) return [];
      const found = new Map<EntityIndex, ListedAddress>();
      for (const number of asked.numbers) {
        for (const listed of byNumber.get(number) ?? []) {
          if (!found.has(listed.target) && samePlace(asked, listed.address)) found.set(listed.target, listed);
        }
      }
      return [...found.values()].sort((a, b) => a.target - b.target);
    },
  };
}
