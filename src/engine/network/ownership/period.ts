import { isPartialDate } from "../../entity/partial-date.ts";

/**
 * When a tie holds, by the days between which it began and ended; null: not stated. From the day it began until the day
 * before it ended: on the day of a transfer the new owner holds it. `contradicts` where the source says that it ended
 * before it began, or states what is no date: then it may hold on any day.
 */
export type Period = {
  readonly fromMin: string | null;
  readonly fromMax: string | null;
  readonly untilMin: string | null;
  readonly untilMax: string | null;
  readonly contradicts: boolean;
};

/** A tie without dates: stated, and taken to hold on every day. */
export const ALWAYS: Period = {
  fromMin: null,
  fromMax: null,
  untilMin: null,
  untilMax: null,
  contradicts: false,
};

/** How a tie stands on a day. */
export type Presence = "holds" | "may-hold" | "absent";

const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))];
    const leap = month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false);
    return `${date}-${String(leap ? 29 : (MONTH_ENDS[month - 1] ?? 31)).padStart(2, "0")}`;
  }
  return date;
}

const firstDay = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

/** Instants are cut to their day; what is no date at all is left out and said. */
function daysOf(stated: readonly string[]): { readonly dates: readonly string[]; readonly unread: boolean } {
  const cut = stated.map((text) => text.trim()).filter((text) => text !== "");
  const dates = cut.map((text) => (/^\d{4}-\d{2}-\d{2}T/u.test(text) ? text.slice(0, 10) : text));
  const read = dates.filter(isPartialDate);
  return { dates: read, unread: read.length < dates.length };
}

/** The period between dates as sources state them: `2018`, `2018-05`, `2018-05-03`; several of one kind disagree. */
export function readPeriod(starts: readonly string[], ends: readonly string[]): Period {
  const [from, until] = [daysOf(starts), daysOf(ends)];
  if (from.dates.length + until.dates.length === 0 && !from.unread && !until.unread) return ALWAYS;
  const first = (dates: readonly string[]) => dates.map(firstDay).toSorted()[0] ?? null;
  const last = (dates: readonly string[]) => dates.map(lastDay).toSorted().at(-1) ?? null;
  const period = {
    fromMin: first(from.dates),
    fromMax: last(from.dates),
    untilMin: first(until.dates),
    untilMax: last(until.dates),
  };
  const { fromMin, untilMax } = period;
  const reversed = fromMin !== null && untilMax !== null && untilMax < fromMin;
  return { ...period, contradicts: reversed || from.unread || until.unread };
}

/** Whether a tie of this period holds on the day. */
export function presenceOn(period: Period, day: string): Presence {
  if (period.contradicts) return "may-hold";
  const { fromMin, fromMax, untilMin, untilMax } = period;
  if (fromMin !== null && day < fromMin) return "absent";
  if (untilMax !== null && day >= untilMax && (untilMin === untilMax || day > untilMax)) return "absent";
  const begun = fromMax === null || day >= fromMax;
  const goesOn = untilMin === null || day < untilMin;
  return begun && goesOn ? "holds" : "may-hold";
}

const span = (min: string | null, max: string | null): string =>
  min === max ? (min ?? "") : `between ${min} and ${max}`;

/** `since 2017-11-01`, `until 2018-09-05`, `from 2017-11-01 until 2018-09-05`; empty where nothing is stated. */
export function sayPeriod({ fromMin, fromMax, untilMin, untilMax, contradicts }: Period): string {
  const from = span(fromMin, fromMax);
  const until = span(untilMin, untilMax);
  const words =
    from === "" && until === ""
      ? ""
      : until === ""
        ? `since ${from}`
        : from === ""
          ? `until ${until}`
          : `from ${from} until ${until}`;
  return contradicts ? `${words === "" ? "" : `${words}, `}dates that contradict or cannot be read` : words;
}
