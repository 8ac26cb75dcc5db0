import { describe, expect, it } from "vitest";
import { readDate, readQuestion } from "./sentence.ts";

describe("a question", () => {
  it.each([
    ["Jong Song Hwa", { q: "Jong Song Hwa" }],
    [
      "Jong Song Hwa, born 5 Feb 1970, North Korea, passport 927220230",
      { q: "Jong Song Hwa", birth: "1970-02-05", country: "kp", id: "927220230", kind: "person" },
    ],
    ["정성화, 1970년 2월 5일생, 북한", { q: "정성화", birth: "1970-02-05", country: "kp" }],
    [
      "Yanbian Silverstar Network Technology Co., Ltd.",
      { q: "Yanbian Silverstar Network Technology Co., Ltd." },
    ],
    ["Wise Honest, IMO 8905490", { q: "Wise Honest", id: "8905490", kind: "vessel" }],
    ["Smith, 1970", { q: "Smith", birth: "1970" }],
  ])("about a party is read with its facts: %s", (text, draft) => {
    expect(readQuestion(text)).toEqual({ kind: "party", draft });
  });

  it.each([
    ["8528.52", "8528.52"],
    ["24 monitors 8528.52, Seoul→Pyongyang", "8528.52"],
    ["852852", "852852"],
  ])("about goods is told by a code: %s", (text, q) => {
    expect(readQuestion(text)).toMatchObject({ kind: "goods", q });
  });

  it("may be a payment message or a transaction, pasted whole", () => {
    expect(readQuestion("{1:F01A}{4:\n:20:X\n-}").kind).toBe("payment");
    expect(readQuestion('<?xml version="1.0"?><Document/>').kind).toBe("payment");
    expect(readQuestion('{"kind":"payment"}')).toEqual({
      kind: "transaction",
      transaction: { kind: "payment" },
    });
  });

  it.each([
    ["5 Feb 1970", "1970-02-05"],
    ["February 1970", "1970-02"],
    ["1970년", "1970"],
    ["1970-02", "1970-02"],
    ["Song", null],
    ["12345", null],
  ])("names a day as people write it: %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});
