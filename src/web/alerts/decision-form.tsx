import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import { useDraft } from "../components/use-draft.ts";
import { LetterKey } from "../shell/letter-key.tsx";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import {
  ACTIONS,
  type Action,
  type Choice,
  NARRATIVE_CHARS_MIN,
  OUTCOMES,
  type Outcome,
  REASONS,
  settles,
} from "./deciding.ts";
import style from "./decision-form.module.css";

const KEYS = { t: "true-match", f: "false-positive", u: "undetermined", e: "escalated" } as const;

const keyOf = (outcome: Outcome): string =>
  Object.entries(KEYS).find(([, one]) => one === outcome)?.[0] ?? "";

/** Four choices, a reason, words, and what follows: by mouse, or t f u e and Ctrl Enter. Words are kept until they are sent. */
export function DecisionForm({
  draftKey,
  suggests,
  nextStep,
  busy,
  onDecide,
}: {
  /** Under what name this browser keeps the words. */
  readonly draftKey: string;
  readonly suggests: Outcome | null;
  /** The step that is to be answered before a match can be settled, or null. */
  readonly nextStep: number | null;
  readonly busy: boolean;
  /** `andNext` where the person wants to go on to the next alert. */
  readonly onDecide: (choice: Choice, andNext: boolean) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [words, setWords] = useDraft(`sluice.draft.${draftKey}`);
  const form = useRef<HTMLFormElement>(null);
  const goesOn = useRef(false);
  const choose = (chosen: Outcome) => (event: KeyboardEvent) => {
    event.preventDefault();
    setOutcome(chosen);
    form.current?.querySelector("textarea")?.focus();
  };
  useLetterKeys({
    t: choose("true-match"),
    f: choose("false-positive"),
    u: choose("undetermined"),
    e: choose("escalated"),
  });
  useConfirmKey(() => {
    goesOn.current = true;
    form.current?.requestSubmit();
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const andNext = goesOn.current;
    goesOn.current = false;
    const data = new FormData(event.currentTarget);
    const narrative = words.trim();
    const wrong: FieldProblem[] = [
      ...(outcome === null ? [{ field: `outcome-${OUTCOMES[0]}`, words: t("alert.error.outcome") }] : []),
      ...(outcome !== null && settles(outcome) && nextStep !== null
        ? [{ field: "outcome-true-match", words: t("alert.error.steps", { step: String(nextStep) }) }]
        : []),
      ...(narrative.length < NARRATIVE_CHARS_MIN
        ? [{ field: "narrative", words: t("alert.error.words") }]
        : []),
    ];
    setProblems(wrong);
    if (outcome === null || wrong.length > 0) return;
    onDecide({ ...readChoice(data, outcome), narrative }, andNext);
  };
  const wordsWrong = problems.find(({ field }) => field === "narrative")?.words;
  return (
    <form ref={form} onSubmit={submit} noValidate className={style.form}>
      <ErrorSummary problems={problems} />
      <fieldset className={style.outcomes}>
        <legend className="visually-hidden">{t("alert.decision")}</legend>
        {OUTCOMES.map((one) => (
          <label key={one} className={style.outcome} data-chosen={one === outcome}>
            <input
              id={`outcome-${one}`}
              type="radio"
              name="outcome"
              checked={one === outcome}
              onChange={() => setOutcome(one)}
            />
            <span>{t(`outcome.${one}`)}</span>
            <LetterKey usual={keyOf(one)} />
          </label>
        ))}
      </fieldset>
      {suggests === null ? null : (
        <p className={style.suggests}>{t("alert.suggests", { outcome: t(`outcome.${suggests}`) })}</p>
      )}
      {outcome === null ? null : <MoreOf key={outcome} outcome={outcome} />}
      <Textarea
        id="narrative"
        name="narrative"
        label={t("alert.words")}
        description={t("alert.words.hint")}
        value={words}
        error={wordsWrong}
        autosize
        minRows={3}
        maxRows={12}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <Button type="submit" loading={busy} fullWidth rightSection={<kbd aria-hidden>Ctrl ⏎</kbd>}>
        {t("alert.decide")}
      </Button>
    </form>
  );
}

/** Ctrl Enter confirms, also while the person writes. */
function useConfirmKey(confirm: () => void): void {
  const latest = useRef(confirm);
  latest.current = confirm;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.code !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
}

/** What an outcome asks beside the words: its reason, and what follows from it. */
function MoreOf({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { t } = useLanguage();
  const [suppress, setSuppress] = useState("policy");
  return (
    <>
      <NativeSelect
        name="reason"
        label={t("alert.reason")}
        data={REASONS[outcome].map((code) => ({ value: code, label: t(`reason.${code}`) }))}
      />
      {outcome === "true-match" ? (
        <NativeSelect
          name="action"
          label={t("alert.action")}
          data={ACTIONS.map((action) => ({ value: action, label: t(`action.${action}`) }))}
        />
      ) : null}
      {outcome === "false-positive" ? (
        <div className={style.pair}>
          <NativeSelect
            name="suppress"
            label={t("alert.suppress")}
            value={suppress}
            data={(["policy", "until", "not"] as const).map((one) => ({
              value: one,
              label: t(`alert.suppress.${one}`),
            }))}
            onChange={({ currentTarget: { value } }) => setSuppress(value)}
          />
          {suppress === "until" ? (
            <TextInput
              name="until"
              type="date"
              label={t("alert.suppress.day")}
              min={new Date().toISOString().slice(0, 10)}
              required
              withAsterisk={false}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function readChoice(data: FormData, outcome: Outcome): Omit<Choice, "narrative"> {
  const text = (name: string): string => String(data.get(name) ?? "");
  const suppress = text("suppress");
  const until = text("until");
  return {
    outcome,
    reasonCode: REASONS[outcome].find((one) => one === text("reason")) ?? REASONS[outcome][0],
    action: ACTIONS.find((one): one is Action => one === text("action")) ?? "none",
    suppressUntil:
      outcome !== "false-positive" || suppress === "not"
        ? null
        : suppress === "until" && until !== ""
          ? until
          : undefined,
  };
}
