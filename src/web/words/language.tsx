import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, say, type WordKey } from "./words.ts";

type Spoken = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The sentence of a key in the language chosen. */
  readonly t: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
};

const LanguageContext = createContext<Spoken | null>(null);

const STORED = "sluice.language";

function firstLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORED);
  if (stored === "en" || stored === "ko") return stored;
  return globalThis.navigator?.language.startsWith("ko") === true ? "ko" : "en";
}

/** Keeps the language of the page, of its `lang` attribute and of this browser in step. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORED, language);
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({ language, setLanguage, t: (key, values) => say(language, key, values) }),
    [language],
  );
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

/** The language of the page. Throws outside of `LanguageProvider`. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === null) throw new Error("bug: no language around this component");
  return spoken;
}
