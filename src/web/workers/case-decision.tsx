import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import decision from "../alerts/decision-form.module.css";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useDraft } from "../components/use-draft.ts";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayMoney } from "../words/saying.ts";
import { sumsOf, useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

const OUTCOMES = ["block", "clear", "watch"] as const;
type Outcome = (typeof OUTCOMES)[number];
const KEYS: Readonly<Record<Outcome, string>> = { block: "b", clear: "f", watch: "w" };

const seen = (one: WorkerCase) => ({
  params: { path: { id: one.id } },
  headers: { "If-Match": `"${one.version}"` },
});

/** The money that waits, and the decision: three ways, words, and for a block another person. */
export function CaseDecision({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const open = one.holds.filter(({ ending }) => ending === null);
  const amounts = sumsOf(open.flatMap(({ amount }) => amount ?? []))
    .map((sum) => sayMoney(language, sum))
    .join(" + ");
  return (
    <Panel title={t("case.decision")} aside={t(`cases.standing.${one.standing}`)}>
      <div className={style.decided}>
        {open.length === 0 ? (
          <p>{t("case.held.none")}</p>
        ) : (
          <p>
            <strong>{t("case.held", { amounts: amounts === "" ? String(open.length) : amounts })}</strong>
            <br />
            <span className={style.muted}>{t("case.held.note")}</span>
          </p>
        )}
        {one.standing === "open" ? (
          <Decide one={one} />
        ) : (
          <>
            <Decided one={one} />
            {one.standing === "awaiting-second" ? (
              <Second one={one} />
            ) : one.standing === "merged" ? null : (
              <Reopen one={one} />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

/** What a call failed at: another person's change is told apart, since what was written is kept. */
function Refused({ error }: { readonly error: Error | null }): ReactNode {
  const { t } = useLanguage();
  if (error === null) return null;
  const problem = problemIn(error);
  return problem.code === "changed-meanwhile" ? (
    <p role="alert">{t("case.changed")}</p>
  ) : (
    <Failed problem={problem} />
  );
}

function Decide({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const may = useMay("workers.decide");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [words, setWords] = useDraft(`sluice.draft.case.${one.id}`);
  const isHeard = one.asked > 0 || one.checklist.some(({ id, done }) => id === "heard" && done);
  const decide = useCaseWork(one.id, async (body: { outcome: Outcome; reason: string }) => {
    await answerOf(api.POST("/api/v1/workers/cases/{id}/decision", { ...seen(one), body }));
    setWords("");
  });
  const choose = (chosen: Outcome) => (event: KeyboardEvent) => {
    if (!may) return;
    event.preventDefault();
    setOutcome(chosen);
    document.getElementById("case-reason")?.focus();
  };
  useLetterKeys({ b: choose("block"), f: choose("clear"), w: choose("watch") });
  if (!may) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = words.trim();
    const wrong = [
      ...(outcome === null ? [{ field: "case-block", words: t("case.error.outcome") }] : []),
      ...(outcome === "block" && !isHeard ? [{ field: "case-block", words: t("case.unheard") }] : []),
      ...(reason === "" ? [{ field: "case-reason", words: t("case.error.reason") }] : []),
    ];
    setProblems(wrong);
    if (outcome !== null && wrong.length === 0) decide.mutate({ outcome, reason });
  };
  return (
    <form className={decision.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      <Refused error={decide.error} />
      <fieldset className={style.outcomes}>
        <legend className="visually-hidden">{t("case.decision")}</legend>
        {OUTCOMES.map((name) => (
          <label key={name} className={decision.outcome} data-chosen={name === outcome}>
            <input
              id={`case-${name}`}
              type="radio"
              name="outcome"
              checked={name === outcome}
              onChange={() => setOutcome(name)}
            />
            <span>{t(`case.outcome.${name}`)}</span>
            <kbd aria-hidden>{KEYS[name]}</kbd>
          </label>
        ))}
      </fieldset>
      {outcome === null ? null : <p className={style.muted}>{t(`case.outcome.${outcome}.note`)}</p>}
      {outcome === "block" && !isHeard ? <p>{t("case.unheard")}</p> : null}
      <Textarea
        id="case-reason"
        label={t("case.reason")}
        value={words}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4_000}
        error={problems.find(({ field }) => field === "case-reason")?.words}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <Button type="submit" fullWidth loading={decide.isPending}>
        {t("case.decide")}
      </Button>
    </form>
  );
}

function Decided({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  if (one.decision === null) return null;
  const { outcome, reason, by, at, secondedBy } = one.decision;
  return (
    <>
      <p className={style.outcome}>{t(`case.outcome.${outcome}`)}</p>
      <p className={style.words}>{reason}</p>
      <p className={style.muted}>{t("case.decided.by", { name: by.name, time: sayInstant(language, at) })}</p>
      {secondedBy === null ? null : (
        <p className={style.muted}>{t("case.seconded.by", { name: secondedBy.name })}</p>
      )}
    </>
  );
}

function Second({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const may = useMay("alerts.second");
  const [words, setWords] = useDraft(`sluice.draft.case-second.${one.id}`);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const second = useCaseWork(one.id, async (body: { agrees: boolean; reason: string }) => {
    await answerOf(api.POST("/api/v1/workers/cases/{id}/second", { ...seen(one), body }));
    setWords("");
  });
  if (one.decision?.by.id === session?.id) return <p>{t("case.second.yours")}</p>;
  if (!may) return <p>{t("case.second.may")}</p>;
  const say = (agrees: boolean): void => {
    const reason = words.trim();
    setProblems(reason === "" ? [{ field: "second-reason", words: t("case.error.reason") }] : []);
    if (reason !== "") second.mutate({ agrees, reason });
  };
  return (
    <div className={decision.form}>
      <p>{t("case.second")}</p>
      <ErrorSummary problems={problems} />
      <Refused error={second.error} />
      <Textarea
        id="second-reason"
        label={t("case.reason")}
        value={words}
        autosize
        minRows={3}
        maxLength={4_000}
        error={problems[0]?.words}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <Button loading={second.isPending} onClick={() => say(true)}>
        {t("case.second.agree")}
      </Button>
      <Button variant="default" loading={second.isPending} onClick={() => say(false)}>
        {t("case.second.disagree")}
      </Button>
    </div>
  );
}

function Reopen({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const may = useMay("workers.decide");
  const [opened, setOpened] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const reopen = useCaseWork(one.id, (reason: string) =>
    answerOf(api.POST("/api/v1/workers/cases/{id}/reopen", { ...seen(one), body: { reason } })),
  );
  if (!may) return null;
  if (!opened)
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {t("case.reopen")}
      </Button>
    );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setProblems(reason === "" ? [{ field: "reopen-reason", words: t("case.error.reason") }] : []);
    if (reason !== "") reopen.mutate(reason);
  };
  return (
    <form className={decision.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      <Refused error={reopen.error} />
      <Textarea
        id="reopen-reason"
        name="reason"
        label={t("case.reason")}
        autosize
        minRows={2}
        error={problems[0]?.words}
      />
      <Button type="submit" loading={reopen.isPending}>
        {t("case.reopen")}
      </Button>
    </form>
  );
}
