import fc from "fast-check";
import { expect, test } from "vitest";
import { memoOfWords } from "./word-memo.ts";

test("answers as the function does, whatever was asked before", () => {
  const memo = memoOfWords((word) => [word.length, word.charAt(0)] as const);
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      for (const word of words) expect(memo(word)).toEqual([word.length, word.charAt(0)]);
    }),
  );
});

test("works a word out once while it is remembered, and forgets the oldest", () => {
  let made = 0;
  const memo = memoOfWords((word) => {
    made += 1;
    return word;
  });
  memo("kim");
  memo("kim");
  expect(made).toBe(1);
  for (let at = 0; at < 20_000; at += 1) memo(`word ${at}`);
  memo("kim");
  expect(made).toBe(20_002);
});
