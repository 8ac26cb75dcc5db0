import { describe, expect, it } from "vitest";
import type { Finding, Verdict } from "../engine/verdict.ts";
import { printVerdict, printVerdictBriefly } from "./print-verdict.ts";
import { widthOf } from "./terminal.ts";

const finding = (effect: Finding["effect"], words: string): Finding => ({
  finding: "party-listed",
  effect,
  about: "party:1",
  words,
  citations: [
    {
      kind: "listing",
      list: "us-ofac-sdn",
      edition: "2024-05-03",
      entry: "24977",
      programmes: ["DPRK3"],
      listedOn: "2018-09-13",
      files: [],
    },
  ],
  evidence: [],
  wouldChange: [],
  step: "screen",
});

const verdict: Verdict = {
  answer: "prohibited",
  at: "2018-09-13",
  summary: "This payment is prohibited on 13 September 2018. The first reason again, in CO., LTD. words.",
  findings: [
    finding("prohibits", "Payee “延边银星网络科技有限公司” is listed."),
    finding("prohibits", "The second reason."),
    finding("prohibits", "The third reason."),
    finding("note", "A \u001b[2Jnote."),
  ],
  wouldChange: ["Proof that it is another party.", "Another."],
  reservations: [`No edition is held of: ${"a list, ".repeat(40)}.`],
  of: { transaction: "", snapshot: "", measures: "", waivers: [], policy: "" },
};

describe("printVerdict", () => {
  it("says the answer, each reason with its citation, what would change it and what it cannot see", () => {
    const text = printVerdict({ columns: 80, color: false } as never, verdict);
    expect(text.split("\n")[0]).toBe("PROHIBITED  as of 2018-09-13");
    expect(text).not.toContain("The first reason again");
    expect(text).toContain("  1. Payee “延边银星网络科技有限公司” is listed.");
    expect(text).toContain(
      "     ↳ us-ofac-sdn, entry 24977 (DPRK3), edition of 2024-05-03, listed on\n       2018-09-13",
    );
    expect(text).toContain("What would change the answer\n  - Proof that it is another party.");
    expect(text).toContain("What this answer cannot see\n  - No edition is held of");
  });

  it("never lets text from outside drive the terminal", () => {
    expect(printVerdict({ columns: 80, color: false } as never, verdict)).not.toContain("\u001b");
  });
});

describe("printVerdictBriefly", () => {
  it("tells the deciding reasons alone, and counts those that it leaves out", () => {
    const text = printVerdictBriefly({ columns: 80, color: false } as never, {
      ...verdict,
      findings: [...verdict.findings, finding("prohibits", "The fourth reason.")],
    });
    expect(text).toContain("  3. The third reason.");
    expect(text).toContain("And 1 more of this kind.");
    expect(text).not.toContain("note");
    expect(text).toContain("   → Proof that it is another party.");
  });

  it("tells of a clear answer what was noted", () => {
    const clear: Verdict = { ...verdict, answer: "clear", wouldChange: [] };
    expect(printVerdictBriefly({ columns: 80, color: false } as never, clear)).toContain("note.");
  });

  it.each([24, 40, 80])("fits %i columns, as the whole one does", (columns) => {
    for (const print of [printVerdict, printVerdictBriefly]) {
      const text = print({ columns, color: false } as never, verdict);
      for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });
});
