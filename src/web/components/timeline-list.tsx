import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { Name } from "./name-with-scripts.tsx";
import style from "./timeline-list.module.css";

/** Something that happened: what, more of it, when and by whom. */
export type Moment = {
  readonly key: string;
  readonly title: ReactNode;
  readonly words?: ReactNode;
  /** What is opened for the whole of it. */
  readonly more?: ReactNode;
  /** An instant, as ISO 8601. */
  readonly at: string;
  readonly by?: string;
};

/** What happened, one under the other along a line. */
export function TimelineList({ moments }: { readonly moments: readonly Moment[] }): ReactNode {
  const { language } = useLanguage();
  return (
    <ol className={style.line}>
      {moments.map(({ key, title, words, more, at, by }) => (
        <li key={key}>
          <p className={style.title}>{title}</p>
          {words === undefined || words === "" ? null : <p className={style.words}>{words}</p>}
          <p className={style.when}>
            <time dateTime={at}>{sayInstant(language, at)}</time>
            {by === undefined ? null : (
              <>
                {" "}
                · <Name name={by} />
              </>
            )}
          </p>
          {more}
        </li>
      ))}
    </ol>
  );
}
