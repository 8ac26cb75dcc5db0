import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";

const OUTCOMES = ["true-match", "false-positive", "undetermined", "escalated"] as const;

/** Whom the change is about by name: pairs that one threshold shows and the other does not. */
export function BetweenPairs({
  now,
  threshold,
}: {
  readonly now: number;
  readonly threshold: number;
}): ReactNode {
  const { t } = useLanguage();
  const [from, until] = [Math.min(now, threshold), Math.max(now, threshold)];
  const pairs = useQuery({
    queryKey: ["tuning", "pairs", from, until],
    queryFn: () => answerOf(api.GET("/api/v1/tuning/pairs", { params: { query: { from, until } } })),
    enabled: from < until,
  });
  return (
    <Panel title={t(threshold > now ? "tuning.between.fewer" : "tuning.between.more")}>
      <Stateful query={pairs} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t("tuning.between.none")}</p>
          ) : (
            <PlainTable
              caption={t("tuning.own")}
              rows={items}
              keyOf={({ subjectId, entityId }) => `${subjectId} ${entityId}`}
              columns={[
                {
                  key: "ours",
                  title: t("queue.subject"),
                  heads: true,
                  cell: ({ caption }) => <Name name={caption} />,
                },
                {
                  key: "theirs",
                  title: t("queue.listed"),
                  cell: ({ entityId, entityCaption }) => (
                    <Link to="/listed/$id" params={{ id: entityId }}>
                      <Name name={entityCaption ?? entityId} />
                    </Link>
                  ),
                },
                {
                  key: "score",
                  title: t("queue.score"),
                  number: true,
                  cell: ({ score }) => score.toFixed(2),
                },
                {
                  key: "decided",
                  title: t("tuning.between.decided"),
                  cell: ({ alertId, outcome }) => {
                    const known = OUTCOMES.find((one) => one === outcome);
                    if (alertId === null) return "–";
                    return (
                      <Link to="/alerts/$id" params={{ id: alertId }}>
                        {known === undefined ? t("phase.open") : t(`outcome.${known}`)}
                      </Link>
                    );
                  },
                },
              ]}
            />
          )
        }
      </Stateful>
    </Panel>
  );
}
