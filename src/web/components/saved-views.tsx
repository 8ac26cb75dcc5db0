import { IconPlus, IconX } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./saved-views.module.css";

/** A view of a list: its name, and the part of the address that makes it. */
export type SavedView = { readonly name: string; readonly search: Readonly<Record<string, string>> };

/** A view that is always there, with how many rows it has. */
export type FixedView = SavedView & { readonly count?: number | undefined };

const sameSearch = (a: SavedView["search"], b: SavedView["search"]): boolean => {
  const text = (search: SavedView["search"]) => JSON.stringify(Object.entries(search).sort());
  return text(a) === text(b);
};

function readViews(place: string): readonly SavedView[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(read) ? (read as readonly SavedView[]) : [];
  } catch {
    return [];
  }
}

/**
 * Views of a list as links: those that are always there, those that were saved in this browser, and a way to save what
 * the address shows now. The view itself is the address, so a link shows the same.
 */
export function SavedViews({
  label,
  place,
  fixed,
  now,
  onGo,
}: {
  /** What the views are of. */
  readonly label: string;
  /** Under what name this browser keeps them. */
  readonly place: string;
  readonly fixed: readonly FixedView[];
  readonly now: SavedView["search"];
  readonly onGo: (search: SavedView["search"]) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [saved, setSaved] = useState(() => readViews(place));
  const [naming, setNaming] = useState(false);
  const keep = (views: readonly SavedView[]): void => {
    setSaved(views);
    localStorage.setItem(place, JSON.stringify(views));
  };
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name !== "") keep([...saved.filter((one) => one.name !== name), { name, search: now }]);
    setNaming(false);
  };
  const known = [...fixed, ...saved].some(({ search }) => sameSearch(search, now));
  return (
    <nav className={style.views} aria-label={label}>
      {fixed.map((view) => (
        <ViewLink key={view.name} view={view} current={sameSearch(view.search, now)} onGo={onGo}>
          {view.name}
          {view.count === undefined ? null : (
            <span className={style.count}>{sayNumber(language, view.count)}</span>
          )}
        </ViewLink>
      ))}
      {saved.map((view) => (
        <span key={view.name} className={style.saved}>
          <ViewLink view={view} current={sameSearch(view.search, now)} onGo={onGo}>
            {view.name}
          </ViewLink>
          <button
            type="button"
            className={style.remove}
            aria-label={t("views.remove", { name: view.name })}
            onClick={() => keep(saved.filter((one) => one !== view))}
          >
            <IconX size={14} aria-hidden />
          </button>
        </span>
      ))}
      {known ? null : naming ? (
        <form onSubmit={save} className={style.form}>
          <input
            name="name"
            maxLength={40}
            aria-label={t("views.name")}
            placeholder={t("views.name")}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to type the name.
            autoFocus
            onKeyDown={({ key }) => (key === "Escape" ? setNaming(false) : undefined)}
          />
        </form>
      ) : (
        <button type="button" className={style.view} onClick={() => setNaming(true)}>
          <IconPlus size={16} aria-hidden />
          {t("views.save")}
        </button>
      )}
    </nav>
  );
}

function ViewLink({
  view,
  current,
  onGo,
  children,
}: {
  readonly view: SavedView;
  readonly current: boolean;
  readonly onGo: (search: SavedView["search"]) => void;
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
