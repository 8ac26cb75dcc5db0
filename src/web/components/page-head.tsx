import { type ReactNode, useEffect } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./page-head.module.css";

/** The head of a page: its one heading, what stands above it, a sentence below, and what can be done. */
export function PageHead({
  title,
  heading,
  above,
  lead,
  children,
}: {
  /** The name of the page, as the browser's tab shows it. */
  readonly title: string;
  /** What the heading shows where it is more than the title. */
  readonly heading?: ReactNode;
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  useTitle(title);
  return (
    <div className={style.head}>
      <div className={style.text}>
        {above === undefined ? null : <p className={style.above}>{above}</p>}
        <h1 className={style.title}>{heading ?? title}</h1>
        {lead === undefined ? null : <p className={style.lead}>{lead}</p>}
      </div>
      {children === undefined ? null : <div className={style.actions}>{children}</div>}
    </div>
  );
}

/** Names the browser's tab after the page. */
export function useTitle(title: string): void {
  const { t } = useLanguage();
  const name = t("app.name");
  useEffect(() => {
    document.title = title === "" ? name : `${title} · ${name}`;
  }, [title, name]);
}
