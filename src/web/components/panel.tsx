import { type ReactNode, useId } from "react";
import style from "./panel.module.css";

/** A part of a page with a heading, on a surface of its own. */
export function Panel({
  title,
  aside,
  children,
}: {
  readonly title: ReactNode;
  /** A few words beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={style.panel} aria-labelledby={id}>
      <div className={style.head}>
        <h2 className={style.title} id={id}>
          {title}
        </h2>
        {aside === undefined ? null : <span className={style.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
