import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { ApplicationsTable } from "./applications-table.tsx";
import { sayQuantity } from "./exact.ts";
import { MailChoice } from "./mail-choice.tsx";
import { ReconcilePanel } from "./reconcile-panel.tsx";
import type { WaiverRow } from "./shapes.ts";
import { WAIVER_EVENTS } from "./use-waivers.ts";
import style from "./waivers.module.css";

const LIMIT = 100;
/** Lines of a waiver that its row names; all of them stand on its page. */
const LINES_SHOWN = 3;

/** Waivers with what is left of them, applications with their clocks, and the reports that are due. */
export function WaiversPage(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const waivers = useQuery({
    queryKey: ["waivers"],
    queryFn: () => answerOf(api.GET("/api/v1/waivers", { params: { query: { limit: LIMIT } } })),
  });
  const applications = useQuery({
    queryKey: ["applications"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-applications", { params: { query: { limit: LIMIT } } })),
  });
  useLive(WAIVER_EVENTS, () => {
    for (const key of ["waivers", "applications", "waiver-reports"])
      void queries.invalidateQueries({ queryKey: [key] });
  });
  const mayWrite = session?.permissions.includes("waivers.write") === true;
  return (
    <>
      <PageHead title={t("waivers.title")} lead={t("waivers.lead")}>
        <Button component={Link} to="/waivers/ask" variant={mayWrite ? "default" : "filled"}>
          {t("may.title")}
        </Button>
        {mayWrite ? <Begin /> : null}
      </PageHead>
      <Stateful query={waivers} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t("waivers.none")}
              next={t("waivers.none.next")}
              action={<Link to="/waivers/tour">{t("tour.title")}</Link>}
            />
          ) : (
            <Panel title={t("waivers.all")}>
              <WaiversTable items={items} />
            </Panel>
          )
        }
      </Stateful>
      <Stateful query={applications} rows={4}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Panel title={t("waivers.applications")}>
              <ApplicationsTable items={items} to="/apply/$id" />
            </Panel>
          )
        }
      </Stateful>
      <Reports />
      <ReconcilePanel />
      <p style={{ marginTop: 16 }}>
        <Link to="/waivers/tour">{t("tour.title")}</Link>
      </p>
    </>
  );
}

function WaiversTable({ items }: { readonly items: readonly WaiverRow[] }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <PlainTable
      caption={t("waivers.all")}
      rows={items}
      keyOf={({ id }) => id}
      isDone={({ standing }) => ["expired", "revoked", "surrendered", "exhausted"].includes(standing)}
      columns={[
        {
          key: "title",
          title: t("waivers.reference"),
          heads: true,
          cell: ({ id, reference, title }) => (
            <>
              <Link to="/waivers/$id" params={{ id }}>
                {reference}
              </Link>
              <small>{sayTitle(language, title)}</small>
            </>
          ),
        },
        {
          key: "standing",
          title: t("verify.standing"),
          cell: ({ standing, reasons }) => (
            <>
              <span className={style.standing}>{t(`verify.standing.${standing}`)}</span>
              {reasons[0] === undefined ? null : (
                <small>
                  <Said words={reasons[0]} />
                </small>
              )}
            </>
          ),
        },
        {
          key: "left",
          title: t("waivers.left"),
          cell: ({ lines }) => (
            <>
              {lines.slice(0, LINES_SHOWN).map(({ line, item, left, allowed }) => (
                <div key={line}>
                  {item}:{" "}
                  {t("waivers.left.of", {
                    left: sayQuantity(language, left),
                    allowed: sayQuantity(language, allowed),
                  })}
                </div>
              ))}
              {lines.length > LINES_SHOWN ? (
                <small>{t("waivers.lines.more", { count: String(lines.length - LINES_SHOWN) })}</small>
              ) : null}
            </>
          ),
        },
        {
          key: "until",
          title: t("waivers.until"),
          whole: true,
          cell: ({ until, daysLeft }) => (
            <>
              {sayDay(language, until)}
              <small>
                {daysLeft < 0 ? t("waivers.over") : t("waivers.days.left", { count: String(daysLeft) })}
              </small>
            </>
          ),
        },
      ]}
    />
  );
}

/** A new, empty application. */
function Begin(): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications", {
          body: { title: t("may.untitled"), file: {}, amends: null },
        }),
      ),
    onSuccess: ({ id }) => navigate({ to: "/apply/$id", params: { id } }),
  });
  return (
    <>
      <Button loading={begin.isPending} onClick={() => begin.mutate()}>
        {t("waivers.begin")}
      </Button>
      {begin.isError ? <Failed problem={problemIn(begin.error)} /> : null}
    </>
  );
}

/** Reports that authorities wait for, those due first. */
function Reports(): ReactNode {
  const { t, language } = useLanguage();
  const reports = useQuery({
    queryKey: ["waiver-reports"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-reports")),
  });
  const items = reports.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t("waivers.reports")}>
      <PlainTable
        caption={t("waivers.reports")}
        rows={items}
        keyOf={({ waiverId, key }) => `${waiverId} ${key}`}
        columns={[
          {
            key: "what",
            title: t("waivers.report"),
            heads: true,
            cell: ({ waiverId, waiver, words, reference }) => (
              <>
                <Said words={words} />
                <small>
                  <Link to="/waivers/$id" params={{ id: waiverId }}>
                    {waiver}
                  </Link>
                  {reference === null ? "" : ` · ${reference}`}
                </small>
              </>
            ),
          },
          { key: "state", title: t("verify.standing"), cell: ({ state }) => t(`waivers.report.${state}`) },
          { key: "due", title: t("waivers.due"), cell: ({ dueOn }) => sayDay(language, dueOn) },
        ]}
      />
      <p className={style.muted}>
        {t("waivers.reports.read", {
          time: sayInstant(language, new Date(reports.dataUpdatedAt).toISOString()),
        })}
      </p>
      <MailChoice />
    </Panel>
  );
}
