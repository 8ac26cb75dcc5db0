import { expect, test } from "vitest";
import { EMPTY_FIELDS, type ReleaseGround, reportState, whyNotReported } from "./report-fields.ts";

test.each<[ReleaseGround | undefined, string, boolean]>([
  // 89 FR 40372: from 8 August 2024 on what is released must be reported; before, only where a licence asked for it.
  ["other", "2024-08-07", false],
  ["licence-asks-report", "2024-08-07", true],
  ["other", "2024-08-08", true],
  ["service-charge", "2024-08-08", false],
  // 89 FR 81358: the three exceptions hold from 7 November 2024 on.
  ["licence", "2024-11-06", true],
  ["licence", "2024-11-07", false],
  ["delisting", "2024-11-06", true],
  ["delisting", "2024-11-07", false],
  ["between-own-offices", "2024-11-06", true],
  ["between-own-offices", "2024-11-07", false],
  ["licence-asks-report", "2026-01-02", true],
  ["other", "2026-01-02", true],
  [undefined, "2026-01-02", true],
])("a release on the ground %s on %s must be reported: %s", (ground, on, must) => {
  expect(whyNotReported(ground, on) === null).toBe(must);
});

test("a release that need not be reported is never overdue", () => {
  const report = {
    kind: "unblocked-property" as const,
    fields: { ...EMPTY_FIELDS, eventOn: "2025-01-02", releaseGround: "delisting" as const },
    dueOn: "2025-01-16",
    filedOn: null,
  };
  expect(reportState(report, "2026-01-02")).toBe("not-required");
  expect(reportState({ ...report, kind: "blocked-property" }, "2026-01-02")).toBe("overdue");
});
