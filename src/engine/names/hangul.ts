import korean from "../../../data/names/korean.json" with { type: "json" };
import { FAMILY_MARK } from "./local-letters.ts";

/** Ways to write Hangul in Latin letters. `north` is the practice of North Korean lists: McCune-Reischauer without its marks. */
export type HangulSystem = "revised" | "north";

const REVISED = {
  onsets: "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" "),
  vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "),
};
const NORTH = {
  onsets: "k kk n t tt r m p pp s ss - j jj ch k t p h".split(" "),
  vowels: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(" "),
};
const CODAS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** A word in Latin letters, the local letters that it is read from, and those before and after it in the run. */
export type RunWord = {
  readonly latin: string;
  readonly local: string;
  readonly around: readonly [before: string, after: string];
};

const SURNAMES: ReadonlySet<string> = new Set(Object.keys(korean.surnames));

/** Cyrillic spellings of Korean syllables (Kontsevich), decomposed: onset, vowel and coda to North Korean Latin letters. */
const CYRILLIC_ONSETS: readonly (readonly [string, string])[] = [
  ["чч", "jj"],
  ["кк", "kk"],
  ["тт", "tt"],
  ["пп", "pp"],
  ["сс", "ss"],
  ["чх", "ch"],
  ["кх", "k"],
  ["тх", "t"],
  ["пх", "p"],
  ["дж", "j"],
  ["ч", "j"],
  ["к", "k"],
  ["г", "k"],
  ["т", "t"],
  ["д", "t"],
  ["п", "p"],
  ["б", "p"],
  ["с", "s"],
  ["ш", "s"],
  ["х", "h"],
  ["м", "m"],
  ["н", "n"],
  ["р", "r"],
  ["л", "r"],
  ["ц", "ch"],
];
const CYRILLIC_VOWELS: readonly (readonly [string, string])[] = [
  ["йе", "ye"],
  ["йя", "ya"],
  ["вэ", "we"],
  ["ве", "oe"],
  ["ва", "wa"],
  ["во", "wo"],
  ["ви", "wi"],
  ["ый", "ui"],
  ["ой", "oe"],
  ["уй", "wi"],
  ["я", "ya"],
  ["ё", "yo"],
  ["ю", "yu"],
  ["э", "e"],
  ["е", "e"],
  ["а", "a"],
  ["о", "o"],
  ["у", "u"],
  ["ы", "u"],
  ["и", "i"],
];
const CYRILLIC_CODAS: readonly (readonly [string, string])[] = [
  ["нъ", "n"],
  ["нь", "n"],
  ["нг", "ng"],
  ["н", "ng"],
  ["к", "k"],
  ["г", "k"],
  ["т", "t"],
  ["ль", "l"],
  ["л", "l"],
  ["р", "l"],
  ["м", "m"],
  ["п", "p"],
  ["б", "p"],
];

function syllable(code: number, system: HangulSystem): string {
  const at = code - 0xac00;
  const letters = system === "revised" ? REVISED : NORTH;
  const onset = letters.onsets[Math.floor(at / 588)] ?? "";
  const vowel = letters.vowels[Math.floor((at % 588) / 28)] ?? "";
  const coda = CODAS[at % 28] ?? "";
  return `${onset === "-" ? "" : onset}${vowel}${coda === "-" ? "" : coda}`;
}

/** How the South spells a surname that drops its first sound there. */
const REVISED_SURNAMES = new Map([
  ["이", "lee"],
  ["박", "park"],
  ["최", "choi"],
  ["임", "lim"],
  ["류", "ryu"],
  ["유", "yoo"],
  ["노", "noh"],
  ["우", "woo"],
  ["오", "oh"],
  ["김", "kim"],
]);
const NORTH_SURNAMES = new Map([
  ["이", "ri"],
  ["리", "ri"],
  ["노", "ro"],
  ["유", "ryu"],
  ["임", "rim"],
  ["양", "ryang"],
  ["염", "ryom"],
  ["여", "ryo"],
  ["최", "choe"],
]);

/** The words of a Hangul run with what each is read from: surname, then each syllable of the given name, where it is as short as a person's name. */
export function hangulWords(run: string, system: HangulSystem, personLike: boolean): RunWord[] {
  const codes = [...run]
    .map((letter) => letter.codePointAt(0) as number)
    .filter((code) => code >= 0xac00 && code <= 0xd7a3);
  const text = String.fromCodePoint(...codes);
  const syllables = codes.map((code) => syllable(code, system));
  if (!personLike || codes.length < 2 || codes.length > 4)
    return syllables.length === 0 ? [] : [{ latin: syllables.join(""), local: text, around: ["", ""] }];
  const cut = codes.length > 2 && SURNAMES.has(text.slice(0, 2)) && codes.length === 4 ? 2 : 1;
  const surname = text.slice(0, cut);
  const own = system === "revised" ? REVISED_SURNAMES.get(surname) : NORTH_SURNAMES.get(surname);
  return [
    {
      latin: own ?? syllables.slice(0, cut).join(""),
      local: FAMILY_MARK + surname,
      around: ["", text.charAt(cut)],
    },
    ...syllables.slice(cut).map((latin, at): RunWord => {
      const before = text.charAt(cut + at - 1);
      return {
        latin,
        local: text.charAt(cut + at),
        around: [at === 0 && cut === 1 ? FAMILY_MARK + before : before, text.charAt(cut + at + 1)],
      };
    }),
  ];
}

function take(
  text: string,
  at: number,
  parts: readonly (readonly [string, string])[],
): readonly [string, string] | null {
  for (const part of parts) if (text.startsWith(part[0], at)) return part;
  return null;
}

/** A Cyrillic word as Korean syllables in Latin letters (Чон → jong, Хва → hwa), or null where it is none. */
export function koreanOfCyrillic(word: string): string[] | null {
  if (word === "цой" || word === "чхве") return ["choe"];
  if (word === "ли") return ["ri"];
  if (word === "пак") return ["pak"];
  const syllables: string[] = [];
  let at = 0;
  while (at < word.length) {
    if (syllables.length === 3) return null;
    const onset = take(word, at, CYRILLIC_ONSETS);
    if (onset !== null) at += onset[0].length;
    const vowel = take(word, at, CYRILLIC_VOWELS);
    if (vowel === null) return null;
    at += vowel[0].length;
    const coda = take(word, at, CYRILLIC_CODAS);
    const after = coda === null ? at : at + coda[0].length;
    // A consonant before a vowel opens the next syllable.
    const closes = coda !== null && (after === word.length || take(word, after, CYRILLIC_VOWELS) === null);
    if (closes && coda !== null) at = after;
    // The older spelling writes ŏ as е after ч and с, and yŏ as е elsewhere: Ким Ир Сен, Хен.
    const sound = vowel[0] === "е" ? (/^[чс]$/.test(onset?.[0] ?? "") ? "o" : "yo") : vowel[1];
    syllables.push(`${onset?.[1] ?? ""}${sound}${closes && coda !== null ? coda[1] : ""}`);
  }
  return syllables;
}
