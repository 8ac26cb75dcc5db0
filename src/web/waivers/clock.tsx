import { type ReactNode, useEffect, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import type { Language } from "../words/words.ts";
import style from "./waivers.module.css";

const MINUTE_MS = 60_000;

/** An instant by the clock of a place: 8 Mar 2019, 17:00 in New York. */
export function sayInstantIn(language: Language, instant: string, zone: string): string {
  const locale = language === "en" ? "en-GB" : "ko-KR";
  const day = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    year: "numeric",
    timeZone: zone,
  }).format(new Date(instant));
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(instant));
  return language === "en"
    ? `${day}, ${time} ${sayZone(language, zone)}`
    : `${day} ${time}(${sayZone(language, zone)})`;
}

/** Places by which the calendars of the authorities name their zones. */
const KOREAN_PLACES: Readonly<Record<string, string>> = {
  "New York": "뉴욕",
  Seoul: "서울",
  London: "런던",
  Brussels: "브뤼셀",
  Pyongyang: "평양",
};

/** A zone by its place: New York, 뉴욕. */
export function sayZone(language: Language, zone: string): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return language === "en" ? place : (KOREAN_PLACES[place] ?? place);
}

/** Whole days, hours and minutes, the two largest that are not zero. */
export function sayLeft(language: Language, ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE_MS));
  const parts = [
    [Math.floor(minutes / 1_440), language === "en" ? " d" : "일"],
    [Math.floor(minutes / 60) % 24, language === "en" ? " h" : "시간"],
    [minutes % 60, language === "en" ? " min" : "분"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? `0${parts[2][1]}` : said.map(([count, unit]) => `${count}${unit}`).join(" ");
}

/** How long until an instant, the binding place first, then the reader's own time. */
export function Clock({
  until,
  zone,
  over,
}: {
  /** ISO 8601. */
  readonly until: string;
  readonly zone: string;
  /** What holds when the time is over. */
  readonly over: string;
}): ReactNode {
  const { t, language } = useLanguage();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 4);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(until) - now;
  return (
    <p className={style.clock}>
      {left <= 0 ? over : t("waivers.clock.left", { time: sayLeft(language, left) })}
      <small>
        <time dateTime={until}>
          {sayInstantIn(language, until, zone)} ({sayInstant(language, until)})
        </time>
      </small>
    </p>
  );
}
