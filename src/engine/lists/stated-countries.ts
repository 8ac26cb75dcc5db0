import { countryCode } from "../entity/country.ts";
import { splitEnumerated } from "./enumeration.ts";

const SOVIET =
  /\b(?:USSR|RSFSR|SFSR|A?SSR|Soviet Socialist Republic|Soviet Federative Socialist Republic)\b/iu;
const SUCCESSOR = /\b(?:now|currently|today|present(?:-day)?)\b[:\s]*(?:the\s+)?([^(),.;]+)/iu;
const SAID_OF_IT =
  /\b(?:citizenships?|citizens?|nationalit(?:y|ies)|nationals?|passport|by birth|by origin|origin)\b/giu;
const NOT_CERTAIN = /^(?:possibly|probably|likely|presumably|believed to be|reportedly|dual|also)\s+/iu;

/** The codes of a text's countries, and what of the text named none. */
export type StatedCountries = { readonly codes: readonly string[]; readonly unread: readonly string[] };

/**
 * The countries that a cell of a list names, however it runs them together: `(1) Sudan (2) Chad`, `Russian and Ukrainian`,
 * `Former USSR (now Belarus)` (both), `Iraq (previous address)`.
 */
export function readCountries(text: string): StatedCountries {
  const codes = new Set<string>();
  const unread: string[] = [];
  for (const item of splitEnumerated(text)) {
    const found = codesOf(item);
    if (found.length === 0) unread.push(item);
    for (const code of found) codes.add(code);
  }
  return { codes: [...codes], unread };
}

function codesOf(item: string): readonly string[] {
  const whole = plain(item);
  const successor = countryCode(plain(SUCCESSOR.exec(whole)?.[1] ?? ""));
  if (SOVIET.test(whole)) return successor === null ? ["suhh"] : ["suhh", successor];
  const direct = countryCode(whole);
  if (direct !== null) return [direct];
  if (successor !== null) return [successor];
  const bare = plain(whole.replace(/\([^()]*\)/gu, " ").replace(/\b(?:as of|as at|since|until)\b.*$/iu, ""));
  const alone = countryCode(bare);
  if (alone !== null) return [alone];
  const parts = bare.split(/\s*(?:[,;/.&]|\band\b|\bor\b|\balso\b)\s*/iu).map(plain);
  const codes = parts.filter((part) => part !== "").map(countryCode);
  // Half a list would be a wrong list: all of its parts are countries, or none is taken.
  return codes.every((code) => code !== null) ? codes.filter((code) => code !== null) : [];
}

function plain(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(SAID_OF_IT, "")
    .trim()
    .replace(NOT_CERTAIN, "")
    .replace(/[.,;:]+$/u, "")
    .trim();
}
