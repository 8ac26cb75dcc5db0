import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayValue } from "../words/saying.ts";
import style from "./fact-compare.module.css";
import { FirstFew } from "./first-few.tsx";
import { Name } from "./name-with-scripts.tsx";

/** One fact as both sides state it. */
export type ComparedFact = {
  readonly fact: string;
  readonly ours: readonly string[];
  readonly listed: readonly string[];
  /** `alike` where the two are not equal and still met; null where one side does not state it. */
  readonly same: boolean | "alike" | null;
  /** What is said of the fact beside that: how rare the agreement is. */
  readonly note?: string | undefined;
};

/** Signs of agreement are neutral: color is for verdicts alone. */
const SIGNS = { agrees: "=", alike: "≈", differs: "≠", missing: "–" } as const;

/** What tells parties apart comes first, in the same order on every page. */
const ORDER = [
  "name",
  "schema",
  "birthDate",
  "identifier",
  "passportNumber",
  "imoNumber",
  "country",
  "nationality",
  "address",
  "gender",
];

const placeOf = (fact: string): number => (ORDER.includes(fact) ? ORDER.indexOf(fact) : ORDER.length);

/** Ours and theirs, fact by fact in a fixed order: what agrees, what differs, what only one side states. */
export function FactCompare({
  facts,
  ours,
  theirs,
  missing,
}: {
  readonly facts: readonly ComparedFact[];
  readonly ours: ReactNode;
  readonly theirs: ReactNode;
  /** What stands in the place of a fact that we do not state. */
  readonly missing?: ((fact: string) => ReactNode) | undefined;
}): ReactNode {
  const { t, language } = useLanguage();
  const sorted = facts.toSorted((a, b) => placeOf(a.fact) - placeOf(b.fact));
  return (
    <table className={style.facts}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("match.fact")}</span>
          </th>
          <th scope="col">{ours}</th>
          <th scope="col" className={style.sign}>
            <span className="visually-hidden">{t("compare.agrees")}</span>
          </th>
          <th scope="col">{theirs}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ fact, ours: own, listed, same, note }) => {
          const relation = same === null ? "missing" : same === "alike" ? same : same ? "agrees" : "differs";
          return (
            <tr key={fact} data-relation={relation}>
              <th scope="row">{sayProperty(language, fact)}</th>
              <td data-label={t("match.ours")}>
                {own.length === 0 && missing !== undefined ? (
                  missing(fact)
                ) : (
                  <Values fact={fact} values={own} />
                )}
              </td>
              <td className={style.sign}>
                <span aria-hidden>{SIGNS[relation]}</span>
                <span className="visually-hidden">{t(`compare.${relation}`)}</span>
              </td>
              <td data-label={t("match.theirs")}>
                <Values fact={fact} values={listed} />
                {note === undefined ? null : <span className={style.note}>{note}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Values shown at once; the rest is told as a number, and opened. */
const VALUES_SHOWN = 6;

/** Every value of a fact on a line of its own; many are folded. */
export function Values({
  fact,
  values,
}: {
  readonly fact: string;
  readonly values: readonly string[];
}): ReactNode {
  const { language } = useLanguage();
  if (values.length === 0) return "–";
  const line = (value: string): ReactNode => (
    <span key={value} className={style.value}>
      <Name name={sayValue(language, fact, value)} />
    </span>
  );
  return <FirstFew items={values} shown={VALUES_SHOWN} line={line} className={style.rest} />;
}
