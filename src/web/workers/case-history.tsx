import { Button, Textarea } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { type Moment, TimelineList } from "../components/timeline-list.tsx";
import { useDraft } from "../components/use-draft.ts";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import { useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

type Done = WorkerCase["history"][number];

/** Everything that was done with the case, by whom, and a place for a note. */
export function CaseHistory({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const may = useMay("workers.write");
  const momentOf = useMomentOf(one);
  return (
    <Panel title={t("case.history")}>
      {may ? <NoteForm id={one.id} /> : null}
      <TimelineList moments={one.history.map(momentOf).toReversed()} />
    </Panel>
  );
}

function NoteForm({ id }: { readonly id: string }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const [text, setText] = useDraft(`sluice.draft.case-note.${id}`);
  // The note stands in the history at once; refused, it is in its field again.
  const note = useCaseWork(
    id,
    (words: string) =>
      answerOf(
        api.POST("/api/v1/workers/cases/{id}/notes", { params: { path: { id } }, body: { text: words } }),
      ),
    (held, words) => {
      if (session === null || session === undefined) return held;
      const by = { kind: "person", id: session.id, name: session.name } as const;
      const noted = {
        event: { kind: "noted", text: words },
        at: new Date().toISOString(),
        by,
        receipt: null,
      };
      return { ...held, history: [...held.history, noted] };
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = text.trim();
    if (words === "") return;
    setText("");
    note.mutate(words, { onError: () => setText(words) });
  };
  return (
    <form className={style.note} onSubmit={submit}>
      {note.isError ? <Failed problem={problemIn(note.error)} /> : null}
      <Textarea
        label={t("case.note")}
        value={text}
        autosize
        minRows={2}
        maxLength={4_000}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Button type="submit" variant="default" size="sm">
        {t("case.note.add")}
      </Button>
    </form>
  );
}

function useMomentOf(one: WorkerCase): (done: Done, at: number) => Moment {
  const { t, has, language } = useLanguage();
  const items = new Map([...one.checklist, ...one.playbook].map(({ id, words }) => [id, words[language]]));
  const wordsOf = ({ event }: Done): string => {
    const list = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : "");
    const text = (value: unknown): string => (typeof value === "string" ? value : "");
    const parts: Readonly<Record<string, readonly string[]>> = {
      opened: [list(event.accounts), list(event.rules)],
      grown: [list(event.accounts), list(event.rules)],
      merged: [text(event.into)],
      assigned: [event.dueOn === null ? "" : text(event.dueOn)],
      noted: [text(event.text)],
      checked: [`${event.done === true ? "✓" : "–"} ${items.get(text(event.item)) ?? ""}`, text(event.words)],
      prompted: [text(event.rule), text(event.account), text(event.words)],
      asked: [text(event.account)],
      replied: [text(event.account)],
      decided: [sayOutcome(text(event.outcome)), text(event.reason)],
      seconded: [t(event.agrees === true ? "case.second.agree" : "case.second.disagree"), text(event.reason)],
      reopened: [text(event.reason)],
    };
    return (parts[event.kind] ?? []).filter((part) => part !== "").join(" · ");
  };
  const sayOutcome = (outcome: string): string => {
    const key = `case.outcome.${outcome}`;
    return has(key) ? t(key) : outcome;
  };
  return (done, at) => {
    const key = `case.did.${done.event.kind}`;
    const receipt = done.receipt === null ? "" : ` · ${t("case.receipt", { number: String(done.receipt) })}`;
    return {
      key: `${at} ${done.at}`,
      title: `${has(key) ? t(key) : done.event.kind}${receipt}`,
      words: wordsOf(done),
      at: done.at,
      by: sayTitle(language, done.by.name),
    };
  };
}
