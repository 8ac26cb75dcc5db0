import type { ReactNode } from "react";
import { ticksUpTo } from "../charts/scale.ts";
import { useWidth } from "../charts/use-width.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { balanceOf, type Entry } from "./balance.ts";
import { roughly } from "./exact.ts";
import type { Waiver, WaiverLine } from "./shapes.ts";
import style from "./waivers.module.css";

const HEIGHT = 160;
const LEFT = 52;
const BOTTOM = 24;
const TOP = 10;

/** One line over the waiver's time: what was drawn or reserved, under the line that the authority drew. */
export function LedgerPicture({
  waiver,
  line,
  entries,
  now,
}: {
  readonly waiver: Waiver;
  readonly line: WaiverLine;
  readonly entries: readonly Entry[];
  /** ISO 8601. */
  readonly now: string;
}): ReactNode {
  const { t, language } = useLanguage();
  const [box, width] = useWidth();
  const allowed = roughly(line.allowed);
  const taken = roughly(line.used) + roughly(line.reserved);
  const steps = balanceOf(line.line, taken, entries, waiver.terms.returnsRestore);
  const from = Date.parse(`${waiver.from}T00:00:00Z`);
  const until = Math.max(Date.parse(`${waiver.until}T23:59:59Z`), from + 1);
  const ticks = ticksUpTo(Math.max(allowed, 1));
  const top = Math.max(allowed, ticks.at(-1) ?? 1);
  const x = (instant: number): number =>
    LEFT + ((Math.min(until, Math.max(from, instant)) - from) / (until - from)) * (width - LEFT - 8);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const end = x(Math.max(from, Math.min(until, Date.parse(now))));
  const points: string[] = [`${x(from)},${y(steps[0]?.taken ?? 0)}`];
  let before = steps[0]?.taken ?? 0;
  for (const { at, taken: after } of steps.slice(1)) {
    points.push(`${x(Date.parse(at))},${y(before)}`, `${x(Date.parse(at))},${y(after)}`);
    before = after;
  }
  points.push(`${end},${y(before)}`);
  const words = t("waivers.picture.of", { item: line.item });
  return (
    <figure ref={box} style={{ margin: "0 0 16px" }}>
      <figcaption className={style.item}>
        {line.line}. {line.item}
      </figcaption>
      <svg className={style.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={words}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={style.axis} x1={LEFT} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text className={style.axisWords} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {sayNumber(language, tick)}
            </text>
          </g>
        ))}
        <polygon
          className={style.stepArea}
          points={[`${x(from)},${y(0)}`, ...points, `${end},${y(0)}`].join(" ")}
        />
        <polyline className={style.step} points={points.join(" ")} />
        <line className={style.limit} x1={LEFT} x2={width - 8} y1={y(allowed)} y2={y(allowed)} />
        <text className={style.axisWords} x={LEFT} y={HEIGHT - 6}>
          {sayDay(language, waiver.from)}
        </text>
        <text className={style.axisWords} x={width - 8} y={HEIGHT - 6} textAnchor="end">
          {sayDay(language, waiver.until)}
        </text>
      </svg>
    </figure>
  );
}
