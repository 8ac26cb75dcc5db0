import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import type { Policy } from "../settings/policy-facts.ts";
import { POLICY_QUERY } from "../settings/policy-part.tsx";
import { PolicyProposal } from "../settings/policy-proposal.tsx";
import { useLanguage } from "../words/language.tsx";

const REASON_CHARS_MIN = 10;

/** Proposes the threshold that was looked at; a second person approves it. */
export function ProposeThreshold({ threshold }: { readonly threshold: number }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const policy = useQuery(POLICY_QUERY);
  if (session === null || session === undefined) return null;
  return (
    <Stateful query={policy} rows={2}>
      {({ policy: inForce, history }) => {
        const waiting = history.find(({ state }) => state === "proposed");
        if (waiting !== undefined)
          return <PolicyProposal proposal={waiting} before={inForce} session={session} />;
        return (
          <Panel title={t("tuning.propose", { threshold: threshold.toFixed(2) })}>
            {session.permissions.includes("policy.write") ? (
              <ProposalForm policy={inForce} threshold={threshold} />
            ) : (
              <p>{t("tuning.propose.role")}</p>
            )}
          </Panel>
        );
      }}
    </Stateful>
  );
}

function ProposalForm({
  policy,
  threshold,
}: {
  readonly policy: Policy;
  readonly threshold: number;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isShort, setShort] = useState(false);
  const propose = useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api.POST("/api/v1/policy/proposals", {
          body: { policy: { ...policy, screen: { ...policy.screen, threshold } }, reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["policy"] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    const short = reason.length < REASON_CHARS_MIN;
    setShort(short);
    if (!short) propose.mutate(reason);
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <p className={form.note}>{t("tuning.propose.lead")}</p>
      <ErrorSummary
        problems={isShort ? [{ field: "tuning-reason", words: t("settings.reason.short") }] : []}
      />
      {propose.isError ? <Failed problem={problemIn(propose.error)} /> : null}
      <Textarea
        id="tuning-reason"
        name="reason"
        label={t("settings.reason")}
        autosize
        minRows={2}
        maxLength={4_000}
        error={isShort ? t("settings.reason.short") : null}
      />
      <div className={form.acts}>
        <Button type="submit" loading={propose.isPending}>
          {t("tuning.propose", { threshold: threshold.toFixed(2) })}
        </Button>
      </div>
    </form>
  );
}
