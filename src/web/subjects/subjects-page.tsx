import { TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useCallback, useMemo } from "react";
import { problemIn } from "../api/problem.ts";
import type { Subject } from "../api/shapes.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, saySchema } from "../words/saying.ts";
import style from "./subject-page.module.css";
import { subjectsQuery } from "./subjects-query.ts";

/** Our own customers and partners: found by name or number, each with its last screening. */
export function SubjectsPage(): ReactNode {
  const { t } = useLanguage();
  const { q } = useSearch({ from: "/subjects" });
  const navigate = useNavigate();
  const subjects = useInfiniteQuery(subjectsQuery(q));
  const columns = useColumns();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = subjects;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const filter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    void navigate({ to: "/subjects", search: { q: text === "" ? undefined : text } });
  };
  const rows = subjects.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t("subjects.title")} />
      <form onSubmit={filter} className={style.filter}>
        <TextInput
          key={q}
          data-main-box
          name="q"
          type="search"
          aria-label={t("queue.filter")}
          placeholder={t("queue.filter")}
          defaultValue={q}
          rightSection={<kbd aria-hidden>/</kbd>}
        />
      </form>
      {subjects.isPending ? (
        <Loading rows={8} />
      ) : subjects.data === undefined ? (
        <Failed problem={problemIn(subjects.error)} onRetry={() => void subjects.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState title={t("subjects.none")} next={t("subjects.none.next")} />
      ) : (
        <DataTable
          caption={t("subjects.title")}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ caption }) => caption}
          isDone={({ removedAt }) => removedAt !== null}
          onOpen={({ id }) => void navigate({ to: "/subjects/$id", params: { id } })}
          onEnd={more}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Subject>[] {
  const { t, language } = useLanguage();
  return useMemo(
    () => [
      {
        key: "name",
        title: t("queue.subject"),
        heads: true,
        cell: ({ id, caption, ref }) => (
          <>
            <Link to="/subjects/$id" params={{ id }} data-row-focus>
              <Name name={caption} />
            </Link>
            {ref === null ? null : <span className={style.muted}>{ref}</span>}
          </>
        ),
      },
      {
        key: "kind",
        title: t("ask.schema"),
        width: "18%",
        cell: ({ schema }) => saySchema(language, schema),
      },
      {
        key: "line",
        title: t("subjects.line"),
        width: "18%",
        cell: ({ businessLine }) => (businessLine === null ? "–" : <Name name={businessLine} />),
      },
      {
        key: "screened",
        title: t("subjects.screened"),
        width: "18%",
        cell: ({ screened }) => (screened === null ? "–" : sayDay(language, screened.at)),
      },
      {
        key: "like",
        title: t("subjects.like"),
        width: "110px",
        number: true,
        cell: ({ screened }) => (screened === null ? "–" : String(screened.matches)),
      },
    ],
    [t, language],
  );
}
