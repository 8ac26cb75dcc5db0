import { type Cron, isDue } from "../../platform/cron.ts";

const MINUTE_MS = 60_000;

/** Calls `work` at the times of the clock until it is stopped. Work that is still under way is not begun anew. */
export function startUpdateClock(options: {
  readonly cron: Cron;
  readonly now: () => Date;
  readonly work: () => Promise<unknown>;
}): { readonly stop: () => void } {
  let timer: NodeJS.Timeout;
  let working = false;
  const next = (): void => {
    const wait = MINUTE_MS - (options.now().getTime() % MINUTE_MS);
    timer = setTimeout(tick, wait);
    timer.unref();
  };
  const tick = (): void => {
    if (!working && isDue(options.cron, options.now())) {
      working = true;
      options
        .work()
        .catch(() => {})
        .finally(() => {
          working = false;
        });
    }
    next();
  };
  next();
  return { stop: () => clearTimeout(timer) };
}
