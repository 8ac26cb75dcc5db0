import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Finding } from "../api/shapes.ts";
import { FindingList } from "../components/finding-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { lineAnswer } from "./line-answer.ts";
import { useLineColumns } from "./line-columns.tsx";
import { type ShipmentDraft, transactionOf } from "./shipment-draft.ts";
import { useTemplateNames } from "./use-waivers.ts";
import style from "./waivers.module.css";

type Needs = paths["/api/v1/waiver-needs"]["post"]["responses"][200]["content"]["application/json"];

/** The answer to “may I send this?”: line by line, what is missing, and the approvals with the form begun. */
export function MayIAnswer({
  asked,
  answer,
}: {
  readonly asked: ShipmentDraft;
  readonly answer: Needs;
}): ReactNode {
  const { t } = useLanguage();
  const lineColumns = useLineColumns();
  const { verdict, first } = answer;
  const findings = verdict.findings as readonly Finding[];
  const { goods } = transactionOf(asked);
  return (
    <article className={style.answer}>
      <VerdictBanner heading={2} answer={verdict.answer} sentence={t(`verdict.${verdict.answer}.shipment`)}>
        <Said words={verdict.summary} />
      </VerdictBanner>
      <Panel title={t("may.lines")}>
        <PlainTable
          caption={t("may.lines")}
          rows={goods.map((line, at) => ({ ...line, ...lineAnswer(findings, at) }))}
          keyOf={({ line }) => line}
          columns={[
            ...lineColumns,
            {
              key: "missing",
              title: t("may.missing"),
              cell: ({ missing }) =>
                missing.length === 0 ? (
                  "–"
                ) : (
                  <ul className={style.sentences}>
                    {missing.map((words) => (
                      <li key={words}>
                        <Said words={words} />
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Panel>
      {first.length === 0 ? null : (
        <Panel title={t("may.first")}>
          <ul className={style.sentences}>
            {first.map((words) => (
              <li key={words}>
                <Said words={words} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Approvals asked={asked} answer={answer} />
      <FindingList findings={findings} />
    </article>
  );
}

/** Which approvals would lift what forbids it, in the order in which they can be had, and the way to the form. */
function Approvals({ asked, answer }: { readonly asked: ShipmentDraft; readonly answer: Needs }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const navigate = useNavigate();
  const { titleOf, officeOf } = useTemplateNames();
  const begin = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications", {
          body: {
            title: asked.purpose.trim() === "" ? t("may.untitled") : asked.purpose.trim().slice(0, 400),
            file: answer.file,
            amends: null,
          },
        }),
      ),
    onSuccess: ({ id }) => navigate({ to: "/apply/$id", params: { id } }),
  });
  const { needs } = answer;
  if (needs.length === 0) return null;
  return (
    <Panel title={t("may.needs", { count: sayNumber(language, needs.length) })}>
      <ol className={style.needs}>
        {needs.map(({ template, because, lines, isHeld, dependsOn, daysUsual, basis }) => (
          <li key={template}>
            <h3>
              {titleOf(template)}
              {isHeld ? <span className={style.held}> · {t("may.held")}</span> : null}
            </h3>
            <p className={style.muted}>{officeOf(template)}</p>
            {because[0] === undefined ? null : (
              <p>
                <Said words={because[0]} />
                {because.length > 1 ? ` ${t("may.because.more", { count: String(because.length - 1) })}` : ""}
              </p>
            )}
            <p className={style.muted}>
              {lines.length === 0 ? "" : `${t("may.for.lines", { lines: lines.join(", ") })} · `}
              {t("may.days", { days: sayNumber(language, daysUsual) })}
              {dependsOn.length === 0
                ? ""
                : ` · ${t("may.after", { offices: dependsOn.map(titleOf).join("; ") })}`}
              {basis === "background" ? ` · ${t("may.background")}` : ""}
            </p>
          </li>
        ))}
      </ol>
      {begin.isError ? <Failed problem={problemIn(begin.error)} /> : null}
      {session?.permissions.includes("waivers.write") === true ? (
        <div className={form.acts}>
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            {t("may.begin")}
          </Button>
        </div>
      ) : (
        <p className={form.note}>{t("may.begin.other")}</p>
      )}
    </Panel>
  );
}
