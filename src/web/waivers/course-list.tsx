import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountryNamed, sayDay, sayInstant } from "../words/saying.ts";
import { Clock } from "./clock.tsx";
import type { Application, ApplicationRow, Course } from "./shapes.ts";
import { useTemplateNames } from "./use-waivers.ts";
import style from "./waivers.module.css";
import { Warnings } from "./warnings.tsx";

/** How each authority's course stands, with its clock, its holds and its questions. */
export function CourseList({
  application,
}: {
  readonly application: Application | ApplicationRow;
}): ReactNode {
  const { t } = useLanguage();
  const { titleOf, officeOf } = useTemplateNames();
  return (
    <Panel title={t("waivers.courses")}>
      {application.courses.map((course) => (
        <section key={course.template} className={style.course}>
          <h3 className={style.item}>{titleOf(course.template)}</h3>
          <p className={style.muted}>{officeOf(course.template)}</p>
          <CourseState course={course} />
        </section>
      ))}
      {application.warnings.length === 0 ? null : (
        <div style={{ marginTop: 16 }}>
          <Warnings application={application} />
        </div>
      )}
    </Panel>
  );
}

/** One course: the word for where it stands, and what the clock does. */
export function CourseState({ course }: { readonly course: Course }): ReactNode {
  const { t, language } = useLanguage();
  const { zoneOf } = useTemplateNames();
  const { circulation, holds, questions, decision, notice, phase, appealUntil } = course;
  const zone = zoneOf(course.template);
  const open = holds.filter(({ liftedAt, until }) => liftedAt === null && Date.parse(until) > Date.now());
  return (
    <>
      <p>
        <span className={style.state} data-open={phase !== "not-submitted"}>
          {t(`waivers.phase.${phase}`)}
        </span>
      </p>
      {circulation !== null && (phase === "circulated" || phase === "on-hold" || phase === "no-objection") ? (
        <Clock until={circulation.deadline} zone={zone} over={t("waivers.clock.over")} />
      ) : null}
      {notice === null ? null : (
        <>
          {phase === "notice-running" ? (
            <Clock until={notice.objectionUntil} zone={zone} over={t("waivers.notice.over")} />
          ) : null}
          <p>{t("waivers.notice.begin", { day: sayDay(language, notice.mayBegin) })}</p>
        </>
      )}
      {open.map(({ member, reason, until, extended }) => (
        <p key={`${member} ${until}`}>
          <strong>{t("waivers.held.by", { member: sayCountryNamed(language, member) })}</strong> {reason}{" "}
          <span className={style.muted}>
            {t(extended ? "waivers.held.extended" : "waivers.held.until", {
              time: sayInstant(language, until),
            })}
          </span>
        </p>
      ))}
      {course.objections.map(({ member, reason }) => (
        <p key={member}>
          <strong>{t("waivers.objected.by", { member: sayCountryNamed(language, member) })}</strong> {reason}
        </p>
      ))}
      {questions.map(({ number, by, question, answer }) => (
        <p key={number}>
          <strong>{sayCountryNamed(language, by)}:</strong> {question}
          <br />
          {answer === null ? (
            <em className={style.muted}>{t("waivers.unanswered")}</em>
          ) : (
            <span>
              {t("waivers.answer")} {answer}
            </span>
          )}
        </p>
      ))}
      {appealUntil === null ? null : (
        <p>{t("waivers.appeal.until", { day: sayDay(language, appealUntil) })}</p>
      )}
      {decision?.waiver == null ? null : (
        <p>
          <Link to="/waivers/$id" params={{ id: decision.waiver }}>
            {t("waivers.open")}
          </Link>
        </p>
      )}
    </>
  );
}
