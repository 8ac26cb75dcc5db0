import type { components } from "../../client/schema.ts";
import { sayNumber } from "../words/saying.ts";
import type { Language, WordKey } from "../words/words.ts";

export type Policy = components["schemas"]["Policy"]["policy"];
type Spoken = {
  readonly language: Language;
  readonly t: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
};

/** A rule of the policy as people read it. */
export type PolicyFact = { readonly name: string; readonly value: string };

/** Every rule of a policy, in words, in an order that does not change. */
export function policyFacts(policy: Policy, { language, t }: Spoken): readonly PolicyFact[] {
  const count = (key: WordKey, value: number) => t(key, { count: sayNumber(language, value) });
  const yes = (value: boolean) => t(value ? "settings.yes" : "settings.no");
  return [
    { name: t("policy.threshold"), value: String(policy.screen.threshold) },
    { name: t("policy.limit"), value: sayNumber(language, policy.screen.limit) },
    { name: t("policy.lists"), value: policy.screen.lists?.join(", ") ?? t("policy.lists.all") },
    { name: t("policy.certain"), value: String(policy.certainScoreMin) },
    { name: t("policy.age"), value: count("policy.of.days", policy.editionAgeDaysMax) },
    { name: t("policy.eyes.true"), value: yes(policy.fourEyes["true-match"]) },
    { name: t("policy.eyes.false"), value: yes(policy.fourEyes["false-positive"]) },
    { name: t("policy.undo"), value: count("policy.of.minutes", policy.undoMinutes) },
    { name: t("policy.due"), value: count("policy.of.business", policy.alertDueBusinessDays) },
    { name: t("policy.calendar"), value: t(`policy.calendar.${policy.calendar}`) },
    { name: t("policy.suppression"), value: count("policy.of.days", policy.suppressionDaysMax) },
    { name: t("policy.years"), value: count("policy.of.years", policy.retentionYears) },
  ];
}

/** What a proposed policy changes: the rules that differ, before and after. */
export function policyChanges(
  before: Policy,
  after: Policy,
  spoken: Spoken,
): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
  const now = policyFacts(before, spoken);
  return policyFacts(after, spoken).flatMap(({ name, value }, at) => {
    const old = now[at]?.value ?? "";
    return old === value ? [] : [{ name, before: old, after: value }];
  });
}
