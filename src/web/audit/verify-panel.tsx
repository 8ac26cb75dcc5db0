import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { verifyLog } from "./verify-log.ts";

/** Verifies the organisation's log of receipts in this browser, on a press. */
export function VerifyPanel({ log }: { readonly log: string }): ReactNode {
  const { t, language } = useLanguage();
  const [count, setCount] = useState(0);
  const verify = useMutation({ mutationFn: () => verifyLog(log, setCount) });
  const number = (value: number) => sayNumber(language, value);
  const { data } = verify;
  return (
    <Panel title={t("log.title")}>
      <p className={form.note}>{t("log.lead")}</p>
      {verify.isError ? <Failed problem={problemIn(verify.error)} /> : null}
      <p role="status">
        {verify.isPending
          ? t("log.running", { count: number(count) })
          : data === undefined
            ? ""
            : data.kind === "none"
              ? t("log.none")
              : data.kind === "broken"
                ? t("log.bad", { sequence: number(data.sequence) })
                : t("log.good", {
                    from: number(data.from),
                    to: number(data.to),
                    count: number(data.count),
                  })}
      </p>
      <div className={form.acts}>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t("log.run")}
        </Button>
        <Link to={"/receipts" as "/"}>{t("log.one")}</Link>
      </div>
    </Panel>
  );
}
