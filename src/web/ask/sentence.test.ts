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
    ["24 monitors, HS 8528.52", "8528.52"],
    ["852852", "852852"],
  ])("about goods is told by a code: %s", (text, q) => {
    expect(readQuestion(text)).toMatchObject({ kind: "goods", q });
  });

  const monitors = { hs: "8528.52", from: "KR", to: "KP" };
  const pieces = (amount: string) => ({ amount, scale: 0, unit: "piece" });
  it.each([
    [
      "24 monitors 8528.52, Seoul→Pyongyang",
      { ...monitors, description: "monitors", quantity: pieces("24") },
    ],
    [
      "24 monitors 8528.52 from Seoul to Pyongyang",
      { ...monitors, description: "monitors", quantity: pieces("24") },
    ],
    ["모니터 24대 8528.52 서울에서 평양으로", { ...monitors, description: "모니터", quantity: pieces("24") }],
    [
      "1,200.5 kg of copper wire 7408.11 to North Korea",
      {
        hs: "7408.11",
        from: null,
        to: "KP",
        description: "copper wire",
        quantity: { amount: "12005", scale: 1, unit: "kg" },
      },
    ],
    [
      "270112 from North Korea",
      { hs: "270112", from: "KP", to: null, description: "270112", quantity: pieces("1") },
    ],
  ])("about goods on their way is read with what, how many and whither: %s", (text, shipment) => {
    expect(readQuestion(text)).toEqual({ kind: "shipment", text, shipment });
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
