import korean from "../../../data/names/korean.json" with { type: "json" };
import { memoOfWords } from "./word-memo.ts";

/**
 * A key that the usual Latin spellings of a Korean word share: `parts` are its syllables as written; `fine` tells n from ng at a syllable's end, `coarse`
 * does not (Cyrillic writes both н). Null where the word can't be Korean syllables.
 */
export type KoreanKey = { readonly fine: string; readonly coarse: string; readonly parts: readonly string[] };

const ONSETS: readonly (readonly [string, string])[] = [
  ["tch", "c"],
  ["ch", "c"],
  ["jj", "c"],
  ["j", "c"],
  ["kk", "k"],
  ["gg", "k"],
  ["kh", "k"],
  ["k", "k"],
  ["g", "k"],
  ["q", "k"],
  ["tt", "t"],
  ["dd", "t"],
  ["t", "t"],
  ["d", "t"],
  ["pp", "p"],
  ["bb", "p"],
  ["ph", "p"],
  ["p", "p"],
  ["b", "p"],
  ["ssh", "s"],
  ["ss", "s"],
  ["sh", "s"],
  ["s", "s"],
  ["rh", "r"],
  ["r", "r"],
  ["ll", "r"],
  ["l", "r"],
  ["nh", "n"],
  ["n", "n"],
  ["m", "m"],
  ["wh", "hw"],
  ["hw", "hw"],
  ["h", "h"],
];
const VOWELS: readonly (readonly [string, string])[] = [
  ["yeoh", "Y"],
  ["yeou", "Y"],
  ["youh", "Y"],
  ["yaeh", "E"],
  ["yeo", "Y"],
  ["you", "Y"],
  ["yoo", "Y"],
  ["yuh", "Y"],
  ["yoh", "Y"],
  ["yae", "E"],
  ["yai", "E"],
  ["yah", "J"],
  ["yee", "I"],
  ["yie", "I"],
  ["yo", "Y"],
  ["yu", "Y"],
  ["ya", "J"],
  ["ye", "E"],
  ["yi", "I"],
  ["weo", "W"],
  ["woo", "O"],
  ["wou", "W"],
  ["wae", "V"],
  ["wai", "V"],
  ["wah", "A"],
  ["wuh", "W"],
  ["wi", "U"],
  ["we", "V"],
  ["wo", "W"],
  ["wa", "wA"],
  ["wu", "O"],
  ["eoh", "O"],
  ["eou", "O"],
  ["ooh", "O"],
  ["oeh", "V"],
  ["euh", "O"],
  ["ouh", "O"],
  ["oi", "V"],
  ["oy", "V"],
  ["oe", "V"],
  ["oa", "wA"],
  ["oo", "O"],
  ["ou", "O"],
  ["oh", "O"],
  ["o", "O"],
  ["eui", "I"],
  ["eu", "O"],
  ["eo", "O"],
  ["ee", "I"],
  ["ea", "I"],
  ["ei", "E"],
  ["ey", "E"],
  ["eh", "E"],
  ["e", "E"],
  ["ui", "I"],
  ["uh", "O"],
  ["ue", "V"],
  ["ua", "wA"],
  ["u", "O"],
  ["aeh", "E"],
  ["ae", "E"],
  ["ai", "E"],
  ["ay", "E"],
  ["ah", "A"],
  ["ar", "A"],
  ["a", "A"],
  ["ie", "I"],
  ["ih", "I"],
  ["i", "I"],
  ["y", "I"],
];
const CODAS: readonly (readonly [string, string])[] = [
  ["ng", "N"],
  ["nn", "n"],
  ["n", "n"],
  ["ck", "k"],
  ["gk", "k"],
  ["rk", "k"],
  ["k", "k"],
  ["g", "k"],
  ["lm", "m"],
  ["m", "m"],
  ["p", "p"],
  ["b", "p"],
  ["t", "t"],
  ["d", "t"],
  ["ll", "l"],
  ["l", "l"],
  ["r", "l"],
];

type Parts = readonly (readonly [string, string])[];

/** The spellings by their first letter, so that a look at one letter passes over most. */
function byLetter(parts: Parts): readonly Parts[] {
  return Array.from({ length: 128 }, (_, code) =>
    parts.filter(([spelling]) => spelling.charCodeAt(0) === code),
  );
}

const ONSETS_BY_LETTER = byLetter(ONSETS);
const VOWELS_BY_LETTER = byLetter(VOWELS);
const CODAS_BY_LETTER = byLetter(CODAS);

function take(text: string, at: number, parts: readonly Parts[]): readonly [string, string] | null {
  const own = parts[text.charCodeAt(at)];
  if (own === undefined) return null;
  for (const part of own) if (text.startsWith(part[0], at)) return part;
  return null;
}

function startsSyllable(text: string, at: number): boolean {
  const onset = take(text, at, ONSETS_BY_LETTER);
  return take(text, onset === null ? at : at + onset[0].length, VOWELS_BY_LETTER) !== null;
}

/** Initial r and l fall silent before i and y in the South, and are n there before other vowels: 리 ri = 이 lee, yi, i; 로 ro = 노 no. */
function initial(onset: string, vowel: string): string {
  if (onset !== "r" && onset !== "n") return onset;
  return vowel === "I" || vowel === "Y" || vowel === "J" ? "" : "n";
}

/** Long words are not Korean: names have one to three syllables to a word. */
const LETTERS_MAX = 14;

const NO_KEY = { key: null } as const;

/** The Korean key of a word in Latin letters, or null. */
export function koreanKey(word: string): KoreanKey | null {
  return word.length > LETTERS_MAX || word.length === 0 ? null : remembered(word).key;
}

const remembered = memoOfWords((word): { readonly key: KoreanKey | null } => {
  const key = keyOf(word);
  return key === null ? NO_KEY : { key };
});

function keyOf(word: string): KoreanKey | null {
  let at = 0;
  let key = "";
  const parts: string[] = [];
  while (at < word.length) {
    if (parts.length === 3) return null;
    const from = at;
    const onset = take(word, at, ONSETS_BY_LETTER);
    if (onset !== null) at += onset[0].length;
    const vowel = take(word, at, VOWELS_BY_LETTER);
    if (vowel === null) return null;
    at += vowel[0].length;
    let coda = "";
    const end = take(word, at, CODAS_BY_LETTER);
    if (end !== null) {
      const after = at + end[0].length;
      const shorter =
        end[0] === "ng" &&
        after < word.length &&
        startsSyllable(word, at + 1) &&
        !startsSyllable(word, after);
      if (after === word.length || (!startsSyllable(word, at) && startsSyllable(word, after)))
        [coda, at] = [end[1], after];
      else if (!shorter && end[0] === "ng" && startsSyllable(word, after)) [coda, at] = [end[1], after];
      else if (!startsSyllable(word, at)) [coda, at] = [end[1], after];
    }
    const sound = onset?.[1] ?? "";
    key += `${parts.length === 0 ? initial(sound, vowel[1]) : sound}${vowel[1]}${coda}`;
    parts.push(word.slice(from, at));
  }
  return { fine: key, coarse: key.replace(/N/g, "n"), parts };
}

const SURNAME_KEYS: ReadonlySet<string> = new Set(
  Object.values(korean.surnames)
    .flatMap((spellings) => spellings.split(" "))
    .concat(["ri", "ro", "ryu", "rim", "ryang", "ryom", "ra", "choe", "jong", "jon", "pak", "kim"])
    .map((spelling) => koreanKey(spelling)?.fine ?? ""),
);

/** Words that stand in Korean names of at most so many, each of Korean syllables, with a surname first or last. */
const KOREAN_WORDS_MAX = 4;
const KOREAN_SYLLABLES_MAX = 4;

/** True where the words may be a Korean name: syllables that Korean has, and a Korean surname at either end. */
export function mayBeKorean(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > KOREAN_WORDS_MAX) return false;
  let syllables = 0;
  let surname = false;
  for (let at = 0; at < words.length; at += 1) {
    const key = koreanKey(words[at] ?? "");
    if (key === null) return false;
    syllables += key.parts.length;
    if (at === 0 || at === words.length - 1) surname ||= SURNAME_KEYS.has(key.fine);
  }
  return surname && syllables >= 2 && syllables <= KOREAN_SYLLABLES_MAX;
}
