import { changeIn, wordsIn } from "../engine/match/korean-words.ts";
import type { Counterfactual, FeatureEvidence } from "../engine/match/subject.ts";
import { type Flag, type Given, usageFault } from "./command.ts";

/** Languages that explanations are given in. */
export type Language = "en" | "ko";

/** The flag that asks for one. */
export const LANGUAGE_FLAG: Flag = {
  value: "LANGUAGE",
  words: "language of the explanation: en or ko (English where not given)",
};

/** The language asked for. Throws `usage` for one that is not spoken. */
export function languageOf(given: Given): Language {
  const text = given.value("lang") ?? "en";
  if (text !== "en" && text !== "ko") throw usageFault(`--lang ${text}: en or ko`);
  return text;
}

/** A feature's sentence in the language asked for. */
export function featureWords(feature: FeatureEvidence, language: Language): string {
  return language === "ko" ? wordsIn(feature) : feature.words;
}

/** What would turn an answer round, in the language asked for. */
export function changeWords(change: Counterfactual, language: Language): string {
  return language === "ko" ? changeIn(change) : change.words;
}
