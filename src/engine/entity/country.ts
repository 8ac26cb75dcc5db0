import data from "../../../data/geo/countries.json" with { type: "json" };

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(data.names));
const CODES: ReadonlyMap<string, string> = new Map(Object.entries(data.codes));
const ALPHA3: ReadonlyMap<string, string> = new Map(Object.entries(data.alpha3));

/** ISO codes of states that are gone, as the model spells them. */
const FORMER: ReadonlyMap<string, string> = new Map([
  ["su", "suhh"],
  ["yu", "yucs"],
  ["cs", "csxx"],
]);

/** Longer than any name of a country in any language of the data; longer text is an address or a sentence. */
const NAME_CHARS_MAX = 120;

/** A country's name as the data file keys it: case, accents, punctuation and the English article make no difference. */
export function normalizeCountryName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’'ʼ`´‘.]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/ the$/, "");
}

/** True for the codes of the FollowTheMoney model: ISO 3166-1 alpha-2 in lower case, and its few own (`suhh`, `ua-cri`). */
export function isCountryCode(code: string): boolean {
  return CODES.has(code);
}

/** The English name of a code, or null where the code is none. */
export function countryName(code: string): string | null {
  return CODES.get(code) ?? null;
}

function lookUp(text: string): string | null {
  const name = normalizeCountryName(text);
  const lower = text.trim().toLowerCase();
  if (lower.length === 2) return CODES.has(lower) ? lower : (FORMER.get(lower) ?? NAMES.get(name) ?? null);
  return NAMES.get(name) ?? ALPHA3.get(lower) ?? (CODES.has(lower) ? lower : null);
}

/**
 * The code of a country named in a list: ISO alpha-2 or alpha-3 codes, names in the languages of the data, the lists'
 * own spellings (`Korea, North`, `Region: Crimea`) and demonyms. Null where the text names none, or more than one (`Korea`).
 */
export function countryCode(text: string): string | null {
  if (text.length === 0 || text.length > NAME_CHARS_MAX) return null;
  // Mostly it is a code already: a customer's record is asked for its country at each screening.
  if (text.length === 2 && CODES.has(text)) return text;
  const bare = text.replace(/^\s*region:\s*/i, "");
  const direct = lookUp(bare);
  if (direct !== null) return direct;
  const comma = bare.indexOf(",");
  if (comma > 0 && comma === bare.lastIndexOf(",")) {
    return lookUp(`${bare.slice(comma + 1)} ${bare.slice(0, comma)}`);
  }
  const bracket = /^([^()]+)\(([^()]+)\)\s*$/.exec(bare);
  if (bracket !== null) {
    const outer = lookUp(bracket[1] ?? "");
    const inner = lookUp(bracket[2] ?? "");
    // `Iran (Islamic Republic of)` names one country; `Korea (North)` would name another without its bracket.
    return outer !== null && (inner === null || inner === outer) ? outer : null;
  }
  return null;
}
