import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { sayQuantity } from "./exact.ts";
import type { Waiver } from "./shapes.ts";

/** Shipments that hold something of the waiver: they pass, or set it free; else it ends by itself. */
export function OpenReservations({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const open = useQuery({
    queryKey: ["waiver", waiver.id, "reservations"],
    queryFn: () =>
      answerOf(api.GET("/api/v1/waivers/{id}/reservations", { params: { path: { id: waiver.id } } })),
  });
  const act = useMutation({
    mutationFn: ({ id, kind }: { readonly id: string; readonly kind: "commit" | "release" }) =>
      answerOf(
        api.POST("/api/v1/waivers/{id}/ledger", {
          params: { path: { id: waiver.id }, header: { "idempotency-key": `${kind}-${id}` } },
          body: kind === "commit" ? { kind, reservation: id, final: true } : { kind, reservation: id },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["waiver", waiver.id] }),
  });
  const items = open.data?.items ?? [];
  if (items.length === 0 && !act.isError) return null;
  const mayAct = session?.permissions.includes("waivers.write") === true;
  return (
    <Panel title={t("waivers.open.reservations")}>
      {act.isError ? <Failed problem={problemIn(act.error)} /> : null}
      <PlainTable
        caption={t("waivers.open.reservations")}
        rows={items}
        keyOf={({ reservation }) => reservation}
        columns={[
          {
            key: "reference",
            title: t("waivers.shipment"),
            heads: true,
            cell: ({ reference, expiresAt }) => (
              <>
                {reference}
                <small>
                  {expiresAt === null ? "" : t("waivers.ends", { time: sayInstant(language, expiresAt) })}
                </small>
              </>
            ),
          },
          {
            key: "lines",
            title: t("waivers.quantities"),
            cell: ({ lines }) =>
              lines.map(({ line, quantity }) => (
                <div key={line}>
                  {t("apply.line", { line })}: {sayQuantity(language, quantity)}
                </div>
              )),
          },
          ...(mayAct
            ? [
                {
                  key: "acts",
                  title: t("apply.change"),
                  acts: true,
                  cell: ({ reservation, reference }: { reservation: string; reference: string }) => (
                    <span className={form.acts}>
                      <Button
                        size="compact-md"
                        variant="default"
                        aria-label={`${t("waivers.passed")}: ${reference}`}
                        onClick={() => act.mutate({ id: reservation, kind: "commit" })}
                      >
                        {t("waivers.passed")}
                      </Button>
                      <Button
                        size="compact-md"
                        variant="default"
                        aria-label={`${t("waivers.release")}: ${reference}`}
                        onClick={() => act.mutate({ id: reservation, kind: "release" })}
                      >
                        {t("waivers.release")}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
