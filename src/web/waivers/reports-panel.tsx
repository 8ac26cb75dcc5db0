import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Said, saidIn } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import type { Waiver } from "./shapes.ts";
import style from "./waivers.module.css";

type Report = Waiver["reports"][number];

const BODY_CHARS_MIN = 10;

/** What the authority wants to hear, until when, and that it was told. */
export function ReportsPanel({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const [open, setOpen] = useState<string | null>(null);
  if (waiver.reports.length === 0) return null;
  const mayFile = session?.permissions.includes("waivers.write") === true;
  return (
    <Panel title={t("waivers.reports")}>
      <ul className={style.lines}>
        {waiver.reports.map((report) => (
          <li key={report.key}>
            <Said words={report.words} />
            <p className={style.muted}>
              {report.reference === null ? "" : `${report.reference} · `}
              {t(`waivers.report.${report.state}`)} · {sayDay(language, report.dueOn)}
            </p>
            {report.state === "filed" || !mayFile ? null : open === report.key ? (
              <FileReport waiver={waiver} report={report} onDone={() => setOpen(null)} />
            ) : (
              <Button
                variant="default"
                size="compact-md"
                aria-label={`${t("waivers.report.file")}: ${saidIn(language, report.words)}`}
                onClick={() => setOpen(report.key)}
              >
                {t("waivers.report.file")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FileReport({
  waiver,
  report,
  onDone,
}: {
  readonly waiver: Waiver;
  readonly report: Report;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [filedOn, setFiledOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [body, setBody] = useState("");
  const [isWrong, setWrong] = useState(false);
  const file = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waivers/{id}/reports", {
          params: { path: { id: waiver.id } },
          body: { kind: report.kind, reference: report.reference, filedOn, body: body.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["waiver", waiver.id] });
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = body.trim().length < BODY_CHARS_MIN || filedOn === "";
    setWrong(wrong);
    if (!wrong) file.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className={form.rows}>
      {file.isError ? <Failed problem={problemIn(file.error)} /> : null}
      <TextInput
        type="date"
        label={t("waivers.report.on")}
        value={filedOn}
        onChange={({ currentTarget: { value } }) => setFiledOn(value)}
      />
      <Textarea
        label={t("waivers.report.body")}
        value={body}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        error={isWrong ? t("apply.reason.error") : null}
        onChange={({ currentTarget: { value } }) => setBody(value)}
      />
      <div className={form.acts}>
        <Button type="submit" variant="default" loading={file.isPending}>
          {t("waivers.report.file")}
        </Button>
      </div>
    </form>
  );
}
