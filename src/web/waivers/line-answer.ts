import type { Finding } from "../api/shapes.ts";
import type { VerdictName } from "../tokens.ts";

/** How one line of goods is answered, and what it lacks: a sentence each, without what is said for all lines. */
export type LineAnswer = { readonly answer: VerdictName; readonly missing: readonly string[] };

const ANSWERS = [
  ["prohibits", "prohibited"],
  ["refers", "refer"],
  ["permits", "permitted"],
] as const;

/** The answer to the line at that place, from the findings that are about it. */
export function lineAnswer(findings: readonly Finding[], at: number): LineAnswer {
  const own = findings.filter(({ about }) => about === `goods:${at + 1}`);
  const answer = ANSWERS.find(([effect]) => own.some((one) => one.effect === effect))?.[1] ?? "clear";
  const against = own.filter(({ effect }) => effect === "prohibits" || effect === "refers");
  const missing = against.flatMap(({ words, wouldChange }) => {
    // What waivers lack is the last part of the sentence; where none is asked, what would change it says more.
    const lacks = [...words.matchAll(/No waiver of [^:]+: .*?(?=\.(?: No waiver of |$))/g)].map(
      ([one]) => `${one}.`,
    );
    return lacks.length > 0 ? lacks : wouldChange.length > 0 ? wouldChange : [words];
  });
  return { answer, missing: [...new Set(missing)] };
}
