import { z } from "zod";
import { parseInput } from "../../../parse.ts";
import type { WorkerEvent } from "../event.ts";
import { EVENT_SCHEMAS } from "../event.ts";
import { type Adapted, countryOf, idOf, instantOf } from "./adapter.ts";

const mappingSchema = z
  .strictObject({
    kind: z.enum(Object.keys(EVENT_SCHEMAS) as [WorkerEvent["kind"], ...WorkerEvent["kind"][]]),
    /** From the event's member (`ip`, `names[]`, `payoutAccounts[].account`) to the table's column. */
    columns: z.record(z.string().max(100), z.string().max(200)).readonly(),
    /** Members that are the same in all rows. */
    constants: z
      .record(z.string().max(100), z.union([z.string().max(500), z.number(), z.boolean()]))
      .readonly()
      .default({}),
  })
  .readonly();

/** How a table's rows become events. */
export type Mapping = z.infer<typeof mappingSchema>;

/** A mapping as it came from outside. Throws `input-invalid`. */
export function parseMapping(value: unknown, file: string): Mapping {
  return parseInput(mappingSchema, value, file);
}

/** Members that are numbers, and those that are true or false: a table knows texts alone. */
const NUMBERS: ReadonlySet<string> = new Set([
  "latitude",
  "longitude",
  "utcOffsetMinutes",
  "score",
  "hopsToListed",
  "testScore",
  "callPrograms",
  "pages",
  "imagePixels",
]);
const TRUTHS: ReadonlySet<string> = new Set([
  "accepted",
  "beforeContract",
  "budgeted",
  "cancelled",
  "samePerson",
  "private",
  "personal",
  "business",
  "backgroundCheck",
  "pooled",
  "works",
  "fullTime",
]);
const COUNTRIES: ReadonlySet<string> = new Set([
  "country",
  "claimedCountry",
  "bankCountry",
  "issuer",
  "trackedTo",
  "nationality",
]);
const INSTANTS: ReadonlySet<string> = new Set(["at", "until", "createdAt", "firstCommitAt"]);

function readCell(member: string, text: string, kind: string): unknown {
  if (NUMBERS.has(member)) return Number(text);
  if (TRUTHS.has(member))
    return /^(true|yes|y|1)$/i.test(text) ? true : /^(false|no|n|0)$/i.test(text) ? false : text;
  if (COUNTRIES.has(member)) return countryOf(text) ?? text;
  // A job's end is a day and a session's an instant.
  if (INSTANTS.has(member) && !(member === "until" && kind === "account")) return instantOf(text) ?? text;
  if (member === "amount") return text.replaceAll(",", "").replace(/^-/, "");
  return text;
}

/** Puts a value at `names[]`, `payoutAccounts[].holder` or `ip`. */
function put(event: Record<string, unknown>, path: string, text: string, kind: string): void {
  const [head = "", rest] = path.split("[]", 2);
  if (rest === undefined) {
    event[head] = readCell(head, text, kind);
    return;
  }
  const list = (event[head] as unknown[] | undefined) ?? [];
  event[head] = list;
  if (rest === "") {
    list.push(
      ...text
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    );
    return;
  }
  const member = rest.slice(1);
  const first = (list[0] as Record<string, unknown> | undefined) ?? {};
  first[member] = readCell(member, text, kind);
  list[0] = first;
}

/** A row by a mapping; empty cells say nothing. */
export function mapRow(row: Readonly<Record<string, string>>, mapping: Mapping): Adapted {
  const event: Record<string, unknown> = { kind: mapping.kind, ...mapping.constants };
  for (const [member, column] of Object.entries(mapping.columns)) {
    const text = row[column]?.trim() ?? "";
    if (text !== "") put(event, member, text, mapping.kind);
  }
  event.id ??= idOf(row, undefined);
  return { events: [event] };
}

/** The mapping of a table whose columns bear the members' own names, the kind among them or given. */
export function ownMapping(columns: readonly string[], kind: WorkerEvent["kind"]): Mapping {
  return {
    kind,
    columns: Object.fromEntries(
      columns.filter((column) => column !== "kind").map((column) => [column, column]),
    ),
    constants: {},
  };
}
