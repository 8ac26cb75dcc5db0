import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import type { Outcome } from "./deciding.ts";
import style from "./steps-form.module.css";

/** The five steps of OFAC with their answers, as the service knows them, and where each answer leads. */
const STEPS = [
  { step: 1, answers: { ofac: "next", "other-list": "next", "cannot-tell": "undetermined" } },
  { step: 2, answers: { "same-kind": "next", "different-kind": "false-positive" } },
  { step: 3, answers: { "whole-name": "next", "one-part": "false-positive" } },
  { step: 4, answers: { compared: "next", "missing-facts": "undetermined" } },
  { step: 5, answers: { several: "true-match", none: "false-positive", "ask-keeper": "escalated" } },
] as const satisfies readonly {
  readonly step: number;
  readonly answers: Readonly<Record<string, Outcome | "next">>;
}[];

export type StepNumber = (typeof STEPS)[number]["step"];

/** Where the review stands: the step to answer next, null where an answer ended it, and what the answers come to. */
export type Guide = { readonly next: StepNumber | null; readonly suggests: Outcome | null };

/** Follows the answers given. */
export function guideOf(answers: ReadonlyMap<number, string>): Guide {
  for (const { step, answers: known } of STEPS) {
    const leads = Object.entries(known).find(([answer]) => answer === answers.get(step))?.[1];
    if (leads === undefined) return { next: step, suggests: null };
    if (leads !== "next") return { next: null, suggests: leads };
  }
  return { next: null, suggests: null };
}

/** The steps one by one: what is asked, what the record says about it, and the answers; 1 to 3 answer by key. */
export function StepsForm({
  answers,
  hints,
  busy = false,
  onAnswer,
}: {
  readonly answers: ReadonlyMap<number, string>;
  /** What the record says to each step; null where there is none. */
  readonly hints: Readonly<Record<number, string>> | null;
  readonly busy?: boolean;
  readonly onAnswer: (step: number, answer: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const guide = guideOf(answers);
  const [reopened, setReopened] = useState<number | null>(null);
  const open = reopened ?? guide.next;
  const answer = (step: number, given: string): void => {
    setReopened(null);
    onAnswer(step, given);
  };
  const press = (place: number): void => {
    const step = STEPS.find((one) => one.step === open);
    const given = Object.keys(step?.answers ?? {})[place];
    if (step !== undefined && given !== undefined && !busy) answer(step.step, given);
  };
  useLetterKeys({
    digit1: () => press(0),
    digit2: () => press(1),
    digit3: () => press(2),
  });
  const last = guide.next ?? STEPS.find(({ step }) => !answers.has(step))?.step ?? STEPS.length + 1;
  return (
    <ol className={style.steps} aria-label={t("steps.title")}>
      {STEPS.map(({ step, answers: known }) => {
        const given = answers.get(step);
        const isOpen = step === open;
        if (!isOpen && (given === undefined || step >= last))
          return (
            <li key={step} className={style.later}>
              <span className={style.number}>{step}</span>
              <span>{t(`step.${step}`)}</span>
            </li>
          );
        return isOpen ? (
          <li key={step} className={style.open}>
            <fieldset disabled={busy}>
              <legend>
                <span className={style.number}>{step}</span>
                {t(`step.${step}`)}
              </legend>
              {hints === null ? null : <p className={style.hint}>{hints[step]}</p>}
              <div className={style.answers}>
                {Object.keys(known).map((one, place) => (
                  <button
                    key={one}
                    type="button"
                    aria-pressed={one === given}
                    className={style.answer}
                    onClick={() => answer(step, one)}
                  >
                    <span>{t(`step.answer.${one as StepAnswer}`)}</span>
                    <kbd>{place + 1}</kbd>
                  </button>
                ))}
              </div>
              <p className={style.guidance}>{t(`step.guidance.${step}`)}</p>
            </fieldset>
          </li>
        ) : (
          <li key={step} className={style.done}>
            <span className={style.number}>
              <IconCheck size={14} aria-hidden />
            </span>
            <span className={style.given}>
              <span className="visually-hidden">{t(`step.${step}`)} </span>
              {t(`step.answer.${given as StepAnswer}`)}
            </span>
            <button type="button" className={style.change} onClick={() => setReopened(step)}>
              {t("steps.change")}
              <span className="visually-hidden"> {t(`step.${step}`)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

type KeysOf<T> = T extends unknown ? keyof T : never;
type StepAnswer = KeysOf<(typeof STEPS)[number]["answers"]>;
