import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { useKindWords } from "./kind-words.ts";

/** While a test message is under way it is looked for so often. */
const LOOK_MS = 1_500;
const SHOWN = 10;

/** What an address was told of late, and what it met. */
export function WebhookDeliveries({
  id,
  isWaiting,
}: {
  readonly id: string;
  readonly isWaiting: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const words = useKindWords();
  const queries = useQueryClient();
  const deliveries = useQuery({
    queryKey: ["deliveries", id],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/webhooks/{id}/deliveries", { params: { path: { id }, query: { limit: SHOWN } } }),
      ),
    refetchInterval: isWaiting ? LOOK_MS : false,
  });
  const again = useMutation({
    mutationFn: (deliveryId: string) =>
      answerOf(
        api.POST("/api/v1/webhooks/{id}/deliveries/{deliveryId}/retry", {
          params: { path: { id, deliveryId } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["deliveries", id] }),
  });
  return (
    <>
      <h3>{t("webhooks.deliveries")}</h3>
      <Stateful query={deliveries} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t("webhooks.deliveries.none")}</p>
          ) : (
            <PlainTable
              caption={t("webhooks.deliveries")}
              rows={items}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: "kind",
                  title: t("webhooks.delivery.kind"),
                  heads: true,
                  cell: ({ kind }) => (
                    <>
                      {words(kind)}
                      <small>
                        <code>{kind}</code>
                      </small>
                    </>
                  ),
                },
                {
                  key: "at",
                  title: t("webhooks.delivery.at"),
                  cell: ({ createdAt }) => sayInstant(language, createdAt),
                },
                {
                  key: "state",
                  title: t("webhooks.state"),
                  cell: ({ state }) => t(`webhooks.delivery.${state}`),
                },
                {
                  key: "met",
                  title: t("webhooks.delivery.met"),
                  cell: ({ lastStatus, lastWords }) =>
                    [lastStatus === null ? null : String(lastStatus), lastWords]
                      .filter(Boolean)
                      .join(" · ") || "–",
                },
                {
                  key: "tries",
                  title: t("webhooks.delivery.tries"),
                  number: true,
                  cell: ({ attempts }) => sayNumber(language, attempts),
                },
                {
                  key: "acts",
                  title: t("webhooks.delivery.again"),
                  acts: true,
                  cell: (row) =>
                    row.state === "delivered" ? null : (
                      <Button
                        size="compact-md"
                        variant="default"
                        aria-label={`${t("webhooks.delivery.again")}: ${words(row.kind)}, ${sayInstant(language, row.createdAt)}`}
                        onClick={() => again.mutate(row.id)}
                      >
                        {t("webhooks.delivery.again")}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Stateful>
    </>
  );
}
