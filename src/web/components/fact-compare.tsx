import type { ReactNode } from "react";
import type { FeatureEvidence } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./fact-compare.module.css";
import { Name } from "./name-with-scripts.tsx";

/** Signs of agreement are neutral: color is for verdicts alone. */
function relationOf(evidence: FeatureEvidence): "agrees" | "differs" | "missing" {
  if (evidence.query === null || evidence.listed === null) return "missing";
  return evidence.weight < 0 ? "differs" : "agrees";
}

const SIGNS = { agrees: "=", differs: "≠", missing: "–" } as const;

/** Ours and theirs, fact by fact, in the order of the features: what agrees, what differs, what nobody states. */
export function FactCompare({ features }: { readonly features: readonly FeatureEvidence[] }): ReactNode {
  const { t } = useLanguage();
  return (
    <table className={style.facts}>
      <thead>
        <tr>
          <th scope="col">{t("match.fact")}</th>
          <th scope="col">{t("match.ours")}</th>
          <th scope="col">{t("match.theirs")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("match.agrees")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {features.map((evidence) => {
          const relation = relationOf(evidence);
          return (
            <tr key={evidence.feature} data-relation={relation}>
              <th scope="row">
                {evidence.words}
                <span className={style.feature}>{evidence.feature}</span>
              </th>
              <td>{evidence.query === null ? "–" : <Name name={evidence.query} />}</td>
              <td>{evidence.listed === null ? "–" : <Name name={evidence.listed} />}</td>
              <td className={style.sign} title={t(`match.${relation}`)}>
                <span aria-hidden>{SIGNS[relation]}</span>
                <span className="visually-hidden">{t(`match.${relation}`)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
