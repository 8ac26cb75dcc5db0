import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { type Policy, policyChanges } from "./policy-facts.ts";

type Version = components["schemas"]["PolicyVersion"];
type Decision = "approved" | "rejected" | "withdrawn";

const REASON_CHARS_MIN = 10;

/** A proposal that waits: what it changes, why, and the decision of a second person. */
export function PolicyProposal({
  proposal,
  before,
  session,
}: {
  readonly proposal: Version;
  readonly before: Policy;
  readonly session: Session;
}): ReactNode {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const isOwn = proposal.proposedBy.id === session.id;
  const mayApprove = session.permissions.includes("policy.approve") && !isOwn;
  return (
    <Panel title={t("policy.waits")} aside={t("policy.by", { name: proposal.proposedBy.name })}>
      <FactList
        facts={[
          ...policyChanges(before, proposal.policy, spoken).map(({ name, ...change }) => ({
            name,
            value: <strong>{t("policy.change", change)}</strong>,
          })),
          { name: t("settings.reason"), value: proposal.reason },
          { name: t("policy.from"), value: sayInstant(language, proposal.effectiveFrom) },
        ]}
      />
      {isOwn ? (
        <p>
          {t("policy.waits.own")}{" "}
          <Link to="/settings/$part" params={{ part: "people" }}>
            {t("people.invite")}
          </Link>
        </p>
      ) : mayApprove ? null : (
        <p>{t("policy.waits.role")}</p>
      )}
      {isOwn || mayApprove ? (
        <Decide id={proposal.id} decisions={isOwn ? ["withdrawn"] : ["approved", "rejected"]} />
      ) : null}
    </Panel>
  );
}

const WORDS = {
  approved: "policy.approve",
  rejected: "policy.reject",
  withdrawn: "policy.withdraw",
} as const;

function Decide({
  id,
  decisions,
}: {
  readonly id: string;
  readonly decisions: readonly Decision[];
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isShort, setShort] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: Decision) => {
      const call = { params: { path: { id } }, body: { decision, reason: reason.trim() } };
      return answerOf(
        decision === "withdrawn"
          ? api.POST("/api/v1/policy/proposals/{id}/withdrawal", call)
          : api.POST("/api/v1/policy/proposals/{id}/decision", call),
      );
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["policy"] });
      await queries.invalidateQueries({ queryKey: ["tuning"] });
    },
  });
  const choose = (decision: Decision): void => {
    const short = reason.trim().length < REASON_CHARS_MIN;
    setShort(short);
    if (!short) decide.mutate(decision);
  };
  return (
    <div className={form.form}>
      <ErrorSummary
        problems={isShort ? [{ field: "proposal-reason", words: t("settings.reason.short") }] : []}
      />
      {decide.isError ? <Failed problem={problemIn(decide.error)} /> : null}
      <Textarea
        id="proposal-reason"
        label={t("settings.reason")}
        autosize
        minRows={2}
        maxLength={4_000}
        value={reason}
        error={isShort ? t("settings.reason.short") : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div className={form.acts}>
        {decisions.map((decision) => (
          <Button
            key={decision}
            variant={decision === "approved" ? "filled" : "default"}
            loading={decide.isPending}
            onClick={() => choose(decision)}
          >
            {t(WORDS[decision])}
          </Button>
        ))}
      </div>
    </div>
  );
}
