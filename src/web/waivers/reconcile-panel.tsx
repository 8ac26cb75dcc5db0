import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { DropZone } from "../batch/drop-zone.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { type Quantity, sayQuantity } from "./exact.ts";
import style from "./waivers.module.css";

type Drift = {
  readonly licence: string;
  readonly line: string;
  readonly kind:
    | "agrees"
    | "they-have-more"
    | "we-have-more"
    | "over-allowance"
    | "unknown-line"
    | "unit"
    | "repeated";
  readonly stated: Quantity | null;
  readonly kept: Quantity | null;
  readonly words: string;
  readonly rows: readonly number[];
};
type Reconciled = {
  readonly agrees: boolean;
  readonly lines: readonly Drift[];
  readonly problems: readonly { readonly row: number; readonly problem: string }[];
};

/** An authority's or customs' usage file held against the ledgers: where they differ, line by line. Nothing is changed. */
export function ReconcilePanel(): ReactNode {
  const { t, language } = useLanguage();
  const compare = useMutation({
    mutationFn: (file: File) =>
      sendFile<Reconciled>(
        `/api/v1/waiver-reconciliations?name=${encodeURIComponent(file.name)}`,
        file,
        file.type,
      ),
  });
  const { data } = compare;
  const say = (quantity: Quantity | null): string =>
    quantity === null ? "–" : sayQuantity(language, quantity);
  return (
    <Panel title={t("waivers.reconcile")}>
      <p className={form.note}>{t("waivers.reconcile.lead")}</p>
      <DropZone
        busy={compare.isPending ? compare.variables.name : null}
        accept=".csv,.txt"
        words={t("waivers.reconcile.kinds")}
        onFile={(file) => compare.mutate(file)}
      />
      {compare.isError ? <Failed problem={problemIn(compare.error)} /> : null}
      {data === undefined ? null : (
        <div aria-live="polite">
          <p>
            <strong>{t(data.agrees ? "waivers.reconcile.agrees" : "waivers.reconcile.differs")}</strong>
          </p>
          <PlainTable
            caption={t("waivers.reconcile")}
            rows={data.lines}
            keyOf={({ licence, line, kind }) => `${licence} ${line} ${kind}`}
            isDone={({ kind }) => kind === "agrees"}
            columns={[
              {
                key: "line",
                title: t("waivers.line"),
                heads: true,
                cell: ({ licence, line }) => `${licence}, ${line}`,
              },
              {
                key: "kind",
                title: t("waivers.drift"),
                cell: ({ kind, words }) => (
                  <>
                    <span className={style.verdict}>
                      <VerdictIcon answer={kind === "agrees" ? "clear" : "refer"} size={20} />{" "}
                      {t(`waivers.drift.${kind}`)}
                    </span>
                    <small>
                      <Said words={words} />
                    </small>
                  </>
                ),
              },
              { key: "stated", title: t("waivers.stated"), number: true, cell: ({ stated }) => say(stated) },
              { key: "kept", title: t("waivers.kept"), number: true, cell: ({ kept }) => say(kept) },
            ]}
          />
          {data.problems.length === 0 ? null : (
            <ul className={style.sentences}>
              {data.problems.slice(0, 20).map(({ row, problem }) => (
                <li key={`${row} ${problem}`}>
                  {t("apply.lines.row", { row: String(row) })} <bdi lang="en">{problem}</bdi>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Panel>
  );
}
