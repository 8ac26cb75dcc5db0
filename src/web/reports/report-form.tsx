import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";

type LegalReport = components["schemas"]["LegalReport"];
type Fields = LegalReport["fields"];

/** What a person fills in; the rest comes from the alert, the check and the lists. */
const PARTS = {
  filer: ["name", "address", "contactName", "contactPhone", "contactEmail"],
  property: ["description", "location"],
  value: ["amount", "currency", "usd"],
} as const satisfies Partial<Record<keyof Fields, readonly string[]>>;

/** Longer than a line. */
const TEXTS = ["legalAuthority", "releaseAuthority", "narrative"] as const;

/** The fields of a report, to be filled in before its document is made. */
export function ReportForm({
  report,
  onClose,
}: {
  readonly report: LegalReport;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const { fields } = report;
  const write = useMutation({
    mutationFn: (body: Fields) =>
      answerOf(
        api.PUT("/api/v1/reports/{id}", {
          params: { path: { id: report.id } },
          headers: { "If-Match": `"${report.version}"` },
          body,
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? "").trim();
    const part = <Part extends keyof typeof PARTS>(name: Part): Fields[Part] => ({
      ...fields[name],
      ...Object.fromEntries(PARTS[name].map((key) => [key, text(`${name}.${key}`)])),
    });
    write.mutate({
      ...fields,
      filer: part("filer"),
      property: part("property"),
      value: part("value"),
      ...Object.fromEntries(TEXTS.map((key) => [key, text(key)])),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("legal.fill")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form className={form.form} onSubmit={submit} noValidate>
        {write.isError ? <Failed problem={problemIn(write.error)} /> : null}
        {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
          <fieldset key={part} className={form.choices}>
            <legend>{t(`legal.part.${part}`)}</legend>
            {PARTS[part].map((key) => (
              <TextInput
                key={key}
                name={`${part}.${key}`}
                label={t(`legal.field.${key}`)}
                defaultValue={(fields[part] as Readonly<Record<string, string>>)[key] ?? ""}
                maxLength={4_000}
              />
            ))}
          </fieldset>
        ))}
        {TEXTS.map((key) => (
          <Textarea
            key={key}
            name={key}
            label={t(`legal.field.${key}`)}
            defaultValue={fields[key]}
            autosize
            minRows={2}
            maxRows={10}
          />
        ))}
        <Button type="submit" loading={write.isPending}>
          {t("legal.filed.save")}
        </Button>
      </form>
    </Modal>
  );
}
