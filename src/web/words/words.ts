import { ALERTS_WORDS } from "./alerts.ts";
import { ASK_WORDS } from "./ask.ts";
import { CHECKS_WORDS } from "./checks.ts";
import { COMPONENT_WORDS } from "./components.ts";
import { ENTITIES_WORDS } from "./entities.ts";
import { GOODS_WORDS } from "./goods.ts";
import { LISTS_WORDS } from "./lists.ts";
import { SHELL_WORDS } from "./shell.ts";
import { SIGN_IN_WORDS } from "./sign-in.ts";
import { SUBJECTS_WORDS } from "./subjects.ts";
import { VERDICT_WORDS } from "./verdict.ts";

/** Every sentence of the app, in both languages side by side, a file for each part of it in this folder. */
const WORDS = {
  ...SHELL_WORDS,
  ...COMPONENT_WORDS,
  ...ASK_WORDS,
  ...VERDICT_WORDS,
  ...CHECKS_WORDS,
  ...ENTITIES_WORDS,
  ...LISTS_WORDS,
  ...GOODS_WORDS,
  ...ALERTS_WORDS,
  ...SUBJECTS_WORDS,
  ...SIGN_IN_WORDS,
};

export type Language = "en" | "ko";
export type WordKey = keyof typeof WORDS;

/** All keys, for the check that each is used. */
export const WORD_KEYS = Object.keys(WORDS) as readonly WordKey[];

/** The sentence of a key in a language; `{name}` is replaced by the value of that name. */
export function say(language: Language, key: WordKey, values: Readonly<Record<string, string>> = {}): string {
  const text: string = WORDS[key][language === "en" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
