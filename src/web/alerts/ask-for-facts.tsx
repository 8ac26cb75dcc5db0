import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import type { Alert } from "../api/shapes.ts";
import { CopyText } from "../components/copy-link.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import style from "./alert-page.module.css";
import { addNote } from "./deciding.ts";
import { keepAlert } from "./queue-data.ts";

/** A fact that only the list states, as the button beside it asks for it. */
export function AskFor({
  fact,
  asked,
  onAsk,
}: {
  readonly fact: string;
  /** Whether it is among those that are asked for now. */
  readonly asked: boolean;
  readonly onAsk: (asks: boolean) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      –{" "}
      <Button
        size="compact-xs"
        variant="default"
        className="screen-only"
        aria-pressed={asked}
        aria-label={t("alert.askfor.fact", { fact: sayProperty(language, fact) })}
        onClick={() => onAsk(!asked)}
      >
        {t(asked ? "alert.askfor.asked" : "alert.askfor")}
      </Button>
    </>
  );
}

/**
 * A question to the customer for facts that only the list states: to be copied and sent, and noted in the alert's history. It
 * says nothing of a list, so that nobody is warned by it.
 */
export function AskForFacts({
  alert,
  facts,
  onDone,
}: {
  readonly alert: Alert;
  readonly facts: readonly string[];
  readonly onDone: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const named = facts.map((fact) => sayProperty(language, fact)).join(", ");
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? t("alert.askfor.text", { facts: named });
  const note = useMutation({
    mutationFn: () => addNote(alert.id, t("alert.askfor.noted", { facts: named })),
    onSuccess: (changed) => {
      keepAlert(queries, changed);
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    note.mutate();
  };
  return (
    <form className={`${style.askFor} screen-only`} onSubmit={submit}>
      <Textarea
        label={t("alert.askfor.title")}
        description={t("alert.askfor.hint")}
        autosize
        minRows={2}
        value={text}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      {note.error === null ? null : <Failed problem={problemIn(note.error)} />}
      <div className={style.actions}>
        <CopyText text={text} />
        <Button type="submit" variant="default" size="sm" loading={note.isPending}>
          {t("alert.askfor.note")}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {t("alert.askfor.not")}
        </Button>
      </div>
    </form>
  );
}
