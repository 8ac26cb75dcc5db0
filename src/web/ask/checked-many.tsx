import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./ask-page.module.css";
import type { Checked } from "./checking.ts";

/** A message that orders several payments: the answer to each in a line. */
export function CheckedMany({ checked }: { readonly checked: Checked }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <Panel title={t("ask.many", { count: sayNumber(language, checked.checks.length) })}>
      {checked.unread.length === 0 ? null : (
        <p className={style.muted}>{t("ask.unread", { parts: checked.unread.join(", ") })}</p>
      )}
      <ul className={style.rows}>
        {checked.checks.map(({ id, answer, reference, verdict }) => (
          <li key={id}>
            <VerdictIcon answer={answer} size={24} />
            <span>
              <Link to="/checks/$id" params={{ id }}>
                {reference}
              </Link>{" "}
              {t(`verdict.${answer}`)}
              <p className={style.muted}>
                <Said words={verdict.summary} />
              </p>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
