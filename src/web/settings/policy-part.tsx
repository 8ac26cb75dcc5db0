import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { policyChanges, policyFacts } from "./policy-facts.ts";
import { PolicyForm, type Proposal } from "./policy-form.tsx";
import { PolicyProposal } from "./policy-proposal.tsx";

type PolicyAnswer = components["schemas"]["Policy"];

/** How the organisation's policy is asked for, wherever it is shown. */
export const POLICY_QUERY = {
  queryKey: ["policy"],
  queryFn: () => answerOf(api.GET("/api/v1/policy")),
} as const;

/** The policy in force, what is proposed, and what was: changed by two persons, never for the past. */
export function PolicyPart({ session }: { readonly session: Session }): ReactNode {
  const { t } = useLanguage();
  const policy = useQuery(POLICY_QUERY);
  return (
    <>
      <p className={form.note}>{t("policy.lead")}</p>
      <Stateful query={policy} rows={8}>
        {(held) => <Held held={held} session={session} />}
      </Stateful>
    </>
  );
}

function Held({ held, session }: { readonly held: PolicyAnswer; readonly session: Session }): ReactNode {
  const spoken = useLanguage();
  const { t } = spoken;
  const queries = useQueryClient();
  const [writes, setWrites] = useState(false);
  const propose = useMutation({
    mutationFn: ({ policy, reason, effectiveFrom }: Proposal) =>
      answerOf(
        api.POST("/api/v1/policy/proposals", {
          body: { policy, reason, ...(effectiveFrom === null ? {} : { effectiveFrom }) },
        }),
      ),
    onSuccess: async () => {
      setWrites(false);
      await queries.invalidateQueries({ queryKey: ["policy"] });
    },
  });
  const waiting = held.history.find(({ state }) => state === "proposed");
  const mayWrite = session.permissions.includes("policy.write");
  return (
    <>
      {waiting === undefined ? null : (
        <PolicyProposal proposal={waiting} before={held.policy} session={session} />
      )}
      <Panel
        title={t("policy.now")}
        aside={
          held.version === 0
            ? t("policy.version.default")
            : t("policy.version", { version: String(held.version) })
        }
      >
        {propose.isError ? <Failed problem={problemIn(propose.error)} /> : null}
        {writes ? (
          <PolicyForm
            policy={held.policy}
            busy={propose.isPending}
            onPropose={(proposal) => propose.mutate(proposal)}
            onCancel={() => setWrites(false)}
          />
        ) : (
          <>
            <FactList facts={policyFacts(held.policy, spoken)} />
            <div className={form.acts}>
              {mayWrite && waiting === undefined ? (
                <Button onClick={() => setWrites(true)}>{t("policy.propose")}</Button>
              ) : null}
              <Link to="/tuning">{t("nav.tuning")}</Link>
            </div>
          </>
        )}
      </Panel>
      <History held={held} />
    </>
  );
}

function History({ held }: { readonly held: PolicyAnswer }): ReactNode {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const past = held.history.filter(({ state }) => state !== "proposed");
  return (
    <Panel title={t("policy.history")}>
      {past.length === 0 ? (
        <p>{t("policy.history.none")}</p>
      ) : (
        <TimelineList
          moments={past.map((one) => ({
            key: one.id,
            title: `${t(`policy.state.${one.state}`)}${
              one.version === null ? "" : ` · ${t("policy.version", { version: String(one.version) })}`
            }`,
            words: (
              <>
                {one.reason}
                <br />
                {t("policy.threshold")}: {one.policy.screen.threshold}
                {one.state === "approved" ? ` · ${sayInstant(language, one.effectiveFrom)}` : ""}
                {policyChanges(held.policy, one.policy, spoken).length === 0 ? ` · ${t("policy.now")}` : ""}
                {one.decidedBy === null || one.decidedReason === null ? null : (
                  <>
                    <br />
                    {t("policy.decided", { name: one.decidedBy.name, reason: one.decidedReason })}
                  </>
                )}
              </>
            ),
            at: one.proposedAt,
            by: t("policy.by", { name: one.proposedBy.name }),
          }))}
        />
      )}
    </Panel>
  );
}
