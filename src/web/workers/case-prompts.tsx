import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

type Prompt = WorkerCase["prompts"][number];
const ANSWERS = ["yes", "no", "unclear"] as const;
type Answer = (typeof ANSWERS)[number];

/** An answer that somebody gave, as the history has it. */
type Given = {
  readonly rule: string;
  readonly account: string;
  readonly answer: Answer;
  readonly words: string;
  readonly name: string;
  readonly at: string;
};

function givenIn({ history }: WorkerCase): readonly Given[] {
  return history.flatMap(({ event, by, at }) => {
    if (event.kind !== "prompted") return [];
    const answer = ANSWERS.find((one) => one === event.answer);
    if (answer === undefined) return [];
    const { rule, account, words } = event;
    return [
      { rule: String(rule), account: String(account), answer, words: String(words ?? ""), name: by.name, at },
    ];
  });
}

/** Questions that only a person can answer, from an interview or a call, and the answers that were given. */
export function CasePrompts({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const may = useMay("workers.write") && one.standing === "open";
  const [asked, setAsked] = useState<string | null>(null);
  const given = givenIn(one);
  const answered = one.prompts.filter(({ rule }) => given.some((answer) => answer.rule === rule)).length;
  return (
    <Panel
      title={t("case.prompts")}
      aside={t("case.prompts.done", {
        done: sayNumber(language, answered),
        count: sayNumber(language, one.prompts.length),
      })}
    >
      <p className={form.note}>{t("case.prompts.lead")}</p>
      <ul className={style.list}>
        {one.prompts.map((prompt) => {
          const own = given.filter(({ rule }) => rule === prompt.rule);
          return (
            <li key={prompt.rule}>
              <p className={style.head}>
                <span>{prompt.question[language]}</span>
                <span className={style.muted}>{prompt.rule}</span>
              </p>
              {own.map(({ account, answer, words, name, at }) => (
                <p key={`${account} ${at}`} className={style.words}>
                  <strong>{t(`case.prompt.${answer}`)}</strong> · {account}
                  {words === "" ? "" : ` · ${words}`}
                  <span className={style.muted}>
                    {" "}
                    {t("case.item.by", { name, time: sayInstant(language, at) })}
                  </span>
                </p>
              ))}
              {asked === prompt.rule ? (
                <PromptForm one={one} prompt={prompt} onDone={() => setAsked(null)} />
              ) : may ? (
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={`${t("case.prompt.answer")}: ${prompt.question[language]}`}
                  onClick={() => setAsked(prompt.rule)}
                >
                  {t(own.length === 0 ? "case.prompt.answer" : "case.prompt.again")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function PromptForm({
  one,
  prompt,
  onDone,
}: {
  readonly one: WorkerCase;
  readonly prompt: Prompt;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const [missing, setMissing] = useState(false);
  const answer = useCaseWork(
    one.id,
    async (body: { rule: string; account: string; answer: Answer; words: string }) => {
      await answerOf(
        api.POST("/api/v1/workers/cases/{id}/prompts", { params: { path: { id: one.id } }, body }),
      );
      onDone();
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = ANSWERS.find((name) => name === data.get("answer"));
    setMissing(chosen === undefined);
    if (chosen === undefined) return;
    answer.mutate({
      rule: prompt.rule,
      account: String(data.get("account") ?? ""),
      answer: chosen,
      words: String(data.get("words") ?? "").trim(),
    });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary
        problems={missing ? [{ field: `${prompt.rule}-yes`, words: t("case.prompt.choose") }] : []}
      />
      {answer.isError ? <Failed problem={problemIn(answer.error)} /> : null}
      <p className={style.muted}>
        {t("case.prompt.why")} <bdi lang="en">{prompt.why}</bdi>
      </p>
      <NativeSelect name="account" label={t("case.prompt.account")} data={[...one.accounts]} />
      <fieldset className={style.choices}>
        <legend className="visually-hidden">{t("case.prompt.answer")}</legend>
        {ANSWERS.map((name) => (
          <label key={name}>
            <input id={`${prompt.rule}-${name}`} type="radio" name="answer" value={name} />{" "}
            {t(`case.prompt.${name}`)}
          </label>
        ))}
      </fieldset>
      <Textarea name="words" label={t("case.prompt.words")} autosize minRows={2} maxLength={4_000} />
      <div className={form.acts}>
        <Button type="submit" size="sm" loading={answer.isPending}>
          {t("case.prompt.answer")}
        </Button>
      </div>
    </form>
  );
}
