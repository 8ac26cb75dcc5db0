import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import type { Alert } from "../api/shapes.ts";
import { SelectionBar } from "../components/data-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { useTellDecided } from "./decided-done.ts";
import { assign, type BulkOutcome, type Choice, decideWithSteps, forEach } from "./deciding.ts";
import style from "./decision-form.module.css";
import { DecisionForm } from "./decision-form.tsx";
import { guideOf, StepsForm } from "./steps-form.tsx";

/** What can be done with many alerts at once: take them, or decide them all alike with one reason. */
export function BulkBar({
  ids,
  onChanged,
  onDone,
}: {
  readonly ids: readonly string[];
  readonly onChanged: (alert: Alert) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const tell = useTellDecided();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState<BulkOutcome["failed"]>([]);
  const may = (permission: "alerts.decide" | "alerts.assign") =>
    session?.permissions.includes(permission) === true;
  const run = async (act: (id: string) => Promise<Alert>): Promise<BulkOutcome> => {
    setDone(0);
    const outcome = await forEach(ids, act, setDone);
    for (const alert of outcome.changed) onChanged(alert);
    setDone(null);
    setFailed(outcome.failed);
    await queries.invalidateQueries({ queryKey: ["alert-counts"] });
    if (outcome.failed.length === 0) onDone();
    return outcome;
  };
  const take = (): Promise<BulkOutcome> =>
    run(async (id) => {
      const alert = await answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id } } }));
      return assign(alert, session?.id ?? null);
    });
  const decideAll = async (choice: Choice, answers: ReadonlyMap<number, string>): Promise<void> => {
    setAsking(false);
    const { changed } = await run((id) => decideWithSteps(id, answers, choice));
    if (changed.length > 0)
      tell(
        t("bulk.done", {
          count: sayNumber(language, changed.length),
          outcome: t(`outcome.${choice.outcome}`),
        }),
        changed,
      );
  };
  return (
    <>
      <SelectionBar count={ids.length} onClear={onDone}>
        {done === null ? (
          <>
            {may("alerts.decide") ? (
              <Button size="sm" onClick={() => setAsking(true)}>
                {t("bulk.decide")}
              </Button>
            ) : null}
            {may("alerts.assign") ? (
              <Button size="sm" variant="default" onClick={() => void take()}>
                {t("bulk.take")}
              </Button>
            ) : null}
          </>
        ) : (
          <span role="status">
            {t("bulk.progress", {
              done: sayNumber(language, done),
              count: sayNumber(language, ids.length),
            })}
          </span>
        )}
        {failed.length === 0 ? null : (
          <span role="alert">
            {t("bulk.failed", { count: sayNumber(language, failed.length) })} {failed[0]?.problem.detail}
          </span>
        )}
      </SelectionBar>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        size="lg"
        title={t("bulk.title", { count: sayNumber(language, ids.length) })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <BulkForm onDecide={(choice, answers) => void decideAll(choice, answers)} />
      </Modal>
    </>
  );
}

/** The steps answered once for all, and the decision on each. */
function BulkForm({
  onDecide,
}: {
  readonly onDecide: (choice: Choice, answers: ReadonlyMap<number, string>) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [answers, setAnswers] = useState<ReadonlyMap<number, string>>(new Map());
  const guide = guideOf(answers);
  const answer = (step: number, given: string): void => {
    // What was answered after this step rested on what is changed now.
    const kept = [...answers].filter(([other]) => other < step);
    setAnswers(new Map([...kept, [step, given]]));
  };
  return (
    <div className={style.bulk}>
      <p>{t("bulk.same")}</p>
      <StepsForm answers={answers} hints={null} onAnswer={answer} />
      <DecisionForm
        draftKey="bulk"
        suggests={guide.suggests}
        nextStep={guide.next}
        busy={false}
        onDecide={(choice) => onDecide(choice, answers)}
      />
    </div>
  );
}
