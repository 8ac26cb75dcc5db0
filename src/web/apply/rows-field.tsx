import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";

/** A list of things that each have fields of their own: one is added, changed, taken out. */
export function RowsField<Row>({
  id,
  rows,
  max,
  titleOf,
  add,
  empty,
  onRows,
  children,
}: {
  /** The id of the button that adds one, to which a note about the whole list leads. */
  readonly id: string;
  readonly rows: readonly Row[];
  readonly max: number;
  readonly titleOf: (row: Row, at: number) => string;
  /** What the button says that adds one. */
  readonly add: string;
  /** A new one. */
  readonly empty: Row;
  readonly onRows: (rows: readonly Row[]) => void;
  readonly children: (row: Row, at: number, change: (part: Partial<Row>) => void) => ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.groups}>
      {rows.map((row, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
          key={`${rows.length} ${at}`}
          className={style.group}
        >
          <legend>{titleOf(row, at)}</legend>
          {children(row, at, (part) =>
            onRows(rows.map((one, place) => (place === at ? { ...one, ...part } : one))),
          )}
          <div className={style.acts}>
            <Button
              variant="default"
              size="compact-md"
              aria-label={`${t("apply.remove")}: ${titleOf(row, at)}`}
              onClick={() => onRows(rows.filter((_, place) => place !== at))}
            >
              {t("apply.remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      {rows.length >= max ? null : (
        <div className={style.acts}>
          <Button id={id} variant="default" onClick={() => onRows([...rows, empty])}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}
