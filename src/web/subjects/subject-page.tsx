import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import type { Subject } from "../api/shapes.ts";
import { Values } from "../components/fact-compare.tsx";
import { FactList } from "../components/fact-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayDay, sayInstant, sayNumber, saySchema, sayScore } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { Behind, Documents, Screenings } from "./subject-more.tsx";
import style from "./subject-page.module.css";
import { subjectQuery } from "./subject-query.ts";

/** One of our own: its facts, how they changed, how it was screened, and what was decided on it. */
export function SubjectPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/subjects/$id" });
  const subject = useQuery(subjectQuery(id));
  return (
    <Stateful
      query={subject}
      missing={
        <EmptyState
          title={t("subject.none")}
          next={t("state.none.why")}
          action={<Link to="/subjects">{t("subjects.title")}</Link>}
        />
      }
    >
      {(data) => <OpenSubject subject={data} />}
    </Stateful>
  );
}

function OpenSubject({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const { screened } = subject;
  return (
    <>
      <PageHead
        title={subject.caption}
        heading={<Name name={subject.caption} />}
        above={
          <>
            <Link to="/subjects">{t("subjects.title")}</Link> · {saySchema(language, subject.schema)}
            {[subject.ref, subject.businessLine].map((one) =>
              one === null ? null : (
                <Fragment key={one}>
                  {" · "}
                  <Name name={one} />
                </Fragment>
              ),
            )}
          </>
        }
        lead={
          subject.removedAt !== null
            ? t("subject.removed", { day: sayDay(language, subject.removedAt) })
            : screened === null
              ? t("subject.unscreened")
              : t("subject.screened", {
                  time: sayInstant(language, screened.at),
                  count: sayNumber(language, screened.matches),
                })
        }
      />
      <div className={style.columns}>
        <div>
          <Alerts subject={subject} />
          <Panel title={t("entity.facts")}>
            <FactList
              facts={Object.entries(subject.properties).map(([property, values]) => ({
                name: sayProperty(language, property),
                value: <Values fact={property} values={values} />,
              }))}
            />
          </Panel>
        </div>
        <div>
          <Behind subject={subject} />
          <Screenings subject={subject} />
          <Versions subject={subject} />
          <Suppressions subject={subject} />
          <Documents subject={subject} />
        </div>
      </div>
    </>
  );
}

/** Every alert that there ever was on the subject, with what was decided. */
function Alerts({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const alerts = useQuery({
    queryKey: ["subject-alerts", subject.id],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/alerts", {
          params: { query: { view: "all", order: "newest", subject: subject.id, limit: 100 } },
        }),
      ),
  });
  return (
    <Panel title={t("subject.alerts")}>
      <Stateful query={alerts} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={style.muted}>{t("subject.alerts.none")}</p>
          ) : (
            <ul className={style.rows}>
              {items.map(({ id, listed, phase, outcome, score, createdAt }) => (
                <li key={id}>
                  <Link to="/alerts/$id" params={{ id }}>
                    <Name name={listed.caption} />
                  </Link>
                  <p className={style.muted}>
                    {outcome === null ? "" : `${t(`outcome.${outcome}`)} · `}
                    {t(`phase.${phase}`)} · {t("match.score", { score: sayScore(score) })} ·{" "}
                    {sayInstant(language, createdAt)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Stateful>
    </Panel>
  );
}

/** How the facts came and changed. */
function Versions({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const versions = useQuery({
    queryKey: ["subject-versions", subject.id, subject.version],
    queryFn: () =>
      answerOf(api.GET("/api/v1/subjects/{id}/versions", { params: { path: { id: subject.id } } })),
  });
  return (
    <Panel title={t("subject.history")}>
      <Stateful query={versions} rows={2}>
        {({ items }) => {
          const sorted = items.toSorted((a, b) => b.version - a.version);
          return (
            <TimelineList
              moments={sorted.map((one, at) => ({
                key: String(one.version),
                title: t(one.version === 1 ? "subject.brought" : "subject.changed", {
                  number: String(one.version),
                }),
                words: <Difference now={one.properties} before={sorted[at + 1]?.properties ?? null} />,
                at: one.at,
                by: sayTitle(language, one.by.name),
              }))}
            />
          );
        }}
      </Stateful>
    </Panel>
  );
}

type Properties = Readonly<Record<string, readonly string[]>>;

/** Which facts a version states otherwise than the one before it. */
function Difference({
  now,
  before,
}: {
  readonly now: Properties;
  readonly before: Properties | null;
}): ReactNode {
  const { language } = useLanguage();
  if (before === null) return "";
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const changed = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
  return changed.map((name) => (
    <span key={name} className={style.change}>
      {sayProperty(language, name)}: <del>{(before[name] ?? ["–"]).join(", ")}</del>{" "}
      <ins>{(now[name] ?? ["–"]).join(", ")}</ins>
    </span>
  ));
}

/** False positives that are remembered for the subject. */
function Suppressions({ subject }: { readonly subject: Subject }): ReactNode {
  const { t, language } = useLanguage();
  const held = useQuery({
    queryKey: ["subject-suppressions", subject.id],
    queryFn: () =>
      answerOf(api.GET("/api/v1/suppressions", { params: { query: { subject: subject.id, limit: 50 } } })),
  });
  if (held.data === undefined || held.data.items.length === 0) return null;
  return (
    <Panel title={t("subject.suppressions")}>
      <ul className={style.rows}>
        {held.data.items.map((one) => (
          <li key={one.id}>
            <Name name={one.listingCaption} />
            <p className={style.muted}>
              {t("alert.suppressed", { day: sayDay(language, one.until) })} {one.reason}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
