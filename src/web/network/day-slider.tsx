import { Slider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./network-page.module.css";

const DAY_MS = 86_400_000;

/** A slider over the days on which something began or ended: the network as it was on each. */
export function DaySlider({
  days,
  at,
  onDay,
}: {
  readonly days: readonly string[];
  readonly at: string;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [moved, setMoved] = useState<number | null>(null);
  const stops = [...new Set([...days.flatMap((day) => [before(day), day]), at, today()])]
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
    .sort();
  if (days.length === 0) return null;
  const place = moved ?? Math.max(0, stops.indexOf(at));
  const said = (index: number): string => sayDay(language, stops[index] ?? at);
  return (
    <div>
      <p className={style.sliderTitle}>{t("network.asof.slider", { day: said(place) })}</p>
      <div className={style.slider} data-scrolls>
        <Slider
          value={place}
          min={0}
          max={stops.length - 1}
          step={1}
          thumbLabel={t("network.asof.slider", { day: said(place) })}
          label={said}
          thumbValueText={said}
          marks={stops.map((_, value) => ({ value }))}
          onChange={setMoved}
          onChangeEnd={(value) => {
            setMoved(null);
            const day = stops[value];
            if (day !== undefined) onDay(day);
          }}
        />
        <p className={style.ends} aria-hidden>
          <span>{said(0)}</span>
          <span>{said(stops.length - 1)}</span>
        </p>
      </div>
    </div>
  );
}

const before = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
const today = (): string => new Date().toISOString().slice(0, 10);
