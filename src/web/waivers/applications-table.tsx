import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import type { ApplicationRow } from "./shapes.ts";
import { useTemplateNames } from "./use-waivers.ts";

/** Applications with the course of each authority, what waits, and until when. */
export function ApplicationsTable({
  items,
  to,
}: {
  readonly items: readonly ApplicationRow[];
  /** The page of one: of who applies, or of who decides. */
  readonly to: "/apply/$id" | "/desk/$id";
}): ReactNode {
  const { t, language } = useLanguage();
  const { titleOf } = useTemplateNames();
  return (
    <PlainTable
      caption={t("waivers.applications")}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "title",
          title: t("waivers.application"),
          heads: true,
          cell: ({ id, title, applicant, updatedAt, kind }) => (
            <>
              <Link to={to} params={{ id }}>
                {title}
              </Link>
              <small>
                {t(`apply.kind.${kind}`)} · {applicant.name} · {sayInstant(language, updatedAt)}
              </small>
            </>
          ),
        },
        {
          key: "courses",
          title: t("waivers.courses"),
          cell: ({ courses }) =>
            courses.length === 0
              ? t("waivers.phase.not-submitted")
              : courses.map(({ template, phase }) => (
                  <div key={template}>
                    {titleOf(template)}: <strong>{t(`waivers.phase.${phase}`)}</strong>
                  </div>
                )),
        },
        {
          key: "clock",
          title: t("waivers.clock"),
          cell: ({ courses }) => {
            const clocks = courses.flatMap(
              ({ template, phase, circulation, notice, appealUntil, questions }) => [
                ...(circulation !== null && (phase === "circulated" || phase === "on-hold")
                  ? [
                      {
                        key: `${template} c`,
                        words: t("waivers.silence.from", {
                          time: sayInstant(language, circulation.deadline),
                        }),
                      },
                    ]
                  : []),
                ...(notice !== null && phase === "notice-running"
                  ? [
                      {
                        key: `${template} n`,
                        words: t("waivers.notice.begin", { day: sayDay(language, notice.mayBegin) }),
                      },
                    ]
                  : []),
                ...(appealUntil === null
                  ? []
                  : [
                      {
                        key: `${template} a`,
                        words: t("waivers.appeal.until", { day: sayDay(language, appealUntil) }),
                      },
                    ]),
                ...(questions.some(({ answer }) => answer === null)
                  ? [{ key: `${template} q`, words: t("waivers.questions.open") }]
                  : []),
              ],
            );
            return clocks.length === 0 ? "–" : clocks.map(({ key, words }) => <div key={key}>{words}</div>);
          },
        },
      ]}
    />
  );
}
