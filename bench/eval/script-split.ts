import { hashOf } from "./fold.ts";

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
