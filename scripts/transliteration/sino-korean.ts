import { FAMILY_MARK } from "../../src/engine/names/local-letters.ts";
import type { AlignedPair } from "./align.ts";
import { hangulBySound, wadeGiles } from "./chinese-spellings.ts";

/** What Chinese characters sound like in Korean, and in Mandarin without tones. */
export type SinoKorean = {
  /**
   * For each Hangul syllable the Mandarin ones that its characters have, as pinyin and the older way spell them, with how
   * many characters have both; and those that it writes by their sound.
   */
  readonly mandarin: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** A name whose Latin words are the Mandarin sounds of characters read like the Hangul, cut by syllable; else null. */
  readonly align: (run: string, words: readonly string[]) => AlignedPair | null;
};

/** What Latin letters without marks make of ü. */
function plainPinyin(syllable: string): readonly string[] {
  return syllable === "lu" || syllable === "nu" ? [syllable, `${syllable}e`] : [syllable];
}

/** Reads the map of characters to Hangul (`sub "一" , "일"`) beside the table of pinyin. */
export function sinoKorean(map: string, pinyin: Readonly<Record<string, string>>): SinoKorean {
  const hangulOf = new Map<string, string>();
  for (const [, character = "", hangul = ""] of map.matchAll(
    /^ *sub "(\p{Script=Han})" *, *"(\p{Script=Hangul})"/gmu,
  ))
    hangulOf.set(character, hangul);
  const mandarin = new Map<string, Map<string, number>>();
  const add = (hangul: string, syllable: string): void => {
    const held = mandarin.get(hangul) ?? new Map<string, number>();
    held.set(syllable, (held.get(syllable) ?? 0) + 1);
    mandarin.set(hangul, held);
  };
  for (const [syllable, characters] of Object.entries(pinyin)) {
    for (const character of characters) {
      const hangul = hangulOf.get(character);
      if (hangul !== undefined) for (const spelled of plainPinyin(syllable)) add(hangul, spelled);
    }
  }
  // The map has 金 by its other sound.
  add("김", "jin");
  // At a word's start the South drops or softens the first sound of 리, 녀, 로.
  for (const [hangul, softened] of SOFTENED) {
    for (const [syllable, count] of mandarin.get(hangul) ?? []) {
      const held = mandarin.get(softened) ?? new Map<string, number>();
      held.set(syllable, (held.get(syllable) ?? 0) + count);
      mandarin.set(softened, held);
    }
  }
  addOlderSpellings(mandarin);
  addBySound(Object.keys(pinyin), mandarin);
  const cut = (run: readonly string[], latin: string, at: number): string[] | null => {
    if (at === run.length) return latin === "" ? [] : null;
    for (const syllable of mandarin.get(run[at] ?? "")?.keys() ?? []) {
      if (!latin.startsWith(syllable)) continue;
      const rest = cut(run, latin.slice(syllable.length), at + 1);
      if (rest !== null) return [syllable, ...rest];
    }
    return null;
  };
  return {
    mandarin,
    align: (run, words) => {
      const latin = words.join("");
      const chunks = cut([...run], latin, 0);
      if (chunks === null) return null;
      return { local: [FAMILY_MARK + run.charAt(0), ...run.slice(1)], latin, chunks, weight: 1 };
    },
  };
}

type Sounds = Map<string, Map<string, number>>;

/** Of Chinese names about so many are spelled as Wade and Giles do. */
const OLDER_SHARE = 0.1;

function addOlderSpellings(mandarin: Sounds): void {
  for (const held of mandarin.values()) {
    for (const [syllable, count] of [...held]) {
      const older = wadeGiles(syllable);
      if (older !== syllable) held.set(older, (held.get(older) ?? 0) + OLDER_SHARE * count);
    }
  }
}

/** What a syllable of Hangul is in pinyin that writes the second half of a Mandarin one: 하오 is hao, 위안 is yuan. */
const TAILS: Readonly<Record<string, string>> = { 이: "i", 오: "o", 우: "u", 안: "an" };

/** Names of our day are written by their Mandarin sound and not by the Korean one of their characters: 왕즈즈 is Wang Zhizhi. */
function addBySound(syllables: readonly string[], mandarin: Sounds): void {
  for (const syllable of syllables) {
    const hangul = hangulBySound(syllable) ?? "";
    const tail = TAILS[hangul.charAt(1)] ?? "";
    const pieces = [syllable.slice(0, syllable.length - tail.length), tail];
    [...hangul].forEach((letter, at) => {
      const held = mandarin.get(letter) ?? new Map<string, number>();
      for (const piece of plainPinyin(pieces[at] ?? "")) held.set(piece, (held.get(piece) ?? 0) + 1);
      mandarin.set(letter, held);
    });
  }
}

const SOFTENED: readonly (readonly [string, string])[] = [
  ..."리이 려여 류유 량양 림임 로노 륙육 령영 련연 렴염 료요 룡용 률율 뢰뇌 라나 란난 랑낭 래내 녀여 뇨요 니이".matchAll(
    /(\p{L})(\p{L})/gu,
  ),
].map(([, hangul = "", softened = ""]) => [hangul, softened]);
