import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { ProblemError } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Subject } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { type Network, sayAnswer } from "../network/network-words.ts";
import { StatusSign } from "../network/status-sign.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber, sayScore } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./subject-page.module.css";

/** The subject's network by the usual law; null where nothing is known of it. */
async function readNetwork(id: string): Promise<Network | null> {
  try {
    return await answerOf(api.GET("/api/v1/network/{id}", { params: { path: { id }, query: {} } }));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

/** Who is behind the subject, in a sentence, and the way to its network. */
export function Behind({ subject }: { readonly subject: Subject }): ReactNode {
  const { t } = useLanguage();
  const network = useQuery({
    queryKey: ["subject-network", subject.id],
    queryFn: () => readNetwork(subject.id),
  });
  return (
    <Panel title={t("subject.behind")}>
      <Stateful query={network} rows={1}>
        {(held) => (
          <>
            {held === null ? (
              <p className={style.muted}>{t("subject.behind.none")}</p>
            ) : (
              <>
                <p className={style.sign}>
                  <StatusSign status={held.answer.status} />
                </p>
                <p className={style.muted}>{sayAnswer(held.answer, t)}</p>
              </>
            )}
            <Link to="/network/$id" params={{ id: subject.id }}>
              {t("subject.behind.open")}
            </Link>
          </>
        )}
      </Stateful>
    </Panel>
  );
}

/** When the subject was screened, why then, and what came of it. */
export function Screenings({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const screenings = useQuery({
    queryKey: ["subject-screenings", subject.id, subject.screened?.at ?? ""],
    queryFn: () =>
      answerOf(api.GET("/api/v1/subjects/{id}/screenings", { params: { path: { id: subject.id } } })),
  });
  const count = (all: readonly unknown[]): string => sayNumber(language, all.length);
  return (
    <Panel title={t("subject.screenings")}>
      <Stateful query={screenings} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={style.muted}>{t("subject.unscreened")}</p>
          ) : (
            <TimelineList
              moments={items.map((one) => ({
                key: `${one.at} ${one.snapshot}`,
                title: t(`channel.${one.channel}`),
                words: [
                  one.score === null
                    ? t("subject.screening.none")
                    : t("subject.screening.near", {
                        count: sayNumber(language, one.near),
                        score: sayScore(one.score),
                      }),
                  ...(one.opened.length === 0
                    ? []
                    : [t("subject.screening.opened", { count: count(one.opened) })]),
                  ...(one.closed.length === 0
                    ? []
                    : [t("subject.screening.closed", { count: count(one.closed) })]),
                ].join(" "),
                at: one.at,
                by: t("subject.screening.lists", { snapshot: one.snapshot.slice(0, 12) }),
              }))}
            />
          )
        }
      </Stateful>
    </Panel>
  );
}

/** Files kept with the subject's alerts, and reports that follow from them. */
export function Documents({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const documents = useQuery({
    queryKey: ["subject-documents", subject.id],
    queryFn: () =>
      answerOf(api.GET("/api/v1/subjects/{id}/documents", { params: { path: { id: subject.id } } })),
    enabled: session?.permissions.includes("alerts.read") === true,
  });
  return (
    <Panel title={t("subject.documents")}>
      {documents.data === undefined || documents.data.items.length === 0 ? (
        <p className={style.muted}>{t("subject.documents.none")}</p>
      ) : (
        <ul className={style.rows}>
          {documents.data.items.map(({ kind, id, alertId, name, at, by }) => (
            <li key={id}>
              {kind === "file" ? (
                <a href={`/api/v1/alerts/${alertId}/attachments/${id}`} download={name}>
                  <Name name={name} />
                </a>
              ) : (
                <Link to="/reports/$id" params={{ id }}>
                  {t(`legal.kind.${name as ReportKind}`)}
                </Link>
              )}
              <p className={style.muted}>
                {sayInstant(language, at)} · {sayTitle(language, by.name)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type ReportKind =
  | "blocked-property"
  | "rejected-transaction"
  | "unblocked-property"
  | "annual-blocked-property";
