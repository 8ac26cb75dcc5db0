import { Fault } from "../../../fault.ts";
import { ALGORITHMS } from "./algorithms.ts";

/** What an operator may set of yente's answers, under yente's own names (`YENTE_MATCH_PAGE` and so on). */
export type Rules = {
  /** Results of a match where the client names no limit, and the highest limit that it may name. */
  readonly matchPage: number;
  readonly matchesMax: number;
  /** Queries in one batch. */
  readonly batchMax: number;
  /** The algorithm where the client names none, and the one that `best` means. */
  readonly defaultAlgorithm: string;
  readonly bestAlgorithm: string;
  /** Algorithms that `/algorithms` does not show; whoever knows their names may still ask for them. */
  readonly hiddenAlgorithms: readonly string[];
};

/** A name for whatever is best now. */
const BEST = "best";

/** The rules, where their algorithms are ones that there are. Throws `usage` with the setting's name otherwise. */
export function checkedRules(rules: Rules): Rules {
  const known = ALGORITHMS.map(({ name }) => name);
  const check = (setting: string, names: readonly string[], choices: readonly string[]): void => {
    const wrong = names.find((name) => !choices.includes(name));
    if (wrong === undefined) return;
    const reason = `${setting}: "${wrong.slice(0, 80)}" is not one of ${choices.join(", ")}`;
    throw new Fault({ code: "usage", reason });
  };
  check("YENTE_DEFAULT_ALGORITHM", [rules.defaultAlgorithm], [BEST, ...known]);
  check("YENTE_BEST_ALGORITHM", [rules.bestAlgorithm], known);
  check("YENTE_HIDDEN_ALGORITHMS", rules.hiddenAlgorithms, known);
  if (rules.matchPage > rules.matchesMax) {
    const reason = `YENTE_MATCH_PAGE is ${rules.matchPage}, more than the ${rules.matchesMax} that YENTE_MAX_MATCHES allows`;
    throw new Fault({ code: "usage", reason });
  }
  return rules;
}
