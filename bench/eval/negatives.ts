import type { Subject } from "../../src/engine/match/subject.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { readRows } from "./data-file.ts";
import { fold, foldedWords, hashOf, shuffled } from "./fold.ts";
import { asWritten, isOfacOrUn, latinNames, nameParts, type Parties, type Party } from "./parties.ts";

/** A subject who is not listed, with what it was made from. */
export type Negative = { readonly withFacts: Subject; readonly alone: Subject };

function negative(
  schema: string,
  name: string,
  facts: Readonly<Record<string, readonly string[]>>,
): Negative {
  return {
    withFacts: { schema, properties: { name: [name], ...facts } },
    alone: { schema, properties: { name: [name] } },
  };
}

/** Synthetic clean customers, at most `count`. */
export function cleanCustomers(count: number): readonly Negative[] {
  const rows = readRows("negatives.csv").map((row, at) => ({ row, key: String(at) }));
  return shuffled(rows, "clean", ({ key }) => key)
    .slice(0, count)
    .map(({ row }) =>
      negative("Person", row.full_name ?? "", {
        birthDate: [row.date_of_birth ?? ""],
        nationality: [row.nationality ?? ""],
      }),
    );
}

/** Words of organizations' names that say what they are, not who. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  "the of and for de la le el al a an y e et in ltd limited co company llc inc incorporated corp corporation gmbh sa ag jsc ojsc pjsc cjsc ooo oao zao ao pte pty plc bv nv srl spa kg sarl fze dmcc sdn bhd lp llp cv".split(
    " ",
  ),
);

function tellingWords(name: string): readonly string[] {
  return foldedWords(name).filter((word) => !PLAIN_WORDS.has(word));
}

/** Knows the listed names, to see that an invented one is not listed by accident. */
export type ListedNames = {
  /** Parties of the kind whose names hold the word. */
  readonly bearers: (word: string) => number;
  /** True where a listed name of the kind holds all of these words, or they hold all of its. */
  readonly isListed: (name: string) => boolean;
  readonly words: ReadonlyMap<string, number>;
};

/** A single word borne by this few parties is a name by itself. */
const RARE_WORD_BEARERS = 3;

/** The names of all parties of a kind, on all lists. */
export function listedNames(parties: Parties, kind: Party["kind"]): ListedNames {
  const words = new Map<string, number>();
  const names: (readonly string[])[] = [];
  for (const party of parties.all) {
    if (party.kind !== kind && !(kind === "organization" && party.kind === "other")) continue;
    const all = party.names.filter((name) => name.kind !== "weakAlias").map(({ text }) => tellingWords(text));
    names.push(...all);
    for (const word of new Set(all.flat())) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const filed = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    for (const word of new Set(name)) filed.set(word, [...(filed.get(word) ?? []), name]);
  }
  const stands = (name: readonly string[]): boolean =>
    name.length > 1 || (words.get(name[0] ?? "") ?? 0) <= RARE_WORD_BEARERS;
  const isListed = (text: string): boolean => {
    const own = new Set(tellingWords(text));
    return [...own].some((word) =>
      (filed.get(word) ?? []).some(
        (name) =>
          (stands(name) && name.every((other) => own.has(other))) ||
          [...own].every((other) => name.includes(other)),
      ),
    );
  };
  return { bearers: (word) => words.get(word) ?? 0, isListed, words };
}

const YEAR_FIRST = 1945;
const YEARS = 55;

function otherBirthDate(parties: readonly Party[], random: Random): string {
  const taken = new Set(parties.flatMap(({ birthDates }) => birthDates.map((date) => date.slice(0, 4))));
  for (;;) {
    const year = String(YEAR_FIRST + random.below(YEARS));
    const month = String(1 + random.below(12)).padStart(2, "0");
    const day = String(1 + random.below(28)).padStart(2, "0");
    if (!taken.has(year)) return `${year}-${month}-${day}`;
  }
}

/** A listed given name with another listed family name of the same country, born in another year than either. */
export function hardNegatives(parties: Parties, count: number): readonly Negative[] {
  const listed = listedNames(parties, "person");
  const pool = parties.all.filter(
    (party) =>
      party.kind === "person" &&
      isOfacOrUn(party) &&
      party.countries.length > 0 &&
      party.birthDates.length > 0 &&
      nameParts(party) !== null,
  );
  const byCountry = new Map<string, Party[]>();
  for (const party of pool) {
    for (const country of party.countries) byCountry.set(country, [...(byCountry.get(country) ?? []), party]);
  }
  const made: Negative[] = [];
  for (let round = 0; made.length < count && round < 4; round += 1) {
    for (const one of shuffled(pool, `hard ${round}`, ({ entity }) => entity.id)) {
      if (made.length === count) break;
      const random = new Random(hashOf(`hard ${round} ${one.entity.id}`));
      const country = random.pick(one.countries);
      const other = random.pick(byCountry.get(country) ?? [one]);
      const [own, borrowed] = [nameParts(one), nameParts(other)];
      if (own === null || borrowed === null || fold(own.family) === fold(borrowed.family)) continue;
      const name = `${own.given} ${borrowed.family}`;
      if (listed.isListed(name)) continue;
      made.push(
        negative("Person", name, {
          nationality: [country],
          birthDate: [otherBirthDate([one, other], random)],
        }),
      );
    }
  }
  return made;
}

/** Two words of which one could be a slip of the other are no test of telling words apart. */
function areAlike(one: string, other: string): boolean {
  const shared = [...new Set(one)].filter((letter) => other.includes(letter)).length;
  return shared / Math.max(new Set(one).size, new Set(other).size) > 0.6;
}

const isRealWord = (word: string): boolean => /^[a-z]{4,}$/.test(word);

/** The rarest word replaced, in the listed name as it stands; null where the name is no place for it. */
function replaceTelling(
  name: string,
  listed: ListedNames,
  byBearers: ReadonlyMap<number, readonly string[]>,
  random: Random,
): string | null {
  const telling = tellingWords(name);
  const [rarest] = [...telling].sort(
    (one, other) => listed.bearers(one) - listed.bearers(other) || other.length - one.length,
  );
  if (rarest === undefined || telling.length < 2 || !isRealWord(rarest)) return null;
  const bearers = listed.bearers(rarest);
  const alike = [...byBearers].flatMap(([count, words]) =>
    count >= bearers / 2 && count <= bearers * 2 ? words : [],
  );
  const found = name
    .split(/(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u)
    .findIndex((part) => fold(part) === rarest);
  if (found < 0) return null;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const word = random.pick(alike);
    if (areAlike(word, rarest) || telling.includes(word)) continue;
    const parts = name.split(/(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u);
    const changed = parts.map((part, at) => (at === found ? word.toUpperCase() : part)).join("");
    if (!listed.isListed(changed)) return changed;
  }
  return null;
}

/** A listed organization whose rarest word is another real word of like rarity, of the same country. */
export function nearMisses(parties: Parties, count: number): readonly Negative[] {
  const listed = listedNames(parties, "organization");
  const byBearers = new Map<number, string[]>();
  for (const [word, bearers] of [...listed.words].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (isRealWord(word)) byBearers.set(bearers, [...(byBearers.get(bearers) ?? []), word]);
  }
  const made: Negative[] = [];
  const pool = parties.all.filter((party) => party.kind === "organization" && isOfacOrUn(party));
  for (const party of shuffled(pool, "near", ({ entity }) => entity.id)) {
    if (made.length === count) break;
    const names = latinNames(party);
    if (names.length === 0) continue;
    const random = new Random(hashOf(`near ${party.entity.id}`));
    const name = replaceTelling(asWritten(party, random.pick(names)), listed, byBearers, random);
    if (name === null) continue;
    const facts = party.countries.length === 0 ? {} : { country: [random.pick(party.countries)] };
    made.push(negative("Organization", name, facts));
  }
  return made;
}
