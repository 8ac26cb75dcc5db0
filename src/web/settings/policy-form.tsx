import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { useLanguage } from "../words/language.tsx";
import type { WordKey } from "../words/words.ts";
import type { Policy } from "./policy-facts.ts";

/** A policy with why, and from when (null: from its approval). */
export type Proposal = {
  readonly policy: Policy;
  readonly reason: string;
  readonly effectiveFrom: string | null;
};

type Field = {
  readonly id: string;
  readonly word: WordKey;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly read: (policy: Policy) => number;
  readonly write: (policy: Policy, value: number) => Policy;
};

/** The rules that are numbers, with the bounds that the service holds them to. */
const FIELDS: readonly Field[] = [
  {
    ...{ id: "threshold", word: "policy.threshold", min: 0.3, max: 1, step: 0.01 },
    read: ({ screen }) => screen.threshold,
    write: (policy, threshold) => ({ ...policy, screen: { ...policy.screen, threshold } }),
  },
  {
    ...{ id: "limit", word: "policy.limit", min: 1, max: 200, step: 1 },
    read: ({ screen }) => screen.limit,
    write: (policy, limit) => ({ ...policy, screen: { ...policy.screen, limit } }),
  },
  {
    ...{ id: "certain", word: "policy.certain", min: 0.5, max: 1, step: 0.01 },
    read: ({ certainScoreMin }) => certainScoreMin,
    write: (policy, certainScoreMin) => ({ ...policy, certainScoreMin }),
  },
  {
    ...{ id: "age", word: "policy.age", min: 1, max: 3_650, step: 1 },
    read: ({ editionAgeDaysMax }) => editionAgeDaysMax,
    write: (policy, editionAgeDaysMax) => ({ ...policy, editionAgeDaysMax }),
  },
  {
    ...{ id: "undo", word: "policy.undo", min: 0, max: 10_080, step: 5 },
    read: ({ undoMinutes }) => undoMinutes,
    write: (policy, undoMinutes) => ({ ...policy, undoMinutes }),
  },
  {
    ...{ id: "due", word: "policy.due", min: 1, max: 60, step: 1 },
    read: ({ alertDueBusinessDays }) => alertDueBusinessDays,
    write: (policy, alertDueBusinessDays) => ({ ...policy, alertDueBusinessDays }),
  },
  {
    ...{ id: "suppression", word: "policy.suppression", min: 1, max: 3_650, step: 1 },
    read: ({ suppressionDaysMax }) => suppressionDaysMax,
    write: (policy, suppressionDaysMax) => ({ ...policy, suppressionDaysMax }),
  },
  {
    ...{ id: "years", word: "policy.years", min: 1, max: 100, step: 1 },
    read: ({ retentionYears }) => retentionYears,
    write: (policy, retentionYears) => ({ ...policy, retentionYears }),
  },
];

const REASON_CHARS_MIN = 10;

/** A change of the policy, written down by one person for another to approve. */
export function PolicyForm({
  policy: before,
  busy,
  onPropose,
  onCancel,
}: {
  readonly policy: Policy;
  readonly busy: boolean;
  readonly onPropose: (proposal: Proposal) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const [policy, setPolicy] = useState(before);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = String(data.get("reason") ?? "").trim();
    const from = String(data.get("from") ?? "");
    const found = [
      ...FIELDS.flatMap(({ id, word, min, max, read }) => {
        const value = read(policy);
        if (value >= min && value <= max) return [];
        const words = t("policy.error.number", { field: t(word), min: String(min), max: String(max) });
        return [{ field: `policy-${id}`, words }];
      }),
      ...(JSON.stringify(policy) === JSON.stringify(before)
        ? [{ field: "policy-threshold", words: t("policy.same") }]
        : []),
      ...(reason.length < REASON_CHARS_MIN
        ? [{ field: "policy-reason", words: t("settings.reason.short") }]
        : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    onPropose({ policy, reason, effectiveFrom: from === "" ? null : new Date(from).toISOString() });
  };
  const errorAt = (field: string) => problems.find((one) => one.field === field)?.words ?? null;
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      {FIELDS.map(({ id, word, min, max, step, read, write }) => (
        <NumberInput
          key={id}
          id={`policy-${id}`}
          label={t(word)}
          value={read(policy)}
          step={step}
          min={min}
          max={max}
          clampBehavior="none"
          error={errorAt(`policy-${id}`)}
          onChange={(value) => setPolicy(write(policy, Number(value)))}
        />
      ))}
      {(["true-match", "false-positive"] as const).map((outcome) => (
        <Checkbox
          key={outcome}
          label={t(outcome === "true-match" ? "policy.eyes.true" : "policy.eyes.false")}
          checked={policy.fourEyes[outcome]}
          onChange={({ currentTarget: { checked } }) =>
            setPolicy({ ...policy, fourEyes: { ...policy.fourEyes, [outcome]: checked } })
          }
        />
      ))}
      <NativeSelect
        label={t("policy.calendar")}
        value={policy.calendar}
        onChange={({ currentTarget: { value } }) =>
          setPolicy({ ...policy, calendar: value === "weekdays" ? "weekdays" : "us-federal" })
        }
        data={(["us-federal", "weekdays"] as const).map((value) => ({
          value,
          label: t(`policy.calendar.${value}`),
        }))}
      />
      <TextInput
        name="from"
        type="datetime-local"
        label={t("policy.from")}
        description={t("policy.from.note")}
      />
      <Textarea
        id="policy-reason"
        name="reason"
        label={t("settings.reason")}
        autosize
        minRows={2}
        maxLength={4_000}
        error={errorAt("policy-reason")}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy}>
          {t("policy.propose.send")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("settings.cancel")}
        </Button>
      </div>
    </form>
  );
}
