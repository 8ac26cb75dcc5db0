import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import type { Touch } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber, sayScore } from "../words/saying.ts";
import { ChangedFacts } from "./changed-facts.tsx";
import style from "./entry-changes.module.css";
import page from "./lists-page.module.css";

/** What is read of one run at a glance; the queue has the rest. */
const SHOWN = 50;

/** Which change of the lists touched which of our subjects in a run; fetched when it is opened. */
export function Touches({ run, count }: { readonly run: string; readonly count: number }): ReactNode {
  const { t, language } = useLanguage();
  const [opened, setOpened] = useState(false);
  const touches = useQuery({
    queryKey: ["rescreen-touches", run],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/rescreens/{id}/touches", {
          params: { path: { id: run }, query: { limit: SHOWN } },
        }),
      ),
    enabled: opened,
  });
  if (count === 0) return null;
  return (
    <details className={page.run} onToggle={({ currentTarget: { open } }) => setOpened(open)}>
      <summary>{t("touch.show", { count: sayNumber(language, count) })}</summary>
      {opened ? (
        <Stateful query={touches} rows={2}>
          {({ items }) => (
            <ul className={style.changed}>
              {items.map((touch) => (
                <li key={`${touch.subject.id} ${touch.listed.id}`} className={style.row}>
                  <Touched touch={touch} />
                </li>
              ))}
            </ul>
          )}
        </Stateful>
      ) : null}
    </details>
  );
}

function Touched({ touch }: { readonly touch: Touch }): ReactNode {
  const { t } = useLanguage();
  const { subject, listed, change, changes, scoreBefore, scoreAfter, alert } = touch;
  const score = (value: number | null): string => (value === null ? "–" : sayScore(value));
  return (
    <>
      <Link to="/subjects/$id" params={{ id: subject.id }}>
        <Name name={subject.caption} />
      </Link>{" "}
      ≈{" "}
      <Link to="/listed/$id" params={{ id: listed.id }}>
        <Name name={listed.caption} />
      </Link>
      : {t(`touch.${change}`)}{" "}
      <span className={page.entry}>
        {listed.lists.join(", ")} ·{" "}
        {t("touch.score", { before: score(scoreBefore), after: score(scoreAfter) })}
        {alert === null ? null : (
          <>
            {" · "}
            <Link to="/alerts/$id" params={{ id: alert }}>
              {t("touch.alert")}
            </Link>
          </>
        )}
      </span>
      <ChangedFacts changes={changes} />
    </>
  );
}
