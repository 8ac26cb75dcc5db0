import { daySchema } from "../../engine/day.ts";
import { Fault } from "../../fault.ts";
import type { Routes } from "../../platform/http/routes.ts";

/** A zero character or half of a surrogate pair, as JSON writes them: PostgreSQL keeps neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** True for values whose texts a database can keep. */
export function isStorable(value: unknown): boolean {
  return !UNSTORABLE.test(JSON.stringify(value) ?? "");
}

/** A calendar day that records may name: what is outside is a slip, and beyond what databases and calendars count. */
export const recordDaySchema = daySchema.refine(
  (day) => day >= "1900-01-01" && day <= "2200-12-31",
  "a day from 1900 to 2200",
);

/** Bytes and streams are not JSON: who reads them looks at their texts. */
function isBytes(body: unknown): boolean {
  return (
    Buffer.isBuffer(body) ||
    typeof (body as { readonly pipe?: unknown } | null | undefined)?.pipe === "function"
  );
}

/** The routes, entered only with texts that can be kept. */
export function storable(routes: Routes): Routes {
  return (api) => {
    api.addHook("preHandler", async ({ body, query, params }) => {
      if (isStorable([isBytes(body) ? null : body, query, params])) return;
      const reason = "a text has a zero character or half of a character, which cannot be kept";
      throw new Fault({ code: "input-invalid", file: "request", where: "text", reason });
    });
    return routes(api);
  };
}
