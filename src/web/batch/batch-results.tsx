import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { useListTitle } from "../api/lists.ts";
import { problemIn } from "../api/problem.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { type PlainColumn, PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayNumber, sayScore } from "../words/saying.ts";
import style from "./batch-results.module.css";
import { type Batch, isMoving } from "./batches-page.tsx";

type Row = components["schemas"]["BatchRow"];

const RESULTS = ["hit", "error", "no-hit"] as const;
type Result = (typeof RESULTS)[number];

const PAGE_ROWS = 50;
const LOOK_MS = 3_000;

/** What was found, by row: hits, errors, and rows without a hit; and all of it to download. */
export function BatchResults({ batch }: { readonly batch: Batch }): ReactNode {
  const { t, language } = useLanguage();
  const search = useSearch({ from: "/batch/$id" });
  const result =
    RESULTS.find((one) => one === search.result) ?? (batch.hits === 0 && batch.errors > 0 ? "error" : "hit");
  const counts: Readonly<Record<Result, number>> = {
    hit: batch.hits,
    error: batch.errors,
    "no-hit": batch.clear,
  };
  const file = (query: string) => `/api/v1/batches/${batch.id}/results?${query}`;
  return (
    <Panel title={t("batch.results")}>
      <div className={style.bar}>
        <nav className={style.tabs} aria-label={t("batch.results")}>
          {RESULTS.map((one) => (
            <Link
              key={one}
              from="/batch/$id"
              to="/batch/$id"
              params={{ id: batch.id }}
              search={{ result: one }}
              aria-current={one === result ? "page" : undefined}
            >
              {t(`batch.results.${one}`)} {sayNumber(language, counts[one])}
            </Link>
          ))}
        </nav>
        <p className={style.files}>
          <span>{t("batch.download")}:</span>
          <a href={file("format=csv")} download>
            {t("batch.download.csv")}
          </a>
          <a href={file("format=xlsx")} download>
            {t("batch.download.xlsx")}
          </a>
          <a href={file("format=csv&result=hit")} download>
            {t("batch.download.hits")}
          </a>
          {batch.errors === 0 ? null : (
            <a href={file("format=csv&result=error")} download>
              {t("batch.download.errors")}
            </a>
          )}
          <a href={file("format=jsonl")} download>
            {t("batch.download.jsonl")}
          </a>
        </p>
      </div>
      <Rows batch={batch} result={result} />
    </Panel>
  );
}

function Rows({ batch, result }: { readonly batch: Batch; readonly result: Result }): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  const rows = useInfiniteQuery({
    queryKey: ["batch-rows", batch.id, result],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/batches/{id}/rows", {
          params: {
            path: { id: batch.id },
            query: { limit: PAGE_ROWS, result, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: isMoving(batch) ? LOOK_MS : false,
  });
  if (rows.isPending) return <Loading rows={5} />;
  if (rows.isError) return <Failed problem={problemIn(rows.error)} onRetry={() => void rows.refetch()} />;
  const all = rows.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) return <p>{t(`batch.results.none.${result}`)}</p>;
  const first: PlainColumn<Row>[] = [
    {
      key: "row",
      title: t("batch.row"),
      cell: ({ row, line }) => (
        <>
          {sayNumber(language, row)}
          <small>{t("batch.row.line", { line: sayNumber(language, line) })}</small>
        </>
      ),
    },
    {
      key: "name",
      title: t("batch.row.name"),
      heads: true,
      cell: ({ name, id }) => (
        <>
          {name === null ? (
            t("batch.unnamed")
          ) : result === "hit" ? (
            <Link to="/" search={{ q: name }} title={t("commands.ask", { words: name })}>
              <Name name={name} />
            </Link>
          ) : (
            <Name name={name} />
          )}
          {id === null ? null : <small>{id}</small>}
        </>
      ),
    },
  ];
  return (
    <>
      <PlainTable
        caption={t(`batch.results.${result}`)}
        rows={all}
        keyOf={({ row }) => String(row)}
        columns={[...first, ...columnsOf(result, { t, language, titleOf })]}
      />
      {rows.hasNextPage ? (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t("batch.more")}
        </Button>
      ) : null}
    </>
  );
}

/** `birthDate "31.02.1980" is no date` with the fact by its name. */
const withFactNamed = (words: string): string =>
  words.replace(/^(\w+)(?= ")/, (property) => sayProperty("en", property));

type Spoken = ReturnType<typeof useLanguage>;

function columnsOf(
  result: Result,
  { t, language, titleOf }: Pick<Spoken, "t" | "language"> & { readonly titleOf: (list: string) => string },
): readonly PlainColumn<Row>[] {
  const notes: PlainColumn<Row> = {
    key: "problem",
    title: t(result === "error" ? "batch.row.problem" : "batch.row.unread"),
    cell: ({ problem, notes: said }) => {
      const sentences = [problem, ...said].filter((one) => one !== null);
      return sentences.length === 0
        ? "–"
        : sentences.map((words) => (
            <div key={words}>
              <Said words={language === "en" ? withFactNamed(words) : words} />
            </div>
          ));
    },
  };
  if (result !== "hit") return [notes];
  return [
    {
      key: "listed",
      title: t("batch.row.listed"),
      cell: ({ matches }) => {
        const [best] = matches;
        if (best === undefined) return "–";
        const lists = [...new Set(best.listings.map(({ list }) => titleOf(list)))].join(", ");
        return (
          <>
            <Link to="/listed/$id" params={{ id: best.id }}>
              <Name name={best.caption} />
            </Link>
            <small>
              {lists}
              {matches.length > 1
                ? ` · ${t("batch.row.more", { count: sayNumber(language, matches.length - 1) })}`
                : ""}
            </small>
          </>
        );
      },
    },
    {
      key: "score",
      title: t("batch.row.score"),
      number: true,
      cell: ({ matches }) => {
        const [best] = matches;
        return best === undefined ? "–" : sayScore(best.score);
      },
    },
  ];
}
