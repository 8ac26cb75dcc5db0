import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Check, Finding } from "../api/shapes.ts";
import { Said } from "../components/said.tsx";
import { Stateful } from "../components/stateful.tsx";
import { GraphPane } from "../network/graph-pane.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./check-page.module.css";
import { readCheckReceipt } from "./check-receipt.ts";
import { DRAWN_FINDINGS_MAX, drawVerdict, findingsAt } from "./verdict-graph.ts";

/** How what was asked leads to what forbids it, drawn; the reasons beside it say the same in words. */
export default function VerdictGraphPanel({ check }: { readonly check: Check }): ReactNode {
  const { t, language } = useLanguage();
  const [selected, setSelected] = useState<string | null>(null);
  const receipt = useQuery({
    queryKey: ["check-receipt", check.id],
    queryFn: () => readCheckReceipt(check.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const findings = check.verdict.findings as readonly Finding[];
  const told = selected === null ? [] : findingsAt(selected, findings);
  return (
    <section className={style.graph}>
      <h2>{t("check.graph")}</h2>
      <Stateful query={receipt} rows={6}>
        {(held) => (
          <GraphPane
            words={t("check.graph.legend")}
            drawing={drawVerdict(findings, held, { t, title: check.reference })}
            label={t("check.graph.label")}
            selected={selected}
            onSelect={setSelected}
          />
        )}
      </Stateful>
      {findings.length > DRAWN_FINDINGS_MAX ? (
        <p className={style.muted}>
          {t("check.graph.first", { count: sayNumber(language, DRAWN_FINDINGS_MAX) })}
        </p>
      ) : null}
      <ul className={style.sentences} aria-live="polite">
        {told.map(({ words }) => (
          <li key={words}>
            <Said words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}
