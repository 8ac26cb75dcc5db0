import { ActionIcon, Menu } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import style from "./shell.module.css";

/** Often enough for what is due today; a page that shows alerts hears of them at once and tells the bell. */
const ASKED_EVERY_MS = 60_000;

/** What wants this person: alerts past their day, second signatures, what was given to them, a list that failed. */
export default function Bell(): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const mayRead = session?.permissions.includes("alerts.read") === true;
  const counts = useQuery({
    queryKey: ["alert-counts"],
    queryFn: () => answerOf(api.GET("/api/v1/alerts/counts")),
    enabled: mayRead,
    refetchInterval: ASKED_EVERY_MS,
  }).data;
  const reports = useQuery({
    queryKey: ["waiver-reports"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-reports")),
    enabled: session?.permissions.includes("waivers.read") === true,
    refetchInterval: ASKED_EVERY_MS,
  }).data;
  const lists = useQuery({
    queryKey: ["lists"],
    queryFn: () => answerOf(api.GET("/api/v1/lists")),
    enabled: session !== null && session !== undefined,
  }).data;
  const waits = [
    { word: "bell.overdue", count: counts?.overdue ?? 0, search: { overdue: "true" } },
    { word: "bell.second", count: counts?.second ?? 0, search: { view: "second" } },
    { word: "bell.mine", count: counts?.mine ?? 0, search: { view: "mine" } },
  ] as const;
  const due = (reports?.items ?? []).filter(({ state }) => state === "due-soon" || state === "overdue");
  const late = due.filter(({ state }) => state === "overdue").length;
  const told = waits.filter(({ count }) => count > 0);
  const failed = lists !== undefined && !lists.update.ok;
  const urgent = told
    .filter(({ word }) => word !== "bell.mine")
    .reduce((sum, { count }) => sum + count, (failed ? 1 : 0) + late);
  const label = urgent === 0 ? t("bell.quiet") : t("bell.title", { count: sayNumber(language, urgent) });
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={label} className={style.bell ?? ""}>
          <IconBell size={20} />
          {urgent === 0 ? null : (
            <span className={style.count} aria-hidden>
              {urgent > 99 ? "99+" : urgent}
            </span>
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {told.map(({ word, count, search }) => (
          <Menu.Item key={word} renderRoot={(props) => <Link to="/alerts" search={search} {...props} />}>
            {t(word, { count: sayNumber(language, count) })}
          </Menu.Item>
        ))}
        {due.length === 0 ? null : (
          <Menu.Item component={Link} to="/waivers">
            {t(late === 0 ? "bell.reports" : "bell.reports.late", { count: sayNumber(language, due.length) })}
          </Menu.Item>
        )}
        {failed ? (
          <Menu.Item component={Link} to="/lists">
            {t("lists.failed", { day: sayDay(language, lists.openedAt) })}
          </Menu.Item>
        ) : null}
        {told.length === 0 && due.length === 0 && !failed ? <Menu.Label>{t("bell.none")}</Menu.Label> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
