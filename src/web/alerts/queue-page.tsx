import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useListTitle } from "../api/lists.ts";
import { useNameOf } from "../api/people.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { AlertRow } from "../api/shapes.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { ListFilter } from "../components/list-filter.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { SavedViews } from "../components/saved-views.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber, sayScore } from "../words/saying.ts";
import { alertQuery } from "./alert-query.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { assign } from "./deciding.ts";
import { isDone, keepAlert, type QueueTrail, TRAIL_KEY, useCounts, useQueue } from "./queue-data.ts";
import style from "./queue-page.module.css";
import { ORDERS, type QueueSearch, readSearch } from "./queue-query.ts";
import { ReasonsInShort } from "./reasons-in-short.tsx";

/** What of the address makes a view: the plain ones are those of the team by due day. */
function viewOf(search: QueueSearch): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

/** Alerts that wait, by due date or risk: mine, the team's, and those that wait for a second signature. */
export function QueuePage(): ReactNode {
  const { t } = useLanguage();
  const search: QueueSearch = useSearch({ from: "/alerts" });
  const navigate = useNavigate({ from: "/alerts" });
  const counts = useCounts().data;
  const go = (next: QueueSearch): void => void navigate({ search: next });
  const fixed = [
    { name: t("queue.mine"), search: { view: "mine" }, count: counts?.mine },
    { name: t("queue.team"), search: {}, count: counts?.team },
    { name: t("queue.second"), search: { view: "second" }, count: counts?.second },
    { name: t("queue.overdue"), search: { overdue: "true" }, count: counts?.overdue },
  ];
  const now = viewOf(search.view === "team" ? { ...search, view: undefined } : search);
  return (
    <>
      <PageHead title={t("queue.title")} />
      <SavedViews page="alerts" label={t("queue.views")} fixed={fixed} now={now} onGo={go} />
      <Queue key={JSON.stringify(now)} search={search} onGo={go} />
    </>
  );
}

function Queue({
  search,
  onGo,
}: {
  readonly search: QueueSearch;
  readonly onGo: (search: QueueSearch) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const counts = useCounts().data;
  const { view, overdue } = readSearch(search);
  const { queue, rows, fresh, showFresh, replace, more } = useQueue(search);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const columns = useColumns();
  const [last] = useState(() => queries.getQueryData<string>(["alert-last"]) ?? null);
  // However an alert is opened, it knows the one before and the one after it.
  useEffect(() => {
    const trail: QueueTrail = { ids: rows.map(({ id }) => id), search };
    queries.setQueryData(TRAIL_KEY, trail);
  }, [rows, search, queries]);
  const open = useCallback(
    ({ id }: AlertRow) => void navigate({ to: "/alerts/$id", params: { id } }),
    [navigate],
  );
  const near = useCallback(({ id }: AlertRow) => void queries.prefetchQuery(alertQuery(id)), [queries]);
  useTake(rows.find(({ id }) => id === cursor) ?? null, replace);
  const total = overdue ? counts?.overdue : view === "all" ? undefined : counts?.[view];
  if (queue.isPending) return <Loading rows={10} />;
  if (queue.isError && queue.data === undefined)
    return <Failed problem={problemIn(queue.error)} onRetry={() => void queue.refetch()} />;
  return (
    <>
      <div className={style.bar}>
        {chosen.size > 0 ? (
          <BulkBar
            ids={[...chosen]}
            onChanged={(alert) => keepAlert(queries, alert)}
            onDone={() => setChosen(new Set())}
          />
        ) : (
          <Filter search={search} onGo={onGo} />
        )}
        <span role="status" className={style.fresh}>
          {fresh === 0 ? null : (
            <Button variant="light" size="sm" onClick={showFresh}>
              {t("queue.new", { count: sayNumber(language, fresh) })}
            </Button>
          )}
        </span>
      </div>
      {rows.length === 0 ? (
        <NoRows search={search} onGo={onGo} />
      ) : (
        <DataTable
          caption={t("queue.title")}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ subject }) => subject.caption}
          onOpen={open}
          onNear={near}
          isDone={(row) => isDone(view, row)}
          selection={{ chosen, onChange: setChosen }}
          cursor={last}
          onCursor={setCursor}
          onEnd={more}
          {...(total === undefined ? {} : { total: Math.max(total, rows.length) })}
        />
      )}
    </>
  );
}

/** The key `a` takes the alert under the cursor. */
function useTake(row: AlertRow | null, onTaken: (alert: AlertRow) => void): void {
  const session = useSession();
  const queries = useQueryClient();
  useLetterKeys({
    a: () => {
      if (row === null || session === null || session === undefined) return;
      if (!session.permissions.includes("alerts.assign") || row.assignee === session.id) return;
      // Shown at once; the service's word replaces it, also where it refuses.
      onTaken({ ...row, assignee: session.id });
      assign(row, session.id).then(
        (alert) => keepAlert(queries, alert),
        () => onTaken(row),
      );
    },
  });
}

function Filter({
  search,
  onGo,
}: {
  readonly search: QueueSearch;
  readonly onGo: (search: QueueSearch) => void;
}): ReactNode {
  const { t } = useLanguage();
  const { order, overdue } = readSearch(search);
  return (
    <ListFilter label={t("queue.filter")} text={search.q} onText={(q) => onGo({ ...search, q })}>
      <NativeSelect
        aria-label={t("queue.order")}
        value={order}
        data={ORDERS.map((one) => ({ value: one, label: t(`queue.order.${one}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onGo({ ...search, order: value === "due" ? undefined : value })
        }
      />
      <Checkbox
        label={t("queue.overdue.only")}
        checked={overdue}
        onChange={({ currentTarget: { checked } }) =>
          onGo({ ...search, overdue: checked ? "true" : undefined })
        }
      />
    </ListFilter>
  );
}

function NoRows({
  search,
  onGo,
}: {
  readonly search: QueueSearch;
  readonly onGo: (search: QueueSearch) => void;
}): ReactNode {
  const { t } = useLanguage();
  const filtered = search.q !== undefined || search.overdue !== undefined;
  return filtered ? (
    <EmptyState
      title={t("queue.none.filtered")}
      next=""
      action={
        <Button variant="default" onClick={() => onGo({ ...search, q: undefined, overdue: undefined })}>
          {t("queue.none.all")}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t("queue.none")}
      next={t("queue.none.next")}
      action={<Link to="/">{t("nav.ask")}</Link>}
    />
  );
}

function useColumns(): readonly Column<AlertRow>[] {
  const { t, language } = useLanguage();
  const nameOf = useNameOf();
  const titleOf = useListTitle();
  return useMemo(
    () => [
      {
        key: "due",
        title: t("queue.due"),
        width: "116px",
        cell: ({ dueOn, overdue }) =>
          dueOn === null ? (
            "–"
          ) : (
            <span className={overdue ? style.overdue : undefined}>
              {sayDay(language, dueOn, "short")}
              {overdue ? <span className="visually-hidden"> ({t("queue.overdue")})</span> : null}
            </span>
          ),
      },
      {
        key: "subject",
        title: t("queue.subject"),
        heads: true,
        cell: ({ id, subject }) => (
          <>
            <Link to="/alerts/$id" params={{ id }} data-row-focus className={style.name}>
              <Name name={subject.caption} />
            </Link>
            {/* Somebody who was asked about by name alone has no number beside it. */}
            {subject.ref === null || subject.ref === subject.caption ? null : (
              <span className={style.muted} translate="no">
                {subject.ref}
              </span>
            )}
          </>
        ),
      },
      {
        key: "listed",
        title: t("queue.listed"),
        cell: ({ listed }) => (
          <>
            <Name name={listed.caption} />
            <span className={style.muted}>{listed.lists.map(titleOf).join(", ")}</span>
          </>
        ),
      },
      {
        key: "why",
        title: t("queue.why"),
        width: "22%",
        cell: ({ reasons, phase, outcome }) => (
          <>
            <ReasonsInShort reasons={reasons} />
            {phase === "open" ? null : (
              <span className={style.muted}>
                {t(`phase.${phase}`)}
                {outcome === null || outcome === "undetermined" || outcome === "escalated"
                  ? ""
                  : ` · ${t(`outcome.${outcome}`)}`}
              </span>
            )}
          </>
        ),
      },
      {
        key: "score",
        title: t("queue.score"),
        width: "84px",
        number: true,
        cell: ({ score }) => sayScore(score),
      },
      {
        key: "who",
        title: t("queue.who"),
        width: "150px",
        cell: ({ assignee }) => (assignee === null ? "–" : <Name name={nameOf(assignee)} />),
      },
    ],
    [t, language, nameOf, titleOf],
  );
}
