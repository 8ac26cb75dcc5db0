import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLive } from "../api/live.ts";
import { useNameOf } from "../api/people.ts";
import { useSession } from "../api/session.ts";
import type { Alert } from "../api/shapes.ts";
import { type ComparedFact, FactCompare } from "../components/fact-compare.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { ReasonList } from "../components/reason-list.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { ThumbBar } from "../components/thumb-bar.tsx";
import { LetterKey } from "../shell/letter-key.tsx";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber, sayScore } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { AlertHistory } from "./alert-history.tsx";
import style from "./alert-page.module.css";
import { alertQuery } from "./alert-query.ts";
import { AlertSources } from "./alert-sources.tsx";
import { AskFor, AskForFacts } from "./ask-for-facts.tsx";
import { assign } from "./deciding.ts";
import { DecisionPanel } from "./decision-panel.tsx";
import { useFactNotes } from "./fact-notes.ts";
import { MetWords } from "./met-words.tsx";
import { keepAlert, type QueueTrail, TRAIL_KEY } from "./queue-data.ts";
import { ReasonsInShort } from "./reasons-in-short.tsx";

/** One hit: why, both sides fact by fact, the steps, and the decision. */
export function AlertPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/alerts/$id" });
  const queries = useQueryClient();
  const alert = useQuery(alertQuery(id));
  useLive(["alert.changed", "alert.closed", "alert.reopened", "decision.made"], (event) => {
    if (event === null || event.subject === id) void alert.refetch();
    // One that was fetched ahead is fetched anew before it is shown.
    else void queries.invalidateQueries({ queryKey: ["alert", event.subject], refetchType: "none" });
  });
  useEffect(() => {
    queries.setQueryData(["alert-last"], id);
  }, [queries, id]);
  return (
    <Stateful
      query={alert}
      rows={10}
      missing={
        <EmptyState title={t("alert.none")} next="" action={<Link to="/alerts">{t("queue.title")}</Link>} />
      }
    >
      {(data) => <OpenAlert key={data.id} alert={data} />}
    </Stateful>
  );
}

/** The alerts before and after this one in the queue that the person came from. */
function useTrail(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const trail = queries.getQueryData<QueueTrail>(TRAIL_KEY);
  const at = trail?.ids.indexOf(id) ?? -1;
  const ahead = [trail?.ids[at + 1], at < 1 ? undefined : trail?.ids[at - 1]].filter(
    (one) => one !== undefined,
  );
  const key = at < 0 ? "" : ahead.join(" ");
  // Whoever triages goes to the one after, or back: both are here before they are asked for.
  useEffect(() => {
    for (const one of key === "" ? [] : key.split(" ")) void queries.prefetchQuery(alertQuery(one));
  }, [queries, key]);
  const go = (to: string | undefined): void => {
    if (to !== undefined) void navigate({ to: "/alerts/$id", params: { id: to } });
    else void navigate({ to: "/alerts", search: trail?.search ?? {} });
  };
  return {
    search: trail?.search ?? {},
    place: at < 0 ? null : { at: at + 1, of: trail?.ids.length ?? 0 },
    back: () => void navigate({ to: "/alerts", search: trail?.search ?? {} }),
    next: () => go(at < 0 ? undefined : trail?.ids[at + 1]),
    previous: () => go(at < 1 ? undefined : trail?.ids[at - 1]),
  };
}

function OpenAlert({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const trail = useTrail(alert.id);
  const take = useTake(alert);
  const permissions = useSession()?.permissions ?? [];
  const mayDecide = permissions.includes("alerts.decide") || permissions.includes("alerts.second");
  const decision = useRef<HTMLElement>(null);
  useLetterKeys({
    j: trail.next,
    k: trail.previous,
    a: take.act,
    s: () => document.getElementById("alert-source")?.focus(),
    n: (event) => {
      event.preventDefault();
      document.getElementById("alert-note")?.focus();
    },
    escape: trail.back,
  });
  const { record } = alert;
  return (
    <>
      <PageHead
        title={`${record.subject.caption} ≈ ${record.listed.caption}`}
        heading={
          <>
            <Name name={record.subject.caption} />{" "}
            <span className={style.meets} aria-hidden>
              ≈
            </span>{" "}
            <Name name={record.listed.caption} />
          </>
        }
        above={
          <>
            <Link to="/alerts" search={trail.search}>
              ‹ {t("queue.title")}
            </Link>
            {trail.place === null
              ? ""
              : ` · ${t("alert.place", {
                  at: sayNumber(language, trail.place.at),
                  of: sayNumber(language, trail.place.of),
                })}`}
            {" · "}
            {t(`phase.${alert.phase}`)}
            {alert.dueOn === null ? "" : ` · ${t("alert.due", { day: sayDay(language, alert.dueOn) })}`}
            {alert.overdue ? ` (${t("queue.overdue")})` : ""}
            {take.holder === null ? "" : ` · ${take.holder}`}
          </>
        }
        lead={
          <span className={style.lead}>
            <strong>
              <ReasonsInShort reasons={alert.reasons} />
            </strong>{" "}
            · {t("alert.score", { score: sayScore(alert.score), threshold: sayScore(record.threshold) })}
          </span>
        }
      >
        {take.may ? (
          <Button variant="default" size="sm" onClick={take.act} rightSection={<LetterKey usual="a" />}>
            {t("alert.take")}
          </Button>
        ) : null}
        <Button
          variant="default"
          size="sm"
          aria-label={t("alert.previous")}
          disabled={trail.place === null || trail.place.at === 1}
          onClick={trail.previous}
        >
          <IconChevronUp size={18} aria-hidden />
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-label={t("alert.next")}
          disabled={trail.place === null || trail.place.at === trail.place.of}
          onClick={trail.next}
        >
          <IconChevronDown size={18} aria-hidden />
        </Button>
      </PageHead>
      <div className={style.columns}>
        <div className={style.facts}>
          <Facts alert={alert} mayAsk={permissions.includes("alerts.decide") && alert.decision === null} />
          {alert.words.length === 0 ? null : (
            <Panel title={t("match.words")}>
              <MetWords words={alert.words} />
            </Panel>
          )}
          <Panel title={t("alert.reasons")}>
            <ReasonList features={record.features} />
          </Panel>
          {alert.wouldChange.length === 0 ? null : (
            <Panel title={t("verdict.changes")}>
              <ul className={style.changes}>
                {alert.wouldChange.map((words) => (
                  <li key={words}>
                    <Said words={words} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <AlertSources alert={alert} />
        </div>
        <aside ref={decision} className={style.aside} aria-label={t("alert.decision")}>
          <DecisionPanel alert={alert} onNext={trail.next} />
        </aside>
        <div className={style.history}>
          <AlertHistory alert={alert} />
        </div>
      </div>
      {mayDecide && (alert.decision === null || alert.phase === "awaiting-second") ? (
        <ThumbBar to={decision}>
          {take.may ? (
            <Button variant="default" onClick={take.act}>
              {t("alert.take")}
            </Button>
          ) : null}
        </ThumbBar>
      ) : null}
    </>
  );
}

/** Both sides fact by fact; whoever may decide can ask for what only the list states. */
function Facts({ alert, mayAsk }: { readonly alert: Alert; readonly mayAsk: boolean }): ReactNode {
  const { t } = useLanguage();
  const noteOf = useFactNotes(alert);
  const [asked, setAsked] = useState<readonly string[]>([]);
  return (
    <Panel title={t("alert.facts")}>
      <FactCompare
        facts={comparedOf(alert).map((one) => ({ ...one, note: noteOf(one.fact) }))}
        ours={<Ours alert={alert} />}
        theirs={<Theirs alert={alert} />}
        missing={
          mayAsk
            ? (fact) => (
                <AskFor
                  fact={fact}
                  asked={asked.includes(fact)}
                  onAsk={(asks) => setAsked(asks ? [...asked, fact] : asked.filter((one) => one !== fact))}
                />
              )
            : undefined
        }
      />
      {asked.length === 0 ? null : (
        <AskForFacts key={asked.join()} alert={alert} facts={asked} onDone={() => setAsked([])} />
      )}
    </Panel>
  );
}

/** Taking the alert, and who has it. */
function useTake(alert: Alert) {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const nameOf = useNameOf();
  const may =
    session?.permissions.includes("alerts.assign") === true &&
    alert.assignee !== session.id &&
    ["open", "in-review", "undetermined", "escalated", "awaiting-second"].includes(alert.phase);
  const act = (): void => {
    if (!may || session === null || session === undefined) return;
    // Shown at once; the service's word replaces it, also where it refuses.
    queries.setQueryData(["alert", alert.id], { ...alert, assignee: session.id });
    assign(alert, session.id).then(
      (changed) => keepAlert(queries, changed),
      () => queries.invalidateQueries({ queryKey: ["alert", alert.id] }),
    );
  };
  const holder =
    alert.assignee === null
      ? null
      : alert.assignee === session?.id
        ? t("alert.yours")
        : nameOf(alert.assignee);
  return { may, act, holder };
}

const NAMES: ReadonlySet<string> = new Set(["name", "alias", "weakAlias", "previousName"]);

/** The facts with all names in one row: a name that met another is alike, whatever its letters. */
function comparedOf({ facts, record }: Alert): readonly ComparedFact[] {
  const names = facts.filter(({ fact }) => NAMES.has(fact));
  const own = record.name === null ? [] : [record.name.query];
  const other = record.name === null ? [] : [record.name.listed];
  const equal = names.some(({ same }) => same === true);
  const all: ComparedFact = {
    fact: "name",
    ours: [...new Set([...own, ...names.flatMap(({ ours }) => ours)])],
    listed: [...new Set([...other, ...names.flatMap(({ listed }) => listed)])],
    same: equal ? true : record.name === null ? false : "alike",
  };
  return [all, ...facts.filter(({ fact }) => !NAMES.has(fact))];
}

function Ours({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useLanguage();
  const { subject } = alert.record;
  return (
    <>
      {subject.id === null ? (
        t("alert.ours")
      ) : (
        <Link to="/subjects/$id" params={{ id: subject.id }}>
          {t("alert.ours")}
        </Link>
      )}
      {subject.ref === null ? null : <span className={style.ref}>{subject.ref}</span>}
    </>
  );
}

function Theirs({ alert }: { readonly alert: Alert }): ReactNode {
  const { language } = useLanguage();
  const { listed } = alert.record;
  const [first] = listed.listings;
  return (
    <>
      <Link to="/listed/$id" params={{ id: listed.id }}>
        {first === undefined ? listed.id : sayTitle(language, first.title)}
      </Link>
      {first === undefined ? null : <span className={style.ref}>{first.entry}</span>}
    </>
  );
}
