import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./start-page.module.css";

/** One step of the way: done, the next one, or later. */
export function Step({
  title,
  state,
  children,
}: {
  readonly title: string;
  readonly state: "done" | "next" | "later";
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <li className={style.step} data-state={state} aria-current={state === "next" ? "step" : undefined}>
      <span className={style.sign} aria-hidden>
        {state === "done" ? <IconCheck size={20} stroke={2.5} /> : null}
      </span>
      <div className={style.body}>
        <h2 className={style.title}>
          {title} <span className="visually-hidden">({t(`start.${state}`)})</span>
        </h2>
        {children}
      </div>
    </li>
  );
}
