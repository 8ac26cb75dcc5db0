import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../api/session.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { CourseList } from "../waivers/course-list.tsx";
import { isWithAuthority } from "../waivers/phases.ts";
import type { Application } from "../waivers/shapes.ts";
import { useApplicationQuery } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { AfterSubmission } from "./after-submission.tsx";
import style from "./apply.module.css";
import { isBegun, missingAt, notesOf, STEPS } from "./steps.ts";

/** One application for who applies: what is done, what is missing, and how each authority's course stands. */
export function ApplyPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/apply/$id" });
  const query = useApplicationQuery(id);
  return (
    <Stateful
      query={query}
      missing={
        <EmptyState
          title={t("apply.none")}
          next=""
          action={<Link to="/waivers">{t("waivers.title")}</Link>}
        />
      }
    >
      {(application) => <TaskList application={application} />}
    </Stateful>
  );
}

function TaskList({ application }: { readonly application: Application }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const missing = notesOf(application).length;
  const isOut = isWithAuthority(application);
  const isDecided = application.courses.some(({ decision }) => decision?.outcome != null);
  const mayWrite = session?.permissions.includes("waivers.write") === true && !isOut;
  return (
    <div className={style.page}>
      <PageHead
        title={application.title}
        above={`${t(`apply.kind.${application.kind}`)} · ${application.id}`}
        lead={t("apply.saved.at", { time: sayInstant(language, application.updatedAt) })}
      >
        {session?.permissions.includes("waivers.decide") === true ? (
          <Link to="/desk/$id" params={{ id: application.id }}>
            {t("apply.to.desk")}
          </Link>
        ) : null}
      </PageHead>
      {isOut || isDecided ? <CourseList application={application} /> : null}
      {isOut || isDecided ? <AfterSubmission application={application} /> : null}
      <Panel
        title={t(isOut ? "apply.tasks.given" : "apply.tasks")}
        aside={
          isOut
            ? undefined
            : t(missing === 0 ? "apply.whole" : "apply.missing.count", { count: String(missing) })
        }
      >
        <ul className={style.tasks}>
          {STEPS.map((step) => {
            const lacks = missingAt(application, step).length;
            const begun = isBegun(application, step);
            const state = step === "check" || (lacks === 0 && begun) ? "done" : begun ? "begun" : "open";
            return (
              <li key={step}>
                {mayWrite || step === "check" ? (
                  <Link to="/apply/$id/$step" params={{ id: application.id, step }}>
                    {t(`apply.step.${step}`)}
                  </Link>
                ) : (
                  <span>{t(`apply.step.${step}`)}</span>
                )}
                {step === "check" ? null : (
                  <span className={style.task} data-state={state}>
                    {lacks > 0
                      ? t("apply.missing.count", { count: String(lacks) })
                      : t(
                          begun
                            ? "apply.state.done"
                            : step === "papers"
                              ? "apply.state.optional"
                              : "apply.state.open",
                        )}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        {mayWrite ? (
          <p className={style.acts} style={{ marginTop: 16 }}>
            <Button
              component={Link}
              to={`/apply/${application.id}/${STEPS.find((step) => missingAt(application, step).length > 0 || !isBegun(application, step)) ?? "check"}`}
            >
              {t("apply.go.on")}
            </Button>
            <Link to="/waivers">{t("apply.later")}</Link>
          </p>
        ) : null}
      </Panel>
    </div>
  );
}
