import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";

type NewFact = paths["/api/v1/network/facts"]["post"]["requestBody"]["content"]["application/json"];

/** Ties that people write down; the rest come by files. */
const INTERESTS = [
  "ownership",
  "votes",
  "control",
  "board-majority",
  "director",
  "nominee",
  "linked",
] as const;

/** What reads like a name is one; what reads like a number of one's own names a party that is known already. */
const namedBy = (text: string): string | null => (/^[\w.:/-]+$/.test(text) ? null : text);

/** Writing down who holds what, and where that stands. */
export function FactForm({
  asset,
  owner,
}: {
  readonly asset: string;
  /** Filled in where a person comes from what is missing: they go on writing there. */
  readonly owner?: string;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const add = useMutation({
    mutationFn: (body: NewFact) => answerOf(api.POST("/api/v1/network/facts", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["network"] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { currentTarget } = event;
    const data = new FormData(currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const orNull = (name: string) => (text(name) === "" ? null : text(name));
    const found = (["owner", "asset", "source"] as const).flatMap((name) =>
      text(name) === "" ? [{ field: `fact-${name}`, words: t(`network.fact.error.${name}`) }] : [],
    );
    setProblems(found);
    if (found.length > 0) return;
    add.mutate(
      {
        owner: text("owner"),
        ownerName: namedBy(text("owner")),
        asset: text("asset"),
        assetName: namedBy(text("asset")),
        interest: INTERESTS.find((one) => one === text("interest")) ?? "ownership",
        share: orNull("share"),
        from: orNull("from"),
        until: orNull("until"),
        source: text("source"),
        reference: "",
      },
      { onSuccess: () => currentTarget.reset() },
    );
  };
  const errorAt = (name: string) => problems.find(({ field }) => field === `fact-${name}`)?.words ?? null;
  return (
    <Panel title={t("network.fact")}>
      <p className={form.note}>{t("network.fact.lead")}</p>
      <form className={form.rows} onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        {add.isError ? <Failed problem={problemIn(add.error)} /> : null}
        <div className={form.row}>
          <TextInput
            id="fact-owner"
            name="owner"
            label={t("network.fact.owner")}
            defaultValue={owner ?? ""}
            autoFocus={owner !== undefined}
            maxLength={400}
            error={errorAt("owner")}
          />
          <NativeSelect
            name="interest"
            label={t("network.fact.interest")}
            data={INTERESTS.map((value) => ({ value, label: t(`network.interest.${value}`) }))}
          />
          <TextInput name="share" label={t("network.fact.share")} maxLength={120} />
          <TextInput
            id="fact-asset"
            name="asset"
            label={t("network.fact.asset")}
            defaultValue={asset}
            maxLength={400}
            error={errorAt("asset")}
          />
        </div>
        <div className={form.row}>
          <TextInput name="from" type="date" label={t("network.fact.from")} />
          <TextInput name="until" type="date" label={t("network.fact.until")} />
          <TextInput
            id="fact-source"
            name="source"
            label={t("network.fact.source")}
            maxLength={400}
            error={errorAt("source")}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t("network.fact.save")}
          </Button>
        </div>
        {add.isSuccess ? <p role="status">{t("network.fact.saved")}</p> : null}
      </form>
    </Panel>
  );
}
