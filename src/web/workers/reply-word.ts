import type { CaseRow } from "./case-data.ts";

/** Whether the worker was asked, and whether an answer came: the word for it. */
export function replyWord({ asked, replied }: Pick<CaseRow, "asked" | "replied">): "none" | "asked" | "came" {
  return replied > 0 ? "came" : asked > 0 ? "asked" : "none";
}
