import type { ReactNode } from "react";
import type { Finding } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./finding-list.module.css";
import { FindingRow } from "./finding-row.tsx";

const ORDER: Readonly<Record<Finding["effect"], number>> = { prohibits: 0, refers: 1, permits: 2, note: 3 };

/** Why: each finding in a line, what decides first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const { t } = useLanguage();
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((a, b) => ORDER[a.effect] - ORDER[b.effect]);
  return (
    <section>
      <h2>{t("verdict.why")}</h2>
      <ul className={style.list}>
        {sorted.map((finding) => (
          <FindingRow key={`${finding.finding} ${finding.about} ${finding.words}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}
