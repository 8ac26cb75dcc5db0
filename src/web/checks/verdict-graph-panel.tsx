import { type ReactNode, useState } from "react";
import { useListTitle } from "../api/lists.ts";
import type { Finding, ListedParty } from "../api/shapes.ts";
import { Said } from "../components/said.tsx";
import { GraphPane } from "../network/graph-pane.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayNumber } from "../words/saying.ts";
import style from "./check-page.module.css";
import type { CheckReceipt } from "./check-receipt.ts";
import { DRAWN_FINDINGS_MAX, drawVerdict, findingsAt } from "./verdict-graph.ts";

/** So few parties need no high pane. */
const FEW = 3;

/** How what was asked leads to what forbids it, drawn; the reasons beside it say the same in words. */
export default function VerdictGraphPanel({
  findings,
  transaction,
  title,
  listed = [],
}: {
  readonly findings: readonly Finding[];
  readonly transaction: CheckReceipt["transaction"];
  /** What the whole is called in the drawing. */
  readonly title: string;
  /** Listed parties whose own relations are drawn as well. */
  readonly listed?: readonly ListedParty[];
}): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  const [selected, setSelected] = useState<string | null>(null);
  const told = selected === null ? [] : findingsAt(selected, findings);
  const drawing = drawVerdict(
    { findings, transaction, listed },
    { t, title, language, titleOf, sayProperty: (property) => sayProperty(language, property) },
  );
  return (
    <section className={style.graph} data-few={drawing.nodes.length <= FEW}>
      <h2>{t("check.graph")}</h2>
      <GraphPane
        words={t("check.graph.legend")}
        drawing={drawing}
        label={t("check.graph.label")}
        selected={selected}
        onSelect={setSelected}
      />
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
