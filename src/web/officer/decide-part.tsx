import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useNameOf } from "../api/people.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import type { Application, Course } from "../waivers/shapes.ts";
import style from "../waivers/waivers.module.css";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { ItemTable } from "./item-table.tsx";
import { useMayDecide } from "./office-act.ts";
import { ProposalForm } from "./proposal-form.tsx";

type Props = { readonly application: Application; readonly course: Course };

const ENDED = new Set(["not-submitted", "withdrawn", "approved", "refused", "further-review"]);
const REASON_CHARS_MIN = 10;

/** The decision line by line: proposed by one person, confirmed or sent back by another. */
export function DecidePart({ application, course }: Props): ReactNode {
  const { t } = useLanguage();
  const mayDecide = useMayDecide(application);
  const waiting = application.decisions.find(
    ({ template, outcome }) => template === course.template && outcome === null,
  );
  return (
    <>
      {waiting === undefined ? null : (
        <Countersign application={application} course={course} decision={waiting} />
      )}
      {waiting === undefined && mayDecide && !ENDED.has(course.phase) ? (
        <ProposalForm application={application} course={course} />
      ) : null}
      {waiting === undefined && ENDED.has(course.phase) ? (
        <p className={form.note}>
          {t(course.phase === "not-submitted" ? "officer.not.submitted" : "officer.decided")}
        </p>
      ) : null}
      <Decided application={application} course={course} />
    </>
  );
}

type Decision = Application["decisions"][number];

/** What one person proposed, before another. Whoever proposed it, or wrote in the application, cannot sign. */
function Countersign({ application, course, decision }: Props & { readonly decision: Decision }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const mayDecide = useMayDecide(application);
  const nameOf = useNameOf();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isWrong, setWrong] = useState(false);
  const sign = useMutation({
    mutationFn: (confirms: boolean) =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/countersignature", {
          params: { path: { id: application.id } },
          body: { template: course.template, confirms, reason: reason.trim() },
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(["application", application.id], saved),
  });
  const send = (confirms: boolean): void => {
    const wrong = reason.trim().length < REASON_CHARS_MIN;
    setWrong(wrong);
    if (!wrong) sign.mutate(confirms);
  };
  const isOwn = decision.reviewerId === session?.id;
  return (
    <Panel
      title={t("officer.second")}
      aside={`${nameOf(decision.reviewerId)} · ${sayInstant(language, decision.proposedAt)}`}
    >
      <p>{decision.proposal.reason}</p>
      <ItemTable application={application} items={decision.proposal.items} />
      <p>
        <Link
          to="/desk/$id"
          params={{ id: application.id }}
          search={{ part: "letter", approval: course.template }}
        >
          {t("officer.see.letter")}
        </Link>
      </p>
      {isOwn ? (
        <div className={`${style.notice} ${style.warning}`} role="note">
          <p>{t("officer.second.own")}</p>
        </div>
      ) : mayDecide ? (
        <div className={form.rows}>
          {sign.isError ? <Failed problem={problemIn(sign.error)} /> : null}
          <Textarea
            label={t("waivers.reason")}
            description={t("officer.second.hint")}
            value={reason}
            autosize
            minRows={2}
            maxLength={4_000}
            error={isWrong ? t("apply.reason.error") : null}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <div className={form.acts}>
            <Button loading={sign.isPending} onClick={() => send(true)}>
              {t("officer.countersign")}
            </Button>
            <Button variant="default" loading={sign.isPending} onClick={() => send(false)}>
              {t("officer.send.back")}
            </Button>
          </div>
        </div>
      ) : null}
    </Panel>
  );
}

/** Decisions on this approval that were signed or sent back. */
function Decided({ application, course }: Props): ReactNode {
  const { t, language } = useLanguage();
  const nameOf = useNameOf();
  const done = application.decisions.filter(
    ({ template, outcome }) => template === course.template && outcome !== null,
  );
  return (
    <>
      {done.toReversed().map(({ id, outcome, proposal, reviewerId, countersignerId, countersignedAt }) => (
        <Panel
          key={id}
          title={t(outcome === "confirmed" ? "officer.confirmed" : "officer.sent.back")}
          aside={`${nameOf(reviewerId)} → ${nameOf(countersignerId ?? "")} · ${sayInstant(language, countersignedAt ?? "")}`}
        >
          <p>{proposal.reason}</p>
          <ItemTable application={application} items={proposal.items} />
        </Panel>
      ))}
    </>
  );
}
