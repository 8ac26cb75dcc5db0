import { z } from "zod";
import type { Properties } from "../../engine/entity/entity.ts";
import { isSchema } from "../../engine/entity/model.ts";
import { recognizeColumns } from "../../engine/lists/plain-csv/columns.ts";
import { INPUT_LIMITS, type InputRow } from "./input-row.ts";
import { isParty, isValueProperty, type RowOptions, rowOf } from "./row-subject.ts";

type Line = { readonly line: number; readonly text: string | null };

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z.union([z.null().transform(() => []), scalar.transform((one) => [one]), z.array(scalar)]);
const entitySchema = z.object({
  id: scalar.optional(),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.unknown())),
});
const plainSchema = z.record(z.string(), z.unknown());

/** Lines of a text as it arrives, blank ones left out; null where one is longer than any record. */
async function* readLines(parts: AsyncIterable<string>): AsyncGenerator<Line> {
  let text = "";
  let line = 1;
  let tooLong = false;
  const given = (raw: string): Line => ({ line, text: tooLong ? null : raw });
  for await (const part of parts) {
    text += part;
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      const raw = text.slice(from, end);
      if (tooLong || raw.trim() !== "") yield given(raw);
      from = end + 1;
      line += 1;
      tooLong = false;
    }
    text = text.slice(from);
    if (text.length > INPUT_LIMITS.recordCharsMax * 8) {
      tooLong = true;
      text = "";
    }
  }
  if (tooLong || text.trim() !== "") yield given(text);
}

function strings(list: readonly unknown[]): readonly string[] {
  return list.flatMap((value) =>
    typeof value === "string" || typeof value === "number" ? String(value).trim() || [] : [],
  );
}

/** Values of a FollowTheMoney entity that are no links to other entities. */
function statedInEntity(entity: z.infer<typeof entitySchema>): Properties {
  const stated: Record<string, readonly string[]> = { schema: [entity.schema] };
  if (entity.id !== undefined) stated["id"] = [entity.id];
  for (const [property, list] of Object.entries(entity.properties)) {
    if (property === "id" || property === "schema" || !isValueProperty(entity.schema, property)) continue;
    const found = strings(list);
    if (found.length > 0) stated[property] = found;
  }
  return stated;
}

function statedInPlain(
  record: Readonly<Record<string, unknown>>,
  map: Readonly<Record<string, string>>,
): { readonly stated: Properties; readonly unread: readonly string[] } {
  const keys = Object.keys(record);
  const here = Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));
  const { columns } = recognizeColumns(keys, here);
  const stated: Record<string, readonly string[]> = {};
  const unread: string[] = [];
  for (const [property, places] of Object.entries(columns)) {
    const found = places.flatMap((place) => {
      const key = keys[place] ?? "";
      const parsed = values.safeParse(record[key]);
      if (!parsed.success) unread.push(key);
      return parsed.success ? parsed.data.map((one) => one.trim()).filter((one) => one !== "") : [];
    });
    if (found.length > 0) stated[property] = found;
  }
  return { stated, unread };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowOfLine(
  place: { readonly row: number; readonly line: number },
  text: string,
  map: Readonly<Record<string, string>>,
  options: RowOptions,
): InputRow {
  const value = parsed(text);
  const entity = entitySchema.safeParse(value);
  if (entity.success) {
    const { schema } = entity.data;
    const id = entity.data.id ?? null;
    if (!isSchema(schema))
      return { ...place, kind: "unreadable", id, reason: `no schema “${schema.slice(0, 80)}”` };
    if (!isParty(schema)) return { ...place, kind: "skipped", id, reason: `${schema} is no party` };
    return rowOf(place, statedInEntity(entity.data), options);
  }
  const plain = plainSchema.safeParse(value);
  if (!plain.success || Array.isArray(value)) {
    return {
      ...place,
      kind: "unreadable",
      id: null,
      reason: value === undefined ? "not JSON" : "not an object",
    };
  }
  const { stated, unread } = statedInPlain(plain.data, map);
  const row = rowOf(place, stated, options);
  if (row.kind !== "subject" || unread.length === 0) return row;
  const notes = unread.map((key) => `“${key}” is neither a text nor a list of texts and was not used`);
  return { ...row, notes: [...row.notes, ...notes] };
}

/** Reads JSON lines: FollowTheMoney entities, or plain objects whose keys are recognized as a table's headers are. */
export async function* readJsonRows(
  parts: AsyncIterable<string>,
  map: Readonly<Record<string, string>>,
  options: RowOptions,
): AsyncGenerator<InputRow> {
  let row = 0;
  for await (const { line, text } of readLines(parts)) {
    row += 1;
    if (text === null) yield { row, line, kind: "unreadable", id: null, reason: "the line is too long" };
    else yield rowOfLine({ row, line }, text, map, options);
  }
}
