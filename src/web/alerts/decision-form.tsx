import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { areLettersOff } from "../shell/letters.ts";
import { isWriting, letterOf } from "../shell/use-keys.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./alert-page.module.css";

const OUTCOMES = ["true-match", "false-positive", "undetermined", "escalated"] as const;
type Outcome = (typeof OUTCOMES)[number];

const KEYS: Readonly<Record<string, Outcome>> = {
  t: "true-match",
  f: "false-positive",
  u: "undetermined",
  e: "escalated",
};

/** Reasons that speak for an outcome; the first is the usual one. */
const REASONS = {
  "true-match": ["facts-agree", "identifier-equal", "owned-or-controlled", "other"],
  "false-positive": [
    "name-differs",
    "name-part-only",
    "birth-date-differs",
    "country-differs",
    "identifier-differs",
    "address-differs",
    "different-kind",
    "known-customer",
    "other",
  ],
  undetermined: ["facts-missing", "other"],
  escalated: ["authority-asked", "facts-missing", "other"],
} as const satisfies Readonly<Record<Outcome, readonly string[]>>;

export type ReasonCode = (typeof REASONS)[Outcome][number];

/** What the person decided, and why. */
export type Choice = {
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly narrative: string;
};

/** The service asks for as many. */
const NARRATIVE_CHARS_MIN = 10;

/** Four choices, a reason, and words: by mouse, or t f u e and Ctrl Enter. */
export function DecisionForm({
  suggests,
  busy,
  onDecide,
}: {
  readonly suggests: Outcome | null;
  readonly busy: boolean;
  readonly onDecide: (choice: Choice) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.ctrlKey && event.key === "Enter") {
        form.current?.requestSubmit();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || areLettersOff())
        return;
      const chosen = KEYS[letterOf(event) ?? ""];
      if (chosen === undefined) return;
      event.preventDefault();
      setOutcome(chosen);
      form.current?.querySelector("textarea")?.focus();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const narrative = String(data.get("narrative") ?? "").trim();
    const wrong = narrative.length < NARRATIVE_CHARS_MIN ? t("alert.error.words") : null;
    setProblem(outcome === null ? t("alert.error.outcome") : wrong);
    if (outcome === null || wrong !== null) return;
    const given = String(data.get("reason") ?? "");
    const reasonCode = REASONS[outcome].find((one) => one === given) ?? REASONS[outcome][0];
    onDecide({ outcome, reasonCode, narrative });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={style.form}>
      <p role="alert" className={style.problem} hidden={problem === null}>
        {problem}
      </p>
      <fieldset className={style.outcomes}>
        <legend className="visually-hidden">{t("alert.decision")}</legend>
        {OUTCOMES.map((one) => (
          <label key={one} className={style.outcome} data-chosen={one === outcome}>
            <input type="radio" name="outcome" checked={one === outcome} onChange={() => setOutcome(one)} />
            {t(`outcome.${one}`)}
            <kbd>{Object.keys(KEYS).find((key) => KEYS[key] === one)}</kbd>
          </label>
        ))}
      </fieldset>
      {suggests === null ? null : <p>{t("alert.suggests", { outcome: t(`outcome.${suggests}`) })}</p>}
      {outcome === null ? null : (
        <NativeSelect
          key={outcome}
          name="reason"
          label={t("alert.reason")}
          data={REASONS[outcome].map((code) => ({ value: code, label: t(`reason.${code}`) }))}
        />
      )}
      <Textarea name="narrative" label={t("alert.words")} autosize minRows={3} />
      <Button type="submit" loading={busy}>
        {t("alert.decide")}
      </Button>
    </form>
  );
}
