import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useDraft } from "../components/use-draft.ts";
import { useLanguage } from "../words/language.tsx";
import { GoodsRead } from "./goods-read.tsx";
import { MayIAnswer } from "./may-i-answer.tsx";
import {
  BINDING,
  type DraftProblem,
  linesOf,
  problemsOf,
  readDraft,
  type ShipmentDraft,
  transactionOf,
  US_CONTENT,
} from "./shipment-draft.ts";
import style from "./waivers.module.css";

/** What is pasted to try the page: the kit of 2019, whose annex is not public. */
const EXAMPLE = [
  "Monitor, 24 inch\t8528.52\t20\tpieces",
  "Video camera\t8525.80\t10\tpieces",
  "Optical-fibre cable\t8544.70\t500\tm",
  "Chair, wooden\t9401.69\t60\tpieces",
].join("\n");

/** May I send this? Lines from a spreadsheet, and the answer line by line with what is missing and what one would need. */
export function MayIPage(): ReactNode {
  const { t } = useLanguage();
  const [kept, keep] = useDraft("sluice.may-i");
  const draft = useMemo(() => readDraft(kept), [kept]);
  const change = (part: Partial<ShipmentDraft>): void => keep(JSON.stringify({ ...draft, ...part }));
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const ask = useMutation({
    mutationFn: (asked: ShipmentDraft) =>
      answerOf(
        api.POST("/api/v1/waiver-needs", {
          body: {
            transaction: transactionOf(asked),
            ...(asked.day === "" ? {} : { at: asked.day }),
            usNgo: asked.binds.includes("us-ngo"),
            fundMoney: false,
          },
        }),
      ),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (found.length === 0) ask.mutate(draft);
  };
  const errorAt = (field: DraftProblem["field"]): string | null => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? null : t(problem.word);
  };
  return (
    <>
      <PageHead title={t("may.title")} lead={t("may.lead")}>
        <Button component={Link} to="/waivers" variant="default">
          {t("waivers.title")}
        </Button>
      </PageHead>
      <form onSubmit={submit} noValidate className={style.asking}>
        <Panel title={t("may.goods")}>
          <ErrorSummary problems={problems.map(({ field, word }) => ({ field, words: t(word) }))} />
          <Textarea
            id="may-goods"
            label={t("may.paste")}
            description={t("may.paste.hint")}
            value={draft.goods}
            error={errorAt("may-goods")}
            onChange={({ currentTarget: { value } }) => change({ goods: value })}
            autosize
            minRows={4}
            maxRows={14}
            spellCheck={false}
            className={style.paste ?? ""}
          />
          {draft.goods === "" ? (
            <Button variant="subtle" size="compact-md" onClick={() => change({ goods: EXAMPLE })}>
              {t("may.example")}
            </Button>
          ) : null}
          <GoodsRead
            lines={linesOf(draft)}
            onCode={(line, hs) => change({ codes: { ...draft.codes, [line]: hs } })}
          />
        </Panel>
        <Panel title={t("may.way")}>
          <div className={form.rows}>
            <WayFields draft={draft} change={change} errorAt={errorAt} />
            <Binding draft={draft} change={change} />
            <div className={form.acts}>
              <Button type="submit" loading={ask.isPending}>
                {t("ask.check")}
              </Button>
              <Button variant="default" onClick={() => keep("")}>
                {t("may.clear")}
              </Button>
            </div>
          </div>
        </Panel>
      </form>
      {ask.isError ? <Failed problem={problemIn(ask.error)} /> : null}
      {ask.data === undefined || ask.variables === undefined ? null : (
        <MayIAnswer asked={ask.variables} answer={ask.data} />
      )}
    </>
  );
}

type Fields = {
  readonly draft: ShipmentDraft;
  readonly change: (part: Partial<ShipmentDraft>) => void;
};

function WayFields({
  draft,
  change,
  errorAt,
}: Fields & { readonly errorAt: (field: DraftProblem["field"]) => string | null }): ReactNode {
  const { t } = useLanguage();
  const text = (name: "supplier" | "consignee" | "route" | "purpose", label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      value={draft[name]}
      maxLength={1_000}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  return (
    <>
      <div className={form.row}>
        <TextInput
          id="may-from"
          label={t("may.from")}
          description={t("may.country.hint")}
          value={draft.from}
          maxLength={2}
          error={errorAt("may-from")}
          onChange={({ currentTarget: { value } }) => change({ from: value.toUpperCase() })}
        />
        <TextInput
          id="may-to"
          label={t("may.to")}
          description={t("may.country.hint")}
          value={draft.to}
          maxLength={2}
          error={errorAt("may-to")}
          onChange={({ currentTarget: { value } }) => change({ to: value.toUpperCase() })}
        />
        <TextInput
          type="date"
          label={t("asof.label")}
          description={t("may.day.hint")}
          value={draft.day}
          onChange={({ currentTarget: { value } }) => change({ day: value })}
        />
      </div>
      {text("route", t("may.route"), t("may.route.hint"))}
      <div className={form.row}>
        {text("supplier", t("may.supplier"))}
        {text("consignee", t("may.consignee"))}
      </div>
      <Textarea
        label={t("may.others")}
        description={t("may.others.hint")}
        value={draft.others}
        autosize
        minRows={1}
        maxRows={6}
        onChange={({ currentTarget: { value } }) => change({ others: value })}
      />
      {text("purpose", t("may.purpose"))}
    </>
  );
}

function Binding({ draft, change }: Fields): ReactNode {
  const { t } = useLanguage();
  const toggle = (code: string, on: boolean): void =>
    change({ binds: on ? [...draft.binds, code] : draft.binds.filter((one) => one !== code) });
  return (
    <>
      <fieldset className={form.choices}>
        <legend>{t("may.binds")}</legend>
        {[...BINDING, "us-ngo" as const].map((code) => (
          <Checkbox
            key={code}
            label={t(`may.binds.${code}`)}
            checked={draft.binds.includes(code)}
            onChange={({ currentTarget: { checked } }) => toggle(code, checked)}
          />
        ))}
      </fieldset>
      <NativeSelect
        label={t("may.us")}
        description={t("may.us.hint")}
        value={draft.usContent}
        data={US_CONTENT.map((value) => ({ value, label: t(`may.us.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          change({ usContent: US_CONTENT.find((one) => one === value) ?? "unknown" })
        }
      />
    </>
  );
}
