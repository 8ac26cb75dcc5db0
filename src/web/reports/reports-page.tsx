import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { PageHead } from "../components/page-head.tsx";
import { csvOf, saveFile } from "../components/save-file.ts";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { ActivityCharts, dayColumns } from "./activity-charts.tsx";
import { ActivityTotals } from "./activity-totals.tsx";
import { LegalReports } from "./legal-reports.tsx";
import { ListAges } from "./list-ages.tsx";
import { PeopleActivity } from "./people-activity.tsx";
import style from "./reports-page.module.css";

export type Activity = components["schemas"]["Activity"];

const SPANS = [7, 30, 90, 365] as const;
const SPAN_USUAL = 30;
const DAY_MS = 86_400_000;

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** What was screened, hit and decided in a time, to look at, to print and to take along. */
export function ReportsPage(): ReactNode {
  const { t } = useLanguage();
  const search = useSearch({ from: "/reports" });
  const navigate = useNavigate({ from: "/reports" });
  const session = useSession();
  const today = dayOf(Date.now());
  const to = isDay(search.to) ? search.to : today;
  const from = isDay(search.from) ? search.from : dayOf(Date.parse(to) - (SPAN_USUAL - 1) * DAY_MS);
  const activity = useQuery({
    queryKey: ["activity", from, to],
    queryFn: () => answerOf(api.GET("/api/v1/activity", { params: { query: { from, to } } })),
    enabled: from <= to,
  });
  const go = (next: { readonly from: string; readonly to: string }) => void navigate({ search: next });
  return (
    <>
      <PageHead title={t("reports.title")} lead={t("reports.lead")}>
        <Button variant="default" onClick={() => window.print()}>
          {t("reports.print")}
        </Button>
        <Button
          variant="default"
          disabled={activity.data === undefined}
          onClick={() => (activity.data === undefined ? undefined : exportDays(activity.data, t))}
        >
          {t("reports.export")}
        </Button>
      </PageHead>
      <div className={style.span}>
        <TextInput
          type="date"
          label={t("reports.from")}
          value={from}
          max={today}
          onChange={({ currentTarget: { value } }) => (isDay(value) ? go({ from: value, to }) : undefined)}
        />
        <TextInput
          type="date"
          label={t("reports.to")}
          value={to}
          max={today}
          onChange={({ currentTarget: { value } }) => (isDay(value) ? go({ from, to: value }) : undefined)}
        />
        <div className={style.quick}>
          {SPANS.map((days) => (
            <Link
              key={days}
              from="/reports"
              to="/reports"
              search={{ from: dayOf(Date.parse(today) - (days - 1) * DAY_MS), to: today }}
            >
              {t(`reports.span.${days}`)}
            </Link>
          ))}
        </div>
      </div>
      {from > to ? (
        <p role="alert">{t("reports.wrong")}</p>
      ) : (
        <Stateful query={activity} rows={8}>
          {(held) => (
            <>
              <ActivityTotals activity={held} />
              <ActivityCharts activity={held} />
              <PeopleActivity activity={held} />
              <ListAges activity={held} />
            </>
          )}
        </Stateful>
      )}
      <LegalReports mayWrite={session?.permissions.includes("reports.write") === true} />
    </>
  );
}

/** The days as a table to read, in the language of the page; programs take `GET /api/v1/activity`. */
function exportDays({ from, to, days }: Activity, t: ReturnType<typeof useLanguage>["t"]): void {
  const columns = dayColumns(t);
  const rows = days.map((day) => columns.map(({ key }) => day[key]));
  saveFile(`sluice-activity-${from}-${to}.csv`, csvOf([columns.map(({ title }) => title), ...rows]));
}
