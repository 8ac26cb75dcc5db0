import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { labelIn } from "../../korean/documents.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { useMay } from "./case-data.ts";
import style from "./case-page.module.css";

type CaseReport = Pick<components["schemas"]["CaseReport"], "id" | "title" | "draft">;

const FORMATS = ["pdf", "csv", "json"] as const;

/** The reports that may follow, filled in as far as the case goes, to be taken away and completed. */
export function CaseReports({ id }: { readonly id: string }): ReactNode {
  const { t, language } = useLanguage();
  const reports = useQuery({
    queryKey: ["case", id, "reports"],
    queryFn: () => answerOf(api.GET("/api/v1/workers/cases/{id}/reports", { params: { path: { id } } })),
  });
  return (
    <Panel title={t("case.reports")}>
      <p className={form.note}>{t("case.reports.lead")}</p>
      <Stateful query={reports} rows={6}>
        {({ items }) => (
          <PlainTable
            caption={t("case.reports")}
            rows={items}
            keyOf={(report) => report.id}
            columns={[
              {
                key: "report",
                title: t("case.report"),
                heads: true,
                cell: ({ title, legal, basis }) => (
                  <>
                    {title[language]}
                    <small>
                      {labelIn(language, legal)}
                      {basis === "read" ? "" : ` (${t("case.flag.unread")})`}
                    </small>
                  </>
                ),
              },
              { key: "to", title: t("case.report.to"), cell: ({ to }) => labelIn(language, to) },
              {
                key: "gaps",
                title: t("case.report.gaps"),
                number: true,
                cell: ({ sections }) =>
                  t("case.report.gaps.count", {
                    count: sayNumber(
                      language,
                      sections.flatMap(({ rows }) => rows).filter(([, value]) => value === "").length,
                    ),
                  }),
              },
              {
                key: "draft",
                title: t("case.report.draft"),
                whole: true,
                cell: (report) => <DeskDraft caseId={id} report={report} />,
              },
              {
                key: "file",
                title: t("case.report.file"),
                whole: true,
                cell: (report) => (
                  <span className={style.files}>
                    {FORMATS.map((format) => (
                      <a
                        key={format}
                        href={`/api/v1/workers/cases/${id}/reports/${report.id}/document?format=${format}&language=${language}`}
                        download
                        aria-label={`${format.toUpperCase()}: ${report.title[language]}`}
                      >
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Stateful>
    </Panel>
  );
}

/** What the desk of reports has of it: the draft with its day, or the way to start one. */
function DeskDraft({ caseId, report }: { readonly caseId: string; readonly report: CaseReport }): ReactNode {
  const { t, language } = useLanguage();
  const mayWrite = useMay("reports.write");
  const mayRead = useMay("reports.read");
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: (kind: "ofac-blocked" | "ofac-rejected") =>
      answerOf(
        api.POST("/api/v1/workers/cases/{id}/reports/{report}/draft", {
          params: { path: { id: caseId, report: kind } },
        }),
      ),
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["case", caseId, "reports"] }),
        queries.invalidateQueries({ queryKey: ["legal-reports"] }),
      ]);
    },
  });
  if (report.draft !== null) {
    const words =
      report.draft.state === "filed"
        ? t("case.report.draft.filed")
        : t("case.report.draft.due", { day: sayDay(language, report.draft.dueOn) });
    return mayRead ? (
      <Link className={style.draft} to="/reports/$id" params={{ id: report.draft.id }}>
        {words}
      </Link>
    ) : (
      words
    );
  }
  const { id } = report;
  if (!mayWrite || (id !== "ofac-blocked" && id !== "ofac-rejected")) return "–";
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        loading={start.isPending}
        aria-label={`${t("case.report.draft.start")}: ${report.title[language]}`}
        onClick={() => start.mutate(id)}
      >
        {t("case.report.draft.start")}
      </Button>
      {start.isError ? <Failed problem={problemIn(start.error)} /> : null}
    </>
  );
}
