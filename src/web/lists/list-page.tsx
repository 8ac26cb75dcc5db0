import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import type { ListChanges, Lists } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayAge, sayDay, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { EntryChanges } from "./entry-changes.tsx";
import style from "./lists-page.module.css";
import { TouchedSubjects } from "./touched-subjects.tsx";

type List = Lists["lists"][number];

/** One list: its editions with their files, and in words who came and who went between two of them. */
export function ListPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/lists/$id" });
  const list = useQuery({
    queryKey: ["list", id],
    queryFn: () => answerOf(api.GET("/api/v1/lists/{id}", { params: { path: { id } } })),
  });
  return (
    <Stateful
      query={list}
      missing={
        <EmptyState
          title={t("list.none")}
          next={t("state.none.why")}
          action={<Link to="/lists">{t("lists.title")}</Link>}
        />
      }
    >
      {(data) => <OpenList list={data} />}
    </Stateful>
  );
}

function OpenList({ list }: { readonly list: List }): ReactNode {
  const { t, language } = useLanguage();
  const newest = list.editions.at(-1);
  return (
    <>
      <PageHead
        title={sayTitle(language, list.title)}
        above={
          <>
            <Link to="/lists">{t("lists.title")}</Link> · {sayTitle(language, list.publisher)} ·{" "}
            <a href={list.url} target="_blank" rel="noreferrer">
              {t("list.publisher")}
            </a>
          </>
        }
        lead={
          newest === undefined
            ? undefined
            : t("list.newest", {
                day: sayDay(language, newest.date),
                age: sayAge(language, newest.date, new Date().toISOString()),
                count: sayNumber(language, newest.targets),
              })
        }
      />
      <Changes list={list} />
      <Panel title={t("lists.touched")}>
        <TouchedSubjects list={list.id} />
      </Panel>
      <Panel title={t("list.editions")}>
        <ul className={style.editions}>
          {list.editions.toReversed().map((edition) => (
            <li key={edition.date}>
              <strong>{sayDay(language, edition.date)}</strong> ·{" "}
              {t("list.entries", { count: sayNumber(language, edition.targets) })}
              {edition.rejected === 0
                ? ""
                : ` · ${t("list.rejected", { count: sayNumber(language, edition.rejected) })}`}{" "}
              · <code>{edition.format}</code>
              {edition.files.map(({ name, sha256 }) => (
                <span key={sha256} className={style.file}>
                  {name} · SHA-256 <code>{sha256}</code>
                </span>
              ))}
              {edition.notes.map((note) => (
                <span key={note} className={style.file}>
                  <Said words={note} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Changes({ list }: { readonly list: List }): ReactNode {
  const { t, language } = useLanguage();
  const { to: asked } = useSearch({ from: "/lists/$id" });
  const navigate = useNavigate();
  const dates = list.editions.map(({ date }) => date);
  const to = dates.find((date) => date === asked) ?? dates.at(-1) ?? "";
  const changes = useQuery({
    queryKey: ["list-changes", list.id, to],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/lists/{id}/changes", {
          params: { path: { id: list.id }, query: { to } },
        }),
      ),
  });
  return (
    <Panel
      title={t("list.changes")}
      aside={
        dates.length < 2 ? undefined : (
          <NativeSelect
            size="xs"
            aria-label={t("lists.edition")}
            value={to}
            data={dates.toReversed().map((date) => ({ value: date, label: sayDay(language, date) }))}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ to: "/lists/$id", params: { id: list.id }, search: { to: value } })
            }
          />
        )
      }
    >
      <Stateful query={changes} rows={3}>
        {(data) => <Told list={list.id} changes={data} />}
      </Stateful>
    </Panel>
  );
}

/** The changes in words, then by name. */
function Told({ list, changes }: { readonly list: string; readonly changes: ListChanges }): ReactNode {
  const { t, language } = useLanguage();
  if (changes.from === null) return <p>{t("list.changes.first", { day: sayDay(language, changes.to) })}</p>;
  const days = { from: sayDay(language, changes.from), to: sayDay(language, changes.to) };
  return (
    <>
      <p>
        {changes.cameCount === 0 && changes.wentCount === 0
          ? t("list.changes.none", days)
          : t("list.changes.words", {
              ...days,
              came: sayNumber(language, changes.cameCount),
              went: sayNumber(language, changes.wentCount),
              stayed: sayNumber(language, changes.stayed),
            })}
      </p>
      <Entries title={t("list.came")} entries={changes.came} count={changes.cameCount} />
      <Entries title={t("list.went")} entries={changes.went} count={changes.wentCount} />
      <h3 className={style.part}>{t("list.changed.title")}</h3>
      <EntryChanges key={`${list} ${changes.to}`} list={list} from={changes.from} to={changes.to} />
    </>
  );
}

/** More names than this are folded. */
const OPEN_MAX = 20;

function Entries({
  title,
  entries,
  count,
}: {
  readonly title: string;
  readonly entries: ListChanges["came"];
  readonly count: number;
}): ReactNode {
  const { t, language } = useLanguage();
  if (count === 0) return null;
  return (
    <details open={count <= OPEN_MAX} className={style.entries}>
      <summary>
        {title}: {sayNumber(language, count)}
      </summary>
      <ul>
        {entries.map(({ entity, caption, entry, programmes }) => (
          <li key={`${entity} ${entry}`}>
            <Link to="/listed/$id" params={{ id: entity }}>
              <Name name={caption} />
            </Link>{" "}
            <span className={style.entry}>
              {entry}
              {programmes.length === 0 ? "" : ` · ${programmes.join(", ")}`}
            </span>
          </li>
        ))}
      </ul>
      {count > entries.length ? (
        <p>{t("list.more", { count: sayNumber(language, count - entries.length) })}</p>
      ) : null}
    </details>
  );
}
