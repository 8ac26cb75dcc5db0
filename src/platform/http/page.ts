import { z } from "zod";
import { Fault } from "../../fault.ts";

export const PAGE_SIZES = { usual: 50, max: 200 } as const;

/** What a list is asked for: how many, and after which. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_SIZES.max).default(PAGE_SIZES.usual),
  cursor: z.string().max(1_000).optional().describe("`next` of the page before"),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of items; `next` is the cursor of the page after it, or null at the end. */
export function pageSchema<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A place in a list as opaque text. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place of a cursor. Throws `input-invalid` where it is none of this list's. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    place = undefined;
  }
  const result = schema.safeParse(place);
  if (result.success) return result.data;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "cursor",
    reason: "is none of this list's cursors",
  });
}

/** A page of at most `limit` of the rows, which were asked for with one more; `placeOf` is where a row stands. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => unknown,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null };
}
