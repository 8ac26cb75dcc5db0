import { isTestOriginal } from "../../bench/eval/script-split.ts";
import population from "../../data/names/population.json" with { type: "json" };
import { type Entity, firstOf, type Properties, valuesOf } from "../../src/engine/entity/entity.ts";
import { countriesOf, namesOf, partyKindOf } from "../../src/engine/match/target.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { likeness } from "./likeness.ts";
import { type People, readPeople, someone } from "./people.ts";
import { type Entries, partyNumbers, wordBag } from "./same-party.ts";
import { spoil, spoilDate } from "./spoil.ts";
import { strangerInScript, strangerRomanized } from "./strangers.ts";
import { writeHebrew } from "./write-hebrew.ts";

/** What a subject is made of. */
export type SubjectClass = "listed" | "clean" | "foreign" | "mixed" | "hard" | "swapped";

/** A made-up question with its answer. */
export type TrainingSubject = {
  readonly kind: "person" | "organization";
  readonly made: SubjectClass;
  readonly name: string;
  readonly facts: Properties;
  /** Place of the entry that it was made from, or -1. */
  readonly entry: number;
  /** Written in Hebrew by the training: what the lists have in Hebrew is asked as any other name. */
  readonly hebrew?: true;
};

/** How many subjects are made of each kind and class; `hebrew`: persons asked for in that script. */
export type Amounts = Readonly<
  Record<"person" | "hebrew" | "organization", Readonly<Partial<Record<SubjectClass, number>>>>
>;

type Entry = {
  readonly at: number;
  readonly entity: Entity;
  readonly names: readonly string[];
  readonly scripts: readonly string[];
  readonly countries: readonly string[];
  readonly dates: readonly string[];
};

const isLatin = (text: string): boolean => /\p{L}{2}/u.test(text) && !/[^\P{L}\p{Script=Latin}]/u.test(text);

/** Share of the parties, by their number, that are trained on; the others stay unseen. */
const TRAINED_SHARE = 0.6;

/** True where a party's entries are trained on. */
export function isTrainedOn(id: string): boolean {
  let hash = 0x9747b28c;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 < TRAINED_SHARE;
}

const POPULATION = Object.entries(population);
const POPULATION_TOTAL = POPULATION.reduce((sum, [, count]) => sum + count, 0);

/** A word of common names: the more tables hold it, the more often. */
function commonWord(random: Random): string {
  let left = random.below(POPULATION_TOTAL);
  for (const [word, count] of POPULATION) {
    left -= count;
    if (left < 0) return word;
  }
  return "maria";
}

const ONSETS = "b,c,d,f,g,h,j,k,l,m,n,p,r,s,t,v,w,z,br,ch,dr,gr,kr,sh,st,th,tr".split(",");
const VOWELS = "a,e,i,o,u,a,e,i,o,ai,ou".split(",");
const ENDINGS = ",,n,r,s,l,k,t,v,ng,nd,ov,sky,son,ez,i,a,ic,man,berg".split(",");

/** A word that may be a name and stands on no table. */
function coinedWord(random: Random): string {
  const syllables = 1 + random.below(3);
  let word = "";
  for (let at = 0; at < syllables; at += 1) word += random.pick(ONSETS) + random.pick(VOWELS);
  return word + random.pick(ENDINGS);
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Everything that made-up subjects are drawn from. */
export class SubjectMaker {
  readonly party: Int32Array;
  readonly #bearers: ReadonlyMap<string, readonly number[]>;
  readonly #persons: readonly Entry[];
  readonly #organizations: readonly Entry[];
  readonly #givens: readonly (readonly [string, string])[];
  readonly #families: ReadonlyMap<string, readonly string[]>;
  readonly #telling: readonly string[];
  readonly #plain: readonly string[];
  readonly #people: People = readPeople();
  readonly #wordBearers = new Map<string, number>();
  /** Names of persons that are written in Hebrew: those in Latin letters, and the originals that can be read. */
  readonly #namesAt: ReadonlyMap<number, readonly string[]>;

  constructor(snapshot: Entries) {
    const { party, bearers } = partyNumbers(snapshot);
    this.party = party;
    this.#bearers = bearers;
    const persons: Entry[] = [];
    const organizations: Entry[] = [];
    const givens: [string, string][] = [];
    const families = new Map<string, string[]>();
    for (let at = 0; at < snapshot.targets; at += 1) {
      const entity = snapshot.entity(at);
      const kind = partyKindOf(entity.schema);
      if (kind !== "person" && kind !== "organization") continue;
      const strong = namesOf(entity).filter((name) => name.kind !== "weakAlias");
      if (kind === "organization") {
        for (const word of new Set(strong.flatMap(({ text }) => wordBag(text).split(" "))))
          this.#wordBearers.set(word, (this.#wordBearers.get(word) ?? 0) + 1);
      }
      const first = snapshot.entity(party[at] as number).id;
      if (!isTrainedOn(first)) continue;
      const texts = strong.map(({ text }) => turned(text, kind));
      const entry: Entry = {
        at,
        entity,
        names: texts.filter(isLatin),
        scripts: originalsOf(texts),
        countries: countriesOf(entity),
        dates: valuesOf(entity, "birthDate"),
      };
      if (entry.names.length === 0) continue;
      (kind === "person" ? persons : organizations).push(entry);
      const parts = kind === "person" ? partsOf(entity, entry.names[0] ?? "") : null;
      if (parts === null) continue;
      const { given, family } = parts;
      for (const country of entry.countries.length === 0 ? [""] : entry.countries.slice(0, 2)) {
        givens.push([given, country]);
        families.set(country, [...(families.get(country) ?? []), family]);
      }
    }
    this.#persons = persons;
    this.#namesAt = new Map(persons.map(({ at, names, scripts }) => [at, [...names, ...scripts]]));
    this.#organizations = organizations;
    this.#givens = givens;
    this.#families = families;
    const words = [...this.#wordBearers].filter(([word]) => /^[a-z]{4,14}$/.test(word));
    this.#telling = words.filter(([, count]) => count <= 12).map(([word]) => word);
    this.#plain = words
      .filter(([, count]) => count >= 60)
      .flatMap(([word, count]) => new Array<string>(Math.ceil(Math.sqrt(count) / 8)).fill(word));
  }

  /** Names in Latin letters of the parties that are trained on, one list for each. */
  namesOf(kind: "person" | "organization"): readonly (readonly string[])[] {
    return (kind === "person" ? this.#persons : this.#organizations).map(({ names }) => names);
  }

  /** Entries that bear a name, in any order of its words. */
  bearersOf(name: string): readonly number[] {
    return this.#bearers.get(wordBag(name)) ?? [];
  }

  /** A person written in Hebrew; null where the draw gave none that is sure or that can be written so. */
  makeInHebrew(made: SubjectClass, random: Random): TrainingSubject | null {
    const subject = this.make("person", made, random);
    if (subject === null) return null;
    const listed = this.#namesAt.get(subject.entry);
    const name = writeHebrew(listed === undefined ? subject.name : random.pick(listed), random);
    return name === null ? null : { ...subject, name, hebrew: true };
  }

  /** A subject of a kind and class, the same for the same seed; null where the draw gave none that is sure. */
  make(kind: "person" | "organization", made: SubjectClass, random: Random): TrainingSubject | null {
    if (made === "listed") return this.#listed(kind, random);
    const made1 = kind === "person" ? this.#stranger(made, random) : this.#otherCompany(made, random);
    if (made1 === null) return null;
    // Whoever is put together of listed names may be listed; a stranger with a common name is one, whoever bears it too.
    const stranger = kind === "person" && (made === "clean" || made === "foreign");
    return !stranger && this.bearersOf(made1.name).length > 0 ? null : made1;
  }

  #listed(kind: "person" | "organization", random: Random): TrainingSubject {
    const entry = random.pick(kind === "person" ? this.#persons : this.#organizations);
    const other = entry.scripts.length > 0 && random.chance(ORIGINAL_SHARE[kind]);
    const name = other
      ? random.pick(entry.scripts)
      : random.chance(0.5)
        ? (entry.names[0] ?? "")
        : random.pick(entry.names);
    const written = other && random.chance(0.8) ? name : spoil(name, kind, random);
    const country =
      entry.countries.length === 0 || random.chance(0.1)
        ? {}
        : { [kind === "person" ? "nationality" : "country"]: [random.pick(entry.countries)] };
    const date = entry.dates.length === 0 ? someDate(random) : spoilDate(random.pick(entry.dates), random);
    const facts: Properties = {
      ...country,
      ...(kind === "person" && date !== null ? { birthDate: [date] } : {}),
    };
    return { kind, made: "listed", name: written, facts, entry: entry.at };
  }

  #stranger(made: SubjectClass, random: Random): TrainingSubject {
    const [given, country] = random.pick(this.#givens);
    const family = random.pick(this.#families.get(country) ?? [given]);
    const common = (): string => capital(random.chance(0.12) ? coinedWord(random) : commonWord(random));
    let words: readonly string[];
    let nationality = random.pick(this.#persons).countries[0] ?? "us";
    if (made === "foreign") {
      words = [random.chance(0.5) ? strangerInScript(random) : strangerRomanized(random)];
      nationality = random.pick(["kr", "cn", "ru", "jp", "tw", "eg", "ir", "sa", "us", nationality]);
    } else if (made === "hard") {
      words = [given, family];
      nationality = country;
    } else if (made === "mixed") {
      const other = (): string => (random.chance(0.5) ? common() : random.pick(this.#people.families));
      const called = (): string => (random.chance(0.5) ? common() : random.pick(this.#people.givens));
      words = random.chance(0.5) ? [given.split(" ")[0] ?? given, other()] : [called(), family];
      if (random.chance(0.5)) nationality = country;
    } else if (random.chance(0.5)) words = [someone(this.#people, random)];
    else words = random.chance(0.35) ? [common(), common(), common()] : [common(), common()];
    return {
      kind: "person",
      made,
      name: words.join(" "),
      facts: { birthDate: [someDate(random)], ...(nationality === "" ? {} : { nationality: [nationality] }) },
      entry: -1,
    };
  }

  #otherCompany(made: SubjectClass, random: Random): TrainingSubject | null {
    const entry = random.pick(this.#organizations);
    const name = random.pick(entry.names);
    const words = name.split(/\s+/);
    const country = entry.countries[0] ?? "";
    const facts: Properties = country === "" || random.chance(0.3) ? {} : { country: [country] };
    if (made === "clean")
      return { kind: "organization", made, name: this.#company(random), facts, entry: -1 };
    if (made === "hard") {
      const other = random.pick(random.pick(this.#organizations).names).split(/\s+/);
      const cut = Math.ceil(words.length / 2);
      const both = [...words.slice(0, cut), ...other.slice(Math.floor(other.length / 2))];
      const tells = (word: string): boolean => {
        const bearers = this.#wordBearers.get(wordBag(word)) ?? 0;
        return bearers > 0 && bearers < 60;
      };
      // Each half must leave out a telling word of its own name, or the two may well be one company.
      const left = words.slice(cut).some(tells) && other.slice(0, Math.floor(other.length / 2)).some(tells);
      return !left || both.filter(tells).length < 2
        ? null
        : { kind: "organization", made, name: both.join(" "), facts, entry: -1 };
    }
    const ranked = words
      .map((word, at) => ({ at, plain: wordBag(word), bearers: this.#wordBearers.get(wordBag(word)) ?? 0 }))
      .filter(({ plain }) => /^[a-z]{3,}$/.test(plain) || /^[0-9]+$/.test(plain))
      .sort((one, two) => one.bearers - two.bearers);
    const place = ranked[random.chance(0.75) ? 0 : Math.min(1, ranked.length - 1)];
    if (place === undefined || ranked.length < 2 || place.bearers > 400) return null;
    const number = /^[0-9]+$/.test(place.plain);
    const roll = random.next();
    const telling = number
      ? String(1 + random.below(200))
      : roll < 0.55
        ? random.pick(this.#telling)
        : roll < 0.8
          ? commonWord(random)
          : coinedWord(random);
    if (telling === place.plain || (!number && likeness(telling, place.plain) > 0.6)) return null;
    const swapped = words
      .map((word, at) =>
        at === place.at ? (word === word.toUpperCase() ? telling.toUpperCase() : capital(telling)) : word,
      )
      .join(" ");
    return { kind: "organization", made, name: swapped, facts, entry: -1 };
  }

  #company(random: Random): string {
    const roll = random.next();
    const head =
      roll < 0.4
        ? [random.pick(this.#telling)]
        : roll < 0.65
          ? [commonWord(random)]
          : roll < 0.85
            ? [coinedWord(random)]
            : [commonWord(random), random.pick(this.#telling)];
    const body = Array.from({ length: random.below(3) + (random.chance(0.8) ? 1 : 0) }, () =>
      random.pick(this.#plain),
    );
    const form = random.chance(0.7)
      ? [
          random.pick([
            "Ltd",
            "LLC",
            "Co., Ltd.",
            "GmbH",
            "S.A.",
            "Inc",
            "JSC",
            "Limited",
            "Corp",
            "FZE",
            "Sdn Bhd",
            "BV",
            "OOO",
          ]),
        ]
      : [];
    return [...head.map(capital), ...body.map(capital), ...form].join(" ");
  }
}

/** Given and family name as the list states them, else the first and the last word of the name. */
function partsOf(entity: Entity, name: string): { readonly given: string; readonly family: string } | null {
  const [given, family] = [firstOf(entity, "firstName"), firstOf(entity, "lastName")];
  if (given !== null && family !== null) return isLatin(given) && isLatin(family) ? { given, family } : null;
  const words = name.split(" ");
  const [first, last] = [words[0], words.at(-1)];
  return words.length < 2 || first === undefined || last === undefined
    ? null
    : { given: first, family: last };
}

/** Share of the subjects made of a party with names in another script that are asked for by one of these. */
const ORIGINAL_SHARE = { person: 0.1, organization: 0.3 } as const;

/** Names in other scripts; none of a party by one of which the evaluation asks. */
function originalsOf(texts: readonly string[]): readonly string[] {
  const originals = texts.filter((text) => /\p{L}{2}/u.test(text) && !/\p{Script=Latin}/u.test(text));
  return originals.some(isTestOriginal) ? [] : originals;
}

/** OFAC writes the family name first, with a comma; people seldom do. */
function turned(text: string, kind: string): string {
  const parts = text.split(", ");
  return kind === "person" && parts.length === 2 ? `${parts[1] ?? ""} ${parts[0] ?? ""}` : text;
}

function someDate(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${1940 + random.below(65)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

/** All subjects in the amounts wanted, in an order that mixes them. */
export function makeSubjects(
  maker: SubjectMaker,
  amounts: Amounts,
  seed: number,
): readonly TrainingSubject[] {
  const random = new Random(seed);
  const subjects = (["person", "organization"] as const).flatMap((kind) =>
    drawn(amounts[kind], (made) => maker.make(kind, made, random)),
  );
  // Behind all others and by a stream of their own: the others are what they would be without them.
  const hebrew = new Random(seed + 1);
  return [...subjects, ...drawn(amounts.hebrew, (made) => maker.makeInHebrew(made, hebrew))];
}

function drawn(
  amounts: Amounts["person"],
  make: (made: SubjectClass) => TrainingSubject | null,
): readonly TrainingSubject[] {
  const subjects: TrainingSubject[] = [];
  for (const made of ["listed", "clean", "foreign", "mixed", "hard", "swapped"] as const) {
    const wanted = amounts[made] ?? 0;
    for (let got = 0, tries = 0; got < wanted && tries < wanted * 4; tries += 1) {
      const subject = make(made);
      if (subject === null) continue;
      subjects.push(subject);
      got += 1;
    }
  }
  return subjects;
}
