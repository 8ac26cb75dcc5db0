import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Routes } from "../../platform/http/routes.ts";
import type { BatchTables } from "./batches/tables.ts";
import { callerOf } from "./caller.ts";
import { atDesk, type DeskParts } from "./desk.ts";
import type { NetworkTables } from "./network/tables.ts";
import type { DeskTables } from "./tables.ts";

type TableName = keyof DeskTables | keyof BatchTables | keyof NetworkTables;

type Exported = {
  readonly table: TableName;
  /** What its lines call it, where that is not the table they are read from. */
  readonly name?: string;
  /** The columns of its key, in which order the rows are walked. */
  readonly key: readonly string[];
};

/** Every table of the desk, so that what an organisation gave it can be had back whole. */
const EXPORTED: readonly Exported[] = [
  { table: "desk_policies", key: ["id"] },
  { table: "desk_people", key: ["person_id"] },
  { table: "subjects", key: ["id"] },
  { table: "subject_versions", key: ["subject_id", "version"] },
  { table: "subject_screenings", key: ["subject_id", "place"] },
  { table: "subject_imports", key: ["id"] },
  { table: "batches", key: ["id"] },
  { table: "batch_rows", key: ["batch_id", "row"] },
  { table: "ownership_sources", key: ["id"] },
  { table: "ownership_facts", key: ["id"] },
  { table: "alerts", key: ["id"] },
  { table: "alert_events", key: ["alert_id", "sequence"] },
  { table: "alert_attachments", key: ["id"] },
  { table: "suppressions", key: ["id"] },
  { table: "kept_checks", name: "checks", key: ["id"] },
  { table: "rescreens", key: ["id"] },
  { table: "rescreen_touches", key: ["run_id", "number"] },
  { table: "legal_reports", key: ["id"] },
  { table: "legal_report_versions", key: ["report_id", "version"] },
  { table: "saved_views", key: ["id"] },
];

/** Rows read at once: an attachment may have ten megabytes. */
const ROWS_AT_ONCE: Readonly<Partial<Record<TableName, number>>> = {
  alert_attachments: 1,
  subject_imports: 1,
  batches: 1,
  ownership_sources: 1,
};
const ROWS_USUAL = 200;

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value;
}

/** All of an organisation's rows at the desk, a line each: `{"table":"alerts","row":{…}}`. */
async function* linesOf(parts: DeskParts, organizationId: string): AsyncGenerator<string> {
  yield `${JSON.stringify({ export: "sluice", organizationId, at: parts.now().toISOString() })}\n`;
  for (const { table, name = table, key } of EXPORTED) {
    const limit = ROWS_AT_ONCE[table] ?? ROWS_USUAL;
    let last: readonly unknown[] | null = null;
    for (;;) {
      const rows = await pageAfter(parts, organizationId, { table, key }, last, limit);
      for (const row of rows) {
        const kept = Object.entries(row).filter(([column]) => column !== "keys");
        const shown = Object.fromEntries(kept.map(([column, value]) => [column, plain(value)]));
        yield `${JSON.stringify({ table: name, row: shown })}\n`;
      }
      const end = rows.at(-1);
      if (end === undefined || rows.length < limit) break;
      last = key.map((column) => end[column]);
    }
  }
}

function pageAfter(
  parts: DeskParts,
  organizationId: string,
  { table, key }: Exported,
  last: readonly unknown[] | null,
  limit: number,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return atDesk(parts, organizationId, async (trx) => {
    const columns = sql.join(key.map((column) => sql.ref(column)));
    const after = last === null ? sql`true` : sql`(${columns}) > (${sql.join(last)})`;
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} where ${after} order by ${columns} limit ${limit}`.execute(trx);
    return rows;
  });
}

/** Everything that an organisation has at the desk, in one stream. */
export function exportRoutes(parts: DeskParts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/export",
      schema: {
        summary: "Everything of the organisation at the screening desk, as JSON lines",
        tags: ["Export"],
      },
      config: { permission: "export.read" },
      handler: async (request, reply) => {
        const { organizationId } = callerOf(request);
        const day = parts.now().toISOString().slice(0, 10);
        return reply
          .header("content-type", "application/x-ndjson")
          .header("content-disposition", `attachment; filename="sluice-${organizationId}-${day}.jsonl"`)
          .send(Readable.from(linesOf(parts, organizationId)));
      },
    });
  };
}
