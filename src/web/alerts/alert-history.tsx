import { Button, FileButton, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent, ReactNode } from "react";
import { uploadTo } from "../api/client.ts";
import { useNameOf } from "../api/people.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Alert } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { type Moment, TimelineList } from "../components/timeline-list.tsx";
import { useDraft } from "../components/use-draft.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./alert-page.module.css";
import { addNote } from "./deciding.ts";
import { keepAlert } from "./queue-data.ts";

type AlertEvent = Alert["events"][number];

/** Everything that happened to the alert, earlier alerts on the same pair, notes and files. */
export function AlertHistory({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const momentOf = useMomentOf();
  return (
    <>
      <Panel title={t("alert.earlier")}>
        {alert.earlier.length === 0 ? (
          <p className={style.muted}>{t("alert.earlier.none")}</p>
        ) : (
          <ul className={style.sources}>
            {alert.earlier.map(({ id, phase, outcome, narrative, createdAt }) => (
              <li key={id}>
                <Link to="/alerts/$id" params={{ id }}>
                  {outcome === null ? t(`phase.${phase}`) : t(`outcome.${outcome}`)}
                </Link>{" "}
                · {sayInstant(language, createdAt)}
                {narrative === null ? null : <p className={style.muted}>{narrative}</p>}
              </li>
            ))}
          </ul>
        )}
        {alert.suppressions.map(({ id, until, state, words }) => (
          <p key={id} className={style.muted}>
            {t("alert.suppressed", { day: until })}{" "}
            {state === "holds" || words === null ? null : <Said words={words} />}
          </p>
        ))}
      </Panel>
      <Files alert={alert} />
      <Panel title={t("alert.history")}>
        <Note alert={alert} />
        <TimelineList moments={alert.events.map(momentOf).toReversed()} />
      </Panel>
    </>
  );
}

function useMomentOf(): (event: AlertEvent, at: number) => Moment {
  const { t, language } = useLanguage();
  const nameOf = useNameOf();
  const wordsOf = (event: AlertEvent): ReactNode => {
    switch (event.kind) {
      case "opened":
      case "closed":
      case "seen-again":
        return <Said words={event.words} />;
      case "noted":
        return event.text;
      case "attached":
        return event.name;
      case "answered":
        return event.words;
      case "decided":
      case "seconded":
        return event.narrative;
      case "undone":
        return event.reason;
      case "assigned":
        return "";
    }
  };
  const titleOf = (event: AlertEvent): string => {
    switch (event.kind) {
      case "decided":
        return t("event.decided.as", { outcome: t(`outcome.${event.outcome}`) });
      case "seconded":
        return t(event.agrees ? "event.agreed" : "event.disagreed");
      case "assigned":
        return event.to === null ? t("event.unassigned") : t("event.assigned.to", { name: nameOf(event.to) });
      case "answered":
        return t("event.answered.step", {
          step: String(event.step),
          answer: t(`step.answer.${event.answer as "ofac"}`),
        });
      default:
        return t(`event.${event.kind}`);
    }
  };
  return (event, at) => ({
    key: `${event.at} ${event.kind} ${at}`,
    title: titleOf(event),
    words: wordsOf(event),
    at: event.at,
    by: sayTitle(language, event.by.name),
  });
}

function Note({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const [text, setText] = useDraft(`sluice.draft.note.${alert.id}`);
  const key = ["alert", alert.id];
  // The note stands in the history at once; refused, it is in its field again.
  const note = useMutation({
    mutationFn: (words: string) => addNote(alert.id, words),
    onMutate: (words) => {
      setText("");
      if (session === null || session === undefined) return;
      const by = { kind: "person", id: session.id, name: session.name } as const;
      const noted = { kind: "noted", text: words, at: new Date().toISOString(), by, receipt: null } as const;
      queries.setQueryData<Alert>(key, (held) => held && { ...held, events: [...held.events, noted] });
    },
    onSuccess: (changed) => keepAlert(queries, changed),
    onError: (_, words) => {
      setText(words);
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  if (session?.permissions.includes("alerts.decide") !== true) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (text.trim() !== "") note.mutate(text.trim());
  };
  return (
    <form onSubmit={submit} className={style.note}>
      <Textarea
        id="alert-note"
        aria-label={t("alert.note")}
        placeholder={t("alert.note")}
        autosize
        minRows={2}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {note.error === null ? null : <Failed problem={problemIn(note.error)} />}
      <Button type="submit" variant="default" size="sm">
        {t("alert.note.add")}
      </Button>
    </form>
  );
}

/** Kinds of file that the service keeps. */
const FILE_TYPES = "application/pdf,image/png,image/jpeg,text/plain,text/csv,message/rfc822";

function Files({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const attach = useMutation({
    mutationFn: (file: File) =>
      uploadTo(`/api/v1/alerts/${alert.id}/attachments?name=${encodeURIComponent(file.name)}`, file),
    onSettled: () => queries.invalidateQueries({ queryKey: ["alert", alert.id] }),
  });
  const may = session?.permissions.includes("alerts.decide") === true;
  if (!may && alert.attachments.length === 0 && alert.reports.length === 0) return null;
  return (
    <Panel title={t("alert.files")}>
      {alert.attachments.length === 0 ? <p className={style.muted}>{t("alert.files.none")}</p> : null}
      <ul className={style.sources}>
        {alert.attachments.map(({ id, name, size, at, by }) => (
          <li key={id}>
            <a href={`/api/v1/alerts/${alert.id}/attachments/${id}`} download={name}>
              <Name name={name} />
            </a>
            <p className={style.muted}>
              {Math.ceil(size / 1024)} KB · {sayInstant(language, at)} · {sayTitle(language, by.name)}
            </p>
          </li>
        ))}
      </ul>
      {alert.reports.length === 0 ? null : (
        <ul className={style.sources}>
          {alert.reports.map(({ id, kind, dueOn }) => (
            <li key={id}>
              <Link to="/reports/$id" params={{ id }}>
                {t(`legal.kind.${kind}`)}
              </Link>
              <p className={style.muted}>{t("legal.due.on", { day: sayDay(language, dueOn) })}</p>
            </li>
          ))}
        </ul>
      )}
      {attach.error === null ? null : <Failed problem={problemIn(attach.error)} />}
      {may ? (
        <FileButton
          accept={FILE_TYPES}
          onChange={(file) => (file === null ? undefined : attach.mutate(file))}
        >
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={attach.isPending}>
              {t("alert.files.add")}
            </Button>
          )}
        </FileButton>
      ) : null}
    </Panel>
  );
}
