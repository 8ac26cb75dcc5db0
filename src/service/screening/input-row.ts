import type { Subject } from "../../engine/match/subject.ts";

/**
 * One row of a file to be screened. `row` counts the rows from 1, without header and blank lines; `line` is where the row
 * begins in the file (in a workbook the sheet's row). Every row of the file becomes exactly one of these.
 */
export type InputRow = { readonly row: number; readonly line: number } & (
  | {
      readonly kind: "subject";
      readonly subject: Subject;
      /** What of the row was not understood and so not used, in a sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "unreadable"; readonly id: string | null; readonly reason: string }
  /** An entity that is no party: an address, an ownership, a sanction. */
  | { readonly kind: "skipped"; readonly id: string | null; readonly reason: string }
);

/** Bounds of a file to be screened. */
export const INPUT_LIMITS = {
  /** A record longer than this is a quote that was never closed; the longest real rows have some thousand characters. */
  recordCharsMax: 131_072,
  /** More columns than this are a spreadsheet's stray formats. */
  columnsMax: 1_024,
  /** The header stands among the first records; above it are a title, a date, a note. */
  headerWithin: 10,
  /** A workbook is unpacked row by row, but its shared texts are held. */
  workbookBytesMax: 512 * 1024 * 1024,
  /** A name or address longer than this is a text. */
  valueCharsMax: 4_000,
  /** More values of one property than this are not looked at. */
  valuesMax: 200,
} as const;
