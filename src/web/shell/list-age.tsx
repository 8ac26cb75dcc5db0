import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { useSession } from "../api/session.ts";
import { failedOutcomes } from "../lists/list-outcomes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayAge, sayDay, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./shell.module.css";

/** In the bar: how old the newest and the oldest list in force are, and plainly where an update failed. It leads to the lists. */
export function ListAge(): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const lists = useQuery({
    queryKey: ["lists"],
    queryFn: () => answerOf(api.GET("/api/v1/lists")),
    enabled: session?.permissions.includes("lists.read") === true,
  });
  useLive(["lists.updated", "lists.update-failed"], () => void lists.refetch());
  const held = lists.data?.lists
    .flatMap(({ title: list, editions }) => {
      const date = editions.at(-1)?.date;
      return date === undefined ? [] : [{ list: sayTitle(language, list), date }];
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const [oldest, newest] = [held?.[0], held?.at(-1)];
  if (lists.data === undefined || oldest === undefined || newest === undefined) return null;
  const failed = failedOutcomes(lists.data).size;
  const isLate = failed > 0 || !lists.data.update.ok;
  const today = new Date().toISOString();
  const age = sayAge(language, newest.date, today);
  const long = t("top.lists.long", {
    list: newest.list,
    day: sayDay(language, newest.date),
    oldList: oldest.list,
    oldDay: sayDay(language, oldest.date),
  });
  const short =
    oldest.date === newest.date
      ? t("top.lists.one", { age })
      : t("top.lists", { newest: age, oldest: sayAge(language, oldest.date, today) });
  const said = isLate ? t("top.lists.failed") : short;
  const which = failed > 0 ? [t("lists.failed.some", { count: sayNumber(language, failed) })] : [];
  const title = [said, ...which, long].join(". ");
  return (
    <Link to="/lists" className={style.lists} data-late={isLate} title={title} aria-label={title}>
      {isLate ? <IconAlertTriangle size={18} aria-hidden /> : null}
      <span aria-hidden>{said}</span>
    </Link>
  );
}
