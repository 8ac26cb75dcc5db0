import type { ReactNode } from "react";
import type { Alert } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import style from "./alert-page.module.css";

type AlertEvent = Alert["events"][number];

/** What an event says beside its kind. */
function wordsOf(event: AlertEvent): string {
  switch (event.kind) {
    case "opened":
    case "closed":
    case "seen-again":
      return event.words;
    case "noted":
      return event.text;
    case "attached":
      return event.name;
    case "answered":
      return `${event.step}. ${event.words === "" ? event.answer : event.words}`;
    case "decided":
    case "seconded":
      return event.narrative;
    case "undone":
      return event.reason;
    case "assigned":
      return event.to ?? "–";
  }
}

/** Everything that happened to the alert, the newest first, and earlier alerts on the same pair. */
export function AlertHistory({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <section>
      <h2>{t("alert.history")}</h2>
      <ol className={style.events}>
        {alert.events.toReversed().map((event) => (
          <li key={`${event.at} ${event.kind}`}>
            <strong>{t(`event.${event.kind}`)}</strong> {wordsOf(event)}
            <span className={style.when}>
              {sayInstant(language, event.at)} · {event.by.name}
            </span>
          </li>
        ))}
      </ol>
      <h2>{t("alert.earlier")}</h2>
      {alert.earlier.length === 0 ? (
        <p>{t("alert.earlier.none")}</p>
      ) : (
        <ul>
          {alert.earlier.map(({ id, outcome, narrative, createdAt }) => (
            <li key={id}>
              {outcome === null ? "–" : t(`outcome.${outcome}`)} · {sayInstant(language, createdAt)}{" "}
              {narrative}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
