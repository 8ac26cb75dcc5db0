import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import type { Mapping } from "../../../engine/redflags/adapters/mapping.ts";
import { TABLE_ADAPTERS } from "../../../engine/redflags/adapters/payoneer-report.ts";
import { EVENT_SCHEMAS, type EventKind, type WorkerEvent } from "../../../engine/redflags/event.ts";
import { eventMembers } from "../../../engine/redflags/event-members.ts";
import { Fault } from "../../../fault.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { delimiterOf, recordReader } from "../../screening/files/line-records.ts";
import type { WorkersParts } from "../desk.ts";
import { isTable, readEventFile } from "../files/event-file.ts";
import { EVENTS_PER_REQUEST_MAX } from "../messages.ts";
import { acceptEvents } from "./accept-events.ts";

/** A night's export of a platform of a hundred thousand accounts is below it; a longer log is a stream, or the command. */
export const FILE_BYTES_MAX = 50 * 1024 * 1024;
/** Refused rows that are told one by one: whoever mends a file sees the pattern in the first hundred. */
const REFUSED_TOLD_MAX = 100;
/** Rows that show what a column holds. */
const SAMPLE_ROWS = 3;

/** What became of a file's rows. */
export type TakenFile = {
  readonly taken: number;
  readonly repeated: number;
  readonly passedOver: number;
  readonly refused: number;
  readonly refusedRows: readonly { readonly line: number; readonly reason: string }[];
};

/** Runs `work` on a file that is there for so long alone. */
async function asFile<T>(name: string, bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "sluice-events-"));
  try {
    // A report of one account is called after it: the name stays, but for what a path could do with it.
    const ending = extname(name);
    const plainName = basename(name, ending)
      .replaceAll(/[^\p{L}\p{N}._@-]/gu, "_")
      .slice(0, 100);
    const path = join(folder, `${plainName || "events"}${ending.toLowerCase()}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return await work(path);
  } catch (error) {
    if (!(error instanceof Fault) || error.details.code !== "input-invalid") throw error;
    throw new Fault({ ...error.details, file: name }, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a file of events row by row: JSON lines, a JSON document, or a table. What cannot be read is refused by its line. */
export function takeFile(
  parts: WorkersParts,
  jobs: JobQueue,
  organizationId: string,
  given: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly mapping: Mapping | null;
    readonly kind: EventKind | null;
  },
): Promise<TakenFile> {
  const { mapping, kind } = given;
  return asFile(given.name, given.bytes, async (path) => {
    const sum = { taken: 0, repeated: 0, passedOver: 0, refused: 0 };
    const refusedRows: { line: number; reason: string }[] = [];
    const refuse = (line: number, reason: string): void => {
      sum.refused += 1;
      if (refusedRows.length < REFUSED_TOLD_MAX) refusedRows.push({ line, reason });
    };
    let waiting: { readonly line: number; readonly event: WorkerEvent }[] = [];
    const flush = async (): Promise<void> => {
      for (let from = 0; from < waiting.length; from += EVENTS_PER_REQUEST_MAX) {
        const part = waiting.slice(from, from + EVENTS_PER_REQUEST_MAX);
        const accepted = await acceptEvents(
          parts,
          jobs,
          organizationId,
          part.map(({ event }) => event),
        );
        sum.taken += accepted.taken;
        sum.repeated += accepted.repeated;
        for (const { index, reason } of accepted.refused) refuse(part[index - 1]?.line ?? 0, reason);
      }
      waiting = [];
    };
    const now = parts.now().getTime();
    for await (const rows of readEventFile(path, { mapping, kind, now, afterLine: 0 })) {
      for (const { line, events, passedOver, rejected } of rows) {
        if (rejected !== null) refuse(line, rejected);
        if (passedOver !== null) sum.passedOver += 1;
        for (const event of events) waiting.push({ line, event });
      }
      if (waiting.length >= EVENTS_PER_REQUEST_MAX) await flush();
    }
    await flush();
    return { ...sum, refusedRows: refusedRows.toSorted((a, b) => a.line - b.line) };
  });
}

/** A column of a table, what stands in it, and the member of the model that bears its name, if any does. */
export type EventColumn = {
  readonly header: string;
  readonly samples: readonly string[];
  readonly member: string | null;
};

/** What a file's beginning shows of it, for a person to say what its columns are. */
export type EventFileHead = {
  readonly table: boolean;
  readonly columns: readonly EventColumn[];
  /** The system whose report it is by its columns, which needs no mapping; null where it is none that is known. */
  readonly format: string | null;
  /** The kind whose members the most columns name; null where a column says it row by row, or the file is no table. */
  readonly kind: EventKind | null;
  readonly kinds: readonly { readonly kind: EventKind; readonly members: readonly string[] }[];
};

const KINDS = Object.keys(EVENT_SCHEMAS) as readonly EventKind[];
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Looks at the beginning of a file: the columns of a table; nothing of a file whose records name their own members. */
export function headOfFile(name: string, text: string): EventFileHead {
  const kinds = KINDS.map((kind) => ({ kind, members: eventMembers(kind) }));
  if (!isTable(name)) return { table: false, columns: [], format: null, kind: null, kinds };
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const reader = recordReader(delimiterOf(lines.slice(0, 5)));
  // The last line may be cut off in its middle.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const records = [
    ...whole.flatMap((line, at) => reader.push({ line: at + 1, text: line, cut: false })),
    ...reader.end(),
  ].flatMap((record) => ("cells" in record ? [record.cells] : []));
  const [headers = [], ...rows] = records;
  const trimmed = headers.map((header) => header.trim());
  const fits = kinds.map(({ kind, members }) => {
    const known = new Map(members.map((member) => [plain(member), member]));
    const named = trimmed.map((header) => known.get(plain(header)) ?? null);
    return { kind, named, count: named.filter((member) => member !== null).length };
  });
  const best = fits.reduce((most, next) => (next.count > most.count ? next : most));
  const stated = trimmed.includes("kind");
  return {
    table: true,
    columns: trimmed.map((header, at) => ({
      header,
      samples: [
        ...new Set(rows.slice(0, SAMPLE_ROWS).map((cells) => (cells[at] ?? "").slice(0, 200))),
      ].filter((cell) => cell !== ""),
      member: stated ? (header === "kind" ? null : header) : (best.named[at] ?? null),
    })),
    format: TABLE_ADAPTERS.find(({ matches }) => matches(trimmed))?.name ?? null,
    kind: stated || best.count === 0 ? null : best.kind,
    kinds,
  };
}
