import type { ReactNode } from "react";
import chart from "../charts/chart.module.css";
import { type ColumnPart, ColumnsChart } from "../charts/columns-chart.tsx";
import { Panel } from "../components/panel.tsx";
import { type PlainColumn, PlainTable } from "../components/plain-table.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import style from "./reports-page.module.css";
import type { Activity } from "./reports-page.tsx";

type Day = Activity["days"][number];
type Group = { readonly first: string; readonly last: string; readonly days: readonly Day[] };

const ANSWERS = ["clear", "permitted", "refer", "prohibited"] as const;
/** More columns than this are drawn by weeks. */
const COLUMNS_MAX = 62;
const WEEK = 7;

function grouped(days: readonly Day[]): readonly Group[] {
  const size = days.length > COLUMNS_MAX ? WEEK : 1;
  const groups: Group[] = [];
  for (let at = 0; at < days.length; at += size) {
    const some = days.slice(at, at + size);
    const [first, last] = [some[0], some.at(-1)];
    if (first !== undefined && last !== undefined)
      groups.push({ first: first.day, last: last.day, days: some });
  }
  return groups;
}

/** Checks by their answer, and alerts opened and decided, by day; the same as a table. */
export function ActivityCharts({ activity }: { readonly activity: Activity }): ReactNode {
  const { t, language } = useLanguage();
  const number = (value: number) => sayNumber(language, value);
  const groups = grouped(activity.days);
  const sum = ({ days }: Group, of: (day: Day) => number) => days.reduce((all, day) => all + of(day), 0);
  const isQuiet = activity.days.every((day) =>
    Object.values(day).every((value) => value === 0 || value === day.day),
  );
  if (isQuiet) return <p>{t("reports.none")}</p>;
  const named = ({ first, last }: Group) =>
    first === last ? sayDay(language, first) : `${sayDay(language, first)} – ${sayDay(language, last)}`;
  const column = (group: Group, at: number, parts: readonly (ColumnPart & { readonly name: string })[]) => ({
    key: group.first,
    words: `${named(group)}: ${parts.map(({ name, value }) => `${name} ${number(value)}`).join(", ")}`,
    label: at % Math.ceil(groups.length / 6) === 0 ? group.first.slice(5) : "",
    parts,
  });
  return (
    <>
      <div className={style.pair}>
        <Panel title={t("reports.checks")}>
          <ColumnsChart
            title={t("reports.checks")}
            sayNumber={number}
            columns={groups.map((group, at) =>
              column(
                group,
                at,
                ANSWERS.map((answer) => ({
                  name: t(`verdict.${answer}`),
                  look: answer,
                  value: sum(group, (day) => day[answer]),
                })),
              ),
            )}
          />
          <ul className={chart.legend}>
            {ANSWERS.map((answer) => (
              <li key={answer}>
                <VerdictIcon answer={answer} size={16} />
                {t(`verdict.${answer}`)}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("reports.alerts")}>
          <ColumnsChart
            title={t("reports.alerts")}
            sayNumber={number}
            columns={groups.map((group, at) => {
              const decided = sum(group, (day) => day.trueMatches + day.falsePositives);
              const opened = sum(group, (day) => day.alerts);
              return column(group, at, [
                { name: t("reports.alerts.decided"), look: "full", value: decided },
                { name: t("reports.alerts.opened"), look: "hollow", value: opened },
              ]);
            })}
          />
          <ul className={chart.legend}>
            {(["full", "hollow"] as const).map((look) => (
              <li key={look}>
                <svg width={12} height={12} aria-hidden>
                  <rect className={chart[look]} x={0.5} y={0.5} width={11} height={11} />
                </svg>
                {t(look === "full" ? "reports.alerts.decided" : "reports.alerts.opened")}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <details className={style.table}>
        <summary>{t("reports.table")}</summary>
        <DaysTable days={activity.days} />
      </details>
    </>
  );
}

/** What is told of a day, in the order in which it is read. */
export function dayColumns(
  t: ReturnType<typeof useLanguage>["t"],
): readonly { readonly key: keyof Day; readonly title: string }[] {
  return [
    { key: "day", title: t("reports.day") },
    ...ANSWERS.map((answer) => ({ key: answer, title: t(`verdict.${answer}`) })),
    { key: "subjects", title: t("reports.subjects") },
    { key: "rescreened", title: t("reports.again") },
    { key: "batchRows", title: t("reports.rows") },
    { key: "alerts", title: t("reports.alerts.opened") },
    { key: "trueMatches", title: t("reports.true") },
    { key: "falsePositives", title: t("reports.false") },
  ];
}

function DaysTable({ days }: { readonly days: readonly Day[] }): ReactNode {
  const { t, language } = useLanguage();
  const shown = days.filter((day) =>
    Object.values(day).some((value) => typeof value === "number" && value > 0),
  );
  return (
    <PlainTable
      caption={t("reports.table")}
      rows={shown.toReversed()}
      keyOf={({ day }) => day}
      columns={dayColumns(t).map(
        ({ key, title }): PlainColumn<Day> =>
          key === "day"
            ? { key, title, heads: true, cell: ({ day }) => sayDay(language, day) }
            : { key, title, number: true, cell: (day) => sayNumber(language, day[key]) },
      )}
    />
  );
}
