import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./error-summary.module.css";

/** What is wrong with a form: the field's id and the same words that stand beside it. */
export type FieldProblem = { readonly field: string; readonly words: string };

/** Takes the focus when a form could not be sent, and leads to each field that is wrong. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }): ReactNode {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(problems);
  useEffect(() => {
    if (key !== "[]") box.current?.focus();
  }, [key]);
  if (problems.length === 0) return null;
  const go = (field: string): void => document.getElementById(field)?.focus();
  return (
    <div ref={box} tabIndex={-1} role="alert" className={style.summary}>
      <p className={style.title}>{t("problem.title")}</p>
      <ul>
        {problems.map(({ field, words }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                go(field);
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
