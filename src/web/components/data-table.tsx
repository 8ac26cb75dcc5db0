import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./data-table.module.css";

/** A column: its title, what it shows of a row, and how wide it is beside the others. */
export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS width; the rest is shared by columns without one. */
  readonly width?: string;
  /** Numbers stand at the end of the cell. */
  readonly number?: boolean;
  /** The cell that names the row: its header, and the title of its card on a phone. */
  readonly heads?: boolean;
};

/** Which rows are chosen, by their keys. */
export type Selection = {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

export type DataTableProps<Row> = {
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What the row is called, for those who do not see it. */
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Called when a row is pointed at or has the cursor: what opens it may be fetched ahead. */
  readonly onNear?: (row: Row) => void;
  /** True for rows that are done with: they stay, greyed. */
  readonly isDone?: (row: Row) => boolean;
  readonly selection?: Selection;
  /** How many rows there are in all, where not all are loaded. */
  readonly total?: number;
  /** Called when the last loaded rows come into sight. */
  readonly onEnd?: () => void;
  /** Which row has the cursor when the table comes back. */
  readonly cursor?: string | null;
  readonly onCursor?: (key: string) => void;
};

const ROW_PX = 48;
/** A row that is pointed at for so long may be opened next. */
const NEAR_MS = 50;
/** Rows drawn beyond both edges of the window, so that none is missing while it scrolls. */
const OVERSCAN_ROWS = 12;
/** Rows before the last loaded one at which more are asked for. */
const AHEAD_ROWS = 30;

/**
 * Rows of anything, thousands of them: only those in sight are drawn. j and k move a cursor that is the browser's own
 * focus, Enter or o opens, x or Space chooses, Shift chooses all between. On a phone each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { rows, columns, keyOf, selection, onEnd } = props;
  const { t } = useLanguage();
  const body = useRef<HTMLTableSectionElement>(null);
  const offset = useOffset(body);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    scrollMargin: offset,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - AHEAD_ROWS) onEnd?.();
  }, [last, rows.length, onEnd]);
  const cursor = useCursor(props, body, (index) => virtual.scrollToIndex(index, { align: "auto" }));
  // Rows that stay in sight while the table scrolls are not drawn anew.
  const latest = useRef(cursor);
  latest.current = cursor;
  const table = useRef(props);
  table.current = props;
  const acts = useMemo<RowActs<Row>>(
    () => ({
      choose: (index, range) => latest.current.choose(index, range),
      moved: (index, row) => {
        latest.current.moved(index);
        table.current.onNear?.(row);
      },
      near: (row) => table.current.onNear?.(row),
      open: (row) => table.current.onOpen?.(row),
    }),
    [],
  );
  const before = (items[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);
  const width = columns.length + (selection === undefined ? 0 : 1);
  return (
    <table className={style.table} aria-rowcount={(props.total ?? rows.length) + 1}>
      <caption className="visually-hidden">{props.caption}</caption>
      <colgroup>
        {selection === undefined ? null : <col className={style.selectColumn} />}
        {columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {selection === undefined ? null : (
            <th scope="col" className={style.select}>
              <SelectAll rows={rows} keyOf={keyOf} selection={selection} label={t("table.select.all")} />
            </th>
          )}
          {columns.map((column) => (
            <th key={column.key} scope="col" data-number={column.number}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap height={before} width={width} />
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <TableRow<Row>
              key={item.key}
              row={row}
              index={item.index}
              columns={columns}
              name={props.nameOf(row)}
              chosen={selection?.chosen.has(keyOf(row))}
              done={props.isDone?.(row) === true}
              opens={props.onOpen !== undefined}
              measure={virtual.measureElement}
              acts={acts}
            />
          );
        })}
        <Gap height={after} width={width} />
      </tbody>
    </table>
  );
}

function Gap({ height, width }: { readonly height: number; readonly width: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden className={style.gap}>
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}

/** How far down the page the rows begin. */
function useOffset(body: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = body.current?.getBoundingClientRect().top;
      if (top !== undefined) setOffset(Math.round(top + window.scrollY));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [body]);
  return offset;
}

/** The cursor over rows of which most are not drawn: scrolls there first, then gives the row the focus. */
function useCursor<Row>(
  { rows, keyOf, onOpen, selection, cursor: first, onCursor }: DataTableProps<Row>,
  body: React.RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const at = useRef(-1);
  const anchor = useRef(-1);
  const focus = (index: number, tries = 10): void => {
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-focus]`);
    if (row !== null && row !== undefined) row.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(index, tries - 1));
  };
  const go = (step: number): void => {
    if (rows.length === 0) return;
    at.current = Math.min(Math.max(at.current + step, 0), rows.length - 1);
    scrollTo(at.current);
    focus(at.current);
  };
  const choose = (index: number, range: boolean): void => {
    if (selection === undefined) return;
    const from = range && anchor.current >= 0 ? Math.min(anchor.current, index) : index;
    const to = range && anchor.current >= 0 ? Math.max(anchor.current, index) : index;
    const keys = rows.slice(from, to + 1).map(keyOf);
    const chosen = new Set(selection.chosen);
    const [own] = rows.slice(index, index + 1).map(keyOf);
    const takes = range || own === undefined || !chosen.has(own);
    for (const key of keys) {
      if (takes) chosen.add(key);
      else chosen.delete(key);
    }
    anchor.current = index;
    selection.onChange(chosen);
  };
  const chooseHere = (event: KeyboardEvent): void => {
    if (at.current < 0 || selection === undefined) return;
    // Where a control has the focus, Space is its own.
    if (event.code === "Space" && !isAtRow(event.target)) return;
    event.preventDefault();
    choose(at.current, event.shiftKey);
  };
  const openHere = (event: KeyboardEvent): void => {
    const row = rows[at.current];
    if (row === undefined || onOpen === undefined || !isAtRow(event.target)) return;
    event.preventDefault();
    onOpen(row);
  };
  useLetterKeys({
    j: () => go(1),
    k: () => go(-1),
    x: chooseHere,
    space: chooseHere,
    enter: openHere,
    o: openHere,
  });
  useEffect(() => {
    if (first === undefined || first === null || at.current >= 0) return;
    const index = rows.findIndex((row) => keyOf(row) === first);
    if (index < 0) return;
    at.current = index;
    scrollTo(index);
    focus(index);
  });
  return {
    choose,
    moved: (index: number): void => {
      at.current = index;
      const row = rows[index];
      if (row !== undefined) onCursor?.(keyOf(row));
    },
  };
}

const isAtRow = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-row-focus]") !== null;

/** True for a place of a row that is nothing to press by itself, and where no words were marked to be copied. */
const isBare = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest("a, button, input, label") === null &&
  (getSelection()?.isCollapsed ?? true);

/** What a row does when it is pressed, pointed at or gone to; the same for as long as the table stands. */
type RowActs<Row> = {
  readonly choose: (index: number, range: boolean) => void;
  readonly moved: (index: number, row: Row) => void;
  readonly near: (row: Row) => void;
  readonly open: (row: Row) => void;
};

// A row is drawn anew where something of it changed, and not where another was chosen.
const TableRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>({
  row,
  index,
  columns,
  name,
  chosen,
  done,
  opens,
  measure,
  acts,
}: {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly name: string;
  /** Undefined where rows cannot be chosen. */
  readonly chosen: boolean | undefined;
  readonly done: boolean;
  readonly opens: boolean;
  readonly measure: (element: Element | null) => void;
  readonly acts: RowActs<Row>;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <tr
      ref={measure}
      data-index={index}
      data-done={done}
      data-chosen={chosen === true}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-opens={opens}
      onFocus={() => acts.moved(index, row)}
      onPointerEnter={({ currentTarget, pointerType }) => {
        if (pointerType !== "mouse") return;
        // A hand that passes over rows wants none of them.
        setTimeout(() => {
          if (currentTarget.matches(":hover")) acts.near(row);
        }, NEAR_MS);
      }}
      onClick={({ target, defaultPrevented }) => {
        if (opens && !defaultPrevented && isBare(target)) acts.open(row);
      }}
    >
      {chosen === undefined ? null : (
        <td className={style.select}>
          <input
            type="checkbox"
            className={style.box}
            checked={chosen}
            aria-label={t("table.select", { name })}
            onChange={() => undefined}
            onClick={(event) => acts.choose(index, event.shiftKey)}
          />
        </td>
      )}
      {columns.map((column) =>
        column.heads === true ? (
          <th key={column.key} scope="row">
            {column.cell(row)}
          </th>
        ) : (
          <td
            key={column.key}
            data-label={column.title}
            data-number={column.number}
            data-brief={column.width?.endsWith("px")}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function SelectAll<Row>({
  rows,
  keyOf,
  selection,
  label,
}: {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly selection: Selection;
  readonly label: string;
}): ReactNode {
  const all = rows.length > 0 && rows.every((row) => selection.chosen.has(keyOf(row)));
  return (
    <input
      type="checkbox"
      className={style.box}
      aria-label={label}
      checked={all}
      ref={(box) => {
        if (box !== null) box.indeterminate = !all && selection.chosen.size > 0;
      }}
      onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(keyOf)))}
    />
  );
}

/** In place of a table's toolbar while rows are chosen: how many, what to do with them, and the way out. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <div className={style.chosen} role="toolbar" aria-label={t("table.selected", { count: String(count) })}>
      <strong>{t("table.selected", { count: sayNumber(language, count) })}</strong>
      {children}
      <button type="button" className={style.clear} onClick={onClear}>
        {t("table.clear")}
      </button>
    </div>
  );
}
