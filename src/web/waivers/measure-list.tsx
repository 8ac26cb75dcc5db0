import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayMeasure } from "./measure-words.ts";
import style from "./waivers.module.css";

/** Measures by their titles, each on a line of its own. */
export function MeasureList({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { language } = useLanguage();
  return ids.length === 0 ? null : (
    <ul className={style.measures}>
      {ids.map((id) => (
        <li key={id}>{sayMeasure(language, id)}</li>
      ))}
    </ul>
  );
}
