import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fingerprint, subjectFacts } from "../../../engine/match/identity.ts";
import type { ScreenResult } from "../../../engine/screen.ts";
import { Fault, must } from "../../../fault.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { type OpenedFile, openSubjects } from "../files/opened-file.ts";
import { readRows } from "../files/read-rows.ts";
import { problemResult, type RowResult, screenedResult } from "../files/row-result.ts";
import type { InputRow } from "../files/subject-of-cells.ts";
import { checkPolicyOf, type PolicyInForce } from "../policy/policy.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { isStorable } from "../storable.ts";
import { suppressedFor, suppressionsOfSubjects } from "../suppressions/suppressed.ts";
import { type BatchOptions, batchesOf } from "./tables.ts";

/** Rows screened and written together: short enough that a stop is felt at once. */
const ROWS_AT_ONCE = 64;
/** Rows of one file; more are several files. */
export const BATCH_ROWS_MAX = 2_000_000;

type Run = {
  readonly organizationId: string;
  readonly id: string;
  readonly run: number;
  readonly options: BatchOptions;
};

/** Ends the reading of a file whose batch was stopped, removed or started anew. */
class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Begins a run: the file and where it stopped, or null where this run is not the one asked for any more. */
function begin(
  parts: DeskParts,
  given: { readonly organizationId: string; readonly id: string; readonly run: number },
) {
  return atDesk(parts, given.organizationId, async (desk, at, plain) => {
    const trx = batchesOf(plain);
    const row = await trx
      .selectFrom("batches")
      .select(["name", "bytes", "options", "state", "run", "rows_done", "rows_total"])
      .where("id", "=", given.id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined || row.run !== given.run || !["waiting", "running"].includes(row.state))
      return null;
    const policy = await policyInForce(desk, at);
    await trx
      .updateTable("batches")
      .set({
        state: "running",
        run_at: at,
        run_from: row.rows_done,
        progress_at: null,
        policy_version: policy.version,
      })
      .where("id", "=", given.id)
      .execute();
    return { ...row, policy, bytes: must(row.bytes, "a batch that has not ended has its file") };
  });
}

/**
 * Screens the rows of a batch that have no result yet, some at a time, each time with their results in one transaction:
 * a run that dies goes on where it was, and no row is counted twice. A file that cannot be read ends as `failed`.
 */
export async function runBatch(
  parts: DeskParts,
  given: { readonly organizationId: string; readonly id: string; readonly run: number },
  scope: { readonly onProgress?: (rows: number, total: number) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const begun = await begin(parts, given);
  if (begun === null) return;
  const folder = await mkdtemp(join(tmpdir(), "sluice-batch-"));
  const file = `rows${extname(begun.name).toLowerCase()}`;
  const run: Run = { ...given, options: begun.options };
  try {
    const path = join(folder, file);
    await writeFile(path, begun.bytes, { mode: 0o600 });
    const opened = await openSubjects(path);
    const total = begun.rows_total ?? (await countRows(parts, run, opened));
    await screenFile(parts, run, {
      file: opened,
      done: begun.rows_done,
      policy: begun.policy,
      signal: scope.signal,
      onRows: (rows) => scope.onProgress?.(rows, total),
    });
    await end(parts, run, "done", null);
  } catch (error) {
    if (error instanceof Stopped) return;
    if (!(error instanceof Fault) || !["input-invalid", "limit-exceeded", "usage"].includes(error.code))
      throw error;
    await end(parts, run, "failed", error.message.replaceAll(file, begun.name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sourceOf(run: Run, file: OpenedFile) {
  return readRows(file, { ...run.options, onProgress: () => undefined });
}

async function countRows(parts: DeskParts, run: Run, file: OpenedFile): Promise<number> {
  let total = 0;
  for await (const rows of sourceOf(run, file).rows) {
    total += rows.length;
    if (total > BATCH_ROWS_MAX)
      throw new Fault({
        code: "limit-exceeded",
        limit: "batchRowsMax",
        allowed: BATCH_ROWS_MAX,
        where: file.name,
      });
  }
  await atDesk(parts, run.organizationId, (_desk, _at, plain) =>
    batchesOf(plain).updateTable("batches").set({ rows_total: total }).where("id", "=", run.id).execute(),
  );
  return total;
}

async function screenFile(
  parts: DeskParts,
  run: Run,
  work: {
    readonly file: OpenedFile;
    readonly done: number;
    readonly policy: PolicyInForce;
    readonly signal: AbortSignal | undefined;
    readonly onRows: (rows: number) => void;
  },
): Promise<void> {
  let some: InputRow[] = [];
  const flush = async (): Promise<void> => {
    const last = some.at(-1);
    if (last === undefined) return;
    work.signal?.throwIfAborted();
    await screenSome(parts, run, work.policy, some);
    work.onRows(last.row);
    some = [];
  };
  for await (const rows of sourceOf(run, work.file).rows) {
    for (const row of rows) {
      if (row.row <= work.done) continue;
      some.push(row);
      if (some.length >= ROWS_AT_ONCE) await flush();
    }
  }
  await flush();
}

type Answered = { readonly result: RowResult; readonly snapshot: string; readonly suppressed: boolean };

async function screenSome(
  parts: DeskParts,
  run: Run,
  policy: PolicyInForce,
  rows: readonly InputRow[],
): Promise<void> {
  const screened = await Promise.all(
    rows.map(async (row) => {
      if ("problem" in row) return { row, found: null };
      return { row, found: await parts.gate.screen(row.subject, checkPolicyOf(policy).screen, null) };
    }),
  );
  const { hash, snapshot } = parts.gate.current();
  await atDesk(parts, run.organizationId, async (_desk, at, plain) => {
    const trx = batchesOf(plain);
    const day = at.toISOString().slice(0, 10);
    const prints = rows.flatMap((row) =>
      "problem" in row || !isStorable(row.subject) ? [] : [fingerprint(subjectFacts(row.subject))],
    );
    const suppressions = await suppressionsOfSubjects(plain, day, prints);
    const isSuppressed = (row: InputRow, entity: string): boolean =>
      !("problem" in row) && suppressedFor(suppressions, snapshot, row.subject, entity, day) !== null;
    const answered = screened.map(({ row, found }): Answered => {
      if ("problem" in row)
        return { result: problemResult(row, row.problem), snapshot: hash, suppressed: false };
      if (found === null || !isStorable([row.subject, row.id, row.name]))
        return {
          result: { ...problemResult({ ...row, id: null, name: null, notes: [] }, UNSTORABLE) },
          snapshot: hash,
          suppressed: false,
        };
      return answerOf(row, found, (entity) => isSuppressed(row, entity));
    });
    await write(trx, run, answered, at);
  });
}

const UNSTORABLE = "a text has a zero character or half of a character";

function answerOf(
  row: InputRow,
  found: ScreenResult & { readonly snapshot: string },
  isSuppressed: (entity: string) => boolean,
): Answered {
  const hits = found.matches.filter(({ hit }) => hit);
  const decided = hits.filter(({ id }) => isSuppressed(id));
  const left = { ...found, matches: found.matches.filter((match) => !decided.includes(match)) };
  const result = screenedResult(row, left);
  const notes = decided.map(({ id, caption }) => `${id} ${caption} was decided to be another party`);
  return {
    result: { ...result, notes: [...result.notes, ...notes] },
    snapshot: found.snapshot,
    suppressed: decided.length > 0 && decided.length === hits.length,
  };
}

async function write(
  trx: ReturnType<typeof batchesOf>,
  run: Run,
  answered: readonly Answered[],
  at: Date,
): Promise<void> {
  const count = (outcome: string) => answered.filter(({ result }) => result.result === outcome).length;
  const last = must(answered.at(-1), "some rows were screened");
  const written = await trx
    .updateTable("batches")
    .set((set) => ({
      rows_done: last.result.row,
      hits: set("hits", "+", count("hit")),
      clear: set("clear", "+", count("no-hit")),
      errors: set("errors", "+", count("error")),
      suppressed: set("suppressed", "+", answered.filter(({ suppressed }) => suppressed).length),
      snapshot: last.snapshot,
      progress_at: at,
    }))
    .where("id", "=", run.id)
    .where("run", "=", run.run)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) throw new Stopped();
  await trx
    .insertInto("batch_rows")
    .values(
      answered.map(({ result, snapshot }) => ({
        organization_id: run.organizationId,
        batch_id: run.id,
        row: result.row,
        result: result.result,
        body: JSON.stringify(result),
        snapshot,
      })),
    )
    .execute();
}

async function end(
  parts: DeskParts,
  run: Run,
  state: "done" | "failed",
  failure: string | null,
): Promise<void> {
  await atDesk(parts, run.organizationId, (_desk, at, plain) =>
    batchesOf(plain)
      .updateTable("batches")
      // A file that failed may be read with another mapping; one that is done is not needed any more.
      .set({ state, failure, ended_at: at, ...(state === "done" ? { bytes: null } : {}) })
      .where("id", "=", run.id)
      .where("run", "=", run.run)
      .where("state", "=", "running")
      .execute(),
  );
}
