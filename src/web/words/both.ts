import { withParticles } from "../../korean/particles.ts";
import type { Language } from "./words.ts";

/** Words that rules and red flags have in both languages, in that of the page, each Korean particle as its word asks for. */
export const sayBoth = (language: Language, words: { readonly en: string; readonly ko: string }): string =>
  language === "ko" ? withParticles(words.ko) : words.en;
