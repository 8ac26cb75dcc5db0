import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import type { Lists } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayAge, sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./ask-page.module.css";

const SHOWN = 6;

/** The last verdicts, what waits for a person, and how old the lists are. */
export function RecentChecks({ lists }: { readonly lists: Lists | null }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const may = (permission: "checks.read" | "alerts.read") =>
    session?.permissions.includes(permission) === true;
  const checks = useQuery({
    queryKey: ["checks", "recent"],
    queryFn: () => answerOf(api.GET("/api/v1/checks", { params: { query: { limit: SHOWN } } })),
    enabled: may("checks.read"),
  });
  const counts = useQuery({
    queryKey: ["alert-counts"],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/counts")),
    enabled: may("alerts.read"),
  });
  return (
    <div className={style.columns}>
      <Panel title={t("ask.recent")}>
        {checks.data === undefined || checks.data.items.length === 0 ? (
          <p className={style.muted}>{t("ask.recent.none")}</p>
        ) : (
          <ul className={style.rows}>
            {checks.data.items.map(({ id, answer, reference, createdAt }) => (
              <li key={id}>
                <VerdictIcon answer={answer} size={24} />
                <span>
                  <Link to="/checks/$id" params={{ id }}>
                    <Name name={reference} />
                  </Link>{" "}
                  {t(`verdict.${answer}`)}
                </span>
                <span className={style.muted}>{sayInstant(language, createdAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <div>
        {counts.data === undefined ? null : (
          <Panel title={t("ask.waits")}>
            <p className={style.wait}>
              <Link to="/alerts">
                {t("ask.waits.alerts", { count: sayNumber(language, counts.data.team) })}
              </Link>
            </p>
            {counts.data.overdue === 0 ? null : (
              <p className={style.muted}>
                <Link to="/alerts" search={{ overdue: "true" }}>
                  {t("ask.waits.overdue", { count: sayNumber(language, counts.data.overdue) })}
                </Link>
              </p>
            )}
          </Panel>
        )}
        {lists === null ? null : <ListAge lists={lists} />}
      </div>
    </div>
  );
}

/** How old the newest and the oldest list in force are: an answer is only as good as these. */
function ListAge({ lists }: { readonly lists: Lists }): ReactNode {
  const { t, language } = useLanguage();
  const newest = lists.lists.flatMap(({ title, editions }) => {
    const date = editions.at(-1)?.date;
    return date === undefined ? [] : [{ title, date }];
  });
  const sorted = newest.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [oldest, youngest] = [sorted[0], sorted.at(-1)];
  const today = new Date().toISOString();
  if (oldest === undefined || youngest === undefined) return null;
  return (
    <Panel title={t("lists.title")}>
      <p>
        <Link to="/lists">{t("ask.lists", { count: sayNumber(language, lists.lists.length) })}</Link>
      </p>
      <p className={style.muted}>
        {t("ask.lists.newest", {
          list: sayTitle(language, youngest.title),
          day: sayDay(language, youngest.date),
          age: sayAge(language, youngest.date, today),
        })}
      </p>
      <p className={style.muted}>
        {t("ask.lists.oldest", {
          list: sayTitle(language, oldest.title),
          day: sayDay(language, oldest.date),
          age: sayAge(language, oldest.date, today),
        })}
      </p>
      {lists.update.ok ? null : (
        <p role="alert">{t("lists.failed", { day: sayDay(language, lists.openedAt) })}</p>
      )}
    </Panel>
  );
}
