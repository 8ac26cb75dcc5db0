import type { ReactNode } from "react";
import { sayInKorean } from "../../korean/service-sentences.ts";
import { useLanguage } from "../words/language.tsx";

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
