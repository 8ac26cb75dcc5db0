import { Button, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import type { LegalReport } from "./report-fields.ts";

/** On what ground property goes; some need no report. */
const GROUNDS = [
  "licence-asks-report",
  "licence",
  "delisting",
  "between-own-offices",
  "service-charge",
  "other",
] as const;
type Ground = (typeof GROUNDS)[number];

/** Starts the report of a release from that of the blocking: when, by which licence, to whom, all of it or a part. */
export function Release({
  report,
  onClose,
}: {
  readonly report: LegalReport;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [lacks, setLacks] = useState(false);
  const start = useMutation({
    mutationFn: (body: {
      readonly on: string;
      readonly ground: Ground;
      readonly authority: string;
      readonly to: string;
      readonly amount: string | null;
      readonly narrative: string;
    }) => answerOf(api.POST("/api/v1/reports/{id}/release", { params: { path: { id: report.id } }, body })),
    onSuccess: async (made) => {
      queries.setQueryData(["legal-report", made.id], made);
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
      await navigate({ to: "/reports/$id", params: { id: made.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const missing = text("authority") === "";
    setLacks(missing);
    if (missing) return;
    const amount = text("amount");
    start.mutate({
      on: text("on"),
      ground: GROUNDS.find((one) => one === text("ground")) ?? "other",
      authority: text("authority"),
      to: text("to"),
      amount: amount === "" ? null : amount,
      narrative: text("narrative"),
    });
  };
  const wrong = lacks ? t("legal.release.lacks") : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("legal.release")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form className={form.form} onSubmit={submit} noValidate>
        {start.isError ? <Failed problem={problemIn(start.error)} /> : null}
        <ErrorSummary problems={wrong === undefined ? [] : [{ field: "release-authority", words: wrong }]} />
        <TextInput
          name="on"
          type="date"
          label={t("legal.release.on")}
          defaultValue={new Date().toISOString().slice(0, 10)}
        />
        <NativeSelect
          name="ground"
          label={t("legal.ground")}
          defaultValue="licence-asks-report"
          data={GROUNDS.map((one) => ({ value: one, label: t(`legal.ground.${one}`) }))}
        />
        <TextInput
          id="release-authority"
          name="authority"
          label={t("legal.field.releaseAuthority")}
          error={wrong}
        />
        <TextInput name="to" label={t("legal.release.to")} />
        <TextInput name="amount" inputMode="decimal" label={t("legal.release.amount")} />
        <Textarea name="narrative" label={t("legal.field.narrative")} autosize minRows={2} />
        <Button type="submit" loading={start.isPending}>
          {t("legal.start.do")}
        </Button>
      </form>
    </Modal>
  );
}
