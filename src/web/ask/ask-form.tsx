import { Button, FileButton, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayCountry } from "../words/saying.ts";
import style from "./ask-form.module.css";
import { type Question, readQuestion } from "./sentence.ts";
import { isBirth, type SubjectDraft } from "./subject-draft.ts";

type Problems = { readonly q?: string; readonly birth?: string };

const filled = (value: FormDataEntryValue | null): string | undefined => {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
};

/** The one box, and the facts that make an answer surer. Checked when it is sent, and nothing typed is lost. */
export function AskForm({
  draft,
  busy,
  onAsk,
  onFile,
}: {
  readonly draft: SubjectDraft;
  readonly busy: boolean;
  /** Takes a file from those who do not drag. */
  readonly onFile: (file: File) => void;
  readonly onAsk: (question: Question, at: string | undefined) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  // Folded once they are asked with: what was stated stands in their line, and the answer below it in sight.
  const country = draft.country === undefined ? undefined : sayCountry(language, draft.country);
  const stated = [draft.birth, country, draft.id].filter((fact) => fact !== undefined);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const q = filled(data.get("q"));
    const birth = filled(data.get("birth"));
    const at = filled(data.get("at"));
    const found: Problems = {
      ...(q === undefined ? { q: t("ask.error.empty") } : {}),
      ...(birth !== undefined && !isBirth(birth) ? { birth: t("ask.error.birth") } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (q === undefined || first !== undefined) {
      const field = event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`);
      const folded = field?.closest("details");
      if (folded !== null && folded !== undefined) folded.open = true;
      field?.focus();
      return;
    }
    const stated: SubjectDraft = {
      ...(filled(data.get("kind")) === undefined ? {} : { kind: filled(data.get("kind")) }),
      ...(birth === undefined ? {} : { birth }),
      ...(filled(data.get("country")) === undefined ? {} : { country: filled(data.get("country")) }),
      ...(filled(data.get("id")) === undefined ? {} : { id: filled(data.get("id")) }),
    };
    onAsk(readQuestion(q, stated), at);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While Hangul is composed, Enter ends the syllable and nothing else.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <search>
      <form ref={form} className={style.form} onSubmit={submit} noValidate>
        <div className={style.line}>
          <Textarea
            data-main-box
            className={style.box ?? ""}
            size="lg"
            name="q"
            label={t("ask.label")}
            description={t("ask.hint")}
            defaultValue={draft.q}
            error={problems.q}
            autosize
            minRows={1}
            maxRows={12}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={onKey}
          />
          <Button type="submit" size="lg" loading={busy}>
            {t("ask.check")}
          </Button>
        </div>
        <div className={style.more}>
          <TextInput
            name="at"
            type="date"
            size="sm"
            className={style.day ?? ""}
            label={t("asof.label")}
            defaultValue={draft.at}
          />
          <details className={style.facts}>
            <summary>
              {t("ask.more")}
              {stated.length === 0 ? null : <span className={style.stated}>{stated.join(" · ")}</span>}
            </summary>
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
                placeholder={t("ask.birth.hint")}
                defaultValue={draft.birth}
                error={problems.birth}
                inputMode="numeric"
              />
              <TextInput name="country" label={t("ask.country")} defaultValue={draft.country} />
              <TextInput name="id" label={t("ask.id")} defaultValue={draft.id} />
            </div>
          </details>
          <FileButton onChange={(file) => (file === null ? undefined : onFile(file))}>
            {(props) => (
              <Button {...props} variant="subtle" size="sm" className="screen-only">
                {t("ask.file")}
              </Button>
            )}
          </FileButton>
        </div>
      </form>
    </search>
  );
}
