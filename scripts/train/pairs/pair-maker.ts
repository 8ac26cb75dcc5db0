import { isFormWord } from "../../../src/engine/match/form-words.ts";
import { withoutForm } from "../../../src/engine/names/legal-form.ts";
import { cleanText, splitWords } from "../../../src/engine/names/normalize.ts";
import type { Random } from "../../../src/service/evaluation/random.ts";
import { likeness } from "../likeness.ts";
import type { People } from "../people.ts";
import { spoil } from "../spoil.ts";

/** Two names, and whether they are one name written twice. */
export type NamePairSample = {
  readonly kind: "person" | "organization";
  readonly name1: string;
  readonly name2: string;
  readonly right: boolean;
};

/** What pairs are made of: listed names by party, and words by their alphabet. */
export type PairSources = {
  readonly persons: readonly (readonly string[])[];
  readonly organizations: readonly (readonly string[])[];
  readonly people: People;
};

/** Real words in alphabetical order, so that a word's neighbors begin as it does. */
function alphabet(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word) => /^[A-Za-z'-]{3,14}$/.test(word)))].sort((one, other) =>
    one.toLowerCase() < other.toLowerCase() ? -1 : 1,
  );
}

/** Other words this far along the alphabet begin with the same letters. */
const NEIGHBORS = 40;
/** Two words that share more of their letters in order may be one word with a slip. */
const LIKE_MAX = 0.72;

/** Share of the pairs of companies in which one is the first letters of the other. */
const ACRONYM_SHARE = 0.04;
const ACRONYM_LETTERS_MIN = 3;
const ACRONYM_LETTERS_MAX = 7;

/** The first letters of a name's longer words without its legal form, or null where these make no acronym. */
function acronym(name: string): string | null {
  const words = withoutForm(splitWords(cleanText(name, new Set()), new Set())).words.map(({ text }) => text);
  const letters = words.filter((word) => /^[a-z]{4,}$/.test(word)).map((word) => word.slice(0, 1));
  const fits = letters.length >= ACRONYM_LETTERS_MIN && letters.length <= ACRONYM_LETTERS_MAX;
  return fits ? letters.join("").toUpperCase() : null;
}

/** Makes pairs of names; the same seed gives the same pairs. */
export class PairMaker {
  readonly #sources: PairSources;
  readonly #names: readonly string[];
  readonly #words: readonly string[];

  constructor(sources: PairSources) {
    this.#sources = sources;
    const { people, persons, organizations } = sources;
    const parts = (all: readonly (readonly string[])[]): string[] =>
      all.flatMap((names) => names.slice(0, 2).flatMap((name) => name.split(/[\s-]+/)));
    this.#names = alphabet([...people.families, ...people.givens, ...parts(persons)]);
    this.#words = alphabet(parts(organizations));
  }

  /** Another real word for one of a name: any, or one that begins alike. */
  #other(word: string, kind: "person" | "organization", random: Random): string | null {
    const all = kind === "person" ? this.#names : this.#words;
    const like = random.chance(0.55);
    for (let tries = 0; tries < 12; tries += 1) {
      const at = like
        ? this.#place(all, word) + random.below(2 * NEIGHBORS) - NEIGHBORS
        : random.below(all.length);
      const other = all[Math.max(0, Math.min(all.length - 1, at))] ?? "";
      if (likeness(other.toLowerCase(), word.toLowerCase()) <= LIKE_MAX) return cased(other, word);
    }
    return null;
  }

  #place(all: readonly string[], word: string): number {
    let [low, high] = [0, all.length];
    const wanted = word.toLowerCase();
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? "").toLowerCase() < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #name(kind: "person" | "organization", random: Random): readonly string[] {
    const { people, persons, organizations } = this.#sources;
    if (kind === "organization") return random.pick(organizations);
    if (random.chance(0.5)) return random.pick(persons);
    const at = random.below(people.givens.length);
    return [`${people.givens[at] ?? ""} ${people.families[at] ?? ""}`];
  }

  /** One name in two ways: as two aliases of one party, or written otherwise. */
  #same(kind: "person" | "organization", random: Random): NamePairSample {
    const names = this.#name(kind, random);
    const name = random.pick(names);
    const short = kind === "organization" && random.chance(ACRONYM_SHARE) ? acronym(name) : null;
    if (short !== null) return { kind, name1: name, name2: short, right: true };
    const other = names.length > 1 && random.chance(0.3) ? random.pick(names) : name;
    const alike = likeness(sorted(name), sorted(other)) > 0.75;
    return { kind, name1: name, name2: spoil(alike ? other : name, kind, random, true), right: true };
  }

  /** A name and another in which words are other words. */
  #different(kind: "person" | "organization", random: Random): NamePairSample | null {
    const name = random.pick(this.#name(kind, random));
    const short = kind === "organization" && random.chance(ACRONYM_SHARE) ? acronym(name) : null;
    if (short !== null) {
      const at = random.below(short.length);
      const letter = random.pick([..."ABCDEFGHIKLMNOPRSTUV"].filter((one) => one !== short[at]));
      return { kind, name1: name, name2: short.slice(0, at) + letter + short.slice(at + 1), right: false };
    }
    const words = name.split(" ");
    const long = words.flatMap((word, at) => (word.length > 2 && !isFormWord(plain(word)) ? [at] : []));
    if (long.length === 0) return null;
    const number = words.findIndex((word) => /^[0-9]+$|^[IVX]{1,4}$/.test(word));
    const place =
      number >= 0 && random.chance(0.5)
        ? number
        : kind === "person" && random.chance(0.5)
          ? (long.at(-1) ?? 0)
          : random.pick(long);
    const word = words[place] ?? "";
    const by = place === number ? String(1 + random.below(30)) : this.#other(word, kind, random);
    if (by === null || by === word) return null;
    const swapped = words.map((own, at) => (at === place ? by : own)).join(" ");
    const written = random.chance(0.7) ? swapped : spoil(swapped, kind, random, true);
    return { kind, name1: name, name2: written, right: false };
  }

  /** A pair, or null where the draw gave none. */
  make(kind: "person" | "organization", right: boolean, random: Random): NamePairSample | null {
    const pair = right ? this.#same(kind, random) : this.#different(kind, random);
    if (pair === null || pair.name2 === "") return null;
    return random.chance(0.5) ? pair : { ...pair, name1: pair.name2, name2: pair.name1 };
  }
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "");
}

function sorted(name: string): string {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .sort()
    .join(" ");
}

function cased(word: string, like: string): string {
  return like === like.toUpperCase()
    ? word.toUpperCase()
    : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
