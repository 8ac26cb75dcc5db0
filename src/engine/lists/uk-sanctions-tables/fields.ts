import { z } from "zod";
import { tryParse } from "../../../parse.ts";
import { decodeText, refuseForeignContent, unreadable } from "../decoding.ts";
import type { SourceFile } from "../reader.ts";
import type { Designation } from "../uk-sanctions-xml/designation.ts";

const name = z.object({ name_non_latin_script: z.string().default("") });
const address = z.object({
  address_line1: z.string().optional(),
  address_line2: z.string().optional(),
  address_line3: z.string().optional(),
  address_line4: z.string().optional(),
  address_line5: z.string().optional(),
  address_line6: z.string().optional(),
  address_postal_code: z.string().optional(),
  address_country: z.string().optional(),
});

const shape = z.object({
  unique_id: z.string(),
  regime_name: z.string(),
  designation_source: z.string().default(""),
  sanctions_imposed: z.string().default(""),
  other_information: z.string().default(""),
  uk_statement_of_reasons: z.string().default(""),
  non_latin_names: z.object({ names: z.array(name) }).optional(),
  addresses: z.object({ addresses: z.array(address) }).optional(),
});

/** The facts that the sixth file adds. */
export type FieldsFacts = Pick<
  Designation,
  "regime" | "source" | "measures" | "reasons" | "notes" | "otherScripts" | "addresses"
>;

/** What the sixth file states of one designation, or why its line can't be read. */
export type FieldsLine = {
  readonly line: number;
  readonly text: string;
  readonly found: { readonly reference: string; readonly facts: FieldsFacts } | { readonly problem: string };
};

function factsOf(fields: z.infer<typeof shape>): FieldsFacts {
  const texts = (value: string): readonly string[] => (value.trim() === "" ? [] : [value.trim()]);
  return {
    regime: texts(fields.regime_name),
    source: fields.designation_source,
    measures: fields.sanctions_imposed.split("|"),
    reasons: texts(fields.uk_statement_of_reasons),
    notes: texts(fields.other_information),
    otherScripts: (fields.non_latin_names?.names ?? []).map((found) => ({
      text: found.name_non_latin_script,
      property: "alias",
    })),
    addresses: (fields.addresses?.addresses ?? []).map((found) => ({
      lines: [
        ...[found.address_line1, found.address_line2, found.address_line3],
        ...[found.address_line4, found.address_line5, found.address_line6],
      ].map((line) => line ?? ""),
      postalCode: found.address_postal_code ?? "",
      country: found.address_country ?? "",
    })),
  };
}

function parseLine(text: string): FieldsLine["found"] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "not JSON" };
  }
  const { data, problem } = tryParse(shape, value, "line");
  if (problem !== null) return { problem: `${problem.where}: ${problem.reason}` };
  return { reference: data.unique_id, facts: factsOf(data) };
}

/** True where a file begins as this conversion's lines do. */
export function looksLikeFields(head: string): boolean {
  return /^\s*\{[^\n]{0,400}"unique_id"\s*:/u.test(head);
}

/** Reads the file of fields, line by line; names, dates and identifiers stand in the tables already. */
export function readFields(file: SourceFile, format: string): readonly FieldsLine[] {
  refuseForeignContent(file, format);
  const lines = decodeText(file, format, "utf-8").split("\n");
  const found = lines.flatMap((text, at): FieldsLine[] =>
    text.trim() === "" ? [] : [{ line: at + 1, text, found: parseLine(text) }],
  );
  if (found.length === 0) throw unreadable(format, file, { where: "line 1", reason: "no line of fields" });
  return found;
}
