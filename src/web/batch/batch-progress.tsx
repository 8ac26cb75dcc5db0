import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDuration, sayNumber } from "../words/saying.ts";
import style from "./batch-progress.module.css";
import type { Batch } from "./batches-page.tsx";

/** How far a batch is, how fast, and what was found so far; stopping it and going on. */
export function BatchProgress({
  batch,
  mayWrite,
  busy,
  onStop,
  onGo,
  onFix,
}: {
  readonly batch: Batch;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onStop: () => void;
  readonly onGo: () => void;
  readonly onFix: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { state, rows, rowsTotal, rowsPerSecond } = batch;
  const number = (value: number) => sayNumber(language, value);
  const runs = state === "running" || state === "waiting";
  const left =
    runs && rowsTotal !== null && rowsPerSecond !== null
      ? Math.ceil((rowsTotal - rows) / rowsPerSecond)
      : null;
  const total = rowsTotal ?? 0;
  const sentence =
    state === "done"
      ? t("batch.done", { rows: number(rows) })
      : state === "stopped"
        ? t("batch.stopped", { row: number(rows) })
        : state === "failed"
          ? t("batch.failed")
          : rowsTotal === null
            ? t("batch.progress.counting")
            : t("batch.progress", { rows: number(rows), total: number(total) });
  return (
    <Panel title={t(`batch.state.${state}`)}>
      <p role="status" className={style.sentence}>
        {sentence}
      </p>
      {state === "failed" ? <p>{batch.failure}</p> : null}
      <div
        role="progressbar"
        aria-label={t("batch.rows")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={rows}
        className={style.bar}
      >
        <div className={style.fill} style={{ width: `${total === 0 ? 0 : (rows / total) * 100}%` }} />
      </div>
      <p className={style.rate}>
        {[
          rowsPerSecond === null ? null : t("batch.rate", { rate: number(Math.round(rowsPerSecond)) }),
          left === null || left < 1 ? null : t("batch.left", { time: sayDuration(language, left) }),
          batch.snapshot === null ? null : `${t("batch.rests")} ${batch.snapshot.slice(0, 12)}`,
          batch.policyVersion === null
            ? null
            : batch.policyVersion === 0
              ? t("batch.rests.default")
              : t("batch.rests.policy", { version: String(batch.policyVersion) }),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <dl className={style.counts}>
        {(["hits", "clear", "errors"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`batch.${name}`)}</dt>
            <dd>{number(batch[name])}</dd>
          </div>
        ))}
      </dl>
      {batch.suppressed > 0 ? <p>{t("batch.suppressed", { count: number(batch.suppressed) })}</p> : null}
      {mayWrite ? (
        <div className={form.acts}>
          {runs ? (
            <Button variant="default" loading={busy} onClick={onStop}>
              {t("batch.stop")}
            </Button>
          ) : null}
          {state === "stopped" ? (
            <Button loading={busy} onClick={onGo}>
              {t("batch.go")}
            </Button>
          ) : null}
          {state === "failed" ? (
            <Button variant="default" onClick={onFix}>
              {t("batch.fix")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
