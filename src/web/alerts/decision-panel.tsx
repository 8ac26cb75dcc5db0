import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Alert } from "../api/shapes.ts";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useDraft } from "../components/use-draft.ts";
import { tellFailed, tellSending } from "../shell/done-bar.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import style from "./alert-page.module.css";
import { useTellDecided } from "./decided-done.ts";
import { addNote, answerOn, type Choice, decide, second, undo } from "./deciding.ts";
import { DecisionForm } from "./decision-form.tsx";
import { keepAlert } from "./queue-data.ts";
import { useStepHints } from "./step-hints.ts";
import { guideOf, StepsForm } from "./steps-form.tsx";

const UNDECIDED: readonly Alert["phase"][] = ["open", "in-review", "undetermined", "escalated"];

/** What was typed when somebody else was faster: kept for the alert, also where the person has gone on by then. */
function useOvertaken(id: string) {
  const queries = useQueryClient();
  const key = ["alert-overtaken", id];
  const words = useQuery<string | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  }).data;
  const set = (next: string | null): void => void queries.setQueryData<string | null>(key, next);
  return [words ?? null, set] as const;
}

/** The steps and the decision, or what was decided and by whom; says so where somebody else was faster, and keeps the words. */
export function DecisionPanel({
  alert,
  onNext,
}: {
  readonly alert: Alert;
  readonly onNext: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const [overtaken, setOvertaken] = useOvertaken(alert.id);
  const may = (permission: "alerts.decide" | "alerts.second") =>
    session?.permissions.includes(permission) === true;
  const undecided = UNDECIDED.includes(alert.phase);
  const mayDecide = may("alerts.decide") || (alert.phase === "escalated" && may("alerts.second"));
  return (
    <Panel title={t("alert.decision")}>
      {overtaken === null ? null : (
        <OvertakenNote alert={alert} words={overtaken} onClose={() => setOvertaken(null)} />
      )}
      {!undecided ? (
        <Decided alert={alert} />
      ) : mayDecide ? (
        <Deciding
          alert={alert}
          mayOnlySecond={!may("alerts.decide")}
          onOvertaken={setOvertaken}
          onNext={onNext}
        />
      ) : (
        <p className={style.muted}>{t("alert.mayNot")}</p>
      )}
    </Panel>
  );
}

/** What was chosen, and whether the person goes on to the next alert. */
type Chosen = { readonly choice: Choice; readonly andNext: boolean };

function Deciding({
  alert,
  mayOnlySecond,
  onOvertaken,
  onNext,
}: {
  readonly alert: Alert;
  readonly mayOnlySecond: boolean;
  readonly onOvertaken: (words: string) => void;
  readonly onNext: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const tell = useTellDecided();
  const hints = useStepHints(alert);
  const [, setDraft] = useDraft(`sluice.draft.${alert.id}`);
  const seeAnew = () => queries.invalidateQueries({ queryKey: ["alert", alert.id] });
  const steps = useSteps(alert);
  const deciding = useMutation({
    mutationFn: async ({ choice }: Chosen) => decide(await steps.settled(), choice, mayOnlySecond),
    // Whoever decides and goes on is at the next alert at once; the bar tells what became of this one.
    onMutate: ({ choice, andNext }) => {
      if (!andNext) return;
      const { caption } = alert.subject;
      tellSending(t("alert.sending", { name: caption, outcome: t(`outcome.${choice.outcome}`) }));
      onNext();
    },
    onSuccess: (changed, { choice }) => {
      setDraft("");
      localStorage.removeItem(`sluice.draft.${alert.id}`);
      keepAlert(queries, changed);
      void queries.invalidateQueries({ queryKey: ["alert-counts"] });
      tell(t("alert.done", { name: alert.subject.caption, outcome: t(`outcome.${choice.outcome}`) }), [
        changed,
      ]);
    },
    onError: (error, { choice, andNext }) => {
      const { status, detail } = problemIn(error);
      if (status === 412 || status === 409) {
        onOvertaken(choice.narrative);
        void seeAnew();
      }
      if (andNext)
        tellFailed(t("alert.notSent", { name: alert.subject.caption, why: detail }), `/alerts/${alert.id}`);
    },
  });
  const guide = guideOf(steps.answers);
  const refused = deciding.error ?? steps.error;
  const problem = refused === null ? null : problemIn(refused);
  return (
    <>
      {problem === null || problem.status === 412 || problem.status === 401 ? null : (
        <Failed problem={problem} />
      )}
      <StepsForm answers={steps.answers} hints={hints} onAnswer={steps.answer} />
      <DecisionForm
        draftKey={alert.id}
        suggests={guide.suggests}
        nextStep={guide.next}
        busy={deciding.isPending}
        onDecide={(choice, andNext) => deciding.mutate({ choice, andNext })}
      />
    </>
  );
}

/**
 * Answers to the steps: shown as they are pressed, and sent one behind the other, each on the version that the one before
 * made.
 */
function useSteps(alert: Alert) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<ReadonlyMap<number, string>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const line = useRef<Promise<Alert>>(Promise.resolve(alert));
  const waiting = useRef(0);
  // Whatever happened elsewhere meanwhile is the version to go on from.
  if (waiting.current === 0) line.current = Promise.resolve(alert);
  const answer = (step: number, given: string): void => {
    waiting.current += 1;
    setError(null);
    setPending((now) => new Map([...now, [step, given]]));
    line.current = line.current.then((latest) => answerOn(latest, step, given));
    line.current
      .then((changed) => {
        keepAlert(queries, changed);
      })
      .catch((refused: unknown) => {
        setError(refused);
        void queries.invalidateQueries({ queryKey: ["alert", alert.id] });
      })
      .finally(() => {
        waiting.current -= 1;
        if (waiting.current === 0) setPending(new Map());
      });
  };
  const given = alert.steps.flatMap(({ step, given: one }) => (one === null ? [] : [[step, one] as const]));
  return {
    answers: new Map([...given, ...pending]),
    answer,
    error,
    /** The alert after every answer that was pressed. */
    settled: () => line.current,
  };
}

/** Two decided at once: one won. The other is told who, and keeps the words. */
function OvertakenNote({
  alert,
  words,
  onClose,
}: {
  readonly alert: Alert;
  readonly words: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () => addNote(alert.id, words),
    onSuccess: (changed) => {
      localStorage.removeItem(`sluice.draft.${alert.id}`);
      queries.setQueryData(["alert", alert.id], changed);
      onClose();
    },
  });
  const by = alert.decision?.by.name ?? alert.events.at(-1)?.by.name ?? "";
  return (
    <div role="alert" className={style.conflict}>
      <p>
        <strong>
          {t(alert.decision === null ? "alert.overtaken.changed" : "alert.overtaken", { name: by })}
        </strong>
      </p>
      <blockquote>{words}</blockquote>
      <div className={style.actions}>
        <Button size="sm" variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t("alert.overtaken.note")}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}

function Decided({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: () => undo(alert, t("alert.undo.reason")),
    onSuccess: (changed) => keepAlert(queries, changed),
    onSettled: () => queries.invalidateQueries({ queryKey: ["alert", alert.id] }),
  });
  const { decision } = alert;
  if (decision === null) return <p>{t(`phase.${alert.phase}`)}</p>;
  const waits = alert.phase === "awaiting-second";
  const mayUndo =
    session?.permissions.includes("alerts.decide") === true && (waits || alert.phase === "decided");
  return (
    <div className={style.decided}>
      <div>
        <p className={style.outcome}>{t(`outcome.${decision.outcome}`)}</p>
        <p className={style.muted}>
          {decision.by.name} · {sayInstant(language, decision.at)}
        </p>
      </div>
      <p>
        <strong>{t(`reason.${decision.reasonCode}`)}.</strong> {decision.narrative}
      </p>
      {decision.action === "none" ? null : (
        <p>{t("alert.action.taken", { action: t(`action.${decision.action}`) })}</p>
      )}
      {decision.suppressUntil === null ? null : (
        <p className={style.muted}>
          {t("alert.suppressed", { day: sayDay(language, decision.suppressUntil) })}
        </p>
      )}
      {alert.secondedBy === null ? null : (
        <p className={style.muted}>{t("alert.seconded", { name: alert.secondedBy.name })}</p>
      )}
      {waits ? <SecondForm alert={alert} /> : null}
      {alert.finalAt === null ? null : (
        <p className={style.muted}>
          {t(alert.phase === "final" ? "alert.final.since" : "alert.final.at", {
            time: sayInstant(language, alert.finalAt),
          })}
        </p>
      )}
      {back.error === null ? null : <Failed problem={problemIn(back.error)} />}
      {mayUndo ? (
        <div className={style.actions}>
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            {t("alert.undo")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The second pair of eyes: never the one who decided. */
function SecondForm({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const [words, setWords] = useDraft(`sluice.draft.second.${alert.id}`);
  const [empty, setEmpty] = useState(false);
  const asked = useMutation({
    mutationFn: (agrees: boolean) =>
      second(alert, {
        agrees,
        narrative: words.trim() === "" ? t("alert.second.agrees") : words.trim(),
      }),
    onSuccess: (changed) => {
      setWords("");
      keepAlert(queries, changed);
      void queries.invalidateQueries({ queryKey: ["alert-counts"] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ["alert", alert.id] }),
  });
  if (alert.decision?.by.id === session?.id) return <p role="status">{t("alert.second.yours")}</p>;
  if (session?.permissions.includes("alerts.second") !== true) return <p>{t("alert.second")}</p>;
  const answer = (agrees: boolean): void => {
    // Agreement may be short; whoever disagrees owes a reason to the third person.
    const missing = !agrees && words.trim() === "";
    setEmpty(missing);
    if (missing) document.getElementById("second-words")?.focus();
    else asked.mutate(agrees);
  };
  return (
    <>
      <p>{t("alert.second")}</p>
      {asked.error === null ? null : <Failed problem={problemIn(asked.error)} />}
      <Textarea
        id="second-words"
        label={t("alert.second.words")}
        autosize
        minRows={2}
        value={words}
        error={empty ? t("alert.second.why") : undefined}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <div className={style.actions}>
        <Button loading={asked.isPending} onClick={() => answer(true)}>
          {t("alert.second.agree")}
        </Button>
        <Button variant="default" disabled={asked.isPending} onClick={() => answer(false)}>
          {t("alert.second.disagree")}
        </Button>
      </div>
    </>
  );
}
