import { must } from "../../fault.ts";
import { type Bilingual, type EvidenceGroup, fillIn, type Rule, type RuleBook, ruleInForce } from "./rule.ts";
import { CONDUCT_RULES } from "./rules/conduct-rules.ts";
import { EQUIPMENT_RULES, HIRING_RULES } from "./rules/equipment-rules.ts";
import type { Evidence, Found, RuleFunction } from "./rules/found.ts";
import { found, row } from "./rules/found.ts";
import { IDENTITY_RULES } from "./rules/identity-rules.ts";
import { MONEY_RULES } from "./rules/money-rules.ts";
import { PLATFORM_RULES } from "./rules/platform-rules.ts";
import type { AccountView } from "./rules/view.ts";

/** The function of each rule that events can decide. */
export const RULE_FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  ...PLATFORM_RULES,
  ...IDENTITY_RULES,
  ...HIRING_RULES,
  ...EQUIPMENT_RULES,
  ...MONEY_RULES,
  ...CONDUCT_RULES,
};

/** A red flag on an account: the rule, why in a sentence, and the rows that it rests on. */
export type Flag = {
  readonly rule: string;
  readonly account: string;
  readonly severity: Rule["severity"];
  readonly group: EvidenceGroup;
  readonly weight: number;
  /** The day of its latest evidence, YYYY-MM-DD; null where no row has one. */
  readonly on: string | null;
  readonly words: Bilingual;
  readonly innocent: Bilingual;
  readonly evidence: readonly Evidence[];
  /** Rows there are; `evidence` holds the first of them. */
  readonly rows: number;
};

/** A flag of what a rule found; `reason` tells it otherwise than the rule does by itself. */
export function flagOf(
  rule: Rule,
  account: string,
  { evidence, values }: Found,
  reason: Bilingual = rule.reason,
): Flag {
  const days = evidence.flatMap(({ at }) => (at === null ? [] : [at.slice(0, 10)])).sort();
  return {
    rule: rule.id,
    account,
    severity: rule.severity,
    group: rule.group,
    weight: rule.weight,
    on: days.at(-1) ?? null,
    words: { en: fillIn(reason.en, values), ko: fillIn(reason.ko, values) },
    innocent: rule.innocent,
    evidence,
    rows: Number(values.count ?? evidence.length),
  };
}

/** What a person answered to a rule's question, or saw where a log could have: the last answer counts. */
function answered(view: AccountView, rule: Rule): Found | null {
  const answers = view.observations.filter((one) => one.rule === rule.id);
  const [last] = answers.toReversed();
  return last?.answer === "yes" ? found([row(last, "observed", last.words ?? rule.title.en)]) : null;
}

/** What one rule finds on an account; null where nothing. */
export function applyRule(rule: Rule, view: AccountView): Found | null {
  if (rule.mode === "prompt") return answered(view, rule);
  const apply = RULE_FUNCTIONS[rule.id];
  if (apply === undefined) return null;
  return apply(view, (name) => must(rule.thresholds[name], `${rule.id} has a threshold ${name}`));
}

/** All flags of an account on a day (YYYY-MM-DD), by the rules that are applied on it, in the order of their numbers. */
export function flagsOf(book: RuleBook, view: AccountView, day: string): readonly Flag[] {
  return book.rules.flatMap((rule) => {
    if (!ruleInForce(rule, day)) return [];
    const result = applyRule(rule, view);
    return result === null ? [] : [flagOf(rule, view.account, result)];
  });
}
