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
import style from "./shell.module.css";

/** In the bar: how old the newest list in force is, and plainly where an update failed. It leads to the lists. */
export default function ListAge(): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const lists = useQuery({
    queryKey: ["lists"],
    queryFn: () => answerOf(api.GET("/api/v1/lists")),
    enabled: session?.permissions.includes("lists.read") === true,
  });
  useLive(["lists.updated", "lists.update-failed"], () => void lists.refetch());
  const newest = lists.data?.lists
    .flatMap(({ editions }) => editions.at(-1)?.date ?? [])
    .toSorted()
    .at(-1);
  if (lists.data === undefined || newest === undefined) return null;
  const failed = failedOutcomes(lists.data).size;
  const isLate = failed > 0 || !lists.data.update.ok;
  const today = new Date().toISOString();
  const age = sayAge(language, newest, today);
  const long =
    newest >= today.slice(0, 10)
      ? t("top.lists.today")
      : t("top.lists.long", { age, day: sayDay(language, newest) });
  const title =
    failed > 0 ? `${t("lists.failed.some", { count: sayNumber(language, failed) })}. ${long}` : long;
  return (
    <Link to="/lists" className={style.lists} data-late={isLate} title={title} aria-label={title}>
      {isLate ? <IconAlertTriangle size={18} aria-hidden /> : null}
      <span aria-hidden>{isLate ? t("top.lists.failed") : t("top.lists", { age })}</span>
    </Link>
  );
}
