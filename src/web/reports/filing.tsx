import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import type { LegalReport } from "./report-fields.ts";

/** Writes down that a report was filed, with the authority's reference. */
export function Filing({
  report,
  onClose,
}: {
  readonly report: LegalReport;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [reference, setReference] = useState("");
  const file = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/reports/{id}/filing", {
          params: { path: { id: report.id } },
          headers: { "If-Match": `"${report.version}"` },
          body: { on, reference: reference.trim() },
        }),
      ),
    onSuccess: async (filed) => {
      queries.setQueryData(["legal-report", report.id], filed);
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (reference.trim() !== "") file.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t("legal.filed")} closeButtonProps={{ "aria-label": t("close") }}>
      <form className={form.form} onSubmit={submit} noValidate>
        {file.isError ? <Failed problem={problemIn(file.error)} /> : null}
        <TextInput
          type="date"
          label={t("legal.filed.on")}
          value={on}
          onChange={({ currentTarget: { value } }) => setOn(value)}
        />
        <TextInput
          label={t("legal.filed.reference")}
          value={reference}
          maxLength={200}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setReference(value)}
        />
        <Button type="submit" loading={file.isPending}>
          {t("legal.filed.save")}
        </Button>
      </form>
    </Modal>
  );
}
