import { Button, NumberInput, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { HoldsPanel } from "./holds-panel.tsx";

type Retention = components["schemas"]["RetentionPolicy"];

const FIELDS = [
  { name: "receiptsYears", word: "retention.receipts", max: 100 },
  { name: "auditYears", word: "retention.audit", max: 100 },
  { name: "originsDays", word: "retention.origins", max: 3_660 },
] as const;

/** How long the organisation keeps what, and holds that stop erasure. */
export function RetentionPart({ session }: { readonly session: Session }): ReactNode {
  const { t, language } = useLanguage();
  const mayManage = session.permissions.includes("retention.manage");
  const retention = useQuery({
    queryKey: ["retention"],
    queryFn: () => answerOf(api.GET("/api/v1/retention")),
  });
  return (
    <>
      <Panel title={t("settings.part.retention")}>
        <p className={form.note}>{t("retention.lead")}</p>
        <Stateful query={retention} rows={3}>
          {(held) =>
            mayManage ? (
              <RetentionForm key={JSON.stringify(held)} held={held} />
            ) : (
              <FactList
                facts={FIELDS.map(({ name, word }) => ({
                  name: t(word),
                  value: sayNumber(language, held[name]),
                }))}
              />
            )
          }
        </Stateful>
      </Panel>
      <HoldsPanel mayManage={mayManage} />
    </>
  );
}

function RetentionForm({ held }: { readonly held: Retention }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [values, setValues] = useState(held);
  const [isShort, setShort] = useState(false);
  const save = useMutation({
    mutationFn: (reason: string) => answerOf(api.PUT("/api/v1/retention", { body: { ...values, reason } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["retention"] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    const short = reason.length < 10;
    setShort(short);
    if (!short) save.mutate(reason);
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary
        problems={isShort ? [{ field: "retention-reason", words: t("settings.reason.short") }] : []}
      />
      {save.isError ? <Failed problem={problemIn(save.error)} /> : null}
      {FIELDS.map(({ name, word, max }) => (
        <NumberInput
          key={name}
          label={t(word)}
          description={name === "receiptsYears" ? t("retention.receipts.note") : undefined}
          value={values[name]}
          min={1}
          max={max}
          allowDecimal={false}
          onChange={(value) => setValues({ ...values, [name]: Number(value) })}
        />
      ))}
      <Textarea
        id="retention-reason"
        name="reason"
        label={t("settings.reason")}
        autosize
        minRows={2}
        maxLength={2_000}
        error={isShort ? t("settings.reason.short") : null}
      />
      <div className={form.acts}>
        <Button type="submit" loading={save.isPending}>
          {t("settings.save")}
        </Button>
      </div>
      {save.isSuccess ? <p role="status">{t("settings.saved")}</p> : null}
    </form>
  );
}
