import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { say } from "./say.ts";
import type { Language, WordKey } from "./words.ts";

type Sentences = Readonly<Record<WordKey, string>>;

type Spoken = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The sentence of a key in the language chosen. */
  readonly t: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
  /** Whether there is a sentence of this key: for keys made from what the service names. */
  readonly has: (key: string) => key is WordKey;
};

const LanguageContext = createContext<Spoken | null>(null);

const STORED = "sluice.language";

/** The language that this browser's reader chose, or else reads. */
export function firstLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORED);
  if (stored === "en" || stored === "ko") return stored;
  return globalThis.navigator?.language.startsWith("ko") === true ? "ko" : "en";
}

/** Fetches all sentences of a language; those that are here already at once. */
export async function sentencesIn(language: Language): Promise<Sentences> {
  return (await (language === "en" ? import("virtual:words-en") : import("virtual:words-ko"))).default;
}

/** Keeps the language of the page, of its `lang` attribute and of this browser in step. */
export function LanguageProvider({
  first,
  children,
}: {
  /** What the page opens with. */
  readonly first: { readonly language: Language; readonly sentences: Sentences };
  readonly children: ReactNode;
}): ReactNode {
  const [{ language, sentences }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORED, language);
  }, [language]);
  // The other language is fetched once the page stands, so that it can be switched to at once.
  useEffect(() => void sentencesIn(first.language === "en" ? "ko" : "en"), [first]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      setLanguage: (next) =>
        void sentencesIn(next).then((words) => setSpoken({ language: next, sentences: words })),
      t: (key, values) => say(sentences[key], values),
      has: (key): key is WordKey => key in sentences,
    }),
    [language, sentences],
  );
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

/** The language of the page. Throws outside of `LanguageProvider`. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === null) throw new Error("bug: no language around this component");
  return spoken;
}
