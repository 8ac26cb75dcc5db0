import type { ReactNode } from "react";
import { Said } from "../components/said.tsx";
import type { Application } from "./shapes.ts";
import style from "./waivers.module.css";

/** What to beware of in an application's courses; nothing where there is no warning. */
export function Warnings({
  application: { warnings },
}: {
  readonly application: Pick<Application, "warnings">;
}): ReactNode {
  if (warnings.length === 0) return null;
  return (
    <div className={`${style.notice} ${style.warning}`}>
      <ul className={style.sentences}>
        {warnings.map((words) => (
          <li key={words}>
            <Said words={words} />
          </li>
        ))}
      </ul>
    </div>
  );
}
