import korean from "../../../data/names/korean.json" with { type: "json" };
import pinyin from "../../../data/names/pinyin.json" with { type: "json" };
import type { RunWord } from "./hangul.ts";

const MANDARIN: ReadonlyMap<string, string> = new Map(
  Object.entries(pinyin).flatMap(([syllable, characters]) =>
    [...characters].map((character): [string, string] => [character, syllable]),
  ),
);
const KOREAN: ReadonlyMap<string, string> = new Map(Object.entries(korean.hanja));

/** Surnames that are read otherwise than the character alone. */
const SURNAME_READINGS = new Map([
  ["单", "shan"],
  ["單", "shan"],
  ["仇", "qiu"],
  ["解", "xie"],
  ["查", "zha"],
  ["曾", "zeng"],
  ["区", "ou"],
  ["區", "ou"],
  ["任", "ren"],
  ["朴", "piao"],
  ["乐", "yue"],
  ["盖", "ge"],
  ["尉", "yu"],
  ["覃", "qin"],
]);
const DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|夏侯|皇甫|尉迟|公孙|公孫|慕容|令狐|端木|南宫|南宮|鲜于|鮮于)/;

/** The Mandarin syllable of a character, without its tone; empty where it is not known. */
export function mandarinOf(character: string): string {
  return MANDARIN.get(character) ?? "";
}

/**
 * Mandarin words of a run of Hanzi with the characters of each: surname and given name for a run as short as a person's
 * name, else words of two characters, as companies are mostly named. Empty where no character is known.
 */
export function mandarinWords(run: string, short: boolean): RunWord[] {
  const characters = [...run];
  const wordOf = (part: readonly string[]): RunWord => ({
    latin: part.map(mandarinOf).join(""),
    local: part.join(""),
    around: ["", ""],
  });
  if (short && characters.length <= 4 && characters.length >= 2) {
    const cut = DOUBLE_SURNAMES.test(run) && characters.length > 2 ? 2 : 1;
    const surname = wordOf(characters.slice(0, cut));
    const own = cut === 1 ? SURNAME_READINGS.get(surname.local) : undefined;
    return [{ ...surname, latin: own ?? surname.latin }, wordOf(characters.slice(cut))].filter(
      ({ latin }) => latin !== "",
    );
  }
  const words: RunWord[] = [];
  for (let at = 0; at < characters.length; at += 2) words.push(wordOf(characters.slice(at, at + 2)));
  return words.filter(({ latin }) => latin !== "");
}

/** The Hangul that Koreans read these Hanja as in names, or null where a character is not known in Korean names. */
export function hangulOfHanja(run: string): string | null {
  let hangul = "";
  for (const character of run) {
    const syllable = KOREAN.get(character);
    if (syllable === undefined) return null;
    hangul += syllable;
  }
  return hangul;
}
