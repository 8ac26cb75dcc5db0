import { sha256 } from "../../../engine/digest.ts";
import { valuesOf } from "../../../engine/entity/entity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import { readAddress } from "../../../engine/network/address.ts";
import { nameKeys } from "../../../engine/network/fronts/same-party.ts";
import { tellingFacts } from "../../../engine/network/fronts/telling-fact.ts";

/** Keys of one subject: the largest real one has some dozens of facts. */
const KEYS_MAX = 500;
/** So much of the hash keeps ten million facts apart, and the column shows no telephone number. */
const KEY_CHARS = 16;

const keyOf = (fact: string): string => sha256(fact).slice(0, KEY_CHARS);

/** A number that no other house of the town is likely to have: with a letter, or of four digits. */
const isTelling = (number: string): boolean => number.length >= 4 || /\p{L}/u.test(number);

/** Places are the same where numbers and words agree; the numbers find those that may be. */
function placeKeys(text: string): readonly string[] {
  const numbers = [...new Set(readAddress(text)?.numbers ?? [])].sort();
  const telling = numbers.filter(isTelling).map((number) => `place:${number}`);
  const pairs = numbers.flatMap((one, at) => numbers.slice(at + 1).map((other) => `place:${one}+${other}`));
  return [...telling, ...pairs];
}

/** The keys of a fact or of an address, as they stand in the database. */
export const keyOfFact = (key: string): string => keyOf(key);
export const keysOfPlace = (text: string): readonly string[] => placeKeys(text).map(keyOf);

/** By what a subject is found from another: its telling facts, its places and its names, hashed, each once. */
export function factKeys(subject: Pick<Subject, "schema" | "properties">): readonly string[] {
  const facts = tellingFacts(subject).map(({ key }) => key);
  const places = valuesOf(subject, "address").flatMap(placeKeys);
  const names = [...nameKeys(subject)].map((words) => `name:${words}`);
  return [...new Set([...facts, ...places, ...names].slice(0, KEYS_MAX).map(keyOf))];
}

/** Changes where any fact changes by which the subject is joined or told from others. */
export function factsPrint(
  subject: Pick<Subject, "schema" | "properties"> & { readonly fingerprint: string },
): string {
  return sha256([subject.fingerprint, ...[...factKeys(subject)].sort()].join(" "));
}
