import type { Alert } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayNumber, saySchema } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";

/** What the record says to each step, so that nobody has to look for it. */
export function useStepHints(alert: Alert): Readonly<Record<number, string>> {
  const { t, language } = useLanguage();
  const { subject, listed, name, features } = alert.record;
  const missing = alert.facts
    .filter(({ same }) => same === null)
    .map(({ fact }) => sayProperty(language, fact));
  const told = features.filter(({ feature }) => feature !== "prior" && feature !== "score-calibrated");
  const count = (sign: number): string =>
    sayNumber(language, told.filter(({ weight }) => weight * sign > 0).length);
  return {
    1: listed.listings
      .map(({ title, entry }) => t("alert.entry", { list: sayTitle(language, title), entry }))
      .join("; "),
    2: t("step.hint.kind", {
      ours: saySchema(language, subject.schema),
      listed: saySchema(language, listed.schema),
    }),
    3: name === null ? t("step.hint.noname") : t("step.hint.name", { ours: name.query, listed: name.listed }),
    4: missing.length === 0 ? t("step.hint.all") : t("step.hint.missing", { facts: missing.join(", ") }),
    5: t("step.hint.count", { for: count(1), against: count(-1) }),
  };
}
