import { z } from "zod";
import bundled from "../../../../data/redflags/playbook.json" with { type: "json" };
import { Fault } from "../../../fault.ts";

const both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) }).readonly();
const item = z.strictObject({ id: z.string().regex(/^[a-z-]+$/), words: both }).readonly();

/** Reports that may follow a case. */
export const REPORT_IDS = ["ic3", "sar", "ofac-blocked", "ofac-rejected", "kr-111", "uk-ofsi"] as const;
export type ReportId = (typeof REPORT_IDS)[number];

const playbookSchema = z.strictObject({
  note: z.string(),
  sources: z.array(z.string()).readonly(),
  checklist: z.array(item).readonly(),
  playbook: z.array(item).readonly(),
  questions: z.array(item).readonly(),
  reports: z
    .array(
      z
        .strictObject({
          id: z.enum(REPORT_IDS),
          title: both,
          to: z.string(),
          legal: z.string(),
          basis: z.enum(["read", "background"]),
        })
        .readonly(),
    )
    .readonly(),
});

/** What is checked to mitigate, what is done where it is true, what a worker is asked, and whom is reported to. */
export const PLAYBOOK: z.infer<typeof playbookSchema> = playbookSchema.parse(bundled);

/** Throws `input-invalid` for an item that neither the checklist nor the playbook has. */
export function assertItem(id: string): void {
  const known = [...PLAYBOOK.checklist, ...PLAYBOOK.playbook];
  if (known.some((one) => one.id === id)) return;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "item",
    reason: `there is no item “${id}”; there are ${known.map((one) => one.id).join(", ")}`,
  });
}
