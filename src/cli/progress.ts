import type { Tally } from "../service/screening/files/tally.ts";
import { sayNumber } from "./print-lists.ts";
import { fitTo, type Terminal } from "./terminal.ts";

/** Faster than the eye reads, and seldom enough to cost nothing. */
const SHOW_MS = 200;

/** Seconds as a person says them: `0:42`, `12:05`, `1:02:03`. */
export function sayDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** What a line of progress is said from. */
export type ProgressFacts = {
  readonly tally: Tally;
  /** Rows screened in this run. */
  readonly done: number;
  readonly seconds: number;
  /** Share of the file that is screened, and what it was when this run began. */
  readonly fraction: number;
  readonly startFraction: number;
};

/** One line: rows, rate, time left, hits. */
export function progressLine({ tally, done, seconds, fraction, startFraction }: ProgressFacts): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const gone = fraction - startFraction;
  const left = gone > 0.001 && fraction < 1 ? (seconds / gone) * (1 - fraction) : null;
  return [
    `${sayNumber(tally.rows)} rows`,
    `${sayNumber(Math.round(rate))}/s`,
    left === null ? null : `${sayDuration(left)} left`,
    `${sayNumber(tally.hits)} hits`,
    tally.errors === 0 ? null : `${sayNumber(tally.errors)} not screened`,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** Shows how a screening gets on, on a terminal; elsewhere it stays silent. */
export function showProgress(
  terminal: Terminal,
  rowsBefore: number,
): {
  readonly read: (fraction: number) => void;
  readonly screened: (tally: Tally) => void;
  readonly end: () => void;
} {
  const started = terminal.now();
  let fraction = 0;
  let startFraction: number | null = rowsBefore === 0 ? 0 : null;
  let shown = 0;
  let dirty = false;
  return {
    read: (share) => {
      fraction = share;
    },
    screened: (tally) => {
      startFraction ??= fraction;
      const now = terminal.now();
      if (!terminal.showsProgress || now - shown < SHOW_MS) return;
      shown = now;
      dirty = true;
      const seconds = (now - started) / 1000;
      const line = progressLine({ tally, done: tally.rows - rowsBefore, seconds, fraction, startFraction });
      terminal.warn(`\r${fitTo(line, terminal.columns - 1).trimEnd()}\u001b[K`);
    },
    end: () => {
      if (dirty) terminal.warn("\r\u001b[K");
    },
  };
}

/** Shows the share of a file that has been gone through, on a terminal; elsewhere it stays silent. */
export function showFraction(
  terminal: Terminal,
  what: string,
): { readonly show: (fraction: number) => void; readonly end: () => void } {
  let shown = 0;
  return {
    show: (fraction) => {
      const now = terminal.now();
      if (!terminal.showsProgress || now - shown < SHOW_MS) return;
      shown = now;
      terminal.warn(`\r${Math.floor(fraction * 100)} % of ${what}\u001b[K`);
    },
    end: () => {
      if (shown > 0) terminal.warn("\r\u001b[K");
    },
  };
}
