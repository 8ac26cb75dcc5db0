import population from "../../data/names/population.json" with { type: "json" };
import { nicknamesOf } from "../../src/engine/match/nicknames.ts";
import type { Random } from "../../src/service/evaluation/random.ts";

/**
 * Writes names otherwise, to train on. It shares nothing with the evaluation's own generator: operations are drawn with
 * weights and may follow one another, slips are those of a keyboard, and sounds come from a table of groups.
 */
type Operation = (words: readonly string[], random: Random) => readonly string[];

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;

/** Letters beside each on a keyboard. */
const BESIDE: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row, at) =>
    [...row].map((letter, place): [string, string] => [
      letter,
      [row[place - 1], row[place + 1], ROWS[at - 1]?.[place], ROWS[at + 1]?.[place]].join(""),
    ]),
  ),
);
const ALPHABET = "etaoinsrhldcumfpgwybvkxjqz";

function pickLetter(letter: string, random: Random): string {
  const near = BESIDE.get(letter.toLowerCase()) ?? "";
  return near !== "" && random.chance(0.5) ? random.pick([...near]) : random.pick([...ALPHABET]);
}

function slip(word: string, random: Random): string {
  if (word.length < 2) return word;
  const at = random.chance(0.15) ? 0 : random.below(word.length);
  const letter = word[at] ?? "";
  const roll = random.next();
  if (roll < 0.3) return word.slice(0, at) + pickLetter(letter, random) + word.slice(at + 1);
  if (roll < 0.53) return word.slice(0, at) + word.slice(at + 1);
  if (roll < 0.65) return word.slice(0, at) + letter + word.slice(at);
  if (roll < 0.8) return word.slice(0, at) + pickLetter(letter, random) + word.slice(at);
  return word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2);
}

/** Ways to write one sound; any may stand for any other of its group. */
const SOUND_GROUPS: readonly (readonly string[])[] = [
  ["k", "q", "c"],
  ["ck", "k"],
  ["x", "ks"],
  ["j", "dj", "dzh", "zh"],
  ["u", "ou", "oo"],
  ["i", "y", "ee"],
  ["e", "i"],
  ["o", "u"],
  ["sh", "ch", "sch"],
  ["kh", "h", "ch"],
  ["gh", "g"],
  ["dh", "d"],
  ["th", "t"],
  ["v", "w"],
  ["ph", "f"],
  ["ya", "ia", "ja"],
  ["yu", "iu", "ju"],
  ["ye", "e", "ie"],
  ["ts", "tz", "c"],
  ["ei", "ey", "ay", "ai"],
  ["aa", "a"],
  ["iy", "y", "i"],
  ["z", "s"],
  ["eo", "o"],
  ["eu", "u"],
  ["ng", "n"],
  ["r", "l"],
  ["oe", "o"],
  ["ae", "e"],
];
const DOUBLED = "sltdmnrbfz";

function resound(word: string, random: Random): string {
  const lower = word.toLowerCase();
  if (random.chance(0.25)) {
    const at = [...lower].findIndex((letter, place) => place > 0 && DOUBLED.includes(letter));
    if (at > 0) {
      const twice = lower[at + 1] === lower[at];
      return lower.slice(0, at) + (twice ? "" : (lower[at] ?? "")) + lower.slice(at);
    }
  }
  const places = SOUND_GROUPS.flatMap((group) =>
    group.flatMap((spelling) => {
      const at = lower.indexOf(spelling);
      return at < 0 ? [] : [{ group, spelling, at }];
    }),
  );
  if (places.length === 0) return slip(word, random);
  const { group, spelling, at } = random.pick(places);
  const other = random.pick(group.filter((one) => one !== spelling));
  return lower.slice(0, at) + other + lower.slice(at + spelling.length);
}

function at(words: readonly string[], random: Random, lettersMin: number): number {
  const long = words.flatMap((word, place) => (word.length >= lettersMin ? [place] : []));
  return long.length === 0 ? random.below(words.length) : random.pick(long);
}

function replaced(words: readonly string[], place: number, ...by: readonly string[]): readonly string[] {
  return [...words.slice(0, place), ...by, ...words.slice(place + 1)];
}

const mistype: Operation = (words, random) => {
  const place = at(words, random, random.chance(0.8) ? 4 : 2);
  return replaced(words, place, slip(words[place] ?? "", random));
};

const respell: Operation = (words, random) => {
  const place = at(words, random, 3);
  return replaced(words, place, resound(words[place] ?? "", random));
};

const reorder: Operation = (words, random) => {
  if (words.length < 2) return words;
  if (random.chance(0.6)) return [...words.slice(1), words[0] ?? ""];
  if (random.chance(0.5)) return [words.at(-1) ?? "", ...words.slice(0, -1)];
  const place = random.below(words.length - 1);
  return [...words.slice(0, place), words[place + 1] ?? "", words[place] ?? "", ...words.slice(place + 2)];
};

const drop: Operation = (words, random) => {
  if (words.length < 3) return words;
  // The first and the last word are left out less often than those between.
  const inner = random.chance(0.85);
  const place = inner ? 1 + random.below(words.length - 2) : random.chance(0.5) ? 0 : words.length - 1;
  return replaced(words, place);
};

const shorten: Operation = (words, random) => {
  if (words.length < 2) return words;
  const place =
    words.length > 2 && random.chance(0.8) ? 1 + random.below(words.length - 2) : random.below(words.length);
  const letter = (words[place] ?? "").slice(0, 1);
  return replaced(words, place, random.chance(0.5) ? `${letter}.` : letter);
};

const join: Operation = (words, random) => {
  if (words.length < 2) return words;
  const place = random.below(words.length - 1);
  const together = `${words[place] ?? ""}${(words[place + 1] ?? "").toLowerCase()}`;
  return [...words.slice(0, place), together, ...words.slice(place + 2)];
};

const split: Operation = (words, random) => {
  const place = at(words, random, 6);
  const word = words[place] ?? "";
  if (word.length < 4) return words;
  const cut = 2 + random.below(word.length - 3);
  return replaced(words, place, word.slice(0, cut), word.slice(cut));
};

const nickname: Operation = (words, random) => {
  const known = words.flatMap((word, place) => (nicknamesOf(word.toLowerCase()).length > 0 ? [place] : []));
  if (known.length === 0) return words;
  const place = random.pick(known);
  return replaced(words, place, random.pick(nicknamesOf((words[place] ?? "").toLowerCase())));
};

const LATIN_ALIKE: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
};

const disguise: Operation = (words, random) =>
  words.map((word) =>
    word.replace(/[aceopxy]/gi, (letter) =>
      random.chance(0.4) ? (LATIN_ALIKE[letter.toLowerCase()] ?? letter) : letter,
    ),
  );

const decorate: Operation = (words, random) => {
  const roll = random.next();
  if (roll < 0.4) return words.map((word) => word.toLowerCase());
  if (roll < 0.6) return [words.join(random.pick(["-", ", ", " . ", "/"]))];
  return words.map((word) =>
    word.replace(/[aeiou]/i, (letter) => `${letter}${random.chance(0.3) ? "\u0301" : ""}`),
  );
};

const FORMS: readonly (readonly string[])[] = [
  ["Ltd", "Limited", "LTD.", "Ltd", "Pvt Ltd"],
  ["Co., Ltd.", "Company Limited", "Co Ltd", "Company"],
  ["LLC", "L.L.C.", "Limited Liability Company", "OOO"],
  ["Corp.", "Corporation", "CORP"],
  ["Inc.", "Incorporated", "Inc"],
  ["JSC", "Joint Stock Company", "AO", "PJSC", "OAO"],
  ["S.A.", "SA", "Sociedad Anonima"],
  ["GmbH", "Gesellschaft mbH"],
  ["FZE", "FZCO", "FZ-LLC"],
];
const FORM_AT_END =
  /[ ,.]*\b(co\.?,? ?ltd|company limited|limited liability company|joint stock company|ltd|limited|llc|l\.l\.c|corp|corporation|company|co|inc|incorporated|jsc|ojsc|pjsc|gmbh|s\.a|sa|fze|fzco|ooo|oao|ao|bv|srl)\.?$/i;

/** Words of companies' names that are written short, and how. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    trading: "trdg",
    international: "intl",
    technology: "tech",
    technologies: "tech",
    group: "grp",
    industries: "ind",
    industrial: "ind",
    industry: "ind",
    company: "co",
    communications: "comms",
    communication: "comm",
    commercial: "coml",
    development: "dev",
    engineering: "eng",
    enterprises: "ent",
    enterprise: "ent",
    services: "svcs",
    service: "svc",
    general: "gen",
    manufacturing: "mfg",
    management: "mgmt",
    import: "imp",
    export: "exp",
    investment: "inv",
    national: "natl",
    shipping: "shpg",
    construction: "constr",
    university: "univ",
    institute: "inst",
    department: "dept",
    organization: "org",
    association: "assn",
    transport: "transp",
    petroleum: "petr",
    equipment: "equip",
  }),
);

const reform: Operation = (words, random) => {
  const text = words.join(" ");
  const bare = text.replace(FORM_AT_END, "");
  const roll = random.next();
  if (bare === "" || (bare !== text && roll < 0.5)) return bare === "" ? words : bare.split(" ");
  const form = random.pick(random.pick(FORMS));
  return `${bare} ${form}`.split(" ");
};

const abbreviate: Operation = (words, random) => {
  const known = words.flatMap((word, place) => (SHORT.has(word.toLowerCase()) ? [place] : []));
  if (known.length === 0) return reform(words, random);
  const place = random.pick(known);
  const word = words[place] ?? "";
  const short = random.chance(0.6)
    ? (SHORT.get(word.toLowerCase()) ?? "")
    : word.slice(0, 3 + random.below(3));
  return replaced(words, place, random.chance(0.3) ? `${short}.` : short);
};

const PLAIN = new Set(
  "the of and for general company group trading international industries industry industrial services enterprise enterprises corporation holding establishment import export".split(
    " ",
  ),
);

const dropPlain: Operation = (words, random) => {
  const plain = words.flatMap((word, place) => (PLAIN.has(word.toLowerCase()) ? [place] : []));
  if (plain.length === 0 || words.length < 3) return reform(words, random);
  return replaced(words, random.pick(plain));
};

/** Words that companies add to their name without becoming another one. */
const ADDED =
  "Group Group Holding Holdings International Global Worldwide Industries Company Enterprise Enterprises Partners Associates Trading".split(
    " ",
  );
const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region" });
const COUNTRIES: readonly string[] =
  "AE AF AM AT AZ BG BY CH CN CY CZ DE EG ES FR GB GE HK ID IN IQ IR IT JO JP KE KG KP KR KW KZ LB LV LY MM MX MY NG NL OM PA PH PK PL QA RO RS RU SA SD SG SY TH TJ TM TN TR UA US UZ VE VN YE ZA"
    .split(" ")
    .map((code) => COUNTRY_NAMES.of(code) ?? code);

/** A word behind the name of a company, before its legal form where it has one: *Group*, a country. */
const append: Operation = (words, random) => {
  const added = random.chance(0.6) ? random.pick(ADDED) : random.pick(COUNTRIES);
  const form = FORM_AT_END.exec(words.join(" "));
  const bare = form === null ? words : words.join(" ").slice(0, form.index).split(" ");
  if (bare.join("") === "") return words;
  const kept = form === null || random.chance(0.4) ? [] : words.slice(bare.length);
  return [...bare, random.chance(0.2) ? `(${added})` : added, ...kept];
};

/** Where payment messages and old systems end a line. */
const LINE_LETTERS = [24, 28, 30, 32, 35, 35, 35, 40, 48];

/** A long name of which only as much is kept as a line holds. */
const cutOff: Operation = (words, random) => {
  const text = words.join(" ");
  const fits = LINE_LETTERS.filter((letters) => letters < text.length);
  if (fits.length === 0) return append(words, random);
  return text.slice(0, random.pick(fits)).trim().split(" ");
};

/** Given names that a document has and a listing has not. */
const FURTHER = Object.entries(population)
  .filter(([word, tables]) => tables >= 2 && word.length >= 3)
  .map(([word]) => word.slice(0, 1).toUpperCase() + word.slice(1));

/** One more given name between the first word and the last. */
const further: Operation = (words, random) => {
  if (words.length < 2) return words;
  const place = 1 + random.below(words.length - 1);
  return [...words.slice(0, place), random.pick(FURTHER), ...words.slice(place)];
};

const PERSON_OPERATIONS: readonly (readonly [Operation, number])[] = [
  [mistype, 30],
  [respell, 24],
  [reorder, 10],
  [drop, 11],
  [shorten, 7],
  [join, 8],
  [split, 6],
  [further, 2],
  [nickname, 2],
  [disguise, 2],
  [decorate, 5],
];
const ORGANIZATION_OPERATIONS: readonly (readonly [Operation, number])[] = [
  [mistype, 30],
  [respell, 20],
  [reorder, 2],
  [join, 10],
  [split, 6],
  [reform, 14],
  [abbreviate, 8],
  [dropPlain, 6],
  [append, 5],
  [cutOff, 6],
  [disguise, 2],
  [decorate, 5],
];

function choose(operations: readonly (readonly [Operation, number])[], random: Random): Operation {
  let left = random.below(operations.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [operation, weight] of operations) {
    left -= weight;
    if (left < 0) return operation;
  }
  return mistype;
}

/** Operations that leave a name that is another name beside the first, though the same party may go by both. */
const ADDING: ReadonlySet<Operation> = new Set([append, cutOff, further]);

/** A name written otherwise: as it is in some cases, else by one to three operations; `whole`: none adds words or cuts off. */
export function spoil(name: string, kind: "person" | "organization", random: Random, whole = false): string {
  const roll = random.next();
  const times = roll < 0.15 ? 0 : roll < 0.62 ? 1 : roll < 0.95 ? 2 : 3;
  const all = kind === "person" ? PERSON_OPERATIONS : ORGANIZATION_OPERATIONS;
  const operations = whole ? all.filter(([operation]) => !ADDING.has(operation)) : all;
  let words: readonly string[] = name.split(/\s+/).filter((word) => word !== "");
  const first = choose(operations, random);
  for (let time = 0; time < times && words.length > 0; time += 1) {
    // Two slips of one kind come together more often than chance has it.
    const again = time > 0 && (first === mistype || first === respell) && random.chance(0.5);
    words = (time === 0 || again ? first : choose(operations, random))(words, random);
  }
  return words.filter((word) => word !== "").join(" ");
}

/** A birth date as a customer's record may have it: right, vague, missing, or slightly wrong. */
export function spoilDate(date: string, random: Random): string | null {
  const [year = "", month, day] = date.split("-");
  const roll = random.next();
  if (roll < 0.2) return null;
  if (roll < 0.35) return year;
  if (roll < 0.75 || month === undefined || day === undefined) return date;
  const two = (value: number): string => String(value).padStart(2, "0");
  if (roll < 0.83) {
    const other = 1 + ((Number(day) + random.below(3)) % 28);
    return `${year}-${month}-${two(other)}`;
  }
  if (roll < 0.89 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (roll < 0.96)
    return `${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${month === "02" ? "28" : day}`;
  const digit = random.chance(0.5) ? 10 : 3;
  return `${Number(year) + (random.chance(0.5) ? digit : -digit)}-${month}-${month === "02" ? "28" : day}`;
}
