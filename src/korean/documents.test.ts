import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "../platform/http/problem.ts";
import { DOCUMENT_LABELS } from "./document-labels.ts";
import { amountIn, dayIn, instantIn, labelIn, sentenceIn } from "./documents.ts";
import { PROBLEMS } from "./problems.ts";

describe("a document", () => {
  it("has days and instants as its readers write them", () => {
    expect([dayIn("en", "2019-03-08"), dayIn("ko", "2019-03-08")]).toEqual([
      "8 March 2019",
      "2019년 3월 8일",
    ]);
    expect(instantIn("en", "2019-03-08T05:05:00.000Z")).toBe("8 March 2019, 05:05 UTC");
    expect(instantIn("ko", "2019-03-08T05:05:00.000Z")).toBe("2019년 3월 8일 05:05(UTC)");
    expect(dayIn("ko", "")).toBe("");
  });

  it("has its labels in its language, and those that are counted with their number", () => {
    expect(labelIn("en", "Party 3")).toBe("Party 3");
    expect(labelIn("ko", "Party 3")).toBe("당사자 3");
    expect(labelIn("ko", "Blocked property held")).toBe("보유 중인 차단 재산");
    expect(Object.values(DOCUMENT_LABELS).filter((korean) => !/[가-힣]/.test(korean))).toEqual([]);
  });

  it("leaves what nobody has translated as it was written", () => {
    expect(labelIn("ko", "Bank of Example")).toBe("Bank of Example");
    expect(sentenceIn("ko", "A sentence that nobody has translated.")).toBe(
      "A sentence that nobody has translated.",
    );
    expect(amountIn("ko", "24 pieces")).toBe("24개");
  });
});

describe("a problem", () => {
  it("of every code has its title and what to do about it in Korean", () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
