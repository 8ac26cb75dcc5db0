import { z } from "zod";
import { parseData } from "../../parse.ts";

const everydayWordSchema = z
  .strictObject({
    /** Words for one thing, in English and Korean. */
    words: z.array(z.string().min(1)).min(1).readonly(),
    /** Codes that such goods mostly have, the likeliest first. */
    codes: z
      .array(z.string().regex(/^\d{4}(\d{2})?$/))
      .min(1)
      .readonly(),
    /** What the code turns on, as a question, where it turns on something. */
    asks: z.string().exactOptional(),
  })
  .readonly();

/** What people call goods, and the codes such goods mostly have: “laptop” stands nowhere in the Harmonized System. */
export type EverydayWord = z.infer<typeof everydayWordSchema>;

/** Validates a document of everyday words. Throws `data-invalid` with the place and the reason. */
export function readEverydayWords(value: unknown, file: string): readonly EverydayWord[] {
  return parseData(z.strictObject({ note: z.string(), words: z.array(everydayWordSchema) }), value, file)
    .words;
}
