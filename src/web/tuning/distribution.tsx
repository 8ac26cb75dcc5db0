import type { ReactNode } from "react";
import { ColumnsChart } from "../charts/columns-chart.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { EmptyState } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import type { Tuning } from "./outlook.ts";
import style from "./tuning-page.module.css";

/** The own subjects by the score of their nearest match, as a picture and as a table. */
export function Distribution({
  tuning,
  threshold,
}: {
  readonly tuning: Tuning;
  readonly threshold: number;
}): ReactNode {
  const { t, language } = useLanguage();
  const number = (value: number) => sayNumber(language, value);
  const { bins } = tuning;
  const filled = bins.filter(
    ({ matches, trueMatches, falsePositives }) => matches + trueMatches + falsePositives > 0,
  );
  if (filled.length === 0)
    return <EmptyState title={t("tuning.own.none")} next={t("tuning.own.none.next")} />;
  const first = bins[0]?.from ?? 0;
  return (
    <Panel title={t("tuning.own")}>
      <p className={style.lead}>{t("tuning.own.note")}</p>
      <div className={style.chart}>
        <ColumnsChart
          title={t("tuning.own")}
          sayNumber={number}
          columns={bins.map(({ from, subjects }, at) => ({
            key: String(from),
            words: `${from.toFixed(2)}: ${number(subjects)}`,
            label: at % 10 === 0 ? from.toFixed(1) : "",
            parts: [{ value: subjects, look: from >= threshold - 1e-9 ? "full" : "hollow" }],
          }))}
          mark={{ at: (threshold - first) * 100, words: threshold.toFixed(2) }}
        />
      </div>
      <details>
        <summary>{t("tuning.table")}</summary>
        <PlainTable
          caption={t("tuning.own")}
          rows={filled.toReversed()}
          keyOf={({ from }) => String(from)}
          columns={[
            { key: "from", title: t("tuning.score"), heads: true, cell: ({ from }) => from.toFixed(2) },
            {
              key: "subjects",
              title: t("tuning.subjects"),
              number: true,
              cell: ({ subjects }) => number(subjects),
            },
            {
              key: "matches",
              title: t("tuning.matches"),
              number: true,
              cell: ({ matches }) => number(matches),
            },
            {
              key: "true",
              title: t("tuning.true"),
              number: true,
              cell: ({ trueMatches }) => number(trueMatches),
            },
            {
              key: "false",
              title: t("tuning.false"),
              number: true,
              cell: ({ falsePositives }) => number(falsePositives),
            },
          ]}
        />
      </details>
    </Panel>
  );
}
