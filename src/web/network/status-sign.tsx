import type { ReactNode } from "react";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import type { Status } from "./network-words.ts";
import style from "./status-sign.module.css";

const ANSWERS = { blocked: "prohibited", undetermined: "refer", "not-blocked": "clear" } as const;

/** The verdict to which a status leads. */
export function answerOfStatus(status: Status): (typeof ANSWERS)[Status] {
  return ANSWERS[status];
}

/** A status by sign and word. */
export function StatusSign({
  status,
  more = "",
}: {
  readonly status: Status;
  readonly more?: string;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <span className={style.status}>
      <VerdictIcon answer={ANSWERS[status]} size={20} />
      {t(`network.status.${status}`)}
      {more === "" ? "" : ` · ${more}`}
    </span>
  );
}
