import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { useNameOf } from "../api/people.ts";
import { problemIn } from "../api/problem.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { ListFilter } from "../components/list-filter.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Said } from "../components/said.tsx";
import { SavedViews } from "../components/saved-views.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { type CaseRow, useMay } from "./case-data.ts";
import style from "./cases-page.module.css";
import { CountryShares } from "./country-shares.tsx";
import { EventImport } from "./event-import.tsx";
import { replyWord } from "./reply-word.ts";

const VIEWS = ["open", "mine", "second", "decided", "all"] as const;
const ORDERS = ["risk", "due", "newest"] as const;
const PAGE_ROWS = 100;

type CasesSearch = {
  readonly view?: string | undefined;
  readonly q?: string | undefined;
  readonly order?: string | undefined;
};

/** Cases that wait, by weight or due day; whom flags fall on; and the place to drop a file of events. */
export function CasesPage(): ReactNode {
  const { t } = useLanguage();
  const search: CasesSearch = useSearch({ from: "/cases" });
  const navigate = useNavigate({ from: "/cases" });
  const counts = useQuery({
    queryKey: ["case-counts"],
    queryFn: () => answerOf(api.GET("/api/v1/workers/cases/counts")),
  }).data;
  const go = (next: CasesSearch): void => void navigate({ search: next });
  const now = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return (
    <>
      <PageHead title={t("cases.title")} lead={t("cases.lead")} />
      <SavedViews
        page="cases"
        label={t("cases.views")}
        fixed={[
          { name: t("cases.view.open"), search: {}, count: counts?.open },
          { name: t("cases.view.mine"), search: { view: "mine" }, count: counts?.mine },
          { name: t("cases.view.second"), search: { view: "second" }, count: counts?.second },
          { name: t("cases.view.decided"), search: { view: "decided" }, count: counts?.decided },
        ]}
        now={now}
        onGo={go}
      />
      <Cases key={JSON.stringify(now)} search={search} onGo={go} />
      <div className={style.below}>
        <CountryShares />
        {useMay("workers.write") ? <EventImport /> : null}
      </div>
    </>
  );
}

function useCases({ view, q, order }: CasesSearch) {
  const queries = useQueryClient();
  const asked = {
    view: VIEWS.find((one) => one === view) ?? "open",
    order: ORDERS.find((one) => one === order) ?? "risk",
    ...(q === undefined ? {} : { q }),
  };
  const cases = useInfiniteQuery({
    queryKey: ["cases", asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/workers/cases", {
          params: {
            query: { ...asked, limit: PAGE_ROWS, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  useLive(
    ["worker-case.opened", "worker-case.changed", "worker-case.decided", "worker-reply.received"],
    () => {
      void queries.invalidateQueries({ queryKey: ["case-counts"] });
      void queries.invalidateQueries({ queryKey: ["cases"] });
    },
  );
  return cases;
}

function Cases({
  search,
  onGo,
}: {
  readonly search: CasesSearch;
  readonly onGo: (search: CasesSearch) => void;
}): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const cases = useCases(search);
  const columns = useColumns();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = cases;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (cases.isPending) return <Loading rows={6} />;
  if (cases.isError && data === undefined)
    return <Failed problem={problemIn(cases.error)} onRetry={() => void cases.refetch()} />;
  return (
    <>
      <div className={style.bar}>
        <Filter search={search} onGo={onGo} />
      </div>
      {rows.length > 0 ? (
        <DataTable
          caption={t("cases.title")}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ accounts }) => accounts.join(", ")}
          onOpen={({ id }) => void navigate({ to: "/cases/$id", params: { id } })}
          onEnd={more}
        />
      ) : search.q === undefined ? (
        <EmptyState title={t("cases.none")} next={t("cases.none.next")} />
      ) : (
        <EmptyState
          title={t("cases.none.filtered")}
          next=""
          action={
            <Button variant="default" onClick={() => onGo({ ...search, q: undefined })}>
              {t("cases.view.all")}
            </Button>
          }
        />
      )}
    </>
  );
}

function Filter({
  search,
  onGo,
}: {
  readonly search: CasesSearch;
  readonly onGo: (search: CasesSearch) => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <ListFilter label={t("cases.filter")} text={search.q} onText={(q) => onGo({ ...search, q })}>
      <NativeSelect
        aria-label={t("cases.order")}
        value={ORDERS.find((one) => one === search.order) ?? "risk"}
        data={ORDERS.map((one) => ({ value: one, label: t(`cases.order.${one}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onGo({ ...search, order: value === "risk" ? undefined : value })
        }
      />
    </ListFilter>
  );
}

function useColumns(): readonly Column<CaseRow>[] {
  const { t, language } = useLanguage();
  const nameOf = useNameOf();
  return useMemo(
    () => [
      {
        key: "accounts",
        title: t("cases.accounts"),
        heads: true,
        cell: ({ id, accounts }) => (
          <>
            <Link to="/cases/$id" params={{ id }} data-row-focus>
              <Name name={accounts.slice(0, 3).join(", ")} />
            </Link>
            <span className={style.muted}>
              {t("cases.accounts.count", { count: sayNumber(language, accounts.length) })}
            </span>
          </>
        ),
      },
      {
        key: "why",
        title: t("cases.why"),
        width: "28%",
        cell: ({ because, rules }) => (
          <>
            <Said words={because} />
            <span className={style.muted}>
              {t("cases.flags.count", { count: sayNumber(language, rules.length) })}
            </span>
          </>
        ),
      },
      {
        key: "weight",
        title: t("cases.weight"),
        width: "88px",
        number: true,
        cell: ({ weight }) => weight.toFixed(1),
      },
      {
        key: "state",
        title: t("cases.state"),
        width: "150px",
        cell: ({ standing }) => t(`cases.standing.${standing}`),
      },
      {
        key: "reply",
        title: t("cases.reply"),
        width: "116px",
        cell: (row) => t(`cases.reply.${replyWord(row)}`),
      },
      {
        key: "due",
        title: t("cases.due"),
        width: "116px",
        cell: ({ dueOn }) => (dueOn === null ? "–" : sayDay(language, dueOn, "short")),
      },
      {
        key: "who",
        title: t("cases.who"),
        width: "130px",
        cell: ({ assignee }) => (assignee === null ? "–" : <Name name={nameOf(assignee)} />),
      },
    ],
    [t, language, nameOf],
  );
}
