import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./legal-reports.module.css";
import { StartReport } from "./start-report.tsx";

const FORMATS = ["pdf", "csv", "json"] as const;

/** Reports that the law asks for: what is due, what is missing, the documents, and that they were filed. */
export function LegalReports({ mayWrite }: { readonly mayWrite: boolean }): ReactNode {
  const { t, language } = useLanguage();
  const reports = useQuery({
    queryKey: ["legal-reports"],
    queryFn: () => answerOf(api.GET("/api/v1/reports", { params: { query: { limit: 200 } } })),
  });
  return (
    <Panel title={t("legal.title")}>
      <p className={form.note}>{t("legal.lead")}</p>
      <Stateful query={reports} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              {t("legal.none")} {t("legal.none.next")}
            </p>
          ) : (
            <PlainTable
              caption={t("legal.title")}
              rows={items}
              keyOf={({ id }) => id}
              isDone={({ state }) => state === "filed"}
              columns={[
                {
                  key: "kind",
                  title: t("legal.kind"),
                  heads: true,
                  cell: ({ id, kind, fields, needs }) => (
                    <>
                      <Link to="/reports/$id" params={{ id }}>
                        {t(`legal.kind.${kind}`)}
                      </Link>
                      <small>
                        {fields.target.name === "" ? (fields.year ?? "") : <Name name={fields.target.name} />}
                      </small>
                      {needs.every(({ met }) => met) ? null : (
                        <small>
                          {t("legal.missing", {
                            fields: needs
                              .flatMap(({ field, met }) => (met ? [] : [t(`legal.need.${field}`)]))
                              .join(", "),
                          })}
                        </small>
                      )}
                    </>
                  ),
                },
                {
                  key: "event",
                  title: t("legal.event"),
                  whole: true,
                  cell: ({ eventOn }) => sayDay(language, eventOn),
                },
                {
                  key: "due",
                  title: t("legal.due"),
                  whole: true,
                  cell: ({ dueOn }) => sayDay(language, dueOn),
                },
                {
                  key: "state",
                  title: t("legal.state"),
                  whole: true,
                  cell: ({ state, filedOn, filedReference }) =>
                    state === "filed" ? (
                      <>
                        {t("legal.state.filed", { day: filedOn === null ? "" : sayDay(language, filedOn) })}
                        <small>{filedReference}</small>
                      </>
                    ) : (
                      t(`legal.state.${state}`)
                    ),
                },
                {
                  key: "documents",
                  title: t("legal.documents"),
                  whole: true,
                  cell: ({ id, kind }) => (
                    <span className={style.documents}>
                      {FORMATS.map((format) => (
                        <a
                          key={format}
                          href={`/api/v1/reports/${id}/document?format=${format}&language=${language}`}
                          download
                          aria-label={`${t(`legal.kind.${kind}`)}, ${format.toUpperCase()}`}
                        >
                          {format.toUpperCase()}
                        </a>
                      ))}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Stateful>
      {mayWrite ? <StartReport /> : null}
    </Panel>
  );
}
