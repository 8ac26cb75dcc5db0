import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import style from "./lists-page.module.css";

/** What one edition of a list touches is read in a glance or in the queue. */
const SHOWN = 50;

/** Our subjects whom new editions made hits, by name: each leads to its alert. Of one list, or of all. */
export function TouchedSubjects({ list }: { readonly list: string | null }): ReactNode {
  const { t, language } = useLanguage();
  const may = useSession()?.permissions.includes("alerts.read") === true;
  const alerts = useQuery({
    queryKey: ["alerts-of-lists"],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/alerts", {
          params: { query: { view: "all", channel: "list-delta", order: "newest", limit: 200 } },
        }),
      ),
    enabled: may,
  });
  if (!may) return null;
  return (
    <Stateful query={alerts} rows={2}>
      {({ items }) => {
        const touched = items.filter(({ listed }) => list === null || listed.lists.includes(list));
        return touched.length === 0 ? (
          <p className={style.snapshot}>{t("lists.touched.nobody")}</p>
        ) : (
          <ul className={style.touched}>
            {touched.slice(0, SHOWN).map(({ id, subject, listed, createdAt }) => (
              <li key={id} className={style.touchedRow}>
                <Link to="/alerts/$id" params={{ id }}>
                  <Name name={subject.caption} /> ≈ <Name name={listed.caption} />
                </Link>
                {subject.id === null ? null : (
                  <Link to="/subjects/$id" params={{ id: subject.id }}>
                    {t("lists.touched.subject")}
                  </Link>
                )}
                <span className={style.entry}>{sayInstant(language, createdAt)}</span>
              </li>
            ))}
          </ul>
        );
      }}
    </Stateful>
  );
}
