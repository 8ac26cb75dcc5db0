import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./reports-page.module.css";
import type { Activity } from "./reports-page.tsx";

/** How old each list was on the last day of the time, the oldest first; and how far the log of receipts is signed. */
export function ListAges({ activity }: { readonly activity: Activity }): ReactNode {
  const { t, language } = useLanguage();
  const lists = activity.lists.toSorted((a, b) => b.ageDays - a.ageDays);
  const oldest = Math.max(1, ...lists.map(({ ageDays }) => ageDays));
  const { size, signed } = activity.receipts;
  return (
    <>
      <Panel title={t("reports.lists", { day: sayDay(language, activity.to) })}>
        <ul className={style.ages}>
          {lists.map(({ id, title, edition, ageDays }) => (
            <li key={id}>
              <span>
                {sayTitle(language, title)} <span className={style.note}>{sayDay(language, edition)}</span>
              </span>
              <span className={style.age} style={{ width: `${(ageDays / oldest) * 100}%` }} />
              <span className={style.days}>{t("reports.days", { count: sayNumber(language, ageDays) })}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("reports.receipts")}>
        <p>
          {signed === null
            ? t("reports.receipts.unsigned", { size: sayNumber(language, size) })
            : t("reports.receipts.note", {
                size: sayNumber(language, size),
                signed: sayNumber(language, signed),
              })}{" "}
          <Link to="/audit">{t("log.title")}</Link>
        </p>
      </Panel>
    </>
  );
}
