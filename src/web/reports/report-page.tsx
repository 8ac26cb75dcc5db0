import { Button } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { Filing } from "./filing.tsx";
import { Release } from "./release.tsx";
import type { LegalReport, ReportFields } from "./report-fields.ts";
import style from "./report-page.module.css";
import {
  CopiesPart,
  EventPart,
  FilerPart,
  HoldingsPart,
  PartiesPart,
  PropertyPart,
  TargetPart,
} from "./report-parts.tsx";
import { type ReportDraft, useReportDraft } from "./use-report-draft.ts";

const FORMATS = ["pdf", "csv", "json"] as const;

/** One report that the law asks for: its fields, what it still lacks, and its document before it is filed. */
export function ReportPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/reports/$id" });
  const report = useQuery({
    queryKey: ["legal-report", id],
    queryFn: () => answerOf(api.GET("/api/v1/reports/{id}", { params: { path: { id } } })),
  });
  return (
    <Stateful
      query={report}
      rows={8}
      missing={
        <EmptyState
          title={t("legal.gone")}
          next=""
          action={<Link to="/reports">{t("reports.title")}</Link>}
        />
      }
    >
      {(data) => <OpenReport key={data.id} report={data} />}
    </Stateful>
  );
}

function useSave(report: LegalReport, draft: ReportDraft) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportFields) =>
      answerOf(
        api.PUT("/api/v1/reports/{id}", {
          params: { path: { id: report.id } },
          headers: { "If-Match": `"${report.version}"` },
          body,
        }),
      ),
    onSuccess: (saved) => {
      draft.drop();
      queries.setQueryData(["legal-report", report.id], saved);
      void queries.invalidateQueries({ queryKey: ["legal-reports"] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ["legal-report", report.id] }),
  });
}

function OpenReport({ report }: { readonly report: LegalReport }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const draft = useReportDraft(report);
  const save = useSave(report, draft);
  const isFiled = report.state === "filed";
  const disabled = isFiled || session?.permissions.includes("reports.write") !== true;
  const { fields, change } = draft;
  const parts = { report, fields, disabled, change };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(fields);
  };
  return (
    <>
      <PageHead
        title={t(`legal.kind.${report.kind}`)}
        above={<Link to="/reports">‹ {t("reports.title")}</Link>}
        lead={
          <>
            {t(`legal.law.${report.kind}`)} ·{" "}
            {isFiled
              ? t("legal.state.filed", {
                  day: report.filedOn === null ? "" : sayDay(language, report.filedOn),
                })
              : t("legal.due.on", { day: sayDay(language, report.dueOn) })}
            {report.state === "overdue" ? ` (${t("legal.state.overdue")})` : ""}
          </>
        }
      >
        <Preview report={report} draft={draft} save={save.mutateAsync} />
      </PageHead>
      <div className={style.columns}>
        <form id="report" className={style.parts} onSubmit={submit} noValidate>
          {save.isError && problemIn(save.error).status !== 412 ? (
            <Failed problem={problemIn(save.error)} />
          ) : null}
          {draft.isBehind ? <Overtaken draft={draft} /> : null}
          {report.kind === "annual-blocked-property" ? (
            <HoldingsPart {...parts} />
          ) : (
            <>
              <EventPart {...parts} />
              <TargetPart {...parts} />
              <PropertyPart {...parts} />
              <PartiesPart {...parts} />
              <CopiesPart {...parts} />
            </>
          )}
          <FilerPart {...parts} />
        </form>
        <aside className={style.aside} aria-label={t("legal.needs")}>
          <Needs report={report} draft={draft} />
          {disabled ? null : (
            <div className={style.save}>
              <Button type="submit" form="report" loading={save.isPending} disabled={draft.isBehind}>
                {t("legal.filed.save")}
              </Button>
              <span role="status" className={style.muted}>
                {draft.isChanged ? t("legal.unsaved") : t("legal.saved")}
              </span>
            </div>
          )}
          <Next report={report} mayWrite={!disabled} isChanged={draft.isChanged} />
        </aside>
      </div>
    </>
  );
}

/** Somebody else saved while this was written: both stay until the person says which. */
function Overtaken({ draft }: { readonly draft: ReportDraft }): ReactNode {
  const { t } = useLanguage();
  return (
    <div role="alert" className={style.conflict}>
      <p>{t("legal.overtaken")}</p>
      <div className={form.acts}>
        <Button size="sm" onClick={draft.rebase}>
          {t("legal.overtaken.mine")}
        </Button>
        <Button size="sm" variant="default" onClick={draft.drop}>
          {t("legal.overtaken.theirs")}
        </Button>
      </div>
    </div>
  );
}

/** What the law asks for: what is stated, and what is not yet, which leads to its field. */
function Needs({ report, draft }: { readonly report: LegalReport; readonly draft: ReportDraft }): ReactNode {
  const { t, language } = useLanguage();
  const lacks = report.needs.filter(({ met }) => !met).length;
  return (
    <Panel title={t("legal.needs")}>
      {report.notRequired === null ? null : (
        <p>
          <strong>{t("legal.state.not-required")}</strong>: <Said words={report.notRequired} />
        </p>
      )}
      <p role="status">
        {lacks === 0
          ? t("legal.whole")
          : t("legal.lacks", {
              count: sayNumber(language, lacks),
              of: sayNumber(language, report.needs.length),
            })}
      </p>
      <ul className={style.needs}>
        {report.needs.map(({ field, met }) => (
          <li key={field} data-met={met}>
            {met ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
            {met ? (
              <span>
                {t(`legal.need.${field}`)}
                <span className="visually-hidden"> ({t("legal.stated")})</span>
              </span>
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {t(`legal.need.${field}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {draft.isChanged ? <p className={style.muted}>{t("legal.needs.saved")}</p> : null}
    </Panel>
  );
}

/** The document as it would be filed: what is written and not yet saved is saved first. */
function Preview({
  report,
  draft,
  save,
}: {
  readonly report: LegalReport;
  readonly draft: ReportDraft;
  readonly save: (fields: ReportFields) => Promise<LegalReport>;
}): ReactNode {
  const { t, language } = useLanguage();
  const at = (format: (typeof FORMATS)[number]) =>
    `/api/v1/reports/${report.id}/document?format=${format}&language=${language}`;
  const look = async (): Promise<void> => {
    // Opened by the click itself: a window that comes after an answer is taken for an advertisement.
    const tab = window.open("about:blank", "_blank");
    try {
      if (draft.isChanged) await save(draft.fields);
      if (tab !== null) tab.location = `${at("pdf")}&show=true`;
    } catch {
      tab?.close();
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void look()} disabled={draft.isBehind}>
        {t("legal.preview")}
      </Button>
      {FORMATS.map((format) => (
        <Button key={format} variant="subtle" px="sm" component="a" href={at(format)} download>
          {format.toUpperCase()}
        </Button>
      ))}
    </>
  );
}

/** What follows: that it was filed; and of a blocking, that the property was released. */
function Next({
  report,
  mayWrite,
  isChanged,
}: {
  readonly report: LegalReport;
  readonly mayWrite: boolean;
  readonly isChanged: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const [asks, setAsks] = useState<"filing" | "release" | null>(null);
  const mayRelease =
    report.kind === "blocked-property" && session?.permissions.includes("reports.write") === true;
  const lacks = report.needs.some(({ met }) => !met);
  return (
    <Panel title={t("legal.next")}>
      {report.alertId === null ? null : (
        <p>
          <Link to="/alerts/$id" params={{ id: report.alertId }}>
            {t("legal.alert")}
          </Link>
        </p>
      )}
      {report.caseId === null ? null : (
        <p>
          <Link to="/cases/$id" params={{ id: report.caseId }} search={{ part: "reports" }}>
            {t("legal.case")}
          </Link>
        </p>
      )}
      {report.filedReference === null ? null : (
        <p>{t("legal.filed.as", { reference: report.filedReference })}</p>
      )}
      <div className={form.acts}>
        {mayWrite ? (
          <Button variant="default" onClick={() => setAsks("filing")} disabled={isChanged || lacks}>
            {t("legal.filed")}
          </Button>
        ) : null}
        {mayRelease ? (
          <Button variant="default" onClick={() => setAsks("release")}>
            {t("legal.release")}
          </Button>
        ) : null}
      </div>
      {mayWrite && (isChanged || lacks) ? <p className={style.muted}>{t("legal.filed.when")}</p> : null}
      {asks === "filing" ? <Filing report={report} onClose={() => setAsks(null)} /> : null}
      {asks === "release" ? <Release report={report} onClose={() => setAsks(null)} /> : null}
    </Panel>
  );
}
