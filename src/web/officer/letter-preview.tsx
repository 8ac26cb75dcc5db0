import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { ProblemError, problemIn, problemOf } from "../api/problem.ts";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { Authority } from "../waivers/authority.tsx";
import { sayZone } from "../waivers/clock.tsx";
import { sayCode, sayQuantity } from "../waivers/exact.ts";
import { MeasureList } from "../waivers/measure-list.tsx";
import type { Application, Proposal } from "../waivers/shapes.ts";
import style from "../waivers/waivers.module.css";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";

/** The letter as it would be, before anybody signs it: on the page, and as the PDF that would be printed. */
export function LetterPreview({
  application,
  template,
  proposal,
}: {
  readonly application: Application;
  readonly template: string;
  readonly proposal: Proposal;
}): ReactNode {
  const { t } = useLanguage();
  const body = { template, proposal };
  const preview = useQuery({
    queryKey: ["application", application.id, "preview", body],
    queryFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/preview", {
          params: { path: { id: application.id } },
          body,
        }),
      ),
  });
  return (
    <Panel title={t("officer.letter")} aside={t("officer.letter.draft")}>
      <Stateful query={preview} rows={6}>
        {({ letter, reasons, changes }) => (
          <>
            {reasons.length === 0 ? null : (
              <div className={`${style.notice} ${style.stop}`} role="note">
                <p>{t("officer.letter.against")}</p>
                <ul className={style.sentences}>
                  {reasons.map((words) => (
                    <li key={words}>
                      <Said words={words} />
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {changes.length === 0 ? null : (
              <ul className={style.sentences}>
                {changes.map((words) => (
                  <li key={words}>
                    <Said words={words} />
                  </li>
                ))}
              </ul>
            )}
            {letter === null ? <p>{t("officer.letter.none")}</p> : <LetterSheet letter={letter} />}
            {letter === null ? null : <DraftFile application={application} body={body} />}
          </>
        )}
      </Stateful>
    </Panel>
  );
}

type Body = { readonly template: string; readonly proposal: Proposal };

/** The draft as a PDF, fetched by the page: it is a question with a body, which no link asks. */
function DraftFile({
  application,
  body,
}: {
  readonly application: Application;
  readonly body: Body;
}): ReactNode {
  const { t, language } = useLanguage();
  const fetchDraft = useMutation({
    mutationFn: async () => {
      const answer = await fetch(
        `/api/v1/waiver-applications/${application.id}/preview?format=pdf&language=${language}`,
        {
          method: "POST",
          credentials: "same-origin",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        },
      );
      if (!answer.ok) throw new ProblemError(problemOf(answer.status, await answer.json().catch(() => null)));
      const url = URL.createObjectURL(await answer.blob());
      const link = document.createElement("a");
      link.href = url;
      link.download = "draft.pdf";
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <div className={form.acts} style={{ marginTop: 16 }}>
      <Button variant="default" loading={fetchDraft.isPending} onClick={() => fetchDraft.mutate()}>
        {t("officer.letter.pdf")}
      </Button>
      {fetchDraft.isError ? <Failed problem={problemIn(fetchDraft.error)} /> : null}
    </div>
  );
}

/** What a letter says, on a sheet. */
export type LetterFacts = {
  readonly reference: string;
  readonly title: string;
  readonly authority: string;
  readonly approvedOn: string;
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly parties: readonly string[] | null;
  readonly route: readonly string[] | null;
  readonly shipmentsMax: number | null;
  readonly measures: readonly string[];
  readonly conditions: readonly string[];
  readonly lines: readonly {
    readonly line: string;
    readonly item: string;
    readonly hs: readonly string[];
    readonly quantity: { readonly amount: string; readonly scale: number; readonly unit: string };
  }[];
};

/** The letter with its annex, as the paper says it. */
export function LetterSheet({ letter }: { readonly letter: LetterFacts }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <article className={style.letter} aria-label={letter.reference}>
      <p className={style.muted}>{letter.reference}</p>
      <h3>{sayTitle(language, letter.title)}</h3>
      <FactList
        facts={[
          { name: t("verify.authority"), value: <Authority id={letter.authority} /> },
          { name: t("waivers.approved"), value: sayDay(language, letter.approvedOn) },
          {
            name: t("verify.window"),
            value: `${t("verify.days", { from: sayDay(language, letter.from), until: sayDay(language, letter.until) })} (${sayZone(language, letter.zone)})`,
          },
          {
            name: t("waivers.measures"),
            value: <MeasureList ids={letter.measures} />,
          },
          { name: t("verify.parties"), value: letter.parties?.join("; ") ?? t("verify.anyone") },
          { name: t("verify.route"), value: letter.route?.join(" – ") ?? t("verify.anyone") },
          {
            name: t("officer.shipments"),
            value: letter.shipmentsMax === null ? t("verify.anyone") : String(letter.shipmentsMax),
          },
          ...letter.conditions.map((value, at) => ({
            name: t("waivers.condition", { number: String(at + 1) }),
            value,
          })),
        ]}
      />
      <PlainTable
        caption={t("verify.lines")}
        rows={letter.lines}
        keyOf={({ line }) => line}
        columns={[
          { key: "item", title: t("may.item"), heads: true, cell: ({ line, item }) => `${line}. ${item}` },
          { key: "hs", title: t("may.code"), cell: ({ hs }) => hs.map(sayCode).join(", ") },
          {
            key: "quantity",
            title: t("may.quantity"),
            number: true,
            cell: ({ quantity }) => sayQuantity(language, quantity),
          },
        ]}
      />
    </article>
  );
}
