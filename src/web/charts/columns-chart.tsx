import type { ReactNode } from "react";
import style from "./chart.module.css";
import { ticksUpTo } from "./scale.ts";
import { useWidth } from "./use-width.ts";

/** A part of a column: how much, and by which class of `chart.module.css` it is drawn. */
export type ColumnPart = { readonly value: number; readonly look: string };

/** A column with the words that a pointer or a reader is told. */
export type ChartColumn = {
  readonly key: string;
  readonly words: string;
  readonly parts: readonly ColumnPart[];
  /** Written under the axis; empty for most where there are many. */
  readonly label: string;
};

const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 8;

/** Columns side by side, parts of one on top of each other. `mark` draws a line before the column at that place. */
export function ColumnsChart({
  title,
  columns,
  sayNumber,
  mark,
}: {
  readonly title: string;
  readonly columns: readonly ChartColumn[];
  readonly sayNumber: (value: number) => string;
  readonly mark?: { readonly at: number; readonly words: string };
}): ReactNode {
  const [box, width] = useWidth();
  const totals = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const ticks = ticksUpTo(Math.max(1, ...totals));
  const top = ticks.at(-1) ?? 1;
  const step = (width - LEFT) / Math.max(1, columns.length);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const markX = mark === undefined ? 0 : LEFT + mark.at * step;
  return (
    <div ref={box}>
      <svg className={style.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={style.grid} x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className={style.label} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {sayNumber(tick)}
            </text>
          </g>
        ))}
        {columns.map(({ key, words, parts, label }, at) => {
          let below = 0;
          const x = LEFT + at * step;
          return (
            <g key={key}>
              <title>{words}</title>
              {/* The whole height answers the pointer, also where the column is low. */}
              <rect x={x} y={TOP} width={step} height={HEIGHT - BOTTOM - TOP} fill="transparent" />
              {parts.map(({ value, look }) => {
                const from = y(below);
                below += value;
                const height = from - y(below);
                return height <= 0 ? null : (
                  <rect
                    key={look}
                    className={style[look]}
                    x={x + step * 0.12}
                    y={y(below)}
                    width={step * 0.76}
                    height={height}
                  />
                );
              })}
              {label === "" ? null : (
                <text className={style.label} x={x + step / 2} y={HEIGHT - 8} textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          );
        })}
        {mark === undefined ? null : (
          <g>
            <line className={style.mark} x1={markX} x2={markX} y1={TOP} y2={HEIGHT - BOTTOM} />
            <text
              className={style.markLabel}
              x={markX + (markX > width - 90 ? -6 : 6)}
              y={TOP + 12}
              textAnchor={markX > width - 90 ? "end" : "start"}
            >
              {mark.words}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}
