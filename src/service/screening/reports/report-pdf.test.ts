import { describe, expect, it } from "vitest";
import { labelIn } from "../../../korean/documents.ts";
import {
  EMPTY_FIELDS,
  missingFields,
  REPORT_KINDS,
  REPORT_TITLES,
  reportFieldsSchema,
} from "./report-fields.ts";
import { reportPdf } from "./report-pdf.ts";
import type { LegalReport } from "./report-store.ts";
import { sectionsOf } from "./report-text.ts";

const party = { role: "payer", name: "Lakeside", address: "", country: "US", account: "1" };
const holding = { blockedOn: "2026-03-02", value: { amount: "5", currency: "USD" } };
const fields = reportFieldsSchema.parse({
  ...EMPTY_FIELDS,
  parties: [party, party],
  holdings: [holding],
  value: { amount: "4800", currency: "EUR", usd: "5200", basis: "estimated" },
});

describe("a legal report", () => {
  it.each(REPORT_KINDS)("of kind %s has every heading, label and gap in Korean", (kind) => {
    const sections = sectionsOf({ kind, fields }, "ko");
    const labels = [
      REPORT_TITLES[kind].title,
      ...sections.flatMap(({ title, rows }) => [title, ...rows.map(([label]) => label)]),
      ...missingFields(kind, EMPTY_FIELDS),
    ];
    expect(labels.filter((label) => !/[가-힣]/.test(labelIn("ko", label)))).toEqual([]);
  });

  it("is printed in either language, and says of its value in that language whether it is estimated", async () => {
    const report = {
      kind: "blocked-property",
      id: "rpt_1",
      version: 1,
      fields,
      dueOn: "2026-11-17",
      filedOn: null,
      filedReference: null,
      missing: missingFields("blocked-property", fields),
      updatedAt: "2026-11-30T16:52:00.000Z",
    } as unknown as LegalReport;
    const [english, korean] = [await reportPdf(report, "en"), await reportPdf(report, "ko")];
    for (const pdf of [english, korean]) expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(korean.equals(english)).toBe(false);
    const value = (language: "en" | "ko") =>
      sectionsOf(report, language)
        .flatMap(({ rows }) => rows)
        .find(([label]) => label === "Value")?.[1];
    expect([value("en"), value("ko")]).toEqual([
      "EUR 4800 = USD 5200 (estimated)",
      "EUR 4800 = USD 5200 (추정 가액)",
    ]);
  });
});
