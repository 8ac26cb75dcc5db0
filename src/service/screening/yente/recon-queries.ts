import { z } from "zod";
import { MATCH_LIMITS } from "./match.ts";
import { type Complaint, Refusal, unprocessable } from "./refusal.ts";

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
  limit: z.coerce.number().int().min(0).max(MATCH_LIMITS.resultsMax).default(MATCH_LIMITS.resultsUsual),
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

function refused(error: z.ZodError, root: string): Refusal {
  return unprocessable(
    error.issues.slice(0, 20).map(({ path, message, code }): Complaint => {
      const loc = ["body", root, ...path.filter((step) => typeof step !== "symbol")];
      return { type: code, loc, msg: message, input: null };
    }),
  );
}

/** The queries of a batch. Throws 400 where there are none, 422 for a shape that is none. */
export function readReconQueries(text: string | null): readonly (readonly [string, ReconQuery])[] {
  if (text === null || text.trim() === "") throw new Refusal(400, "No queries provided.");
  const result = Queries.safeParse(parsed(text, "query"));
  if (!result.success) throw refused(result.error, "queries");
  return Object.entries(result.data).map(([key, { query, type, limit, properties }]) => [
    key,
    {
      query: query ?? null,
      type: (Array.isArray(type) ? type[0] : type) ?? null,
      limit,
      properties: (properties ?? []).map(({ pid, v }) => ({ pid, values: Array.isArray(v) ? v : [v] })),
    },
  ]);
}

/** The columns asked for. Throws 400 where the text is no JSON, 422 for a shape that is none. */
export function readExtendQuery(text: string): ExtendQuery {
  const result = Extend.safeParse(parsed(text, "extension request"));
  if (!result.success) throw refused(result.error, "extend");
  return {
    ids: [...new Set(result.data.ids)],
    properties: result.data.properties.map(({ id, settings }) => ({
      id,
      limit: settings?.limit ?? 0,
      render: settings?.render ?? "caption",
    })),
  };
}
