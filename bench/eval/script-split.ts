import { bagOf, hashOf } from "./fold.ts";

/** Scripts whose names are looked up by Latin names, each a file of `bench/data/scripts`. */
export const SCRIPTS = ["korean", "russian", "arabic", "japanese", "chinese"] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/** One in this many names is for testing. */
const TEST_ONE_IN = 5;

/**
 * True where a name in local script is for testing: no table may be learnt from a pair that holds it. `local` is
 * written as in the source but without spaces.
 */
export function isTestName(local: string): boolean {
  return hashOf(`scripts ${local.normalize("NFC").replace(/\s/g, "")}`) % TEST_ONE_IN === 0;
}

/** One in this many names in original script on the lists is for testing. */
const TEST_ORIGINAL_ONE_IN = 3;

/**
 * True where a listed name in its original script is for testing: nothing may be learnt from a party that bears it,
 * whatever the order of its words.
 */
export function isTestOriginal(name: string): boolean {
  return hashOf(`originals ${bagOf(name)}`) % TEST_ORIGINAL_ONE_IN === 0;
}

/** Korean family names, as they are written in Hangul in the South and the North. */
const FAMILY_NAMES =
  "김이리박최정강조윤장임림한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민나라진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어려량룡";

/** True for a whole Korean name: two to four syllables in one word with a family name, and two or three Latin words. */
export function isKoreanName(local: string, latin: string): boolean {
  return (
    /^\p{Script=Hangul}{2,4}$/u.test(local) &&
    FAMILY_NAMES.includes(local[0] ?? "") &&
    /^\p{L}+(?:[ -]\p{L}+){1,2}$/u.test(latin)
  );
}
