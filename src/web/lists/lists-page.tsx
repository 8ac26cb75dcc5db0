import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Lists } from "../api/shapes.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayAge, sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { failedOutcomes, type ListOutcome } from "./list-outcomes.ts";
import style from "./lists-page.module.css";
import { TouchedSubjects } from "./touched-subjects.tsx";
import { Touches } from "./touches.tsx";

/** A publisher changes its list every few weeks: what is older than this has most likely been replaced. */
const OLD_MS = 30 * 86_400_000;

type List = Lists["lists"][number];

/** The lists in force: how old each is, how many it holds, whether the last update went well, and whom it touched. */
export function ListsPage(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const [asked, setAsked] = useState(false);
  const lists = useQuery({ queryKey: ["lists"], queryFn: () => answerOf(api.GET("/api/v1/lists")) });
  const update = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/lists/update")),
    onSuccess: () => setAsked(true),
  });
  useLive(["lists.updated", "lists.update-failed"], () => {
    setAsked(false);
    void queries.invalidateQueries({ queryKey: ["lists"] });
  });
  return (
    <>
      <PageHead title={t("lists.title")} lead={t("lists.lead")}>
        {session?.permissions.includes("lists.update") === true ? (
          <Button variant="default" loading={update.isPending} onClick={() => update.mutate()}>
            {t("lists.update")}
          </Button>
        ) : null}
      </PageHead>
      {update.error === null ? null : <Failed problem={problemIn(update.error)} />}
      {asked ? (
        <p role="status" className={style.asked}>
          {t("lists.asked")}
        </p>
      ) : null}
      <Stateful query={lists} rows={10}>
        {(data) => <Held lists={data} />}
      </Stateful>
      {session?.permissions.includes("subjects.read") === true ? <Touched /> : null}
    </>
  );
}

function Held({ lists }: { readonly lists: Lists }): ReactNode {
  const { t, language } = useLanguage();
  const today = new Date().toISOString();
  const { update } = lists;
  const failed = failedOutcomes(lists);
  const days = lists.lists.flatMap(({ editions }) => editions.at(-1)?.date ?? []).toSorted();
  const newest = days.at(-1);
  const mayUpdate = useSession()?.permissions.includes("lists.update") === true;
  const isOld = newest !== undefined && Date.parse(today) - Date.parse(newest) > OLD_MS;
  return (
    <>
      {isOld && mayUpdate && update.ok ? (
        <p className={style.asked}>{t("lists.old", { age: sayAge(language, newest, today) })}</p>
      ) : null}
      {update.ok ? null : (
        <div role="alert" className={style.failed}>
          <strong>{t("lists.failed", { day: sayDay(language, lists.openedAt) })}</strong>
          {update.problem === null ? null : (
            <p>
              <Said words={update.problem} />
            </p>
          )}
          <p>{t("lists.failed.next")}</p>
        </div>
      )}
      {failed.size === 0 ? null : (
        <div role="alert" className={style.failed}>
          <strong>{t("lists.failed.some", { count: sayNumber(language, failed.size) })}</strong>
          <p>{t("lists.failed.next")}</p>
        </div>
      )}
      <div className={style.scroll}>
        <table className={style.lists}>
          <thead>
            <tr>
              <th scope="col">{t("lists.list")}</th>
              <th scope="col">{t("lists.publisher")}</th>
              <th scope="col">{t("lists.edition")}</th>
              <th scope="col" className={style.number}>
                {t("lists.age")}
              </th>
              <th scope="col" className={style.number}>
                {t("lists.entries")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lists.lists.map((list) => (
              <ListRow key={list.id} list={list} today={today} failed={failed.get(list.id)} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={style.snapshot}>
        {t("lists.snapshot")} <code>{lists.snapshot.slice(0, 16)}</code>,{" "}
        {t("lists.since", { time: sayInstant(language, lists.openedAt) })}
      </p>
    </>
  );
}

function ListRow({
  list,
  today,
  failed,
}: {
  readonly list: List;
  readonly today: string;
  /** How its last update failed, where it did. */
  readonly failed: ListOutcome | undefined;
}): ReactNode {
  const { t, language } = useLanguage();
  const newest = list.editions.at(-1);
  if (newest === undefined) return null;
  return (
    <tr>
      <th scope="row">
        <Link to="/lists/$id" params={{ id: list.id }}>
          {sayTitle(language, list.title)}
        </Link>
        <span className={style.id} translate="no">
          {list.id}
        </span>
        {failed === undefined || (failed.outcome !== "refused" && failed.outcome !== "unreachable") ? null : (
          <span className={style.late} title={failed.words}>
            {t(`lists.outcome.${failed.outcome}`, {
              time: sayInstant(language, failed.at),
              day: sayDay(language, failed.edition ?? newest.date),
            })}
          </span>
        )}
      </th>
      <td>{sayTitle(language, list.publisher)}</td>
      <td>
        <span>
          {sayDay(language, newest.date)}
          {list.editions.length > 1 ? (
            <span className={style.id}>
              {t("lists.earlier", { count: sayNumber(language, list.editions.length - 1) })}
            </span>
          ) : null}
        </span>
      </td>
      <td className={style.number}>{sayAge(language, newest.date, today)}</td>
      <td className={style.number}>
        {sayNumber(language, newest.targets)}
        <span className={style.onPhone}> {t("lists.entries.short")}</span>
      </td>
    </tr>
  );
}

/** What new lists did among our own subjects: each pass over them with what it found. */
function Touched(): ReactNode {
  const { t, language } = useLanguage();
  const runs = useQuery({
    queryKey: ["rescreens"],
    queryFn: () => answerOf(api.GET("/api/v1/rescreens", { params: { query: { limit: 10 } } })),
  });
  return (
    <Panel title={t("lists.touched")}>
      <Stateful query={runs} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={style.snapshot}>{t("lists.touched.none")}</p>
          ) : (
            <TimelineList
              moments={items.map((run) => ({
                key: run.id,
                title: t("lists.touched.run", {
                  screened: sayNumber(language, run.subjectsScreened),
                  total: sayNumber(language, run.subjectsTotal),
                }),
                words: t("lists.touched.found", {
                  listings: sayNumber(language, run.listingsTouched),
                  opened: sayNumber(language, run.alertsOpened),
                  closed: sayNumber(language, run.alertsClosed),
                }),
                more: <Touches run={run.id} count={run.touches} />,
                at: run.endedAt ?? run.startedAt,
              }))}
            />
          )
        }
      </Stateful>
      {runs.data?.items.length === 0 ? null : <TouchedSubjects list={null} />}
    </Panel>
  );
}
