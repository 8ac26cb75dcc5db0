import { Button, Modal, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./legal-reports.module.css";
import { ReportForm } from "./report-form.tsx";

type LegalReport = components["schemas"]["LegalReport"];

const FORMATS = ["pdf", "csv", "json"] as const;

/** Reports that the law asks for: what is due, what is missing, the documents, and that they were filed. */
export function LegalReports({ mayWrite }: { readonly mayWrite: boolean }): ReactNode {
  const { t, language } = useLanguage();
  const reports = useQuery({
    queryKey: ["legal-reports"],
    queryFn: () => answerOf(api.GET("/api/v1/reports", { params: { query: { limit: 200 } } })),
  });
  const [files, setFiles] = useState<LegalReport | null>(null);
  const [fills, setFills] = useState<LegalReport | null>(null);
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
                  cell: ({ kind, alertId, caseId, missing }) => (
                    <>
                      {alertId !== null ? (
                        <Link to="/alerts/$id" params={{ id: alertId }}>
                          {t(`legal.kind.${kind}`)}
                        </Link>
                      ) : caseId !== null ? (
                        <Link to="/cases/$id" params={{ id: caseId }} search={{ part: "reports" }}>
                          {t(`legal.kind.${kind}`)}
                        </Link>
                      ) : (
                        t(`legal.kind.${kind}`)
                      )}
                      {missing.length === 0 ? null : (
                        <small>{t("legal.missing", { fields: missing.join(", ") })}</small>
                      )}
                    </>
                  ),
                },
                { key: "event", title: t("legal.event"), cell: ({ eventOn }) => sayDay(language, eventOn) },
                { key: "due", title: t("legal.due"), cell: ({ dueOn }) => sayDay(language, dueOn) },
                {
                  key: "state",
                  title: t("legal.state"),
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
                  cell: ({ id, kind }) => (
                    <span className={style.documents}>
                      {FORMATS.map((format) => (
                        <a
                          key={format}
                          href={`/api/v1/reports/${id}/document?format=${format}`}
                          download
                          aria-label={`${t(`legal.kind.${kind}`)}, ${format.toUpperCase()}`}
                        >
                          {format.toUpperCase()}
                        </a>
                      ))}
                    </span>
                  ),
                },
                {
                  key: "acts",
                  title: t("legal.filed"),
                  acts: true,
                  cell: (report) =>
                    report.state === "filed" || !mayWrite ? null : (
                      <>
                        <Button size="compact-md" variant="default" onClick={() => setFills(report)}>
                          {t("legal.fill")}
                        </Button>
                        <Button size="compact-md" variant="default" onClick={() => setFiles(report)}>
                          {t("legal.filed")}
                        </Button>
                      </>
                    ),
                },
              ]}
            />
          )
        }
      </Stateful>
      {fills === null ? null : <ReportForm report={fills} onClose={() => setFills(null)} />}
      {files === null ? null : <Filing report={files} onClose={() => setFiles(null)} />}
      {mayWrite ? <StartAnnual /> : null}
    </Panel>
  );
}

function Filing({
  report,
  onClose,
}: {
  readonly report: LegalReport;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [reference, setReference] = useState("");
  const file = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/reports/{id}/filing", {
          params: { path: { id: report.id } },
          headers: { "If-Match": `"${report.version}"` },
          body: { on, reference: reference.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (reference.trim() !== "") file.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t("legal.filed")} closeButtonProps={{ "aria-label": t("close") }}>
      <form className={form.form} onSubmit={submit} noValidate>
        {file.isError ? <Failed problem={problemIn(file.error)} /> : null}
        <TextInput
          type="date"
          label={t("legal.filed.on")}
          value={on}
          onChange={({ currentTarget: { value } }) => setOn(value)}
        />
        <TextInput
          label={t("legal.filed.reference")}
          value={reference}
          maxLength={200}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setReference(value)}
        />
        <Button type="submit" loading={file.isPending}>
          {t("legal.filed.save")}
        </Button>
      </form>
    </Modal>
  );
}

function StartAnnual(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const start = useMutation({
    mutationFn: (asked: { readonly year: number; readonly name: string; readonly contactName: string }) =>
      answerOf(
        api.POST("/api/v1/reports/annual", {
          body: {
            year: asked.year,
            filer: {
              name: asked.name,
              contactName: asked.contactName,
              address: "",
              contactPhone: "",
              contactEmail: "",
            },
          },
        }),
      ),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ["legal-reports"] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    start.mutate({ year: Number(text("year")), name: text("name"), contactName: text("contact") });
  };
  if (!isOpen)
    return (
      <Button variant="default" className={style.annual ?? ""} onClick={() => setOpen(true)}>
        {t("legal.annual")}
      </Button>
    );
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <h3>{t("legal.annual")}</h3>
      {start.isError ? <Failed problem={problemIn(start.error)} /> : null}
      <NumberInput
        name="year"
        label={t("legal.annual.year")}
        defaultValue={new Date().getUTCFullYear()}
        min={1990}
        max={2200}
        allowDecimal={false}
        thousandSeparator={false}
      />
      <TextInput name="name" label={t("legal.annual.name")} maxLength={4_000} />
      <TextInput name="contact" label={t("legal.annual.contact")} maxLength={4_000} />
      <div className={form.acts}>
        <Button type="submit" loading={start.isPending}>
          {t("legal.annual")}
        </Button>
      </div>
    </form>
  );
}
