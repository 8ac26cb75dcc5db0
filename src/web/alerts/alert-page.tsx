import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Alert } from "../api/shapes.ts";
import { FactCompare } from "../components/fact-compare.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { ReasonList } from "../components/reason-list.tsx";
import { Sentences } from "../components/sentences.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayShare } from "../words/saying.ts";
import { AlertHistory } from "./alert-history.tsx";
import style from "./alert-page.module.css";
import { type Choice, DecisionForm } from "./decision-form.tsx";

/** One hit: why, both sides fact by fact, the steps, and the decision. */
export function AlertPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/alerts/$id" });
  const alert = useQuery({
    queryKey: ["alert", id],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id } } })),
  });
  if (alert.isPending) return <Loading rows={8} />;
  if (alert.isError) {
    const problem = problemIn(alert.error);
    if (problem.status === 404)
      return (
        <EmptyState title={t("alert.none")} next="" action={<Link to="/alerts">{t("queue.title")}</Link>} />
      );
    return <Failed problem={problem} onRetry={() => void alert.refetch()} />;
  }
  return <OpenAlert alert={alert.data} />;
}

function OpenAlert({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const { record } = alert;
  return (
    <>
      <p className={style.back}>
        <Link to="/alerts">{t("queue.title")}</Link> · {t(`phase.${alert.phase}`)}
        {alert.dueOn === null ? "" : ` · ${t("queue.due")} ${sayDay(language, alert.dueOn)}`}
      </p>
      <h1 className={style.title}>
        <Name name={record.subject.caption} /> <span aria-hidden>≈</span>{" "}
        <Name name={record.listed.caption} />
      </h1>
      <p className={style.why}>
        {alert.why} <strong>{t("match.score", { percent: sayShare(language, alert.score) })}</strong>
      </p>
      <div className={style.columns}>
        <div>
          <FactCompare facts={alert.facts} ours={t("alert.ours")} theirs={t("match.theirs")} />
          <section>
            <h2>{t("match.words")}</h2>
            <ReasonList features={record.features} />
          </section>
          <Sentences title={t("verdict.changes")} sentences={alert.wouldChange} />
          <Sources alert={alert} />
        </div>
        <aside>
          <Decide key={alert.version} alert={alert} />
          <AlertHistory alert={alert} />
        </aside>
      </div>
    </>
  );
}

function Sources({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <section>
      <h2>{t("finding.sources")}</h2>
      <ul>
        {alert.record.listed.listings.map(({ list, title, entry, edition, programmes, listedOn, state }) => (
          <li key={`${list} ${entry}`}>
            <Link to="/listed/$id" params={{ id: alert.record.listed.id }}>
              {title}, {entry}
            </Link>
            {programmes.length === 0 ? "" : `, ${programmes.join(", ")}`}
            {listedOn === null ? "" : `, ${sayDay(language, listedOn)}`} · {t(`match.state.${state}`)}
            {edition === null ? "" : ` · ${t("lists.edition")}: ${sayDay(language, edition)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const tag = { "If-Match": `"${alert.version}"` };
  const path = { id: alert.id };
  const settle = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ["alert", alert.id] });
    await queries.invalidateQueries({ queryKey: ["alerts"] });
  };
  const decide = useMutation({
    mutationFn: ({ outcome, reasonCode, narrative }: Choice) =>
      answerOf(
        api.POST("/api/v1/alerts/{id}/decisions", {
          params: { path },
          headers: tag,
          body: { outcome, reasonCode, narrative, action: "none", legalAuthority: null },
        }),
      ),
    onSettled: settle,
  });
  const undo = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/alerts/{id}/undo", {
          params: { path },
          headers: tag,
          body: { reason: t("alert.undo.reason") },
        }),
      ),
    onSettled: settle,
  });
  const second = useMutation({
    mutationFn: (agrees: boolean) =>
      answerOf(
        api.POST("/api/v1/alerts/{id}/second", {
          params: { path },
          headers: tag,
          body: { agrees, narrative: t(agrees ? "alert.second.agrees" : "alert.second.disagrees") },
        }),
      ),
    onSettled: settle,
  });
  const failed = decide.error ?? undo.error ?? second.error;
  const may = (permission: "alerts.decide" | "alerts.second") =>
    session?.permissions.includes(permission) === true;
  return (
    <section className={style.decide}>
      <h2>{t("alert.decision")}</h2>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {alert.decision === null ? (
        may("alerts.decide") ? (
          <DecisionForm
            suggests={alert.suggests}
            busy={decide.isPending}
            onDecide={(choice) => decide.mutate(choice)}
          />
        ) : (
          <p>{t("alert.mayNot")}</p>
        )
      ) : (
        <Decided
          alert={alert}
          onUndo={may("alerts.decide") ? () => undo.mutate() : null}
          onSecond={may("alerts.second") ? (agrees) => second.mutate(agrees) : null}
        />
      )}
    </section>
  );
}

function Decided({
  alert,
  onUndo,
  onSecond,
}: {
  readonly alert: Alert;
  readonly onUndo: (() => void) | null;
  readonly onSecond: ((agrees: boolean) => void) | null;
}): ReactNode {
  const { t } = useLanguage();
  const { decision } = alert;
  if (decision === null) return null;
  const waits = decision.secondNeeded && alert.secondedBy === null;
  return (
    <>
      <p>
        <strong>{t(`outcome.${decision.outcome}`)}</strong> · {decision.by.name}
      </p>
      <p>{decision.narrative}</p>
      {waits ? <p>{t("alert.second")}</p> : null}
      {waits && onSecond !== null ? (
        <p className={style.actions}>
          <button type="button" onClick={() => onSecond(true)}>
            {t("alert.second.agree")}
          </button>
          <button type="button" onClick={() => onSecond(false)}>
            {t("alert.second.disagree")}
          </button>
        </p>
      ) : null}
      {onUndo !== null && alert.finalAt !== null && Date.parse(alert.finalAt) > Date.now() ? (
        <button type="button" onClick={onUndo}>
          {t("alert.undo")}
        </button>
      ) : null}
    </>
  );
}
