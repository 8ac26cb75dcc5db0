import type { z } from "zod";
import { Fault } from "./fault.ts";

/** The first thing that is wrong with a value: where in it, and why, with the places of what else is wrong. */
export type ParseProblem = { readonly where: string; readonly reason: string };

export type Parsed<T> =
  | { readonly data: T; readonly problem: null }
  | { readonly data: null; readonly problem: ParseProblem };

/** So many further places are named; a value that is something else altogether lacks everything. */
const PLACES_MAX = 5;

/** Says of what is not there that it is missing; all else is said in the schema's own words. */
export const saidMissing: z.core.$ZodErrorMap = (issue) => {
  if (issue.input !== undefined || issue.code !== "invalid_type") return undefined;
  return `is missing (${issue.expected} expected)`;
};

/** A value as the schema promises it, or what is wrong with it; `whole` is what the value itself is called. */
export function tryParse<T>(schema: z.ZodType<T>, value: unknown, whole = "whole document"): Parsed<T> {
  const result = schema.safeParse(value, { error: saidMissing });
  return result.success
    ? { data: result.data, problem: null }
    : { data: null, problem: problemOf(result.error, whole) };
}

function problemOf({ issues }: z.ZodError, whole: string): ParseProblem {
  const places = issues.map(({ path }) => path.join(".") || whole);
  const [where = whole] = places;
  const reason = issues[0]?.message ?? "is not as expected";
  const others = [...new Set(places)].filter((place) => place !== where);
  if (others.length === 0) return { where, reason };
  const named = others.slice(0, PLACES_MAX).join(", ");
  const unnamed = others.length - PLACES_MAX;
  return { where, reason: `${reason}; wrong as well: ${named}${unnamed > 0 ? ` and ${unnamed} more` : ""}` };
}

/** A value from outside as the schema promises it. Throws `input-invalid` with the file, the place in it and the reason. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, file: string, whole?: string): T {
  const { data, problem } = tryParse(schema, value, whole);
  if (problem === null) return data;
  throw new Fault({ code: "input-invalid", file, ...problem });
}

/** The value of a file that ships with the program. Throws `data-invalid` with the file, the place in it and the reason. */
export function parseData<T>(schema: z.ZodType<T>, value: unknown, file: string, whole?: string): T {
  const { data, problem } = tryParse(schema, value, whole);
  if (problem === null) return data;
  throw new Fault({ code: "data-invalid", file, ...problem });
}
