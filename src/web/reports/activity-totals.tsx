import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./reports-page.module.css";
import type { Activity } from "./reports-page.tsx";
import { sayMinutes } from "./say-minutes.ts";

/** The time in four numbers. */
export function ActivityTotals({ activity }: { readonly activity: Activity }): ReactNode {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const number = (value: number) => sayNumber(language, value);
  const sum = (of: (day: Activity["days"][number]) => number) =>
    activity.days.reduce((all, day) => all + of(day), 0);
  const checks = sum(({ clear, permitted, refer, prohibited }) => clear + permitted + refer + prohibited);
  const [subjects, again, rows] = [
    sum((day) => day.subjects),
    sum((day) => day.rescreened),
    sum((day) => day.batchRows),
  ];
  const { speed, waiting } = activity;
  const totals = [
    {
      name: t("reports.screened"),
      value: number(checks + subjects + again + rows),
      note: t("reports.screened.note", {
        checks: number(checks),
        subjects: number(subjects),
        again: number(again),
        rows: number(rows),
      }),
    },
    {
      name: t("reports.hit"),
      value: number(sum((day) => day.alerts)),
      note: t("reports.hit.note", { open: number(waiting.open), overdue: number(waiting.overdue) }),
    },
    {
      name: t("reports.decided"),
      value: number(speed.decided),
      note: t("reports.decided.note", {
        yes: number(sum((day) => day.trueMatches)),
        no: number(sum((day) => day.falsePositives)),
      }),
    },
    {
      name: t("reports.speed"),
      value: sayMinutes(spoken, speed.medianMinutes),
      note:
        speed.decided === 0
          ? t("reports.speed.none")
          : t("reports.speed.note", {
              time: sayMinutes(spoken, speed.p90Minutes),
              late: number(speed.late),
            }),
    },
  ];
  return (
    <Panel title={t("reports.totals")}>
      <dl className={style.totals}>
        {totals.map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={style.value}>{value}</span>
              <span className={style.note}>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
