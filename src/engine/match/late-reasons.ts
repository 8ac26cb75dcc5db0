import type { Match } from "./subject.ts";

/** What speaks for and against a match. */
export type Reasons = Pick<Match, "features" | "change">;

const REASONS = Symbol("reasons");

type Late = { readonly [REASONS]: () => Reasons };

/**
 * One accessor for all matches. One of each match's own would be a hidden class of its own, which V8 keeps, and with it
 * the match, its question and all that these hold, until the whole heap is collected.
 */
const ACCESSORS: PropertyDescriptorMap & ThisType<Late> = {
  features: {
    enumerable: true,
    get() {
      return this[REASONS]().features;
    },
  },
  change: {
    enumerable: true,
    get() {
      return this[REASONS]().change;
    },
  },
};

/** The same object with reasons that are asked for when they are read: most who screen read the scores alone. */
export function withLateReasons<T extends object>(match: T, reasons: () => Reasons): T & Reasons {
  Object.defineProperty(match, REASONS, { value: reasons });
  return Object.defineProperties(match, ACCESSORS) as T & Reasons;
}
