import { Checkbox } from "@mantine/core";
import { IconPlus, IconUsers, IconX } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./saved-views.module.css";
import { Failed } from "./stateful.tsx";
import { type KeptView, useViews, type View, type ViewPage } from "./use-views.ts";

/** A view that is always there, with how many rows it has. */
export type FixedView = View & { readonly count?: number | undefined };

const sameSearch = (a: View["search"], b: View["search"]): boolean => {
  const text = (search: View["search"]) => JSON.stringify(Object.entries(search).sort());
  return text(a) === text(b);
};

/**
 * Views of a list as links: those that are always there, those that the team or the person saved, and a way to save what
 * the address shows now. The view itself is the address, so a link shows the same.
 */
export function SavedViews({
  page,
  label,
  fixed,
  now,
  onGo,
}: {
  readonly page: ViewPage;
  /** What the views are of. */
  readonly label: string;
  readonly fixed: readonly FixedView[];
  readonly now: View["search"];
  readonly onGo: (search: View["search"]) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { views, save, remove } = useViews(page);
  const mayKeepTeams = useSession()?.permissions.includes("alerts.assign") === true;
  const [naming, setNaming] = useState(false);
  const known = [...fixed, ...views].some(({ search }) => sameSearch(search, now));
  const problem = save.error ?? remove.error;
  return (
    <>
      <nav className={style.views} aria-label={label}>
        {fixed.map((view) => (
          <ViewLink key={view.name} view={view} current={sameSearch(view.search, now)} onGo={onGo}>
            {view.name}
            {view.count === undefined ? null : (
              <span className={style.count}>{sayNumber(language, view.count)}</span>
            )}
          </ViewLink>
        ))}
        {views.map((view) => (
          <Kept
            key={view.id}
            view={view}
            current={sameSearch(view.search, now)}
            onGo={onGo}
            onRemove={view.team && !mayKeepTeams ? null : () => remove.mutate(view.id)}
          />
        ))}
        {known || naming ? null : (
          <button type="button" className={style.view} onClick={() => setNaming(true)}>
            <IconPlus size={16} aria-hidden />
            {t("views.save")}
          </button>
        )}
      </nav>
      {naming && !known ? (
        <NameForm
          mayKeepTeams={mayKeepTeams}
          typed={save.isError ? save.variables.name : ""}
          onCancel={() => setNaming(false)}
          onSave={(name, team) => {
            setNaming(false);
            // What was typed is in its field again where the view was refused.
            save.mutate({ name, team, search: now }, { onError: () => setNaming(true) });
          }}
        />
      ) : null}
      {problem === null ? null : <Failed problem={problemIn(problem)} />}
    </>
  );
}

function Kept({
  view,
  current,
  onGo,
  onRemove,
}: {
  readonly view: KeptView;
  readonly current: boolean;
  readonly onGo: (search: View["search"]) => void;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <span className={style.saved}>
      <ViewLink view={view} current={current} onGo={onGo}>
        {view.team ? <IconUsers size={16} aria-label={t("views.team")} /> : null}
        {view.name}
      </ViewLink>
      {onRemove === null ? null : (
        <button
          type="button"
          className={style.remove}
          aria-label={t("views.remove", { name: view.name })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}

function NameForm({
  mayKeepTeams,
  typed,
  onCancel,
  onSave,
}: {
  readonly mayKeepTeams: boolean;
  /** What stands in the field at first. */
  readonly typed: string;
  readonly onCancel: () => void;
  readonly onSave: (name: string, team: boolean) => void;
}): ReactNode {
  const { t } = useLanguage();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = String(data.get("name") ?? "").trim();
    if (name === "") onCancel();
    else onSave(name, data.get("team") !== null);
  };
  return (
    <form onSubmit={submit} className={style.form}>
      <input
        name="name"
        defaultValue={typed}
        maxLength={40}
        aria-label={t("views.name")}
        placeholder={t("views.name")}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type the name.
        autoFocus
        onKeyDown={({ key }) => (key === "Escape" ? onCancel() : undefined)}
      />
      {mayKeepTeams ? <Checkbox name="team" label={t("views.forTeam")} /> : null}
      <button type="submit" className={style.view}>
        {t("views.keep")}
      </button>
    </form>
  );
}

function ViewLink({
  view,
  current,
  onGo,
  children,
}: {
  readonly view: View;
  readonly current: boolean;
  readonly onGo: (search: View["search"]) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <a
      href={`?${new URLSearchParams(view.search)}`}
      className={style.view}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo(view.search);
      }}
    >
      {children}
    </a>
  );
}
