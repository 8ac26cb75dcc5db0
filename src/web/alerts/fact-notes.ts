import type { Alert } from "../api/shapes.ts";
import { strengthOf } from "../components/reason-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { ONE_IN_MAX } from "./met-words.tsx";

/** Facts by the features that compare them. */
const FEATURES: Readonly<Record<string, RegExp>> = {
  birthDate: /^birth-/,
  identifier: /^identifier-/,
  country: /^country-/,
  gender: /^gender-/,
  address: /^address-/,
};

/** What is said of a fact beside what both sides state: how rare the words of the name are that met, and how much the rest says. */
export function useFactNotes(alert: Alert): (fact: string) => string | undefined {
  const { t, language } = useLanguage();
  const { features } = alert.record;
  const rarest = Math.max(...alert.words.map(({ how, oneIn }) => (how === null ? 0 : (oneIn ?? 0))));
  return (fact) => {
    if (fact === "name")
      return rarest <= 0
        ? undefined
        : t(rarest >= ONE_IN_MAX ? "words.note.over" : "words.note", {
            count: sayNumber(language, Math.min(rarest, ONE_IN_MAX)),
          });
    const told = features.filter(
      ({ feature, weight }) => weight !== 0 && FEATURES[fact]?.test(feature) === true,
    );
    if (told.length === 0) return undefined;
    const weight = told.reduce((sum, one) => sum + one.weight, 0);
    return t(`reason.${weight > 0 ? "for" : "against"}.${strengthOf(weight)}`);
  };
}
