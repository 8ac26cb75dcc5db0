import type { ReactNode } from "react";
import type { FeatureEvidence } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayCountryNamed, sayDate } from "../words/saying.ts";
import type { Language } from "../words/words.ts";
import { Name } from "./name-with-scripts.tsx";
import style from "./reason-list.module.css";
import { Said } from "./said.tsx";

/** What is assumed of everybody tells nothing of this pair: it stands last. */
const ASSUMED: ReadonlySet<string> = new Set(["prior", "score-calibrated"]);

/** In words how much a weight says, in log-odds: a hundred to one, ten to one, three to one, and less. */
const STRENGTHS = [
  [4.6, "very"],
  [2.3, "strong"],
  [1.1, "some"],
  [0, "little"],
] as const;

/** How much a weight says, as the words for it are called. */
export function strengthOf(weight: number): (typeof STRENGTHS)[number][1] {
  return STRENGTHS.find(([from]) => Math.abs(weight) >= from)?.[1] ?? "little";
}

const sayWeight = (weight: number): string => `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`;

/** A weight of so many log-odds fills its bar. */
const WEIGHT_FULL = 8;

/** Why a pair scores as it does: each statement with the words it is about, and by how much it makes the two likelier one party. */
export function ReasonList({ features }: { readonly features: readonly FeatureEvidence[] }): ReactNode {
  const told = features.filter(({ feature, weight }) => !ASSUMED.has(feature) && weight !== 0);
  const sorted = told.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const assumed = features.filter(({ feature }) => ASSUMED.has(feature));
  return (
    <ul className={style.reasons}>
      {[...sorted, ...assumed].map((evidence) => (
        <Reason key={evidence.feature} evidence={evidence} />
      ))}
    </ul>
  );
}

/** What one side states, as people say it: countries and days are written in the language of the page. */
function sayStated(language: Language, feature: string, stated: string): string {
  if (/^(country|nationality|birth-country)/.test(feature))
    return stated
      .split(", ")
      .map((one) => sayCountryNamed(language, one))
      .join(", ");
  return feature.startsWith("birth-") ? sayDate(language, stated) : stated;
}

function Reason({ evidence }: { readonly evidence: FeatureEvidence }): ReactNode {
  const { t, language } = useLanguage();
  const { feature, weight, query, listed, words } = evidence;
  const strength = strengthOf(weight);
  const speaksFor = weight > 0;
  return (
    <li className={style.reason} data-assumed={ASSUMED.has(feature)}>
      <div>
        <p className={style.words}>
          <Said words={words} />
        </p>
        {query === null && listed === null ? null : (
          <p className={style.pair}>
            {query === null ? "–" : <Name name={sayStated(language, feature, query)} />}
            <span aria-hidden> {query === listed ? "=" : speaksFor ? "≈" : "≠"} </span>
            {listed === null ? "–" : <Name name={sayStated(language, feature, listed)} />}
          </p>
        )}
      </div>
      <div className={style.weight}>
        <span>{t(`reason.${speaksFor ? "for" : "against"}.${strength}`)}</span>
        <span className={style.number}>{sayWeight(weight)}</span>
        <span className={style.bar} data-for={speaksFor} aria-hidden>
          <span style={{ width: `${Math.min(100, (Math.abs(weight) / WEIGHT_FULL) * 100)}%` }} />
        </span>
      </div>
    </li>
  );
}
