import { z } from "zod";

/** One thing that can be set: where it may come from, what it means, and what it is where nobody sets it. */
export type Setting<T> = {
  /** Names in the environment, ours first, then those of yente and of common usage; the first that is set holds. */
  readonly names: readonly [string, ...string[]];
  readonly words: string;
  readonly schema: z.ZodType<T, string>;
  readonly usual: T;
  /** True for what must never be shown. */
  readonly secret?: true;
};

const TRUE = ["true", "1", "yes", "on"];
const FALSE = ["false", "0", "no", "off"];

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d+$/, "is not a whole number")
    .transform(Number)
    .refine((value) => value >= min && value <= max, `is not from ${min} to ${max}`);
}

/** true or false, in the words that environments use. */
export const truth: z.ZodType<boolean, string> = z
  .string()
  .refine((text) => [...TRUE, ...FALSE].includes(text.toLowerCase()), "is neither true nor false")
  .transform((text) => TRUE.includes(text.toLowerCase()));

/** Any text; empty counts as not set. */
export const text: z.ZodType<string | null, string> = z
  .string()
  .transform((value) => (value.trim() === "" ? null : value.trim()));

/** One word, as it stands. */
export const word: z.ZodType<string, string> = z.string().transform((value) => value.trim());

/** Words with commas between. */
export const words: z.ZodType<readonly string[], string> = z.string().transform((value) =>
  value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== ""),
);

/** One of a few words. */
export function oneOf<const T extends string>(choices: readonly [T, ...T[]]): z.ZodType<T, string> {
  return z
    .string()
    .refine((value) => choices.some((choice) => choice === value), `is not one of ${choices.join(", ")}`)
    .transform((value) => value as T);
}

/** An address of the web, without a slash at its end. */
export const webAddress: z.ZodType<string | null, string> = z
  .string()
  .refine(
    (value) => value === "" || /^https?:$/.test(URL.parse(value)?.protocol ?? ""),
    "is not an http address",
  )
  .transform((value) => (value === "" ? null : value.replace(/\/+$/, "")));

const LOG_LEVELS = ["auto", "fatal", "error", "warn", "info", "debug", "silent"] as const;
/** Python's names of two of them, which yente's settings use. */
const FOREIGN_LEVELS: Readonly<Record<string, string>> = { warning: "warn", critical: "fatal" };

/** How much is logged, in either case. */
export const logLevel: z.ZodType<(typeof LOG_LEVELS)[number], string> = z
  .string()
  .transform((value) => FOREIGN_LEVELS[value.toLowerCase()] ?? value.toLowerCase())
  .pipe(oneOf(LOG_LEVELS));
