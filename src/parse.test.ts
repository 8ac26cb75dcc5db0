import { expect, test } from "vitest";
import { z } from "zod";
import { Fault } from "./fault.ts";
import { parseData, parseInput, tryParse } from "./parse.ts";

const payment = z.strictObject({
  purpose: z.string(),
  amount: z.strictObject({ value: z.string().regex(/^\d+$/), currency: z.string() }),
});

test("a value that fits comes back as the schema promises it", () => {
  const value = { purpose: "rent", amount: { value: "10", currency: "USD" } };
  expect(parseInput(payment, value, "payment.json")).toEqual(value);
});

test("what is missing is said to be missing, by its place, and what else is wrong is named", () => {
  const { problem } = tryParse(payment, { amount: { value: "ten" } });
  expect(problem).toEqual({
    where: "purpose",
    reason: "is missing (string expected); wrong as well: amount.value, amount.currency",
  });
});

test("a value that lacks a great deal names the first places and counts the others", () => {
  const wide = z.object(Object.fromEntries([..."abcdefghij"].map((name) => [name, z.number()])));
  expect(tryParse(wide, {}).problem?.reason).toBe(
    "is missing (number expected); wrong as well: b, c, d, e, f and 4 more",
  );
});

test("a value of another kind altogether is told as a whole", () => {
  expect(tryParse(payment, "rent", "the payment").problem).toEqual({
    where: "the payment",
    reason: "Invalid input: expected object, received string",
  });
});

test("who sent it is told of bad input, and who ships it of bad data", () => {
  const code = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      if (error instanceof Fault) return `${error.code}: ${error.message}`;
    }
    return "nothing";
  };
  const said = "file.json: whole document: is missing (object expected)";
  expect(code(() => parseInput(payment, undefined, "file.json"))).toBe(`input-invalid: ${said}`);
  expect(code(() => parseData(payment, undefined, "file.json"))).toBe(`data-invalid: ${said}`);
});
