import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import type { Finding } from "../api/shapes.ts";
import { FindingList } from "../components/finding-list.tsx";
import form from "../components/form-grid.module.css";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Stateful } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountryNamed, sayDay } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { sayInstantIn } from "./clock.tsx";
import { lineAnswer } from "./line-answer.ts";
import { useLineColumns } from "./line-columns.tsx";
import { ToldHere } from "./told-here.tsx";
import { useTemplateNames } from "./use-waivers.ts";
import style from "./waivers.module.css";

type Tour = components["schemas"]["WaiverTour"];
type Step = Tour["steps"][number];
type CheckAsk = Extract<Step["ask"], { kind: "check" }>;
type CourseAsk = Extract<Step["ask"], { kind: "course" }>;

/** The video reunion of 2019 step by step: each answer is what the service says now of that day. */
export function TourPage(): ReactNode {
  const { t } = useLanguage();
  const { step } = useSearch({ from: "/waivers/tour" });
  const tour = useQuery({
    queryKey: ["waiver-tour"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-tour")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <PageHead title={t("tour.title")} lead={t("tour.lead")} />
      <ToldHere />
      <Stateful query={tour} rows={8}>
        {({ steps }) => {
          const at = Math.min(Math.max(1, Math.trunc(Number(step ?? "1")) || 1), steps.length);
          const shown = steps[at - 1];
          return (
            <div className={style.tour}>
              <StepList steps={steps} at={at} />
              {shown === undefined ? null : <OpenStep key={at} step={shown} at={at} count={steps.length} />}
            </div>
          );
        }}
      </Stateful>
    </>
  );
}

function StepList({ steps, at }: { readonly steps: readonly Step[]; readonly at: number }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <nav aria-label={t("tour.steps")}>
      <ol className={style.steps}>
        {steps.map(({ day, title }, index) => (
          <li key={`${day} ${title.en}`}>
            <Link
              to="/waivers/tour"
              search={{ step: String(index + 1) }}
              aria-current={index + 1 === at ? "step" : undefined}
            >
              <time dateTime={day}>{sayDay(language, day)}</time>
              {title[language]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OpenStep({
  step,
  at,
  count,
}: {
  readonly step: Step;
  readonly at: number;
  readonly count: number;
}): ReactNode {
  const { t, language } = useLanguage();
  const { ask, day, title, words, place, source } = step;
  return (
    <article>
      <p className={style.muted}>
        {t("tour.step", { number: String(at), count: String(count) })} ·{" "}
        <time dateTime={day}>{sayDay(language, day)}</time>
      </p>
      <h2 style={{ marginTop: 0 }}>{title[language]}</h2>
      <p>{words[language]}</p>
      {source === "" ? null : (
        <p className={style.muted}>
          {t("tour.proof")}: {sayTitle(language, source)}
        </p>
      )}
      <div className={form.acts} style={{ margin: "16px 0 24px" }}>
        {at < count ? (
          <Button component={Link} to={`/waivers/tour?step=${at + 1}`}>
            {t("tour.next")}
          </Button>
        ) : null}
        {at > 1 ? (
          <Button component={Link} to={`/waivers/tour?step=${at - 1}`} variant="default">
            {t("tour.back")}
          </Button>
        ) : null}
        {place === null ? null : <Link to={place}>{t("tour.here")}</Link>}
      </div>
      {ask.kind === "check" ? <CheckStep ask={ask} /> : <CourseStep ask={ask} />}
    </article>
  );
}

function CheckStep({ ask }: { readonly ask: CheckAsk }): ReactNode {
  const { t } = useLanguage();
  const { titleOf } = useTemplateNames();
  const columns = useLineColumns();
  const answer = useQuery({
    queryKey: ["waiver-tour", ask],
    queryFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-needs", {
          body: {
            transaction: ask.transaction as never,
            at: ask.at,
            usNgo: false,
            fundMoney: false,
            waivers: ask.waivers as never,
          },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { goods } = ask.transaction;
  return (
    <Stateful query={answer} rows={6}>
      {({ verdict, needs }) => {
        const findings = verdict.findings as readonly Finding[];
        return (
          <>
            <p className={style.muted}>{t("tour.verdict")}</p>
            <VerdictBanner
              heading={2}
              answer={verdict.answer}
              sentence={t(`verdict.${verdict.answer}.shipment`)}
            >
              <Said words={verdict.summary} />
            </VerdictBanner>
            <PlainTable
              caption={t("may.lines")}
              rows={goods.map((line, at) => ({ ...line, ...lineAnswer(findings, at) }))}
              keyOf={({ line }) => line}
              columns={columns}
            />
            {ask.needs.length === 0 ? null : (
              <Panel title={t("tour.needs")}>
                <ol className={style.needs}>
                  {needs.map(({ template, because }) => (
                    <li key={template}>
                      <h3>{titleOf(template)}</h3>
                      <p className={style.muted}>
                        <Said words={because[0] ?? ""} />
                      </p>
                    </li>
                  ))}
                </ol>
              </Panel>
            )}
            <FindingList findings={findings} />
          </>
        );
      }}
    </Stateful>
  );
}

function CourseStep({ ask }: { readonly ask: CourseAsk }): ReactNode {
  const { t, language } = useLanguage();
  const { titleOf, zoneOf } = useTemplateNames();
  const { template, at, events } = ask;
  const course = useQuery({
    queryKey: ["waiver-tour", ask],
    queryFn: () =>
      answerOf(api.POST("/api/v1/waiver-courses", { body: { template, at, events: events as never } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const zone = zoneOf(template);
  return (
    <Panel title={titleOf(template)} aside={sayInstantIn(language, at, zone)}>
      <Stateful query={course} rows={3}>
        {({ phase, circulation, votes }) => (
          <>
            <p className={style.muted}>{t("tour.course")}</p>
            <p>
              <span className={style.state} data-open>
                {t(`waivers.phase.${phase}`)}
              </span>
            </p>
            {circulation === null ? null : (
              <p>{t("waivers.silence.from", { time: sayInstantIn(language, circulation.deadline, zone) })}</p>
            )}
            {votes.length === 0 ? null : (
              <ul className={style.votes}>
                {votes.map(({ member, vote }) => (
                  <li key={member}>
                    <span>{sayCountryNamed(language, member)}</span>
                    <span className={style.vote} data-vote={vote}>
                      {t(`officer.vote.${vote}`)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Stateful>
    </Panel>
  );
}
