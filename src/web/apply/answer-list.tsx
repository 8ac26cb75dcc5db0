import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Said } from "../components/said.tsx";
import type { Application } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { useAnswers } from "./answers.tsx";
import style from "./apply.module.css";
import { missingAt } from "./steps.ts";

/** Every question with its answer and what it lacks; with the way back to each where the file can be changed. */
export function AnswerList({
  application,
  canChange,
}: {
  readonly application: Application;
  readonly canChange: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const answers = useAnswers(application);
  return (
    <dl className={style.answers}>
      {answers.map(({ step, value }) => (
        <div key={step}>
          <dt>{t(`apply.step.${step}`)}</dt>
          <dd>
            {value}
            {missingAt(application, step).map(({ where, words }) => (
              <p key={`${where} ${words}`} className={style.missing}>
                <Said words={words} />
              </p>
            ))}
          </dd>
          {canChange ? (
            <dd>
              <Link
                to="/apply/$id/$step"
                params={{ id: application.id, step }}
                aria-label={`${t("apply.change")}: ${t(`apply.step.${step}`)}`}
              >
                {t("apply.change")}
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
