import type { ReactNode } from "react";
import style from "./fact-list.module.css";

/** A fact with its name. */
export type Fact = { readonly name: string; readonly value: ReactNode };

/** Facts one under the other, each with its name beside it. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={style.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
