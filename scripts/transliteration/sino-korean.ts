import { FAMILY_MARK } from "../../src/engine/names/local-letters.ts";
import type { AlignedPair } from "./align.ts";

/** What Chinese characters sound like in Korean, and in Mandarin without tones. */
export type SinoKorean = {
  /** For each Hangul syllable the Mandarin ones that its characters have, with how many characters have both. */
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

const SOFTENED: readonly (readonly [string, string])[] = [
  ..."리이 려여 류유 량양 림임 로노 륙육 령영 련연 렴염 료요 룡용 률율 뢰뇌 라나 란난 랑낭 래내 녀여 뇨요 니이".matchAll(
    /(\p{L})(\p{L})/gu,
  ),
].map(([, hangul = "", softened = ""]) => [hangul, softened]);
