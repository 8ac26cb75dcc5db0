import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { csvOf, saveFile } from "../components/save-file.ts";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { wordOfAct } from "./act-words.ts";
import style from "./audit-page.module.css";
import { VerifyPanel } from "./verify-panel.tsx";

type Entry = components["schemas"]["AuditEntry"];
type Filter = { readonly actor?: string; readonly from?: string; readonly until?: string };

const PAGE_ROWS = 50;
const EXPORT_ROWS = 200;
/** Entries written into one file; more are had from the API. */
const EXPORT_MAX = 20_000;

const page = (filter: Filter, limit: number, cursor: string | undefined) =>
  answerOf(
    api.GET("/api/v1/audit", {
      params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

/** Who did what, when and from where, the newest first; and whether the log of receipts is whole. */
export function AuditPage(): ReactNode {
  const { t, language } = useLanguage();
  const search = useSearch({ from: "/audit" });
  const navigate = useNavigate({ from: "/audit" });
  const session = useSession();
  const instant = (day: string | undefined) =>
    // The reader's own day begins with it, as the hours of the entries are the reader's own.
    day === undefined || Number.isNaN(Date.parse(day)) ? undefined : new Date(`${day}T00:00`).toISOString();
  const [from, until] = [instant(search.from), instant(search.until)];
  const filter: Filter = {
    ...(search.actor === undefined ? {} : { actor: search.actor }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const people = useQuery({
    queryKey: ["people-names"],
    queryFn: () => answerOf(api.GET("/api/v1/people", { params: { query: { limit: 200 } } })),
    enabled: session?.permissions.includes("people.read") === true,
  });
  const save = useMutation({
    mutationFn: async () => {
      const entries: Entry[] = [];
      for (let cursor: string | undefined; entries.length < EXPORT_MAX; ) {
        const { items, next } = await page(filter, EXPORT_ROWS, cursor);
        entries.push(...items);
        if (next === null) break;
        cursor = next;
      }
      saveFile(`sluice-audit-${new Date().toISOString().slice(0, 10)}.csv`, csvOf(rowsOf(entries, t)));
      return entries.length;
    },
  });
  const set = (change: Readonly<Record<string, string>>) => {
    const kept = Object.entries({ ...search, ...change }).filter(
      ([, value]) => value !== undefined && value !== "",
    );
    void navigate({ search: Object.fromEntries(kept) });
  };
  return (
    <>
      <PageHead title={t("audit.title")} lead={t("audit.lead")}>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t("audit.export")}
        </Button>
      </PageHead>
      {save.isError ? <Failed problem={problemIn(save.error)} /> : null}
      {save.isSuccess ? (
        <p role="status">{t("audit.exported", { count: sayNumber(language, save.data) })}</p>
      ) : null}
      <div className={style.filter}>
        <NativeSelect
          label={t("audit.who")}
          value={search.actor ?? ""}
          onChange={({ currentTarget: { value } }) => set({ actor: value })}
          data={[
            { value: "", label: t("audit.anybody") },
            ...(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          type="date"
          label={t("audit.from")}
          value={search.from ?? ""}
          onChange={({ currentTarget: { value } }) => set({ from: value })}
        />
        <TextInput
          type="date"
          label={t("audit.until")}
          value={search.until ?? ""}
          onChange={({ currentTarget: { value } }) => set({ until: value })}
        />
        {session?.permissions.includes("export.read") === true ? (
          <a href="/api/v1/export" download className={style.all}>
            {t("audit.export.all")}
          </a>
        ) : null}
      </div>
      <Entries filter={filter} />
      {session === null || session === undefined || !session.permissions.includes("receipts.read") ? null : (
        <VerifyPanel key={session.organization.id} log={session.organization.id} />
      )}
    </>
  );
}

function Entries({ filter }: { readonly filter: Filter }): ReactNode {
  const { t, language } = useLanguage();
  const entries = useInfiniteQuery({
    queryKey: ["audit", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => page(filter, PAGE_ROWS, pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (entries.isPending) return <Loading rows={8} />;
  if (entries.isError)
    return <Failed problem={problemIn(entries.error)} onRetry={() => void entries.refetch()} />;
  const rows = entries.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0)
    return Object.keys(filter).length === 0 ? (
      <EmptyState title={t("audit.nothing")} next={t("audit.nothing.next")} />
    ) : (
      <EmptyState title={t("audit.none")} next={t("audit.none.next")} />
    );
  return (
    <div className={style.table}>
      <PlainTable
        caption={t("audit.title")}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { key: "when", title: t("audit.when"), whole: true, cell: ({ at }) => sayInstant(language, at) },
          { key: "who", title: t("audit.who"), heads: true, cell: (entry) => <Actor entry={entry} /> },
          { key: "what", title: t("audit.what"), cell: ({ action }) => <Act action={action} /> },
          {
            key: "target",
            title: t("audit.target"),
            cell: ({ target }) => <Target id={target.id} />,
          },
          {
            key: "status",
            title: t("audit.status"),
            number: true,
            cell: ({ status }) => (status === null ? "–" : String(status)),
          },
          {
            key: "origin",
            title: t("audit.origin"),
            cell: ({ origin }) =>
              origin === null ? (
                t("audit.origin.gone")
              ) : (
                <span className={style.origin}>{origin.address}</span>
              ),
          },
        ]}
      />
      {entries.hasNextPage ? (
        <Button
          variant="default"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t("audit.more")}
        </Button>
      ) : null}
    </div>
  );
}

/** Pages of what an act was on, by how its id begins. */
const PAGES = {
  alr: "/alerts",
  bat: "/batch",
  cas: "/cases",
  chk: "/checks",
  rep: "/reports",
  sub: "/subjects",
  wva: "/desk",
  wvr: "/waivers",
} as const;

const hasPage = (kind: string): kind is keyof typeof PAGES => Object.hasOwn(PAGES, kind);
/** An id is told from its neighbors by so many of its last digits; whole it stands in the address and in the file. */
const ID_ENDS = 6;

/** What an act was on; where it has a page, the way there. */
function Target({ id }: { readonly id: string }): ReactNode {
  const { t } = useLanguage();
  if (id === "") return "–";
  const [, kind = ""] = /^([a-z]+)_[0-9a-f]{32}$/.exec(id) ?? [];
  if (kind === "") return <code>{id}</code>;
  const short = (
    <code className={style.id} title={id}>
      {hasPage(kind) ? "" : kind}…{id.slice(-ID_ENDS)}
    </code>
  );
  if (!hasPage(kind)) return short;
  return (
    <>
      <Link to={`${PAGES[kind]}/${id}` as "/"}>{t(`audit.of.${kind}`)}</Link>
      <small>{short}</small>
    </>
  );
}

function Act({ action }: { readonly action: string }): ReactNode {
  const { t } = useLanguage();
  const word = wordOfAct(action);
  return word === null ? (
    <code>{action}</code>
  ) : (
    <>
      {t(word)}
      <small>
        <code>{action}</code>
      </small>
    </>
  );
}

const ROLES = ["owner", "admin", "analyst", "second-reviewer", "auditor", "developer"] as const;

function Actor({ entry: { actor } }: { readonly entry: Entry }): ReactNode {
  const { t, language } = useLanguage();
  if (actor.kind === "service") return t("audit.service");
  if (actor.kind === "nobody") return t("audit.role.nobody");
  const role = ROLES.find((one) => one === actor.role);
  return (
    <>
      <Name name={sayTitle(language, actor.name)} />
      <small>{actor.kind === "key" ? t("audit.key") : role === undefined ? "" : t(`role.${role}`)}</small>
    </>
  );
}

const COLUMNS = [
  "at",
  "actor_kind",
  "actor_id",
  "actor_name",
  "role",
  "act",
  "action",
  "target",
  "status",
  "address",
  "trace",
] as const;

/** The entries as a table to read, in the language of the page; programs take `GET /api/v1/audit`. */
function rowsOf(
  entries: readonly Entry[],
  t: ReturnType<typeof useLanguage>["t"],
): readonly (readonly (string | number | null)[])[] {
  const said = (action: string): string => {
    const word = wordOfAct(action);
    return word === null ? "" : t(word);
  };
  return [
    COLUMNS.map((column) => t(`audit.column.${column}`)),
    ...entries.map(({ at, actor, action, target, status, origin, traceId }) => [
      at,
      actor.kind,
      actor.id,
      actor.name,
      actor.role,
      said(action),
      action,
      target.id,
      status,
      origin?.address ?? null,
      traceId,
    ]),
  ];
}
