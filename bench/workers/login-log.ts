import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { AccountState } from "../../src/engine/redflags/state/account-state.ts";
import { dayNumber, slotsOf } from "../../src/engine/redflags/state/day-digest.ts";
import { Random } from "../../src/service/evaluation/random.ts";

const START = Date.UTC(2025, 0, 1);
/** Half a year: nearly three times as many days as are kept of an account. */
const DAYS = 180;
const DAY_MS = 86_400_000;
const SLOT_MS = 900_000;
const SLOTS_PER_DAY = 96;
/** Days that are kept of an account, the latest. */
const DAYS_KEPT = 62;
/** One in so many comes late, by up to half a day. */
const LATE_ONE_IN = 20;
/** What is kept to compare is kept of so many accounts at most, 2 KB each. */
const CHECKED_MAX = 20_000;

/**
 * A made-up log of sign-ins about in the order of time, each of a random account from one of its few addresses and
 * devices, written in parts. What it keeps grows with accounts and not with events: in which quarters of an hour
 * some of them came in, so that afterwards it can say whether states lack anything.
 */
export class LoginLog {
  readonly accounts: number;
  readonly #events: number;
  readonly #random: Random;
  readonly #step: number;
  readonly #seen: Uint8Array;
  #at = 0;

  constructor(events: number, accounts: number) {
    this.#events = events;
    this.accounts = accounts;
    this.#random = new Random(events);
    this.#step = Math.ceil(accounts / CHECKED_MAX);
    this.#seen = new Uint8Array((Math.ceil(accounts / this.#step) * DAYS * SLOTS_PER_DAY) / 8);
  }

  /** How many accounts `lacks` looks at. */
  get checked(): number {
    return Math.ceil(this.accounts / this.#step);
  }

  /** True where all sign-ins are written. */
  get done(): boolean {
    return this.#at >= this.#events;
  }

  /** Writes the next sign-ins, `count` of them or what is left. */
  async writePart(path: string, count: number): Promise<void> {
    const out = createWriteStream(path);
    const end = Math.min(this.#events, this.#at + count);
    for (; this.#at < end; this.#at += 1) if (!out.write(this.#line())) await once(out, "drain");
    out.end();
    await once(out, "close");
  }

  #line(): string {
    const random = this.#random;
    const account = random.below(this.accounts);
    const late = random.below(LATE_ONE_IN) === 0 ? random.below(DAY_MS / 2) : 0;
    const ms = START + Math.max(0, Math.floor((this.#at / this.#events) * DAYS * DAY_MS) - late);
    const way = random.below(3);
    if (account % this.#step === 0) {
      const bit = (account / this.#step) * DAYS * SLOTS_PER_DAY + Math.floor((ms - START) / SLOT_MS);
      this.#seen[bit >> 3] = (this.#seen[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    return `{"kind":"login","id":"l${this.#at}","account":"a${account}","at":"${new Date(ms).toISOString()}","ip":"10.${account % 250}.${Math.floor(account / 250) % 250}.${way}","country":"US","device":"d${account}-${way % 2}","addressType":"residential"}\n`;
  }

  /** Whether the state of an account lacks, or has too much of, what the log had: null for one that is not looked at. */
  lacks({ account, days }: AccountState): boolean | null {
    const number = Number(account.slice(1));
    if (number % this.#step !== 0) return null;
    const first = (number / this.#step) * DAYS * SLOTS_PER_DAY;
    const isSeen = (bit: number): boolean => (((this.#seen[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
    let kept = 0;
    for (let day = DAYS - 1; day >= 0 && kept < DAYS_KEPT; day -= 1) {
      const seen = Array.from({ length: SLOTS_PER_DAY }, (_, slot) =>
        isSeen(first + day * SLOTS_PER_DAY + slot),
      );
      if (!seen.includes(true)) continue;
      kept += 1;
      const digest = days.get(dayNumber(START) + day);
      if (digest === undefined) return true;
      if (slotsOf(digest).some((isMarked, slot) => isMarked !== seen[slot])) return true;
    }
    return kept !== days.size;
  }
}
