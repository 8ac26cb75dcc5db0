import { z } from "zod";
import frontCompanies from "../../../../data/redflags/front-companies.json" with { type: "json" };
import { parseData } from "../../../parse.ts";
import { daySchema } from "../../day.ts";

const said = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) }).readonly();

/** A sign of a front company, as its file states it: dated, cited, with what else it may mean. */
const frontRuleSchema = z
  .strictObject({
    id: z.enum(["RF-140", "RF-141", "RF-142"]),
    severity: z.enum(["high", "medium", "low"]),
    from: daySchema,
    until: daySchema.nullable(),
    title: said,
    innocent: said,
    source: z.string().min(1),
    basis: z.enum(["read", "background"]),
  })
  .readonly();
export type FrontRule = z.infer<typeof frontRuleSchema>;
export type FrontRuleId = FrontRule["id"];

const fileSchema = z.strictObject({ note: z.string(), rules: z.array(frontRuleSchema).readonly() });

/** Read once for all questions; that the file is sound is held by a test, as it ships with the program. */
const RULES = parseData(fileSchema, frontCompanies, "data/redflags/front-companies.json").rules;

/** The rules that ship with Sluice. */
export function bundledFrontRules(): readonly FrontRule[] {
  return RULES;
}
