import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Fault, must } from "../../../fault.ts";
import { publish } from "../../../platform/live/publish.ts";
import type { Actor } from "../alerts/alert-state.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { openSubjects } from "../files/opened-file.ts";
import { readRows } from "../files/read-rows.ts";
import type { InputRow } from "../files/subject-of-cells.ts";
import { screenSubjects } from "../rescreen/screen-subjects.ts";
import { type ImportOptions, type ImportProblem, plainOf } from "../tables.ts";
import { unscreenedOf, upsertSubject } from "./subject-store.ts";

/** Rows stored, screened and counted together. */
const BATCH = 50;
/** Problems that are kept with an import: enough to see what is wrong with the file. */
const PROBLEMS_MAX = 200;

type Import = {
  readonly organizationId: string;
  readonly id: string;
  readonly by: Actor;
  readonly options: ImportOptions;
};

/**
 * Brings the rows of an uploaded file in as subjects and screens them, a batch at a time. A run that is stopped goes on
 * where it was; a file that cannot be read ends as `failed` with the reason.
 */
export async function runImport(
  parts: DeskParts,
  organizationId: string,
  id: string,
  scope: { readonly onProgress?: (rows: number) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const row = await atDesk(parts, organizationId, async (trx) => {
    const held = await trx.selectFrom("subject_imports").selectAll().where("id", "=", id).executeTakeFirst();
    if (held === undefined) throw new Fault({ code: "not-found", what: "import", id });
    if (held.state === "done" || held.state === "failed") return null;
    await trx.updateTable("subject_imports").set({ state: "running" }).where("id", "=", id).execute();
    return held;
  });
  if (row === null) return;
  const folder = await mkdtemp(join(tmpdir(), "sluice-import-"));
  try {
    const path = join(folder, `subjects${extname(row.name).toLowerCase()}`);
    await writeFile(path, must(row.bytes, "an import that has not ended has its file"), { mode: 0o600 });
    const work: Import = { organizationId, id, by: row.created_by, options: row.options };
    await bringRows(parts, work, path, { done: row.rows_done, ...scope });
    await end(parts, work, "done", null);
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== "input-invalid" && error.code !== "limit-exceeded"))
      throw error;
    const work: Import = { organizationId, id, by: row.created_by, options: row.options };
    await end(
      parts,
      work,
      "failed",
      error.message.replaceAll(`subjects${extname(row.name).toLowerCase()}`, row.name),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bringRows(
  parts: DeskParts,
  work: Import,
  path: string,
  scope: {
    readonly done: number;
    readonly onProgress?: (rows: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<void> {
  const file = await openSubjects(path);
  const { map, schema, sheet } = work.options;
  const source = readRows(file, { map, schema, sheet, onProgress: () => undefined });
  let batch: InputRow[] = [];
  const flush = async () => {
    scope.signal?.throwIfAborted();
    const last = batch.at(-1);
    if (last === undefined) return;
    await bringBatch(parts, work, batch);
    scope.onProgress?.(last.row);
    batch = [];
  };
  for await (const rows of source.rows) {
    for (const row of rows) {
      if (row.row <= scope.done) continue;
      batch.push(row);
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
}

async function bringBatch(parts: DeskParts, work: Import, rows: readonly InputRow[]): Promise<void> {
  const { organizationId, by, id: source } = work;
  const problems: ImportProblem[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const changed = await atDesk(parts, organizationId, async (trx, at) => {
    const ids: string[] = [];
    for (const row of rows) {
      if ("problem" in row) {
        counts.rejected += 1;
        problems.push({ row: row.row, line: row.line, problem: row.problem });
        continue;
      }
      const { schema, properties } = row.subject;
      const input = { id: null, ref: row.id, schema, properties, businessLine: work.options.businessLine };
      const brought = await upsertSubject(trx, input, { organizationId, by, at, source });
      counts[brought.change] += 1;
      ids.push(brought.id);
    }
    return unscreenedOf(trx, ids);
  });
  const settled = await screenSubjects(parts, organizationId, changed, { channel: "import" });
  // Counted last: a run that died before it does these rows once more, and finds them unchanged.
  await atDesk(parts, organizationId, async (trx) => {
    const held = await trx
      .selectFrom("subject_imports")
      .select(["created", "updated", "unchanged", "rejected", "alerts", "problems"])
      .where("id", "=", work.id)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("subject_imports")
      .set({
        rows_done: must(rows.at(-1), "a batch has rows").row,
        created: held.created + counts.created,
        updated: held.updated + counts.updated,
        unchanged: held.unchanged + counts.unchanged,
        rejected: held.rejected + counts.rejected,
        alerts: held.alerts + settled.opened.length,
        problems: JSON.stringify([...held.problems, ...problems].slice(0, PROBLEMS_MAX)),
      })
      .where("id", "=", work.id)
      .execute();
  });
}

async function end(
  parts: DeskParts,
  { organizationId, id }: Import,
  state: "done" | "failed",
  failure: string | null,
): Promise<void> {
  await atDesk(parts, organizationId, async (trx, at) => {
    await trx
      .updateTable("subject_imports")
      .set({ state, failure, ended_at: at, bytes: null })
      .where("id", "=", id)
      .execute();
    await publish(plainOf(trx), { organizationId, kind: "subjects.imported", id, at, data: { state } });
  });
}
