import type { ReactNode } from "react";
import style from "./chart.module.css";
import { useWidth } from "./use-width.ts";

/** A point of a curve: how many hits in a thousand, and what percent is found. */
export type CurvePlace = { readonly x: number; readonly y: number };

/** A curve with its name and its look. */
export type Curve = {
  readonly name: string;
  readonly look: "first" | "second";
  readonly points: readonly CurvePlace[];
};

const HEIGHT = 260;
const LEFT = 52;
const BOTTOM = 44;
const TOP = 12;
const RIGHT = 12;

/** Percent against a logarithmic axis. A curve's line, dash and marks tell it apart without color. */
export function CurveChart({
  title,
  xTitle,
  curves,
  floor,
  marks,
}: {
  readonly title: string;
  readonly xTitle: string;
  readonly curves: readonly Curve[];
  /** The lowest percent drawn. */
  readonly floor: number;
  /** Lines down the chart, at a number of hits. */
  readonly marks: readonly { readonly x: number; readonly words: string; readonly isNow: boolean }[];
}): ReactNode {
  const [box, width] = useWidth();
  const all = curves.flatMap(({ points }) => points);
  const [low, high] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const x = (value: number): number =>
    LEFT +
    ((Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))) * (width - LEFT - RIGHT);
  const y = (percent: number): number =>
    HEIGHT - BOTTOM - ((Math.max(floor, percent) - floor) / (100 - floor)) * (HEIGHT - BOTTOM - TOP);
  const rows = Array.from({ length: 5 }, (_, at) => floor + ((100 - floor) / 4) * at);
  const columns = [0.1, 1, 10, 100].filter((value) => value >= low && value <= high);
  return (
    <div ref={box}>
      <svg className={style.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
        {rows.map((percent) => (
          <g key={percent}>
            <line className={style.grid} x1={LEFT} x2={width - RIGHT} y1={y(percent)} y2={y(percent)} />
            <text className={style.label} x={LEFT - 8} y={y(percent) + 4} textAnchor="end">
              {`${Math.round(percent * 10) / 10} %`}
            </text>
          </g>
        ))}
        {columns.map((value) => (
          <text key={value} className={style.label} x={x(value)} y={HEIGHT - BOTTOM + 18} textAnchor="middle">
            {value}
          </text>
        ))}
        <text className={style.label} x={(LEFT + width) / 2} y={HEIGHT - 6} textAnchor="middle">
          {xTitle}
        </text>
        {marks.map(({ x: at, words, isNow }) => {
          const place = x(Math.min(high, Math.max(low, at)));
          const isLate = place > width - 120;
          return (
            <g key={words}>
              <line
                className={isNow ? style.now : style.mark}
                x1={place}
                x2={place}
                y1={TOP}
                y2={HEIGHT - BOTTOM}
              />
              <text
                className={style.markLabel}
                x={place + (isLate ? -6 : 6)}
                y={HEIGHT - BOTTOM - (isNow ? 8 : 26)}
                textAnchor={isLate ? "end" : "start"}
              >
                {words}
              </text>
            </g>
          );
        })}
        {curves.map(({ name, look, points }) => (
          <g key={name}>
            <polyline
              className={look === "first" ? style.line : style.dashed}
              points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(" ")}
            />
            {points.map((point) =>
              look === "first" ? (
                <circle key={point.x} className={style.dot} cx={x(point.x)} cy={y(point.y)} r={3} />
              ) : (
                <rect
                  key={point.x}
                  className={style.square}
                  x={x(point.x) - 2.5}
                  y={y(point.y) - 2.5}
                  width={5}
                  height={5}
                />
              ),
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** What the curves are, with the look of each. */
export function CurveLegend({
  curves,
}: {
  readonly curves: readonly Pick<Curve, "name" | "look">[];
}): ReactNode {
  return (
    <ul className={style.legend}>
      {curves.map(({ name, look }) => (
        <li key={name}>
          <svg width={32} height={12} aria-hidden>
            <line className={look === "first" ? style.line : style.dashed} x1={0} x2={32} y1={6} y2={6} />
            {look === "first" ? (
              <circle className={style.dot} cx={16} cy={6} r={3} />
            ) : (
              <rect className={style.square} x={13.5} y={3.5} width={5} height={5} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
