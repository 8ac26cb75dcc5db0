import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./ask-form.module.css";
import { isBirth, type SubjectDraft } from "./subject-draft.ts";

type Problems = { readonly q?: string; readonly birth?: string };

const filled = (value: FormDataEntryValue | null): string | undefined => {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
};

/** The one box, and the facts that make an answer surer. Checked when it is sent, and nothing typed is lost. */
export function AskForm({
  draft,
  onAsk,
}: {
  readonly draft: SubjectDraft;
  readonly onAsk: (draft: SubjectDraft) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  // On a phone the answer should be seen, not the form again.
  const wide = matchMedia("(min-width: 768px)").matches || draft.q === undefined;
  const facts =
    wide && [draft.kind, draft.birth, draft.country, draft.id, draft.at].some((fact) => fact !== undefined);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const next: SubjectDraft = {
      q: filled(data.get("q")),
      kind: filled(data.get("kind")),
      birth: filled(data.get("birth")),
      country: filled(data.get("country")),
      id: filled(data.get("id")),
      at: filled(data.get("at")),
    };
    const found: Problems = {
      ...(next.q === undefined ? { q: t("ask.error.empty") } : {}),
      ...(next.birth !== undefined && !isBirth(next.birth) ? { birth: t("ask.error.birth") } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first === undefined) onAsk(next);
    else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <search>
      <form ref={form} className={style.form} onSubmit={submit} noValidate>
        <div className={style.line}>
          <TextInput
            data-main-box
            className={style.box ?? ""}
            size="lg"
            name="q"
            label={t("ask.label")}
            description={t("ask.hint")}
            defaultValue={draft.q}
            error={problems.q}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" size="lg">
            {t("ask.check")}
          </Button>
        </div>
        <details className={style.facts} open={facts}>
          <summary>{t("ask.more")}</summary>
          <div className={style.fields}>
            <NativeSelect
              name="kind"
              label={t("ask.schema")}
              defaultValue={draft.kind ?? ""}
              data={[
                { value: "", label: t("ask.schema.any") },
                { value: "person", label: t("ask.schema.person") },
                { value: "company", label: t("ask.schema.company") },
                { value: "vessel", label: t("ask.schema.vessel") },
              ]}
            />
            <TextInput
              name="birth"
              label={t("ask.birth")}
              description={t("ask.birth.hint")}
              defaultValue={draft.birth}
              error={problems.birth}
              inputMode="numeric"
            />
            <TextInput name="country" label={t("ask.country")} defaultValue={draft.country} />
            <TextInput name="id" label={t("ask.id")} defaultValue={draft.id} />
            <TextInput name="at" type="date" label={t("asof.label")} defaultValue={draft.at} />
          </div>
        </details>
      </form>
    </search>
  );
}
