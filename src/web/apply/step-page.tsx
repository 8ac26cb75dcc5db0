import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import { useTitle } from "../components/page-head.tsx";
import { Said, saidIn } from "../components/said.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { isWithAuthority } from "../waivers/phases.ts";
import type { Application } from "../waivers/shapes.ts";
import { useApplicationQuery } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import { CheckAnswers } from "./check-answers.tsx";
import { QUESTIONS } from "./questions.tsx";
import { fieldOf, isStep, missingAt, type Step, stepAfter } from "./steps.ts";
import { type FileInHand, useFile } from "./use-file.ts";

/** One question of an application: it saves as one types, and tells what is missing when one goes on. */
export function StepPage(): ReactNode {
  const { t } = useLanguage();
  const { id, step } = useParams({ from: "/apply/$id/$step" });
  const query = useApplicationQuery(id);
  const none = (
    <EmptyState title={t("apply.none")} next="" action={<Link to="/waivers">{t("waivers.title")}</Link>} />
  );
  if (!isStep(step)) return none;
  return (
    <Stateful query={query} missing={none}>
      {(application) =>
        isWithAuthority(application) && step !== "check" ? (
          <EmptyState
            title={t("apply.given")}
            next={t("apply.given.next")}
            action={
              <Link to="/apply/$id" params={{ id }}>
                {application.title}
              </Link>
            }
          />
        ) : (
          <OpenStep key={step} application={application} step={step} />
        )
      }
    </Stateful>
  );
}

function OpenStep({
  application,
  step,
}: {
  readonly application: Application;
  readonly step: Step;
}): ReactNode {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const hand = useFile(application);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const title = t(`apply.question.${step}`);
  useTitle(problems.length > 0 ? `${t("apply.error")}: ${title}` : title);
  useEffect(() => void window.scrollTo(0, 0), []);
  const goOn = (): void =>
    void navigate({ to: "/apply/$id/$step", params: { id: application.id, step: stepAfter(step) } });
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const saved = await hand.save().catch(() => undefined);
    if (saved === undefined) return;
    const lacking = missingAt(saved ?? application, step);
    const words = lacking.map((note) => ({
      field: fieldOf(note),
      words: saidIn(language, note.words),
    }));
    const isTold = JSON.stringify(words) === JSON.stringify(problems);
    if (words.length === 0 || isTold) goOn();
    else setProblems(words);
  };
  if (step === "check") return <CheckAnswers application={application} />;
  const Question = QUESTIONS[step];
  return (
    <div className={style.page}>
      <p className={style.back}>
        <Link to="/apply/$id" params={{ id: application.id }}>
          {t("apply.back")}
        </Link>{" "}
        · <SavingWords hand={hand} />
      </p>
      <h1>{title}</h1>
      <form
        className={`${style.form} ${step === "goods" ? style.wide : ""}`}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <ErrorSummary problems={problems} />
        {problems.length === 0 ? null : <p className={style.hint}>{t("apply.go.on.lacking")}</p>}
        {hand.saving.kind === "failed" ? <Failed problem={hand.saving.problem} /> : null}
        {hand.saving.kind === "conflict" ? <Conflict hand={hand} /> : null}
        <Question application={application} hand={hand} />
        <div className={style.acts}>
          <Button type="submit" loading={hand.saving.kind === "saving"}>
            {t("apply.save")}
          </Button>
          <Link to="/apply/$id" params={{ id: application.id }}>
            {t("apply.later")}
          </Link>
        </div>
      </form>
      <Lacking application={application} step={step} told={problems.length > 0} />
    </div>
  );
}

function SavingWords({ hand }: { readonly hand: FileInHand }): ReactNode {
  const { t } = useLanguage();
  return (
    <span role="status" className={style.saving}>
      {t(`apply.saving.${hand.saving.kind}`)}
    </span>
  );
}

/** Somebody else has saved meanwhile: both are kept apart until a person chooses. */
function Conflict({ hand }: { readonly hand: FileInHand }): ReactNode {
  const { t } = useLanguage();
  return (
    <div role="alert" className={style.missing}>
      <p>{t("apply.conflict")}</p>
      <Button variant="default" onClick={() => void hand.save(true).catch(() => undefined)}>
        {t("apply.conflict.mine")}
      </Button>
    </div>
  );
}

/** What the forms still lack of this question, before anybody has tried to go on. */
function Lacking({
  application,
  step,
  told,
}: {
  readonly application: Application;
  readonly step: Step;
  readonly told: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const missing = missingAt(application, step);
  if (missing.length === 0 || told) return null;
  return (
    <aside className={style.missing} style={{ marginTop: 24 }} aria-label={t("apply.missing")}>
      <p>{t("apply.missing")}</p>
      <ul>
        {missing.slice(0, 12).map(({ where, words }) => (
          <li key={`${where} ${words}`}>
            <Said words={words} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
