import type { ReactNode } from "react";
import { sayInKorean } from "../../korean/service-sentences.ts";
import { useLanguage } from "../words/language.tsx";
import type { Language } from "../words/words.ts";

/** A sentence of the service where text alone can stand; in English where it is not known in the language of the page. */
export function saidIn(language: Language, words: string): string {
  return language === "ko" ? (sayInKorean(words) ?? words) : words;
}

/** A sentence of the service in the language of the page; in its own, and marked so, where it is not known in that. */
export function Said({ words }: { readonly words: string }): ReactNode {
  const { language } = useLanguage();
  if (language === "en") return <bdi>{words}</bdi>;
  const korean = sayInKorean(words);
  return korean === null ? (
    <bdi lang="en" data-unsaid>
      {words}
    </bdi>
  ) : (
    <bdi lang="ko">{korean}</bdi>
  );
}
