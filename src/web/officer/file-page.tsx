import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLive } from "../api/live.ts";
import { useSession } from "../api/session.ts";
import { AnswerList } from "../apply/answer-list.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import type { Application } from "../waivers/shapes.ts";
import { useApplicationQuery, useTemplateNames } from "../waivers/use-waivers.ts";
import style from "../waivers/waivers.module.css";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { CoursePart } from "./course-part.tsx";
import { DecidePart } from "./decide-part.tsx";
import { FileHistory } from "./file-history.tsx";
import { LetterPart } from "./letter-part.tsx";
import { PartiesPart } from "./parties-part.tsx";

/** The parts of the officer's page, in the order in which an application is worked on. */
const PARTS = ["course", "file", "parties", "decide", "letter", "history"] as const;
type Part = (typeof PARTS)[number];

/** One application for who decides: the course with its clock and votes, the file, the parties, the decision, the letter. */
export function FilePage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/desk/$id" });
  const { part, approval } = useSearch({ from: "/desk/$id" });
  const queries = useQueryClient();
  const query = useApplicationQuery(id);
  useLive(["waiver-application.changed"], (event) => {
    if (event === null || event.subject === id)
      void queries.invalidateQueries({ queryKey: ["application", id] });
  });
  return (
    <Stateful
      query={query}
      missing={
        <EmptyState title={t("apply.none")} next="" action={<Link to="/desk">{t("officer.title")}</Link>} />
      }
    >
      {(application) => (
        <OpenFile
          application={application}
          part={PARTS.find((one) => one === part) ?? "course"}
          approval={approval}
        />
      )}
    </Stateful>
  );
}

/** The approval that is worked on: the one in the address, or the first that waits for something. */
function courseAt(application: Application, approval: string | undefined) {
  const { courses } = application;
  return (
    courses.find(({ template }) => template === approval) ??
    courses.find(({ phase }) => phase !== "not-submitted" && phase !== "approved") ??
    courses.find(({ phase }) => phase !== "not-submitted") ??
    courses[0]
  );
}

function OpenFile({
  application,
  part,
  approval,
}: {
  readonly application: Application;
  readonly part: Part;
  readonly approval: string | undefined;
}): ReactNode {
  const { t, language } = useLanguage();
  const { titleOf, officeOf } = useTemplateNames();
  const course = courseAt(application, approval);
  return (
    <>
      <PageHead
        title={application.title}
        above={`${t(`apply.kind.${application.kind}`)} · ${application.id} · ${t("waivers.version", { version: String(application.version) })}`}
        lead={`${application.applicant.name} · ${sayInstant(language, application.createdAt)}`}
      >
        {application.waiverId === null ? null : (
          <Link to="/waivers/$id" params={{ id: application.waiverId }}>
            {t("officer.amended")}
          </Link>
        )}
      </PageHead>
      <Apart application={application} />
      {course === undefined ? (
        <EmptyState title={t("officer.nothing")} next="" />
      ) : (
        <>
          {application.courses.length < 2 ? null : (
            <nav className={style.tabs} aria-label={t("waivers.courses")}>
              {application.courses.map(({ template, phase }) => (
                <Link
                  key={template}
                  to="/desk/$id"
                  params={{ id: application.id }}
                  search={{ part, approval: template }}
                  aria-current={template === course.template ? "page" : undefined}
                >
                  {titleOf(template)} · {t(`waivers.phase.${phase}`)}
                </Link>
              ))}
            </nav>
          )}
          <nav className={style.tabs} aria-label={t("officer.parts")}>
            {PARTS.map((name) => (
              <Link
                key={name}
                to="/desk/$id"
                params={{ id: application.id }}
                search={{ part: name, approval: course.template }}
                aria-current={name === part ? "page" : undefined}
              >
                {t(`officer.part.${name}`)}
              </Link>
            ))}
          </nav>
          <p className={style.muted} style={{ marginBottom: 12 }}>
            {officeOf(course.template)}
          </p>
          {part === "course" ? <CoursePart application={application} course={course} /> : null}
          {part === "file" ? <FilePart application={application} /> : null}
          {part === "parties" ? <PartiesPart application={application} /> : null}
          {part === "decide" ? (
            <DecidePart key={course.template} application={application} course={course} />
          ) : null}
          {part === "letter" ? <LetterPart application={application} course={course} /> : null}
          {part === "history" ? <FileHistory application={application} /> : null}
        </>
      )}
    </>
  );
}

/** Whether the person before the page may take part, told before they try: nobody decides on what they wrote. */
function Apart({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  if (session === null || session === undefined) return null;
  const wrote = application.authors.includes(session.id) || application.applicant.id === session.id;
  const decides = session.permissions.includes("waivers.decide");
  if (decides && !wrote) return null;
  return (
    <div className={`${style.notice} ${style.warning}`} role="note">
      <p>{t(wrote ? "officer.apart.own" : "officer.apart.role")}</p>
    </div>
  );
}

function FilePart({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  return (
    <Panel title={t("officer.part.file")}>
      <AnswerList application={application} canChange={false} />
    </Panel>
  );
}
