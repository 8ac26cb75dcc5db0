import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./case-page.module.css";

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
                      <bdi lang="en">{legal}</bdi>
                      {basis === "read" ? "" : ` (${t("case.flag.unread")})`}
                    </small>
                  </>
                ),
              },
              { key: "to", title: t("case.report.to"), cell: ({ to }) => <bdi lang="en">{to}</bdi> },
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
                key: "file",
                title: t("case.report.file"),
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
