import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { ShownOnce } from "../components/shown-once.tsx";
import { Failed } from "../components/stateful.tsx";
import { done } from "../settings/use-people.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import { useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

type Reply = WorkerCase["replies"][number];
const DAYS = { usual: "14", max: 60 } as const;

/** Links by which workers answer questions: made, withdrawn, and what came back. */
export function CaseReplies({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const may = useMay("workers.write");
  const [asks, setAsks] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const revoke = useCaseWork(one.id, (reply: string) =>
    done(
      api.DELETE("/api/v1/workers/cases/{id}/replies/{reply}", { params: { path: { id: one.id, reply } } }),
    ),
  );
  return (
    <Panel title={t("case.replies")}>
      <p className={form.note}>{t("case.replies.lead")}</p>
      {link === null ? null : (
        <ShownOnce
          title={t("case.ask.made")}
          text={link}
          note={t("case.ask.once")}
          onDone={() => setLink(null)}
        />
      )}
      {revoke.isError ? <Failed problem={problemIn(revoke.error)} /> : null}
      {one.replies.length === 0 ? (
        <p>{t("case.replies.none")}</p>
      ) : (
        <ul className={style.list}>
          {one.replies.map((reply) => (
            <ReplyRow
              key={reply.id}
              reply={reply}
              busy={revoke.isPending}
              onRevoke={may ? () => revoke.mutate(reply.id) : null}
            />
          ))}
        </ul>
      )}
      {!may ? null : asks ? (
        <AskForm
          one={one}
          onMade={(url) => {
            setLink(url);
            setAsks(false);
          }}
        />
      ) : (
        <Button variant="default" onClick={() => setAsks(true)}>
          {t("case.ask")}
        </Button>
      )}
    </Panel>
  );
}

function ReplyRow({
  reply,
  busy,
  onRevoke,
}: {
  readonly reply: Reply;
  readonly busy: boolean;
  readonly onRevoke: (() => void) | null;
}): ReactNode {
  const { t, language } = useLanguage();
  const isOver = Date.parse(reply.expiresAt) <= Date.now();
  const state =
    reply.answeredAt !== null
      ? t("case.reply.answered", { time: sayInstant(language, reply.answeredAt) })
      : reply.revokedAt !== null
        ? t("case.reply.revoked")
        : t(isOver ? "case.reply.expired" : "case.reply.open", { day: sayDay(language, reply.expiresAt) });
  const waits = reply.answeredAt === null && reply.revokedAt === null && !isOver;
  return (
    <li>
      <p className={style.head}>
        <Name name={reply.account} />
        <span className={style.muted}>{state}</span>
      </p>
      <p className={style.muted}>
        {t("case.item.by", { name: reply.createdBy.name, time: sayInstant(language, reply.createdAt) })}
      </p>
      {reply.answers === null ? null : (
        <dl className={style.answers}>
          {reply.answers.map(({ id, words }) => (
            <div key={id}>
              <dt lang={reply.language}>{reply.questions.find((one) => one.id === id)?.words ?? id}</dt>
              <dd>
                <Name name={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {waits && onRevoke !== null ? (
        <AskFirst
          label={t("case.reply.revoke")}
          about={reply.account}
          question={t("case.reply.revoke.ask")}
          busy={busy}
          onYes={onRevoke}
        />
      ) : null}
    </li>
  );
}

function AskForm({
  one,
  onMade,
}: {
  readonly one: WorkerCase;
  readonly onMade: (url: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [asked, setAsked] = useState<"en" | "ko">(language);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const usual = one.questions.map(({ words }) => words[asked]).join("\n");
  const make = useCaseWork(
    one.id,
    async (body: { account: string; language: "en" | "ko"; days: number; questions: string[] }) => {
      const { url } = await answerOf(
        api.POST("/api/v1/workers/cases/{id}/replies", { params: { path: { id: one.id } }, body }),
      );
      onMade(url);
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const questions = String(data.get("questions") ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const days = Number(data.get("days"));
    const wrong = [
      ...(Number.isInteger(days) && days >= 1 && days <= DAYS.max
        ? []
        : [{ field: "ask-days", words: t("case.ask.error.days") }]),
      ...(questions.length > 0 ? [] : [{ field: "ask-questions", words: t("case.ask.error.questions") }]),
    ];
    setProblems(wrong);
    if (wrong.length > 0) return;
    make.mutate({ account: String(data.get("account") ?? ""), language: asked, days, questions });
  };
  const wordsOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.words;
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      {make.isError ? <Failed problem={problemIn(make.error)} /> : null}
      <NativeSelect name="account" label={t("case.ask.account")} data={[...one.accounts]} />
      <NativeSelect
        label={t("case.ask.language")}
        value={asked}
        onChange={({ currentTarget: { value } }) => setAsked(value === "ko" ? "ko" : "en")}
        data={[
          { value: "en", label: "English" },
          { value: "ko", label: "한국어" },
        ]}
      />
      <TextInput
        id="ask-days"
        name="days"
        label={t("case.ask.days")}
        defaultValue={DAYS.usual}
        inputMode="numeric"
        maxLength={2}
        error={wordsOf("ask-days")}
      />
      <Textarea
        key={asked}
        id="ask-questions"
        name="questions"
        lang={asked}
        label={t("case.ask.questions")}
        description={t("case.ask.questions.hint")}
        defaultValue={usual}
        autosize
        minRows={4}
        error={wordsOf("ask-questions")}
      />
      <div className={form.acts}>
        <Button type="submit" loading={make.isPending}>
          {t("case.ask.make")}
        </Button>
      </div>
    </form>
  );
}
