import { useLanguage } from "../words/language.tsx";

/** What a kind of event is called; its own name for one that has no words yet, and for a test message. */
export function useKindWords(): (kind: string) => string {
  const { t, has } = useLanguage();
  return (kind) => {
    const key = `told.${kind}`;
    return has(key) ? t(key) : kind;
  };
}
