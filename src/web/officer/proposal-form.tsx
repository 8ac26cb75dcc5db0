import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { sayQuantity } from "../waivers/exact.ts";
import { MeasureList } from "../waivers/measure-list.tsx";
import type { Application, Course } from "../waivers/shapes.ts";
import { useTemplateNames, useTemplates } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import {
  beginProposal,
  type LineDraft,
  measuresIn,
  type ProposalDraft,
  type ProposalProblem,
  proposalOf,
  proposalProblems,
} from "./proposal-draft.ts";

const OUTCOMES = ["approved", "refused", "further-review"] as const;

type Proposed = { readonly application: Application; readonly course: Course };

/** What is proposed, line by line, with window, limits and conditions; the letter is looked at before it is sent. */
export function ProposalForm(proposed: Proposed): ReactNode {
  // It begins with the day where the office is, which another zone's day may be ahead of.
  return <Stateful query={useTemplates()}>{() => <ProposalFields {...proposed} />}</Stateful>;
}

function ProposalFields({ application, course }: Proposed): ReactNode {
  const { t } = useLanguage();
  const { zoneOf } = useTemplateNames();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<ProposalDraft>(() =>
    beginProposal(application, zoneOf(course.template)),
  );
  const [problems, setProblems] = useState<readonly ProposalProblem[]>([]);
  const [previewed, setPreviewed] = useState<ReturnType<typeof proposalOf> | null>(null);
  const change = (part: Partial<ProposalDraft>): void => setDraft({ ...draft, ...part });
  const propose = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/proposals", {
          params: { path: { id: application.id } },
          body: { template: course.template, proposal: proposalOf(draft, application) },
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(["application", application.id], saved),
  });
  const whole = (): boolean => {
    const found = proposalProblems(draft);
    setProblems(found);
    return found.length === 0;
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (whole()) propose.mutate();
  };
  const errorAt = (field: string): string | null => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? null : t(problem.word);
  };
  return (
    <>
      <Panel title={t("officer.propose")}>
        <p className={form.note}>{t("officer.propose.lead")}</p>
        <form onSubmit={submit} noValidate className={form.rows}>
          <ErrorSummary problems={problems.map(({ field, word }) => ({ field, words: t(word) }))} />
          {propose.isError ? <Failed problem={problemIn(propose.error)} /> : null}
          <Items application={application} draft={draft} change={change} errorAt={errorAt} />
          <Limits draft={draft} change={change} errorAt={errorAt} />
          <Textarea
            id="prop-reason"
            label={t("officer.reason")}
            value={draft.reason}
            autosize
            minRows={2}
            maxLength={20_000}
            error={errorAt("prop-reason")}
            onChange={({ currentTarget: { value } }) => change({ reason: value })}
          />
          <div className={form.acts}>
            <Button type="submit" loading={propose.isPending}>
              {t("officer.propose.do")}
            </Button>
            <Button
              variant="default"
              onClick={() => (whole() ? setPreviewed(proposalOf(draft, application)) : undefined)}
            >
              {t("officer.preview")}
            </Button>
          </div>
        </form>
      </Panel>
      {previewed === null ? null : (
        <LetterPreview application={application} template={course.template} proposal={previewed} />
      )}
    </>
  );
}

type Fields = {
  readonly draft: ProposalDraft;
  readonly change: (part: Partial<ProposalDraft>) => void;
  readonly errorAt: (field: string) => string | null;
};

function Items({
  application,
  draft,
  change,
  errorAt,
}: Fields & { readonly application: Application }): ReactNode {
  const { t, language } = useLanguage();
  const put = (line: string, part: Partial<LineDraft>): void =>
    change({ lines: draft.lines.map((one) => (one.line === line ? { ...one, ...part } : one)) });
  const asked = (line: string) => application.file.lines.find((one) => one.line === line);
  return (
    <PlainTable
      caption={t("officer.items")}
      rows={draft.lines}
      keyOf={({ line }) => line}
      columns={[
        {
          key: "item",
          title: t("may.item"),
          heads: true,
          cell: ({ line }) => {
            const quantity = asked(line)?.quantity;
            return (
              <>
                {line}. {asked(line)?.item ?? ""}
                <small>
                  {quantity == null
                    ? ""
                    : t("officer.asked.quantity", { quantity: sayQuantity(language, quantity) })}
                </small>
              </>
            );
          },
        },
        {
          key: "outcome",
          title: t("officer.outcome"),
          cell: ({ line, outcome }) => (
            <NativeSelect
              size="sm"
              aria-label={`${t("officer.outcome")}: ${line}`}
              value={outcome}
              data={OUTCOMES.map((value) => ({ value, label: t(`officer.outcome.${value}`) }))}
              onChange={({ currentTarget: { value } }) =>
                put(line, { outcome: OUTCOMES.find((one) => one === value) ?? "approved" })
              }
            />
          ),
        },
        {
          key: "quantity",
          title: t("officer.given"),
          cell: ({ line, outcome, quantity }) =>
            outcome === "approved" ? (
              <TextInput
                id={`prop-quantity-${line}`}
                size="sm"
                aria-label={`${t("officer.given")}: ${line}`}
                inputMode="decimal"
                value={quantity}
                maxLength={40}
                error={errorAt(`prop-quantity-${line}`)}
                onChange={({ currentTarget: { value } }) => put(line, { quantity: value })}
              />
            ) : (
              "–"
            ),
        },
        {
          key: "hs",
          title: t("may.code"),
          cell: ({ line, outcome, hs }) =>
            outcome === "approved" ? (
              <TextInput
                size="sm"
                aria-label={`${t("may.code")}: ${line}`}
                placeholder={asked(line)?.hs ?? ""}
                value={hs}
                maxLength={200}
                onChange={({ currentTarget: { value } }) => put(line, { hs: value })}
              />
            ) : (
              "–"
            ),
        },
        {
          key: "reason",
          title: t("waivers.reason"),
          cell: ({ line, reason }) => (
            <TextInput
              id={`prop-reason-${line}`}
              size="sm"
              aria-label={`${t("waivers.reason")}: ${line}`}
              value={reason}
              maxLength={4_000}
              error={errorAt(`prop-reason-${line}`)}
              onChange={({ currentTarget: { value } }) => put(line, { reason: value })}
            />
          ),
        },
      ]}
    />
  );
}

function Limits({ draft, change, errorAt }: Fields): ReactNode {
  const { t } = useLanguage();
  const text = (name: "reference" | "shipmentsMax" | "measures", label: string, hint?: string) => (
    <TextInput
      id={`prop-${name}`}
      label={label}
      description={hint}
      value={draft[name]}
      maxLength={name === "shipmentsMax" ? 4 : 4_000}
      error={errorAt(`prop-${name}`)}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  const day = (name: "approvedOn" | "from" | "until", label: string) => (
    <TextInput
      id={`prop-${name}`}
      type="date"
      label={label}
      value={draft[name]}
      error={errorAt(`prop-${name}`)}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  const tick = (name: "parties" | "route" | "returnsRestore" | "publishRemaining", label: string) => (
    <Checkbox
      label={label}
      checked={draft[name]}
      onChange={({ currentTarget: { checked } }) => change({ [name]: checked })}
    />
  );
  return (
    <>
      <div className={form.row}>
        {text("reference", t("officer.reference"), t("officer.reference.hint"))}
        {text("shipmentsMax", t("officer.shipments"), t("officer.shipments.hint"))}
      </div>
      <div className={form.row}>
        {day("approvedOn", t("waivers.approved"))}
        {day("from", t("apply.period.from"))}
        {day("until", t("apply.period.until"))}
      </div>
      {text("measures", t("waivers.measures"), t("officer.measures.hint"))}
      <MeasureList ids={[...new Set(measuresIn(draft.measures))]} />
      <fieldset className={form.choices}>
        <legend>{t("officer.limits")}</legend>
        {tick("parties", t("officer.limit.parties"))}
        {tick("route", t("officer.limit.route"))}
        {tick("returnsRestore", t("officer.returns"))}
        {tick("publishRemaining", t("officer.publish"))}
      </fieldset>
      <Textarea
        label={t("officer.conditions")}
        description={t("officer.conditions.hint")}
        value={draft.conditions}
        autosize
        minRows={2}
        maxLength={20_000}
        onChange={({ currentTarget: { value } }) => change({ conditions: value })}
      />
    </>
  );
}
