import { z } from "zod";
import { Refusal } from "./refusal.ts";
import type { Rules } from "./rules.ts";

/** A question of OpenRefine: a text, a type and further facts. */
export type ReconQuery = {
  readonly query: string | null;
  readonly type: string | null;
  readonly limit: number;
  readonly properties: readonly { readonly pid: string; readonly values: readonly unknown[] }[];
};

/** Columns that OpenRefine asks for. */
export type ExtendQuery = {
  readonly ids: readonly string[];
  readonly properties: readonly {
    readonly id: string;
    readonly limit: number;
    readonly render: "caption" | "raw";
  }[];
};

const PROPERTIES_MAX = 100;

const Value = z.union([z.string(), z.number(), z.boolean(), z.looseObject({ id: z.string() })]);
const Query = z.looseObject({
  query: z.string().nullish(),
  type: z.union([z.string(), z.array(z.string())]).nullish(),
  limit: z.coerce.number().int().min(0).nullish(),
  properties: z
    .array(z.looseObject({ pid: z.string(), v: z.union([Value, z.array(Value)]) }))
    .max(PROPERTIES_MAX)
    .nullish(),
});
const Queries = z.record(z.string(), Query);

const Setting = z.looseObject({
  limit: z.coerce.number().int().min(0).catch(0).default(0),
  render: z.enum(["caption", "raw"]).catch("caption").default("caption"),
});
const Extend = z.looseObject({
  ids: z.array(z.string()),
  properties: z.array(z.looseObject({ id: z.string(), settings: Setting.nullish() })).max(PROPERTIES_MAX),
});

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, `Cannot decode ${what}`);
  }
}

/** yente reads the form's texts itself, so a wrong shape is no matter of the request's: 400, and what was wrong. */
function refused(error: z.ZodError): Refusal {
  const errors = error.issues.slice(0, 20).map(({ path, message, code }) => ({
    type: code,
    loc: path.filter((step) => typeof step !== "symbol"),
    msg: message,
    input: null,
  }));
  const [first] = errors;
  const where = first === undefined ? "" : `${first.loc.join(".")}: ${first.msg}`;
  return new Refusal(400, `Invalid query: ${where}`, errors);
}

/** The queries of a batch. Throws 400 where there are none, and for a shape that is none. */
export function readReconQueries(
  text: string | null,
  rules: Rules,
): readonly (readonly [string, ReconQuery])[] {
  if (text === null || text.trim() === "") throw new Refusal(400, "No queries provided.");
  const result = Queries.safeParse(parsed(text, "query"));
  if (!result.success) throw refused(result.error);
  return Object.entries(result.data).map(([key, { query, type, limit, properties }]) => [
    key,
    {
      query: query ?? null,
      type: (Array.isArray(type) ? type[0] : type) ?? null,
      limit: Math.min(limit ?? rules.matchPage, rules.matchesMax),
      properties: (properties ?? []).map(({ pid, v }) => ({ pid, values: Array.isArray(v) ? v : [v] })),
    },
  ]);
}

/** The columns asked for. Throws 400 where the text is no JSON or not of that shape. */
export function readExtendQuery(text: string): ExtendQuery {
  const result = Extend.safeParse(parsed(text, "extension request"));
  if (!result.success) throw refused(result.error);
  return {
    ids: [...new Set(result.data.ids)],
    properties: result.data.properties.map(({ id, settings }) => ({
      id,
      limit: settings?.limit ?? 0,
      render: settings?.render ?? "caption",
    })),
  };
}
