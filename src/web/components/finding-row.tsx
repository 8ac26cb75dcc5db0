import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import type { Finding } from "../api/shapes.ts";
import type { VerdictName } from "../tokens.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./finding-row.module.css";
import { Said } from "./said.tsx";
import { SourceCite } from "./source-cite.tsx";
import { VerdictIcon } from "./verdict-banner.tsx";

/** What a finding alone would answer; a note has no sign. */
const ANSWER: Readonly<Record<Finding["effect"], VerdictName | null>> = {
  prohibits: "prohibited",
  refers: "refer",
  permits: "permitted",
  note: null,
};

/** One reason in a line; Enter opens what was compared and every source. */
export function FindingRow({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const answer = ANSWER[finding.effect];
  const [first] = finding.citations;
  return (
    <li className={style.row}>
      <button
        type="button"
        className={style.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {answer === null ? (
          <span className={style.note} aria-hidden />
        ) : (
          <VerdictIcon answer={answer} size={20} />
        )}
        <span className={style.words}>
          <span className="visually-hidden">{t(`finding.effect.${finding.effect}`)}: </span>
          <Said words={finding.words} />
        </span>
        <IconChevronRight className={style.chevron} size={18} aria-hidden data-open={open} />
      </button>
      {first === undefined || open ? null : (
        <div className={style.first}>
          <SourceCite citation={first} />
        </div>
      )}
      <div id={id} hidden={!open} className={style.more}>
        <FindingEvidence finding={finding} />
      </div>
    </li>
  );
}

function FindingEvidence({ finding }: { readonly finding: Finding }): ReactNode {
  const { t, has } = useLanguage();
  // What is assumed of everybody compares nothing.
  const compared = finding.evidence.filter(({ query, listed }) => query !== null || listed !== null);
  const sayFact = (fact: string): string => {
    const key = `evidence.${fact}`;
    return has(key) ? t(key) : fact;
  };
  return (
    <>
      {compared.length === 0 ? null : (
        <table className={style.evidence}>
          <caption>{t("finding.steps")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("match.fact")}</th>
              <th scope="col">{t("match.ours")}</th>
              <th scope="col">{t("match.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map((one) => (
              <tr key={`${one.fact} ${one.query} ${one.listed}`}>
                <th scope="row">{sayFact(one.fact)}</th>
                <td>{one.query === null ? "–" : <Said words={one.query} />}</td>
                <td>{one.listed ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {finding.citations.length === 0 ? null : (
        <>
          <h4 className={style.heading}>{t("finding.sources")}</h4>
          <ul className={style.sources}>
            {finding.citations.map((citation) => (
              <li key={JSON.stringify(citation)}>
                <SourceCite citation={citation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
