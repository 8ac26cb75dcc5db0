import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./legal-reports.module.css";

const KINDS = ["blocked-property", "rejected-transaction", "annual-blocked-property"] as const;
type Kind = (typeof KINDS)[number];

const NO_FILER = { name: "", address: "", contactName: "", contactPhone: "", contactEmail: "" };

/** Starts a report that no decision has drafted: of something blocked or rejected elsewhere, or of a year. */
export function StartReport(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind | null>(null);
  const start = useMutation({
    mutationFn: ({ year, eventOn }: { readonly year: number; readonly eventOn: string }) =>
      kind === "annual-blocked-property" || kind === null
        ? answerOf(api.POST("/api/v1/reports/annual", { body: { year, filer: NO_FILER } }))
        : answerOf(api.POST("/api/v1/reports", { body: { kind, eventOn, alertId: null } })),
    onSuccess: async (report) => {
      queries.setQueryData(["legal-report", report.id], report);
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
      await navigate({ to: "/reports/$id", params: { id: report.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    start.mutate({ year: Number(text("year")), eventOn: text("eventOn") });
  };
  if (kind === null)
    return (
      <Button
        variant="default"
        className={style.annual ?? ""}
        onClick={() => setKind("annual-blocked-property")}
      >
        {t("legal.start")}
      </Button>
    );
  return (
    <form className={`${form.form} ${style.annual}`} onSubmit={submit} noValidate>
      {start.isError ? <Failed problem={problemIn(start.error)} /> : null}
      <NativeSelect
        label={t("legal.kind")}
        value={kind}
        data={KINDS.map((one) => ({ value: one, label: t(`legal.kind.${one}`) }))}
        onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? kind)}
      />
      {kind === "annual-blocked-property" ? (
        <NumberInput
          name="year"
          label={t("legal.annual.year")}
          defaultValue={new Date().getUTCFullYear()}
          min={1990}
          max={2200}
          allowDecimal={false}
          thousandSeparator={false}
        />
      ) : (
        <TextInput
          name="eventOn"
          type="date"
          label={t("legal.field.eventOn")}
          defaultValue={new Date().toISOString().slice(0, 10)}
        />
      )}
      <div className={form.acts}>
        <Button type="submit" loading={start.isPending}>
          {t("legal.start.do")}
        </Button>
        <Button variant="subtle" onClick={() => setKind(null)}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}
