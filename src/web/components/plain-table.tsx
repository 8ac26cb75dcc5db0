import type { ReactNode } from "react";
import style from "./plain-table.module.css";

/** A column of a small table: its title and what it shows of a row. */
export type PlainColumn<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly heads?: boolean;
  /** Short texts that stay on one line where there is room: days, states, accounts. */
  readonly whole?: boolean;
  /** Buttons: at the end of the row, and without a title. */
  readonly acts?: boolean;
};

/** A table of some dozens of rows, all drawn; on a phone each row is a card. Wide ones scroll by themselves. */
export function PlainTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isDone,
}: {
  readonly caption: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isDone?: (row: Row) => boolean;
}): ReactNode {
  return (
    <div className={style.scroll} data-scrolls>
      <table className={style.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, number, acts }) => (
              <th key={key} scope="col" data-number={number}>
                {acts === true ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-done={isDone?.(row) === true}>
              {columns.map(({ key, title, cell, number, heads, acts, whole }) =>
                heads === true ? (
                  <th key={key} scope="row" data-whole={whole}>
                    <div>{cell(row)}</div>
                  </th>
                ) : (
                  <td
                    key={key}
                    data-number={number}
                    data-whole={whole}
                    data-acts={acts}
                    data-label={acts === true ? undefined : title}
                  >
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
