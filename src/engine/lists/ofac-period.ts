/** A span of days, both ends included, as `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string; readonly approximate: boolean };

function lastDay(year: string, month: string): string {
  return String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, "0");
}

/** `1957-01-01` to `1957-12-31` says no more than `1957`: the shortest ends that say the same. */
function shortest({ from, to }: Period): readonly [string, string] {
  const [toYear = "", toMonth = "", toDay = ""] = to.split("-");
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return [from.slice(0, 4), to.slice(0, 4)];
  const wholeMonths = from.endsWith("-01") && from !== to && toDay === lastDay(toYear, toMonth);
  return wholeMonths ? [from.slice(0, 7), to.slice(0, 7)] : [from, to];
}

/**
 * A period as a date expression that `parsePartialDate` reads: OFAC's newer formats write `1957` as the days from
 * 1 January to 31 December, and `circa` as a mark beside them.
 */
export function periodText(period: Period): string {
  const [from, to] = shortest(period);
  const about = period.approximate ? "circa " : "";
  return from === to ? `${about}${from}` : `${about}${from} to ${to}`;
}
