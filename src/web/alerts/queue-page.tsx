import { Button, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { AlertRow } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { areLettersOff } from "../shell/letters.ts";
import { isWriting, letterOf } from "../shell/use-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber, sayShare } from "../words/saying.ts";
import style from "./queue-page.module.css";

const VIEWS = ["mine", "team", "second"] as const;
export type QueueView = (typeof VIEWS)[number];

const PAGE_ROWS = 50;

/** Alerts that wait, by due date: mine, the team's, and those that wait for a second signature. */
export function QueuePage(): ReactNode {
  const { t, language } = useLanguage();
  const search = useSearch({ from: "/alerts" });
  const navigate = useNavigate({ from: "/alerts" });
  const view = VIEWS.find((one) => one === search.view) ?? "team";
  const counts = useQuery({
    queryKey: ["alerts", "counts"],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/counts")),
    refetchInterval: 30_000,
  });
  const filter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    void navigate({ search: { ...search, q: q === "" ? undefined : q } });
  };
  return (
    <>
      <h1>{t("queue.title")}</h1>
      <div className={style.bar}>
        <nav className={style.views} aria-label={t("queue.title")}>
          {VIEWS.map((one) => (
            <Link
              key={one}
              from="/alerts"
              search={(now) => ({ ...now, view: one })}
              className={style.view}
              aria-current={one === view ? "page" : undefined}
            >
              {t(`queue.${one}`)} {counts.data === undefined ? "" : sayNumber(language, counts.data[one])}
            </Link>
          ))}
        </nav>
        <form onSubmit={filter} className={style.filter}>
          <TextInput
            key={search.q}
            data-main-box
            name="q"
            aria-label={t("queue.filter")}
            placeholder={t("queue.filter")}
            defaultValue={search.q}
          />
        </form>
      </div>
      <Rows view={view} q={search.q} />
    </>
  );
}

function Rows({ view, q }: { readonly view: QueueView; readonly q: string | undefined }): ReactNode {
  const { t } = useLanguage();
  const queue = useInfiniteQuery({
    queryKey: ["alerts", view, q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/alerts", {
          params: {
            query: {
              view,
              order: "due",
              limit: PAGE_ROWS,
              ...(q === undefined ? {} : { q }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = queue.data?.pages.flatMap(({ items }) => items) ?? [];
  const body = useRowKeys(rows.length);
  if (queue.isPending) return <Loading rows={8} />;
  if (queue.isError) return <Failed problem={problemIn(queue.error)} onRetry={() => void queue.refetch()} />;
  if (rows.length === 0) return <EmptyState title={t("queue.none")} next={t("queue.none.next")} />;
  return (
    <>
      <table className={style.rows}>
        <thead>
          <tr>
            <th scope="col">{t("queue.due")}</th>
            <th scope="col">{t("queue.subject")}</th>
            <th scope="col">{t("queue.listed")}</th>
            <th scope="col">{t("queue.why")}</th>
            <th scope="col" className={style.number}>
              {t("queue.score")}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <QueueRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {queue.hasNextPage ? (
        <Button
          variant="default"
          loading={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          {t("queue.more")}
        </Button>
      ) : null}
    </>
  );
}

/** j and k move between the rows' links, Enter opens: the browser's own focus is the cursor. */
function useRowKeys(count: number): React.RefObject<HTMLTableSectionElement | null> {
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || isWriting(event.target) || areLettersOff())
        return;
      const letter = letterOf(event);
      const step = letter === "j" ? 1 : letter === "k" ? -1 : 0;
      if (step === 0) return;
      const next = Math.min(Math.max(at + step, 0), count - 1);
      setAt(next);
      body.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]")[next]?.focus();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [at, count]);
  return body;
}

function QueueRow({ row }: { readonly row: AlertRow }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <tr data-done={row.outcome !== null}>
      <td data-label={t("queue.due")} className={row.overdue ? style.overdue : undefined}>
        {row.dueOn === null ? "–" : sayDay(language, row.dueOn)}
      </td>
      <th scope="row">
        <Link to="/alerts/$id" params={{ id: row.id }} data-row>
          <Name name={row.subject.caption} />
        </Link>
      </th>
      <td data-label={t("queue.listed")}>
        <Name name={row.listed.caption} /> <span className={style.muted}>{row.listed.lists.join(", ")}</span>
      </td>
      <td data-label={t("queue.why")}>{row.why}</td>
      <td data-label={t("queue.score")} className={style.number}>
        {sayShare(language, row.score)}
      </td>
    </tr>
  );
}
