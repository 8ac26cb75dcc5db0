import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { isWithAuthority } from "../waivers/phases.ts";
import type { Application } from "../waivers/shapes.ts";
import { useTemplateNames } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";

type Act =
  paths["/api/v1/waiver-applications/{id}/applicant-acts"]["post"]["requestBody"]["content"]["application/json"];

/** The service asks for as many. */
const REASON_CHARS_MIN = 10;

/** What who applied does once the file is out: answers questions, gives notice, appeals, withdraws. */
export function AfterSubmission({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (body: Act) =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/applicant-acts", {
          params: { path: { id: application.id } },
          body,
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(["application", application.id], saved),
  });
  if (session?.permissions.includes("waivers.write") !== true) return null;
  const questions = application.courses.flatMap(({ template, questions: all }) =>
    all.filter(({ answer }) => answer === null).map((question) => ({ template, ...question })),
  );
  const notices = application.courses.filter(
    ({ template, phase }) => template === "us-ofac-510-512-notice" && phase === "submitted",
  );
  const refused = application.courses.filter(
    ({ phase, appealUntil }) => phase === "refused" && appealUntil !== null,
  );
  return (
    <Panel title={t("apply.after")}>
      {act.isError ? <Failed problem={problemIn(act.error)} /> : null}
      {questions.map(({ template, number, by, question }) => (
        <OneText
          key={`${template} ${number}`}
          label={`${by}: ${question}`}
          send={t("apply.answer")}
          min={1}
          busy={act.isPending}
          onText={(answer) => act.mutate({ kind: "answered", template, number, answer })}
        />
      ))}
      {notices.map(({ template }) => (
        <Notice
          key={template}
          template={template}
          busy={act.isPending}
          onDay={(activitiesFrom) => act.mutate({ kind: "noticed", template, activitiesFrom })}
        />
      ))}
      {refused.map(({ template }) => (
        <OneText
          key={template}
          label={t("apply.appeal.reason")}
          send={t("apply.appeal")}
          min={REASON_CHARS_MIN}
          busy={act.isPending}
          onText={(reason) => act.mutate({ kind: "appealed", template, reason })}
        />
      ))}
      {isWithAuthority(application) ? (
        <OneText
          label={t("apply.withdraw.reason")}
          send={t("apply.withdraw")}
          min={REASON_CHARS_MIN}
          busy={act.isPending}
          onText={(reason) => act.mutate({ kind: "withdrawn", reason })}
        />
      ) : null}
    </Panel>
  );
}

/** One text and the button that sends it. */
function OneText({
  label,
  send,
  min,
  busy,
  onText,
}: {
  readonly label: string;
  readonly send: string;
  readonly min: number;
  readonly busy: boolean;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={style.fields}
      style={{ marginBottom: 24 }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = text.trim().length < min;
        setWrong(wrong);
        if (!wrong) onText(text.trim());
      }}
    >
      <Textarea
        label={label}
        value={text}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        error={isWrong ? t("apply.reason.error") : null}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <div className={style.acts}>
        <Button type="submit" variant="default" loading={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}

/** The notice of 31 CFR 510.512: from which day on the activities are planned. */
function Notice({
  template,
  busy,
  onDay,
}: {
  readonly template: string;
  readonly busy: boolean;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const { titleOf } = useTemplateNames();
  const [day, setDay] = useState("");
  return (
    <form
      className={style.acts}
      style={{ marginBottom: 24 }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== "") onDay(day);
      }}
    >
      <label>
        {t("apply.notice.from", { title: titleOf(template) })}{" "}
        <input type="date" value={day} onChange={({ currentTarget: { value } }) => setDay(value)} />
      </label>
      <Button type="submit" variant="default" loading={busy}>
        {t("apply.notice")}
      </Button>
    </form>
  );
}
