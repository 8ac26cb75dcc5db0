import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import form from "../components/form-grid.module.css";
import { type PlainColumn, PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";

/** So many are drawn at once: a year may hold thousands. */
const SHOWN_ROWS = 100;

/** Parties or property of a report: a table, of which each row is written in a form of its own. */
export function ReportRows<Row>({
  id,
  caption,
  rows,
  columns,
  nameOf,
  add,
  empty,
  disabled,
  onRows,
  children,
}: {
  /** The id of the button that adds one: what is missing leads there. */
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly PlainColumn<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly add: string;
  readonly empty: Row;
  readonly disabled: boolean;
  readonly onRows: (rows: Row[]) => void;
  /** The form of one row. */
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
}): ReactNode {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState<{ readonly at: number; readonly row: Row } | null>(null);
  const [shown, setShown] = useState(SHOWN_ROWS);
  const placed = rows.map((row, at) => ({ row, at }));
  const close = (): void => {
    if (open !== null)
      onRows(
        open.at < rows.length
          ? rows.map((row, at) => (at === open.at ? open.row : row))
          : [...rows, open.row],
      );
    setOpen(null);
  };
  return (
    <>
      {rows.length === 0 ? null : (
        <PlainTable
          caption={caption}
          rows={placed.slice(0, shown)}
          keyOf={({ at }) => String(at)}
          columns={[
            ...columns.map(({ cell, ...column }) => ({
              ...column,
              cell: ({ row }: (typeof placed)[number]) => cell(row),
            })),
            {
              key: "acts",
              title: t("legal.change"),
              acts: true,
              cell: ({ row, at }) =>
                disabled ? null : (
                  <>
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={`${t("legal.change")}: ${nameOf(row)}`}
                      onClick={() => setOpen({ at, row })}
                    >
                      {t("legal.change")}
                    </Button>
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={`${t("legal.takeOut")}: ${nameOf(row)}`}
                      onClick={() => onRows(rows.filter((_, place) => place !== at))}
                    >
                      {t("legal.takeOut")}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      <div className={form.acts}>
        {disabled ? null : (
          <Button id={id} variant="default" onClick={() => setOpen({ at: rows.length, row: empty })}>
            {add}
          </Button>
        )}
        {rows.length <= shown ? null : (
          <Button variant="subtle" onClick={() => setShown(shown + SHOWN_ROWS)}>
            {t("legal.more", { count: sayNumber(language, rows.length - shown) })}
          </Button>
        )}
      </div>
      <Modal
        opened={open !== null}
        onClose={close}
        size="lg"
        title={caption}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {open === null ? null : (
          <form
            className={form.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              // The dialog stands elsewhere on the page, and yet in the report's own form.
              event.stopPropagation();
              close();
            }}
          >
            {children(open.row, (part) => setOpen((now) => now && { ...now, row: { ...now.row, ...part } }))}
            <Button type="submit">{t("legal.row.done")}</Button>
          </form>
        )}
      </Modal>
    </>
  );
}
