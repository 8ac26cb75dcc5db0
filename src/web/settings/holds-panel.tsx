import { Button, NumberInput, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { paths } from "../../client/schema.ts";
import { atOnce } from "../api/at-once.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";

type Holds = paths["/api/v1/retention/holds"]["get"]["responses"][200]["content"]["application/json"];

const numberOf = (value: FormDataEntryValue | null): number | null => {
  const number = Number(value);
  return value === null || value === "" || !Number.isInteger(number) || number < 1 ? null : number;
};

/** Holds: while one stands nothing in its range is erased. */
export function HoldsPanel({ mayManage }: { readonly mayManage: boolean }): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const holds = useQuery({
    queryKey: ["holds"],
    queryFn: () => answerOf(api.GET("/api/v1/retention/holds")),
  });
  const release = useMutation({
    mutationFn: (id: string) =>
      answerOf(
        api.POST("/api/v1/retention/holds/{id}/release", {
          params: { path: { id } },
          body: { reason: t("retention.hold.release.why") },
        }),
      ),
    // A hold is shown as released at once, and as standing again where the service refuses.
    ...atOnce<Holds, string>(
      queries,
      ["holds"],
      (held, id) =>
        held && {
          ...held,
          items: held.items.map((one) =>
            one.id === id ? { ...one, releasedAt: new Date().toISOString() } : one,
          ),
        },
    ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["holds"] }),
  });
  const range = (from: number | null, to: number | null): string =>
    t("retention.hold.range", {
      from: from === null ? t("retention.hold.first") : sayNumber(language, from),
      to: to === null ? t("retention.hold.last") : sayNumber(language, to),
    });
  return (
    <Panel title={t("retention.holds")}>
      <p className={form.note}>{t("retention.holds.lead")}</p>
      {release.isError ? <Failed problem={problemIn(release.error)} /> : null}
      <Stateful query={holds} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t("retention.holds.none")}</p>
          ) : (
            <PlainTable
              caption={t("retention.holds")}
              rows={items}
              keyOf={({ id }) => id}
              isDone={({ releasedAt }) => releasedAt !== null}
              columns={[
                {
                  key: "reason",
                  title: t("settings.reason"),
                  heads: true,
                  cell: ({ reason, from, to }) => (
                    <>
                      {reason}
                      <small>{range(from, to)}</small>
                    </>
                  ),
                },
                {
                  key: "made",
                  title: t("settings.created"),
                  cell: ({ placedAt }) => sayInstant(language, placedAt),
                },
                {
                  key: "acts",
                  title: t("retention.hold.release"),
                  acts: true,
                  cell: ({ id, reason, releasedAt }) =>
                    releasedAt !== null ? (
                      t("retention.hold.released", { time: sayInstant(language, releasedAt) })
                    ) : mayManage ? (
                      <AskFirst
                        label={t("retention.hold.release")}
                        about={reason}
                        question={t("retention.hold.release.ask")}
                        onYes={() => release.mutate(id)}
                      />
                    ) : null,
                },
              ]}
            />
          )
        }
      </Stateful>
      {mayManage ? <PlaceHold /> : null}
    </Panel>
  );
}

function PlaceHold(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isShort, setShort] = useState(false);
  const place = useMutation({
    mutationFn: (body: {
      readonly from: number | null;
      readonly to: number | null;
      readonly reason: string;
    }) => answerOf(api.POST("/api/v1/retention/holds", { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["holds"] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { currentTarget } = event;
    const data = new FormData(currentTarget);
    const reason = String(data.get("reason") ?? "").trim();
    const short = reason.length < 10;
    setShort(short);
    if (short) return;
    const body = { from: numberOf(data.get("from")), to: numberOf(data.get("to")), reason };
    place.mutate(body, { onSuccess: () => currentTarget.reset() });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={isShort ? [{ field: "hold-reason", words: t("settings.reason.short") }] : []} />
      {place.isError ? <Failed problem={problemIn(place.error)} /> : null}
      <div className={form.row}>
        <NumberInput name="from" label={t("retention.hold.from")} min={1} allowDecimal={false} />
        <NumberInput name="to" label={t("retention.hold.to")} min={1} allowDecimal={false} />
      </div>
      <Textarea
        id="hold-reason"
        name="reason"
        label={t("settings.reason")}
        autosize
        minRows={2}
        maxLength={2_000}
        error={isShort ? t("settings.reason.short") : null}
      />
      <div className={form.acts}>
        <Button type="submit" variant="default" loading={place.isPending}>
          {t("retention.hold.place")}
        </Button>
      </div>
    </form>
  );
}
