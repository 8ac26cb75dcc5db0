import { titleInKorean, titlesInside } from "../../korean/titles.ts";
import type { Language } from "./words.ts";

/** A title of the bundled data in the language of the page; one that somebody else gave stays as it is. */
export const sayTitle = (language: Language, title: string): string =>
  language === "en" ? title : (titleInKorean(title) ?? title);

/** Words with the titles of lists and offices in them in the language of the page. */
export const titlesIn = (language: Language, words: string): string =>
  language === "en" ? words : titlesInside(words);
