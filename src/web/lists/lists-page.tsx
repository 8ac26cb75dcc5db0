import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Lists } from "../api/shapes.ts";
import { Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayAge, sayDay, sayNumber } from "../words/saying.ts";
import style from "./lists-page.module.css";

type List = Lists["lists"][number];

/** The lists in force: how old each is, how many it holds, and whether the last update went well. */
export function ListsPage(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const lists = useQuery({ queryKey: ["lists"], queryFn: () => answerOf(api.GET("/api/v1/lists")) });
  const update = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/lists/update")),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["lists"] }),
  });
  if (lists.isPending) return <Loading rows={8} />;
  if (lists.isError) return <Failed problem={problemIn(lists.error)} onRetry={() => void lists.refetch()} />;
  const today = new Date().toISOString();
  const { data } = lists;
  return (
    <>
      <div className={style.head}>
        <h1>{t("lists.title")}</h1>
        {session?.permissions.includes("lists.update") === true ? (
          <Button variant="default" loading={update.isPending} onClick={() => update.mutate()}>
            {t("lists.update")}
          </Button>
        ) : null}
      </div>
      {data.update.ok ? null : (
        <p role="alert" className={style.failed}>
          {t("lists.failed", { day: sayDay(language, data.openedAt) })} {data.update.problem}
        </p>
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
            {data.lists.map((list) => (
              <ListRow key={list.id} list={list} today={today} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={style.snapshot}>
        {t("lists.snapshot")} <code>{data.snapshot.slice(0, 16)}</code>
      </p>
    </>
  );
}

function ListRow({ list, today }: { readonly list: List; readonly today: string }): ReactNode {
  const { t, language } = useLanguage();
  const newest = list.editions.at(-1);
  if (newest === undefined) return null;
  return (
    <tr>
      <th scope="row">
        <a href={list.url} target="_blank" rel="noreferrer">
          {list.title}
        </a>
        <span className={style.id}>{list.id}</span>
      </th>
      <td data-label={t("lists.publisher")}>{list.publisher}</td>
      <td data-label={t("lists.edition")}>
        {sayDay(language, newest.date)}
        {list.editions.length > 1 ? (
          <span className={style.id}>
            {t("lists.earlier", { count: sayNumber(language, list.editions.length - 1) })}
          </span>
        ) : null}
      </td>
      <td data-label={t("lists.age")} className={style.number}>
        {sayAge(language, newest.date, today)}
      </td>
      <td data-label={t("lists.entries")} className={style.number}>
        {sayNumber(language, newest.targets)}
      </td>
    </tr>
  );
}
