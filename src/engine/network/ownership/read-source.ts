import { Fault } from "../../../fault.ts";
import { isDay } from "../../day.ts";
import { readJsonLines } from "../../lists/ftm-jsonl/lines.ts";
import type { SourceFile } from "../../lists/reader.ts";
import { GraphBuilder } from "./graph.ts";
import { addBods } from "./read-bods.ts";
import { addFtm, type PlacedRecord } from "./read-ftm.ts";
import { addGleif, isGleif } from "./read-gleif.ts";
import { addHoldings } from "./read-holdings.ts";
import type { ListedParty } from "./resolution.ts";

/** Bounds of a file of ownership. */
export const SOURCE_LIMITS = {
  /** One JSON document is parsed whole; files of lines are not, and may be as large as a file can be read. */
  documentBytesMax: 400 * 1024 * 1024,
  /** Ids in a list of listed parties: all lists of the world together have some 100,000. */
  listedMax: 2_000_000,
} as const;

/** What a file holds. */
export type SourceKind = "ftm" | "bods" | "csv" | "gleif";

function firstSign(bytes: Uint8Array): string {
  return /\S/u.exec(new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\uFEFF/u, ""))?.[0] ?? "";
}

function wholeDocument({ name, bytes }: SourceFile): unknown {
  if (bytes.length > SOURCE_LIMITS.documentBytesMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "documentBytesMax",
      allowed: SOURCE_LIMITS.documentBytesMax,
      where: `${name} (write it as JSON lines)`,
    });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof SyntaxError ? `not JSON: ${error.message.slice(0, 200)}` : "not UTF-8";
    throw new Fault({ code: "input-invalid", file: name, where: "document", reason }, error);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The records of a JSON document or of JSON lines; a line that is not JSON is a record that no reader takes. */
export function* recordsOf(file: SourceFile): Generator<PlacedRecord> {
  const lines = firstSign(file.bytes) === "{" ? readJsonLines(file, "ownership") : null;
  if (lines !== null) {
    let first = true;
    for (const { line, parsed } of lines) {
      // An object over many lines is one document, and its first line alone is none.
      if (first && !("value" in parsed)) break;
      first = false;
      yield { where: `${file.name}: line ${line}`, value: "value" in parsed ? parsed.value : parsed.problem };
    }
    if (!first) return;
  }
  const document = wholeDocument(file);
  const inner = isObject(document)
    ? (Object.values(document).find((value) => Array.isArray(value) && value.some(isObject)) ?? [document])
    : document;
  if (!Array.isArray(inner)) throw notOwnership(file, "neither an array nor an object");
  for (const [at, value] of (isEntity(document) || isStatement(document) ? [document] : inner).entries()) {
    yield { where: `${file.name}: element ${at + 1}`, value };
  }
}

const isEntity = (value: unknown): boolean => isObject(value) && "schema" in value && "properties" in value;
const isStatement = (value: unknown): boolean =>
  isObject(value) && ("recordType" in value || "statementId" in value || "statementID" in value);

function notOwnership({ name }: SourceFile, reason: string): Fault {
  return new Fault({
    code: "input-invalid",
    file: name,
    where: "document",
    reason: `${reason}; wanted FollowTheMoney entities, BODS 0.4 statements, GLEIF's XML or a CSV table with the columns owner, asset and share`,
  });
}

function kindOf(record: PlacedRecord | undefined, file: SourceFile): SourceKind {
  const value = record?.value;
  if (isObject(value) && ("statementType" in value || "statementID" in value)) {
    throw notOwnership(file, "statements of BODS before 0.4");
  }
  if (isStatement(value)) return "bods";
  if (isEntity(value)) return "ftm";
  throw notOwnership(
    file,
    record === undefined ? "empty" : "its first record is neither an entity nor a statement",
  );
}

function* after<T>(first: T, rest: Iterator<T>): Generator<T> {
  yield first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** Adds a file to the graph, whatever of the kinds it is; returns whom it states to be listed. Throws a `Fault`. */
export function addSource(
  builder: GraphBuilder,
  file: SourceFile,
): { readonly kind: SourceKind; readonly listed: readonly ListedParty[] } {
  if (file.bytes.length === 0) throw notOwnership(file, "empty");
  const sign = firstSign(file.bytes);
  if (isGleif(file)) {
    addGleif(builder, file);
    return { kind: "gleif", listed: [] };
  }
  if (sign !== "{" && sign !== "[") {
    addHoldings(builder, file);
    return { kind: "csv", listed: [] };
  }
  const records = recordsOf(file);
  const first = records.next();
  const kind = kindOf(first.done === true ? undefined : first.value, file);
  const all = first.done === true ? [] : after(first.value, records);
  if (kind === "bods") {
    addBods(builder, all, file.name);
    return { kind, listed: [] };
  }
  return { kind, listed: addFtm(builder, all, file.name) };
}

/** One id, with the days from which and until which it is listed where they are given. */
function listedOf(cells: readonly string[], where: string): ListedParty {
  const [id = "", from = "", until = ""] = cells.map((cell) => cell.trim());
  for (const day of [from, until]) {
    if (day !== "" && !isDay(day))
      throw new Fault({
        code: "input-invalid",
        file: "listed",
        where,
        reason: `“${day.slice(0, 40)}” is not a day that exists, written YYYY-MM-DD`,
      });
  }
  return {
    id,
    from: from === "" ? null : from,
    until: until === "" ? null : until,
    certain: true,
    words: null,
  };
}

/** Listed parties as words: ids with commas between, each an id or `id:2018-09-13` or `id:2018-09-13:2024-01-01`. */
export function readListedIds(text: string): readonly ListedParty[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const dated = /^(.+?):(\d{4}-\d{2}-\d{2})(?::(\d{4}-\d{2}-\d{2}))?$/u.exec(one);
      return dated === null
        ? listedOf([one], one)
        : listedOf([dated[1] ?? "", dated[2] ?? "", dated[3] ?? ""], one);
    });
}

/**
 * Listed parties from a file: ids a line (`id`, or `id,from,until` with days; a header `id` is stepped over), a JSON array
 * of ids, or FollowTheMoney entities under a Sanction or the topic `sanction`.
 */
export function readListedFile(file: SourceFile): readonly ListedParty[] {
  const sign = firstSign(file.bytes);
  if (sign === "{") return addSource(new GraphBuilder(), file).listed;
  if (sign === "[") {
    const document = wholeDocument(file);
    if (!Array.isArray(document) || document.some((id) => typeof id !== "string")) {
      return addSource(new GraphBuilder(), file).listed;
    }
    return (document as readonly string[]).map((id) => listedOf([id], id));
  }
  const lines = new TextDecoder()
    .decode(file.bytes)
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u);
  if (lines.length > SOURCE_LIMITS.listedMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "listedMax",
      allowed: SOURCE_LIMITS.listedMax,
      where: file.name,
    });
  }
  return lines.flatMap((line, at) => {
    const cells = line.split(/[,;\t]/u);
    if ((cells[0] ?? "").trim() === "" || (at === 0 && /^id$/iu.test((cells[0] ?? "").trim()))) return [];
    return [listedOf(cells, `${file.name}: line ${at + 1}`)];
  });
}
