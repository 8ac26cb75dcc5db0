import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { CourseState } from "../waivers/course-list.tsx";
import type { Application, Course } from "../waivers/shapes.ts";
import { useTemplates } from "../waivers/use-waivers.ts";
import style from "../waivers/waivers.module.css";
import { Warnings } from "../waivers/warnings.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountryNamed } from "../words/saying.ts";
import { type OfficeAct, useMayDecide, useOfficeAct } from "./office-act.ts";

type Props = { readonly application: Application; readonly course: Course };

/** The authority's course: its clock, how each member stands, and what is written down of it. */
export function CoursePart({ application, course }: Props): ReactNode {
  const { t } = useLanguage();
  const act = useOfficeAct(application);
  const mayDecide = useMayDecide(application);
  const send = (body: OfficeAct): void => act.mutate(body);
  return (
    <>
      <Panel title={t("officer.clock")}>
        <CourseState course={course} />
        <Warnings application={application} />
      </Panel>
      {course.circulation === null ? null : <Votes course={course} />}
      {act.isError ? <Failed problem={problemIn(act.error)} /> : null}
      {mayDecide ? (
        <Panel title={t("officer.write")}>
          {course.phase === "submitted" ? <Forward course={course} send={send} busy={act.isPending} /> : null}
          <Circulate course={course} send={send} busy={act.isPending} />
          {course.circulation === null ? null : (
            <MemberSays course={course} send={send} busy={act.isPending} />
          )}
          <AskApplicant course={course} send={send} busy={act.isPending} />
        </Panel>
      ) : null}
    </>
  );
}

/** How each member stands: silence counts only when the time is over. */
function Votes({ course }: { readonly course: Course }): ReactNode {
  const { t, language } = useLanguage();
  const count = (vote: string): number => course.votes.filter((one) => one.vote === vote).length;
  return (
    <Panel
      title={t("officer.votes")}
      aside={t("officer.votes.count", {
        members: String(course.votes.length),
        holds: String(count("holds")),
        objections: String(count("objects")),
        questions: String(course.questions.filter(({ answer }) => answer === null).length),
      })}
    >
      <ul className={style.votes}>
        {course.votes.map(({ member, vote }) => (
          <li key={member}>
            <span>{sayCountryNamed(language, member)}</span>
            <span className={style.vote} data-vote={vote}>
              {t(`officer.vote.${vote}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Writing = {
  readonly course: Course;
  readonly send: (body: OfficeAct) => void;
  readonly busy: boolean;
};

function Forward({ course, send, busy }: Writing): ReactNode {
  const { t } = useLanguage();
  const [by, setBy] = useState("");
  return (
    <form
      noValidate
      className={form.row}
      style={{ marginBottom: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (by.trim() !== "") send({ kind: "forwarded", template: course.template, by: by.trim() });
      }}
    >
      <TextInput
        label={t("officer.forward.by")}
        value={by}
        maxLength={400}
        onChange={({ currentTarget: { value } }) => setBy(value)}
      />
      <Button type="submit" variant="default" loading={busy}>
        {t("officer.forward")}
      </Button>
    </form>
  );
}

function Circulate({ course, send, busy }: Writing): ReactNode {
  const { t } = useLanguage();
  const templates = useTemplates();
  const procedure = templates.data?.templates.find(({ id }) => id === course.template)?.procedure;
  const [members, setMembers] = useState("");
  const [urgent, setUrgent] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const isOpen = course.phase === "submitted" || course.phase === "forwarded";
  if (procedure?.kind !== "no-objection" || course.circulation !== null || !isOpen) return null;
  const names = members.split("\n").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setWrong(names.length === 0);
    if (names.length > 0) send({ kind: "circulated", template: course.template, members: names, urgent });
  };
  return (
    <form noValidate className={form.rows} style={{ marginBottom: 16 }} onSubmit={submit}>
      <Textarea
        label={t("officer.members")}
        description={t("officer.members.hint", {
          days: String(procedure.workingDays ?? ""),
          urgent: String(procedure.urgentWorkingDays ?? ""),
        })}
        value={members}
        autosize
        minRows={4}
        maxRows={16}
        error={isWrong ? t("officer.members.error") : null}
        onChange={({ currentTarget: { value } }) => setMembers(value)}
      />
      <Checkbox
        label={t("officer.urgent")}
        checked={urgent}
        onChange={({ currentTarget: { checked } }) => setUrgent(checked)}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy}>
          {t("officer.circulate")}
        </Button>
      </div>
    </form>
  );
}

const SAYS = ["consented", "held", "hold-extended", "hold-lifted", "objected"] as const;
const REASON_CHARS_MIN = 10;

/** What a member of the Committee says. */
function MemberSays({ course, send, busy }: Writing): ReactNode {
  const { t } = useLanguage();
  const [member, setMember] = useState(course.votes[0]?.member ?? "");
  const [kind, setKind] = useState<(typeof SAYS)[number]>("consented");
  const [reason, setReason] = useState("");
  const [isWrong, setWrong] = useState(false);
  const asksReason = kind === "held" || kind === "hold-extended" || kind === "objected";
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = asksReason && reason.trim().length < REASON_CHARS_MIN;
    setWrong(wrong);
    if (wrong) return;
    const { template } = course;
    if (kind === "consented" || kind === "hold-lifted") send({ kind, template, member });
    else send({ kind, template, member, reason: reason.trim() });
    setReason("");
  };
  return (
    <form noValidate className={form.rows} style={{ marginBottom: 16 }} onSubmit={submit}>
      <div className={form.row}>
        <NativeSelect
          label={t("officer.member")}
          value={member}
          data={course.votes.map((one) => one.member)}
          onChange={({ currentTarget: { value } }) => setMember(value)}
        />
        <NativeSelect
          label={t("officer.says")}
          value={kind}
          data={SAYS.map((value) => ({ value, label: t(`officer.says.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            setKind(SAYS.find((one) => one === value) ?? "consented")
          }
        />
      </div>
      {asksReason ? (
        <Textarea
          label={t("waivers.reason")}
          value={reason}
          autosize
          minRows={2}
          maxLength={20_000}
          error={isWrong ? t("apply.reason.error") : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      ) : null}
      <div className={form.acts}>
        <Button type="submit" variant="default" loading={busy}>
          {t("officer.say")}
        </Button>
      </div>
    </form>
  );
}

function AskApplicant({ course, send, busy }: Writing): ReactNode {
  const { t } = useLanguage();
  const [by, setBy] = useState("");
  const [question, setQuestion] = useState("");
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = by.trim() === "" || question.trim() === "";
    setWrong(wrong);
    if (wrong) return;
    const number = Math.max(0, ...course.questions.map((one) => one.number)) + 1;
    send({ kind: "asked", template: course.template, number, by: by.trim(), question: question.trim() });
    setQuestion("");
  };
  return (
    <form noValidate className={form.rows} onSubmit={submit}>
      <div className={form.row}>
        <TextInput
          label={t("officer.ask.by")}
          value={by}
          maxLength={200}
          error={isWrong && by.trim() === "" ? t("officer.ask.error") : null}
          onChange={({ currentTarget: { value } }) => setBy(value)}
        />
        <TextInput
          label={t("officer.question")}
          value={question}
          maxLength={4_000}
          error={isWrong && question.trim() === "" ? t("officer.ask.error") : null}
          onChange={({ currentTarget: { value } }) => setQuestion(value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t("officer.ask")}
        </Button>
      </div>
    </form>
  );
}
